// Program runs: one program of the language by each of its oracles: Node, the interpreter before and after passes, and Linux executables.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { buildSync } from "esbuild";
import { assemble } from "../../compiler/assemble.ts";
import { profileAssembly } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { loadAndLower } from "../../compiler/frontend/frontend.ts";
import { interpretLinuxProgram } from "../../compiler/ir/interpret-linux.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { layouts } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import type { ObjectFile } from "../../compiler/object/object-file.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import { generateCode } from "../../compiler/target/x64/generate.ts";

declare const REPOSITORY_ROOT: string;

const RUN_TIME_MAX_MS = 20_000;
const outputDirectory = join(REPOSITORY_ROOT, "build", "test", "language");
const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");

/** What a program did, as far as oracles must agree. */
export interface Behaviour {
  readonly stdout: string;
  /** Exit status, or in words what ended it. */
  readonly end: number | string;
}

/** The program under Node, or what the file beside it (name.out) says, for programs that Node cannot run. */
export function expectedBehaviour(file: string): Behaviour {
  const kept = file.replace(/\.ts$/, ".out");
  const status = /^\/\/ Exits: (\d+)$/m.exec(readFileSync(file, "utf8"));
  if (existsSync(kept)) return { stdout: readFileSync(kept, "utf8"), end: Number(status?.[1] ?? 0) };
  const script = join(outputDirectory, `${basename(file, ".ts")}.mjs`);
  buildSync({ entryPoints: [file], outfile: script, bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "error" });
  const { stdout, end } = spawn(process.execPath, [script]);
  return { stdout, end: status === null ? end : Number(status[1]) };
}

function spawn(command: string, args: readonly string[]): Behaviour & { stderr: string } {
  const result = spawnSync(command, args, { encoding: "utf8", timeout: RUN_TIME_MAX_MS, maxBuffer: 64 << 20 });
  return { stdout: result.stdout, stderr: result.stderr, end: result.status ?? result.signal ?? result.error?.message ?? "no status" };
}

/** The program's module before any pass; or the compiler's messages. */
export function loadModule(file: string): Module | string {
  const { module, diagnostics } = loadAndLower({ entries: [file], profile: "linux", runtimeDirectory, root: REPOSITORY_ROOT });
  if (module === null || diagnostics.length > 0) return diagnostics.map(formatDiagnostic).join("\n");
  const messages = verifyModule(module);
  return messages.length > 0 ? messages.slice(0, 5).join("\n") : module;
}

/** A module of its own: passes change modules in place. */
export function cloneModule(module: Module): Module {
  return parseModule(printModule(module));
}

export function interpreted(module: Module): Behaviour {
  const { outcome, stdout, stderr } = interpretLinuxProgram(module);
  if (outcome.kind === "exited") return { stdout, end: outcome.status };
  const why = outcome.kind === "failed" ? `${outcome.message}\n  at ${outcome.trace.slice(0, 10).join("\n  at ")}` : outcome.kind;
  return { stdout, end: `${why}\n${stderr}` };
}

let startObjects: readonly ObjectFile[] | undefined;

/** The assembly of the profile; the same for every program. */
function assembledStart(): readonly ObjectFile[] {
  startObjects ??= profileAssembly(runtimeDirectory, "linux").map((file) => readElfObject(assemble(file, "elf64", []), file));
  return startObjects;
}

/** Compiles the lowered module to an executable and runs that. */
export function native(module: Module, file: string, level: "plain" | "optimised"): Behaviour {
  const isOptimised = level === "optimised";
  const { object } = generateCode(module, {
    optimise: isOptimised,
    allocator: isOptimised ? "linear-scan" : "spill-everything",
    isChecked: true,
  });
  const { bytes, errors } = link([object, ...assembledStart()], layouts.linux);
  if (bytes === undefined) return { stdout: "", end: errors.join("\n") };
  const executable = join(outputDirectory, `${relative(join(REPOSITORY_ROOT, "test", "language"), file).replace(/\.ts$/, "")}-${level}`);
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, bytes);
  chmodSync(executable, 0o755);
  const { stdout, stderr, end } = spawn(executable, []);
  return { stdout, end: typeof end === "number" ? end : `${end}\n${stderr}` };
}

/** The module as the required passes leave it, or all of them. */
export function passed(module: Module, level: "plain" | "optimised", off: ReadonlySet<string> = new Set()): Module {
  const clone = cloneModule(module);
  runPasses(clone, passes, { onlyRequired: level === "plain", off, verify: false });
  const messages = verifyModule(clone);
  if (messages.length > 0) throw new Error(messages.slice(0, 5).join("\n"));
  return clone;
}
