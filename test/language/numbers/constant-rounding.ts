// Constant rounding: arithmetic on literals rounds at every step as it does at run time, also where an exact result is at hand.

console.log((2147483647 * 2147483647) | 0);
console.log(((2147483647 - 2) | 0) >= ((2147483647 * 2147483647) | 0));
console.log(9007199254740993 === 9007199254740992, 9007199254740993 > 9007199254740992);
console.log(2 ** 53 + 1 === 2 ** 53, 0.1 + 0.2 === 0.3, (1 / 3) * 3 === 1);
const product = 4294967295 * 4294967295;
console.log(product, product % 1000, product === 18446744065119617025);
