// What toFixed and toString refuse is a RangeError that says so.
const attempts: (() => string)[] = [
  () => (1).toFixed(101),
  () => (1).toFixed(-1),
  () => NaN.toFixed(101),
  () => (1).toString(1),
  () => (1).toString(37),
  () => (1).toString(0),
  () => (255).toString(16),
  () => (1.5).toFixed(100),
  () => (-1.5).toFixed(0),
  () => (1e21).toFixed(2),
  () => (0.5).toFixed(0),
  () => (1.005).toFixed(2),
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, "|", e.message);
    else console.log("other");
  }
}
