// Files as promises: the same functions, settled in later rounds of the loop, with the same errors.

import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "language-"));
  await Promise.all(["b", "a", "c"].map((name, index) => writeFile(join(folder, name), name.repeat(index + 1))));
  const names = await readdir(folder);
  console.log(names.sort().join());
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  console.log(texts.join(), (await readFile(join(folder, "c"))).length);

  await mkdir(join(folder, "x", "y"), { recursive: true });
  await rename(join(folder, "a"), join(folder, "x", "y", "moved"));
  for (const entry of await readdir(folder, { withFileTypes: true })) console.log(entry.name, entry.isDirectory());
  console.log((await stat(join(folder, "x", "y", "moved"))).size);

  try {
    await readFile(join(folder, "none"), "utf8");
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
  const found = await stat(join(folder, "none")).then(
    () => true,
    () => false,
  );
  await rm(folder, { recursive: true, force: true });
  const left = await readdir(folder).catch((error: unknown) => (error as NodeJS.ErrnoException).syscall);
  console.log(found, left);
}

void main().then(() => console.log("done"));
Promise.resolve().then(() => console.log("jobs come first"));
console.log("started");
