// CRC-32 and Adler-32: tables of unsigned words, shifts that must not be signed, sums that are reduced late.

const table: number[] = [];
for (let byte = 0; byte < 256; byte++) {
  let word = byte;
  for (let bit = 0; bit < 8; bit++) word = word & 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
  table.push(word >>> 0);
}

function crc(bytes: readonly number[]): number {
  let word = 0xffffffff;
  for (const byte of bytes) word = table[(word ^ byte) & 255] ^ (word >>> 8);
  return (word ^ 0xffffffff) >>> 0;
}

function adler(bytes: readonly number[]): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

const bytesOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const hexadecimal = (value: number): string => value.toString(16).padStart(8, "0");
for (const text of ["", "a", "123456789", "The quick brown fox jumps over the lazy dog", "\u00ff".repeat(300)])
  console.log(text.length, hexadecimal(crc(bytesOf(text))), hexadecimal(adler(bytesOf(text))));
console.log(table.filter((word) => word > 0x7fffffff).length, table[1], table[255] | 0);
console.log(hexadecimal(crc(Array.from({ length: 1000 }, (_, at) => (at * at) & 255))));
