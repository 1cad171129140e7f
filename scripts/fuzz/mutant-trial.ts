// Mutant trial: puts one program through the compiler and says what went wrong with the compiler, if anything did.
// A compiled Linux program is also run as it was lowered, optimised, and by Node: all must do the same.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import { assemble } from "../../compiler/assemble.ts";
import { profileAssembly } from "../../compiler/driver.ts";
import type { Diagnostic } from "../../compiler/frontend/diagnostics.ts";
import { loadAndLower } from "../../compiler/frontend/frontend.ts";
import { loadProgram } from "../../compiler/frontend/load.ts";
import type { Module, Profile } from "../../compiler/ir/module.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { layouts } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import type { ObjectFile } from "../../compiler/object/object-file.ts";
import { checkCalls, checkFloats } from "../../compiler/passes/check-profile.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import { assert } from "../../compiler/support/assert.ts";
import { generateCode } from "../../compiler/target/x64/generate.ts";
import { TimeOut, withinTime } from "./time-limit.ts";

declare const REPOSITORY_ROOT: string;

/** Generous: several programs share two slow processors. */
const COMPILE_TIME_MAX_MS = 30_000;
const RUN_TIME_MAX_MS = 3_000;
const OUTPUT_MAX_BYTES = 1 << 22;
const MEMORY_MAX_KIB = 1 << 20;
const PANIC_STATUS = 70;
const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");

export type Verdict =
  | { readonly kind: "refused by TypeScript" | "refused by tsmetal" | "compiled" | "ran" | "ran like Node" }
  /** The compiler is wrong. */
  | { readonly kind: "find"; readonly what: "crash" | "hang" | "vague message" | "mismatch"; readonly detail: string };

/** Those that TypeScript's own checker takes. Reading them together is what makes thousands of trials affordable. */
export function acceptedByTypeScript(files: readonly string[], profile: Profile): ReadonlySet<string> {
  const { diagnostics } = loadProgram({ entries: files, profile, runtimeDirectory, root: REPOSITORY_ROOT });
  const refused = new Set(diagnostics.map(({ file }) => join(REPOSITORY_ROOT, file)));
  return new Set(files.filter((file) => !refused.has(file)));
}

/** Tries one program; executables are put into the folder. */
export function tryProgram(file: string, profile: Profile, folder: string): Verdict {
  try {
    mkdirSync(folder, { recursive: true });
    const module = withinTime(COMPILE_TIME_MAX_MS, () => lowered(file, profile));
    if ("kind" in module) return module;
    if (profile !== "linux") {
      withinTime(COMPILE_TIME_MAX_MS, () => machineCode(module, true));
      return { kind: "compiled" };
    }
    return compareRuns(file, module, join(folder, basename(file, ".ts")));
  } catch (error) {
    if (error instanceof TimeOut) return { kind: "find", what: "hang", detail: error.message };
    return { kind: "find", what: "crash", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function lowered(file: string, profile: Profile): Module | Verdict {
  const { module, diagnostics } = loadAndLower({ entries: [file], profile, runtimeDirectory, root: REPOSITORY_ROOT });
  const vague = diagnostics.find(isVague);
  if (vague !== undefined)
    return { kind: "find", what: "vague message", detail: `${vague.file}:${vague.line}:${vague.column}: ${vague.code} ${vague.message}` };
  if (module === null)
    return { kind: diagnostics.every(({ code }) => code === "TSM1001") ? "refused by TypeScript" : "refused by tsmetal" };
  const faults = verifyModule(module);
  if (faults.length > 0) return { kind: "find", what: "crash", detail: `not well-formed: ${faults.slice(0, 3).join("; ")}` };
  if (profile !== "kernel") return module;
  if (checkCalls(module).length > 0) return { kind: "refused by tsmetal" };
  runPasses(module, passes, { onlyRequired: false, verify: false });
  return { kind: checkFloats(module).length > 0 ? "refused by tsmetal" : "compiled" };
}

/** Whether a person could not act on the message: what a failure of the compiler itself says, or an unfilled blank. */
function isVague({ code, message, reason, wayOut, file }: Diagnostic): boolean {
  if (code === "TSM1001") return false; // TypeScript's own words
  const text = `${message} ${reason} ${wayOut}`;
  return (
    /Cannot read prop|is not a function|is not iterable|undefined \(reading|call stack|\[object Object\]|assertion|__internal|__type|__object/.test(
      text,
    ) || file.startsWith("runtime/")
  );
}

/** Changes the module. */
function machineCode(module: Module, isOptimised: boolean): ObjectFile {
  runPasses(module, passes, { onlyRequired: !isOptimised, verify: false });
  const faults = verifyModule(module);
  assert(faults.length === 0, () => `not well-formed after the passes: ${faults.slice(0, 3).join("; ")}`);
  return generateCode(module, { optimise: isOptimised, allocator: isOptimised ? "linear-scan" : "spill-everything", isChecked: true })
    .object;
}

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | string;
}

let startObjects: readonly ObjectFile[] | undefined;

function run(stem: string, module: Module, isOptimised: boolean): Run {
  startObjects ??= profileAssembly(runtimeDirectory, "linux").map((source) => readElfObject(assemble(source, "elf64", []), source));
  const object = withinTime(COMPILE_TIME_MAX_MS, () => machineCode(module, isOptimised));
  const { bytes, errors } = link([object, ...startObjects], layouts.linux);
  // A program may declare external functions that nothing defines: the linker's message is the right answer.
  if (bytes === undefined) return { stdout: "", stderr: errors.join("\n"), status: "not linked" };
  const executable = `${stem}${isOptimised ? ".optimised" : ".plain"}`;
  writeFileSync(executable, bytes);
  chmodSync(executable, 0o755);
  return spawn("/bin/sh", ["-c", `ulimit -v ${MEMORY_MAX_KIB}; exec "$0"`, executable]);
}

function spawn(command: string, parameters: readonly string[]): Run {
  const result = spawnSync(command, parameters, { encoding: "utf8", timeout: RUN_TIME_MAX_MS, maxBuffer: OUTPUT_MAX_BYTES });
  const { stdout, stderr } = result;
  return { stdout, stderr, status: result.error !== undefined ? "cut off" : (result.status ?? result.signal ?? "no status") };
}

/** Where a limit ends a program depends on the size of its frames and objects: nothing to compare. */
function endedByLimit({ status, stderr }: Run): boolean {
  return status === "cut off" || (status === PANIC_STATUS && /stack|memory/.test(stderr.split("\n", 1)[0]));
}

function compareRuns(file: string, module: Module, stem: string): Verdict {
  const copy = parseModule(printModule(module));
  const plain = run(stem, module, false);
  const optimised = run(stem, copy, true);
  if (endedByLimit(plain) || endedByLimit(optimised)) return { kind: "ran" };
  if (plain.stdout !== optimised.stdout || plain.status !== optimised.status) return mismatch("plain", plain, "optimised", optimised);
  if (typeof plain.status === "string" && plain.status.startsWith("SIG"))
    return { kind: "find", what: "mismatch", detail: `ended by ${plain.status}` };
  if (plain.status !== 0 || usesMachine(readFileSync(file, "utf8"))) return { kind: "ran" };
  const script = `${stem}.mjs`;
  if (!bundleForNode(file, script)) return { kind: "ran" };
  const node = spawn(process.execPath, [script]);
  if (node.status === "cut off") return { kind: "ran" };
  return node.stdout === optimised.stdout && node.status === 0 ? { kind: "ran like Node" } : mismatch("Node", node, "compiled", optimised);
}

/** Whether esbuild takes the program; its idea of syntax is a little narrower than TypeScript's. */
function bundleForNode(file: string, script: string): boolean {
  try {
    buildSync({
      entryPoints: [file],
      outfile: script,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "silent",
    });
    return true;
  } catch {
    return false;
  }
}

/** Node knows neither machine integers nor what our library adds. */
function usesMachine(text: string): boolean {
  return /\b[ui](?:8|16|32|64|size)\b|\bf32\b|tsmetal|\bassert\b|\bpanic\b|runtime\//.test(text);
}

function mismatch(leftName: string, left: Run, rightName: string, right: Run): Verdict {
  const [a, b] = [left.stdout.split("\n"), right.stdout.split("\n")];
  const line = a.findIndex((text, index) => text !== b[index]);
  const shown = (name: string, lines: readonly string[], { status, stderr }: Run): string =>
    `${name}: status ${status}, line ${line + 1}: ${JSON.stringify(lines[line])} ${stderr.split("\n").slice(0, 6).join(" | ").slice(0, 300)}`;
  return { kind: "find", what: "mismatch", detail: `${shown(leftName, a, left)}\n${shown(rightName, b, right)}` };
}
