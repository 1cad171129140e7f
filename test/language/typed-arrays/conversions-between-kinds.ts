// Every kind from every kind: elements are converted one by one, never copied as bytes.
const source = new Float64Array([-1.9, 0.5, 127.6, 255.5, 256, 32768, 65537, 2147483648, 4294967295, -2147483649, NaN, 1e20, -0]);
console.log(new Int8Array(source).join(" "));
console.log(new Uint8Array(source).join(" "));
console.log(new Uint8ClampedArray(source).join(" "));
console.log(new Int16Array(source).join(" "));
console.log(new Uint16Array(source).join(" "));
console.log(new Int32Array(source).join(" "));
console.log(new Uint32Array(source).join(" "));
console.log(new Float32Array(source).join(" "));
const top = new Uint32Array([4294967295, 2147483648, 1]);
console.log(new Int32Array(top), new Float32Array(top), new Float64Array(top), new Uint8ClampedArray(top), new Int16Array(top));
const low = new Int8Array([-128, -1, 127]);
console.log(new Uint8Array(low), new Uint16Array(low), new Uint32Array(low), new Uint8ClampedArray(low), new Float32Array(low));
console.log(
  [...top].map((value) => value + 1),
  Array.from(low, (value) => value * 2),
  [...low, ...top].length,
);
const target = new Uint8Array(6);
target.set(low, 0);
target.set([256.9, -0.9, 1e10], 3);
console.log(target, Uint8Array.from([...low]), Int8Array.from(top), Float32Array.from(["1.5", "x", ""], Number));
const copy = new Uint8Array(target);
copy[0] = 1;
console.log(target[0], copy[0], copy.buffer === target.buffer, new Uint8Array(target.buffer)[0]);
