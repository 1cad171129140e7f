// Numbers for people: toLocaleString groups the digits of the whole part, and keeps up to three behind the point.

const edges = [
  0, -0, 1, 999, 1000, -1000, 1234567.891, 0.5, 0.0005, -0.0004, 1.0005, 1.0015, 2.5, 999999.9996, 1e21, 1.5e-7, 123456789012345680000,
];
for (const value of edges) console.log(value, value.toLocaleString(), value.toLocaleString("en-US"));
console.log(NaN.toLocaleString(), Infinity.toLocaleString(), (-Infinity).toLocaleString());
console.log((1e300).toLocaleString().length, Number.MAX_SAFE_INTEGER.toLocaleString());

for (const price of [1234.5, 0.005, 99.995, 1e6, -2.675]) {
  const two = price.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = price.toLocaleString("en-US", { maximumFractionDigits: 0 });
  const plain = price.toLocaleString("en-US", { useGrouping: false });
  console.log(two, whole, plain, price.toLocaleString("en", { minimumFractionDigits: 5 }));
}
for (const digits of [-1, 101]) {
  try {
    console.log((1).toLocaleString("en-US", { maximumFractionDigits: digits }));
  } catch (error) {
    if (error instanceof RangeError) console.log(error.message);
  }
}
const total = [1200, 34000, 5].map((n) => n.toLocaleString().padStart(8)).join("|");
console.log(total, `${(12345).toLocaleString()} bytes`);
