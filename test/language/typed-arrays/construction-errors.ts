// Lengths and offsets that cannot be: RangeErrors with V8's words, which can be caught.
function attempt(name: string, make: () => number): void {
  try {
    console.log(name, make());
  } catch (error) {
    console.log(name, error instanceof RangeError ? error.message : "another error");
  }
}
const buffer = new ArrayBuffer(10);
for (const length of [-1, -5.5, 0, 1.5, -0.9, NaN]) attempt(`length ${length}`, () => new Uint8Array(length).length);
attempt("buffer", () => new ArrayBuffer(-1).byteLength);
for (const offset of [0, 2, 3, 4, 10, 12, -2, -1]) {
  attempt(`16 bits at ${offset}`, () => new Uint16Array(buffer, offset).length);
  attempt(`32 bits at ${offset}`, () => new Int32Array(buffer, offset).length);
  attempt(`two of 16 bits at ${offset}`, () => new Uint16Array(buffer, offset, 2).length);
}
attempt("too long", () => new Uint8Array(buffer, 5, 6).length);
attempt("negative", () => new Uint8Array(buffer, 5, -1).length);
attempt("all", () => new Uint8Array(buffer, 5, 5).length);
attempt("none at the end", () => new Uint8Array(buffer, 10).length);
const bytes = new Uint8Array(4);
attempt("set", () => (bytes.set([1, 2, 3], 2), 0));
attempt("set before", () => (bytes.set([1], -1), 0));
attempt("set kinds", () => (bytes.set(new Int8Array(5)), 0));
attempt("with", () => bytes.with(4, 1)[0]);
attempt("with at the end", () => bytes.with(-1, 7)[3]);
