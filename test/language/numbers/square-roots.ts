// Newton's square root of whole numbers against Math.sqrt.

function rootOf(n: number): number {
  if (n < 2) return n;
  let x = n;
  for (;;) {
    const next = Math.floor((x + Math.floor(n / x)) / 2);
    if (next >= x) return x;
    x = next;
  }
}
let wrong = 0;
for (let n = 0; n < 2000; n++) if (rootOf(n) !== Math.floor(Math.sqrt(n))) wrong++;
console.log(
  wrong,
  rootOf(2147395600),
  rootOf(2147395599),
  rootOf(1e15),
  Math.sqrt(2),
  Math.sqrt(1e-300),
  Math.sqrt(0.25),
  Math.sqrt(-0) + 0,
);
console.log(Math.hypot(3, 4), Math.cbrt(27), Math.cbrt(-8), Math.sqrt(15241578750190521) === 123456789);
