// The text of a number is the shortest that reads back as itself; precise forms and radixes round as they must.
const two = new Uint32Array(2);
const double = new Float64Array(two.buffer);
let seed = 12345;
const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
let wrong = 0;
let longest = 0;
let shown = 0;
for (let i = 0; i < 30; i++) {
  two[0] = random();
  two[1] = random();
  const value = double[0];
  if (!Number.isFinite(value)) continue;
  const text = String(value);
  if (Number(text) !== value || parseFloat(text) !== value || (JSON.parse(text) as number) !== value) wrong++;
  if (Number(value.toExponential()) !== value || Number(value.toPrecision(17)) !== value) wrong++;
  longest = Math.max(longest, text.length);
  if (i % 8 === 0) console.log(text, value.toExponential(3), value.toPrecision(5), ++shown);
}
console.log(wrong, longest);
for (const power of [-8, -7, -6, -1, 0, 1, 5, 20, 21, 22])
  console.log(10 ** power, 1.5 * 10 ** power, -(10 ** power) / 3, (10 ** power).toFixed(3));
for (const value of [0.000001, 1e-7, 123456789012345680000, 1e21, 2 ** 53, 2 ** 64, 4.35, 0.1 + 0.2, 5e-324, 1 / 3])
  console.log(value, value.toString(2).length, value.toString(36), value.toString(16), value.toString(3).slice(0, 30));
