// Symbols as values: equal to nothing but themselves, with a description.
const first = Symbol("token");
const second = Symbol("token");
const bare = Symbol();
console.log(
  first === first,
  (first as symbol) === second,
  typeof first,
  first.description,
  bare.description,
  first.toString(),
  String(bare),
);
console.log(first, [second, bare], { inside: first });
const shared = Symbol.for("app");
console.log(shared === Symbol.for("app"), Symbol.keyFor(shared), Symbol.keyFor(first), shared);
interface Token<T> {
  readonly id: symbol;
  readonly sample?: T;
}
const token = <T>(label: string): Token<T> => ({ id: Symbol(label) });
const NUMBER = token<number>("number");
const TEXT = token<string>("text");
const values = new Map<symbol, unknown>([
  [NUMBER.id, 4],
  [TEXT.id, "four"],
]);
const get = <T>(one: Token<T>): T => values.get(one.id) as T;
console.log(get(NUMBER) + 1, get(TEXT).length, values, new Set<symbol>([first, first, second]).size);
function kindOf(value: unknown): string {
  if (typeof value === "symbol") return `symbol ${value.description ?? "?"}`;
  return typeof value === "object" ? "object" : typeof value;
}
console.log([first, {}, null, 1, "a", (): void => {}, new Map()].map(kindOf), kindOf(bare));
const show = (key: PropertyKey): string => (typeof key === "symbol" ? key.toString() : typeof key === "number" ? `#${key}` : key);
console.log([first, 1, "name"].map(show), JSON.stringify({ a: first, b: 1 }), JSON.stringify([first]), typeof (first as unknown));
const mixed = new Map<PropertyKey, number>([
  ["a", 1],
  [2, 2],
  [second, 3],
]);
console.log(mixed.get(second), mixed.get("a"), mixed.get(2), mixed.get(first));
const enum Level {
  Low,
  High,
}
const LEVELS = { low: Symbol("low"), high: Symbol("high") } as const;
type Mark = (typeof LEVELS)[keyof typeof LEVELS];
const level = (mark: Mark): Level => (mark === LEVELS.low ? Level.Low : Level.High);
console.log(level(LEVELS.low), level(LEVELS.high));
function tell(value: unknown): string {
  switch (typeof value) {
    case "symbol":
      return "a symbol";
    case "object":
      return "an object";
    default:
      return "something else";
  }
}
console.log(tell(first), tell([]), tell(3), typeof value(true), value(false) ?? "none");
function value(isThere: boolean): symbol | undefined {
  return isThere ? first : undefined;
}
