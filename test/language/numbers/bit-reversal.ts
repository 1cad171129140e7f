// Reversing bits and bytes, and rotating.

function reverseBits(x: number): number {
  let result = 0;
  for (let i = 0; i < 32; i++) if ((x & (1 << i)) !== 0) result |= 1 << (31 - i);
  return result >>> 0;
}
const swapBytes = (x: number): number => (((x & 0xff) << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24)) >>> 0;
const rotate = (x: number, by: number): number => ((x << by) | (x >>> (32 - by))) >>> 0;
for (const x of [0, 1, 0x80000000, 0x12345678, 0xff, -1])
  console.log(x.toString(16), reverseBits(x).toString(16), swapBytes(x).toString(16), rotate(x, 8).toString(16), rotate(x, 0).toString(16));
console.log(reverseBits(reverseBits(0x1234)) === 0x1234, swapBytes(swapBytes(0xdeadbeef)) === 0xdeadbeef);
