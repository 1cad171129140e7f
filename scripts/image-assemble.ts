// Boot programs: assembles boot/*.asm and seals stage 2, whose header proves it whole to the MBR.
// Invariants: (1) flat binaries come from nasm alone; only the two checked fields of the stage 2 header are written here

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { writeAbiIncludes } from "./abi-include.ts";
import { bootChecksum } from "./image-archive.ts";

declare const REPOSITORY_ROOT: string;

/** Where assembleBoot left its results. */
export interface BootPrograms {
  readonly mbr: string;
  readonly stage2: string;
  readonly uefi: string;
  /** ELF object to be linked into the kernel. */
  readonly pvh: string;
}

const STAGE2_MAGIC = "TSM2";
const STAGE2_CHECKSUM_OFFSET = 8;
const STAGE2_HEADER_SIZE_BYTES = 12;
const SECTOR_SIZE_BYTES = 512;

/** Assembles one nasm source of the repository. Errors carry nasm's own words, with paths relative to the repository. */
export function assemble(
  source: string,
  output: string,
  format: "bin" | "elf64",
  includes: readonly string[],
  defines: readonly string[] = [],
): void {
  const sourcePath = join(REPOSITORY_ROOT, source);
  const folders = includes.flatMap((folder) => ["-I", `${relative(REPOSITORY_ROOT, folder) || "."}/`]);
  const definitions = defines.map((define) => `-D${define}`);
  const result = spawnSync(
    "nasm",
    ["-f", format, "-Werror", ...folders, ...definitions, relative(REPOSITORY_ROOT, sourcePath), "-o", output],
    {
      cwd: REPOSITORY_ROOT,
      encoding: "utf8",
    },
  );
  if (result.error !== undefined) throw new Error(`nasm could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`nasm: ${source} does not assemble\n${result.stderr}`);
}

/** Writes length and checksum of stage 2 into its header; see boot/stage2.asm for the layout. */
export function sealStage2(assembled: Uint8Array): Uint8Array {
  const magic = String.fromCharCode(...assembled.subarray(0, STAGE2_MAGIC.length));
  if (magic !== STAGE2_MAGIC || assembled.length % SECTOR_SIZE_BYTES !== 0) {
    throw new Error("stage 2 does not begin with its header or is not made of whole sectors");
  }
  const sealed = Uint8Array.from(assembled);
  const checksum = bootChecksum(sealed.subarray(STAGE2_HEADER_SIZE_BYTES));
  new DataView(sealed.buffer).setUint32(STAGE2_CHECKSUM_OFFSET, checksum, true);
  return sealed;
}

/** Assembles all boot programs into the directory. */
export function assembleBoot(outDirectory: string): BootPrograms {
  const abi = writeAbiIncludes(join(outDirectory, "abi"));
  const includes = [abi, join(REPOSITORY_ROOT, "boot")];
  mkdirSync(outDirectory, { recursive: true });
  const programs: BootPrograms = {
    mbr: join(outDirectory, "mbr.bin"),
    stage2: join(outDirectory, "stage2.bin"),
    uefi: join(outDirectory, "BOOTX64.EFI"),
    pvh: join(outDirectory, "pvh.o"),
  };
  assemble("boot/pvh.asm", programs.pvh, "elf64", includes);
  assemble("boot/mbr.asm", programs.mbr, "bin", includes);
  assemble("boot/stage2.asm", programs.stage2, "bin", includes);
  writeFileSync(programs.stage2, sealStage2(readFileSync(programs.stage2)));
  assemble("boot/uefi.asm", programs.uefi, "bin", includes);
  return programs;
}
