// Objects: object files for the link tests, made by nasm or by hand.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LinkResult } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import { codeSection, type ObjectFile, type ObjectSymbol, type Section, type SymbolBinding } from "../../compiler/object/object-file.ts";
import { Assembler } from "../../compiler/target/x64/assembler.ts";

export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-link-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** nasm source to the bytes of an ELF64 object. */
export function assembleSource(source: string): Uint8Array {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, "source.asm"), source);
    const run = spawnSync("nasm", ["-f", "elf64", "-o", "source.o", "source.asm"], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return readFileSync(join(folder, "source.o"));
  });
}

export function nasmObject(source: string, name = "source.asm"): ObjectFile {
  return readElfObject(assembleSource(source), name);
}

interface SymbolParts {
  binding?: SymbolBinding;
  sizeBytes?: number;
}

/** A symbol at the start of a section. */
export function symbolAt(name: string, section: number, parts: SymbolParts = {}): ObjectSymbol {
  return { name, section, value: 0, sizeBytes: 0, binding: "global", type: "none", ...parts };
}

/** One function in its own section, written by emit. */
export function codeObject(name: string, emit: (assembler: Assembler) => void, extra: readonly [string, Section][] = []): ObjectFile {
  const assembler = new Assembler();
  emit(assembler);
  const code = assembler.finish();
  return {
    name: `${name}.ts`,
    sections: [codeSection(`.text.${name}`, code.bytes, { relocations: code.relocations }), ...extra.map(([, section]) => section)],
    symbols: [
      { ...symbolAt(name, 0), type: "function", sizeBytes: code.bytes.length },
      ...extra.map(([symbolName], index) => symbolAt(symbolName, index + 1)),
    ],
    functions: [{ symbol: name, name, file: `${name}.ts`, positions: code.positions }],
  };
}

/** The bytes of a link that must succeed. */
export function linkedBytes(result: LinkResult): Uint8Array {
  if (result.bytes === undefined) throw new Error(result.errors.join("\n"));
  return result.bytes;
}
