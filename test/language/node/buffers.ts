// Buffers: arrays of bytes with texts in several encodings; each is a Uint8Array, too, and shows itself as a buffer.

const word = Buffer.from("héllo");
console.log(word.toString(), `${word}`, word.length, word.toString("hex"), word);
console.log(Buffer.concat([word, Buffer.from("!")]).toString(), Buffer.concat([word, word], 8));

const bytes: Uint8Array = word;
console.log(bytes.toString(), String(bytes), bytes instanceof Buffer, Buffer.isBuffer(bytes), Buffer.isBuffer("no"));
console.log(String(new Uint8Array([1, 2])), new Uint8Array(2) instanceof Buffer, word instanceof Uint8Array);

function show(given: string | Buffer): string {
  return typeof given === "string" ? `text ${given}` : `buffer ${given.toString("base64")}`;
}
console.log(show("a"), show(word), show(Buffer.from([255, 254, 253])), Buffer.from("_-8", "base64url"));

const chunks: Buffer[] = [];
chunks.push(word, Buffer.alloc(3, "ab"));
const list: readonly Uint8Array[] = chunks;
console.log(Buffer.concat(list).toString("latin1"), new TextDecoder().decode(word), Buffer.from("ff00zz", "hex"));
console.log(Buffer.from([1, 2, 300]), Buffer.byteLength("zwölf"), Buffer.compare(word, Buffer.from("hello")), Buffer.alloc(60));

const part = word.subarray(1, 3);
part[0] = 0x6a;
console.log(word.toString("ascii"), part.equals(Buffer.from([0x6a, 0xa9])), word.slice(-1).toString());

const numbers = Buffer.alloc(12);
console.log(numbers.writeUInt32BE(0xdeadbeef, 2), numbers.writeInt8(-1), numbers.write("zwölf", 6, 4), numbers);
console.log(numbers.readUInt16BE(2), numbers.readInt32LE(2), numbers.readUInt8(0), numbers.toString("utf8", 6, 7));
try {
  numbers.readUInt32LE(9);
} catch (error) {
  console.log(error instanceof RangeError, (error as Error).message);
}
const held: unknown[] = [word, new Uint8Array(1)];
console.log(held, held[0] instanceof Uint8Array, numbers.copy(word, 1, 2, 4), word);
