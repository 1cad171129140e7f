// Fibonacci numbers from int32 through 2^53 to rounding, in three ways.

function byLoop(n: number): number {
  let [a, b] = [0, 1];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}
function byDoubling(n: number): [number, number] {
  if (n === 0) return [0, 1];
  const [a, b] = byDoubling(n >> 1);
  const c = a * (2 * b - a);
  const d = a * a + b * b;
  return n & 1 ? [d, c + d] : [c, d];
}
const known = new Map<number, number>();
function remembered(n: number): number {
  if (n < 2) return n;
  let found = known.get(n);
  if (found === undefined) {
    found = remembered(n - 1) + remembered(n - 2);
    known.set(n, found);
  }
  return found;
}
for (const n of [0, 1, 2, 10, 46, 47, 48, 78, 79, 90]) console.log(n, byLoop(n), byDoubling(n)[0], remembered(n));
console.log(byLoop(1476), byLoop(1477), known.size);
