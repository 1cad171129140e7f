// Program file: what init reads in an ELF64 executable itself: where its backtrace table lies in the file. The kernel does the loading.
// Invariants: (1) every offset is checked against the file before it is followed
// Manual:     System V ABI, "Object Files": ELF header, section header table

import { loadU16, loadU32, loadU64 } from "tsmetal/unsafe";
import { isTable } from "../../runtime/core/errors/backtrace-table.ts";
import { isText, textLength } from "../../runtime/user/process.ts";

const ELF_MAGIC: u32 = 0x464c_457f;
const HEADER_SIZE_BYTES: u64 = 64;
const SECTION_HEADERS_OFFSET: u64 = 0x28;
const SECTION_COUNT_OFFSET: u64 = 0x3c;
const SECTION_NAMES_INDEX_OFFSET: u64 = 0x3e;

const SECTION_HEADER_SIZE: u64 = 64;
const SECTION_NAME: u64 = 0;
const SECTION_FILE_OFFSET: u64 = 24;
const SECTION_SIZE: u64 = 32;

const TABLE_SECTION: string = ".backtrace";

/** Address of the table inside the file, or 0. Requires: the file's bytes are mapped. */
export function findBacktraceTable(file: u64, sizeBytes: u64): u64 {
  if (sizeBytes < HEADER_SIZE_BYTES || loadU32(file) !== ELF_MAGIC) return 0;
  const headers: u64 = loadU64(file + SECTION_HEADERS_OFFSET);
  const count: u64 = u64(loadU16(file + SECTION_COUNT_OFFSET));
  const namesIndex: u64 = u64(loadU16(file + SECTION_NAMES_INDEX_OFFSET));
  if (namesIndex >= count || headers > sizeBytes || count * SECTION_HEADER_SIZE > sizeBytes - headers) return 0;
  const names: u64 = file + headers + namesIndex * SECTION_HEADER_SIZE;
  for (let index: u64 = 0; index < count; index++) {
    const section: u64 = file + headers + index * SECTION_HEADER_SIZE;
    if (!isInFile(section, sizeBytes) || !isInFile(names, sizeBytes) || !hasName(file, names, section)) continue;
    const start: u64 = file + loadU64(section + SECTION_FILE_OFFSET);
    return isTable(start, start + loadU64(section + SECTION_SIZE)) ? start : 0;
  }
  return 0;
}

function isInFile(section: u64, fileSizeBytes: u64): boolean {
  const offset: u64 = loadU64(section + SECTION_FILE_OFFSET);
  return offset <= fileSizeBytes && loadU64(section + SECTION_SIZE) <= fileSizeBytes - offset;
}

function hasName(file: u64, names: u64, section: u64): boolean {
  const name: u64 = u64(loadU32(section + SECTION_NAME));
  const namesSize: u64 = loadU64(names + SECTION_SIZE);
  if (name >= namesSize || namesSize - name <= u64(TABLE_SECTION.length)) return false;
  const address: u64 = file + loadU64(names + SECTION_FILE_OFFSET) + name;
  return isText(address, textLength(address), TABLE_SECTION);
}
