// WeakMap: keys that end make room; a new object is never taken for an old one.
class Key {
  constructor(readonly number: number) {}
}
const values = new WeakMap<Key, string>();
const kept: Key[] = [];
let wrong = 0;
for (let i = 0; i < 5000; i++) {
  const key = new Key(i);
  if (values.has(key)) wrong++;
  values.set(key, `value ${i}`);
  if (i % 1000 === 0) kept.push(key);
}
console.log(wrong, kept.map((key) => values.get(key)).join());
const marks = new WeakSet<Key>();
for (let round = 0; round < 100; round++) {
  const key = new Key(round);
  if (marks.has(key)) wrong++;
  marks.add(key);
}
console.log(wrong, marks.has(kept[0]));
function memoized(): (key: Key) => number {
  const cache = new WeakMap<Key, number>();
  let computed = 0;
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known + computed * 1000;
    computed++;
    cache.set(key, key.number * 2);
    return key.number * 2;
  };
}
const double = memoized();
console.log(double(kept[1]), double(kept[1]), double(kept[2]), double(kept[1]));
