// The functions and constants of Number, and the global ones that convert first.
for (const x of [0, -0, 1, 1.5, 2 ** 53 - 1, 2 ** 53, -(2 ** 53) + 1, 1e300, NaN, Infinity, -Infinity]) {
  console.log(x, Number.isInteger(x), Number.isSafeInteger(x), Number.isFinite(x), Number.isNaN(x), isNaN(x), isFinite(x));
}
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON);
console.log(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN);
console.log(Number.parseInt("42px"), Number.parseFloat("3.5e2x"), Number.parseInt("ff", 16), Number.parseInt("0x1f"), Number.parseInt(""));
console.log(["1", "", " 2 ", "x", "0b11", "1e3", "-0"].map(Number));
console.log([1, 0, -1, NaN, Infinity].map(String), [0, 1, NaN, 2].filter(Boolean), ["", "a"].map(Boolean));
console.log((12).valueOf() + 1, (5).toString(), (-7.25).toString(2));
