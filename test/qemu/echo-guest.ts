// Echo guest: the tiny test machine of echo-guest.asm, assembled and linked as a PVH kernel.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

declare const REPOSITORY_ROOT: string;

const LOAD_ADDRESS = 0x100000;
const NOTE_SIZE_BYTES = 20;
const ELF_HEADER_SIZE_BYTES = 52;
const PROGRAM_HEADER_SIZE_BYTES = 32;

/** Assembles the guest as a flat binary and wraps it into a 32-bit ELF file that QEMU's -kernel takes. */
export function buildEchoGuest(name: string): string {
  const folder = join(REPOSITORY_ROOT, "build", "test", "qemu");
  mkdirSync(folder, { recursive: true });
  const flat = join(folder, `${name}.bin`);
  execFileSync("nasm", ["-f", "bin", "-o", flat, join(REPOSITORY_ROOT, "test", "qemu", "echo-guest.asm")]);
  const kernel = join(folder, `${name}.elf`);
  writeFileSync(kernel, elfAround(readFileSync(flat)));
  return kernel;
}

/** One PT_LOAD with everything, and a PT_NOTE over the PVH note that opens it. */
function elfAround(program: Uint8Array): Uint8Array {
  const start = ELF_HEADER_SIZE_BYTES + 2 * PROGRAM_HEADER_SIZE_BYTES;
  const file = new Uint8Array(start + program.length);
  const view = new DataView(file.buffer);
  const words = (offset: number, values: readonly number[]): void => {
    values.forEach((value, index) => void view.setUint32(offset + 4 * index, value, true));
  };
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  words(16, [(3 << 16) | 2, 1, LOAD_ADDRESS + NOTE_SIZE_BYTES, ELF_HEADER_SIZE_BYTES, 0, 0]);
  words(40, [(PROGRAM_HEADER_SIZE_BYTES << 16) | ELF_HEADER_SIZE_BYTES, 2, 0]);
  const sizes = [program.length, program.length + 4096];
  words(ELF_HEADER_SIZE_BYTES, [1, start, LOAD_ADDRESS, LOAD_ADDRESS, ...sizes, 7, 4]);
  words(ELF_HEADER_SIZE_BYTES + PROGRAM_HEADER_SIZE_BYTES, [4, start, LOAD_ADDRESS, LOAD_ADDRESS, NOTE_SIZE_BYTES, NOTE_SIZE_BYTES, 4, 4]);
  file.set(program, start);
  return file;
}
