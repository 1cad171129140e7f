// Size bench: bytes of what the build makes.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DISK_IMAGE, KERNEL, MODULES } from "../build-products.ts";
import type { Table } from "./table.ts";

const SEGMENT_LOAD = 1;

/** What the segments of an ELF64 file put into memory: from the file, and in all. Manual: ELF-64, "Program Header Table". */
function loadedSizes(elf: Buffer): [number, number] {
  const offset = Number(elf.readBigUInt64LE(32));
  const sizeBytes = elf.readUInt16LE(54);
  let fileBytes = 0;
  let memoryBytes = 0;
  for (let index = 0; index < elf.readUInt16LE(56); index++) {
    const header = elf.subarray(offset + index * sizeBytes);
    if (header.readUInt32LE(0) !== SEGMENT_LOAD) continue;
    fileBytes += Number(header.readBigUInt64LE(32));
    memoryBytes += Number(header.readBigUInt64LE(40));
  }
  return [fileBytes, memoryBytes];
}

export function measureSizes(): Table[] {
  if (!existsSync(KERNEL) || !existsSync(DISK_IMAGE)) throw new Error("not built yet: npm run build");
  const programs = join(dirname(KERNEL), "programs");
  const executables = [
    KERNEL,
    ...readdirSync(programs)
      .sort()
      .map((name) => join(programs, name)),
  ];
  const rows = executables.map((path) => {
    const [fileBytes, memoryBytes] = loadedSizes(readFileSync(path));
    return [path.slice(dirname(KERNEL).length + 1), statSync(path).size, fileBytes, memoryBytes];
  });
  const files = [MODULES, DISK_IMAGE].map((path) => {
    const { size, blocks } = statSync(path);
    return [path.slice(dirname(KERNEL).length + 1), size, blocks * 512];
  });
  return [
    { title: "Executables, bytes", columns: ["file", "file size", "loaded from file", "in memory"], rows },
    { title: "Archive and image, bytes", columns: ["file", "size", "on this disk"], rows: files },
  ];
}
