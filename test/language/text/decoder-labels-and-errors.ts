// TextDecoder: its labels, and errors of decoders that are fatal.
for (const label of ["utf-8", "UTF8", " Utf-8\n", "unicode-1-1-utf-8"]) console.log(new TextDecoder(label).encoding);
try {
  console.log(new TextDecoder("no-such-encoding").encoding);
} catch (error) {
  if (error instanceof RangeError) console.log(error.name, error.message);
}
const strict = new TextDecoder("utf-8", { fatal: true });
console.log(strict.fatal, strict.decode(new Uint8Array([0xc3, 0xa9])));
for (const bytes of [[0x61, 0xff], [0xc3], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf0, 0x9f, 0x98, 0x80, 0x80]]) {
  try {
    console.log(strict.decode(new Uint8Array(bytes)));
  } catch (error) {
    console.log(error instanceof TypeError ? error.message : "other");
  }
}
console.log(strict.decode(new Uint8Array([0x6f, 0x6b])), strict.decode(new Uint8Array([0xef, 0xbb, 0xbf])).length);
