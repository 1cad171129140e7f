// ELF stripping: an executable without what only tools read: symbols and debug information. What is loaded stays byte for byte, and so do
// the headers of its sections: a supervisor finds the backtrace table of a process by them.

import { ByteWriter } from "../support/byte-writer.ts";
import { ELF_HEADER_SIZE_BYTES, PROGRAM_HEADER_SIZE_BYTES } from "./elf.ts";

// Offsets in the ELF header, in a program header and in a section header.
const PROGRAM_HEADERS_OFFSET = 0x20;
const SECTION_HEADERS_OFFSET = 0x28;
const PROGRAM_HEADER_COUNT = 0x38;
const SECTION_HEADER_COUNT = 0x3c;
const SECTION_NAMES_INDEX = 0x3e;
const SEGMENT_OFFSET = 0x08;
const SEGMENT_FILE_SIZE = 0x20;
const SECTION_NAME = 0x00;
const SECTION_TYPE = 0x04;
const SECTION_FLAGS = 0x08;
const SECTION_FILE_OFFSET = 0x18;
const SECTION_SIZE = 0x20;
const SECTION_ALIGNMENT = 0x30;

const SECTION_HEADER_SIZE_BYTES = 64;
const SHF_ALLOC = 2n;
const SHT_STRTAB = 3;
const NAMES_SECTION = ".shstrtab";

/** Requires: an ELF64 executable whose sections outside the segments stand behind them, as elf-writer.ts puts them. */
export function stripExecutable(given: Uint8Array): Uint8Array {
  // A copy, and no Buffer: parts of those share memory.
  const executable = new Uint8Array(given);
  const view = new DataView(executable.buffer);
  const loaded = executable.subarray(0, endOfSegments(view));
  const sections = loadedSections(executable, view);
  if (sections.length === 0) return withSectionTable(loaded, 0, 0);

  const names = new ByteWriter(64);
  names.u8(0);
  const table = new ByteWriter((sections.length + 2) * SECTION_HEADER_SIZE_BYTES);
  table.zeros(SECTION_HEADER_SIZE_BYTES);
  for (const { name, header } of sections) {
    const renamed = header.slice();
    new DataView(renamed.buffer).setUint32(SECTION_NAME, names.length, true);
    table.bytes(renamed);
    names.string(name);
  }
  const nameOffset = names.length;
  names.string(NAMES_SECTION);
  table.bytes(namesHeader(nameOffset, loaded.length, names.length));

  const file = new ByteWriter(loaded.length + names.length + table.length + 8);
  file.bytes(loaded);
  file.bytes(names.toBytes());
  file.align(8);
  const tableOffset = file.length;
  file.bytes(table.toBytes());
  return withSectionTable(file.toBytes(), tableOffset, sections.length + 2);
}

function endOfSegments(view: DataView): number {
  const headers = Number(view.getBigUint64(PROGRAM_HEADERS_OFFSET, true));
  const count = view.getUint16(PROGRAM_HEADER_COUNT, true);
  let end = Math.max(ELF_HEADER_SIZE_BYTES, headers + count * PROGRAM_HEADER_SIZE_BYTES);
  for (let index = 0; index < count; index++) {
    const header = headers + index * PROGRAM_HEADER_SIZE_BYTES;
    const segmentEnd = view.getBigUint64(header + SEGMENT_OFFSET, true) + view.getBigUint64(header + SEGMENT_FILE_SIZE, true);
    end = Math.max(end, Number(segmentEnd));
  }
  return end;
}

function loadedSections(executable: Uint8Array, view: DataView): { name: string; header: Uint8Array }[] {
  const start = Number(view.getBigUint64(SECTION_HEADERS_OFFSET, true));
  const headerAt = (index: number): number => start + index * SECTION_HEADER_SIZE_BYTES;
  const indices = [...Array(view.getUint16(SECTION_HEADER_COUNT, true)).keys()];
  const names = headerAt(view.getUint16(SECTION_NAMES_INDEX, true));
  return indices
    .filter((index) => (view.getBigUint64(headerAt(index) + SECTION_FLAGS, true) & SHF_ALLOC) !== 0n)
    .map((index) => {
      const nameStart = Number(view.getBigUint64(names + SECTION_FILE_OFFSET, true)) + view.getUint32(headerAt(index) + SECTION_NAME, true);
      const name = new TextDecoder().decode(executable.subarray(nameStart, executable.indexOf(0, nameStart)));
      return { name, header: executable.slice(headerAt(index), headerAt(index + 1)) };
    });
}

function namesHeader(nameOffset: number, fileOffset: number, sizeBytes: number): Uint8Array {
  const header = new Uint8Array(SECTION_HEADER_SIZE_BYTES);
  const view = new DataView(header.buffer);
  view.setUint32(SECTION_NAME, nameOffset, true);
  view.setUint32(SECTION_TYPE, SHT_STRTAB, true);
  view.setBigUint64(SECTION_FILE_OFFSET, BigInt(fileOffset), true);
  view.setBigUint64(SECTION_SIZE, BigInt(sizeBytes), true);
  view.setBigUint64(SECTION_ALIGNMENT, 1n, true);
  return header;
}

/** The file with another section header table, its names in the last section; count 0 for none. */
function withSectionTable(file: Uint8Array, offset: number, count: number): Uint8Array {
  const changed = file.slice();
  const view = new DataView(changed.buffer);
  view.setBigUint64(SECTION_HEADERS_OFFSET, BigInt(offset), true);
  view.setUint16(SECTION_HEADER_COUNT, count, true);
  view.setUint16(SECTION_NAMES_INDEX, Math.max(0, count - 1), true);
  return changed;
}
