// Arithmetic edges: infinities, NaN, signed zeros, rounding and the conversions of | 0 and >>> 0.

const huge = 1e308;
console.log(huge * 10, -huge * 10, huge * 10 - huge * 10);
console.log(0 / 0, 1 / 0, -1 / 0);
console.log(1 / -0 === -Infinity, 0 === -0);
console.log(0.1 + 0.2, 0.1 * 3, 1 - 0.9);
console.log(9007199254740992 + 1, 9007199254740992 + 2);

const fractions = [2.7, -2.7, 4294967296.5, 2147483648, -2147483649, 1e20, NaN, Infinity];
for (const value of fractions) console.log(value | 0, value >>> 0, ~value, value << 1);
console.log(5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -0.5 % 1, 1e17 % 7, 5 % Infinity);
console.log(1 / (-4 % 2));
console.log(7 / 2, -7 / 2, (7 / 2) | 0, (-7 / 2) | 0);
console.log(1 << 31, 1 << 32, -1 >>> 31, -1 >> 31, 5 & -2, 5 | 8, 5 ^ 15);
