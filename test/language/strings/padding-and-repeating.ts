// padStart, padEnd, repeat and trim at their limits.

for (const width of [0, 3, 5, 8, -1])
  console.log(width, `[${"abcd".padStart(width, "12")}]`, `[${"abcd".padEnd(width, "xyz")}]`, `[${"7".padStart(width)}]`);
console.log("ab".padEnd(5, ""), "-".repeat(0) === "", "ab".repeat(3), "".repeat(5) === "", "x".repeat(1.9));
console.log(
  `[${" \t a b \n".trim()}]`,
  `[${"  a ".trimStart()}]`,
  `[${" a  ".trimEnd()}]`,
  "\u00a0x\ufeff".trim().length,
  "   ".trim() === "",
);
for (const n of [5, 42, 123456]) console.log(String(n).padStart(6, "0"), n.toFixed(1).padStart(10, "."));
