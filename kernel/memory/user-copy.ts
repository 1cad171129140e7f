// User copy: the only way by which the kernel reads or writes memory of a process.
// Invariants: (1) addresses are looked up in the process's own tables and mappings and then touched through the direct map, so no
//                 user pointer is ever dereferenced: no fault can happen, SMAP stays on, and any process's memory can be meant
//             (2) nothing outside user space, nothing of a device, nothing against the mapping's access
// Called:     from syscall, object and ipc, interrupts off

import { copyMemory, loadU64 } from "tsmetal/unsafe";
import { USER_BASE, USER_END } from "../../abi/start.ts";
import { MemoryType, PageAccess } from "../../abi/syscall.ts";
import { PAGE_OFFSET_MASK, PAGE_SIZE, physicalToVirtual, type VirtualAddress } from "../arch/x64/address.ts";
import { type AddressSpace, findMapping, type Mapping, makePresent } from "./address-space.ts";
import type { MemoryObject } from "./memory-object.ts";
import { findPageEntry, PAGE_FRAME_MASK, PAGE_PRESENT, PAGE_WRITABLE } from "./page-table.ts";

function isDevice(space: AddressSpace, address: VirtualAddress): boolean {
  const mapping: Mapping | null = findMapping(space, address);
  if (mapping === null) return true;
  const memory: MemoryObject | null = mapping.memory;
  return memory === null || memory.type === MemoryType.Device || memory.type === MemoryType.DeviceWriteCombining;
}

/** Where the kernel finds that byte of the process, or 0. */
function translate(space: AddressSpace, address: VirtualAddress, access: u32): VirtualAddress {
  if (isDevice(space, address)) return 0;
  const needed: u64 = access === PageAccess.Write ? PAGE_PRESENT | PAGE_WRITABLE : PAGE_PRESENT;
  let entry: u64 = findPageEntry(space.root, address);
  if (entry === 0 || (loadU64(entry) & needed) !== needed) {
    if (!makePresent(space, address, access)) return 0;
    entry = findPageEntry(space.root, address);
    if (entry === 0) return 0;
  }
  return physicalToVirtual(loadU64(entry) & PAGE_FRAME_MASK) + (address & PAGE_OFFSET_MASK);
}

function isInUserSpace(address: VirtualAddress, sizeBytes: u64): boolean {
  return address >= USER_BASE && address < USER_END && sizeBytes <= USER_END - address;
}

/** Whether the range can be copied; commits its pages, so that a copy that follows cannot fail. */
export function isUserRangeAccessible(space: AddressSpace, address: VirtualAddress, sizeBytes: u64, access: u32): boolean {
  if (sizeBytes === 0) return true;
  if (!isInUserSpace(address, sizeBytes)) return false;
  for (let page: u64 = address & ~PAGE_OFFSET_MASK; page < address + sizeBytes; page += PAGE_SIZE) {
    if (translate(space, page, access) === 0) return false;
  }
  return true;
}

function sizeInPage(address: VirtualAddress, sizeBytes: u64): u64 {
  const left: u64 = PAGE_SIZE - (address & PAGE_OFFSET_MASK);
  return sizeBytes < left ? sizeBytes : left;
}

/** From the process to the kernel. False when a page is not readable; then part may be copied. */
export function copyFromUser(space: AddressSpace, target: VirtualAddress, source: VirtualAddress, sizeBytes: u64): boolean {
  if (sizeBytes === 0) return true;
  if (!isInUserSpace(source, sizeBytes)) return false;
  let done: u64 = 0;
  while (done < sizeBytes) {
    const part: u64 = sizeInPage(source + done, sizeBytes - done);
    const from: u64 = translate(space, source + done, PageAccess.Read);
    if (from === 0) return false;
    copyMemory(target + done, from, part);
    done += part;
  }
  return true;
}

/** From the kernel to the process. False when a page is not writable; then part may be copied. */
export function copyToUser(space: AddressSpace, target: VirtualAddress, source: VirtualAddress, sizeBytes: u64): boolean {
  if (sizeBytes === 0) return true;
  if (!isInUserSpace(target, sizeBytes)) return false;
  let done: u64 = 0;
  while (done < sizeBytes) {
    const part: u64 = sizeInPage(target + done, sizeBytes - done);
    const into: u64 = translate(space, target + done, PageAccess.Write);
    if (into === 0) return false;
    copyMemory(into, source + done, part);
    done += part;
  }
  return true;
}

/** From one process to another (or the same). False when either side is not accessible. */
export function copyBetweenUsers(
  targetSpace: AddressSpace,
  target: VirtualAddress,
  sourceSpace: AddressSpace,
  source: VirtualAddress,
  sizeBytes: u64,
): boolean {
  if (sizeBytes === 0) return true;
  if (!isInUserSpace(source, sizeBytes)) return false;
  let done: u64 = 0;
  while (done < sizeBytes) {
    const part: u64 = sizeInPage(source + done, sizeBytes - done);
    const from: u64 = translate(sourceSpace, source + done, PageAccess.Read);
    if (from === 0 || !copyToUser(targetSpace, target + done, from, part)) return false;
    done += part;
  }
  return true;
}
