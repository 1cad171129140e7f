// Collections keep -0 as 0: as a key of a map, as a member of a set, and when asked for either.

function sign(value: number): string {
  return 1 / value < 0 ? "negative" : "positive";
}

const set = new Set<number>([-0, 3]);
for (const value of set) console.log(value, sign(value));
set.add(0);
set.add(-0);
console.log(set.size, set.has(0), set.has(-0), set.delete(-0), set.size);

const map = new Map<number, string>([[-0, "first"]]);
map.set(0, "second");
map.set(-0, "third");
for (const [key, value] of map) console.log(key, sign(key), value);
console.log(map.get(-0), map.get(0), map.size);
map.delete(0);
map.set(-0, "again");
map.forEach((value, key) => console.log(value, sign(key)));

const byName = new Map<string, number>([["a", 1]]);
byName.set("b", 2);
class Key {}
const byObject = new Map<Key, number>();
byObject.set(new Key(), 3);
const flags = new Set<boolean>([true, false, true]);
console.log(byName.size, byObject.size, flags.size);
