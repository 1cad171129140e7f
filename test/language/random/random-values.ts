// crypto.getRandomValues: fills integer arrays of every width, gives the array back, and refuses too much at once.
const bytes = new Uint8Array(64);
const same = crypto.getRandomValues(bytes);
console.log(
  same === bytes,
  bytes.length,
  bytes.some((byte) => byte !== 0),
  new Set(bytes).size > 8,
);
const words = crypto.getRandomValues(new Uint32Array(16));
console.log(
  words.some((word) => word > 0xffff),
  words.every((word) => word >= 0 && word <= 0xffff_ffff),
  new Set(words).size > 8,
);
console.log(
  crypto.getRandomValues(new Int16Array(200)).some((value) => value < 0),
  crypto.getRandomValues(new Uint8Array(0)).length,
);
const part = new Uint8Array(32);
crypto.getRandomValues(part.subarray(8, 24));
console.log(
  part.subarray(0, 8).every((byte) => byte === 0),
  part.subarray(24).every((byte) => byte === 0),
  part.some((byte) => byte !== 0),
);
console.log(crypto.getRandomValues(new Uint8Array(65536)).length);
try {
  crypto.getRandomValues(new Uint8Array(65537));
} catch (error) {
  console.log(error instanceof Error ? error.name : "other");
}
