// Which sums, products and roundings give -0.

function sign(value: number): string {
  return value === 0 ? (1 / value < 0 ? "-0" : "+0") : String(value);
}
const plus = 0;
const minus = -0;
console.log(
  sign(plus + minus),
  sign(minus + minus),
  sign(minus - plus),
  sign(plus - plus),
  sign(-plus),
  sign(minus * 5),
  sign(minus * -5),
  sign(0 / -3),
);
console.log(sign(Math.round(-0.4)), sign(Math.ceil(-0.5)), sign(Math.trunc(-0.9)), sign(Math.floor(-0)), sign(Math.abs(-0)), sign(-5 % 5));
console.log(sign(Math.min(plus, minus)), sign(Math.max(minus, plus)), sign(Math.sqrt(-0)), sign(minus | 0), sign(~~-0.5), plus === minus);
let total = -0;
for (const each of [-0, -0]) total += each;
console.log(sign(total), sign([-0].reduce((a, b) => a + b, 0)), sign(Number("-0")), sign(parseInt("-0")), `${minus}`);
