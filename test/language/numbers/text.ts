// Number text: the shortest digits that read back, with and without exponent.

const values = [
  0,
  1,
  -1,
  10,
  100,
  0.1,
  0.5,
  123.456,
  1e21,
  1e20,
  123456789012345680000,
  1e-6,
  1e-7,
  1.5e-10,
  5e-324,
  1.7976931348623157e308,
  2.2250738585072014e-308,
  4.35,
  0.000001,
  9007199254740993,
  1 / 3,
  2 / 3,
  100.25,
  1e100,
  4294967295,
  4294967296,
  -2147483648,
  0.1 + 0.2,
  1e23,
  8.41e21,
  9.5367431640625e-7,
  2 ** 60,
  2 ** 70,
  123e-20,
  5e-5,
  299792458,
  6.02214076e23,
  1.1,
  3.14159265358979,
];
for (const value of values) console.log(`${value} ${-value}`);
let power = 1;
for (let i = 0; i < 40; i++) {
  console.log(power, 1 / power);
  power *= 7;
}
