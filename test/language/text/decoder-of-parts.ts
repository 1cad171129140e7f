// One decoder over views that share a buffer: offsets count, the bytes around a view do not, and each kind of view is taken.
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const bytes = encoder.encode("grüße, 世界 😀!");
console.log(bytes.length);
for (let start = 0; start < bytes.length; start += 3) {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.min(5, bytes.length - start));
  const whole = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const text = decoder.decode(view);
  console.log(start, JSON.stringify(text), text === decoder.decode(whole), text === decoder.decode(bytes.slice(start, start + 5)));
}
// Characters counted and cut without decoding: bytes that begin one are those that are not 10xxxxxx.
const starts = bytes.reduce((list: number[], byte, at) => ((byte & 0xc0) === 0x80 ? list : [...list, at]), []);
console.log(starts.length, [...decoder.decode(bytes)].length, starts.join(" "));
function cut(bytes: Uint8Array, most: number): string {
  let end = Math.min(most, bytes.length);
  while (end > 0 && end < bytes.length && (bytes[end] & 0xc0) === 0x80) end--;
  return decoder.decode(bytes.subarray(0, end));
}
for (const most of [0, 2, 3, 4, 9, 10, 11, 17, 18, 19, 100]) console.log(most, cut(bytes, most), cut(bytes, most).length);
const lines = encoder.encode("one\ntwo\n\nfour");
let from = 0;
for (let at = lines.indexOf(10); from <= lines.length; at = lines.indexOf(10, from)) {
  const end = at < 0 ? lines.length : at;
  console.log(from, end, decoder.decode(lines.subarray(from, end)));
  from = end + 1;
}
