// Math.imul multiplies modulo 2^32 where * would round.

const pairs: [number, number][] = [
  [0xffffffff, 5],
  [65536, 65536],
  [123456789, 987654321],
  [-5, 12],
  [0x7fffffff, 0x7fffffff],
  [2.9, 3.9],
  [NaN, 3],
  [1e12, 7],
];
for (const [a, b] of pairs) console.log(Math.imul(a, b), (a * b) | 0, a * b);
let hash = 0x811c9dc5;
for (const c of "the quick brown fox") hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193);
console.log(hash, hash >>> 0);
let state = 12345;
for (let i = 0; i < 5; i++) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  console.log(state);
}
