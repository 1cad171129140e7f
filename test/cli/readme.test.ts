// The README's example: a small tool that does the same on Node and as an executable.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { transformSync } from "esbuild";
import { Folder, run } from "./tsmetal.ts";

declare const REPOSITORY_ROOT: string;

const text = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(REPOSITORY_ROOT, "README.md"), "utf8"))?.[1] ?? "";

test("the example counts words, on Node and compiled", (t) => {
  const files = { "count.ts": text, "count.mjs": transformSync(text, { loader: "ts" }).code, "a.txt": "two words\n\nänd  more\n" };
  const folder = new Folder(files);
  t.is(folder.tsmetal(["build", "count.ts", "-o", "count"]).status, 0);
  for (const given of [["a.txt"], ["a.txt", "none", "count.mjs"], []]) {
    const compiled = run(join(folder.path, "count"), given, folder.path);
    const ofNode = run(process.execPath, ["count.mjs", ...given], folder.path);
    t.deepEqual([compiled.stdout, compiled.stderr, compiled.status], [ofNode.stdout, ofNode.stderr, ofNode.status]);
  }
  t.is(run(join(folder.path, "count"), ["a.txt"], folder.path).stdout, "3 4 21 a.txt\n");
});
