// Code bench: how fast compiled TypeScript is: ten kernels against gcc, Node and AssemblyScript, the best of several rounds each.
// Every contender runs the same problem in one go, one after the other, and must come to the same checksum.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { compile } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { drawBarPlot } from "./bar-plot.ts";
import type { Table } from "./table.ts";

declare const REPOSITORY_ROOT: string;

const KERNELS = ["matmul", "queens", "sieve", "sha256", "qsort", "mandel", "nbody", "strmap", "tree", "virt"] as const;
const ROUNDS = 5;
const OUT = join(REPOSITORY_ROOT, "build", "bench");
const PLOTS = join(REPOSITORY_ROOT, "docs", "plots");
const SOURCES = join(REPOSITORY_ROOT, "test", "bench");
/** Checksums are compared to this many digits: C prints no more. */
const CHECKSUM_DIGITS = 9;

interface Result {
  readonly milliseconds: number;
  readonly checksum: string;
}
interface Contender {
  readonly name: string;
  /** The command that runs one kernel and prints `NAME MILLISECONDS CHECKSUM`, or why it cannot be had. */
  readonly command: (kernel: string) => readonly string[] | string;
}

/** Times and ratios to gcc -O2, and the ratios' geometric means. */
export async function measureCode(): Promise<Table[]> {
  mkdirSync(OUT, { recursive: true });
  const contenders = [
    gcc("gcc -O2", "-O2"),
    gcc("gcc -O0", "-O0"),
    tsmetal("tsmetal", "kernels"),
    tsmetal("tsmetal, integers", "kernels-integers"),
    await node(),
    await assemblyScript(),
  ];
  const results = KERNELS.map((kernel) => contenders.map((contender) => run(contender, kernel)));
  const times = KERNELS.map((kernel, row) => [kernel, ...results[row].map(timeText)]);
  const ratios = KERNELS.map((kernel, row) => [kernel, ...results[row].map((result) => ratioText(result, results[row][0]))]);
  const means = contenders.map((_, column) => geometricMean(results.map((row) => ratio(row[column], row[0]))));
  const names = contenders.map(({ name }) => name);
  plotRatios(names, results);
  return [
    { title: `kernels: milliseconds, best of ${ROUNDS}`, columns: ["kernel", ...names], rows: times },
    {
      title: "kernels: time / gcc -O2",
      columns: ["kernel", ...names],
      rows: [...ratios, ["geometric mean", ...means.map((mean) => (mean === undefined ? "-" : mean.toFixed(2)))]],
    },
  ];
}

/** Bars of time / gcc -O2 for the others, into docs/plots. */
function plotRatios(names: readonly string[], results: readonly (readonly (Result | undefined)[])[]): void {
  const groups = KERNELS.map((kernel, row) => ({
    name: kernel,
    values: (results[row] ?? []).slice(1).map((result) => ratio(result, results[row]?.[0])),
  }));
  mkdirSync(PLOTS, { recursive: true });
  const plot = { title: "Ten kernels: time / gcc -O2", unit: "ratio, shorter is faster", series: names.slice(1), groups };
  writeFileSync(join(PLOTS, "code.svg"), drawBarPlot(plot));
}

function gcc(name: string, level: string): Contender {
  const output = join(OUT, `kernels${level}`);
  const built = spawnSync("gcc", [level, "-o", output, join(SOURCES, "kernels.c"), "-lm"], { encoding: "utf8" });
  const problem = built.error !== undefined ? "gcc is not installed" : built.status !== 0 ? built.stderr : undefined;
  return { name, command: (kernel) => problem ?? [output, kernel, String(ROUNDS)] };
}

/** The harness around one kernel: only this part differs between Node and our own executables. */
function harness(kernel: string, source: string, clock: string): string {
  const kernels = relative(OUT, join(SOURCES, `${source}.ts`));
  return `${clock}
import { ${kernel} } from "./${kernels}";
let best = Infinity;
let checksum = 0;
for (let round = 0; round < ${ROUNDS}; round++) {
  const start = now();
  checksum = ${kernel}();
  const time = now() - start;
  if (time < best) best = time;
}
console.log("${kernel} " + best + " " + checksum);
`;
}

/** The source is plain TypeScript, or the same with machine integers. */
function tsmetal(name: string, source: string): Contender {
  const file = relative(OUT, join(REPOSITORY_ROOT, "runtime", "linux", "clock.ts"));
  // Whole microseconds fit 32 bits for an hour: enough for a difference.
  const clock = `import { monotonicNanoseconds } from "./${file}";
function now(): number {
  const microseconds: number = u32(monotonicNanoseconds() / 1000);
  return microseconds / 1000;
}`;
  return { name, command: (kernel) => compileKernel(`${kernel}-of-${source}`, harness(kernel, source, clock)) };
}

function compileKernel(name: string, text: string): readonly string[] | string {
  const main = join(OUT, `${name}.ts`);
  writeFileSync(main, text);
  const { diagnostics, errors, executable } = compile({
    entries: [main],
    profile: "linux",
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
    isOptimised: true,
  });
  if (executable === undefined) return [...diagnostics.map(formatDiagnostic), ...errors].join("\n");
  const output = join(OUT, name);
  writeFileSync(output, executable.bytes);
  chmodSync(output, 0o755);
  return [output];
}

async function node(): Promise<Contender> {
  for (const kernel of KERNELS) {
    const entry = join(OUT, `${kernel}-node.ts`);
    writeFileSync(entry, harness(kernel, "kernels", "function now(): number { return performance.now(); }"));
    await build({
      entryPoints: [entry],
      outfile: join(OUT, `${kernel}.mjs`),
      bundle: true,
      format: "esm",
      platform: "node",
      logLevel: "error",
    });
  }
  return { name: `Node ${process.versions.node}`, command: (kernel) => [process.execPath, join(OUT, `${kernel}.mjs`)] };
}

async function assemblyScript(): Promise<Contender> {
  const { default: compiler } = await import("assemblyscript/asc");
  const wasm = join(OUT, "kernels.wasm");
  const source = relative(REPOSITORY_ROOT, join(SOURCES, "kernels.as.ts"));
  const { error, stderr } = await compiler.main([source, "--baseDir", REPOSITORY_ROOT, "-O3", "-o", relative(REPOSITORY_ROOT, wasm)]);
  const problem = error === null ? undefined : stderr.toString();
  const runner = join(SOURCES, "run-wasm.mjs");
  return { name: "AssemblyScript", command: (kernel) => problem ?? [process.execPath, runner, wasm, kernel, String(ROUNDS)] };
}

function run(contender: Contender, kernel: string): Result | undefined {
  const command = contender.command(kernel);
  if (typeof command === "string") {
    process.stderr.write(`${contender.name}, ${kernel}: ${command}\n`);
    return undefined;
  }
  const [program, ...words] = command;
  const { stdout, stderr, status } = spawnSync(program, words, { encoding: "utf8", timeout: 120_000 });
  const [, time, checksum] = stdout.trim().split(" ");
  if (status === 0 && checksum !== undefined)
    return { milliseconds: Number(time), checksum: Number(checksum).toPrecision(CHECKSUM_DIGITS) };
  process.stderr.write(`${contender.name}, ${kernel}: exit status ${status} ${stdout}${stderr}\n`);
  return undefined;
}

function timeText(result: Result | undefined): string {
  return result === undefined ? "-" : result.milliseconds.toFixed(1);
}

function ratio(result: Result | undefined, reference: Result | undefined): number | undefined {
  if (result === undefined || reference === undefined || result.checksum !== reference.checksum) return undefined;
  return result.milliseconds / reference.milliseconds;
}

function ratioText(result: Result | undefined, reference: Result | undefined): string {
  if (result !== undefined && reference !== undefined && result.checksum !== reference.checksum) return "wrong checksum";
  return ratio(result, reference)?.toFixed(2) ?? "-";
}

/** Undefined if one is missing: a mean over other kernels would be another number. */
function geometricMean(ratios: readonly (number | undefined)[]): number | undefined {
  const known = ratios.filter((value) => value !== undefined);
  if (known.length !== ratios.length) return undefined;
  return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
}
