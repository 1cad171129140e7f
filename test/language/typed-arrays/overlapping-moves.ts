// set and copyWithin between parts of one buffer that overlap, of one kind and of different widths.
const bytes = (): Uint8Array => Uint8Array.from({ length: 10 }, (_, i) => i);
for (const [target, start, end] of [
  [2, 0, 5],
  [0, 2, 7],
  [-3, -5, -1],
  [8, 0, 10],
  [0, 9, 3],
  [-20, 4, 20],
  [10, 0, 1],
] as const)
  console.log(bytes().copyWithin(target, start, end).join(" "));
console.log(bytes().copyWithin(5, 1).join(" "), bytes().subarray(2, 8).copyWithin(1, 0).join(" "));
const forward = bytes();
forward.set(forward.subarray(0, 6), 3);
console.log(forward.join(" "));
const backward = bytes();
backward.set(backward.subarray(4), 1);
console.log(backward.join(" "));
// Words read from the bytes that they overwrite: the source counts as it was before.
const narrow = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const wide = new Uint16Array(narrow.buffer);
wide.set(narrow.subarray(0, 4));
console.log(narrow.join(" "), wide.join(" "));
const mixed = new Uint8Array([1, 0, 2, 0, 3, 0, 4, 0]);
mixed.set(new Uint16Array(mixed.buffer), 2);
console.log(mixed.join(" "));
const signed = new Int8Array([-1, -2, -3, 4]);
new Uint8Array(signed.buffer).set(signed.subarray(0, 3), 1);
console.log(signed.join(" "));
try {
  forward.set(forward.subarray(1), 2);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "another error");
}
console.log(forward.join(" "));
