// |0, >>>0, ~~, << and >> of fractions, huge values, infinities, NaN and -0, and what comes of mixing them with other arithmetic.

const values = [
  0,
  -0,
  0.9,
  -0.9,
  2147483647.5,
  2147483648,
  -2147483649,
  4294967295,
  4294967296.7,
  1e21,
  -1e21,
  2 ** 53 + 2,
  2 ** 63,
  1e308,
];
const ends = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER];
for (const value of [...values, ...ends]) {
  const row = [value | 0, value >>> 0, ~~value, ~value, value << 31, value >> 31, value >>> 31, value ^ -1, value & 0xff];
  console.log(value, row.join(" "));
}
console.log(
  Object.is(-0 | 0, 0),
  Object.is(-0.5 >> 0, 0),
  Object.is(-0 * 1, -0),
  Object.is(-(0 | 0), -0),
  1 / (-1 >>> 32 === 4294967295 ? -0 : 0),
);
let hash = 0;
for (const text of ["alpha", "beta", "gamma"]) {
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  console.log(hash, hash >>> 0, (hash >>> 0) + hash, (hash >>> 16) ^ hash);
}
let state = 1;
const next = (): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
};
console.log([next(), next(), next()].join(), state);
console.log((0xffffffff | 0) + 1, (0xffffffff >>> 0) + 1, (0x7fffffff + 1) | 0, (0x7fffffff + 0x7fffffff) | 0, (0xffff * 0xffff) | 0);
console.log(1 << 31, (1 << 31) >>> 0, 1 << 32, 1 << -1, -1 >>> -1, 5 >> 33, (2 ** 32 + 5) >> 1);
