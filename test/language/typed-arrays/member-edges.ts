// Typed arrays: of, from, set, subarray, fill, searches and sorting at their edges.

console.log(
  Uint8Array.of(1, 256, -1, 1.9),
  Int8Array.from([127, 128, -129]),
  Uint8ClampedArray.of(300, -5, 1.5, 2.5),
  Float32Array.of(0.1),
);
console.log(
  Uint16Array.from(new Set([1, 65537])),
  Uint8Array.from("123", (c) => Number(c) * 2),
  Int32Array.from([1, 2], (x, i) => x * i),
  Uint8Array.from({ length: 3 }, (_, i) => i * 100),
);
const bytes = new Uint8Array([5, 1, 4, 2, 3]);
console.log(bytes.subarray(1, -1), bytes.slice(-2), bytes.toSorted(), bytes.toReversed(), bytes.with(0, 300), bytes.at(-1), bytes.at(9));
bytes.set([9, 8], 3);
console.log(bytes, bytes.indexOf(9), bytes.lastIndexOf(7), bytes.includes(8), bytes.join("-"), bytes.fill(7, 1, 3), bytes.copyWithin(0, 3));
for (const attempt of [
  () => bytes.set([1, 2], 4),
  () => bytes.set([1], -1),
  () => new Uint8Array(-1),
  () => bytes.with(9, 1),
  () => new Uint16Array(new ArrayBuffer(3)),
]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error instanceof RangeError);
  }
}
const floats = new Float64Array([3, NaN, -0, 0, -Infinity, 1]);
console.log(
  floats.sort(),
  floats.indexOf(NaN),
  floats.includes(NaN),
  floats.sort((a, b) => b - a).length,
  floats.findLast((x) => x < 0),
);
console.log(
  bytes.map((x) => x * 100),
  bytes.filter((x) => x > 7),
  bytes.reduce((a, b) => a + b),
  bytes.reduceRight((text, b) => text + b, ""),
  bytes.some((x) => x > 200),
);
const view = new DataView(new ArrayBuffer(8));
view.setInt16(0, -2);
view.setFloat32(4, 1.5, true);
console.log(view.getUint16(0), view.getUint16(0, true), view.getUint8(7), view.getFloat32(4, true), new Uint8Array(view.buffer));
console.log(
  [...bytes.entries()].length,
  [...bytes.keys()].join(),
  Array.from(bytes.values()).join(),
  bytes.BYTES_PER_ELEMENT,
  Float64Array.BYTES_PER_ELEMENT,
);
const shared = new Uint8Array(view.buffer, 4, 2);
shared[0] = 255;
console.log(view.getUint8(4), shared.byteOffset, shared.byteLength, shared.buffer === view.buffer, view.buffer.slice(2, 6).byteLength);
