// What text is a number to Number, parseFloat and parseInt.

for (const text of [
  "12",
  " 12 ",
  "12px",
  "",
  " ",
  "0x1f",
  "1e3",
  "-0",
  ".5",
  "5.",
  "1_000",
  "Infinity",
  "-Infinity",
  "infinity",
  "1e",
  "+7",
  "--7",
  "0b101",
  "\n3\t",
  "12 34",
]) {
  console.log(JSON_TEXT(text), Number(text), parseFloat(text), parseInt(text), parseInt(text, 16));
}
function JSON_TEXT(text: string): string {
  return `<${text.replaceAll("\n", "n").replaceAll("\t", "t")}>`;
}
console.log(
  parseInt("z", 36),
  parseInt("12", 3),
  parseInt("9", 8),
  parseInt("777", 8),
  parseInt("1e3"),
  parseInt("123456789012345678901234567890"),
);
