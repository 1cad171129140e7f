// Values of unknown type, as the console shows them: what they are is found out when the program runs.

enum Color {
  Red,
  Green,
}

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

class Named extends Point {
  name = "n";
  optional?: string;
}

function show(value: unknown): void {
  console.log(value);
  console.log("value:", value, ".");
}

const scalars: unknown[] = [1, -0, "text", true, null, undefined, Color.Green];
const lists: unknown[] = [[1, 2], ["a"], [true], [null, "x"], ["y", undefined], [1, undefined], [2, null], [true, undefined], [], [[]]];
const mixed: unknown[] = [[Color.Red], [Color.Green, "mixed", 7], [[1, "t"]] as [number, string][], new Uint8Array([1, 2]), new Date(0)];
const objects: unknown[] = [{ a: 1, b: { c: { d: { e: 1 } } } }, new Point(3, 4), new Named(5, 6), {}];
const collections: unknown[] = [new Map([["k", [1]]]), new Set([1, "two"])];
for (const value of [...scalars, ...lists, ...mixed, ...objects, ...collections]) show(value);
console.log(scalars);

function log(level: string, ...rest: unknown[]): void {
  console.log(`[${level}]`, ...rest);
}
log("info", 1, "two", [3], { four: 4 }, null, undefined, new Point(1, 1));

for (const thrown of [{ code: 7 }, "text", 8] as unknown[]) {
  try {
    throw thrown;
  } catch (error) {
    console.log("caught", error);
  }
}
console.log(JSON.stringify(lists), JSON.stringify(objects), JSON.stringify(scalars));

const referred = { name: "referred" };
const weak: unknown = new WeakRef(referred);
console.log(weak, [weak], referred);
