// ELF writer: a linked image as an ELF64 executable with program headers, section headers and a symbol table.
// Invariants: (1) the same input gives the same bytes
//             (2) a loaded segment starts at a multiple of the page size, in the file as in memory
//             (3) local symbols come before global ones, as the format demands

import { alignUp, ByteWriter } from "../support/byte-writer.ts";
import {
  ELF_HEADER_SIZE_BYTES,
  ELF_MAGIC,
  ELFCLASS64,
  ELFDATA2LSB,
  EM_X86_64,
  ET_EXEC,
  EV_CURRENT,
  PROGRAM_HEADER_SIZE_BYTES,
  PT_LOAD,
  SECTION_HEADER_SIZE_BYTES,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHF_WRITE,
  SHN_ABS,
  SHT_NOBITS,
  SHT_NOTE,
  SHT_PROGBITS,
  SHT_STRTAB,
  SHT_SYMTAB,
  STB_GLOBAL,
  STB_LOCAL,
  STB_WEAK,
  STT_FUNC,
  STT_NOTYPE,
  STT_OBJECT,
  STT_SECTION,
  SYMBOL_SIZE_BYTES,
} from "./elf.ts";
import type { SymbolBinding, SymbolType } from "./object-file.ts";

export const PAGE_SIZE_BYTES = 4096;

export interface OutputSection {
  readonly name: string;
  readonly content: "bytes" | "zero" | "note";
  /** Not loaded: for debuggers only; the address is 0. */
  readonly isLoaded: boolean;
  readonly isWritable: boolean;
  readonly isExecutable: boolean;
  readonly address: bigint;
  readonly alignment: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

export interface OutputSegment {
  /** PT_… */
  readonly type: number;
  /** PF_… */
  readonly flags: number;
  readonly address: bigint;
  readonly physicalAddress: bigint;
  readonly memorySizeBytes: number;
  readonly alignment: number;
  /** Names of its sections, in address order; a segment without sections describes only flags. */
  readonly sections: readonly string[];
}

export interface OutputSymbol {
  readonly name: string;
  /** Undefined: absolute. */
  readonly section: string | undefined;
  readonly address: bigint;
  readonly sizeBytes: number;
  readonly binding: SymbolBinding;
  readonly type: SymbolType;
}

export interface Executable {
  readonly entry: bigint;
  readonly segments: readonly OutputSegment[];
  readonly sections: readonly OutputSection[];
  readonly symbols: readonly OutputSymbol[];
}

const SYMBOL_TYPES: Readonly<Record<SymbolType, number>> = {
  none: STT_NOTYPE,
  object: STT_OBJECT,
  function: STT_FUNC,
  section: STT_SECTION,
};
const BINDINGS: Readonly<Record<SymbolBinding, number>> = { local: STB_LOCAL, global: STB_GLOBAL, weak: STB_WEAK };
const SECTION_TYPES = { bytes: SHT_PROGBITS, zero: SHT_NOBITS, note: SHT_NOTE } as const;

/** Offsets of names in a string table, each name once. */
class StringTable {
  readonly writer = new ByteWriter();
  private readonly offsets = new Map<string, number>();

  constructor() {
    this.writer.u8(0);
  }

  add(text: string): number {
    if (text === "") return 0;
    const known = this.offsets.get(text);
    if (known !== undefined) return known;
    const offset = this.writer.length;
    this.offsets.set(text, offset);
    this.writer.string(text);
    return offset;
  }
}

interface HeaderRow {
  name: string;
  type: number;
  flags: number;
  address: bigint;
  offset: number;
  sizeBytes: number;
  link: number;
  target: number;
  alignment: number;
  entrySizeBytes: number;
}

const NULL_ROW: HeaderRow = {
  name: "",
  type: 0,
  flags: 0,
  address: 0n,
  offset: 0,
  sizeBytes: 0,
  link: 0,
  target: 0,
  alignment: 0,
  entrySizeBytes: 0,
};

/** File offset of each section, in order. Within a loaded segment distances are those of the addresses. */
function placeInFile(image: Executable): { offsets: number[]; end: number } {
  let end = ELF_HEADER_SIZE_BYTES + image.segments.length * PROGRAM_HEADER_SIZE_BYTES;
  const segments = image.segments.filter((segment) => segment.type === PT_LOAD);
  let start = { offset: 0, address: 0n };
  const offsets = image.sections.map((section) => {
    const begun = segments.find((segment) => segment.sections[0] === section.name);
    if (begun !== undefined) start = { offset: alignUp(end, PAGE_SIZE_BYTES), address: begun.address };
    const offset = section.isLoaded ? start.offset + Number(section.address - start.address) : alignUp(end, section.alignment);
    if (section.content !== "zero") end = offset + section.sizeBytes;
    return offset;
  });
  return { offsets, end };
}

function sectionRow(section: OutputSection, offset: number): HeaderRow {
  const { isLoaded, isWritable, isExecutable } = section;
  return {
    ...NULL_ROW,
    name: section.name,
    type: SECTION_TYPES[section.content],
    flags: (isLoaded ? SHF_ALLOC : 0) | (isWritable ? SHF_WRITE : 0) | (isExecutable ? SHF_EXECINSTR : 0),
    address: section.address,
    offset,
    sizeBytes: section.sizeBytes,
    alignment: section.alignment,
  };
}

function writeSymbols(image: Executable, strings: StringTable): { bytes: Uint8Array; localCount: number } {
  const writer = new ByteWriter();
  writer.zeros(SYMBOL_SIZE_BYTES);
  const indexOf = new Map(image.sections.map((section, index) => [section.name, index + 1]));
  const locals = image.symbols.filter((symbol) => symbol.binding === "local");
  const globals = image.symbols.filter((symbol) => symbol.binding !== "local");
  for (const symbol of [...locals, ...globals]) {
    writer.u32(strings.add(symbol.name));
    writer.u8((BINDINGS[symbol.binding] << 4) | SYMBOL_TYPES[symbol.type]);
    writer.u8(0);
    writer.u16(symbol.section === undefined ? SHN_ABS : (indexOf.get(symbol.section) ?? SHN_ABS));
    writer.u64(symbol.address);
    writer.u64(symbol.sizeBytes);
  }
  return { bytes: writer.toBytes(), localCount: locals.length + 1 };
}

function writeHeader(writer: ByteWriter, image: Executable, sectionHeaderOffset: number, sectionCount: number): void {
  writer.u32(ELF_MAGIC);
  writer.u8(ELFCLASS64);
  writer.u8(ELFDATA2LSB);
  writer.u8(EV_CURRENT);
  writer.zeros(9);
  writer.u16(ET_EXEC);
  writer.u16(EM_X86_64);
  writer.u32(EV_CURRENT);
  writer.u64(image.entry);
  writer.u64(ELF_HEADER_SIZE_BYTES);
  writer.u64(sectionHeaderOffset);
  writer.u32(0);
  writer.u16(ELF_HEADER_SIZE_BYTES);
  writer.u16(PROGRAM_HEADER_SIZE_BYTES);
  writer.u16(image.segments.length);
  writer.u16(SECTION_HEADER_SIZE_BYTES);
  writer.u16(sectionCount);
  writer.u16(sectionCount - 1);
}

function writeProgramHeaders(writer: ByteWriter, image: Executable, offsets: readonly number[]): void {
  for (const segment of image.segments) {
    const indexes = segment.sections.map((name) => image.sections.findIndex((section) => section.name === name));
    const filled = indexes.filter((index) => image.sections[index].content !== "zero");
    const offset = indexes.length === 0 ? 0 : offsets[indexes[0]];
    const last = filled.at(-1);
    const fileSizeBytes = last === undefined ? 0 : offsets[last] + image.sections[last].sizeBytes - offset;
    writer.u32(segment.type);
    writer.u32(segment.flags);
    writer.u64(offset);
    writer.u64(segment.address);
    writer.u64(segment.physicalAddress);
    writer.u64(fileSizeBytes);
    writer.u64(segment.memorySizeBytes);
    writer.u64(segment.alignment);
  }
}

function writeSectionHeader(writer: ByteWriter, row: HeaderRow, names: StringTable): void {
  writer.u32(names.add(row.name));
  writer.u32(row.type);
  writer.u64(row.flags);
  writer.u64(row.address);
  writer.u64(row.offset);
  writer.u64(row.sizeBytes);
  writer.u32(row.link);
  writer.u32(row.target);
  writer.u64(row.alignment);
  writer.u64(row.entrySizeBytes);
}

/** Sections must be sorted: loaded ones by address, then the others. Section names are unique. */
export function writeExecutable(image: Executable): Uint8Array {
  const { offsets, end } = placeInFile(image);
  const strings = new StringTable();
  const symbols = writeSymbols(image, strings);
  const names = new StringTable();
  const rows = [NULL_ROW, ...image.sections.map((section, index) => sectionRow(section, offsets[index]))];
  const appended: Uint8Array[] = [];
  let position = alignUp(end, 8);
  const append = (row: Partial<HeaderRow>, bytes: Uint8Array): void => {
    rows.push({ ...NULL_ROW, alignment: 1, ...row, offset: position, sizeBytes: bytes.length });
    appended.push(bytes);
    position = alignUp(position + bytes.length, 8);
  };
  append(
    {
      name: ".symtab",
      type: SHT_SYMTAB,
      link: rows.length + 1,
      target: symbols.localCount,
      alignment: 8,
      entrySizeBytes: SYMBOL_SIZE_BYTES,
    },
    symbols.bytes,
  );
  append({ name: ".strtab", type: SHT_STRTAB }, strings.writer.toBytes());
  for (const row of rows) names.add(row.name);
  names.add(".shstrtab");
  append({ name: ".shstrtab", type: SHT_STRTAB }, names.writer.toBytes());

  const writer = new ByteWriter(position + rows.length * SECTION_HEADER_SIZE_BYTES);
  writeHeader(writer, image, position, rows.length);
  writeProgramHeaders(writer, image, offsets);
  image.sections.forEach((section, index) => {
    if (section.content === "zero") return;
    writer.zeros(offsets[index] - writer.length);
    writer.bytes(section.bytes);
  });
  for (const bytes of appended) {
    writer.align(8);
    writer.bytes(bytes);
  }
  writer.align(8);
  for (const row of rows) writeSectionHeader(writer, row, names);
  return writer.toBytes();
}
