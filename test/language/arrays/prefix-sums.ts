// Prefix sums answer sums of ranges; differences undo them.

const list = [3, -1, 4, 1, -5, 9, 2, 6];
const sums = [0];
for (const each of list) sums.push(sums[sums.length - 1] + each);
const between = (from: number, to: number): number => sums[to] - sums[from];
console.log(sums.join(), between(0, 8), between(2, 5), between(4, 4));
let [best, from, to] = [-Infinity, 0, 0];
for (let i = 0; i < list.length; i++)
  for (let j = i + 1; j <= list.length; j++) if (between(i, j) > best) [best, from, to] = [between(i, j), i, j];
let [running, most] = [0, -Infinity];
for (const each of list) {
  running = Math.max(each, running + each);
  most = Math.max(most, running);
}
console.log(
  best,
  list.slice(from, to).join(),
  most === best,
  sums
    .slice(1)
    .map((each, i) => each - sums[i])
    .join(),
);
