// `Object.fromEntries` where an assertion says which properties there are.

type Level = "faint" | "medial" | "strong";
const levels: Level[] = ["faint", "medial", "strong"];
const sizes = Object.fromEntries(levels.map((level) => [level, level.length])) as Record<Level, number>;
console.log(sizes, sizes.strong + sizes.faint);

const counts = new Map<string, number>([
  ["a", 1],
  ["b", 2],
]);
const fromMap = Object.fromEntries(counts) as { a: number; b: number; c?: number };
console.log(fromMap.a + fromMap.b, fromMap.c, "c" in fromMap, JSON.stringify(fromMap));

interface Person {
  readonly name: string;
  readonly age: number | null;
}
const pairs: [string, string | number | null][] = [
  ["name", "Ann"],
  ["age", 30],
  ["name", "Bob"],
];
const person = Object.fromEntries(pairs) as { name: string; age: number | null } satisfies Person;
console.log(person.name, person.age, Object.keys(person).length);

const doubled = Object.fromEntries(Object.entries(sizes).map(([key, value]) => [key, value * 2])) as typeof sizes;
console.log(doubled.medial, Object.values(doubled));
function* squares(): Generator<[string, number]> {
  for (const name of ["x", "y"]) yield [name, name.charCodeAt(0)];
}
const point = Object.fromEntries(squares()) as { x: number; y: number };
console.log(point);
