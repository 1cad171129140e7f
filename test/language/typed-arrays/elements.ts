// Typed arrays: elements wrap to their width, floats round, and views share bytes.

const bytes = new Uint8Array(8);
for (let i = 0; i < bytes.length; i++) bytes[i] = i * 60;
console.log(bytes.join(), bytes.length, bytes.indexOf(240), bytes.includes(44));
const words = new Int16Array(4);
words[0] = 40000;
words[1] = -40000;
words[2] = 1.9;
console.log(words.join());
const singles = new Float32Array(3);
singles[0] = 0.1;
singles[1] = 16777217;
console.log(singles[0], singles[1], singles[2]);
const doubles = new Float64Array(4);
doubles.fill(1.5);
doubles[2] += 0.25;
let sum = 0;
for (const value of doubles) sum += value;
console.log(sum, doubles.length);
const unsigned = new Uint32Array(2);
unsigned[0] = -1;
unsigned[1] = unsigned[0] + 1;
console.log(unsigned[0], unsigned[1]);
const part = bytes.subarray(2, 5);
part[0] = 7;
console.log(bytes[2], part.length, part.join("-"), bytes.slice(2, 4).join());
bytes.reverse();
console.log(bytes.join());
