// `as` makes a tuple of an array that was just made: by map, split, slice, filter. Their elements are looked at when it is made.

const numbers = [1, 2];
const pair = numbers.map((n) => n * 2) as [number, number];
console.log(pair[0] + pair[1], pair.length, pair);

const setting = "name=value".split("=") as [string, string];
console.log(setting[0], setting[1], setting.length);

const [key, value] = "x=1=2".split("=") as [string, string];
console.log(key, value);

const point = "3,4".split(",").map(Number) as [number, number];
const [x, y] = point;
console.log(Math.hypot(x, y));

const mixed = ["a", 1, true].slice(0, 2) as [string, number];
console.log(mixed[0].length, mixed[1] + 1, mixed);

function parse(line: string): [string, number] {
  const [name, count] = line.split(":") as [string, string];
  return [name, Number.parseInt(count, 10)];
}
console.log(["a:1", "b:22"].map(parse));
console.log(new Map("a=1,b=2".split(",").map((part) => part.split("=") as [string, string])));
const entries = Object.entries({ p: 1, q: 2 }).map(([name, count]) => [name, count * 2] as [string, number]);
console.log(entries, new Map(entries).get("q"));

// Behind unknown, in generic code, and a list that a function made and gives away.
function zip<L extends readonly unknown[]>(...lists: { [K in keyof L]: Iterable<L[K]> }): L[] {
  const walks = lists.map((list) => list[Symbol.iterator]());
  const rows: L[] = [];
  while (true) {
    const steps = walks.map((walk) => walk.next());
    if (steps.some((step) => step.done)) return rows;
    rows.push(steps.map((step) => step.value as unknown) as unknown as L);
  }
}
console.log(zip<[number, string]>([1, 2, 3], "ab"), zip<[boolean, number, string[]]>([true], new Set([1]), [["x"]]));

async function all<L extends readonly unknown[]>(...promises: { [K in keyof L]: Promise<L[K]> }): Promise<L> {
  const values: unknown[] = [];
  for (const promise of promises) values.push(await promise);
  return values as unknown as L;
}
const [sum, text] = await all<[number, string]>(Promise.resolve(4), Promise.resolve("x"));
console.log(sum + 1, text.length);

// What is spread has as many elements as the tuple, which nobody but the program knows.
const letters = [..."abc"] as unknown as readonly [string, string, string];
console.log(letters[2], letters);
const [start, end] = [..."xy"] as [string, string];
console.log(start + end);
const place = [...numbers, 3] as [number, number, number];
console.log(place[2], place.length);
const lengthened = [...pair, true] as [number, number, boolean];
console.log(lengthened);

// Elements that may be missing.
for (const option of ["--a=b", "--c", "--d=e=f"]) {
  const [name, given] = option.slice(2).split("=", 2) as [string, string?];
  const [first, second = "none"] = option.split("=") as [string, string?];
  const parts = option.split("=", 2) as [string, string?];
  console.log(name.length, given ?? "-", first, second.length, parts, parts.length);
}
const large = [1, 2, 3].filter((n) => n > 1) as [number, number?, number?];
console.log(large, large[2] === undefined, large.length);
