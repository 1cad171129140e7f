// Pairs of names and values where pairs with wider values are wanted, functions among them.

const handlers = { add: (a: number, b: number) => a + b, negate: (a: number) => -a };
for (const [name, handler] of Object.entries(handlers)) console.log(name, handler(3, 4));
console.log(Object.values(handlers).map((handler) => handler(1, 2)));
type Handler = (...args: number[]) => number;
const table = new Map<string, Handler>(Object.entries(handlers));
console.log(table.get("add")?.(1, 2), table.get("negate")?.(5), table.get("negate") === handlers.negate, [...table.keys()].join());

const scores = { ann: 3, bob: 5 };
type Name = keyof typeof scores;
for (const [name, score] of Object.entries(scores) as [Name, number][]) console.log(name, score, scores[name]);
console.log((Object.keys(scores) as Array<Name>).map((name) => scores[name]));

const fromPairs = <K, V>(pairs: Iterable<readonly [K, V]>): Map<K, V> => new Map(pairs);
const wide = fromPairs<string, unknown>(Object.entries(scores));
console.log(wide, new Map<string, number | string>(Object.entries(scores)).get("bob"));
const pairs: [string, unknown][] = Object.entries(scores);
const entry: readonly [string, number | null] = ["n", 1] as [string, number];
const [name, value = 0] = entry;
console.log(pairs.length, pairs[0], pairs.map(([key, one]) => `${key}${typeof one}`).join(), name, value, entry.length);
