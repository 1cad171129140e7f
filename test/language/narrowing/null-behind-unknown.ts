// Null stays null where a value of a known type becomes one of unknown type: in lists, results, parameters, promises and walks.

const list: unknown[] = ["a", null, undefined];
for (const value of list) console.log(String(value), value === null, value === undefined);
function show(values: unknown[]): string {
  return values.map((value) => `${typeof value}:${String(value)}`).join(" ");
}
console.log(show([1, null]), show([null, null]), show([new Map(), null]), show([]));

const find = (): string | null => null;
const anything: () => unknown = find;
const maybe: () => string | null | undefined = find;
console.log(String(anything()), anything() === null, maybe() === null, maybe() === undefined);
const text = (value: unknown): string => String(value);
const textOfName: (name: string | null) => string = text;
console.log(textOfName(null), textOfName("x"), ["a", null].map(text).join());

class Box<T> {
  constructor(readonly value: T) {}
}
const box: { value: unknown } = new Box<string | null>(null);
console.log(String(box.value), box.value === null);
const promise: Promise<string | null> = Promise.resolve(null);
const later: Promise<unknown> = promise;
console.log(String(await later));
function* names(): Generator<string | null> {
  yield null;
  yield "n";
}
const walk: Iterable<unknown> = names();
for (const value of walk) console.log(String(value));
const some: (string | undefined)[] = ["b", undefined];
const wider: readonly unknown[] = some;
console.log(String(wider[1]), wider.length);
