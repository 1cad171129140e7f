// ELF symbols: names, addresses and places in the file, read out of an ELF64 executable without the compiler's own reader.
// Manual: ELF-64 Object File Format, "Section Header Table", "Symbol Table", "Program Header Table"

const SYMBOL_TABLE = 2;
const SYMBOL_SIZE_BYTES = 24;
const SEGMENT_LOAD = 1;

export interface ElfSymbol {
  name: string;
  address: bigint;
}

function sectionHeaders(elf: Buffer): Buffer[] {
  const offset = Number(elf.readBigUInt64LE(40));
  const sizeBytes = elf.readUInt16LE(58);
  return Array.from({ length: elf.readUInt16LE(60) }, (_, index) => elf.subarray(offset + index * sizeBytes));
}

/** The symbols of the file's symbol table; none if it has none. */
export function readSymbols(elf: Buffer): ElfSymbol[] {
  const headers = sectionHeaders(elf);
  const table = headers.find((header) => header.readUInt32LE(4) === SYMBOL_TABLE);
  const strings = table && headers[table.readUInt32LE(40)];
  if (table === undefined || strings === undefined) return [];
  const namesOffset = Number(strings.readBigUInt64LE(24));
  const symbolsOffset = Number(table.readBigUInt64LE(24));
  return Array.from({ length: Number(table.readBigUInt64LE(32)) / SYMBOL_SIZE_BYTES }, (_, index) => {
    const symbol = elf.subarray(symbolsOffset + index * SYMBOL_SIZE_BYTES);
    const start = namesOffset + symbol.readUInt32LE(0);
    return { name: elf.toString("latin1", start, elf.indexOf(0, start)), address: symbol.readBigUInt64LE(8) };
  });
}

/** Where in the file the byte lies that is loaded at the address. */
export function fileOffset(elf: Buffer, address: bigint): number {
  const offset = Number(elf.readBigUInt64LE(32));
  const sizeBytes = elf.readUInt16LE(54);
  for (let index = 0; index < elf.readUInt16LE(56); index++) {
    const header = elf.subarray(offset + index * sizeBytes);
    const start = header.readBigUInt64LE(16);
    const isInside = address >= start && address < start + header.readBigUInt64LE(32);
    if (header.readUInt32LE(0) === SEGMENT_LOAD && isInside) return Number(header.readBigUInt64LE(8) + address - start);
  }
  throw new Error(`no segment of the file holds 0x${address.toString(16)}`);
}
