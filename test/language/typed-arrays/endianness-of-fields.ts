// A record laid out byte by byte in both orders: the same offsets, mirrored bytes, and what reads of the wrong order give.
const buffer = new ArrayBuffer(24);
const view = new DataView(buffer, 1, 20);
const hex = (): string => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
function write(isLittle: boolean): void {
  view.setUint16(0, 0xabcd, isLittle);
  view.setInt32(2, -2, isLittle);
  view.setFloat32(6, -0.15625, isLittle);
  view.setFloat64(10, Math.PI, isLittle);
  view.setInt16(18, -32768, isLittle);
}
for (const isLittle of [false, true]) {
  write(isLittle);
  console.log(hex());
  for (const order of [isLittle, !isLittle]) {
    console.log(view.getUint16(0, order), view.getInt16(0, order), view.getInt32(2, order), view.getUint32(2, order));
    console.log(view.getFloat32(6, order), view.getFloat64(10, order), view.getInt16(18, order), view.getUint16(18, order));
  }
}
view.setUint8(0, 511);
view.setInt8(1, 200);
view.setUint16(2, -1);
view.setUint32(4, 2 ** 32 + 5.9);
view.setInt16(8, NaN);
view.setInt32(10, Infinity);
view.setFloat32(14, 1e40, true);
console.log(hex(), view.getUint8(0), view.getInt8(1), view.getUint16(2), view.getUint32(4), view.getFloat32(14, true));
view.setFloat64(0, -0);
console.log(Object.is(view.getFloat64(0), -0), view.getUint8(0), 1 / view.getFloat64(0));
for (const at of [19, 17, 13, -1, 20]) {
  try {
    console.log(at, view.getUint8(at), view.getFloat64(at));
  } catch (error) {
    console.log(at, error instanceof RangeError ? error.message : "another error");
  }
}
