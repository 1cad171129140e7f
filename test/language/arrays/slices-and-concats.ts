// slice and concat make new arrays, with indices as strings have them.

const list = [0, 1, 2, 3, 4];
for (const [a, b] of [
  [0, 2],
  [-2, 5],
  [1, -1],
  [3, 1],
  [-9, 9],
  [2.7, 4.2],
])
  console.log(a, b, list.slice(a, b).join());
console.log(
  list.slice(2).join(),
  list.slice().length,
  list.concat([5]).join(),
  list.concat([]).length,
  [...list, ...list.slice(-1)].join(),
);
const joined = list.concat(list);
joined[0] = 99;
console.log(list[0], joined.length, joined.lastIndexOf(0), joined.indexOf(4), joined.indexOf(99));
const empty: number[] = [];
console.log(empty.concat(empty).length, empty.slice(0, 5).length, empty.join("x") === "");
