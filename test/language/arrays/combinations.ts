// Subsets by bits and by recursion.

const items = ["a", "b", "c", "d"];
const subsets: string[] = [];
for (let bits = 0; bits < 1 << items.length; bits++) subsets.push(items.filter((_, i) => ((bits >> i) & 1) === 1).join(""));
console.log(subsets.length, subsets.join());
function choose<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  if (list.length < count) return [];
  const [first, ...rest] = list;
  return [...choose(rest, count - 1).map((each) => [first, ...each]), ...choose(rest, count)];
}
console.log(
  choose(items, 2)
    .map((each) => each.join(""))
    .join(),
  choose(items, 0).length,
  choose(items, 5).length,
);
const sums = choose([1, 2, 3, 4, 5, 6], 3).filter((each) => each.reduce((a, b) => a + b, 0) === 10);
console.log(sums.map((each) => each.join("+")).join(" "));
