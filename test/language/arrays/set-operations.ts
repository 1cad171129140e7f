// Union, intersection and difference of lists and of sets keep the order of the first.

function union(a: readonly number[], b: readonly number[]): number[] {
  const seen = new Set<number>();
  const result: number[] = [];
  for (const each of [...a, ...b]) {
    if (!seen.has(each)) result.push(each);
    seen.add(each);
  }
  return result;
}
const both = (a: readonly number[], b: readonly number[]): number[] => a.filter((each) => b.includes(each));
const without = (a: readonly number[], b: readonly number[]): number[] => a.filter((each) => !new Set(b).has(each));
const [x, y] = [
  [3, 1, 2, 3, NaN],
  [2, 4, NaN, 3],
];
console.log(union(x, y).join(), both(x, y).join(), without(x, y).join(), without(y, x).join(), union([], []).length);
