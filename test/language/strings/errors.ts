// What the members of String refuse: RangeErrors with Node's words.
const attempts: (() => string)[] = [
  () => "ab".repeat(-1),
  () => "ab".repeat(Infinity),
  () => "".repeat(-Infinity),
  () => "ab".repeat(2 ** 30),
  () => "ab".repeat(-0.9),
  () => "ab".repeat(2.9),
  () => String.fromCodePoint(-1),
  () => String.fromCodePoint(0x110000),
  () => String.fromCodePoint(1.5),
  () => String.fromCodePoint(NaN),
  () => String.fromCodePoint(0x1f600, 65),
  () => "a".padStart(2 ** 30),
  () => "a".padEnd(Infinity),
  () => "a".padEnd(5, ""),
  () => "abc".padStart(2),
  () => "x".padStart(NaN),
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, "|", e.message);
    else console.log("other");
  }
}
