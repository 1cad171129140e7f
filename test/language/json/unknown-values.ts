// JSON of values whose type is unknown, and of properties that may be anything.

class Point {
  x = 1;
  label = 'a"b';
  toJSON(): unknown {
    return [this.x, this.label];
  }
}
interface Entry {
  name: string;
  next?: unknown;
  act: () => number;
}
const values: unknown[] = [1, 'a"b\n', true, null, undefined, NaN, { a: 1, b: { c: [1, 2] } }, [1, [2]], new Point()];
values.push(new Map([["k", 1]]), new Set([1]), new Date(0), new Uint8Array([1, 2]), [1, "x"]);
for (const value of values) console.log(JSON.stringify(value));
console.log(JSON.stringify(values));
console.log(JSON.stringify({ inside: values[6], missing: values[4], nothing: values[3] }, null, 2));
const entry: Entry = { name: "x", act: () => 1 };
entry.next = [entry.name, { deep: { deeper: [{ end: 1 }] } }];
console.log(JSON.stringify(entry), JSON.stringify([entry.act, entry.name]));
const loop: { self: unknown; id: number } = { self: null, id: 1 };
loop.self = loop;
try {
  JSON.stringify(loop);
} catch (error) {
  console.log(error instanceof TypeError);
}
loop.self = undefined;
console.log(JSON.stringify(loop), JSON.stringify(entry, ["name", "next", "deep"]));
