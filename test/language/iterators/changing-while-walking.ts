// Collections that change while they are walked over.

const list = [1, 2, 3];
for (const n of list) {
  if (list.length < 6) list.push(n * 10);
  if (n === 2) list.splice(2, 1);
}
console.log(list.join());

const set = new Set(["a", "b"]);
for (const value of set) {
  if (set.size < 4) set.add(value + value);
  if (value === "a") set.delete("b");
}
console.log([...set].join());

const map = new Map([["k", 0]]);
for (const [key, value] of map) {
  if (value < 3) {
    map.delete(key);
    map.set(key, value + 1);
  }
}
console.log(map.get("k"));

function* growing(): Generator<number> {
  const queue = [1];
  for (const n of queue) {
    yield n;
    if (n < 20) queue.push(n * 2, n * 3);
  }
}
console.log([...growing()].join());
