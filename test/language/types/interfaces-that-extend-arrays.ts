// An interface without members that extends an array is that array: the way to write recursive types before aliases could.
type Json = null | boolean | number | string | JsonArray | { readonly json: Json };
interface JsonArray extends Array<Json> {}
interface Names extends ReadonlyArray<string> {}
function depth(value: Json): number {
  if (Array.isArray(value)) return 1 + value.reduce<number>((most, item) => Math.max(most, depth(item)), 0);
  if (typeof value === "object" && value !== null) return 1 + depth(value.json);
  return 0;
}
const list: JsonArray = [1, "two", [true, [null, { json: [] }]]];
list.push("more");
console.log(depth(list), list.length, list);
const names: Names = ["b", "a"];
console.log(
  names.toSorted(),
  names.map((name) => name.length),
  [...names].join(),
);
const plain: Json[] = list;
console.log(plain === list, depth([]), depth({ json: [1] }));
