// Gray code: neighbours differ in one bit; back from code to number; the same by reflecting lists of texts.

const toGray = (value: number): number => (value ^ (value >>> 1)) >>> 0;

function fromGray(code: number): number {
  let value = code;
  for (let shift = 1; shift < 32; shift <<= 1) value ^= value >>> shift;
  return value >>> 0;
}

function reflected(bits: number): string[] {
  if (bits === 0) return [""];
  const smaller = reflected(bits - 1);
  return [...smaller.map((text) => `0${text}`), ...smaller.toReversed().map((text) => `1${text}`)];
}

function bitCount(value: number): number {
  let count = 0;
  for (let left = value; left !== 0; left &= left - 1) count++;
  return count;
}

console.log(reflected(3).join(" "), reflected(0).length);
console.log(reflected(5).every((text, index) => parseInt(text, 2) === toGray(index)));
const jumps = new Set<number>();
for (let value = 0; value < 255; value++) jumps.add(bitCount(toGray(value) ^ toGray(value + 1)));
console.log([...jumps]);
for (const value of [0, 1, 2, 255, 65536, 2147483647, 2147483648, 4294967295]) {
  const code = toGray(value);
  console.log(value, code, fromGray(code), fromGray(code) === value);
}
