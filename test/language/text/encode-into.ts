// encodeInto: whole code points as far as there is room; what was read counts units, what was written bytes.
const encoder = new TextEncoder();
for (const size of [0, 1, 2, 3, 4, 5, 8]) {
  const room = new Uint8Array(size);
  const result = encoder.encodeInto("aé😀z", room);
  console.log(size, result.read, result.written, room.join(","));
}
const buffer = new Uint8Array(16);
let at = 0;
for (const word of ["one", "zwölf", "三", "😀"]) {
  const { written } = encoder.encodeInto(word, buffer.subarray(at));
  at += written;
}
console.log(at, buffer.join(" "));
console.log(encoder.encodeInto("\ud800", buffer), buffer[0], buffer[1], buffer[2]);
console.log(encoder.encodeInto("", buffer), encoder.encodeInto("abc", new Uint8Array(0)));
