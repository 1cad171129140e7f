// Numbers as text: the shortest digits that read back, and where exponents begin.

for (const value of [
  0.1,
  0.000001,
  0.0000001,
  123456789012345680000,
  1e21,
  1.5e-10,
  5e-324,
  1.7976931348623157e308,
  0.1 + 0.2,
  1 / 3,
  100,
  1e2,
  1.0,
  123.456,
  -1e-7,
  9007199254740993,
  4.35,
  0.3,
]) {
  console.log(String(value), `${value}`, "" + value, Number(String(value)) === value);
}
console.log((25).toString(2), (255).toString(16), (-255).toString(36), (0.5).toString(2), (1e21).toString(7).length);
