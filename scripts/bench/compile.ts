// Compile bench: what tsmetal --time-passes says of the programs of the image: the time of TypeScript's part and of all the rest.
// Each program in a process of its own, as a user starts the compiler; of several rounds the best, since other work only ever adds.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultImage } from "../../image/default.ts";
import { KERNEL_ASSEMBLY, KERNEL_MAIN } from "../kernel-sources.ts";
import type { Table } from "./table.ts";

declare const REPOSITORY_ROOT: string;

const ROUNDS = 5;
const OUT = join(REPOSITORY_ROOT, "build", "bench");
const LINES_UNIT = 5000;
/** Below, the runtime's share says more than the program's lines. */
const LINES_MIN = 1000;

interface Program {
  readonly main: string;
  readonly options: readonly string[];
}
interface Times {
  readonly typeScript: number;
  readonly own: number;
  readonly lines: number;
}

export function measureCompiler(): Table[] {
  mkdirSync(OUT, { recursive: true });
  const assembly = KERNEL_ASSEMBLY.flatMap((file) => ["--assembly", file]);
  // What an assembly file includes lies beside it.
  const folders = [...new Set(KERNEL_ASSEMBLY.map(dirname))];
  const kernel = ["--profile", "kernel", ...assembly, ...folders.flatMap((folder) => ["--include", folder])];
  const programs: Program[] = [
    { main: KERNEL_MAIN, options: kernel },
    ...defaultImage.entries.map(({ main }) => ({ main, options: ["--profile", "program"] })),
  ];
  const rows = programs.map((program) => {
    const rounds = Array.from({ length: ROUNDS }, () => compileOnce(program));
    const own = Math.min(...rounds.map((times) => times.own));
    const typeScript = Math.min(...rounds.map((times) => times.typeScript));
    const lines = rounds[0]?.lines ?? 0;
    const unit = lines < LINES_MIN ? "-" : ((own / lines) * LINES_UNIT).toFixed(0);
    return [program.main, lines, Math.round(typeScript), Math.round(own), unit];
  });
  const columns = ["program", "lines", "TypeScript ms", "own stages ms", `own ms / ${LINES_UNIT} lines`];
  return [{ title: `Compiler, best of ${ROUNDS} processes`, columns, rows }];
}

function compileOnce({ main, options }: Program): Times {
  const words = ["scripts/run.mjs", "compiler/cli.ts", "build", main, ...options, "--time-passes", "-o", join(OUT, "compiled.elf")];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: REPOSITORY_ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`tsmetal could not build ${main}:\n${stderr}`);
  const number = (pattern: RegExp): number => Number(pattern.exec(stderr)?.[1] ?? Number.NaN);
  return {
    typeScript: number(/([\d.]+) ms +\d+ % {2}TypeScript/),
    own: number(/([\d.]+) ms +\d+ % {2}all but TypeScript/),
    lines: number(/lines: (\d+) of the program/),
  };
}
