// Uint8ClampedArray: stored numbers are moved into 0 to 255, and halves go to the even neighbour.
const values = [-1, 0, 0.4, 0.5, 0.6, 1.5, 2.5, 3.5, 254.5, 254.4, 255, 255.5, 256, 1e9, NaN, -Infinity, Infinity, -0];
const clamped = new Uint8ClampedArray(values);
console.log(clamped);
clamped[0] = 300;
clamped[1] = -5;
clamped[2] += 300;
clamped[3]--;
console.log(clamped[0], clamped[1], clamped[2], clamped[3], clamped.length, clamped.BYTES_PER_ELEMENT, Uint8ClampedArray.BYTES_PER_ELEMENT);
clamped.fill(1000, 4, 6);
clamped.set([2.5, 400], 6);
clamped.set(new Int16Array([-3, 258]), 8);
console.log(clamped.subarray(4, 10), clamped.map((value) => value * 2).slice(0, 4), clamped.with(0, -9)[0]);
console.log(Uint8ClampedArray.of(1.5, 2.5), Uint8ClampedArray.from([300, -300]), clamped.includes(255), clamped.indexOf(300));
const plain = new Uint8Array(clamped.buffer);
plain[0] = 77;
console.log(clamped[0], plain.length, new Uint8Array(Uint8ClampedArray.of(999)));
console.log(
  clamped instanceof Uint8ClampedArray,
  clamped.filter((value) => value > 200),
);
