// indexOf, lastIndexOf, includes and find with NaN, -0, starts and objects.
const a = [1, NaN, 0, 1, -0, 2];
console.log(a.indexOf(1), a.lastIndexOf(1), a.indexOf(NaN), a.includes(NaN), a.indexOf(-0), a.includes(-0), a.lastIndexOf(0));
console.log(
  a.indexOf(1, 1),
  a.indexOf(1, -3),
  a.indexOf(2, -1),
  a.indexOf(1, 99),
  a.lastIndexOf(1, 2),
  a.lastIndexOf(1, -4),
  a.lastIndexOf(2, -99),
  a.includes(1, 4),
  a.includes(2, -1),
);
const o = { k: 1 };
const objects = [{ k: 1 }, o];
console.log(
  objects.indexOf(o),
  objects.includes({ k: 1 }),
  objects.find((x) => x.k === 1) === objects[0],
  objects.findLast((x) => x.k === 1) === o,
);
console.log(["a", "b", "a"].indexOf("a", 1), ["a", "b"].includes("c"), [undefined, 1].includes(undefined), [[1]].indexOf([1]));
console.log(
  a.find((x) => x > 5),
  a.findIndex((x) => x > 5),
  a.findIndex((x) => Number.isNaN(x)),
);
