// Matrix products, powers and determinants.

type Matrix = number[][];
const times = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0].map((_, j) => row.reduce((sum, each, k) => sum + each * b[k][j], 0)));
function power(m: Matrix, n: number): Matrix {
  let result: Matrix = m.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let base = m; n > 0; n >>= 1) {
    if (n & 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}
function determinant(m: Matrix): number {
  if (m.length === 1) return m[0][0];
  return m[0].reduce(
    (sum, each, j) => sum + (j % 2 === 0 ? 1 : -1) * each * determinant(m.slice(1).map((row) => row.filter((_, k) => k !== j))),
    0,
  );
}
console.log(
  power(
    [
      [1, 1],
      [1, 0],
    ],
    30,
  )[0][1],
  times([[1, 2, 3]], [[4], [5], [6]])[0][0],
  determinant([
    [2, 0, 1],
    [3, 0, 0],
    [5, 1, 1],
  ]),
  determinant([
    [1, 2],
    [2, 4],
  ]),
  power([[2]], 10)[0][0],
  power([[3]], 0)[0][0],
);
