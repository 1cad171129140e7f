// Making typed arrays: from lengths, arrays, other kinds, sets, generators and buffers.
console.log(new Uint8Array(), new Uint8Array(3), new Int16Array(2.9), new Uint8Array(-0.5), new Uint8Array(NaN));
console.log(new Uint8Array([1, 300, -1, 2.9]), new Float32Array([0.1, 1e39]), new Float64Array(new Uint8Array([1, 2])));
console.log(new Int8Array(new Float64Array([1.9, -1.9, 200, NaN])), new Uint16Array(new Set([5, 6, 5])), new Uint8Array([]));
function* squares(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i * i;
}
console.log(
  new Uint32Array(squares(5)),
  Uint8Array.from(squares(3)),
  Uint8Array.from([1, 2, 3], (value, index) => value * 10 + index),
);
console.log(
  Int8Array.of(),
  Int8Array.of(1, 128, -129),
  Float64Array.from(new Set([1.5])),
  Uint16Array.from({ length: 3 }, (_, i) => i * 40000),
);
const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer);
const words = new Uint16Array(buffer, 2, 2);
const rest = new Int32Array(buffer, 4);
bytes.set([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(bytes, words, rest, words.byteOffset, words.byteLength, rest.length, bytes.buffer === words.buffer);
words[0] = 0xffff;
new DataView(buffer).setInt32(4, -2, true);
console.log(bytes, rest[0], buffer.byteLength, words.BYTES_PER_ELEMENT, rest.BYTES_PER_ELEMENT);
console.log(ArrayBuffer.isView(bytes), ArrayBuffer.isView(new DataView(buffer)), ArrayBuffer.isView(buffer), ArrayBuffer.isView([1]));
console.log(new Uint8Array(buffer.slice(2, 4)), new Uint8Array(buffer.slice(-2)), buffer.slice(5, 2).byteLength);
