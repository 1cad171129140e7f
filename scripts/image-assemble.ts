// Boot programs: assembles boot/*.asm and seals stage 2, whose header proves it whole to the MBR.
// Invariants: (1) flat binaries come from nasm alone; only the two checked fields of the stage 2 header are written here

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "../compiler/assemble.ts";
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

/** Assembles one nasm source of the repository into a file. Throws AssemblyError with nasm's own words. */
export function assembleInto(
  output: string,
  source: string,
  format: "bin" | "elf64",
  includes: readonly string[],
  defines: readonly string[] = [],
): void {
  writeFileSync(output, assemble(join(REPOSITORY_ROOT, source), format, includes, defines));
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
  assembleInto(programs.pvh, "boot/pvh.asm", "elf64", includes);
  assembleInto(programs.mbr, "boot/mbr.asm", "bin", includes);
  assembleInto(programs.stage2, "boot/stage2.asm", "bin", includes);
  writeFileSync(programs.stage2, sealStage2(readFileSync(programs.stage2)));
  assembleInto(programs.uefi, "boot/uefi.asm", "bin", includes);
  return programs;
}
