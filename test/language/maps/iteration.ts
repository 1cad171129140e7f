// Map iteration: for-of over maps and sets in order of insertion, with changes on the way.

const map = new Map<string, number>([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);
for (const [key, value] of map) console.log(key, value);
for (const key of map.keys()) {
  if (key === "a") map.delete("b");
  if (key === "c" && map.size < 4) {
    map.set("d", 4);
    map.set("a", 10);
  }
  console.log("visit", key);
}
let sum = 0;
for (const value of map.values()) sum += value;
console.log(sum, map.size);
const set = new Set<number>();
for (let i = 0; i < 50; i++) set.add((i * 37) % 20);
let text = "";
for (const value of set) text += `${value} `;
console.log(text, set.size);
for (let i = 0; i < 20; i += 2) set.delete(i);
set.add(100).add(2);
text = "";
set.forEach((value) => {
  text += `${value} `;
});
console.log(text);
map.clear();
for (const [key] of map) console.log("never", key);
