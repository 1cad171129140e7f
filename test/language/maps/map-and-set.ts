// Map and Set: insertion order, replacement, deletion, keys of several types.

const ages = new Map<string, number>();
ages.set("ann", 31).set("bob", 25).set("cid", 40);
ages.set("bob", 26);
console.log(ages.size, ages.get("bob") ?? -1, ages.get("eve") ?? -1, ages.has("ann"), ages.delete("ann"), ages.delete("ann"), ages.size);
ages.set("ann", 1);
ages.forEach((age, name) => console.log(name, age));

const squares = new Map<number, string>();
for (let i = 0; i < 200; i++) squares.set(i * i, `${i}`);
for (let i = 0; i < 200; i += 2) squares.delete(i * i);
console.log(squares.size, squares.get(81) ?? "gone", squares.get(100) ?? "gone", squares.get(NaN) ?? "none");
squares.set(NaN, "nan");
console.log(squares.get(NaN) ?? "none", squares.get(-0) ?? "zero");

const seen = new Set<string>();
let repeated = "";
for (const word of "a b c a d b a".split(" ")) {
  if (seen.has(word)) repeated += word;
  seen.add(word);
}
console.log(seen.size, repeated, seen.delete("a"), seen.has("a"));
seen.clear();
console.log(seen.size);
