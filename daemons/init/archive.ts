// Archive: the boot archive's files by name. A ustar archive that the kernel checked as a whole and gave to init.
// Invariants: (1) a size that leaves the archive ends the search: nothing outside it is ever touched
// Manual:     POSIX.1 "pax", ustar interchange format; abi/archive.ts

import { loadU8 } from "tsmetal/unsafe";
import {
  ARCHIVE_BLOCK_SIZE_BYTES,
  ARCHIVE_NAME_OFFSET,
  ARCHIVE_NAME_SIZE_MAX,
  ARCHIVE_SIZE_DIGITS,
  ARCHIVE_SIZE_OFFSET,
} from "../../abi/archive.ts";

const DIGIT_ZERO: u32 = 0x30;
const DIGIT_SEVEN: u32 = 0x37;

export class Archive {
  private readonly base: u64;
  private readonly sizeBytes: u64;
  /** Of the file found last. */
  fileOffset: u64 = 0;
  fileSizeBytes: u64 = 0;

  constructor(base: u64, sizeBytes: u64) {
    this.base = base;
    this.sizeBytes = sizeBytes;
  }

  /** Finds a file; fileOffset and fileSizeBytes then say where it lies. */
  find(nameAddress: u64, nameLength: u64): boolean {
    const block: u64 = u64(ARCHIVE_BLOCK_SIZE_BYTES);
    let header: u64 = 0;
    while (header + block <= this.sizeBytes && loadU8(this.base + header) !== 0) {
      const size: u64 = this.readSize(header);
      if (size > this.sizeBytes - header - block) return false;
      if (this.hasName(header, nameAddress, nameLength)) {
        this.fileOffset = header + block;
        this.fileSizeBytes = size;
        return true;
      }
      header += block + ((size + block - 1) / block) * block;
    }
    return false;
  }

  /** Address of the archive's first byte. */
  start(): u64 {
    return this.base;
  }

  /** Address of the file found last. */
  fileAddress(): u64 {
    return this.base + this.fileOffset;
  }

  private hasName(header: u64, nameAddress: u64, nameLength: u64): boolean {
    if (nameLength >= u64(ARCHIVE_NAME_SIZE_MAX)) return false;
    const name: u64 = this.base + header + u64(ARCHIVE_NAME_OFFSET);
    for (let i: u64 = 0; i < nameLength; i++) {
      if (loadU8(name + i) !== loadU8(nameAddress + i)) return false;
    }
    return loadU8(name + nameLength) === 0;
  }

  private readSize(header: u64): u64 {
    let size: u64 = 0;
    for (let i: u64 = 0; i < u64(ARCHIVE_SIZE_DIGITS); i++) {
      const digit: u32 = u32(loadU8(this.base + header + u64(ARCHIVE_SIZE_OFFSET) + i));
      if (digit < DIGIT_ZERO || digit > DIGIT_SEVEN) break;
      size = size * 8 + u64(digit - DIGIT_ZERO);
    }
    return size;
  }
}
