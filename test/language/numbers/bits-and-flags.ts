// Bits and flags: const enums as bit sets, masks, population count, bit reversal, CRC-32.

const enum Flag {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Run = 1 << 2,
  All = Read | Write | Run,
}
let flags: number = Flag.Read | Flag.Run;
console.log(flags, (flags & Flag.Write) !== 0, (flags & Flag.Run) !== 0);
flags ^= Flag.All;
flags &= ~Flag.Read;
console.log(flags);
function population(x: number): number {
  let count = 0;
  for (let rest = x >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
function reversed(x: number): number {
  let result = 0;
  for (let i = 0; i < 32; i++) {
    result = (result << 1) | (x & 1);
    x >>>= 1;
  }
  return result >>> 0;
}
console.log(population(0xf0f0), population(-1), reversed(1), reversed(0x12345678));
const table: number[] = [];
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  table.push(c >>> 0);
}
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = table[(crc ^ text.charCodeAt(i)) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
console.log(crc32("123456789"), crc32(""), crc32("The quick brown fox jumps over the lazy dog"));
