// Program runs: one program of the language by each of its oracles: Node, the interpreter before and after passes, and Linux executables.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { buildSync } from "esbuild";
import { verifyOwnership } from "../../compiler/analysis/verify-ownership.ts";
import { assemble } from "../../compiler/assemble.ts";
import { profileAssembly } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { lowerProgram } from "../../compiler/frontend/frontend.ts";
import { SourceSet } from "../../compiler/frontend/load.ts";
import { interpretLinuxProgram } from "../../compiler/ir/interpret-linux.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { layouts } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import type { ObjectFile } from "../../compiler/object/object-file.ts";
import type { Pass } from "../../compiler/passes/pass.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { removeDeadFunctions } from "../../compiler/passes/remove-dead-functions.ts";
import { type RunOptions, runPasses } from "../../compiler/passes/run-passes.ts";
import { generateCode } from "../../compiler/target/x64/generate.ts";
import { isNewCode } from "./checked-code.ts";

declare const REPOSITORY_ROOT: string;

const RUN_TIME_MAX_MS = 20_000;
/** Of a program that ends with objects alive. */
export const LEAK_STATUS = 71;
const outputDirectory = join(REPOSITORY_ROOT, "build", "test", "native");
const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");

/** What a program did, as far as oracles must agree. */
export interface Behaviour {
  readonly stdout: string;
  /** Exit status, or in words what ended it. */
  readonly end: number | string;
}

/** Of each program: what it does under Node, or what the file beside it (name.out) says, for programs that Node cannot run. */
export function expectedBehaviours(files: readonly string[]): Map<string, Behaviour> {
  const expected = new Map<string, Behaviour>();
  const underNode = files.filter((file) => !existsSync(keptOutput(file)));
  const ofNode = nodeBehaviours(underNode);
  underNode.forEach((file, index) => {
    const behaviour = ofNode[index];
    expected.set(file, { stdout: behaviour.stdout, end: statedExit(file) ?? behaviour.end });
  });
  for (const file of files) {
    if (!expected.has(file)) expected.set(file, { stdout: readFileSync(keptOutput(file), "utf8"), end: statedExit(file) ?? 0 });
  }
  return expected;
}

function keptOutput(file: string): string {
  return file.replace(/\.ts$/, ".out");
}

/** For programs that panic where Node goes on, or fails with another status. */
function statedExit(file: string): number | undefined {
  const status = /^\/\/ Exits: (\d+)$/m.exec(readFileSync(file, "utf8"));
  return status === null ? undefined : Number(status[1]);
}

/** All in one process: starting Node takes longer than most programs. */
export function nodeBehaviours(files: readonly string[]): readonly Behaviour[] {
  if (files.length === 0) return [];
  const outdir = mkdtempSync(join(tmpdir(), "microkernel-scripts-"));
  try {
    buildSync({
      entryPoints: files.map((file, index) => ({ in: file, out: String(index) })),
      outdir,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      keepNames: true,
      logLevel: "error",
    });
    const runner = join(REPOSITORY_ROOT, "scripts", "fuzz", "run-scripts.mjs");
    const { stdout, stderr, end } = spawn(process.execPath, [runner, ...files.map((_, index) => join(outdir, `${index}.mjs`))]);
    if (end !== 0) throw new Error(`Node ended with ${end}: ${stderr}`);
    return JSON.parse(stdout) as Behaviour[];
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function spawn(command: string, args: readonly string[], settings: Record<string, string> = {}): Behaviour & { stderr: string } {
  const result = spawnSync(command, args, {
    env: { ...process.env, ...settings },
    encoding: "utf8",
    timeout: RUN_TIME_MAX_MS,
    maxBuffer: 64 << 20,
  });
  return { stdout: result.stdout, stderr: result.stderr, end: result.status ?? result.signal ?? result.error?.message ?? "no status" };
}

/** Programs to be compiled one after the other: they share what TypeScript finds out about the runtime. */
export function openSources(files: readonly string[]): SourceSet {
  return new SourceSet({ entries: files, profile: "linux", runtimeDirectory, root: REPOSITORY_ROOT });
}

/** The program's module before any pass, without what no root reaches; or the compiler's messages. */
export function loadModule(file: string, sources = openSources([file])): Module | string {
  const { module, diagnostics } = lowerProgram(sources.load([file]));
  if (module === null || diagnostics.length > 0) return diagnostics.map(formatDiagnostic).join("\n");
  const messages = verifyModule(module);
  if (messages.length > 0) return messages.slice(0, 5).join("\n");
  // Every level begins with this pass: here it is done once for all.
  removeDeadFunctions(module);
  return module;
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
export function native(module: Module, file: string, level: "plain" | "optimised", isChecked = level === "optimised"): Behaviour {
  const isOptimised = level === "optimised";
  const { object } = generateCode(module, {
    optimise: isOptimised,
    allocator: isOptimised ? "linear-scan" : "spill-everything",
    isChecked,
    isWorthChecking: isNewCode,
  });
  const { bytes, errors } = link([object, ...assembledStart()], layouts.linux);
  if (bytes === undefined) return { stdout: "", end: errors.join("\n") };
  const executable = join(outputDirectory, `${relative(REPOSITORY_ROOT, file).replace(/\.ts$/, "")}-${level}`);
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, bytes);
  chmodSync(executable, 0o755);
  // Whatever a program leaves behind is a leak, but for those that say so.
  const settings = readFileSync(file, "utf8").includes("\n// Leaks: ") ? undefined : { TSM_DEBUG_HEAP: "1" };
  const { stdout, stderr, end } = spawn(executable, [], settings);
  return { stdout, end: typeof end === "number" && end !== LEAK_STATUS ? end : `${end}\n${stderr}` };
}

/** The module as the required passes leave it, or all of them; or as it is when references are counted, with high operations still. */
export function passed(module: Module, level: "counted" | "plain" | "optimised", off?: ReadonlySet<string>): Module {
  const clone = module.copy();
  runChecked(clone, passes, { off, onlyRequired: level !== "optimised", stopAfter: level === "counted" ? "counts" : undefined });
  return clone;
}

/** What the required passes make of a module whose references are counted; the module itself becomes it. */
export function plainFrom(counted: Module): Module {
  runChecked(counted, passes.slice(passes.findIndex(({ name }) => name === "counts") + 1), { onlyRequired: true });
  return counted;
}

/** The module as all passes leave it, and as all but one do. What runs before that one runs once. */
export function passedAndWithout(module: Module, off: string): { readonly optimised: Module; readonly without: Module } {
  const place = passes.findIndex(({ name }) => name === off);
  if (place < 0) throw new Error(`no pass ${off}`);
  const optimised = module.copy();
  runChecked(optimised, passes.slice(0, place), {});
  const without = optimised.copy();
  runChecked(optimised, passes.slice(place), {});
  runChecked(without, passes.slice(place), { off: new Set([off]) });
  return { optimised, without };
}

function runChecked(module: Module, list: readonly Pass[], options: RunOptions): void {
  const messages: string[] = [];
  const onPass = ({ name }: Pass): void => {
    if (name === "counts") messages.push(...module.functions.flatMap((fn) => verifyOwnership(module, fn)));
  };
  runPasses(module, list, { ...options, verify: false, onPass });
  messages.push(...verifyModule(module));
  if (messages.length > 0) throw new Error(messages.slice(0, 5).join("\n"));
}
