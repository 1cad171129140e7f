// The tsconfig preset: with it a plain editor, which is to say TypeScript's own checker, shows no false error and offers what exists only.

import { join } from "node:path";
import test from "ava";
import { Folder, run } from "./tsmetal.ts";

declare const REPOSITORY_ROOT: string;

const TYPESCRIPT = join(REPOSITORY_ROOT, "node_modules", "typescript", "bin", "tsc");
const CONFIGURATION = JSON.stringify({ extends: join(REPOSITORY_ROOT, "runtime", "tsconfig.program.json"), include: ["**/*.ts"] });

const ACCEPTED = `import { area, type Shape } from "./shapes/shape.ts";
import { loadU8, symbolAddress } from "tsmetal/unsafe";

const counts = new Map<string, number>([["a", 1]]);
const narrow: u8 = 7;
const wide: u64 = u64(narrow) + 1;
const shape: Shape = { width: 2, height: 3 };
export function firstByte(): u8 {
  return loadU8(symbolAddress("__text_start"));
}
console.log(area(shape), counts.get("a") ?? 0, wide, [3, 1, 2].sort((a, b) => a - b).map((value) => value * 2).join());
`;

function check(files: Readonly<Record<string, string>>): string[] {
  const folder = new Folder({ "tsconfig.json": CONFIGURATION, ...files });
  const { stdout } = run(process.execPath, [TYPESCRIPT, "-p", ".", "--pretty", "false"], folder.path);
  return stdout.split("\n").filter((line) => line !== "");
}

const SHAPES =
  "export interface Shape {\n  width: number;\n  height: number;\n}\nexport function area(shape: Shape): number {\n  return shape.width * shape.height;\n}\n";

test("a program of several files has no error, and compiles", (t) => {
  const files = { "main.ts": ACCEPTED, "shapes/shape.ts": SHAPES };
  t.deepEqual(check(files), []);
  const folder = new Folder(files);
  t.is(folder.tsmetal(["run", "main.ts"]).stdout, "6 1 8 2,4,6\n");
});

test("modules and names of Node have no error, and compile", (t) => {
  const files = {
    "main.ts": `import fs, { readdirSync } from "node:fs";
import os from "os";
import { basename } from "node:path";
import process, { env } from "node:process";

setImmediate(() => process.exit(3));
console.log(process.argv.slice(2).join("+"), basename("/a/b"), env.HOME === process.env.HOME, os.EOL.length);
console.log(fs.existsSync("main.ts"), readdirSync(".").includes("main.ts"));
`,
  };
  t.deepEqual(check(files), []);
  const { stdout, status } = new Folder(files).tsmetal(["run", "main.ts", "--", "a", "b c", "--", "-d"]);
  t.is(stdout, "a+b c+--+-d b true 1\ntrue true\n");
  t.is(status, 3);
});

test("what neither browsers' nor Node's libraries would offer here is unknown", (t) => {
  const errors = check({ "main.ts": "console.log(document.title);\nconsole.log(localStorage.length);\nconsole.log(require);\n" });
  t.is(errors.length, 3, errors.join("\n"));
  for (const name of ["document", "localStorage", "require"]) {
    t.true(
      errors.some((error) => error.includes(`Cannot find name '${name}'`)),
      name,
    );
  }
});

test("an error of types is the same in the editor and from the compiler", (t) => {
  const text = 'const size: u32 = "seven";\nconsole.log(size);\n';
  const [error = ""] = check({ "main.ts": text });
  t.regex(error, /^main\.ts\(1,7\): error TS2322: /);
  const { status, stderr } = new Folder({ "main.ts": text }).tsmetal(["check", "main.ts"]);
  t.is(status, 1);
  t.regex(stderr, /^main\.ts:1:7: TSM1001: /);
});
