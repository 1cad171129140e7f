// Heap bench: the three heaps under seven loads: time and instructions for each block asked for, and the most memory that was needed.
// Every program that is compared does the same; it runs in a process of its own for each load. Writes plots into docs/plots.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { type HeapName, heapNames } from "../../compiler/frontend/load.ts";
import { drawBarPlot } from "./bar-plot.ts";
import type { Table } from "./table.ts";

declare const REPOSITORY_ROOT: string;

const LOADS: Readonly<Record<string, string>> = {
  phase: "all kept to the end",
  "last-in": "a stack of objects",
  "first-in": "a queue of objects",
  mixed: "random sizes and lifetimes",
  growing: "arrays that grow",
  strings: "texts put together",
  trees: "binary trees",
};
const ROUNDS = 5;
const OUT = join(REPOSITORY_ROOT, "build", "bench");
const PLOTS = join(REPOSITORY_ROOT, "docs", "plots");
const CALLGRIND = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];

interface Measurement {
  readonly nanosecondsPerBlock: number;
  /** Undefined without valgrind. */
  readonly instructionsPerBlock: number | undefined;
  readonly peakKib: number;
  /** Most bytes alive at once; 0 if the load does not count them. */
  readonly liveBytes: number;
}

export function measureHeaps(): Table[] {
  mkdirSync(OUT, { recursive: true });
  mkdirSync(PLOTS, { recursive: true });
  const programs = heapNames.map((heap) => compileLoads(heap));
  const names = Object.keys(LOADS);
  const measured = names.map((load) => programs.map((program) => measure(program, load)));
  const groups = (pick: (measurement: Measurement) => number) =>
    names.map((name, row) => ({ name, values: (measured[row] ?? []).map(pick) }));
  const series = [...heapNames];
  const time = { title: "Three heaps: time for each block", unit: "nanoseconds", series, groups: groups((row) => row.nanosecondsPerBlock) };
  const memory = { title: "Three heaps: most memory needed", unit: "KiB", series, groups: groups((row) => row.peakKib) };
  writeFileSync(join(PLOTS, "heaps-time.svg"), drawBarPlot(time));
  writeFileSync(join(PLOTS, "heaps-memory.svg"), drawBarPlot(memory));
  const table = (title: string, pick: (measurement: Measurement) => string | number): Table => ({
    title,
    columns: ["load", "", ...heapNames],
    rows: names.map((name, row) => [name, LOADS[name] ?? "", ...(measured[row] ?? []).map(pick)]),
  });
  const live = measured[names.indexOf("mixed")]?.[0]?.liveBytes ?? 0;
  return [
    table("heaps: instructions for each block, with the load's own work", (row) => Math.round(row.instructionsPerBlock ?? 0) || "-"),
    table(`heaps: nanoseconds for each block, with the load's own work, best of ${ROUNDS}`, (row) => Math.round(row.nanosecondsPerBlock)),
    table(`heaps: most memory of the process, KiB (mixed: ${Math.round(live / 1024)} KiB are alive at most)`, (row) => row.peakKib),
  ];
}

/** The path of the loads' executable. Throws with all messages of the compiler if there is none. */
function compileLoads(heap: HeapName): string {
  const { diagnostics, errors, executable } = compile({
    entries: [join(REPOSITORY_ROOT, "test", "bench", "heaps.ts")],
    profile: "linux",
    heap,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
    isOptimised: true,
  });
  if (executable === undefined) throw new Error([...diagnostics.map(formatDiagnostic), ...errors].join("\n"));
  const output = join(OUT, `heaps-${heap}`);
  writeFileSync(output, executable.bytes);
  chmodSync(output, 0o755);
  return output;
}

function measure(program: string, load: string): Measurement {
  const runs = Array.from({ length: ROUNDS }, () => numbersOf(program, load));
  const [blocks, , peakKib, liveBytes] = runs[0] ?? [];
  const nanoseconds = Math.min(...runs.map((numbers) => numbers[1] ?? Number.NaN));
  const instructions = instructionsOf(program, load);
  return {
    nanosecondsPerBlock: nanoseconds / blocks,
    instructionsPerBlock: instructions === undefined ? undefined : instructions / blocks,
    peakKib,
    liveBytes,
  };
}

/** Blocks, nanoseconds, peak memory, bytes alive, checksum, as the program prints them behind the load's name. */
function numbersOf(program: string, load: string): number[] {
  const { stdout, stderr, status } = spawnSync(program, [], { encoding: "utf8", env: { WORKLOAD: load }, timeout: 60_000 });
  const [name, ...numbers] = stdout.trim().split(" ");
  if (status !== 0 || name !== load) throw new Error(`${program}, ${load}: status ${status} ${stdout}${stderr}`);
  return numbers.map(Number);
}

/** Exact and the same at every run, with the program's start and end. */
function instructionsOf(program: string, load: string): number | undefined {
  const env = { PATH: process.env.PATH ?? "", WORKLOAD: load };
  const { stderr, status } = spawnSync("valgrind", [...CALLGRIND, program], { encoding: "utf8", env, timeout: 120_000 });
  const collected = /Collected : (\d+)/.exec(stderr ?? "")?.[1];
  return status !== 0 || collected === undefined ? undefined : Number(collected);
}
