// Files are copied, renamed, linked, and found by their real path.

import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "language-")));
const at = (...names: string[]): string => join(folder, ...names);
const short = (path: string): string => path.replace(folder, "FOLDER");

fs.writeFileSync(at("a"), "content of a");
fs.copyFileSync(at("a"), at("b"));
fs.appendFileSync(at("b"), "!");
console.log(fs.readFileSync(at("a"), "utf8"), fs.readFileSync(at("b"), "utf8"));

fs.renameSync(at("b"), at("c"));
console.log(fs.existsSync(at("b")), fs.readdirSync(folder).join());
fs.renameSync(at("c"), at("a"));
console.log(fs.readFileSync(at("a"), "utf8"), fs.readdirSync(folder).join());

fs.mkdirSync(at("deep", "er"), { recursive: true });
fs.symlinkSync("deep/er", at("short"));
fs.symlinkSync(at("short"), at("deep", "er", "back"));
fs.writeFileSync(at("short", "file"), "found");
console.log(fs.readFileSync(at("deep", "er", "file"), "utf8"), fs.readlinkSync(at("short")));
console.log(short(fs.realpathSync(at("short", "file"))), short(fs.realpathSync(at("deep", "er", "back", "back", ".."))));
fs.symlinkSync("loop", at("loop"));
try {
  fs.readFileSync(at("loop"));
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
fs.unlinkSync(at("short"));
console.log(fs.existsSync(at("short")), fs.existsSync(at("deep", "er", "file")));
fs.rmSync(folder, { recursive: true });
