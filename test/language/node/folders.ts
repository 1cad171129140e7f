// Folders: made with those above, listed with kinds and with what is inside, removed with all below.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const root = mkdtempSync(join(tmpdir(), "language-"));
const shown = (path: string | undefined): string => path?.replace(root, "ROOT") ?? "undefined";

console.log(shown(mkdirSync(join(root, "a/b/c"), { recursive: true })));
console.log(shown(mkdirSync(join(root, "a/b/c"), { recursive: true })));
console.log(shown(mkdirSync(join(root, "a/d"), { recursive: true })));
mkdirSync(join(root, "empty"));
writeFileSync(join(root, "a", "one.txt"), "1");
writeFileSync(join(root, "a", "b", "two.txt"), "22");
writeFileSync(join(root, "Zed"), "");

console.log(readdirSync(root).join(), readdirSync(join(root, "a")).join(), readdirSync(join(root, "empty")).length);
for (const entry of readdirSync(join(root, "a"), { withFileTypes: true })) {
  console.log(entry.name, entry.isDirectory(), entry.isFile(), entry.isSymbolicLink());
}
console.log(readdirSync(root, { recursive: true }).sort().join());

function sizeOf(path: string): number {
  const status = statSync(path);
  if (status.isFile()) return status.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
console.log(sizeOf(root), basename(join(root, "a")));

rmdirSync(join(root, "empty"));
rmSync(join(root, "a"), { recursive: true, force: true });
console.log(readdirSync(root).join());
rmSync(root, { recursive: true });
console.log(existsSync(root));
