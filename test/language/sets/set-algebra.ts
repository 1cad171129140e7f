// Union, intersection, difference and the questions about two sets.
const a = new Set([1, 2, 3, 4]);
const b = new Set([6, 4, 2]);
const show = (set: Set<number>): void => console.log(set.size, [...set].join());
show(a.union(b));
show(a.intersection(b));
show(b.intersection(a));
show(a.difference(b));
show(a.symmetricDifference(b));
console.log(
  a.isSubsetOf(b),
  new Set([2]).isSubsetOf(a),
  a.isSupersetOf(new Set<number>()),
  a.isDisjointFrom(b),
  a.isDisjointFrom(new Set([9])),
);
show(a);
for (const [value, same] of b.entries()) console.log(value, same);
