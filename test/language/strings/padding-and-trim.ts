// padStart, padEnd, trim and its halves with every kind of space.
for (const fill of [" ", "0", "ab", "€", ""])
  console.log(`[${"x".padStart(6, fill)}]`, `[${"x".padEnd(6, fill)}]`, `[${"long enough".padStart(4, fill)}]`);
console.log(`[${"5".padStart(3)}]`, `[${"5".padEnd(NaN)}]`, `[${"é".padStart(3, "ü")}]`, "😀".padEnd(4, "-"));
const spaced = "\t\n\v\f\r \u00a0\u2003\ufeff text \u2028\u2029";
console.log(
  spaced.trim(),
  spaced.trim().length,
  spaced.trimStart().length,
  spaced.trimEnd().length,
  "".trim() === "",
  "   ".trim().length,
  "\u200bx".trim().length,
);
