// Typed arrays: the members that differ from Array's, as functions of the receiver. The others are those of array.ts.
// Typed arrays have the head of arrays: `self: T[]` stands for the typed array whose elements are T, and a HeapObject that is returned for
// one of the receiver's type.

import { addressOf, copyMemory, elementSizeOf, loadI32, loadU64, objectAt, referenceAt } from "tsmetal/unsafe";
import type { HeapObject } from "../memory/allocation.ts";
import { relativeIndex } from "../text/index-range.ts";
import { ArrayBuffer, createTypedArray, viewBuffer } from "./array-buffer.ts";
import { ArrayKeys } from "./array-iteration.ts";
import { sortStably } from "./array-sort.ts";
import { elementsOf, lengthOf } from "./array-storage.ts";
import { IterationStep } from "./iteration.ts";
import { IteratorObject } from "./iterator-object.ts";

const DESCRIPTOR_OFFSET: u64 = 4;
const BUFFER_OFFSET: u64 = 24;
const LENGTH_MAX: number = 0x7fff_ffff;

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

/** A length, from any number; what is left of a fraction counts. */
export function lengthFrom(given: number): i32 {
  const whole: number = given === given ? Math.trunc(given) : 0;
  if (whole < 0 || whole > LENGTH_MAX) throw new RangeError(`Invalid typed array length: ${given}`);
  return i32(whole);
}

/** A typed array over the bytes of a buffer, whose own address that is. `size` and `name` are those of its kind. */
export function viewOf(
  descriptor: u64,
  size: u32,
  name: string,
  buffer: ArrayBuffer,
  byteOffset: number | undefined,
  length: number | undefined,
): HeapObject {
  const offset: number = wholeOf(byteOffset);
  const bytes: number = buffer.byteLength;
  if (offset < 0) throw new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
  if (offset % size !== 0) throw new RangeError(`start offset of ${name} should be a multiple of ${size}`);
  if (length === undefined) {
    if (bytes % size !== 0) throw new RangeError(`byte length of ${name} should be a multiple of ${size}`);
    if (offset > bytes) throw new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
    return viewBuffer(descriptor, buffer, u64(offset), u32((bytes - offset) / size));
  }
  const count: number = wholeOf(length);
  if (count < 0 || offset + count * size > bytes) throw new RangeError(`Invalid typed array length: ${length}`);
  return viewBuffer(descriptor, buffer, u64(offset), u32(count));
}

function wholeOf(value: number | undefined): number {
  return value === undefined || value !== value ? 0 : Math.trunc(value);
}

export function bufferOf<T>(self: T[]): ArrayBuffer {
  return referenceAt<ArrayBuffer>(loadU64(addressOf(self) + BUFFER_OFFSET));
}

export function byteOffsetOf<T>(self: T[]): number {
  return elementsOf(self) === 0 ? 0 : Number(elementsOf(self) - bufferOf(self).address);
}

/** The nearest whole number from 0 to 255, of two the even one. */
export function clampedByte(value: number): u8 {
  if (!(value > 0)) return 0;
  if (value >= 255) return 255;
  const below: number = Math.floor(value);
  const rest: number = value - below;
  return u8(rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below);
}

/** Where elements go that many numbers are stored in, from the offset on. */
export function placeForAll<T>(self: T[], count: number, offset: number): i32 {
  const start: number = wholeOf(offset);
  if (start < 0 || start + count > lengthOf(self)) throw new RangeError("offset is out of bounds");
  return i32(start);
}

/** The place of an element by an index that may count from the end. */
export function placeOf<T>(self: T[], index: number): i32 {
  const place: number = placeFrom(self, index);
  if (place < 0 || place >= lengthOf(self)) throw new RangeError("Invalid typed array index");
  return i32(place);
}

function placeFrom<T>(self: T[], index: number): number {
  const whole: number = wholeOf(index);
  return whole < 0 ? whole + Number(lengthOf(self)) : whole;
}

export function at<T extends number>(self: T[], index: number): number | undefined {
  const place: number = placeFrom(self, index);
  return place < 0 || place >= lengthOf(self) ? undefined : Number(self[u32(place)]);
}

// Search: by value as numbers, so that what no element can be is not found

/** NaN is the same as NaN. */
export function includes<T extends number>(self: T[], value: number, start: number = 0): boolean {
  const length: u32 = lengthOf(self);
  for (let i: u32 = relativeIndex(start, length); i < length; i++) {
    const element: number = Number(self[i]);
    if (element === value || (element !== element && value !== value)) return true;
  }
  return false;
}

export function indexOf<T extends number>(self: T[], value: number, start: number = 0): number {
  const length: u32 = lengthOf(self);
  for (let i: u32 = relativeIndex(start, length); i < length; i++) if (Number(self[i]) === value) return i;
  return -1;
}

export function lastIndexOf<T extends number>(self: T[], value: number, start: number = Infinity): number {
  const last: number = Math.min(placeFrom(self, start), Number(lengthOf(self)) - 1);
  for (let i = last; i >= 0; i--) if (Number(self[u32(i)]) === value) return i;
  return -1;
}

// Iteration

export function keys<T>(self: T[]): ArrayKeys<T> {
  return new ArrayKeys<T>(self);
}

export function values<T extends number>(self: T[]): TypedArrayValues<T> {
  return new TypedArrayValues<T>(self);
}

export function entries<T extends number>(self: T[]): TypedArrayEntries<T> {
  return new TypedArrayEntries<T>(self);
}

class TypedArrayValues<T extends number> extends IteratorObject<number> {
  private readonly array: T[];
  private position: u32 = 0;

  constructor(array: T[]) {
    super();
    this.array = array;
  }
  next(): IterationStep<number> {
    if (this.position >= lengthOf(this.array)) return new IterationStep<number>(true, undefined);
    this.position++;
    return new IterationStep<number>(false, Number(this.array[this.position - 1]));
  }
  override [Symbol.iterator](): TypedArrayValues<T> {
    return this;
  }
}

class TypedArrayEntries<T extends number> extends IteratorObject<[number, number]> {
  private readonly array: T[];
  private position: u32 = 0;

  constructor(array: T[]) {
    super();
    this.array = array;
  }
  next(): IterationStep<[number, number]> {
    const index: u32 = this.position;
    if (index >= lengthOf(this.array)) return new IterationStep<[number, number]>(true, undefined);
    this.position = index + 1;
    return new IterationStep<[number, number]>(false, [index, Number(this.array[index])]);
  }
  override [Symbol.iterator](): TypedArrayEntries<T> {
    return this;
  }
}

/** The elements as numbers. */
export function toArray<T extends number>(self: T[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < self.length; i++) result.push(Number(self[i]));
  return result;
}

/** The elements as numbers, in the order of the comparison. */
export function sortedNumbers<T extends number>(self: T[], comparison: (a: number, b: number) => number): number[] {
  const numbers: number[] = toArray(self);
  sortStably(numbers, comparison);
  return numbers;
}

/** Without a comparison: by value, -0 before 0, NaN last. */
export function sort<T extends number>(self: T[]): T[] {
  sortStably(self, compareNumbers);
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
