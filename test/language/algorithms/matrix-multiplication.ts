// Matrix multiplication on arrays of arrays and on one flat array.

function multiply(a: number[][], b: number[][]): number[][] {
  const n = a.length;
  const result: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i][k] * b[k][j];
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}
const size = 6;
const left: number[][] = [];
const right: number[][] = [];
for (let i = 0; i < size; i++) {
  left.push([]);
  right.push([]);
  for (let j = 0; j < size; j++) {
    left[i].push(i * j + 1);
    right[i].push((i - j) / 2);
  }
}
for (const row of multiply(left, right)) console.log(row.join(" "));
