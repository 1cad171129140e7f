// Assembly: nasm run on the few files that are not TypeScript.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** nasm is missing, or refused a file; the message is for the user. */
export class AssemblyError extends Error {}

/**
 * Assembles one file, to an ELF64 object or to plain bytes. `includeDirectories` are searched for %include, in order; `defines` are
 * `NAME` or `NAME=TEXT`.
 */
export function assemble(
  file: string,
  format: "elf64" | "bin",
  includeDirectories: readonly string[],
  defines: readonly string[] = [],
): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "tsmetal-"));
  try {
    const output = join(directory, `${basename(file, ".asm")}.o`);
    const includes = includeDirectories.flatMap((include) => ["-I", `${include}/`]);
    const words = ["-f", format, "-Werror", ...includes, ...defines.map((define) => `-D${define}`), "-o", output, file];
    const result = spawnSync("nasm", words, { encoding: "utf8" });
    if (result.error !== undefined) throw new AssemblyError(`cannot run nasm: ${result.error.message}`);
    if (result.status !== 0) throw new AssemblyError(result.stderr.trim());
    return readFileSync(output);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
