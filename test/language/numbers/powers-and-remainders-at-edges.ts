// ** and % with zeros, infinities, NaN and halves; the sign of the result, seen through 1/x; order of ** and of unary minus.

const sign = (n: number): string => (n === 0 ? (1 / n < 0 ? "-0" : "+0") : String(n));
const interesting = [0, -0, 1, -1, 0.5, -0.5, 2, 3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
for (const base of interesting) console.log(sign(base), "**", interesting.map((power) => sign(base ** power)).join(" "));
for (const left of interesting) console.log(sign(left), "%", interesting.map((right) => sign(left % right)).join(" "));
console.log(2 ** (3 ** 2), (2 ** 3) ** 2, -(2 ** 2), (-2) ** 2, (-2) ** 3, 2 ** ((-1) ** 2));
console.log(5.5 % 2, -5.5 % 2, 5.5 % -2, 1e17 % 3, 0.3 % 0.1, -1 % 4294967296, 4294967296 % 4294967297);
let power = 2;
power **= 0.5;
power **= 2;
console.log(power === 2, power, 10 ** -5, 10 ** 308 * 10, (-8) ** (1 / 3));
let left = -7;
left %= 7;
console.log(sign(left), sign((left = -7.5) % 2.5), sign(0 % -5), sign(-0 % 5), left);
let wrapped = "";
for (let i = -4; i <= 4; i++) wrapped += `${((i % 3) + 3) % 3}`;
console.log(wrapped);
