// Object file: what the code generator and nasm hand to the linker.
// Invariants: (1) a symbol name is defined at most once in an object file; relocations find their symbol by name, in the own file first
//             (2) relocation fields lie within their section's bytes
//             (3) a section is kept or dropped as a whole: give each function and each datum its own section to let the linker drop it
// Manual:     System V ABI, AMD64 supplement, "Relocation"

import type { DebugFacts, DebugTables, InlinedBody } from "./debug-facts.ts";

/** S = the symbol's address, A = the addend, P = the address of the field. */
export type RelocationKind =
  /** S + A in 64 bits. */
  | "abs64"
  /** S + A in 32 bits, zero-extended by its user. */
  | "abs32"
  /** S + A in 32 bits, sign-extended by its user. */
  | "abs32s"
  /** S + A - P in 32 signed bits. */
  | "pc32"
  /** A call or jump; as pc32, since everything is linked statically. */
  | "plt32"
  /** S + A - P in 64 bits. */
  | "pc64";

export interface Relocation {
  readonly offset: number;
  readonly kind: RelocationKind;
  readonly symbol: string;
  readonly addend: number;
}

export interface Section {
  readonly name: string;
  /** Takes part in the memory image; sections that are not loaded are dropped by the linker. */
  readonly isLoaded: boolean;
  readonly isWritable: boolean;
  readonly isExecutable: boolean;
  /** Zero bytes that take no room in the file: `bytes` is empty. */
  readonly isZeroFilled: boolean;
  /** An ELF note section. */
  readonly isNote: boolean;
  /** A power of two. */
  readonly alignment: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
  readonly relocations: readonly Relocation[];
}

export type SymbolBinding = "local" | "global" | "weak";
export type SymbolType = "function" | "object" | "section" | "none";

export interface ObjectSymbol {
  readonly name: string;
  /** Index into sections; undefined: an absolute value. Symbols that are only used need no entry. */
  readonly section: number | undefined;
  /** Offset in the section, or the absolute value. */
  readonly value: number | bigint;
  /** 0 = not known; the linker then takes it to the next symbol of the section. */
  readonly sizeBytes: number;
  readonly binding: SymbolBinding;
  readonly type: SymbolType;
}

/** From this offset of the function on, up to the next position, code comes from this line (1-based; 0 = from none). */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Whose line it is, if not the function's own. The same body is the same object all over the function. */
  readonly body?: InlinedBody | undefined;
}

/** Source facts of a function for backtraces and debuggers. */
export interface SourceFunction {
  /** The symbol at the function's first byte. */
  readonly symbol: string;
  /** As a person calls it: `List.push`. */
  readonly name: string;
  /** Path as shown to people, relative to the repository or the program's folder. */
  readonly file: string;
  /** Top-level code of a file: what called it was not written by anybody, so backtraces end with it. */
  readonly isTopLevel?: boolean;
  /** Ascending offsets from the function's first byte. */
  readonly positions: readonly Position[];
  readonly debug?: DebugFacts;
}

export interface ObjectFile {
  /** For messages: the file or module this comes from. */
  readonly name: string;
  readonly sections: readonly Section[];
  readonly symbols: readonly ObjectSymbol[];
  readonly functions: readonly SourceFunction[];
  readonly debug?: DebugTables;
}

interface SectionParts {
  alignment?: number;
  relocations?: readonly Relocation[];
}

/** Code; name it `.text` or `.text.<symbol>`. */
export function codeSection(name: string, bytes: Uint8Array, parts: SectionParts = {}): Section {
  return loaded(name, bytes, { alignment: 16, ...parts }, { isWritable: false, isExecutable: true });
}

/** Constants; name it `.rodata` or `.rodata.<symbol>`. */
export function readOnlySection(name: string, bytes: Uint8Array, parts: SectionParts = {}): Section {
  return loaded(name, bytes, parts, { isWritable: false, isExecutable: false });
}

/** Initialised variables; name it `.data` or `.data.<symbol>`. */
export function dataSection(name: string, bytes: Uint8Array, parts: SectionParts = {}): Section {
  return loaded(name, bytes, parts, { isWritable: true, isExecutable: false });
}

/** Variables that start as zero; name it `.bss` or `.bss.<symbol>`. */
export function zeroSection(name: string, sizeBytes: number, alignment = 8): Section {
  const section = loaded(name, new Uint8Array(0), { alignment }, { isWritable: true, isExecutable: false });
  return { ...section, isZeroFilled: true, sizeBytes };
}

function loaded(name: string, bytes: Uint8Array, parts: SectionParts, access: { isWritable: boolean; isExecutable: boolean }): Section {
  const { alignment = 8, relocations = [] } = parts;
  return { name, isLoaded: true, ...access, isZeroFilled: false, isNote: false, alignment, sizeBytes: bytes.length, bytes, relocations };
}
