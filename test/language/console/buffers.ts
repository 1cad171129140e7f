// Array buffers and views of them on the console, and values of unknown type in a program that has some.
const view = new DataView(new ArrayBuffer(8), 2);
view.setInt8(0, 5);
view.setUint8(1, 0xfe);
console.log(view);
console.log(view.buffer, [view.buffer], { buffer: new ArrayBuffer(0), deep: [[[new ArrayBuffer(1)]]] });
console.log(new DataView(new ArrayBuffer(0)), { view: new DataView(new ArrayBuffer(4), 1, 2) });
console.log(new ArrayBuffer(16), new ArrayBuffer(100), new ArrayBuffer(101), [new DataView(new ArrayBuffer(60))]);

const values: unknown[] = [view, view.buffer, new Uint8Array(2), { a: { view } }, [[view.buffer]], "text", undefined];
for (const value of values) console.log(value);

try {
  view.getInt32(7);
} catch (error) {
  if (error instanceof RangeError) error.stack = `${error}`;
  console.log(error);
}
try {
  throw view.getUint8(1);
} catch (error) {
  console.log(error, { error });
}

const coders: unknown[] = [new TextEncoder(), new TextDecoder(), { coder: new TextEncoder() }, [new TextDecoder("utf-8", { fatal: true })]];
for (const coder of coders) console.log(coder);
console.log(new TextEncoder(), new TextDecoder());
