// Generic function expressions that call themselves, with the same and with other types.

const repeat = function fill<T>(value: T, count: number): T[] {
  return count === 0 ? [] : [value, ...fill(value, count - 1)];
};
console.log(repeat("a", 3).join(), repeat(true, 2).join(), repeat(1.5, 1).join());

function local(extra: string): string {
  const pairs = function pair<A, B>(first: A, second: B, depth: number): string {
    return depth === 0 ? `${first}/${second}${extra}` : pair(second, first, depth - 1);
  };
  return `${pairs(1, "x", 3)} ${pairs(true, 2, 2)}`;
}
console.log(local("!"));

const reduceRight = function fold<T, R>(list: readonly T[], start: R, combine: (left: T, right: R) => R): R {
  if (list.length === 0) return start;
  return combine(list[0], fold(list.slice(1), start, combine));
};
console.log(
  reduceRight([1, 2, 3], "", (n, text) => `${n}${text}`),
  reduceRight(["a", "bc"], 0, (text, n) => n + text.length),
);

// As a property of an object.
const sorts = {
  merge: function merge<T>(list: T[], isLess: (a: T, b: T) => boolean): T[] {
    if (list.length < 2) return list;
    const [left, right] = [merge(list.slice(0, list.length >> 1), isLess), merge(list.slice(list.length >> 1), isLess)];
    const merged: T[] = [];
    for (let l = 0, r = 0; l + r < list.length; )
      merged.push(r < right.length && (l === left.length || isLess(right[r], left[l])) ? right[r++] : left[l++]);
    return merged;
  },
};
console.log(
  sorts.merge([3, 1, 2], (a, b) => a < b),
  sorts.merge(["b", "c", "a"], (a, b) => a < b),
);
