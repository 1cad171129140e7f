// Golden: text that a test expects, kept in a file. UPDATE=1 writes the file anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

declare const REPOSITORY_ROOT: string;

/** What the file (path relative to test/) says, or the actual text after writing it when UPDATE is set. */
export function expectedText(path: string, actual: string): string {
  const file = join(REPOSITORY_ROOT, "test", path);
  if (process.env.UPDATE !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return actual;
  }
  return existsSync(file) ? readFileSync(file, "utf8") : `no such golden: test/${path}; UPDATE=1 writes it`;
}
