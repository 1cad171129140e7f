// Loops over iterators that are left by break and return: the iterator and what it holds end.
class Range implements Iterable<{ n: number }> {
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}
  [Symbol.iterator](): Iterator<{ n: number }> {
    let at = this.from;
    const end = this.to;
    return { next: () => (at < end ? { done: false, value: { n: at++ } } : { done: true, value: undefined }) };
  }
}
function firstAbove(range: Range, limit: number): { n: number } | null {
  for (const item of range) if (item.n > limit) return item;
  return null;
}
let last: { n: number } = { n: -1 };
for (const item of new Range(0, 10)) {
  last = item;
  if (item.n === 4) break;
}
console.log(firstAbove(new Range(1, 9), 5)?.n, firstAbove(new Range(1, 3), 5), last.n);
