// Descriptors: reading and writing parts, at places and one after the other.

import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, truncateSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "language-"));
const file = join(folder, "parts");

const writer = openSync(file, "w");
console.log(writeSync(writer, "hello, "), writeSync(writer, "wörld"), writeSync(writer, new Uint8Array([33, 10])));
console.log(writeSync(writer, "J", 0), writeSync(writer, new Uint8Array([1, 2, 69, 3]), 2, 1, 1));
closeSync(writer);
console.log(JSON.stringify(readFileSync(file, "utf8")));

const reader = openSync(file, "r");
const buffer = new Uint8Array(5);
const decoder = new TextDecoder();
let text = "";
for (let count = readSync(reader, buffer); count > 0; count = readSync(reader, buffer)) {
  text += decoder.decode(buffer.subarray(0, count), { stream: true });
}
console.log(JSON.stringify(text), readSync(reader, buffer));
console.log(readSync(reader, buffer, 1, 3, 7), [...buffer].join());
closeSync(reader);

const both = openSync(file, "r+");
writeSync(both, "X", 3);
console.log(readSync(both, buffer, 0, 5, 0), decoder.decode(buffer));
closeSync(both);

const appending = openSync(file, "a");
writeSync(appending, "end");
closeSync(appending);
console.log(JSON.stringify(readFileSync(file, "utf8")));
truncateSync(file, 4);
console.log(readFileSync(file, "utf8"));
try {
  readSync(reader, buffer);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
rmSync(folder, { recursive: true });
