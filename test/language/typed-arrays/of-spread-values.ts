// `of` of a typed array takes what is spread among its arguments.
const list = [1, 2, 300];
const bytes = Uint8Array.of(...list);
console.log(bytes, Uint8Array.of(), Uint8Array.of(...[]));
console.log(Float64Array.of(0.5, ...list, -1, ...new Set([7, 7, 8])), Int16Array.of(...bytes, 70000));
function pack(...parts: number[]): Int32Array {
  return Int32Array.of(parts.length, ...parts);
}
console.log(pack(), pack(5, 6.9, -1), Uint8Array.of(...pack(9)).length);
