// Packed layouts: the compiler and the generator of nasm includes must see the same structures and constants in abi/.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import test from "ava";
import { packedLayouts } from "../../compiler/frontend/classes/packed-layouts.ts";
import { readAbi } from "../../scripts/abi-include.ts";

declare const REPOSITORY_ROOT: string;

const folder = join(REPOSITORY_ROOT, "abi");
const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

test("offsets, sizes and constants of abi/ are those of the nasm includes", (t) => {
  const { files, diagnostics } = packedLayouts({
    entries: names.map((name) => join(folder, name)),
    profile: "kernel",
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
  });
  t.deepEqual(diagnostics, []);
  const compiled = new Map(files.map((file) => [basename(file.file, ".ts"), file]));
  const includes = readAbi(names.map((name) => ({ name: basename(name, ".ts"), text: readFileSync(join(folder, name), "utf8") })));
  t.is(includes.size, compiled.size);
  for (const [name, equates] of includes) {
    const file = compiled.get(name);
    const known = new Map<string, bigint>(file?.constants);
    for (const layout of file?.layouts ?? []) {
      known.set(`${layout.name}_size`, BigInt(layout.sizeBytes));
      for (const field of layout.fields) known.set(`${layout.name}.${field.name}`, BigInt(field.offset));
    }
    for (const { name: symbol, value } of equates) t.is(known.get(symbol), value, `${name}: ${symbol}`);
  }
});
