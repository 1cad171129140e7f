// subarray shares, slice copies; parts of parts keep their offsets and keep the buffer alive.
function part(): Uint16Array {
  const whole = Uint16Array.from({ length: 8 }, (_, i) => i + 1);
  return whole.subarray(2, 7).subarray(1, -1);
}
const inner = part();
console.log(inner, inner.byteOffset, inner.byteLength, inner.buffer.byteLength, inner.length);
const around = new Uint16Array(inner.buffer);
inner[0] = 400;
around[4] = 500;
console.log(around.join(" "), inner.join(" "));
const copied = inner.slice();
copied.fill(9);
console.log(copied.byteOffset, copied.buffer.byteLength, inner.join(" "));
const ranges: [number, number | undefined][] = [
  [0, 0],
  [1, 100],
  [-2, undefined],
  [3, 1],
  [-100, -2],
  [1.9, 2.9],
];
for (const [start, end] of ranges) {
  const taken = inner.subarray(start, end);
  console.log(start, end, taken.join(","), taken.byteOffset, inner.slice(start, end).join(","));
}
inner.subarray(0, 2).reverse();
around.subarray(-2).fill(7);
inner.subarray(1).sort((a, b) => b - a);
console.log(around.join(" "));
const bytes = new Uint8Array(inner.buffer, inner.byteOffset, 2);
console.log(bytes, bytes.buffer === around.buffer, inner.subarray().buffer === bytes.buffer);
const nothing = inner.subarray(3);
console.log(nothing.length, nothing.byteOffset, nothing.at(0), nothing.at(-1), nothing.join(), [...nothing].length);
