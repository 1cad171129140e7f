// Program loader: turns an ELF64 file in a memory object into the image of a process.
// Invariants: (1) every number of the file is checked before use: a damaged or hostile file is BadImage, never more
//             (2) no segment is writable and executable; segments, stack, heap and start page do not overlap
// Called:     from syscall/process-calls.ts and main.ts, interrupts off
// Manual:     System V ABI "Object Files", "Program Loading"

import { copyMemory, loadU16, loadU32, loadU64, symbolAddress } from "tsmetal/unsafe";
import { HEAP_BASE, HEAP_SIZE_BYTES, START_PAGE, START_PAGE_SIZE_BYTES, USER_STACK_SIZE_BYTES, USER_STACK_TOP } from "../../abi/start.ts";
import { Status } from "../../abi/status.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { PAGE_OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE, physicalToVirtual, roundUpToPage, type VirtualAddress } from "../arch/x64/address.ts";
import { type AddressSpace, addMapping, isRangeFree, isUserRange } from "../memory/address-space.ts";
import {
  commitPage,
  createAnonymousMemory,
  frameOfPage,
  MEMORY_PAGES_MAX,
  type MemoryObject,
  releaseMemory,
} from "../memory/memory-object.ts";
import type { Quota } from "../memory/quota.ts";
import type { Process } from "./process.ts";

const ELF_HEADER_SIZE: u64 = 64;
const ELF_MAGIC: u32 = 0x464c_457f;
/** 64-bit, little-endian, version 1, in bytes 4..6. */
const ELF_CLASS_ENCODING: u32 = 0x01_0102;
const ELF_EXECUTABLE: u16 = 2;
const ELF_MACHINE_X86_64: u16 = 62;
const SEGMENT_HEADER_SIZE: u64 = 56;
const SEGMENTS_MAX: u64 = 16;
const SEGMENT_LOAD: u32 = 1;
const SEGMENT_EXECUTE: u32 = 1;
const SEGMENT_WRITE: u32 = 2;
const SEGMENT_READ: u32 = 4;
/** Programs are linked below 2 GiB. */
const IMAGE_END: u64 = 0x8000_0000;

function headerBuffer(): VirtualAddress {
  return symbolAddress("program_header_buffer");
}

/** Copies bytes of a memory object into the kernel. Requires: the range lies in the object. Uncommitted pages read as zero. */
function readMemory(memory: MemoryObject, offset: u64, target: VirtualAddress, sizeBytes: u64): void {
  let done: u64 = 0;
  while (done < sizeBytes) {
    const position: u64 = offset + done;
    const inPage: u64 = position & PAGE_OFFSET_MASK;
    const left: u64 = PAGE_SIZE - inPage;
    const part: u64 = sizeBytes - done < left ? sizeBytes - done : left;
    const frame: u64 = frameOfPage(memory, position >> PAGE_SHIFT);
    if (frame !== 0) copyMemory(target + done, physicalToVirtual(frame) + inPage, part);
    done += part;
  }
}

function isExecutableHeader(header: VirtualAddress): boolean {
  return (
    loadU32(header) === ELF_MAGIC &&
    (loadU32(header + 4) & 0xff_ffff) === ELF_CLASS_ENCODING &&
    loadU16(header + 16) === ELF_EXECUTABLE &&
    loadU16(header + 18) === ELF_MACHINE_X86_64 &&
    u64(loadU16(header + 54)) === SEGMENT_HEADER_SIZE &&
    u64(loadU16(header + 56)) <= SEGMENTS_MAX
  );
}

function segmentAccess(flags: u32): u32 {
  let access: u32 = 0;
  if ((flags & SEGMENT_READ) !== 0) access |= PageAccess.Read;
  if ((flags & SEGMENT_WRITE) !== 0) access |= PageAccess.Write;
  if ((flags & SEGMENT_EXECUTE) !== 0) access |= PageAccess.Execute;
  return access;
}

/** Copies the file part of a segment into its pages. False when quota or memory are out. */
function fillPages(target: MemoryObject, start: u64, file: MemoryObject, offset: u64, sizeBytes: u64): boolean {
  let done: u64 = 0;
  while (done < sizeBytes) {
    const position: u64 = start + done;
    const inPage: u64 = position & PAGE_OFFSET_MASK;
    const left: u64 = PAGE_SIZE - inPage;
    const part: u64 = sizeBytes - done < left ? sizeBytes - done : left;
    const frame: u64 = commitPage(target, position >> PAGE_SHIFT);
    if (frame === 0) return false;
    readMemory(file, offset + done, physicalToVirtual(frame) + inPage, part);
    done += part;
  }
  return true;
}

/** Maps zeroed memory; false when the place is taken, or memory is out. Passes the memory out by the mapping alone. */
function mapAnonymous(space: AddressSpace, quota: Quota, start: VirtualAddress, sizeBytes: u64, access: u32): MemoryObject | null {
  const pageCount: u64 = sizeBytes >> PAGE_SHIFT;
  if (pageCount > MEMORY_PAGES_MAX || !isUserRange(start, sizeBytes) || !isRangeFree(space, start, sizeBytes)) return null;
  const memory: MemoryObject | null = createAnonymousMemory(pageCount, quota);
  if (memory === null) return null;
  const isMapped: boolean = addMapping(space, start, memory, 0, pageCount, access);
  releaseMemory(memory);
  return isMapped ? memory : null;
}

function loadSegment(space: AddressSpace, quota: Quota, file: MemoryObject, fileOffset: u64, fileSize: u64, header: VirtualAddress): i64 {
  const access: u32 = segmentAccess(loadU32(header + 4));
  const offset: u64 = loadU64(header + 8);
  const address: u64 = loadU64(header + 16);
  const sizeInFile: u64 = loadU64(header + 32);
  const sizeInMemory: u64 = loadU64(header + 40);
  if (sizeInMemory === 0) return Status.Ok;
  const isWritableCode: boolean = (access & (PageAccess.Write | PageAccess.Execute)) === (PageAccess.Write | PageAccess.Execute);
  if (isWritableCode || sizeInFile > sizeInMemory) return Status.BadImage;
  if (offset > fileSize || sizeInFile > fileSize - offset) return Status.BadImage;
  if (address >= IMAGE_END || sizeInMemory > IMAGE_END - address) return Status.BadImage;
  const start: u64 = address & ~PAGE_OFFSET_MASK;
  const sizeBytes: u64 = roundUpToPage(address + sizeInMemory) - start;
  if (!isUserRange(start, sizeBytes) || !isRangeFree(space, start, sizeBytes)) return Status.BadImage;
  const memory: MemoryObject | null = mapAnonymous(space, quota, start, sizeBytes, access);
  if (memory === null) return Status.NoMemory;
  return fillPages(memory, address - start, file, fileOffset + offset, sizeInFile) ? Status.Ok : Status.NoMemory;
}

/** Stack, heap and start page. */
function mapWorkspace(space: AddressSpace, quota: Quota): boolean {
  const access: u32 = PageAccess.Read | PageAccess.Write;
  if (mapAnonymous(space, quota, USER_STACK_TOP - USER_STACK_SIZE_BYTES, USER_STACK_SIZE_BYTES, access) === null) return false;
  if (mapAnonymous(space, quota, HEAP_BASE, HEAP_SIZE_BYTES, access) === null) return false;
  const start: MemoryObject | null = mapAnonymous(space, quota, START_PAGE, START_PAGE_SIZE_BYTES, access);
  return start !== null && commitPage(start, 0) !== 0;
}

/**
 * Loads the program at fileOffset .. +fileSize of the memory object, makes stack, heap and start page, and sets process.entry.
 * Requires: the range lies in the object. On failure the process is useless: what was mapped goes with it.
 */
export function loadProgram(process: Process, file: MemoryObject, fileOffset: u64, fileSize: u64): i64 {
  const space: AddressSpace | null = process.space;
  const quota: Quota | null = process.quota;
  if (space === null || quota === null) return Status.Busy;
  const header: u64 = headerBuffer();
  if (fileSize < ELF_HEADER_SIZE) return Status.BadImage;
  readMemory(file, fileOffset, header, ELF_HEADER_SIZE);
  if (!isExecutableHeader(header)) return Status.BadImage;
  const entry: u64 = loadU64(header + 24);
  const tableOffset: u64 = loadU64(header + 32);
  const tableSize: u64 = u64(loadU16(header + 56)) * SEGMENT_HEADER_SIZE;
  if (tableOffset > fileSize || tableSize > fileSize - tableOffset || entry === 0 || entry >= IMAGE_END) return Status.BadImage;
  readMemory(file, fileOffset + tableOffset, header, tableSize);
  for (let position: u64 = 0; position < tableSize; position += SEGMENT_HEADER_SIZE) {
    if (loadU32(header + position) !== SEGMENT_LOAD) continue;
    const status: i64 = loadSegment(space, quota, file, fileOffset, fileSize, header + position);
    if (status !== Status.Ok) return status;
  }
  if (!mapWorkspace(space, quota)) return Status.NoMemory;
  process.entry = entry;
  return Status.Ok;
}
