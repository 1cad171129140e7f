// Files: whole texts and bytes are written, appended and read.

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "language-"));
const file = join(folder, "notes.txt");
console.log(existsSync(file), existsSync(folder));

writeFileSync(file, "first line\n");
appendFileSync(file, "zweite Zeile: äöü €\n");
appendFileSync(file, "🎉", { encoding: "utf8" });
const text = readFileSync(file, "utf8");
console.log(text, text.length, text.split("\n").length);
console.log(readFileSync(file, { encoding: "utf-8" }) === text);

const bytes = readFileSync(file);
console.log(bytes.length, bytes[0], bytes[bytes.length - 1], bytes instanceof Uint8Array);

writeFileSync(file, new Uint8Array([104, 105, 0, 10, 255]));
console.log([...readFileSync(file)].join(), readFileSync(file, "utf8").length);
console.log(readFileSync(file).toString("hex"), `${readFileSync(file).subarray(0, 2)}`, readFileSync(file));
writeFileSync(file, "");
console.log(readFileSync(file, "utf8") === "", readFileSync(file).length);

const large = "0123456789abcdef".repeat(8000);
writeFileSync(file, large);
console.log(readFileSync(file, "utf8") === large, readFileSync(file).length);

rmSync(folder, { recursive: true });
console.log(existsSync(file), existsSync(folder));
