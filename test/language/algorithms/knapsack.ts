// Knapsack: best value by weight in one row that is filled from behind, and the choice of things.

interface Thing {
  readonly name: string;
  readonly weight: number;
  readonly value: number;
}

function best(things: readonly Thing[], limit: number): { value: number; names: string[] } {
  const values = new Array<number>(limit + 1).fill(0);
  const chosen: boolean[][] = [];
  for (const { weight, value } of things) {
    const row: boolean[] = [];
    for (let at = limit; at >= 0; at--) {
      const isBetter = at >= weight && values[at - weight] + value > values[at];
      if (isBetter) values[at] = values[at - weight] + value;
      row[limit - at] = isBetter;
    }
    chosen.push(row.reverse());
  }
  const names: string[] = [];
  for (let index = things.length - 1, left = limit; index >= 0; index--) {
    if (!chosen[index][left]) continue;
    names.unshift(things[index].name);
    left -= things[index].weight;
  }
  return { value: values[limit], names };
}

const things: Thing[] = [
  { name: "lamp", weight: 4, value: 5.5 },
  { name: "book", weight: 3, value: 4 },
  { name: "rope", weight: 2, value: 3 },
  { name: "coin", weight: 0, value: 0.25 },
  { name: "tent", weight: 9, value: 13 },
];
for (const limit of [0, 2, 5, 7, 9, 18]) console.log(limit, best(things, limit));
