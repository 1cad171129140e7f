// A function given to JSON.stringify is told each name and value, and what it gives is written instead.

const data = {
  id: 7,
  name: "Ann",
  password: "x",
  tags: ["a", "b"],
  nested: { on: true, nothing: null, list: [1, [2, 3]] },
  call: (): number => 1,
};
console.log(JSON.stringify(data, (key, value) => (key === "password" ? undefined : value)));
console.log(JSON.stringify(data, (_, value) => (typeof value === "number" ? value * 2 : value), 2));

const seen: string[] = [];
JSON.stringify(data, (key, value) => {
  seen.push(`${key}=${typeof value}`);
  return value;
});
console.log(seen.join(" "));

const hide =
  (...names: string[]) =>
  (key: string, value: unknown): unknown =>
    names.includes(key) ? "***" : value;
console.log(JSON.stringify(data, hide("password", "tags")));
console.log(JSON.stringify({ call: data.call, none: undefined }, (_, v) => (typeof v === "function" ? "f" : v === undefined ? "u" : v)));
console.log(JSON.stringify({ a: NaN, b: Infinity }, (_, v) => (typeof v === "number" && !Number.isFinite(v) ? `${v}` : v)));
console.log(JSON.stringify({ a: 1 }, (key, v) => (key === "" ? [1, { b: 2 }] : typeof v === "number" ? `${key}${v}` : v)));
console.log(
  JSON.stringify(1, () => undefined),
  JSON.stringify(undefined, () => 5),
);
try {
  JSON.stringify(data, (key) => {
    throw new RangeError(`at "${key}"`);
  });
} catch (error) {
  console.log(String(error));
}
