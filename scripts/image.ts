// Disk image: MBR, stage 2 in the gap, one active FAT32 partition. Boots by BIOS and by UEFI.
// Invariants: (1) same inputs, same bytes: fixed times, serial numbers and tool settings
//             (2) mtools does everything inside the file system; this file places sectors and the partition entry
//
//   sector 0        MBR: boot code, disk signature, one partition entry
//   sector 1 ..     stage 2, at most 64 sectors
//   sector 2048 ..  FAT32, type 0x0C, active:  EFI/BOOT/BOOTX64.EFI  boot/kernel  boot/modules  boot/cmdline

import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SOURCE_DATE_EPOCH_S } from "./image-archive.ts";

export { type ArchiveFile, appendBootTrailer, bootChecksum, buildArchive, SOURCE_DATE_EPOCH_S } from "./image-archive.ts";
export { assembleBoot, assembleInto, type BootPrograms } from "./image-assemble.ts";

/** Everything on the image. Absent files are left out, which only tests want. */
export interface ImageContents {
  readonly mbr: Uint8Array;
  readonly stage2: Uint8Array;
  readonly uefi?: Uint8Array;
  /** Kernel ELF with its boot trailer. */
  readonly kernel?: Uint8Array;
  /** Boot archive with its boot trailer. */
  readonly archive?: Uint8Array;
  readonly commandLine?: string;
}

/** Size and start of the file system, in sectors of 512 bytes. */
export const SECTOR_SIZE_BYTES = 512;
export const IMAGE_SECTORS = 64 * 2048;
export const PARTITION_START_SECTOR = 2048;
const PARTITION_SECTORS = IMAGE_SECTORS - PARTITION_START_SECTOR;
const STAGE2_SECTORS_MAX = 64;

const DISK_SIGNATURE = 0x544b_4d31;
const VOLUME_SERIAL = "544B4D31";
const VOLUME_LABEL = "MICROKERNEL";

/** Offsets in the MBR, and the partition entry's fields. Manual: UEFI 2.10 "Legacy Master Boot Record". */
const MBR_CODE_SIZE_MAX = 440;
const MBR_DISK_SIGNATURE = 440;
const MBR_FIRST_ENTRY = 446;
const MBR_BOOT_SIGNATURE = 510;
const PARTITION_ACTIVE = 0x80;
const PARTITION_TYPE_FAT32_LBA = 0x0c;
/** Cylinder, head and sector "beyond what can be told": use the sector numbers. */
const CHS_SATURATED = [0xfe, 0xff, 0xff] as const;

function masterBootRecord(code: Uint8Array): Uint8Array {
  if (code.length > MBR_CODE_SIZE_MAX) throw new Error(`the MBR code has ${code.length} bytes, more than ${MBR_CODE_SIZE_MAX}`);
  const sector = new Uint8Array(SECTOR_SIZE_BYTES);
  const view = new DataView(sector.buffer);
  sector.set(code);
  view.setUint32(MBR_DISK_SIGNATURE, DISK_SIGNATURE, true);
  sector[MBR_FIRST_ENTRY] = PARTITION_ACTIVE;
  sector.set(CHS_SATURATED, MBR_FIRST_ENTRY + 1);
  sector[MBR_FIRST_ENTRY + 4] = PARTITION_TYPE_FAT32_LBA;
  sector.set(CHS_SATURATED, MBR_FIRST_ENTRY + 5);
  view.setUint32(MBR_FIRST_ENTRY + 8, PARTITION_START_SECTOR, true);
  view.setUint32(MBR_FIRST_ENTRY + 12, PARTITION_SECTORS, true);
  view.setUint16(MBR_BOOT_SIGNATURE, 0xaa55, true);
  return sector;
}

/** Runs one of the mtools on the image's file system, in a time zone, locale and configuration of our own. */
export function runMtools(tool: string, imageFile: string, parameters: readonly string[]): void {
  const volume = `${imageFile}@@${PARTITION_START_SECTOR * SECTOR_SIZE_BYTES}`;
  const result = spawnSync(tool, ["-i", volume, ...parameters], {
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      LC_ALL: "C",
      TZ: "UTC",
      MTOOLSRC: "/dev/null",
      MTOOLS_SKIP_CHECK: "1",
      SOURCE_DATE_EPOCH: String(SOURCE_DATE_EPOCH_S),
    },
  });
  if (result.error !== undefined) throw new Error(`${tool} could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${tool} ${parameters.join(" ")}: ${result.stderr.trim() || `status ${result.status}`}`);
}

function makeFileSystem(imageFile: string): void {
  runMtools("mformat", imageFile, [
    "-F",
    "-c",
    "1",
    "-T",
    String(PARTITION_SECTORS),
    "-H",
    String(PARTITION_START_SECTOR),
    "-h",
    "255",
    "-s",
    "63",
    "-N",
    VOLUME_SERIAL,
    "-v",
    VOLUME_LABEL,
    "::",
  ]);
  runMtools("mmd", imageFile, ["::/EFI", "::/EFI/BOOT", "::/boot"]);
}

/** Copies bytes to a path (as "boot/kernel") of the image's file system, replacing what is there. */
export function writeImageFile(imageFile: string, path: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-image-"));
  try {
    const source = join(folder, "source");
    writeFileSync(source, bytes);
    runMtools("mcopy", imageFile, ["-o", source, `::/${path}`]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeSectors(imageFile: string, contents: ImageContents): void {
  if (contents.stage2.length > STAGE2_SECTORS_MAX * SECTOR_SIZE_BYTES) throw new Error("stage 2 is too long");
  mkdirSync(dirname(imageFile), { recursive: true });
  const file = openSync(imageFile, "w");
  try {
    ftruncateSync(file, IMAGE_SECTORS * SECTOR_SIZE_BYTES);
    writeSync(file, masterBootRecord(contents.mbr), 0, SECTOR_SIZE_BYTES, 0);
    writeSync(file, contents.stage2, 0, contents.stage2.length, SECTOR_SIZE_BYTES);
  } finally {
    closeSync(file);
  }
}

/** Makes the disk image, a sparse file of 64 MiB, anew. */
export function buildImage(imageFile: string, contents: ImageContents): void {
  writeSectors(imageFile, contents);
  makeFileSystem(imageFile);
  if (contents.uefi !== undefined) writeImageFile(imageFile, "EFI/BOOT/BOOTX64.EFI", contents.uefi);
  if (contents.kernel !== undefined) writeImageFile(imageFile, "boot/kernel", contents.kernel);
  if (contents.archive !== undefined) writeImageFile(imageFile, "boot/modules", contents.archive);
  if (contents.commandLine !== undefined) writeImageFile(imageFile, "boot/cmdline", Buffer.from(contents.commandLine, "latin1"));
}
