// The texts that are numbers: Number takes the whole text, parseFloat the longest start, parseInt digits of a radix.
const texts = [
  "",
  " ",
  "0",
  "-0",
  "+1",
  "1.",
  ".5",
  ".",
  "-.5e1",
  "1e",
  "1e+",
  "1e5x",
  "1_000",
  "0x1F",
  "0X1f",
  "-0x1f",
  "0b101",
  "0o17",
  "017",
];
texts.push(
  "0b2",
  "0xg",
  "0x",
  "1e400",
  "-1e400",
  "1e-400",
  "Infinity",
  "-Infinity",
  "+Infinity",
  "infinity",
  "Infinityx",
  "NaN",
  "1,5",
  "١",
);
texts.push(
  "00012",
  "1e0010",
  "--1",
  "+-1",
  "12px",
  "1.2.3",
  "5e-324",
  "2e-324",
  "1.7976931348623157e308",
  "1.7976931348623159e308",
  "9007199254740993",
);
for (const text of texts)
  console.log(JSON.stringify(text), Number(text), parseFloat(text), parseInt(text), parseInt(text, 16), parseInt(text, 2));
for (const radix of [0, 1, 2, 8, 10, 36, 37, -2, NaN, Infinity, 2 ** 32 + 8, 10.9])
  console.log(radix, parseInt("0755", radix), parseInt("0x1z", radix));
console.log(parseInt("123456789012345678901234567890"), parseInt("zzzzzzzzzzzzzzzzzzzz", 36), parseInt("1".repeat(400), 2));
console.log(Number(true), Number(false), Number("\n12\t"), Number("12\u0000"), Object.is(Number("-0"), -0), Object.is(parseInt("-0"), -0));
console.log(
  parseFloat("0.1e1e1"),
  parseFloat("-.5."),
  parseFloat("e5"),
  parseFloat("0x10"),
  parseFloat("-Infinityfoo"),
  parseFloat("1e1000"),
);
