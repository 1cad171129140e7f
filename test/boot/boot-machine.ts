// Boot machine: what the boot tests share: the test kernel and its images, and the report it prints.
// Owns:       build/test/boot/<name>: one folder a test file, since test files run at the same time.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ExecutionContext } from "ava";
import { KERNEL_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import {
  appendBootTrailer,
  assembleBoot,
  assembleInto,
  type BootPrograms,
  buildArchive,
  buildImage,
  type ImageContents,
} from "../../scripts/image.ts";
import { debugExitStatus, type Guest, type GuestOptions, withGuest } from "../../scripts/qemu/guest.ts";
import { readVgaText } from "../../scripts/qemu/screen.ts";

declare const REPOSITORY_ROOT: string;

/** What the test kernel writes to the debug-exit port at its end. */
const TEST_KERNEL_PASS = 0x10;
const ARCHIVE_WORD_SIZE_BYTES = 8;

/** Everything one test file boots from. */
export interface BootParts {
  readonly folder: string;
  readonly programs: BootPrograms;
  /** Kernel file with trailer. */
  readonly kernel: Uint8Array;
  /** Archive with trailer. */
  readonly archive: Uint8Array;
}

/** Assembles and links all parts into the test file's folder. */
export function buildBootParts(name: string): BootParts {
  const folder = join(REPOSITORY_ROOT, "build", "test", "boot", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const programs = assembleBoot(folder);
  const kernelObject = join(folder, "test-kernel.o");
  assembleInto(kernelObject, "test/boot/test-kernel.asm", "elf64", [join(folder, "abi")]);
  const objects = [kernelObject, programs.pvh].map((path) => readElfObject(readFileSync(path), path));
  const linked = link(objects, KERNEL_LAYOUT, { roots: ["pvh_entry"] });
  if (linked.bytes === undefined) throw new Error(linked.errors.join("\n"));
  const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) ^ (index >> 8));
  const archive = buildArchive([
    { name: "first", bytes: Buffer.from("hello\n") },
    { name: "second", bytes: content },
  ]);
  return { folder, programs, kernel: appendBootTrailer(linked.bytes), archive: appendBootTrailer(archive) };
}

/** Makes an image of the parts; what is given replaces a part, or leaves it out by undefined. */
export function makeImage(parts: BootParts, name: string, changes: Partial<ImageContents> = {}): string {
  const image = join(parts.folder, `${name}.img`);
  buildImage(image, {
    mbr: readFileSync(parts.programs.mbr),
    stage2: readFileSync(parts.programs.stage2),
    uefi: readFileSync(parts.programs.uefi),
    kernel: parts.kernel,
    archive: parts.archive,
    ...changes,
  });
  return image;
}

/** Writes bytes into the folder and gives the path, for -kernel and -initrd. */
export function writePart(parts: BootParts, name: string, bytes: Uint8Array): string {
  const path = join(parts.folder, name);
  writeFileSync(path, bytes);
  return path;
}

export interface ReportedRegion {
  readonly base: bigint;
  readonly sizeBytes: bigint;
  readonly kind: number;
}

/** What the test kernel found in its BootInfo. */
export interface Report {
  /** Every line `name=hexadecimal`. */
  readonly fields: ReadonlyMap<string, bigint>;
  readonly regions: readonly ReportedRegion[];
  readonly commandLine: string;
}

/** Reads the report out of all that came over the serial line. */
export function readReport(serial: string): Report {
  const fields = new Map<string, bigint>();
  const regions: ReportedRegion[] = [];
  let commandLine = "";
  for (const line of serial.split(/\r?\n/)) {
    const field = /^([\w.]+)=([0-9a-f]{16})$/.exec(line);
    const region = /^region=([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9a-f]{16})$/.exec(line);
    const text = /^commandLine=(.*)$/.exec(line);
    if (field !== null) fields.set(field[1], BigInt(`0x${field[2]}`));
    if (region !== null)
      regions.push({ base: BigInt(`0x${region[1]}`), sizeBytes: BigInt(`0x${region[2]}`), kind: Number(`0x${region[3]}`) });
    if (text !== null) commandLine = text[1];
  }
  return { fields, regions, commandLine };
}

/** Boots to the test kernel's end and gives its report. */
export async function bootToReport(options: GuestOptions): Promise<Report> {
  return withGuest(options, async (guest) => {
    const status = await guest.waitForExit(45_000);
    if (status !== debugExitStatus(TEST_KERNEL_PASS)) throw guest.failure(`QEMU ended with status ${status}`);
    return readReport(guest.serial.text);
  });
}

/** Boots the image into its failure: the message must come on the serial line, and no reset may follow it. */
export async function bootToMessage(options: GuestOptions, message: string, look?: (guest: Guest) => Promise<void>): Promise<void> {
  await withGuest(options, async (guest) => {
    await guest.waitFor(message, 45_000);
    await look?.(guest);
  });
}

const SCREEN_TIMEOUT_MS = 5000;
const SCREEN_POLL_MS = 50;

/** Waits until the VGA text screen shows the text, wherever its lines break. */
export async function waitForScreen(guest: Guest, text: string): Promise<void> {
  const wanted = text.replaceAll(" ", "");
  for (let waitedMs = 0; waitedMs < SCREEN_TIMEOUT_MS; waitedMs += SCREEN_POLL_MS) {
    const screen = await readVgaText(guest);
    if (screen.join("").replaceAll(" ", "").includes(wanted)) return;
    await delay(SCREEN_POLL_MS);
  }
  throw guest.failure(`the screen does not show "${text}"`);
}

/** The test kernel's checksum over an archive, computed here. */
export function archiveSum(archive: Uint8Array): bigint {
  const words = new DataView(archive.buffer, archive.byteOffset);
  let sum = 0n;
  for (let offset = 0; offset + ARCHIVE_WORD_SIZE_BYTES <= archive.length; offset += ARCHIVE_WORD_SIZE_BYTES) {
    sum = BigInt.asUintN(64, (sum << 1n) | (sum >> 63n));
    sum = BigInt.asUintN(64, sum + words.getBigUint64(offset, true));
  }
  return sum;
}

const MEMORY_KIND_USABLE = 1;
const MEMORY_KIND_LOADER = 6;
const LARGE_PAGE_SIZE_BYTES = 0x20_0000n;
const BOOT_INFO_MAGIC = Buffer.from("TSMKBOOT").readBigUInt64LE();
const ADDRESS_END_4_GIB = 1n << 32n;

function isWithin(region: ReportedRegion, base: bigint, sizeBytes: bigint): boolean {
  return base >= region.base && base + sizeBytes <= region.base + region.sizeBytes;
}

/** Checks what every boot path promises, whatever the machine. */
export function assertContract(t: ExecutionContext, report: Report, parts: BootParts, source: number): void {
  const field = (name: string): bigint => report.fields.get(name) ?? -1n;
  const isLoaders = (base: bigint, sizeBytes: bigint): boolean =>
    report.regions.some((region) => region.kind === MEMORY_KIND_LOADER && isWithin(region, base, sizeBytes));
  t.is(field("end"), 1n);
  t.is(field("entry.flags"), 0n);
  t.is(field("entry.stackMisalignment"), 0n);
  t.is(field("magic"), BOOT_INFO_MAGIC);
  t.is(field("version"), 1n);
  t.is(field("sizeBytes"), 132n);
  t.is(field("source"), BigInt(source));
  t.true(field("tscAtEntry") > 0n);
  t.is(field("kernelBase") % LARGE_PAGE_SIZE_BYTES, 0n);
  t.is(field("image.word"), 0x1122_3344_5566_7788n);
  t.is(field("image.identity"), 0x1122_3344_5566_7788n);
  t.is(field("image.bss"), 0n);
  t.is(field("archiveSizeBytes"), BigInt(parts.archive.length));
  t.is(field("archiveBase") % 4096n, 0n);
  t.is(field("archive.sum"), archiveSum(parts.archive));
  t.true(isLoaders(field("kernelBase"), field("kernelSizeBytes")));
  t.true(isLoaders(field("archiveBase"), field("archiveSizeBytes")));
  t.true(isLoaders(field("bootInfo"), field("sizeBytes")));
  t.true(field("archiveBase") + field("archiveSizeBytes") <= ADDRESS_END_4_GIB);
  t.is(Number(field("regionCount")), report.regions.length);
  t.true(report.regions.every((region) => region.sizeBytes > 0n && region.kind >= MEMORY_KIND_USABLE && region.kind <= MEMORY_KIND_LOADER));
}

/** Usable memory of the report in MiB, loader's own included. */
export function memoryMib(report: Report): number {
  const usable = report.regions.filter((region) => region.kind === MEMORY_KIND_USABLE);
  return Number(usable.reduce((total, region) => total + region.sizeBytes, 0n) >> 20n);
}
