// The remainder has the sign of the dividend, a zero too.

function show(value: number): string {
  return value === 0 && 1 / value < 0 ? "-0" : String(value);
}
const pairs: [number, number][] = [
  [5, 3],
  [-5, 3],
  [5, -3],
  [-5, -3],
  [-3, 3],
  [0, 5],
  [-0, 5],
  [5.5, 2],
  [-5.5, 2],
  [5, 0],
  [5, Infinity],
  [-5, Infinity],
  [Infinity, 5],
  [NaN, 1],
  [1e17, 7],
  [0.3, 0.1],
  [-1, 1],
];
for (const [a, b] of pairs) console.log(a, b, show(a % b));
let text = "";
for (let i = -4; i <= 4; i++) text += `${show(i % 3)} `;
console.log(text);
