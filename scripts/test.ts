// Test runner: bundles the tests for Node and hands them to ava.  npm test -- [area or part of a file name ...]

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { bundle } from "./bundle.mjs";

declare const REPOSITORY_ROOT: string;

function findTests(filters: readonly string[]): string[] {
  const files = readdirSync(join(REPOSITORY_ROOT, "test"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".test.ts") && (filters.length === 0 || filters.some((filter) => file.includes(filter))))
    .map((file) => join("test", file))
    .sort();
}

const tests = findTests(process.argv.slice(2).filter((argument) => !argument.startsWith("-")));
if (tests.length === 0) {
  process.stderr.write("no test file matches\n");
  process.exit(2);
}
const outputs = await bundle(tests);
const ava = join(REPOSITORY_ROOT, "node_modules", "ava", "entrypoints", "cli.mjs");
const result = spawnSync(process.execPath, ["--enable-source-maps", ava, ...outputs.map((file) => relative(REPOSITORY_ROOT, file))], {
  cwd: REPOSITORY_ROOT,
  stdio: "inherit",
});
process.exit(result.status ?? 1);
