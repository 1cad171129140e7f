// Sudoku: backtracking on one flat list, with bit sets for what each row, column and square still allows.

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const cells = [...puzzle].map((letter) => (letter === "." ? 0 : Number(letter)));
const rows = new Array<number>(9).fill(0);
const columns = new Array<number>(9).fill(0);
const squares = new Array<number>(9).fill(0);
let tries = 0;

const squareOf = (at: number): number => Math.floor(at / 27) * 3 + Math.floor((at % 9) / 3);

function flip(at: number, digit: number): void {
  const bit = 1 << digit;
  rows[Math.floor(at / 9)] ^= bit;
  columns[at % 9] ^= bit;
  squares[squareOf(at)] ^= bit;
}

function solve(at: number): boolean {
  while (at < 81 && cells[at] !== 0) at++;
  if (at === 81) return true;
  const taken = rows[Math.floor(at / 9)] | columns[at % 9] | squares[squareOf(at)];
  for (let digit = 1; digit <= 9; digit++) {
    if (taken & (1 << digit)) continue;
    tries++;
    cells[at] = digit;
    flip(at, digit);
    if (solve(at + 1)) return true;
    flip(at, digit);
  }
  cells[at] = 0;
  return false;
}

cells.forEach((digit, at) => {
  if (digit !== 0) flip(at, digit);
});
console.log(solve(0), tries);
for (let row = 0; row < 9; row++) console.log(cells.slice(row * 9, row * 9 + 9).join(" "));
console.log(
  rows.every((bits) => bits === 0b1111111110),
  new Set(squares).size,
);
