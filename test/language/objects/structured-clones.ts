// structuredClone copies what is inside, too: identity between parts is kept, and none with the original.

interface Tree {
  name: string;
  children: Tree[];
  tags: Set<string>;
  at: Date;
  extra: Map<string, number[]> | null;
  note?: string;
}
const root: Tree = { name: "root", children: [], tags: new Set(["a"]), at: new Date(5), extra: new Map([["k", [1, 2]]]) };
root.children.push({ name: "leaf", children: [], tags: root.tags, at: root.at, extra: null, note: "n" });
const copy = structuredClone(root);
console.log(copy);
console.log(copy !== root, copy.children !== root.children, copy.tags !== root.tags, copy.at !== root.at);
console.log(copy.children[0].tags === copy.tags, copy.at === copy.children[0].at);
copy.name = "other";
copy.extra?.get("k")?.push(3);
copy.tags.add("b");
copy.at.setTime(7);
console.log(root.name, root.extra, root.tags, root.at.getTime(), Object.keys(copy).length, copy.children[0].note);
console.log(structuredClone(5), structuredClone("x"), structuredClone(null), structuredClone(undefined), structuredClone(-0));
console.log(structuredClone([1, "a", null]), structuredClone([["x"], []]), structuredClone([]));
const pair: [string, number[]] = ["t", [1]];
const other = structuredClone(pair);
other[1].push(2);
console.log(pair, other);
const bytes = new Uint8Array([1, 2]);
const more = structuredClone(bytes);
more[0] = 9;
console.log(bytes, more);
const shared = { v: 1 };
const twice = structuredClone({ a: shared, b: shared, list: [shared] });
console.log(twice.a === twice.b, twice.list[0] === twice.a, twice.a === shared, twice);
const keys = structuredClone(new Map([[shared, "one"]]));
console.log(keys.has(shared), [...keys.keys()][0].v, keys.size);
