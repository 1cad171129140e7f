// ELF stripping: an executable without what only tools read: sections, symbols, debug information. What is loaded stays byte for byte.

import { ELF_HEADER_SIZE_BYTES, PROGRAM_HEADER_SIZE_BYTES } from "./elf.ts";

// Offsets in the ELF header and in a program header.
const PROGRAM_HEADERS_OFFSET = 0x20;
const SECTION_HEADERS_OFFSET = 0x28;
const PROGRAM_HEADER_COUNT = 0x38;
const SECTION_HEADER_COUNT = 0x3c;
const SECTION_NAMES_INDEX = 0x3e;
const SEGMENT_OFFSET = 0x08;
const SEGMENT_FILE_SIZE = 0x20;

/** Requires: an ELF64 executable whose sections outside the segments stand behind them, as elf-writer.ts puts them. */
export function stripExecutable(executable: Uint8Array): Uint8Array {
  const view = new DataView(executable.buffer, executable.byteOffset, executable.byteLength);
  const headers = Number(view.getBigUint64(PROGRAM_HEADERS_OFFSET, true));
  const count = view.getUint16(PROGRAM_HEADER_COUNT, true);
  let end = Math.max(ELF_HEADER_SIZE_BYTES, headers + count * PROGRAM_HEADER_SIZE_BYTES);
  for (let index = 0; index < count; index++) {
    const header = headers + index * PROGRAM_HEADER_SIZE_BYTES;
    const segmentEnd = view.getBigUint64(header + SEGMENT_OFFSET, true) + view.getBigUint64(header + SEGMENT_FILE_SIZE, true);
    end = Math.max(end, Number(segmentEnd));
  }
  const stripped = executable.slice(0, end);
  const strippedView = new DataView(stripped.buffer);
  strippedView.setBigUint64(SECTION_HEADERS_OFFSET, 0n, true);
  strippedView.setUint16(SECTION_HEADER_COUNT, 0, true);
  strippedView.setUint16(SECTION_NAMES_INDEX, 0, true);
  return stripped;
}
