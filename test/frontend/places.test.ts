// Places: an error that comes up inside our runtime is shown where the program asked for what the runtime was doing.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "ava";
import { compile } from "../../compiler/driver.ts";
import type { Profile } from "../../compiler/ir/module.ts";

declare const REPOSITORY_ROOT: string;

const root = join(REPOSITORY_ROOT, "build", "test", "places");

/** What is refused of a program of several files, the first of which is compiled: `code file:line:column`. */
function places(name: string, files: Readonly<Record<string, string>>, profile: Profile): string[] {
  const folder = join(root, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { diagnostics } = compile({
    entries: [join(folder, Object.keys(files)[0])],
    profile,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: folder,
    isOptimised: true,
    isCheckOnly: true,
  });
  return diagnostics.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

const cases: Readonly<Record<string, { files: Readonly<Record<string, string>>; profile: Profile; refused: readonly string[] }>> = {
  join: {
    files: { "main.ts": "const fs = [() => 1];\n\nconsole.log(fs.length, fs.join());\n" },
    profile: "linux",
    refused: ["TSM3008 main.ts:3:24"],
  },
  "join-in-a-program": {
    files: { "main.ts": "const fs = [() => 1];\n\nconsole.log(fs.length, fs.join());\n" },
    profile: "program",
    refused: ["TSM3008 main.ts:3:24"],
  },
  "through-two-functions-of-the-runtime": {
    files: { "main.ts": "const fs = [[() => 1]];\nif (fs.length > 0)\n  console.log(String(fs));\n" },
    profile: "linux",
    refused: ["TSM3008 main.ts:3:15"],
  },
  "a-folder-called-runtime": {
    files: {
      "main.ts": 'import { texts } from "./runtime/core/collections/array.ts";\nconsole.log(texts([]));\n',
      "runtime/core/collections/array.ts": 'export function texts(fs: (() => void)[]): string {\n  return fs.join("-");\n}\n',
    },
    profile: "linux",
    refused: ["TSM3008 runtime/core/collections/array.ts:2:10"],
  },
  "allocation-by-the-runtime": {
    files: {
      "main.ts":
        'import { count } from "./runtime/count.ts";\n/** @exportName kernel_main */\nexport function main(): void {\n  if (count("a,b") > 5) panic("many");\n}\n',
      "runtime/count.ts": 'export function count(text: string): u32 {\n  return u32(text.split(",").length);\n}\n',
    },
    profile: "kernel",
    refused: ["TSM4003 ./runtime/count.ts:2:14"],
  },
  "floating-point-by-the-runtime": {
    files: {
      "main.ts":
        '/** @exportName kernel_main */\nexport function main(): void {\n  const text = "12";\n  if (Number.isInteger(text.length / 3)) panic("it is");\n}\n',
    },
    profile: "kernel",
    refused: ["TSM4005 main.ts:4:24"],
  },
  "generator-in-the-kernel": {
    files: {
      "main.ts":
        "function* ones(): Generator<u32> {\n  yield 1;\n}\n/** @exportName kernel_main */\nexport function main(): void {\n  ones().next();\n}\n",
    },
    profile: "kernel",
    refused: ["TSM4001 main.ts:1:11"],
  },
};

for (const [name, { files, profile, refused }] of Object.entries(cases)) {
  test(name.replaceAll("-", " "), (t) => {
    t.deepEqual(places(name, files, profile), refused);
  });
}
