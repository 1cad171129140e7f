// Linux programs: compiles a source file with the whole pipeline for Linux and runs it.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { compile } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import type { HeapName } from "../../compiler/frontend/load.ts";

declare const REPOSITORY_ROOT: string;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const RUN_TIME_LIMIT_MS = 20_000;
const outputDirectory = join(REPOSITORY_ROOT, "build", "test", "runtime");

/** The path of the executable. Throws with all messages of the compiler if there is none. */
export function compileForLinux(file: string, isOptimised: boolean, heap: HeapName = "blocks"): string {
  const { diagnostics, errors, executable } = compile({
    entries: [join(REPOSITORY_ROOT, file)],
    profile: "linux",
    heap,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
    isOptimised,
  });
  if (executable === undefined) throw new Error([...diagnostics.map(formatDiagnostic), ...errors].join("\n"));
  mkdirSync(outputDirectory, { recursive: true });
  const path = join(outputDirectory, `${basename(file, ".ts")}${isOptimised ? "" : "-plain"}${heap === "blocks" ? "" : `-${heap}`}`);
  writeFileSync(path, executable.bytes);
  chmodSync(path, 0o755);
  return path;
}

export function run(executable: string, env: Readonly<Record<string, string>> = {}): Run {
  const result = spawnSync(executable, [], { encoding: "utf8", timeout: RUN_TIME_LIMIT_MS, env, maxBuffer: 64 * 1024 * 1024 });
  if (result.error !== undefined) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Writes a program made by a test; gives its path below the repository. */
export function writeProgram(name: string, text: string): string {
  mkdirSync(outputDirectory, { recursive: true });
  const path = join(outputDirectory, `${name}.ts`);
  writeFileSync(path, text);
  return relative(REPOSITORY_ROOT, path);
}
