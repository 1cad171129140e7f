// tsmetal: the compiler's command line, bundled once, on programs in a folder of their own outside the repository.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundle } from "../../scripts/bundle.mjs";

const TIMEOUT_MS = 120_000;
export const [compiler = ""] = await bundle(["compiler/cli.ts"]);

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that goes away with the test's process. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "tsmetal-test-"));

  constructor(files: Readonly<Record<string, string>>) {
    process.on("exit", () => rmSync(this.path, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs the compiler in the folder, or in one below it. */
  tsmetal(words: readonly string[], below = "."): Answer {
    return run(process.execPath, [compiler, ...words], join(this.path, below));
  }
}

export function run(command: string, words: readonly string[], folder: string): Answer {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd: folder, encoding: "utf8", timeout: TIMEOUT_MS });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}
