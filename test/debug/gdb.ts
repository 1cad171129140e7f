// gdb: compiles a program with debug information, runs it under gdb by a list of commands, and gives what gdb answered to each.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compile } from "../../compiler/driver.ts";
import { requireTools } from "../../scripts/setup/tools.mjs";

declare const REPOSITORY_ROOT: string;

requireTools(["gdb"]);

const TIMEOUT_MS = 60_000;
const FOLDER = join(REPOSITORY_ROOT, "build", "test", "debug");
const PRINTERS = join(REPOSITORY_ROOT, "scripts", "gdb", "tsmetal.py");

/** What can be asked of a program under gdb. */
export class Debuggee {
  private readonly source: string;
  private readonly executable: string;

  /** `source` is relative to the repository, where gdb runs. */
  constructor(source: string, isOptimised: boolean) {
    this.source = source;
    this.executable = join(FOLDER, `${basename(source, ".ts")}-${isOptimised ? "optimised" : "plain"}`);
    const { executable, diagnostics, errors } = compile({
      entries: [join(REPOSITORY_ROOT, source)],
      profile: "linux",
      runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
      root: REPOSITORY_ROOT,
      isOptimised,
    });
    if (executable === undefined) throw new Error(`${source}: ${JSON.stringify([...diagnostics, ...errors])}`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(this.executable, executable.bytes);
    chmodSync(this.executable, 0o755);
  }

  /** The place, as gdb takes it, of the one source line that holds the text. */
  lineWith(text: string): string {
    const lines = readFileSync(join(REPOSITORY_ROOT, this.source), "utf8").split("\n");
    const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
    if (found.length !== 1) throw new Error(`${found.length} lines of ${this.source} hold ${text}`);
    return `${basename(this.source)}:${found[0]}`;
  }

  /** The answer to each command, without the output of the program itself. */
  ask(commands: readonly string[]): string[] {
    return askGdb([...commands.map((command) => (command === "run" ? "run > /dev/null" : command))], this.executable);
  }
}

const MARK = "==== ";

/** Runs gdb on an executable. Addresses are shown as 0x…, which they are not everywhere the same. */
export function askGdb(commands: readonly string[], executable: string): string[] {
  const settings = ["pagination off", "width 0", "confirm off", "style enabled off", "startup-with-shell on", "debuginfod enabled off"];
  const script = [...settings.map((setting) => `-iex=set ${setting}`), "-x", PRINTERS];
  for (const [index, command] of commands.entries()) script.push("-ex", `echo ${MARK}${index}\\n`, "-ex", command);
  const result = spawnSync("gdb", ["-nx", "-q", "-batch", ...script, executable], {
    cwd: REPOSITORY_ROOT,
    encoding: "utf8",
    timeout: TIMEOUT_MS,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error !== undefined) throw result.error;
  const answers = `${result.stdout}`.split(new RegExp(`^${MARK}\\d+\n`, "m")).slice(1);
  if (answers.length !== commands.length) throw new Error(`gdb stopped early: ${result.stdout}${result.stderr}`);
  return answers.map((answer) => answer.trim().replace(/0x[0-9a-f]+/g, "0x…"));
}
