// Flood fill: a picture of text, filled by a stack without recursion, counted by region, borders kept.

const picture = ["..##..", ".#..#.", "#....#", ".#..#.", "..##.."];
const grid = picture.map((line) => line.split(""));

function fill(row: number, column: number, letter: string): number {
  const from = grid[row][column];
  if (from === letter) return 0;
  const stack: [number, number][] = [[row, column]];
  let count = 0;
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const [y, x] = place;
    if (y < 0 || x < 0 || y >= grid.length || x >= grid[y].length || grid[y][x] !== from) continue;
    grid[y][x] = letter;
    count++;
    stack.push([y + 1, x], [y - 1, x], [y, x + 1], [y, x - 1]);
  }
  return count;
}

console.log(fill(2, 2, "o"), fill(2, 2, "o"));
let regions = 0;
const sizes: number[] = [];
for (let y = 0; y < grid.length; y++)
  for (let x = 0; x < grid[y].length; x++)
    if (grid[y][x] === ".") {
      sizes.push(fill(y, x, String.fromCharCode(97 + regions)));
      regions++;
    }
console.log(regions, sizes);
console.log(grid.map((line) => line.join("")).join("\n"));
