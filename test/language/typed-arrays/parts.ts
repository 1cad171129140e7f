// slice copies, subarray shares; fill, set, indexOf, join, reverse and sort.
const a = new Int16Array([5, -3, 9, 0, -3]);
const copy = a.slice(1, 4);
const view = a.subarray(1, 4);
view[0] = 7;
console.log(a, copy, view, a.subarray(-2), a.slice(9).length);
console.log(a.indexOf(9), a.lastIndexOf(-3), a.includes(0), a.at(-1), a.at(9), a.join("/"), a.indexOf(100000));
console.log(
  a.sort(),
  a.reverse(),
  a.fill(1, 1, 3),
  new Float64Array([3, -0, NaN, 0, -1]).sort(),
  a.sort((x, y) => y - x),
);
const target = new Int16Array(4);
target.set(new Int16Array([1, 2]), 1);
console.log(target, target.copyWithin(0, 1));
let sum = 0;
for (const x of target) sum += x;
console.log(sum);
