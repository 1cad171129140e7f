// The bits of numbers through views of one buffer: taken apart, put together, the next number up, and roundings to 32 bits.
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);
function parts(value: number): string {
  double[0] = value;
  const high = words[1];
  const exponent = (high >>> 20) & 0x7ff;
  return `${high >>> 31} ${exponent} ${(high & 0xfffff).toString(16).padStart(5, "0")}${words[0].toString(16).padStart(8, "0")}`;
}
for (const value of [0, -0, 1, -2, 0.1, 1 / 3, Number.MAX_VALUE, Number.MIN_VALUE, Infinity, -Infinity, 2 ** 53 + 2])
  console.log(value, parts(value));
function next(value: number): number {
  double[0] = value;
  words[0] = words[0] + 1;
  if (words[0] === 0) words[1]++;
  return double[0];
}
console.log(next(1), next(0), next(0.1), next(Number.MAX_VALUE), next(1 - Number.EPSILON / 2) === 1, next(2 ** 52));
for (const value of [1, 0.1, 16777217, 3.4028235e38, 3.4028236e38, 1e-45, 7e-46, 2 ** -150, -1e-40]) {
  single[0] = value;
  console.log(value, single[0], singleBits[0].toString(16), single[0] === Math.fround(value));
}
singleBits[0] = 0x7f800000;
console.log(single[0]);
singleBits[0] = 0xffc00001;
console.log(single[0], Number.isNaN(single[0]), single.includes(NaN), single.indexOf(NaN));
