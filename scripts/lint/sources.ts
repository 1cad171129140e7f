// Sources: the files of the repository as git sees them, and the own checks run over all of them.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLayers, type Violation } from "./layers.ts";
import { checkIncludes, checkTidy } from "./tidy.ts";

declare const REPOSITORY_ROOT: string;

const TEXT = /\.(?:ts|mjs|js|json|asm|inc|sh|md|txt|ir|yml)$|(?:^|\/)(?:run|LICENSE|\.\w+)$/;

/** Tracked files and those that would be added, without what is ignored; relative paths. */
export function listSources(): string[] {
  const listing = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: REPOSITORY_ROOT,
    encoding: "utf8",
  });
  const files = listing.split("\0").filter((file) => file !== "" && existsSync(join(REPOSITORY_ROOT, file)));
  return [...new Set(files)].sort();
}

/** The layer and tidiness checks over the whole repository. */
export function checkSources(): Violation[] {
  const files = listSources();
  const known = new Set(files);
  return files.flatMap((file) => {
    if (!TEXT.test(file)) return checkTidy(file, "");
    const text = readFileSync(join(REPOSITORY_ROOT, file), "utf8");
    const layers = /\.(?:ts|mjs)$/.test(file) ? checkLayers(file, text) : [];
    return [...layers, ...checkTidy(file, text), ...checkIncludes(file, text, (path) => known.has(path))];
  });
}

/** One violation as a line that an editor can jump to. */
export function violationText(violation: Violation): string {
  return `${violation.file}:${violation.line}: ${violation.message}`;
}
