// Number reading: texts to numbers, by Number, parseFloat and parseInt.

const texts = [
  "0", "-0", "42", " 42 ", "+7", "3.14", ".5", "5.", "1e3", "1E-3", "1e", "e5", "", "  ", "abc", "12abc", "0x1F", "0b101", "0o17", "0x", "Infinity",
  "-Infinity", "infinity", "1e309", "1e-400", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623159e308", "9007199254740993",
  "9007199254740992.9999", "0.1", "123456789012345678901234567890", "1_000", "--1", "1.2.3", "0.30000000000000004", "1e23", "8.5e-320", "-", ".", "+.e1",
];
for (const text of texts) console.log(`${text}: ${Number(text)} ${parseFloat(text)} ${parseInt(text, 10)}`);
console.log(parseInt("ff", 16), parseInt("0xff"), parseInt("zz", 36), parseInt("102", 2), parseInt("12", 1), parseInt("  -17px"), parseInt(""));
