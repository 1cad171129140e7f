// DataView: numbers of every size in both byte orders, at any offset, and what lies outside.
const buffer = new ArrayBuffer(16);
const view = new DataView(buffer);
view.setInt16(0, -2);
view.setUint16(2, 65535, true);
view.setInt32(4, -123456789);
view.setUint32(8, 4294967295, true);
console.log(
  view.getInt16(0),
  view.getInt16(0, true),
  view.getUint16(2),
  view.getInt32(4),
  view.getInt32(4, true),
  view.getUint32(8),
  view.getUint8(4),
  view.getInt8(4),
);
for (const x of [0, -0, 1, -1.5, 0.1, 3.4e38, 1e39, 1e-45, 1e-40, NaN, Infinity, -Infinity, 16777217]) {
  view.setFloat32(1, x);
  const big = view.getFloat32(1);
  view.setFloat32(1, x, true);
  console.log(big, view.getFloat32(1, true), view.getUint8(1), view.getUint8(4));
}
for (const x of [0, -0, 1, -1.5, 0.1, 1.7976931348623157e308, 5e-324, NaN, -Infinity]) {
  view.setFloat64(3, x);
  const big = view.getFloat64(3);
  view.setFloat64(3, x, true);
  console.log(big, view.getFloat64(3, true), view.getUint8(3), view.getUint8(10));
}
view.setInt8(0, 200);
view.setUint8(1, -1);
view.setInt16(2, 70000);
view.setUint32(4, -1);
view.setInt32(8, 2 ** 31);
console.log(view.getInt8(0), view.getUint8(1), view.getInt16(2), view.getUint32(4), view.getInt32(8));
const part = new DataView(buffer, 4, 4);
console.log(part.byteOffset, part.byteLength, part.getUint32(0), part.buffer.byteLength);
const attempts: (() => number)[] = [
  () => view.getInt32(13),
  () => view.getInt8(-1),
  () => view.getFloat64(9),
  () => part.getUint8(4),
  () => new DataView(buffer, 17).byteLength,
  () => new DataView(buffer, 8, 9).byteLength,
  () => new DataView(buffer, -1).byteLength,
  () => new DataView(buffer, 16).byteLength,
  () => new ArrayBuffer(-1).byteLength,
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
