// The status of files: size, kind, times; of what is not there, undefined where that is wanted.

import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const before = Date.now();
const folder = mkdtempSync(join(tmpdir(), "language-"));
const file = join(folder, "file");
writeFileSync(file, "12345");

const status = statSync(file);
console.log(status.size, status.isFile(), status.isDirectory(), status.isSymbolicLink());
console.log(typeof status.mtimeMs, status.mtimeMs > 1_000_000_000_000, status.mtime instanceof Date, status.nlink);
console.log(statSync(folder).isDirectory(), statSync(join(folder, "none"), { throwIfNoEntry: false }));
console.log(statSync(file, { throwIfNoEntry: false })?.size, statSync("/dev/null").isCharacterDevice());

chmodSync(file, 0o640);
console.log((statSync(file).mode & 0o777).toString(8));

symlinkSync("file", join(folder, "link"));
console.log(lstatSync(join(folder, "link")).isSymbolicLink(), statSync(join(folder, "link")).isFile(), lstatSync(file).isFile());
symlinkSync("nowhere", join(folder, "broken"));
console.log(existsSync(join(folder, "broken")), existsSync(join(folder, "link")));

const descriptor = openSync(file);
console.log(fstatSync(descriptor).size, fstatSync(descriptor).ino === status.ino);
closeSync(descriptor);
rmSync(folder, { recursive: true });
console.log(before <= Date.now());
