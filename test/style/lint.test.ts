// Lint: the repository passes it, and Biome's rules that matter here are alive: faults planted for them are reported.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";

declare const REPOSITORY_ROOT: string;

const biome = join(REPOSITORY_ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");

function runNode(script: string, parameters: readonly string[], cwd = REPOSITORY_ROOT): { status: number | null; output: string } {
  const result = spawnSync(process.execPath, [script, ...parameters], { cwd, encoding: "utf8" });
  return { status: result.status, output: result.stdout + result.stderr };
}

test("format and rules", (t) => {
  const { status, output } = runNode(biome, ["check", "--colors=off", "--error-on-warnings", "--max-diagnostics=50", "."]);
  if (status !== 0) t.log(output);
  t.is(status, 0);
});

test("types of the host code", (t) => {
  const { status, output } = runNode(join(REPOSITORY_ROOT, "node_modules", "typescript", "bin", "tsc"), ["-p", "tsconfig.json"]);
  if (status !== 0) t.log(output);
  t.is(status, 0);
});

const FAULTS: readonly (readonly [rule: string, text: string])[] = [
  ["noExcessiveLinesPerFunction", `export function long(): void {\n${"  Math.random();\n".repeat(75)}}\n`],
  ["noExcessiveLinesPerFile", "Math.random();\n".repeat(501)],
  ["noNonNullAssertion", "export const first = (list: number[]): number => list[0]!;\n"],
  ["noExplicitAny", "export const anything: any = 1;\n"],
  ["noUnusedImports", 'import { join } from "node:path";\n'],
  ["useImportExtensions", 'import "./planted";\n'],
];

/** A folder with this repository's rules and the planted files, where nothing else looks. */
function plant(t: ExecutionContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const configuration = JSON.parse(readFileSync(join(REPOSITORY_ROOT, "biome.json"), "utf8")) as Record<string, unknown>;
  delete configuration.vcs; // there is no repository around the planted files
  writeFileSync(join(folder, "biome.json"), JSON.stringify(configuration));
  mkdirSync(join(folder, "compiler"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "compiler", name), text);
  return folder;
}

for (const [rule, text] of FAULTS) {
  test(`Biome reports a fault planted for ${rule}`, (t) => {
    const folder = plant(t, { "planted.ts": text });
    const { status, output } = runNode(biome, ["lint", "--colors=off", "--error-on-warnings", "."], folder);
    t.is(status, 1);
    t.true(output.includes(rule), output);
  });
}

test("Biome reports a cycle of type imports", (t) => {
  const folder = plant(t, {
    "a.ts": 'import type { B } from "./b.ts";\nexport type A = B[];\n',
    "b.ts": 'import type { A } from "./a.ts";\nexport type B = A[];\n',
  });
  const { status, output } = runNode(biome, ["lint", "--colors=off", "--error-on-warnings", "."], folder);
  t.is(status, 1);
  t.regex(output, /noImportCycles/);
});

test("Biome has nothing to say of a clean file", (t) => {
  const folder = plant(t, { "clean.ts": "// Clean: nothing.\n\nexport const ZERO = 0;\n" });
  const { status, output } = runNode(biome, ["check", "--colors=off", "--error-on-warnings", "compiler"], folder);
  t.is(status, 0, output);
});
