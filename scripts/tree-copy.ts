// Tree copy: the repository's sources in a temporary folder of their own, to be changed and built there without touching the tree.
// Owns:       the temporary folder; it goes with remove().
// Called:     by the tests and the benchmark of the build.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SOURCE_FOLDERS } from "./build-cache.ts";

declare const REPOSITORY_ROOT: string;

const SOURCES = [...SOURCE_FOLDERS, "package.json", "package-lock.json"];
const BUILD_TIMEOUT_MS = 110_000;

export interface BuildResult {
  status: number | null;
  /** Standard output, then standard error. */
  output: string;
  elapsedMs: number;
  /** Products that were made anew, relative to the tree. */
  rebuilt: string[];
}

export class TreeCopy {
  private readonly base = mkdtempSync(join(tmpdir(), "microkernel-build-"));
  readonly folder: string;

  /** The name becomes part of the path: trees with names of different length lie at paths of different length. */
  constructor(name: string) {
    this.folder = join(this.base, name);
    mkdirSync(this.folder, { recursive: true });
    for (const source of SOURCES) cpSync(join(REPOSITORY_ROOT, source), join(this.folder, source), { recursive: true });
    symlinkSync(join(REPOSITORY_ROOT, "node_modules"), join(this.folder, "node_modules"));
  }

  /** What `npm run build` runs. */
  build(...parameters: string[]): BuildResult {
    const script = join(this.folder, "scripts", "run.mjs");
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, "scripts/build.ts", ...parameters], {
      cwd: this.folder,
      encoding: "utf8",
      timeout: BUILD_TIMEOUT_MS,
    });
    const elapsedMs = performance.now() - start;
    const rebuilt = [...stdout.matchAll(/^(build\/\S+): \d+ bytes/gm)].map((match) => match[1] ?? "");
    return { status, output: stdout + stderr, elapsedMs, rebuilt };
  }

  read(path: string): Buffer {
    return readFileSync(join(this.folder, path));
  }

  /** Changes the text of a source. */
  edit(path: string, change: (text: string) => string): void {
    const file = join(this.folder, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}
