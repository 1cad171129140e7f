// Matrix: a class on one flat list: products, transposed, determinants by elimination, powers, and shapes that do not fit.

class Matrix {
  readonly rows: number;
  readonly columns: number;
  private readonly cells: number[];

  private constructor(rows: number, columns: number, cells: number[]) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  static of(...rows: number[][]): Matrix {
    return new Matrix(rows.length, rows[0].length, rows.flat());
  }

  static identity(size: number): Matrix {
    return new Matrix(
      size,
      size,
      Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0)),
    );
  }

  at(row: number, column: number): number {
    return this.cells[row * this.columns + column];
  }

  times(other: Matrix): Matrix {
    if (this.columns !== other.rows) throw new RangeError(`${this.rows}x${this.columns} times ${other.rows}x${other.columns}`);
    const cells: number[] = [];
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < other.columns; column++) {
        let sum = 0;
        for (let k = 0; k < this.columns; k++) sum += this.at(row, k) * other.at(k, column);
        cells.push(sum);
      }
    return new Matrix(this.rows, other.columns, cells);
  }

  power(exponent: number): Matrix {
    if (exponent === 0) return Matrix.identity(this.rows);
    const half = this.power(Math.floor(exponent / 2));
    return exponent % 2 === 0 ? half.times(half) : half.times(half).times(this);
  }

  get determinant(): number {
    const rows = Array.from({ length: this.rows }, (_, row) => this.cells.slice(row * this.columns, (row + 1) * this.columns));
    let result = 1;
    for (let at = 0; at < rows.length; at++) {
      const pivot = rows.findIndex((row, index) => index >= at && row[at] !== 0);
      if (pivot < 0) return 0;
      if (pivot !== at) {
        [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
        result = -result;
      }
      result *= rows[at][at];
      for (const row of rows.slice(at + 1)) {
        const factor = row[at] / rows[at][at];
        for (let k = at; k < row.length; k++) row[k] -= factor * rows[at][k];
      }
    }
    return result;
  }

  toString(): string {
    return Array.from({ length: this.rows }, (_, row) => this.cells.slice(row * this.columns, (row + 1) * this.columns).join(" ")).join(
      "; ",
    );
  }
}

const fibonacci = Matrix.of([1, 1], [1, 0]);
console.log(`${fibonacci.power(10)} | ${fibonacci.power(0)} | ${fibonacci.power(70).at(0, 1)}`);
console.log(
  Matrix.of([0, 2], [3, 4]).determinant,
  Matrix.of([2, -1, 0], [1, 3, 2], [0, 5, -4]).determinant,
  Matrix.of([1, 2], [2, 4]).determinant,
);
console.log(
  String(Matrix.of([1, 2, 3]).times(Matrix.of([4], [5], [6]))),
  Matrix.of([1], [2])
    .times(Matrix.of([3, 4]))
    .toString(),
);
try {
  Matrix.of([1, 2]).times(Matrix.of([1, 2]));
} catch (error) {
  console.log(error instanceof RangeError && error.message);
}
