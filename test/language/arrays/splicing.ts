// splice: negative starts, counts beyond the end, insertions, and what it returns.

const show = (list: readonly number[]): string => `[${list.join()}]`;
for (const [start, count] of [
  [0, 2],
  [2, 0],
  [-2, 1],
  [1, 99],
  [99, 1],
  [-99, 1],
  [3, -5],
]) {
  const list = [1, 2, 3, 4, 5];
  const removed = list.splice(start, count, 10, 20);
  console.log(start, count, show(removed), show(list));
}
const list = [1, 2, 3, 4, 5];
console.log(show(list.splice(3)), show(list), show(list.splice(0, 1)), show(list));
list.splice(1, 0, ...[7, 8, 9]);
console.log(show(list), list.length);
