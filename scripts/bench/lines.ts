// Lines bench: how much there is to read: lines of code, comment and blank by top-level folder.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "./table.ts";

declare const REPOSITORY_ROOT: string;

const CODE = /\.(?:ts|mjs|asm|inc|sh)$/;
const COMMENT = /^\s*(?:\/\/|\/?\*|;|#)/;
const FOLDERS = ["abi", "boot", "kernel", "runtime", "daemons", "programs", "image", "compiler", "scripts", "test"];

interface Count {
  files: number;
  code: number;
  comment: number;
  blank: number;
}

function countText(text: string, count: Count): void {
  count.files++;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    if (line.trim() === "") count.blank++;
    else if (COMMENT.test(line)) count.comment++;
    else count.code++;
  }
}

function countFolder(folder: string): Count {
  const count: Count = { files: 0, code: 0, comment: 0, blank: 0 };
  const path = join(REPOSITORY_ROOT, folder);
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && CODE.test(entry.name)) countText(readFileSync(join(entry.parentPath, entry.name), "utf8"), count);
  }
  return count;
}

export function countLines(): Table[] {
  const counts = FOLDERS.map((folder) => ({ folder, ...countFolder(folder) }));
  const sum = (pick: (count: Count) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  const rows = counts.map(({ folder, files, code, comment, blank }) => [folder, files, code, comment, blank]);
  const total = [
    "all",
    sum((count) => count.files),
    sum((count) => count.code),
    sum((count) => count.comment),
    sum((count) => count.blank),
  ];
  return [{ title: "Lines", columns: ["folder", "files", "code", "comment", "blank"], rows: [...rows, total] }];
}
