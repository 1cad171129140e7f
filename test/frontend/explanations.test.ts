// Explanations: each code has a page in docs/diagnostics: a program that gets exactly that code where it says, and one that compiles.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { explanation, readDiagnosticExample } from "../../compiler/diagnostic-examples.ts";
import { type Compilation, compile } from "../../compiler/driver.ts";
import { diagnosticTable, formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import type { Profile } from "../../compiler/ir/module.ts";

declare const REPOSITORY_ROOT: string;

const pages = join(REPOSITORY_ROOT, "docs", "diagnostics");
const folder = join(REPOSITORY_ROOT, "build", "test", "explanations");
const RUN_TIME_MAX_MS = 10_000;

/** What is wrong on the command line or with a file as a whole has no program that shows it; test/frontend/files.test.ts has them. */
const WITHOUT_PROGRAM = ["TSM1002", "TSM1003", "TSM1004"];

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

for (const code of Object.keys(diagnosticTable).filter((known) => !WITHOUT_PROGRAM.includes(known))) {
  test(code, (t) => {
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
