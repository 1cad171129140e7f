// TextEncoder: bytes of every length of sequence, halves of pairs, and texts of one and two bytes a unit.
const encoder = new TextEncoder();
console.log(encoder.encoding, encoder.encode(), encoder.encode("").length);
for (const text of [
  "abc",
  "é",
  "ÿ\u0100",
  "€",
  "😀",
  "a\ud800b",
  "\udc00",
  "\ud83d",
  "\ud83d\ud83d\ude00",
  "\u0000\u007f\u0080\u07ff\u0800\uffff",
]) {
  const bytes = encoder.encode(text);
  console.log(JSON.stringify(text), bytes.length, bytes.join(" "));
}
const long = encoder.encode("grün ".repeat(1000));
console.log(long.length, long.byteLength, long[2], long[3], long[5999]);
let sum = 0;
for (const byte of encoder.encode("The quick brown fox")) sum += byte;
console.log(sum);
