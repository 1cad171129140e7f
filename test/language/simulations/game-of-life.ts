// Game of life: a wrapped grid of booleans, neighbours by modulo.

const width = 12;
const height = 8;
let cells: boolean[] = [];
for (let i = 0; i < width * height; i++) cells.push(false);
for (const [x, y] of [
  [1, 0],
  [2, 1],
  [0, 2],
  [1, 2],
  [2, 2],
  [7, 4],
  [8, 4],
  [9, 4],
])
  cells[y * width + x] = true;
function neighbours(x: number, y: number): number {
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx === 0 && dy === 0) continue;
      if (cells[((y + dy + height) % height) * width + ((x + dx + width) % width)]) count++;
    }
  }
  return count;
}
for (let generation = 0; generation < 20; generation++) {
  const next: boolean[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alive = neighbours(x, y);
      next.push(alive === 3 || (alive === 2 && cells[y * width + x]));
    }
  }
  cells = next;
}
for (let y = 0; y < height; y++) {
  let line = "";
  for (let x = 0; x < width; x++) line += cells[y * width + x] ? "#" : ".";
  console.log(line);
}
