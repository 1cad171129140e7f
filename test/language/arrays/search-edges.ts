// Searching arrays: starts outside, NaN, holes that are undefined, and what callbacks are told.

const list = [5, NaN, -0, 5, 7];
console.log(list.indexOf(5), list.indexOf(5, 1), list.indexOf(5, -1), list.indexOf(5, -2), list.indexOf(NaN), list.indexOf(0));
console.log(list.lastIndexOf(5), list.lastIndexOf(5, 2), list.lastIndexOf(5, -3), list.lastIndexOf(5, -9), list.lastIndexOf(7, 99));
console.log(list.includes(NaN), list.includes(0), list.includes(7, 4), list.includes(7, 5), list.includes(5, -1), list.includes(5, -99));
console.log(list.indexOf(7, Infinity), list.indexOf(7, -Infinity), list.indexOf(7, NaN), list.indexOf(7, 3.9), list.includes(7, 4.9));
console.log(list.at(-1), list.at(0), list.at(5), list.at(-6), list.at(NaN), list.at(1.9), list.at(-0.5));
console.log(
  list.find((n) => n > 5),
  list.findLast((n) => n < 6),
  list.findIndex((n) => n > 99),
  list.findLastIndex((n) => n === 5),
);
const maybe: (string | undefined)[] = ["a", undefined, "b"];
console.log(
  maybe.indexOf(undefined),
  maybe.includes(undefined),
  maybe.find((text) => text === undefined),
  maybe.lastIndexOf("b"),
);
const calls: string[] = [];
console.log(
  ["x", "y", "z"].some((value, index, all) => {
    calls.push(`${value}${index}${all.length}`);
    return value === "y";
  }),
  calls.join(),
);
console.log(
  [].every(() => false),
  [].some(() => true),
  [1, 2].every((n) => n > 1),
  [].findLast(() => true),
);
const objects = [{ id: 1 }, { id: 2 }];
console.log(objects.indexOf(objects[1]), objects.includes({ id: 1 }), objects.findLast((one) => one.id < 9)?.id);
const nested = [[1], [2]];
console.log(nested.indexOf(nested[1]), nested.includes([1]));
