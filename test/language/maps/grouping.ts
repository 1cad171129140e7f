// Map.groupBy: groups in the order of their first values. Node 20 does not have it: the output is beside this.
interface Item {
  kind: string;
  size: number;
}
const items: Item[] = [
  { kind: "b", size: 3 },
  { kind: "a", size: 1 },
  { kind: "b", size: 2 },
];
const byKind = Map.groupBy(items, (item) => item.kind);
for (const [kind, group] of byKind) console.log(kind, group.map((item) => item.size).join());
const parity = Map.groupBy([1, 2, 3, 4, 5], (value) => value % 2 === 0);
console.log(parity.get(true), parity.get(false), parity.size);
console.log(Map.groupBy(new Set(["x", "yy", "z"]), (text, index) => text.length * 10 + (index === 0 ? 1 : 0)));
console.log(Map.groupBy("hello", (letter) => letter).get("l")?.length, Map.groupBy([] as number[], (x) => x).size);
const objects = Map.groupBy(items, (item) => (item.size > 1 ? items[0] : items[1]));
console.log(objects.get(items[0])?.length, objects.get(items[1])?.length);
