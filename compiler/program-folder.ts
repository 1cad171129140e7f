// Program folders: which file a program begins with when a folder is named.

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** In this order. */
export const ENTRY_NAMES: readonly string[] = ["main.ts", "index.ts", "src/main.ts", "src/index.ts"];

/** The file itself, or the one that the folder's program begins with; null if the folder has none. */
export function entryOf(path: string): string | null {
  if (!(statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)) return path;
  const found = ENTRY_NAMES.map((name) => join(path, name)).find((file) => existsSync(file));
  return found ?? null;
}
