// tsmetal: the compiler's command line.  tsmetal build|run|check|explain ... --help
// Exit status: 0 done, 1 the program has errors, 2 the command line is wrong, 70 the compiler is; `run` gives the program's own.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { assemblyFrames } from "./assembly-frames.ts";
import { type CommandLine, HELP, parseCommandLine, UsageError } from "./command-line.ts";
import { explanation } from "./diagnostic-examples.ts";
import { type Compilation, type CompileOptions, compile } from "./driver.ts";
import { EmitCollector, extensionOf } from "./emit-forms.ts";
import { diagnosticToJson, formatDiagnostic } from "./frontend/diagnostics.ts";
import { printModule } from "./ir/print.ts";
import { entryOf } from "./program-folder.ts";
import { type LineCounts, type Stage, sizeReport, timeReport } from "./reports.ts";
import { stackReport } from "./stack-depth.ts";
import { optimiseLate } from "./support/engine.ts";
import { FolderWatch } from "./support/folder-watch.ts";

declare const REPOSITORY_ROOT: string;

/** Exit status for a bug of the compiler: "internal software error" in sysexits. */
const INTERNAL_ERROR = 70;

/** The executable cannot be put where it was to go. */
class OutputError extends Error {}

optimiseLate();
process.stdout.on("error", endWithReader);
process.exitCode = main(process.argv.slice(2));

function main(words: readonly string[]): number {
  let line: CommandLine;
  try {
    line = parseCommandLine(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`tsmetal: ${error.message}\n`);
    return 2;
  }
  try {
    return execute(line);
  } catch (error) {
    return explainFailure(error);
  }
}

/** Who reads the output may stop before its end, as `head` does: that is no failure. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

/** What could not be done outside the program's own errors; a fault of the compiler shows no stack trace unless asked. */
function explainFailure(error: unknown): number {
  if (process.env.TSMETAL_DEBUG !== undefined || !(error instanceof Error)) throw error;
  if (error instanceof OutputError) {
    process.stderr.write(`tsmetal: ${error.message}\n`);
    return 1;
  }
  process.stderr.write(`tsmetal: the compiler is at fault here: ${error.message}\n`);
  process.stderr.write("tsmetal: please report it with the program; TSMETAL_DEBUG=1 shows where it happened\n");
  return INTERNAL_ERROR;
}

function execute(line: CommandLine): number {
  switch (line.command) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "explain":
      return explain(line.files[0]);
    case "check":
      return report(line, compileProgram(line)) ? 0 : 1;
    case "build":
      return build(line);
    case "run":
      return run(line);
  }
}

function compileProgram(line: CommandLine, hooks: Partial<CompileOptions> = {}): Compilation {
  const stages: Stage[] = [];
  const start = performance.now();
  const compilation = compile({
    ...hooks,
    entries: line.files.map((file) => entryOf(resolve(file)) ?? resolve(file)),
    profile: line.profile,
    heap: line.heap,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: process.cwd(),
    isOptimised: line.isOptimised,
    passesOff: new Set(line.passesOff),
    assembly: line.assembly.map((file) => resolve(file)),
    includeDirectories: [join(REPOSITORY_ROOT, "build", "abi"), ...line.includeDirectories.map((directory) => resolve(directory))],
    isVerified: line.isVerified,
    isStripped: line.isStripped,
    isCheckOnly: line.command === "check",
    onStage: (name, milliseconds) => stages.push({ name, milliseconds, isPart: false }),
    onPass: (pass, module, milliseconds) => {
      stages.push({ name: pass.name, milliseconds, isPart: true });
      if (line.dumpAfter === pass.name) process.stdout.write(printModule(module));
    },
  });
  const elapsed = performance.now() - start;
  if (line.hasTimes) process.stderr.write(timeReport(stages, elapsed, countLines(compilation.files)));
  if (line.hasStackReport && compilation.code !== undefined) {
    const { frames } = compilation.code;
    process.stdout.write(stackReport([...frames, ...assemblyFrames(compilation.assembly ?? [])], frames));
  }
  if (line.hasSizeReport && compilation.executable !== undefined) process.stdout.write(sizeReport(compilation.executable.map));
  return compilation;
}

/** Declarations make no code and are not counted. */
function countLines(files: readonly string[]): LineCounts {
  const runtime = join(REPOSITORY_ROOT, "runtime", "/");
  const sources = files.filter((file) => !file.endsWith(".d.ts"));
  const linesOf = (file: string): number => readFileSync(file, "utf8").split("\n").length - 1;
  const sum = (chosen: readonly string[]): number => chosen.reduce((lines, file) => lines + linesOf(file), 0);
  return {
    program: sum(sources.filter((file) => !file.startsWith(runtime))),
    runtime: sum(sources.filter((file) => file.startsWith(runtime))),
  };
}

/** Prints what is wrong; answers whether nothing is. */
function report(line: CommandLine, compilation: Compilation): boolean {
  for (const diagnostic of compilation.diagnostics) {
    process.stderr.write(line.isJson ? `${diagnosticToJson(diagnostic)}\n` : `${formatDiagnostic(diagnostic)}\n`);
  }
  for (const error of compilation.errors) {
    process.stderr.write(line.isJson ? `${JSON.stringify({ code: "", message: error })}\n` : `tsmetal: ${error}\n`);
  }
  return compilation.diagnostics.length === 0 && compilation.errors.length === 0;
}

function build(line: CommandLine): number {
  return line.isWatching ? keepBuilding(line) : buildOnce(line).status;
}

function buildOnce(line: CommandLine): { status: number; files: readonly string[] } {
  const collector = line.emit === undefined ? null : new EmitCollector(line.emit, process.cwd());
  const compilation = compileProgram(line, collector?.hooks());
  const { code, executable, files } = compilation;
  if (!report(line, compilation) || executable === undefined) return { status: 1, files };
  const output = line.output ?? outputName(line.files[0], line.emit === undefined ? "" : extensionOf(line.emit));
  if (collector !== null && code !== undefined) writeOutput(output, collector.finish(code.object), 0o644);
  else writeOutput(output, executable.bytes, 0o755);
  return { status: 0, files };
}

/** The first status stands: what ends a watching compiler is a signal, which leaves none. */
function keepBuilding(line: CommandLine): number {
  const ownFiles = [...line.files, ...line.assembly].map((file) => resolve(file));
  const watch = new FolderWatch(() => rebuild());
  const rebuild = (): number => {
    const start = performance.now();
    let status: number;
    let files: readonly string[] = [];
    try {
      ({ status, files } = buildOnce(line));
    } catch (error) {
      status = explainFailure(error);
    }
    const folders = [...files, ...ownFiles].map((file) => (isFolder(file) ? file : dirname(file)));
    watch.follow([...folders, ...line.includeDirectories.map((directory) => resolve(directory))]);
    const result = status === 0 ? `built in ${Math.round(performance.now() - start)} ms` : "not built";
    process.stderr.write(`tsmetal: ${result}; waiting for changes\n`);
    return status;
  };
  return rebuild();
}

/** A folder's program is called after the folder. */
function outputName(path: string, extension: string): string {
  const name = basename(resolve(path)).replace(/\.ts$/, "");
  const isTaken = extension === "" && isFolder(name);
  return isTaken ? join(name, name) : `${name}${extension}`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function run(line: CommandLine): number {
  if (line.profile !== "linux") {
    process.stderr.write("tsmetal: run is for --profile linux; the other profiles run on our kernel: ./qemu.sh\n");
    return 2;
  }
  const compilation = compileProgram(line);
  if (!report(line, compilation) || compilation.executable === undefined) return 1;
  const directory = mkdtempSync(join(tmpdir(), "tsmetal-"));
  try {
    const file = join(directory, "program");
    writeOutput(file, compilation.executable.bytes, 0o755);
    const result = spawnSync(file, line.programArguments, { stdio: "inherit" });
    if (result.signal !== null) process.stderr.write(`tsmetal: the program was ended by ${result.signal}\n`);
    return result.status ?? 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writeOutput(file: string, bytes: Uint8Array, mode: number): void {
  if (file === "-") {
    process.stdout.write(bytes);
    return;
  }
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, bytes);
    // A device or pipe, such as /dev/null, keeps its own.
    if (statSync(file).isFile()) chmodSync(file, mode);
  } catch (error) {
    throw new OutputError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function explain(code: string): number {
  const text = explanation(join(REPOSITORY_ROOT, "docs", "diagnostics"), code);
  if (text === undefined) {
    process.stderr.write(`tsmetal: there is no diagnostic ${code}\n`);
    return 2;
  }
  process.stdout.write(text);
  return 0;
}
