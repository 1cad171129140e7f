// The operator ** on whole, fractional and special numbers.

console.log(2 ** 10, 2 ** -1, 2 ** 0.5, (-2) ** 3, (-2) ** 2, (-8) ** (1 / 3), 0 ** 0, NaN ** 0, 1 ** Infinity, (-1) ** Infinity);
console.log(0 ** -1, (-0) ** -1, (-0) ** -2, (-0) ** 3 === 0, Infinity ** -1, (-Infinity) ** 3, 2 ** 1024, 2 ** -1075, 2 ** 31, 2 ** 53);
let value = 3;
value **= 2;
value **= 2;
console.log(value, 2 ** (3 ** 2), (2 ** 3) ** 2, -(2 ** 2));
let digits = 0;
for (let i = 0; i < 20; i++) digits += 10 ** i > Number.MAX_SAFE_INTEGER ? 1 : 0;
console.log(digits, 10 ** 21, 10 ** -7);
