// What is no text has one: objects of the library say what they are, also behind unknown values.

function* count(): Generator<number> {
  yield 1;
}
const map = new Map([[1, 2]]);
const buffer = new ArrayBuffer(2);
console.log(`${map}`, String(new Set([1])), `${Promise.resolve(1)}`, `${new WeakMap<object, number>()}`, String(new WeakSet()));
console.log(`${buffer}`, `${new DataView(buffer)}`, `${new Uint8Array(2)}`, `${count()}`, String(new WeakRef(map)));
const values: unknown[] = [
  map,
  new Set(),
  buffer,
  count(),
  new Uint16Array(1),
  new Date(0),
  new RangeError("x"),
  [1, [2]],
  { a: 1 },
  null,
  -0,
];
for (const value of values) console.log(String(value), `${value}`.length);
console.log([map, new Set<number>()].join(" "), `${{ a: 1 }}`, `${[{ a: 1 }, [map]]}`);
