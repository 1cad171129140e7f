// A property known to be one of two types, which a call makes the third one: both are asked again.
// Exits: 70

type Cell = { value: string | number | boolean | null };

function describe(cell: Cell, change: (cell: Cell) => void): string {
  if (typeof cell.value === "boolean" || cell.value === null) {
    change(cell);
    return "truth or nothing";
  }
  change(cell);
  const kept: string | number = cell.value;
  return typeof kept === "string" ? `text ${kept.length}` : `number ${kept + 1}`;
}

console.log(describe({ value: "abc" }, () => undefined));
console.log(
  describe({ value: "abc" }, (cell) => {
    cell.value = 41;
  }),
);
console.log(
  describe({ value: null }, (cell) => {
    cell.value = "x";
  }),
);
console.log(
  describe({ value: 5 }, (cell) => {
    cell.value = true;
  }),
);
