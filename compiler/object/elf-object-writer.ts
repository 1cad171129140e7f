// ELF object writer: an object file of ours as an ELF64 relocatable, which any linker takes.
// Invariants: (1) the same input gives the same bytes
//             (2) local symbols come before global ones, as the format demands; a name that is only used is an undefined symbol
// Manual:     System V ABI "Object Files"; AMD64 supplement "Relocation"

import { ByteWriter } from "../support/byte-writer.ts";
import {
  ELF_HEADER_SIZE_BYTES,
  ELF_MAGIC,
  ELFCLASS64,
  ELFDATA2LSB,
  EM_X86_64,
  ET_REL,
  EV_CURRENT,
  RELOCATION_KINDS,
  RELOCATION_SIZE_BYTES,
  SECTION_HEADER_SIZE_BYTES,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHF_WRITE,
  SHN_ABS,
  SHN_UNDEF,
  SHT_NOBITS,
  SHT_NOTE,
  SHT_PROGBITS,
  SHT_RELA,
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
import type { ObjectFile, ObjectSymbol, Relocation, RelocationKind, Section } from "./object-file.ts";

const SHF_INFO_LINK = 0x40;
const SYMBOL_TYPES = { none: STT_NOTYPE, object: STT_OBJECT, function: STT_FUNC, section: STT_SECTION } as const;
const BINDINGS = { local: STB_LOCAL, global: STB_GLOBAL, weak: STB_WEAK } as const;
const RELOCATION_NUMBERS = new Map<RelocationKind, number>(
  Object.entries(RELOCATION_KINDS).map(([number, kind]) => [kind, Number(number)]),
);

interface WrittenSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
  readonly alignment: number;
  readonly entrySizeBytes: number;
  readonly link: number;
  readonly info: number;
}

const PLAIN = { entrySizeBytes: 0, link: 0, info: 0 };

export function writeElfObject(object: ObjectFile): Uint8Array {
  const own = object.sections.map(contentSection);
  const symbolTable = own.length + object.sections.filter(({ relocations }) => relocations.length > 0).length + 1;
  const symbols = new SymbolTable(object);
  const relocated = object.sections.flatMap((section, index) =>
    section.relocations.length === 0 ? [] : [relocationSection(section, index + 1, symbolTable, symbols)],
  );
  const sections: WrittenSection[] = [...own, ...relocated, symbols.section(symbolTable + 1), symbols.names.section(".strtab")];
  // Code that says nothing of its stack gets an executable one from other linkers.
  sections.push({ ...PLAIN, name: ".note.GNU-stack", type: SHT_PROGBITS, flags: 0, bytes: new Uint8Array(0), sizeBytes: 0, alignment: 1 });
  return writeFile(sections);
}

function contentSection(section: Section): WrittenSection {
  const { name, bytes, sizeBytes, alignment } = section;
  const flags = (section.isLoaded ? SHF_ALLOC : 0) | (section.isWritable ? SHF_WRITE : 0) | (section.isExecutable ? SHF_EXECINSTR : 0);
  const type = section.isZeroFilled ? SHT_NOBITS : section.isNote ? SHT_NOTE : SHT_PROGBITS;
  return { ...PLAIN, name, type, flags, bytes, sizeBytes, alignment };
}

class NameTable {
  private readonly writer = new ByteWriter();
  private readonly offsets = new Map<string, number>([["", 0]]);

  constructor() {
    this.writer.u8(0);
  }

  add(text: string): number {
    let offset = this.offsets.get(text);
    if (offset === undefined) {
      offset = this.writer.length;
      this.offsets.set(text, offset);
      this.writer.string(text);
    }
    return offset;
  }

  section(name: string): WrittenSection {
    const bytes = this.writer.toBytes();
    return { ...PLAIN, name, type: SHT_STRTAB, flags: 0, bytes, sizeBytes: bytes.length, alignment: 1 };
  }
}

class SymbolTable {
  readonly names = new NameTable();
  private readonly writer = new ByteWriter();
  private readonly numbers = new Map<string, number>();
  private readonly localCount: number;

  constructor(object: ObjectFile) {
    const locals = object.symbols.filter(({ binding }) => binding === "local");
    const others = object.symbols.filter(({ binding }) => binding !== "local");
    const defined = new Set(object.symbols.map(({ name }) => name));
    const used = new Set(object.sections.flatMap(({ relocations }) => relocations.map(({ symbol }) => symbol)));
    this.writer.zeros(SYMBOL_SIZE_BYTES);
    for (const symbol of [...locals, ...others]) this.add(symbol);
    for (const name of used) if (!defined.has(name)) this.addUndefined(name);
    this.localCount = locals.length + 1;
  }

  numberOf(name: string): number {
    return this.numbers.get(name) ?? 0;
  }

  section(names: number): WrittenSection {
    const bytes = this.writer.toBytes();
    const shape = { entrySizeBytes: SYMBOL_SIZE_BYTES, link: names, info: this.localCount };
    return { ...shape, name: ".symtab", type: SHT_SYMTAB, flags: 0, bytes, sizeBytes: bytes.length, alignment: 8 };
  }

  private add(symbol: ObjectSymbol): void {
    const section = symbol.section === undefined ? SHN_ABS : symbol.section + 1;
    this.write(symbol.name, (BINDINGS[symbol.binding] << 4) | SYMBOL_TYPES[symbol.type], section, symbol.value, symbol.sizeBytes);
  }
  private addUndefined(name: string): void {
    this.write(name, (STB_GLOBAL << 4) | STT_NOTYPE, SHN_UNDEF, 0, 0);
  }

  private write(name: string, info: number, section: number, value: number | bigint, sizeBytes: number): void {
    const { writer } = this;
    this.numbers.set(name, writer.length / SYMBOL_SIZE_BYTES);
    writer.u32(this.names.add(name));
    writer.u8(info);
    writer.u8(0);
    writer.u16(section);
    writer.u64(value);
    writer.u64(sizeBytes);
  }
}

function relocationSection(section: Section, target: number, symbolTable: number, symbols: SymbolTable): WrittenSection {
  const writer = new ByteWriter(section.relocations.length * RELOCATION_SIZE_BYTES);
  for (const relocation of section.relocations) writeRelocation(writer, relocation, symbols);
  const bytes = writer.toBytes();
  const shape = { entrySizeBytes: RELOCATION_SIZE_BYTES, link: symbolTable, info: target };
  return { ...shape, name: `.rela${section.name}`, type: SHT_RELA, flags: SHF_INFO_LINK, bytes, sizeBytes: bytes.length, alignment: 8 };
}

function writeRelocation(writer: ByteWriter, { offset, kind, symbol, addend }: Relocation, symbols: SymbolTable): void {
  writer.u64(offset);
  writer.u32(RELOCATION_NUMBERS.get(kind) ?? 0);
  writer.u32(symbols.numberOf(symbol));
  writer.u64(addend);
}

function writeFile(sections: readonly WrittenSection[]): Uint8Array {
  const names = new NameTable();
  const nameOffsets = sections.map(({ name }) => names.add(name));
  nameOffsets.push(names.add(".shstrtab"));
  const all = [...sections, names.section(".shstrtab")];
  const writer = new ByteWriter(1 << 16);
  writer.zeros(ELF_HEADER_SIZE_BYTES);
  const offsets = all.map(({ type, bytes, alignment }) => {
    writer.align(Math.max(1, alignment));
    const offset = writer.length;
    if (type !== SHT_NOBITS) writer.bytes(bytes);
    return offset;
  });
  writer.align(8);
  const headers = writer.length;
  writer.zeros(SECTION_HEADER_SIZE_BYTES);
  all.forEach((section, index) => {
    writer.u32(nameOffsets[index]);
    writer.u32(section.type);
    for (const word of [section.flags, 0, offsets[index], section.sizeBytes]) writer.u64(word);
    writer.u32(section.link);
    writer.u32(section.info);
    writer.u64(section.alignment);
    writer.u64(section.entrySizeBytes);
  });
  const bytes = writer.toBytes();
  bytes.set(fileHeader(headers, all.length + 1));
  return bytes;
}

/** The names of the sections are the last section. */
function fileHeader(sectionHeaders: number, sectionCount: number): Uint8Array {
  const writer = new ByteWriter(ELF_HEADER_SIZE_BYTES);
  writer.u32(ELF_MAGIC);
  for (const byte of [ELFCLASS64, ELFDATA2LSB, EV_CURRENT]) writer.u8(byte);
  writer.zeros(9);
  writer.u16(ET_REL);
  writer.u16(EM_X86_64);
  writer.u32(EV_CURRENT);
  writer.u64(0);
  writer.u64(0);
  writer.u64(sectionHeaders);
  writer.u32(0);
  for (const half of [ELF_HEADER_SIZE_BYTES, 0, 0, SECTION_HEADER_SIZE_BYTES, sectionCount, sectionCount - 1]) writer.u16(half);
  return writer.toBytes();
}
