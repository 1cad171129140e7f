// ELF: the numbers of the format that the reader and the writer share.
// Manual: System V ABI "Object Files"; AMD64 supplement "Object Files"

import type { RelocationKind } from "./object-file.ts";

export const ELF_MAGIC = 0x464c_457f;
export const ELF_HEADER_SIZE_BYTES = 64;
export const PROGRAM_HEADER_SIZE_BYTES = 56;
export const SECTION_HEADER_SIZE_BYTES = 64;
export const SYMBOL_SIZE_BYTES = 24;
export const RELOCATION_SIZE_BYTES = 24;

export const ELFCLASS64 = 2;
export const ELFDATA2LSB = 1;
export const EV_CURRENT = 1;
export const ET_REL = 1;
export const ET_EXEC = 2;
export const EM_X86_64 = 62;

export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_STRTAB = 3;
export const SHT_RELA = 4;
export const SHT_NOTE = 7;
export const SHT_NOBITS = 8;
export const SHT_REL = 9;

export const SHF_WRITE = 1;
export const SHF_ALLOC = 2;
export const SHF_EXECINSTR = 4;

export const SHN_UNDEF = 0;
export const SHN_ABS = 0xfff1;
export const SHN_COMMON = 0xfff2;

export const STB_LOCAL = 0;
export const STB_GLOBAL = 1;
export const STB_WEAK = 2;

export const STT_NOTYPE = 0;
export const STT_OBJECT = 1;
export const STT_FUNC = 2;
export const STT_SECTION = 3;
export const STT_FILE = 4;

export const PT_LOAD = 1;
export const PT_NOTE = 4;
export const PT_GNU_STACK = 0x6474_e551;

export const PF_X = 1;
export const PF_W = 2;
export const PF_R = 4;

/** R_X86_64_… numbers; the others (tables for dynamic linking, 8 and 16 bits) have no use here. */
export const RELOCATION_KINDS: Readonly<Record<number, RelocationKind>> = {
  1: "abs64",
  2: "pc32",
  4: "plt32",
  10: "abs32",
  11: "abs32s",
  24: "pc64",
};
