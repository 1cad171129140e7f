// copyWithin over overlapping ranges, fill of parts, reverse and toReversed.
const base = [1, 2, 3, 4, 5];
console.log(
  base.slice().copyWithin(0, 3),
  base.slice().copyWithin(1, 0),
  base.slice().copyWithin(1, 0, 3),
  base.slice().copyWithin(-2, -3, -1),
  base.slice().copyWithin(2, 2),
  base.slice().copyWithin(9, 0),
);
console.log(base.slice().fill(0, 1, 3), base.slice().fill(9, -2), base.slice().fill(7, 3, 1), base.slice().fill(8, NaN, 2));
console.log(base.toReversed(), base, base.slice().reverse(), [1].reverse(), ["a", "b"].reverse());
const same = [0, 0];
console.log(same.fill(5) === same, same);
