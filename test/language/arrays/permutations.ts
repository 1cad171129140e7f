// All permutations, in order and by swapping.

function permutations<T>(list: T[]): T[][] {
  if (list.length === 0) return [[]];
  const all: T[][] = [];
  list.forEach((each, i) => {
    for (const rest of permutations<T>([...list.slice(0, i), ...list.slice(i + 1)])) all.push([each, ...rest]);
  });
  return all;
}
console.log(
  permutations([1, 2, 3])
    .map((each) => each.join(""))
    .join(" "),
  permutations<number>([]).length,
  permutations("abcd".split("")).length,
);
function next(list: number[]): boolean {
  let i = list.length - 2;
  while (i >= 0 && list[i] >= list[i + 1]) i--;
  if (i < 0) return false;
  let j = list.length - 1;
  while (list[j] <= list[i]) j--;
  [list[i], list[j]] = [list[j], list[i]];
  list.push(...list.splice(i + 1).reverse());
  return true;
}
const digits = [1, 1, 2, 3];
let all = digits.join("");
while (next(digits)) all += ` ${digits.join("")}`;
console.log(all);
