// A view or buffer that nothing else holds lasts until its bytes were read or written.

console.log(new DataView(new ArrayBuffer(8)).getInt16(0), new DataView(new ArrayBuffer(8)).getUint8(1));
console.log(new DataView(new Uint8Array([1, 2, 3, 4]).buffer).getInt32(0), new DataView(new Uint8Array([1, 2]).buffer).getInt8(1));
console.log(
  new DataView(new Float64Array([1.5]).buffer).getFloat64(0, true),
  new DataView(new Float32Array([0.5]).buffer).getFloat32(0, true),
);
console.log(new ArrayBuffer(4).slice(1).byteLength, new Uint8Array(new Uint8Array([7, 8, 9]).buffer.slice(1)));
new DataView(new ArrayBuffer(4)).setUint32(0, 0xffff_ffff);

function viewOf(...bytes: number[]): DataView {
  return new DataView(Uint8Array.from(bytes).buffer);
}
const reads = [() => viewOf(1, 2).getUint16(0), () => viewOf(1, 2).getUint16(0, true), () => viewOf(255).getInt8(0)];
for (const read of reads) console.log(read());
for (const length of [NaN, -0.5, 1.9]) console.log(new ArrayBuffer(length).byteLength);
