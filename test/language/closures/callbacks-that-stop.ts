// Callbacks decide when a walk ends; what they captured tells why.

function walk(limit: number, visit: (n: number, stop: () => void) => void): number {
  let isStopped = false;
  let n = 0;
  for (; n < limit && !isStopped; n++)
    visit(n, () => {
      isStopped = true;
    });
  return n;
}
let sum = 0;
console.log(
  walk(100, (n, stop) => {
    sum += n;
    if (sum > 20) stop();
  }),
  sum,
);
console.log(
  walk(3, () => {}),
  walk(0, () => console.log("never")),
  walk(5, (_, stop) => stop()),
);
let nested = "";
walk(3, (a) => {
  walk(3, (b, stop) => {
    nested += `${a}${b} `;
    if (b === a) stop();
  });
});
console.log(nested);
