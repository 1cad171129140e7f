// Typed arrays where anything that can be walked over is wanted: each walk shows what is in them by then.

const crc = (data: Iterable<number>): number => {
  let c = 0;
  for (const b of data) c = (c * 31 + b) >>> 0;
  return c;
};
const bytes = Uint8Array.of(1, 2, 3);
console.log(crc(bytes), crc([1, 2, 3]), crc(new Set([1, 2, 3])), crc(new Float32Array([1.5, 2.5])));
const live: Iterable<number> = bytes;
console.log([...live]);
bytes[0] = 9;
console.log(
  [...live],
  Math.max(...live),
  Array.from(live, (x) => x * 2),
  new Set(live).size,
);
const [first, ...others] = live;
console.log(first, others);
function sum(values: Iterable<number> | number): number {
  if (typeof values === "number") return values;
  let s = 0;
  for (const v of values) s += v;
  return s;
}
console.log(sum(bytes), sum(4), sum(new Int16Array([-1, -2])));
function collect<T>(values: Iterable<T>): T[] {
  return [...values];
}
console.log(collect(bytes), collect(Buffer.from("ab")));
