// Values of a map that are replaced, deleted or cleared while somebody holds them.
const cache = new Map<string, string[]>();
for (let i = 0; i < 20; i++) cache.set("k" + (i % 5), ["v" + i]);
const held = cache.get("k1");
cache.set("k1", ["changed" + 1]);
cache.delete("k2");
console.log(held?.join(), cache.get("k1")?.join(), cache.has("k2"), cache.size);
const values = [...cache.values()];
cache.clear();
console.log(values.map((value) => value.join()).join(" "), cache.size);
for (let i = 0; i < 100; i++) {
  cache.set("x" + i, []);
  if (i > 3) cache.delete("x" + (i - 3));
}
console.log([...cache.keys()].join());
