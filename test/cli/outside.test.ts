// Programs outside the repository: folders, relative imports, any working directory, the installed command, names in backtraces.

import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { Folder, run } from "./tsmetal.ts";

declare const REPOSITORY_ROOT: string;

const folder = new Folder({
  "main.ts": 'import { greet } from "./words/greet.ts";\nfor (const name of ["Ada", "Grace"]) console.log(greet(name));\n',
  "words/greet.ts": "export function greet(name: string): string {\n  return `hello ${name}`;\n}\n",
  "library/src/index.ts": 'import { greet } from "../../words/greet.ts";\nconsole.log(greet("index"));\n',
  "failing.ts": [
    "/** @noinline */",
    "function at(values: number[], index: number): number {",
    "  return values[index];",
    "}",
    "console.log(at([1], 5));",
    "",
  ].join("\n"),
  "empty/readme.txt": "nothing here\n",
});

test("a folder stands for its main.ts, and imports are relative to the importing file", (t) => {
  t.deepEqual(folder.tsmetal(["run", "."]), { status: 0, stdout: "hello Ada\nhello Grace\n", stderr: "" });
});

test("a folder may keep its index.ts in src, and be named from elsewhere", (t) => {
  t.is(folder.tsmetal(["run", "../library"], "words").stdout, "hello index\n");
});

test("build writes an executable called after the folder, where one stands", (t) => {
  t.is(folder.tsmetal(["build", "library"], ".").status, 0);
  t.is(run(join(folder.path, "library", "library"), [], folder.path).stdout, "hello index\n");
});

test("a device can stand for the executable, and stays what it is", (t) => {
  const { mode } = statSync("/dev/null");
  t.deepEqual(folder.tsmetal(["build", "main.ts", "-o", "/dev/null"]), { status: 0, stdout: "", stderr: "" });
  const after = statSync("/dev/null").mode;
  if (after !== mode) chmodSync("/dev/null", mode);
  t.is(after, mode);
});

test("a folder without a program, and a path that is not there, are told so", (t) => {
  const empty = folder.tsmetal(["check", "empty"]);
  t.is(empty.status, 1);
  t.regex(empty.stderr, /^TSM1003: cannot read empty: it is a folder without `main\.ts` or `index\.ts`\n/);
  t.regex(folder.tsmetal(["check", "nowhere"]).stderr, /^TSM1002: cannot find the file nowhere\n/);
});

test("the command runs from any folder, as npm links it", (t) => {
  const answer = run(process.execPath, [join(REPOSITORY_ROOT, "scripts", "tsmetal.mjs"), "run", "main.ts"], folder.path);
  t.deepEqual(answer, { status: 0, stdout: "hello Ada\nhello Grace\n", stderr: "" });
});

test("npm's script counts paths from the folder it was called in", (t) => {
  const answer = run("npm", ["--prefix", REPOSITORY_ROOT, "--silent", "run", "tsmetal", "--", "run", "main.ts"], folder.path);
  t.deepEqual([answer.status, answer.stdout], [0, "hello Ada\nhello Grace\n"], answer.stderr);
});

test("backtraces name the program's files from the folder one is in, and no place of the compiler", (t) => {
  const { status, stderr } = folder.tsmetal(["run", "failing.ts"]);
  t.is(status, 70);
  t.true(stderr.includes("  at at (failing.ts:3)\n  at failing (failing.ts:5)\n"), stderr);
  t.false(stderr.includes(REPOSITORY_ROOT), stderr);
});
