// Archive: finds a file in the boot archive.
// Invariants: (1) every number of the archive is checked before use
// Called:     from init-process.ts
// Manual:     POSIX.1 "pax", ustar interchange format

import { loadU8, loadU16, loadU32, stringUnitsAddress } from "tsmetal/unsafe";
import {
  ARCHIVE_BLOCK_SIZE_BYTES,
  ARCHIVE_MAGIC,
  ARCHIVE_MAGIC_OFFSET,
  ARCHIVE_NAME_OFFSET,
  ARCHIVE_SIZE_DIGITS,
  ARCHIVE_SIZE_OFFSET,
} from "../abi/archive.ts";

const BLOCK: u64 = u64(ARCHIVE_BLOCK_SIZE_BYTES);
const DIGIT_ZERO: u8 = 0x30;
export const NOT_FOUND: u64 = 0xffff_ffff_ffff_ffff;

function hasMagic(header: u64): boolean {
  const magic: u64 = header + u64(ARCHIVE_MAGIC_OFFSET);
  return (u64(loadU32(magic)) | (u64(loadU16(magic + 4)) << 32)) === ARCHIVE_MAGIC;
}

function isNamed(header: u64, name: string): boolean {
  const text: u64 = header + u64(ARCHIVE_NAME_OFFSET);
  const units: u64 = stringUnitsAddress(name);
  const length: u64 = u64(u32(name.length));
  for (let index: u64 = 0; index < length; index++) {
    if (loadU8(text + index) !== loadU8(units + index)) return false;
  }
  return loadU8(text + length) === 0;
}

/** The size field of a header, or NOT_FOUND when it is not octal. */
export function archiveFileSize(header: u64): u64 {
  let size: u64 = 0;
  for (let index: u64 = 0; index < u64(ARCHIVE_SIZE_DIGITS); index++) {
    const digit: u8 = loadU8(header + u64(ARCHIVE_SIZE_OFFSET) + index) - DIGIT_ZERO;
    if (digit > 7) return NOT_FOUND;
    size = (size << 3) | u64(digit);
  }
  return size;
}

/** Offset of the named file's header, or NOT_FOUND. `archive` is a kernel address. */
export function findInArchive(archive: u64, sizeBytes: u64, name: string): u64 {
  let offset: u64 = 0;
  while (offset + BLOCK <= sizeBytes && hasMagic(archive + offset)) {
    const fileSize: u64 = archiveFileSize(archive + offset);
    if (fileSize > sizeBytes - offset - BLOCK) return NOT_FOUND;
    if (isNamed(archive + offset, name)) return offset;
    offset += BLOCK + ((fileSize + BLOCK - 1) & ~(BLOCK - 1));
  }
  return NOT_FOUND;
}
