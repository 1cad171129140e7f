// Test runner: bundles the tests for Node, hands them to ava, and ends with one line `N passed, N failed`.
//   npm test -- [area or part of a path ...] [--no-build] [--update] [--match=TITLE]
// Builds first what has changed, when a selected test boots what is built: it is tested as the sources are now.
// Exit status 0 when every test passed and there was one, 1 otherwise, 2 for a wrong option.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { bundle } from "./bundle.mjs";
import { requireTools } from "./setup/tools.mjs";
import { readTotals, type Totals } from "./test/summary.ts";

declare const REPOSITORY_ROOT: string;

const SLOW_FILES_SHOWN = 12;
/** The tests that start what the build makes. */
const NEEDS_BUILD = /^test\/guest\//;

interface Selection {
  filters: string[];
  /** Whether what has changed is built first. */
  build: boolean;
  /** Whether kept pictures and texts are written anew. */
  update: boolean;
  /** Titles to run, as ava's --match has them. */
  matches: string[];
}

interface FileTime {
  file: string;
  elapsedMs: number;
}

function parseArguments(words: readonly string[]): Selection {
  const selection: Selection = { filters: [], build: true, update: false, matches: [] };
  for (const word of words) {
    if (word === "--no-build") selection.build = false;
    else if (word === "--update") selection.update = true;
    else if (word.startsWith("--match=")) selection.matches.push(word.slice("--match=".length));
    else if (!word.startsWith("-")) selection.filters.push(word);
    else {
      process.stderr.write(`unknown option ${word}; npm test -- [area or part of a path ...] [--no-build] [--update] [--match=TITLE]\n`);
      process.exit(2);
    }
  }
  return selection;
}

/** Runs the build; the tests run even when it fails, most of them need nothing of it, but the run as a whole has failed then. */
function build(): boolean {
  const runner = join(REPOSITORY_ROOT, "scripts", "run.mjs");
  const result = spawnSync(process.execPath, [runner, "scripts/build.ts"], { cwd: REPOSITORY_ROOT, stdio: "inherit" });
  return result.status === 0;
}

function findTests(filters: readonly string[]): string[] {
  const files = readdirSync(join(REPOSITORY_ROOT, "test"), { recursive: true, encoding: "utf8" });
  return files
    .map((file) => join("test", file))
    .filter((file) => file.endsWith(".test.ts") && (filters.length === 0 || filters.some((filter) => file.includes(filter))))
    .sort();
}

/** Runs ava with its report on standard output, and reads the totals out of it. */
function runAva(files: readonly string[], selection: Selection, timesFile: string): Promise<Totals> {
  const ava = join(REPOSITORY_ROOT, "node_modules", "ava", "entrypoints", "cli.mjs");
  const flags = [...selection.matches.map((title) => `--match=${title}`), ...(selection.update ? ["--update-snapshots"] : [])];
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(process.execPath, ["--enable-source-maps", ava, ...flags, ...files], {
    cwd: REPOSITORY_ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TZ: "UTC", ...colour, TEST_TIMES: timesFile, ...(selection.update ? { UPDATE: "1" } : {}) },
  });
  let report = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    report += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.on("close", (status) => resolve(readTotals(report, status ?? 1)));
  });
}

function readTimes(timesFile: string): FileTime[] {
  if (!existsSync(timesFile)) return [];
  const lines = readFileSync(timesFile, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as FileTime).sort((left, right) => right.elapsedMs - left.elapsedMs);
}

function printTimes(times: readonly FileTime[]): void {
  if (times.length < 2) return;
  process.stdout.write("slowest files:\n");
  for (const { file, elapsedMs } of times.slice(0, SLOW_FILES_SHOWN)) {
    const source = relative(join(REPOSITORY_ROOT, "build", "host"), file).replace(/\.mjs$/, ".ts");
    process.stdout.write(`  ${(elapsedMs / 1000).toFixed(1).padStart(6)} s  ${source}\n`);
  }
}

const selection = parseArguments(process.argv.slice(2));
const tests = findTests(selection.filters);
if (tests.length === 0) {
  process.stderr.write("no test file matches\n");
  process.exit(1);
}
requireTools(["nasm", "mtools", "qemu", "ovmf", "qboot"]);
const isBuilt = !selection.build || !tests.some((file) => NEEDS_BUILD.test(file)) || build();
const outputs = await bundle(tests);
const timesFile = join(REPOSITORY_ROOT, "build", "test", `times-${process.pid}.jsonl`);
mkdirSync(join(REPOSITORY_ROOT, "build", "test"), { recursive: true });
const totals = await runAva(
  outputs.map((file) => relative(REPOSITORY_ROOT, file)),
  selection,
  timesFile,
);
process.stdout.write("\n");
printTimes(readTimes(timesFile));
rmSync(timesFile, { force: true });
const failed = totals.failed + (isBuilt ? 0 : 1);
if (!isBuilt) process.stdout.write("the build failed, see the top; it counts as one failure\n");
process.stdout.write(`${totals.passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || totals.passed === 0 ? 1 : 0;
