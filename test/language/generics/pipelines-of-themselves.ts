// Objects with generic members that give objects like themselves, for other types; wrappers around functions of any parameters.

const pipe = <T>(value: T) => ({ to: <R>(f: (value: T) => R) => pipe(f(value)), get: () => value });
const shown = pipe(1)
  .to((n) => n + 1)
  .to((n) => `v${n}`);
console.log(
  shown.get(),
  shown.to((text) => text.length).get(),
  pipe([1, 2])
    .to((list) => list.length > 1)
    .get(),
);

function recorder() {
  const calls: string[] = [];
  return {
    wrap:
      <A extends unknown[], R>(name: string, f: (...args: A) => R) =>
      (...args: A): R => {
        calls.push(`${name}/${args.length}`);
        return f(...args);
      },
    calls,
  };
}
const record = recorder();
const add = record.wrap("add", (a: number, b: number) => a + b);
const upper = record.wrap("upper", (text: string) => text.toUpperCase());
console.log(add(1, 2), upper("x"), record.calls);

function memo() {
  const kept = new Map<string, unknown>();
  return function <T>(key: string, make: () => T): T {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
}
const once = memo();
let made = 0;
console.log(
  once("a", () => ++made),
  once("a", () => ++made),
  once("b", () => "text").length,
  made,
);
