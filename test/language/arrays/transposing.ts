// Transposing and turning grids, square or not.

type Grid = string[][];
const read = (text: string): Grid => text.split("/").map((line) => line.split(""));
const show = (grid: Grid): string => grid.map((row) => row.join("")).join("/");
const transposed = (grid: Grid): Grid => (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]));
const turned = (grid: Grid): Grid => transposed(grid).map((row) => row.toReversed());
const grid = read("abc/def");
console.log(
  show(transposed(grid)),
  show(turned(grid)),
  show(turned(turned(grid))),
  show(turned(turned(turned(turned(grid))))) === show(grid),
);
console.log(show(transposed(read("x"))), show(transposed([])) === "", show(grid.toReversed()), show(grid));
