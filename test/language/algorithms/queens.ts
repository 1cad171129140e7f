// Queens: solutions counted by bit masks, listed by a generator, and checked against each other.

function count(size: number, columns = 0, left = 0, right = 0): number {
  const all = (1 << size) - 1;
  if (columns === all) return 1;
  let found = 0;
  for (let free = all & ~(columns | left | right); free !== 0; free &= free - 1) {
    const bit = free & -free;
    found += count(size, columns | bit, ((left | bit) << 1) & all, (right | bit) >> 1);
  }
  return found;
}

function* solutions(size: number, placed: readonly number[] = []): Generator<readonly number[], void, undefined> {
  if (placed.length === size) {
    yield placed;
    return;
  }
  for (let column = 0; column < size; column++) {
    const isAttacked = placed.some((other, row) => other === column || Math.abs(other - column) === placed.length - row);
    if (!isAttacked) yield* solutions(size, [...placed, column]);
  }
}

for (let size = 1; size <= 8; size++) console.log(size, count(size));
console.log([...solutions(6)].map((columns) => columns.join("")).join(" "));
const [first] = solutions(8);
for (const column of first) console.log(".".repeat(column) + "Q" + ".".repeat(7 - column));
