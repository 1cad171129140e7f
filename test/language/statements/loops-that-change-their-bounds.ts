// Loops that change their bounds: lists that grow and shrink while they are walked, counters changed inside, empty parts of heads.

const list = [1, 2, 3];
for (const value of list) if (list.length < 8) list.push(value * 10);
console.log(list.join(" "));
for (let at = 0; at < list.length; at++) if (list[at] % 20 === 0) list.splice(at--, 1);
console.log(list.join(" "));
for (const value of list) if (value > 5) list.pop();
console.log(list.join(" "));

let steps = 0;
for (let low = 0, high = 10; low < high; steps++) {
  if (steps % 3 === 0) high--;
  else low += 2;
}
console.log(steps);
for (let at = 0; ; ) {
  if (++at === 3) continue;
  if (at > 5) break;
  steps += at;
}
console.log(steps);

const seen: string[] = [];
const map = new Map([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);
for (const [key, value] of map) {
  seen.push(`${key}${value}`);
  if (key === "a") map.delete("b");
  if (value < 5) map.set(`${key}+`, value + 2);
}
console.log(seen.join(" "), map.size);
const set = new Set([1, 2, 3]);
for (const value of set) {
  set.delete(value);
  if (value < 20) set.add(value * 3);
}
console.log([...set]);
let count = 3;
do {
  const now = count--;
  if (now === 2) continue;
  seen.length -= 1;
} while (count > 0);
console.log(count, seen.length);
