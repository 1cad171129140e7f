// Descriptors: what the runtime reads of an object's class. compiler/ir/layout.ts draws them.
// Called:     by what ends objects: drop.ts, bound-functions.ts.

import { loadI32, loadU32, loadU64 } from "tsmetal/unsafe";

const DESCRIPTOR_OFFSET: u64 = 4;
const SIZE_OFFSET: u64 = 8;
const FLAGS_OFFSET: u64 = 12;
const REFERENCES_OFFSET: u64 = 24;
const BOUND_FLAG: u32 = 0x1_0000;

/** The shapes of a class descriptor's flags. */
export const enum Shape {
  Instance = 0,
  String = 1,
  Array = 2,
  TypedArray = 3,
  Closure = 4,
  Method = 5,
  Adapter = 6,
}

export function descriptorAt(object: u64): u64 {
  return u64(i64(loadI32(object + DESCRIPTOR_OFFSET)));
}

export function shapeOf(descriptor: u64): u32 {
  return loadU32(descriptor + FLAGS_OFFSET) & 0xff;
}

/** Whether it is a method that a field holds, or an object with such fields: bound-functions.ts knows when it ends. */
export function isBound(descriptor: u64): boolean {
  return (loadU32(descriptor + FLAGS_OFFSET) & BOUND_FLAG) !== 0;
}

export function elementKind(descriptor: u64): u32 {
  return (loadU32(descriptor + FLAGS_OFFSET) >>> 8) & 0xff;
}

export function instanceSize(descriptor: u64): u64 {
  return u64(loadU32(descriptor + SIZE_OFFSET));
}

/** The class's map of the fields that hold references; 0 without any. */
export function referenceMap(descriptor: u64): u64 {
  return loadU64(descriptor + REFERENCES_OFFSET);
}

/** Where the reference of that number lies, which is less than the first word of the map. */
export function fieldSlot(object: u64, fields: u64, index: u32): u64 {
  return object + u64(loadU32(fields + 4 + 4 * u64(index)));
}
