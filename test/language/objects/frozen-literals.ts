// Object.freeze of literals: constants whose types say that they do not change.
const LIMITS = Object.freeze({ low: 1, high: 10 });
const NAMES = Object.freeze(["one", "two", "three"]);
const table = Object.freeze([Object.freeze({ id: 1, tags: ["a"] }), Object.freeze({ id: 2, tags: [] as string[] })]);
console.log(LIMITS.low + LIMITS.high, NAMES.length, NAMES[1], NAMES.map((name) => name.length).join());
for (const row of table) console.log(row.id, row.tags.length);
const clamp = (value: number): number => Math.min(Math.max(value, LIMITS.low), LIMITS.high);
console.log(clamp(-4), clamp(5), clamp(99), Object.keys(LIMITS), Object.values(LIMITS));
const copy = { ...LIMITS, high: 20 };
console.log(copy, LIMITS);
const sorted = [...NAMES].sort();
console.log(sorted, NAMES);
