// for-in over arrays, tuples and typed arrays: the indexes, as texts; what is added meanwhile is not visited.

const letters = ["a", "b", "c"];
for (const index in letters) console.log(index, typeof index, index + 1, letters[Number(index)]);
const pair: [string, number] = ["x", 1];
for (const index in pair) console.log(index);
for (const index in new Uint8Array(2)) console.log(index);
for (const index in [] as number[]) console.log("never", index);
const growing = [1, 2];
for (const index in growing) {
  if (growing.length < 5) growing.push(growing.length);
  console.log(index, growing.length);
}
function count(list: readonly unknown[]): number {
  let result = 0;
  for (const index in list) result += Number(index);
  return result;
}
console.log(count([true, "x", null]), count(letters));
const either: string[] | { one: number } = letters.length > 2 ? { one: 1 } : letters;
for (const key in either) console.log(key);
function optional(third?: [number, string?]): string {
  let text = "";
  for (const key in third ?? [0]) text += key;
  return text;
}
console.log(optional(), optional([1]), optional([1, "b"]));
