// `Object.entries` and `Object.values` of objects of which the program knows nothing: deep comparison and printing of any value.
class Point {
  constructor(
    readonly x: number,
    readonly y?: number,
  ) {}
}
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join()}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}:${show(inner)}`)
      .join()}}`;
  return String(value);
}
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const others = new Map(Object.entries(b));
  const own = Object.entries(a);
  return own.length === others.size && own.every(([key, value]) => others.has(key) && equal(value, others.get(key)));
}
console.log(show({ a: 1, b: ["x", { c: null }], d: undefined }), show(new Point(1)), show(new Point(1, 2)));
console.log(equal({ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }), equal({ a: 1 }, { a: 1, b: 2 }), equal([1, 2], [1, 2]), equal([1], [2]));
console.log(equal(new Point(1, 2), { x: 1, y: 2 }), equal({}, {}), equal({}, []), equal(null, {}), equal([NaN], [NaN]));
const parsed: unknown = JSON.parse('{"k":[1,{"n":true}],"s":"t"}');
console.log(show(parsed), equal(parsed, { k: [1, { n: true }], s: "t" }));
function values(of: object): unknown[] {
  return Object.values(of);
}
console.log(values({ a: 1, b: "two" }), values(["x", 3]), values([1.5]), values(new Map([[1, 2]])), values({}));
const pair: [string, number] = ["p", 7];
console.log(Object.entries(pair as object), Object.keys(parsed as object));
