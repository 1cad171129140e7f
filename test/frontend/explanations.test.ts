// Explanations: each code has a page in docs/diagnostics: a program that gets exactly that code where it says, and one that compiles.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import test from "ava";
import { explanation, readDiagnosticExample } from "../../compiler/diagnostic-examples.ts";
import { type Compilation, compile } from "../../compiler/driver.ts";
import { diagnosticTable, formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import type { Profile } from "../../compiler/ir/module.ts";
import { bundle } from "../../scripts/bundle.mjs";

declare const REPOSITORY_ROOT: string;

const pages = join(REPOSITORY_ROOT, "docs", "diagnostics");
const folder = join(REPOSITORY_ROOT, "build", "test", "explanations");
const RUN_TIME_MAX_MS = 10_000;

/** What is wrong on the command line or with a file as a whole is shown by commands in a folder with these files. */
const FILES: Readonly<Record<string, string>> = {
  "hello.ts": 'console.log("hello");\n',
  "notes.txt": "not a program\n",
  "deep.ts": `console.log(${"(".repeat(20_000)}1${")".repeat(20_000)});\n`,
};
const codes = Object.keys(diagnosticTable);
const isShownByCommands = (code: string): boolean => readDiagnosticExample(pages, code)?.isCommand === true;

/** Kernel programs lack what only the kernel's own assembly defines: errors of the linker do not count. */
function compileText(name: string, text: string, profile: Profile): Compilation {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");
  return compile({ entries: [file], profile, runtimeDirectory, root: folder, isOptimised: profile === "kernel" });
}

/** The exit status of the compiled program. */
function runStatus(name: string, bytes: Uint8Array): number | null {
  const executable = join(folder, name);
  writeFileSync(executable, bytes, { mode: 0o755 });
  return spawnSync(executable, { timeout: RUN_TIME_MAX_MS }).status;
}

for (const code of codes.filter(isShownByCommands)) {
  test.serial(code, async (t) => {
    const example = readDiagnosticExample(pages, code);
    const [compiler = ""] = await bundle(["compiler/cli.ts"]);
    const place = join(folder, "commands");
    mkdirSync(place, { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(place, name), text);
    const [refused, accepted] = [example?.before ?? "", example?.after ?? ""].map((command) => {
      const [program, ...words] = command.trim().split(" ");
      t.is(program, "tsmetal");
      return spawnSync(process.execPath, [compiler, ...words], { cwd: place, encoding: "utf8" });
    });
    t.is(refused.status, 1);
    t.true(refused.stderr.startsWith(`${code}: `), refused.stderr);
    t.deepEqual([accepted.status, accepted.stderr], [0, ""]);
    t.true(explanation(pages, code)?.includes((example?.after ?? "?").trim()));
  });
}

for (const code of codes.filter((known) => !isShownByCommands(known))) {
  test.serial(code, async (t) => {
    // Lets the runner hear of each page before the next one is compiled.
    await setImmediate();
    const example = readDiagnosticExample(pages, code);
    if (example === undefined) return t.fail(`docs/diagnostics/${code}.md is missing or not in form`);
    const refused = compileText(`${code}-before`, example.before, example.profile).diagnostics;
    const marked = example.before.split("\n").findIndex((line) => line.includes("<- here")) + 1;
    t.deepEqual(
      refused.map((diagnostic) => `${diagnostic.code} ${diagnostic.line}`),
      [`${code} ${marked}`],
      refused.map(formatDiagnostic).join("\n"),
    );
    const accepted = compileText(`${code}-after`, example.after, example.profile);
    t.deepEqual(accepted.diagnostics.map(formatDiagnostic), []);
    if (example.profile === "linux") t.is(accepted.executable && runStatus(code, accepted.executable.bytes), 0, accepted.errors.join("\n"));
    t.true(explanation(pages, code)?.includes(example.after.split("\n")[0]));
  });
}

test("no page is about a code that does not exist", (t) => {
  for (const name of readdirSync(pages)) t.true(name.replace(/\.md$/, "") in diagnosticTable, name);
});
