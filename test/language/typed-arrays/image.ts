// A small picture in a clamped array: pixels over one buffer seen as bytes and as words, brightened, mirrored and summed up.
const WIDTH = 4;
const HEIGHT = 3;
const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
const words = new Uint32Array(pixels.buffer);
for (let y = 0; y < HEIGHT; y++) {
  for (let x = 0; x < WIDTH; x++) pixels.set([x * 80, y * 100, (x + y) * 45.5, 255], (y * WIDTH + x) * 4);
}
console.log(pixels.subarray(0, 8), words.length, words[5].toString(16));
const brighter = pixels.map((value, index) => (index % 4 === 3 ? value : value * 1.5 + 10));
console.log(brighter.subarray(4, 12), Math.max(...brighter.filter((_, index) => index % 4 === 0)));
for (let y = 0; y < HEIGHT; y++) words.subarray(y * WIDTH, (y + 1) * WIDTH).reverse();
console.log(
  pixels.slice(0, 8),
  words.findIndex((word) => word === 0xff000000),
);
const histogram = new Uint16Array(8);
for (const value of pixels) histogram[value >> 5]++;
console.log(
  histogram,
  histogram.reduce((sum, count) => sum + count, 0),
);
const gray = Float32Array.from(
  { length: WIDTH * HEIGHT },
  (_, i) => 0.3 * pixels[i * 4] + 0.59 * pixels[i * 4 + 1] + 0.11 * pixels[i * 4 + 2],
);
console.log(
  gray.toSorted((a, b) => b - a).subarray(0, 3),
  Uint8Array.from(gray, (value) => Math.round(value)),
);
