// Roman numerals written and read.

const values: [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
function write(n: number): string {
  let text = "";
  for (const [value, letters] of values) for (; n >= value; n -= value) text += letters;
  return text;
}
function read(text: string): number {
  let sum = 0;
  let at = 0;
  for (const [value, letters] of values) while (text.startsWith(letters, at)) [sum, at] = [sum + value, at + letters.length];
  return at === text.length ? sum : NaN;
}
for (const n of [1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999]) console.log(n, write(n));
let wrong = 0;
for (let n = 1; n < 4000; n += 7) if (read(write(n)) !== n) wrong++;
console.log(wrong, read("IIX"), read(""), read("ABC"));
