// Allocation: the functions that compiled code and the rest of the runtime get memory from.
// Owns:       the header of every new object.
// Invariants: (1) memory is zero when it is handed out
//             (2) a block is freed with the size that it was allocated with
// Called:     by code the compiler emits for `new`, and by strings, arrays and maps. The profile decides where memory comes from.

import { adoptAt, storeU32 } from "tsmetal/unsafe";
import { panicOutOfMemory } from "../errors/panic.ts";

const COUNT_OFFSET: u64 = 0;
const DESCRIPTOR_OFFSET: u64 = 4;

/** An object of any class, as the runtime sees it: the header. */
export class HeapObject {}

/**
 * A zeroed block, aligned to 16 bytes, or 0 when memory is out.
 * @exportName tsm_allocate_memory
 */
export declare function allocateMemory(sizeBytes: u64): u64;

/**
 * Requires: the size is the one the block was allocated with.
 * @exportName tsm_free_memory
 */
export declare function freeMemory(address: u64, sizeBytes: u64): void;

/**
 * The block is needed as long as the program runs: a report of leaks says nothing of it.
 * @exportName tsm_keep_memory
 */
export declare function keepMemory(address: u64): void;

/** What is thrown when memory is out: made while there is some. */
let outOfMemory: object | null = null;

/** Makes running out of memory an exception. Where this was not called it is a panic. */
export function throwWhenOutOfMemory(error: object): void {
  outOfMemory = error;
}

/**
 * As allocateMemory, but throws when memory is out. All but objects are allocated here: the heap's short way is put in place of its call,
 * and two such places are enough.
 * @noinline
 */
export function allocateMemoryOrThrow(sizeBytes: u64): u64 {
  const address: u64 = allocateMemory(sizeBytes);
  if (address === 0) refuseMemory();
  return address;
}

/** @noinline */
function refuseMemory(): void {
  const error: object | null = outOfMemory;
  if (error === null) panicOutOfMemory();
  else throw error;
}

/**
 * A new object of the class, its count 1 and its fields zero.
 * @exportName tsm_allocate_object
 */
export function allocateObject(descriptor: u64, sizeBytes: u64): HeapObject {
  const address: u64 = allocateMemory(sizeBytes);
  if (address === 0) refuseMemory();
  storeU32(address + COUNT_OFFSET, 1);
  storeU32(address + DESCRIPTOR_OFFSET, u32(descriptor));
  return adoptAt(HeapObject, address);
}

/**
 * As freeMemory, for those to whom a call more does not matter.
 * @noinline
 */
export function giveBackMemory(address: u64, sizeBytes: u64): void {
  freeMemory(address, sizeBytes);
}

/** Room for elements, zero. No room is no block: 0. */
export function allocateElements(sizeBytes: u64): u64 {
  return sizeBytes === 0 ? 0 : allocateMemoryOrThrow(sizeBytes);
}
