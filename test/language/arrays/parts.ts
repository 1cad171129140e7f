// Array parts: slice, splice, concat, reverse, fill, indexOf, includes, copyWithin.

const list = [1, 2, 3, 4, 5, 6, 7, 8];
console.log(list.slice(2, 5).join(), list.slice(-3).join(), list.slice().join(), list.slice(5, 2).length);
const copy = list.slice();
console.log(copy.splice(2, 3).join(), copy.join());
console.log(copy.splice(1, 0, 20, 21, 22).join(), copy.join());
console.log(copy.splice(-2).join(), copy.join());
console.log(list.concat([9, 10]).join(), list.slice(0, 3).reverse().join());
console.log(
  list.indexOf(5),
  list.indexOf(5, 5),
  list.indexOf(99),
  list.lastIndexOf(8),
  list.includes(3),
  [NaN].includes(NaN),
  [NaN].indexOf(NaN),
);
console.log(list.slice().fill(0, 2, 4).join(), list.slice().copyWithin(0, 4).join(), list.slice().copyWithin(2, 0, 5).join());
console.log(["b", "a"].concat(["c"]).join("+"), ["x", "y", "x"].lastIndexOf("x"), ["p", "q"].includes("q"));
