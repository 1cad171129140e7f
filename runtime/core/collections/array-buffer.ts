// Array buffers: the bytes behind typed arrays, and the making of typed arrays.
//
//   typed array   +8 u32 length    +12 u32 capacity    +16 u64 address of the first element    +24 its ArrayBuffer

import { addressOf, copyMemory, storeU32, storeU64 } from "tsmetal/unsafe";
import { panic } from "../errors/panic.ts";
import { allocateElements, allocateObject, type HeapObject } from "../memory/allocation.ts";
import { retain } from "../memory/reference-count.ts";
import { relativeIndex, wholeOf } from "../text/index-range.ts";

const LENGTH_OFFSET: u64 = 8;
const CAPACITY_OFFSET: u64 = 12;
const ELEMENTS_OFFSET: u64 = 16;
const BUFFER_OFFSET: u64 = 24;
const TYPED_ARRAY_SIZE: u64 = 32;

export class ArrayBuffer {
  readonly byteLength: number;
  readonly address: u64;

  constructor(byteLength: number) {
    const whole: number = wholeOf(byteLength);
    if (!(whole >= 0 && whole <= 0x7fff_ffff)) throw new RangeError("Invalid array buffer length");
    this.byteLength = whole;
    this.address = allocateElements(u64(whole));
  }

  slice(start: number, end: number = Infinity): ArrayBuffer {
    const from: u32 = relativeIndex(start, u32(this.byteLength));
    const to: u32 = relativeIndex(end, u32(this.byteLength));
    const copied: u32 = from < to ? to - from : 0;
    const result: ArrayBuffer = new ArrayBuffer(copied);
    if (copied > 0) copyMemory(result.address, this.address + u64(from), u64(copied));
    return result;
  }
}

/**
 * A typed array of zero elements with a buffer of its own.
 * @exportName tsm_create_typed_array
 */
export function createTypedArray(descriptor: u64, length: i32, elementSize: u32): HeapObject {
  if (length < 0) panic("typed array length is negative");
  const buffer: ArrayBuffer = new ArrayBuffer(length * i32(elementSize));
  return viewBuffer(descriptor, buffer, 0, u32(length));
}

/** A typed array over part of a buffer. Requires: the elements lie inside the buffer, at a multiple of their size. */
export function viewBuffer(descriptor: u64, buffer: ArrayBuffer, byteOffset: u64, length: u32): HeapObject {
  const array: HeapObject = allocateObject(descriptor, TYPED_ARRAY_SIZE);
  storeU32(addressOf(array) + LENGTH_OFFSET, length);
  storeU32(addressOf(array) + CAPACITY_OFFSET, length);
  storeU64(addressOf(array) + ELEMENTS_OFFSET, buffer.address + byteOffset);
  storeU64(addressOf(array) + BUFFER_OFFSET, addressOf(buffer));
  retain(buffer);
  return array;
}
