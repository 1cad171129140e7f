// Typed arrays: the members that differ from Array's, as functions of the receiver. The others are those of array.ts.
// Typed arrays have the head of arrays: `self: T[]` stands for the typed array whose elements are T, and a HeapObject that is returned for
// one of the receiver's type.

import { addressOf, copyMemory, elementSizeOf, loadI32, loadU64, objectAt } from "tsmetal/unsafe";
import type { HeapObject } from "./allocation.ts";
import { ArrayBuffer, createTypedArray, viewBuffer } from "./array-buffer.ts";
import { mergeSort } from "./array-sort.ts";
import { elementsOf, lengthOf } from "./array-storage.ts";
import { relativeIndex } from "./index-range.ts";

const DESCRIPTOR_OFFSET: u64 = 4;
const BUFFER_OFFSET: u64 = 24;

export function byteLength<T>(self: T[]): number {
  return lengthOf(self) * elementSizeOf(self);
}

/** A typed array over the same bytes. */
export function subarray<T>(self: T[], start: number = 0, end: number = Infinity): HeapObject {
  const from: u32 = relativeIndex(start, lengthOf(self));
  const to: u32 = relativeIndex(end, lengthOf(self));
  const buffer: ArrayBuffer = objectAt(ArrayBuffer, loadU64(addressOf(self) + BUFFER_OFFSET));
  const offset: u64 = elementsOf(self) - buffer.address + u64(from) * u64(elementSizeOf(self));
  return viewBuffer(descriptorOf(self), buffer, offset, from < to ? to - from : 0);
}

/** A typed array with a copy of the elements. */
export function slice<T>(self: T[], start: number = 0, end: number = Infinity): HeapObject {
  const from: u32 = relativeIndex(start, lengthOf(self));
  const to: u32 = relativeIndex(end, lengthOf(self));
  const length: u32 = from < to ? to - from : 0;
  const size: u64 = u64(elementSizeOf(self));
  const result: HeapObject = createTypedArray(descriptorOf(self), i32(length), elementSizeOf(self));
  copyMemory(elementsOf(result), elementsOf(self) + u64(from) * size, u64(length) * size);
  return result;
}

/** Copies the elements of another array of the kind, which may have the same bytes. */
export function set<T>(self: T[], source: T[], offset: number = 0): void {
  const start: number = Math.trunc(offset);
  const count: u32 = lengthOf(source);
  if (start < 0 || start + count > lengthOf(self)) throw new RangeError("offset is out of bounds");
  const first: u32 = start > 0 ? u32(start) : 0;
  const isAhead: boolean = elementsOf(self) + u64(first) * u64(elementSizeOf(self)) > elementsOf(source);
  for (let i: u32 = 0; i < count; i++) {
    const index: u32 = isAhead ? count - 1 - i : i;
    self[first + index] = source[index];
  }
}

/** The elements as numbers. */
export function toArray<T extends number>(self: T[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < self.length; i++) result.push(Number(self[i]));
  return result;
}

/** Without a comparison: by value, -0 before 0, NaN last. */
export function sort<T extends number>(self: T[], comparison: (a: T, b: T) => number = compareNumbers): T[] {
  mergeSort(self, comparison);
  return self;
}

function compareNumbers<T extends number>(left: T, right: T): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return left === 0 ? 1 / Number(left) - 1 / Number(right) : 0;
  if (left === left) return -1;
  return right === right ? 1 : 0;
}

function descriptorOf(array: object): u64 {
  return u64(i64(loadI32(addressOf(array) + DESCRIPTOR_OFFSET)));
}
