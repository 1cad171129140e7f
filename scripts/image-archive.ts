// Boot archive and boot trailer: the host's writers of what abi/boot-info.ts describes and the loaders verify.
// Invariants: (1) the bytes depend on names and contents only: no host time, owner or mode gets in
// Manual: POSIX.1 pax, "ustar Interchange Format"

/** A member of the boot archive: a path with forward slashes, at most 100 bytes of ASCII, and its content. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 2026-01-01T00:00:00Z: the time of every file in the archive and on the image. */
export const SOURCE_DATE_EPOCH_S = 1_767_225_600;

const BLOCK_SIZE_BYTES = 512;
const NAME_SIZE_MAX = 100;
const TRAILER_SIZE_BYTES = 16;
const TRAILER_MAGIC = "TSMKTAIL";
const CHECKSUM_START = 0x811c_9dc5;
const CHECKSUM_PRIME = 0x0100_0193;

/** Offsets and sizes of the ustar header's fields that are not left zero. */
const USTAR = {
  name: 0,
  mode: 100,
  owner: 108,
  group: 116,
  sizeBytes: 124,
  modifiedS: 136,
  checksum: 148,
  type: 156,
  magic: 257,
  ownerName: 265,
  groupName: 297,
} as const;

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

function writeText(header: Uint8Array, offset: number, text: string): void {
  for (let index = 0; index < text.length; index++) header[offset + index] = text.charCodeAt(index);
}

function writeOctal(header: Uint8Array, offset: number, digits: number, value: number): void {
  writeText(header, offset, value.toString(8).padStart(digits, "0"));
}

function ustarHeader(file: ArchiveFile): Uint8Array {
  if (file.name.length > NAME_SIZE_MAX || !/^[\x21-\x7e]+$/.test(file.name) || file.name.startsWith("/")) {
    throw new Error(`boot archive: the name "${file.name}" is not a relative path of at most ${NAME_SIZE_MAX} ASCII characters`);
  }
  const header = new Uint8Array(BLOCK_SIZE_BYTES);
  writeText(header, USTAR.name, file.name);
  writeOctal(header, USTAR.mode, 7, 0o644);
  writeOctal(header, USTAR.owner, 7, 0);
  writeOctal(header, USTAR.group, 7, 0);
  writeOctal(header, USTAR.sizeBytes, 11, file.bytes.length);
  writeOctal(header, USTAR.modifiedS, 11, SOURCE_DATE_EPOCH_S);
  writeText(header, USTAR.checksum, "        "); // the sum is taken with its own field blank
  writeText(header, USTAR.type, "0");
  writeText(header, USTAR.magic, "ustar\x0000");
  writeText(header, USTAR.ownerName, "root");
  writeText(header, USTAR.groupName, "root");
  const sum = header.reduce((total, byte) => total + byte, 0);
  writeText(header, USTAR.checksum, `${sum.toString(8).padStart(6, "0")}\0 `);
  return header;
}

/** The files as one ustar archive, in the order given; a name may occur once. The boot trailer is not yet on it. */
export function buildArchive(files: readonly ArchiveFile[]): Uint8Array {
  const names = new Set(files.map((file) => file.name));
  if (names.size !== files.length) throw new Error("boot archive: a name occurs twice");
  const sizeBytes = files.reduce((total, file) => total + BLOCK_SIZE_BYTES + roundUp(file.bytes.length, BLOCK_SIZE_BYTES), 0);
  const archive = new Uint8Array(sizeBytes + 2 * BLOCK_SIZE_BYTES);
  let offset = 0;
  for (const file of files) {
    archive.set(ustarHeader(file), offset);
    archive.set(file.bytes, offset + BLOCK_SIZE_BYTES);
    offset += BLOCK_SIZE_BYTES + roundUp(file.bytes.length, BLOCK_SIZE_BYTES);
  }
  return archive;
}

/** Checksum of BootTrailer and of stage 2. Requires: a length that is a multiple of 4. */
export function bootChecksum(content: Uint8Array): number {
  if (content.length % 4 !== 0) throw new Error("boot checksum: the length is not a multiple of 4");
  const words = new DataView(content.buffer, content.byteOffset, content.length);
  let checksum = CHECKSUM_START;
  for (let offset = 0; offset < content.length; offset += 4) {
    checksum = Math.imul(checksum ^ words.getUint32(offset, true), CHECKSUM_PRIME);
  }
  return checksum >>> 0;
}

/** A boot file (kernel ELF or archive) as the loaders want it: padded to a multiple of 4, then a BootTrailer. */
export function appendBootTrailer(content: Uint8Array): Uint8Array {
  const paddedSize = roundUp(content.length, 4);
  const file = new Uint8Array(paddedSize + TRAILER_SIZE_BYTES);
  file.set(content);
  writeText(file, paddedSize, TRAILER_MAGIC);
  const trailer = new DataView(file.buffer, paddedSize);
  trailer.setUint32(8, content.length, true);
  trailer.setUint32(12, bootChecksum(file.subarray(0, paddedSize)), true);
  return file;
}
