// `Object.is` as the function that compares, also of elements that a list cannot have.
function indexOf<T>(list: readonly T[], wanted: T, equal: (a: T, b: T) => boolean = Object.is): number {
  return list.findIndex((item) => equal(item, wanted));
}
function same<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean = Object.is): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]));
}
console.log(indexOf([1, NaN, -0], NaN), indexOf([1, 0], -0), indexOf(["a", "b"], "b"), indexOf([true], false));
console.log(
  same([], []),
  same([NaN], [NaN]),
  same(["x"], ["y"]),
  same([0], [-0], (x, y) => x === y),
);
