// parseInt and parseFloat: prefixes, signs, radixes and what is no number.
for (const text of [
  "42",
  "-17px",
  "  8 ",
  "+5",
  "0x1F",
  "0b11",
  "1e3",
  ".5",
  "-.5e-2x",
  "Infinity",
  "-Infinityx",
  "",
  "abc",
  "1_000",
  "0.0000001",
  "9007199254740993",
  "--1",
  "1e400",
]) {
  console.log(JSON.stringify(text), parseInt(text), parseFloat(text), Number(text));
}
for (const radix of [2, 8, 16, 36, 1, 37, 0, 10.9]) console.log(radix, parseInt("101", radix), parseInt("zz", radix), parseInt("9", radix));
