// A grid read in a spiral, and numbers written in one.

function spiral(rows: number, columns: number): number[][] {
  const grid = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  let [row, column, dr, dc] = [0, 0, 0, 1];
  for (let n = 1; n <= rows * columns; n++) {
    grid[row][column] = n;
    const [nextRow, nextColumn] = [row + dr, column + dc];
    const isFree = nextRow >= 0 && nextRow < rows && nextColumn >= 0 && nextColumn < columns && grid[nextRow][nextColumn] === 0;
    if (!isFree) [dr, dc] = [dc, -dr];
    [row, column] = [row + dr, column + dc];
  }
  return grid;
}
for (const [rows, columns] of [
  [3, 4],
  [1, 5],
  [4, 1],
  [5, 5],
])
  console.log(
    spiral(rows, columns)
      .map((row) => row.map((n) => String(n).padStart(2)).join(" "))
      .join("\n"),
  );
