// Members with callbacks: values are numbers, also where the elements are small, and the array is the typed array.
const bytes = new Uint8Array([200, 100, 50, 200]);
console.log(
  bytes.map((value) => value + 100),
  bytes.map((value, index, array) => value - array[(index + 1) % array.length]),
);
console.log(
  bytes.filter((value) => value >= 100),
  bytes.filter(() => false),
  bytes.find((value) => value < 100),
  bytes.find((value) => value > 200),
);
console.log(
  bytes.findIndex((value) => value === 100),
  bytes.findLast((value) => value > 150),
  bytes.findLastIndex((value) => value === 7),
);
console.log(
  bytes.every((value) => value > 49),
  bytes.some((value) => value + 200 > 399),
  bytes.findLastIndex((value) => value === 200),
);
console.log(
  bytes.reduce((sum, value) => sum + value),
  bytes.reduce((text, value) => `${text}${value},`, ""),
  bytes.reduceRight((a, b) => a - b),
);
console.log(bytes.reduceRight((list, value) => [...list, value], [] as number[]));
bytes.forEach((value, index, array) => {
  array[index] = value * 2;
});
console.log(
  bytes,
  new Float32Array([0.1]).map((value) => value * 3),
  new Float64Array([0.1]).map((value) => value * 3),
);
let seen = 0;
new Int32Array(3).forEach((value, index) => {
  seen += value + index;
});
console.log(seen);
try {
  console.log(new Uint8Array().reduce((a, b) => a + b));
} catch (error) {
  console.log(error instanceof TypeError ? error.message : "other");
}
console.log(
  new Uint8Array().reduce((a, b) => a + b, 5),
  new Uint8Array().every(() => false),
  new Uint8Array().some(() => true),
);
