// Cellular automaton: rules by number, borders that meet, and periods found by remembering states.

function next(cells: readonly boolean[], rule: number): boolean[] {
  const { length } = cells;
  return cells.map((cell, at) => {
    const left = cells[(at + length - 1) % length] ? 4 : 0;
    const right = cells[(at + 1) % length] ? 1 : 0;
    return ((rule >> (left + (cell ? 2 : 0) + right)) & 1) === 1;
  });
}

const show = (cells: readonly boolean[]): string => cells.map((cell) => (cell ? "#" : ".")).join("");

function period(start: readonly boolean[], rule: number): [before: number, length: number] {
  const seen = new Map<string, number>();
  let cells = [...start];
  for (let step = 0; ; step++) {
    const known = seen.get(show(cells));
    if (known !== undefined) return [known, step - known];
    seen.set(show(cells), step);
    cells = next(cells, rule);
  }
}

const single = Array.from({ length: 31 }, (_, at) => at === 15);
for (const rule of [30, 90, 110]) {
  let cells = [...single];
  for (let step = 0; step < 6; step++) {
    console.log(show(cells));
    cells = next(cells, rule);
  }
  console.log(rule, cells.filter(Boolean).length);
}
const small = single.slice(9, 20);
for (const rule of [0, 1, 45, 90, 184, 255]) console.log(rule, period(small, rule).join(" "));
