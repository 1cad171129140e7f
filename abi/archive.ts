// Boot archive: the file `boot/modules`: a ustar archive, then a BootTrailer. Programs and the manifest travel in it.
// The kernel reads one thing of it: the program INIT_NAME, which it starts as the first process.
//
//   init begins as start.ts says. Its payload names these handles, and its one argument is the kernel's command line:
//     "system"   the System object, all rights          "archive"   Memory with the whole archive, Read and Grant
//   Its priority limit is the highest; it has no supervisor: when it ends, the kernel panics.
//
//   ustar: 512-byte blocks; a header block, then the file's bytes filled up to whole blocks; two zero blocks end the archive
//   Manual: POSIX.1 "pax", ustar interchange format

export const ARCHIVE_BLOCK_SIZE_BYTES: u32 = 512;
export const ARCHIVE_NAME_OFFSET: u32 = 0;
export const ARCHIVE_NAME_SIZE_MAX: u32 = 100;
/** The size as octal digits. */
export const ARCHIVE_SIZE_OFFSET: u32 = 124;
export const ARCHIVE_SIZE_DIGITS: u32 = 11;
export const ARCHIVE_CHECKSUM_OFFSET: u32 = 148;
export const ARCHIVE_CHECKSUM_SIZE_BYTES: u32 = 8;
/** "ustar" and a zero byte, as a little-endian number of 6 bytes. */
export const ARCHIVE_MAGIC_OFFSET: u32 = 257;
export const ARCHIVE_MAGIC: u64 = 0x7261_7473_75;

/** Archive member of the first process: ASCII "init". */
export const INIT_NAME: string = "init";
/** "system" and "archive" as StartHandle names. */
export const START_NAME_SYSTEM: u64 = 0x6d65_7473_7973;
export const START_NAME_ARCHIVE: u64 = 0x0065_7669_6863_7261;
/** Frames and pages: the same 4 KiB everywhere. */
export const PAGE_SIZE_BYTES: u64 = 4096;
