// reduce with and without a start, over one element, over none, to other types.

const list = [3, 1, 2];
console.log(
  list.reduce((a, b) => a - b),
  list.reduce((a, b) => a - b, 0),
  [5].reduce((a, b) => a * b),
  ([] as number[]).reduce((a, b) => a + b, -1),
);
console.log(
  list.reduce((text, each) => `${text}<${each}>`, ""),
  list.reduce((most, each) => Math.max(most, each), -Infinity),
);
const grouped = list.reduce(
  (groups, each) => groups.set(each % 2 === 0 ? "even" : "odd", (groups.get(each % 2 === 0 ? "even" : "odd") ?? 0) + each),
  new Map<string, number>(),
);
console.log(grouped.get("odd"), grouped.get("even"));
const flat = [[1], [2, 3], []].reduce((all, each) => all.concat(each), [] as number[]);
console.log(flat.join(), list.reduce((lists: number[][], each) => [...lists, [each]], []).length);
