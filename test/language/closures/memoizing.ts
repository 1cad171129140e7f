// Results remembered by argument, counted calls.

function remember(compute: (n: number) => number): { get: (n: number) => number; calls: () => number } {
  const known = new Map<number, number>();
  let calls = 0;
  return {
    get: (n) => {
      let found = known.get(n);
      if (found === undefined) {
        calls++;
        found = compute(n);
        known.set(n, found);
      }
      return found;
    },
    calls: () => calls,
  };
}
const squares = remember((n) => n * n);
console.log([3, 4, 3, 3, NaN, NaN, 0, -0].map((n) => squares.get(n)).join(), squares.calls());
const other = remember((n) => squares.get(n) + 1);
console.log(other.get(4), other.get(9), other.get(4), squares.calls(), other.calls());
