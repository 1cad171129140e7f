// Maps while they change: what is added is visited, what is removed is not, what comes back is visited again.
const map = new Map<string, number>([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);
const seen: string[] = [];
for (const [key, value] of map) {
  seen.push(`${key}${value}`);
  if (key === "a") map.delete("b");
  if (key === "c" && !map.has("d")) map.set("d", 4);
  if (key === "d" && seen.length < 5) {
    map.delete("a");
    map.set("a", 5);
  }
}
console.log(seen, map);
map.forEach((value, key, self) => {
  if (key === "d") self.delete("a");
  console.log(key, value);
});
console.log([...map.keys()], [...map.values()], [...map.entries()], map.size);
map.clear();
console.log(map.size, map, [...map].length);
