// Files: what is wrong outside the text of a program gets a sentence and a status from the command line, never a stack trace.

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { createDiagnostic, type Diagnostic, formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { bundle } from "../../scripts/bundle.mjs";

declare const REPOSITORY_ROOT: string;

const folder = join(REPOSITORY_ROOT, "build", "test", "files");
let compiler = "";

test.before(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "folder.ts"), { recursive: true });
  symlinkSync(join(folder, "nowhere.ts"), join(folder, "dangling.ts"));
  const texts: Readonly<Record<string, string>> = {
    "one.ts": "console.log(1);\n",
    "empty.ts": "",
    "plain.txt": "console.log(1);\n",
    "imports.ts": `import { a } from "./nowhere.ts";\nimport { b } from "./folder.ts";\nconsole.log(a, b);\n`,
    "first.ts": `import { second } from "./second.ts";\nexport const first = 1;\nconsole.log(second());\n`,
    "second.ts": `import { first } from "./first.ts";\nexport function second(): number {\n  return first + 1;\n}\n`,
    "deep.ts": `const x = ${"(".repeat(20_000)}1${")".repeat(20_000)};\nconsole.log(x);\n`,
    "binary.ts": "\xff\0\x01",
    "eleven.ts": ELEVEN_ERRORS,
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  [compiler = ""] = await bundle(["compiler/cli.ts"]);
});

/** Eleven statements, each wrong in another way. */
const ELEVEN_ERRORS = `export let small: u8 = 300;
var old = 1;
let wide: u64 = 1, half = 0.5;
let narrow: u32 = 1;
console.log(wide + narrow);
console.log(structuredClone(() => 1));
const holes = new Array<string>(2).map(() => 1);
const maths = Math;
const options: { a?: number } = {};
delete options.a;
half++;
narrow = half;
console.log(narrow / u32(0));
console.log(-[1]);
const untyped: any = 1;
`;

function tsmetal(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...words], { cwd: folder, encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}

interface Case {
  readonly words: readonly string[];
  readonly status: number;
  readonly says: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  "a missing file": { words: ["check", "nowhere.ts"], status: 1, says: /^TSM1002: cannot find the file nowhere\.ts\n/ },
  "a link to nothing": { words: ["check", "dangling.ts"], status: 1, says: /^TSM1002: cannot find the file dangling\.ts\n/ },
  "a folder": {
    words: ["run", "folder.ts"],
    status: 1,
    says: /^TSM1003: cannot read folder\.ts: it is a folder without `main.ts` or `index.ts`\n/,
  },
  "another kind of file": { words: ["run", "plain.txt"], status: 1, says: /^TSM1003: cannot read plain\.txt: its name does not end/ },
  "no text": { words: ["check", "binary.ts"], status: 1, says: /TSM1001/ },
  "imports of a missing file and of a folder": {
    words: ["check", "imports.ts"],
    status: 1,
    says: /imports\.ts:1:19: TSM1001: [\s\S]*imports\.ts:2:19: TSM1001: /,
  },
  "deep nesting": { words: ["check", "deep.ts"], status: 1, says: /^TSM1004: deep\.ts is nested too deeply\n/ },
  "output below a file": { words: ["build", "one.ts", "-o", "one.ts/x"], status: 1, says: /^tsmetal: cannot write one\.ts\/x: / },
  "output over a folder": { words: ["build", "one.ts", "-o", "folder.ts"], status: 1, says: /^tsmetal: cannot write folder\.ts: / },
  "an unknown pass": { words: ["check", "one.ts", "--off", "nothing"], status: 2, says: /^tsmetal: unknown pass nothing/ },
  "a missing assembly file": { words: ["build", "one.ts", "--assembly", "no.asm"], status: 1, says: /^tsmetal: .*no\.asm/ },
  "an unknown code": { words: ["explain", "TSM0000"], status: 2, says: /there is no diagnostic TSM0000/ },
};

for (const [name, { words, status, says }] of Object.entries(cases)) {
  test(name, (t) => {
    const result = tsmetal(...words);
    t.is(result.status, status, result.stderr);
    t.regex(result.stderr, says);
    t.notRegex(result.stderr, /^\s+at .*:\d+:\d+\)?$/m, "a stack trace");
    t.false(result.stderr.includes("at fault"), result.stderr);
  });
}

test("an empty file and modules that import each other are programs", (t) => {
  t.deepEqual(tsmetal("run", "empty.ts"), { status: 0, stdout: "", stderr: "" });
  t.deepEqual(tsmetal("run", "first.ts"), { status: 0, stdout: "2\n", stderr: "" });
});

test("all errors of a program in one run, as JSON one object a line", (t) => {
  const { status, stderr } = tsmetal("check", "--json", "eleven.ts");
  t.is(status, 1);
  const found = stderr
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Diagnostic);
  for (const { file, message, reason, wayOut } of found) t.true(file === "eleven.ts" && message !== "" && reason !== "" && wayOut !== "");
  t.deepEqual(
    found.map(({ code, line, column }) => `${code} ${line}:${column}`),
    [
      "TSM2003 1:24",
      "TSM3002 2:1",
      "TSM2001 5:13",
      "TSM3055 6:29",
      "TSM3006 7:15",
      "TSM3005 8:15",
      "TSM3011 10:1",
      "TSM2002 12:10",
      "TSM2004 13:13",
      "TSM2005 14:13",
      "TSM3001 15:16",
    ],
  );
});

/** Second and third line of the message: the source and the caret. */
function frame(sourceLine: string, marked: string): string[] {
  const column = sourceLine.indexOf(marked) + 1;
  const diagnostic = createDiagnostic("TSM3011", { file: "a.ts", line: 7, column, length: marked.length, sourceLine });
  return formatDiagnostic(diagnostic).split("\n").slice(1, 3);
}

test("carets stand below the place: after tabs, wide and combining characters, and in long lines", (t) => {
  t.deepEqual(frame("\tx bad", "bad"), ["  7 |  x bad", "    |    ^^^"]);
  t.deepEqual(frame("\u65e5\u672c bad", "bad"), ["  7 | \u65e5\u672c bad", "    |      ^^^"]);
  t.deepEqual(frame("e\u0301 bad", "bad"), ["  7 | e\u0301 bad", "    |   ^^^"]);
  t.deepEqual(frame("\u{1f600} bad", "bad"), ["  7 | \u{1f600} bad", "    |    ^^^"]);
  t.deepEqual(frame("\x1b[31m bad", "bad"), ["  7 |  [31m bad", "    |       ^^^"]);
  const [source = "", caret = ""] = frame(`${"x".repeat(500)} bad ${"y".repeat(500)}`, "bad");
  t.true(source.length < 140);
  t.is(source.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1), "bad");
});
