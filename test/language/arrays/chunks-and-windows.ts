// Parts of fixed size, sliding windows, neighbours and pairs.

function chunks<T>(list: T[], size: number): T[][] {
  const result: T[][] = [];
  for (let i = 0; i < list.length; i += size) result.push(list.slice(i, i + size));
  return result;
}
function windows<T>(list: T[], size: number): T[][] {
  const result: T[][] = [];
  for (let i = 0; i + size <= list.length; i++) result.push(list.slice(i, i + size));
  return result;
}
function zip<A, B>(a: A[], b: B[]): [A, B][] {
  const pairs: [A, B][] = [];
  for (let i = 0; i < a.length && i < b.length; i++) pairs.push([a[i], b[i]]);
  return pairs;
}
function show<T>(lists: T[][]): string {
  return lists.map((each) => each.map((one) => `${one}`).join("")).join("|");
}
console.log(
  show(chunks([1, 2, 3, 4, 5], 2)),
  show(chunks(["a"], 3)),
  show(chunks<number>([], 2)) === "",
  show(windows([1, 2, 3, 4], 3)),
  show(windows([1], 2)) === "",
);
console.log(
  zip([1, 2, 3], ["a", "b"])
    .map(([n, s]) => s + n)
    .join(),
  zip<number, string>([], ["x"]).length,
);
