// Executable: a plain reading of ELF64 executables for the tests, independent of the writer under test.

const HEADER_PROGRAM_OFFSET = 32;
const HEADER_SECTION_OFFSET = 40;

export interface ReadSegment {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: bigint;
  readonly physicalAddress: bigint;
  readonly fileSizeBytes: number;
  readonly memorySizeBytes: number;
  readonly alignment: number;
}

export interface ReadSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  readonly target: number;
}

export interface ReadSymbol {
  readonly name: string;
  readonly address: bigint;
  readonly sizeBytes: number;
  readonly type: number;
  readonly isLocal: boolean;
}

export class ReadExecutable {
  private readonly view: DataView;
  readonly entry: bigint;
  readonly segments: readonly ReadSegment[];
  readonly sections: readonly ReadSection[];
  readonly symbols: readonly ReadSymbol[];

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.view.getUint32(0) !== 0x7f45_4c46 || this.view.getUint16(16, true) !== 2) throw new Error("not an ELF executable");
    this.entry = this.view.getBigUint64(24, true);
    this.segments = this.readSegments();
    this.sections = this.readSections();
    this.symbols = this.readSymbols();
  }

  private number(offset: number): number {
    return Number(this.view.getBigUint64(offset, true));
  }

  private text(offset: number): string {
    return new TextDecoder().decode(this.bytes.subarray(offset, this.bytes.indexOf(0, offset)));
  }

  private readSegments(): ReadSegment[] {
    const start = this.number(HEADER_PROGRAM_OFFSET);
    return Array.from({ length: this.view.getUint16(56, true) }, (_, index) => {
      const at = start + index * 56;
      return {
        type: this.view.getUint32(at, true),
        flags: this.view.getUint32(at + 4, true),
        offset: this.number(at + 8),
        address: this.view.getBigUint64(at + 16, true),
        physicalAddress: this.view.getBigUint64(at + 24, true),
        fileSizeBytes: this.number(at + 32),
        memorySizeBytes: this.number(at + 40),
        alignment: this.number(at + 48),
      };
    });
  }

  private readSections(): ReadSection[] {
    const start = this.number(HEADER_SECTION_OFFSET);
    const names = this.number(start + this.view.getUint16(62, true) * 64 + 24);
    return Array.from({ length: this.view.getUint16(60, true) }, (_, index) => {
      const at = start + index * 64;
      return {
        name: this.text(names + this.view.getUint32(at, true)),
        type: this.view.getUint32(at + 4, true),
        flags: this.number(at + 8),
        address: this.view.getBigUint64(at + 16, true),
        offset: this.number(at + 24),
        sizeBytes: this.number(at + 32),
        link: this.view.getUint32(at + 40, true),
        target: this.view.getUint32(at + 44, true),
      };
    });
  }

  private readSymbols(): ReadSymbol[] {
    if (!this.sections.some(({ name }) => name === ".symtab")) return [];
    const table = this.section(".symtab");
    const names = this.sections[table.link].offset;
    return Array.from({ length: table.sizeBytes / 24 }, (_, index) => {
      const at = table.offset + index * 24;
      return {
        name: this.text(names + this.view.getUint32(at, true)),
        address: this.view.getBigUint64(at + 8, true),
        sizeBytes: this.number(at + 16),
        type: this.bytes[at + 4] & 15,
        isLocal: this.bytes[at + 4] >> 4 === 0,
      };
    });
  }

  section(name: string): ReadSection {
    const found = this.sections.find((section) => section.name === name);
    if (found === undefined) throw new Error(`no section ${name}`);
    return found;
  }

  symbol(name: string): ReadSymbol {
    const found = this.symbols.find((symbol) => symbol.name === name);
    if (found === undefined) throw new Error(`no symbol ${name}`);
    return found;
  }

  /** The bytes a loader puts at this address. */
  at(address: bigint, sizeBytes: number): Uint8Array {
    const segment = this.segments.find(
      (candidate) => candidate.type === 1 && address >= candidate.address && address < candidate.address + BigInt(candidate.fileSizeBytes),
    );
    if (segment === undefined) throw new Error(`nothing is loaded at 0x${address.toString(16)}`);
    const start = segment.offset + Number(address - segment.address);
    return this.bytes.subarray(start, start + sizeBytes);
  }
}
