// Conversion to int32 and uint32: the low 32 bits of the whole part, whatever the number.

const values = [
  0,
  -0,
  0.9,
  -0.9,
  1.5,
  -1.5,
  2147483647,
  2147483648,
  -2147483648,
  -2147483649,
  4294967295,
  4294967296,
  1e10,
  -1e10,
  1e21,
  1e308,
  NaN,
  Infinity,
  -Infinity,
];
for (const value of values) console.log(value, value | 0, value >>> 0, ~~value, value >> 0, ~value);
let sum = 0;
for (const value of values) sum = (sum + (value | 0)) | 0;
console.log(sum);
