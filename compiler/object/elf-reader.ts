// ELF reader: relocatable objects as nasm writes them (-f elf64) become ObjectFiles.
// Invariants: every malformed or unsupported input ends in ElfError with the file's name, never in an ObjectFile that lacks something.

import {
  ELF_HEADER_SIZE_BYTES,
  ELF_MAGIC,
  ELFCLASS64,
  ELFDATA2LSB,
  EM_X86_64,
  ET_REL,
  RELOCATION_KINDS,
  RELOCATION_SIZE_BYTES,
  SECTION_HEADER_SIZE_BYTES,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHF_WRITE,
  SHN_ABS,
  SHN_COMMON,
  SHN_UNDEF,
  SHT_NOBITS,
  SHT_NOTE,
  SHT_PROGBITS,
  SHT_REL,
  SHT_RELA,
  SHT_SYMTAB,
  STB_GLOBAL,
  STB_LOCAL,
  STT_FILE,
  STT_FUNC,
  STT_OBJECT,
  STT_SECTION,
  SYMBOL_SIZE_BYTES,
} from "./elf.ts";
import type { ObjectFile, ObjectSymbol, Relocation, Section, SymbolBinding, SymbolType } from "./object-file.ts";

/** The input is not an object file this linker can take; the message is for people. */
export class ElfError extends Error {
  override name = "ElfError";
}

interface SectionHeader {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  readonly target: number;
  readonly alignment: number;
}

interface ReadSymbol extends ObjectSymbol {
  readonly isDefined: boolean;
}

class ElfReader {
  private readonly view: DataView;
  private headers: SectionHeader[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly name: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): ObjectFile {
    this.checkHeader();
    this.headers = this.readHeaders();
    const kept = this.headers.map((header, index) => ({ header, index })).filter(({ header }) => isContent(header));
    const indexOf = new Map(kept.map(({ index }, position) => [index, position]));
    const symbols = this.readSymbols(indexOf);
    const relocations = this.readRelocations(symbols);
    const sections = kept.map(({ header, index }) => this.makeSection(header, relocations.get(index) ?? []));
    const defined = symbols.filter((symbol) => symbol.isDefined && symbol.name !== "");
    return { name: this.name, sections, symbols: defined.map(({ isDefined: _, ...symbol }) => symbol), functions: [] };
  }

  private fail(problem: string): never {
    throw new ElfError(`${this.name}: ${problem}`);
  }

  /** A 64-bit field that must be small enough to be an offset or a size. */
  private word(offset: number): number {
    const value = Number(this.view.getBigUint64(offset, true));
    return Number.isSafeInteger(value) ? value : this.fail(`value at offset ${offset} is out of range`);
  }

  private require(offset: number, sizeBytes: number, what: string): void {
    if (offset + sizeBytes > this.bytes.length) this.fail(`${what} lies outside the file`);
  }

  private checkHeader(): void {
    if (this.bytes.length < ELF_HEADER_SIZE_BYTES || this.view.getUint32(0, true) !== ELF_MAGIC) this.fail("not an ELF file");
    if (this.bytes[4] !== ELFCLASS64 || this.bytes[5] !== ELFDATA2LSB) this.fail("not a 64-bit little-endian ELF file");
    if (this.view.getUint16(16, true) !== ET_REL) this.fail("not a relocatable object file");
    if (this.view.getUint16(18, true) !== EM_X86_64) this.fail("not for x86-64");
  }

  private text(start: number): string {
    const end = this.bytes.indexOf(0, start);
    if (start >= this.bytes.length || end < 0) this.fail("a name lies outside the file");
    return new TextDecoder().decode(this.bytes.subarray(start, end));
  }

  private readHeaders(): SectionHeader[] {
    const start = this.word(40);
    const count = this.view.getUint16(60, true);
    this.require(start, count * SECTION_HEADER_SIZE_BYTES, "section header table");
    const namesOffset = this.word(start + this.view.getUint16(62, true) * SECTION_HEADER_SIZE_BYTES + 24);
    return Array.from({ length: count }, (_, index) => {
      const at = start + index * SECTION_HEADER_SIZE_BYTES;
      const header = {
        name: this.text(namesOffset + this.view.getUint32(at, true)),
        type: this.view.getUint32(at + 4, true),
        flags: this.word(at + 8),
        offset: this.word(at + 24),
        sizeBytes: this.word(at + 32),
        link: this.view.getUint32(at + 40, true),
        target: this.view.getUint32(at + 44, true),
        alignment: Math.max(1, this.word(at + 48)),
      };
      if (header.type !== SHT_NOBITS) this.require(header.offset, header.sizeBytes, `section ${header.name}`);
      return header;
    });
  }

  private readSymbols(indexOf: ReadonlyMap<number, number>): ReadSymbol[] {
    const table = this.headers.find((header) => header.type === SHT_SYMTAB);
    if (table === undefined) return [];
    const names = this.headers[table.link];
    return Array.from({ length: table.sizeBytes / SYMBOL_SIZE_BYTES }, (_, index) =>
      this.readSymbol(table.offset + index * SYMBOL_SIZE_BYTES, names.offset, indexOf),
    );
  }

  private readSymbol(at: number, namesOffset: number, indexOf: ReadonlyMap<number, number>): ReadSymbol {
    const kind = this.bytes[at + 4] & 15;
    const sectionIndex = this.view.getUint16(at + 6, true);
    const name = kind === STT_SECTION ? this.headers[sectionIndex].name : this.text(namesOffset + this.view.getUint32(at, true));
    if (sectionIndex === SHN_COMMON) this.fail(`${name} is a common symbol, which is not supported: reserve it in .bss`);
    const value = this.view.getBigUint64(at + 8, true);
    const isAbsolute = sectionIndex === SHN_ABS;
    return {
      name,
      section: isAbsolute ? undefined : indexOf.get(sectionIndex),
      value: isAbsolute ? value : Number(value),
      sizeBytes: this.word(at + 16),
      binding: bindingOf(this.bytes[at + 4] >> 4),
      type: typeOf(kind),
      isDefined: kind !== STT_FILE && sectionIndex !== SHN_UNDEF && (isAbsolute || indexOf.has(sectionIndex)),
    };
  }

  private readRelocations(symbols: readonly ReadSymbol[]): Map<number, Relocation[]> {
    const relocations = new Map<number, Relocation[]>();
    for (const header of this.headers) {
      if (header.type === SHT_REL) this.fail(`${header.name}: relocations without addend are not supported`);
      if (header.type !== SHT_RELA || (this.headers[header.target].flags & SHF_ALLOC) === 0) continue;
      const count = header.sizeBytes / RELOCATION_SIZE_BYTES;
      relocations.set(
        header.target,
        Array.from({ length: count }, (_, index) => this.readRelocation(header.offset + index * RELOCATION_SIZE_BYTES, header, symbols)),
      );
    }
    return relocations;
  }

  private readRelocation(at: number, header: SectionHeader, symbols: readonly ReadSymbol[]): Relocation {
    const number = this.view.getUint32(at + 8, true);
    const kind = RELOCATION_KINDS[number];
    if (kind === undefined) {
      return this.fail(`${header.name}: relocation type ${number} is not supported (only 32 and 64 bits, absolute or relative)`);
    }
    const addend = Number(this.view.getBigInt64(at + 16, true));
    if (!Number.isSafeInteger(addend)) this.fail(`${header.name}: the addend at ${at} is too large`);
    const symbol = symbols[this.view.getUint32(at + 12, true)];
    return { offset: this.word(at), kind, symbol: symbol.name, addend };
  }

  private makeSection(header: SectionHeader, relocations: readonly Relocation[]): Section {
    const isZeroFilled = header.type === SHT_NOBITS;
    return {
      name: header.name,
      isLoaded: (header.flags & SHF_ALLOC) !== 0,
      isWritable: (header.flags & SHF_WRITE) !== 0,
      isExecutable: (header.flags & SHF_EXECINSTR) !== 0,
      isZeroFilled,
      isNote: header.type === SHT_NOTE || header.name.startsWith(".note."),
      alignment: header.alignment,
      sizeBytes: header.sizeBytes,
      bytes: isZeroFilled ? new Uint8Array(0) : this.bytes.slice(header.offset, header.offset + header.sizeBytes),
      relocations,
    };
  }
}

function isContent(header: SectionHeader): boolean {
  return header.type === SHT_PROGBITS || header.type === SHT_NOBITS || header.type === SHT_NOTE;
}

function bindingOf(number: number): SymbolBinding {
  return number === STB_LOCAL ? "local" : number === STB_GLOBAL ? "global" : "weak";
}

function typeOf(number: number): SymbolType {
  return number === STT_FUNC ? "function" : number === STT_OBJECT ? "object" : number === STT_SECTION ? "section" : "none";
}

/** Reads a relocatable ELF64 object. Throws ElfError; name is for messages. */
export function readElfObject(bytes: Uint8Array, name: string): ObjectFile {
  return new ElfReader(bytes, name).read();
}
