// Memory calls: map and unmap.
// Called:     from syscall_entry through the table, interrupts off

import { HANDLE_NONE, ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { PAGE_OFFSET_MASK, PAGE_SHIFT } from "../arch/x64/address.ts";
import { type AddressSpace, addMapping, findFreeRange, isRangeFree, isUserRange, removeMapping } from "../memory/address-space.ts";
import type { MemoryObject } from "../memory/memory-object.ts";
import type { Process } from "../object/process.ts";
import { callerProcess, findMemory, findProcess, refusal } from "./operands.ts";

/** The rights a mapping with this access needs on the memory; None for an access that cannot be. */
function neededRights(access: u32): u32 {
  const known: u32 = PageAccess.Read | PageAccess.Write | PageAccess.Execute;
  if (access === 0 || (access & ~known) !== 0) return Rights.None;
  if ((access & (PageAccess.Write | PageAccess.Execute)) === (PageAccess.Write | PageAccess.Execute)) return Rights.None;
  let rights: u32 = Rights.Read;
  if ((access & PageAccess.Write) !== 0) rights |= Rights.Write;
  if ((access & PageAccess.Execute) !== 0) rights |= Rights.Execute;
  return rights;
}

function findTarget(handle: u64): Process | null {
  return u32(handle) === HANDLE_NONE ? callerProcess() : findProcess(handle, Rights.Populate);
}

/** @exportName syscall_map */
export function handleMap(memoryHandle: u64, processHandle: u64, wished: u64, offset: u64, size: u64, access: u64): i64 {
  const rights: u32 = neededRights(u32(access));
  if (rights === Rights.None) return Status.BadArgument;
  const memory: MemoryObject | null = findMemory(memoryHandle, rights);
  if (memory === null) return refusal(memoryHandle, ObjectKind.Memory);
  const process: Process | null = findTarget(processHandle);
  if (process === null) return refusal(processHandle, ObjectKind.Process);
  const space: AddressSpace | null = process.space;
  if (space === null) return Status.PeerDied;
  if (((offset | size) & PAGE_OFFSET_MASK) !== 0 || size === 0) return Status.BadArgument;
  const firstPage: u64 = offset >> PAGE_SHIFT;
  const pageCount: u64 = size >> PAGE_SHIFT;
  if (firstPage > memory.pageCount || pageCount > memory.pageCount - firstPage) return Status.BadArgument;
  const start: u64 = wished === 0 ? findFreeRange(space, size) : wished;
  if (start === 0) return Status.NoMemory;
  if (!isUserRange(start, size)) return Status.BadArgument;
  if (!isRangeFree(space, start, size)) return Status.Busy;
  // commit
  return addMapping(space, start, memory, firstPage, pageCount, u32(access)) ? i64(start) : Status.NoMemory;
}

/** @exportName syscall_unmap */
export function handleUnmap(processHandle: u64, address: u64): i64 {
  const process: Process | null = findTarget(processHandle);
  if (process === null) return refusal(processHandle, ObjectKind.Process);
  const space: AddressSpace | null = process.space;
  if (space === null) return Status.PeerDied;
  return removeMapping(space, address) ? Status.Ok : Status.NotFound;
}
