// Bench: measures the system and its tools, and prints what the README and the closing notes of a change report.
//   npm run bench -- [ipc] [boot] [build] [compile] [code] [heaps] [size] [lines]      nothing: all of them
// Counts of instructions repeat exactly and can be compared between two commits; times are of this computer at this moment.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { measureBoot } from "./bench/boot.ts";
import { measureBuild } from "./bench/build.ts";
import { measureCode } from "./bench/code.ts";
import { measureCompiler } from "./bench/compile.ts";
import { measureHeaps } from "./bench/heaps.ts";
import { measureIpc } from "./bench/ipc.ts";
import { countLines } from "./bench/lines.ts";
import { measureSizes } from "./bench/size.ts";
import { printTable, type Table } from "./bench/table.ts";

declare const REPOSITORY_ROOT: string;

interface Section {
  readonly what: string;
  /** It measures what lies under build/: that is brought up to date first. */
  readonly needsBuild: boolean;
  readonly measure: () => Table[] | Promise<Table[]>;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  ipc: { what: "syscall, call and reply, interrupt to driver: instructions and time", needsBuild: true, measure: measureIpc },
  boot: { what: "power-on to prompt: instructions, and time from ./qemu.sh --no-build", needsBuild: true, measure: measureBoot },
  build: { what: "full build, rebuild after one daemon changed, deepest kernel stack", needsBuild: false, measure: measureBuild },
  compile: {
    what: "the compiler's own stages beside TypeScript's, each program in a fresh process",
    needsBuild: true,
    measure: measureCompiler,
  },
  code: { what: "ten kernels against gcc, Node and AssemblyScript: times and ratios", needsBuild: false, measure: measureCode },
  heaps: {
    what: "the three heaps under seven loads: time, instructions, memory; writes docs/plots",
    needsBuild: false,
    measure: measureHeaps,
  },
  size: { what: "bytes of kernel, programs and image", needsBuild: true, measure: measureSizes },
  lines: { what: "lines of code and comment by folder", needsBuild: false, measure: countLines },
};

function usage(): string {
  const rows = Object.entries(SECTIONS).map(([name, section]) => `  ${name.padEnd(8)}${section.what}\n`);
  return `npm run bench -- [section ...] [--help]\n${rows.join("")}Without a section all are run, in this order.\n`;
}

function build(): boolean {
  const runner = join(REPOSITORY_ROOT, "scripts", "run.mjs");
  return spawnSync(process.execPath, [runner, "scripts/build.ts"], { cwd: REPOSITORY_ROOT, stdio: "inherit" }).status === 0;
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes("--help")) {
    process.stdout.write(usage());
    return 0;
  }
  const unknown = words.filter((word) => !(word in SECTIONS));
  if (unknown.length > 0) {
    process.stderr.write(`no such section: ${unknown.join(", ")}\n${usage()}`);
    return 2;
  }
  const names = words.length === 0 ? Object.keys(SECTIONS) : words;
  if (names.some((name) => SECTIONS[name]?.needsBuild) && !build()) return 1;
  for (const name of names) {
    for (const table of (await SECTIONS[name]?.measure()) ?? []) process.stdout.write(`${printTable(table)}\n`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
