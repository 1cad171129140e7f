// Arrays: the members of Array as functions of the receiver.
// Invariants: (1) as in ECMAScript, positions outside the array are moved to its ends, negative ones count from the end
// Called:     by compiled code: `list.slice(1)` is `slice(list, 1)`. Typed arrays have those of typed-array.ts.

import { elementSizeOf } from "tsmetal/unsafe";
import { panic } from "../errors/panic.ts";
import { clampIndex, relativeIndex, wholeOf } from "../text/index-range.ts";
import { compare, concatenate } from "../text/string.ts";
import { ArrayEntries, ArrayKeys, ArrayValues } from "./array-iteration.ts";
import { sortStably } from "./array-sort.ts";
import { closeGap, lengthOf, openGap, setLength } from "./array-storage.ts";

/** Of lengths in JavaScript. */
const LENGTH_MAX: number = 4294967295;

// Ends

/** Appends one value; the compiler calls it once for each argument. */
export function push<T>(self: T[], value: T): number {
  const length: u32 = lengthOf(self);
  setLength(self, length + 1, elementSizeOf(self));
  self[length] = value;
  return length + 1;
}

/** Appends all values of the other array, as they are now. */
export function appendAll<T>(self: T[], values: T[]): number {
  const length: u32 = lengthOf(self);
  const count: u32 = u32(values.length);
  setLength(self, length + count, elementSizeOf(self));
  for (let i: u32 = 0; i < count; i++) self[length + i] = values[i];
  return length + count;
}

export function pop<T>(self: T[]): T | undefined {
  const length: u32 = lengthOf(self);
  if (length === 0) return undefined;
  const last: T = self[length - 1];
  setLength(self, length - 1, elementSizeOf(self));
  return last;
}

export function shift<T>(self: T[]): T | undefined {
  const length: u32 = lengthOf(self);
  if (length === 0) return undefined;
  const first: T = self[0];
  closeGap(self, 0, 1, elementSizeOf(self));
  return first;
}

/** Puts one value in front; the compiler calls it once for each argument, the last first. */
export function unshift<T>(self: T[], value: T): number {
  openGap(self, 0, 1, elementSizeOf(self));
  self[0] = value;
  return lengthOf(self);
}

/** Puts all values of the other array in front. */
export function prependAll<T>(self: T[], values: T[]): number {
  const count: u32 = u32(values.length);
  openGap(self, 0, count, elementSizeOf(self));
  for (let i: u32 = 0; i < count; i++) self[i] = values[i];
  return lengthOf(self);
}

/** `array.length = length`: gives up the elements beyond it. */
export function shorten<T>(self: T[], length: number): void {
  if (!isLength(length)) throw new RangeError("Invalid array length");
  if (length > self.length) panic("an array of elements that cannot be undefined can only be made shorter");
  setLength(self, u32(length), elementSizeOf(self));
}

/** The same where elements can be undefined, which new ones are. */
export function resize<T>(self: T[], length: number, missing: T): void {
  const old: u32 = lengthOf(self);
  if (!isLength(length)) throw new RangeError("Invalid array length");
  setLength(self, u32(length), elementSizeOf(self));
  for (let i: u32 = old; i < u32(length); i++) self[i] = missing;
}

function isLength(value: number): boolean {
  return value >= 0 && value <= LENGTH_MAX && Math.trunc(value) === value;
}

// Parts

export function at<T>(self: T[], index: number): T | undefined {
  const length: u32 = lengthOf(self);
  const whole: number = Math.trunc(index);
  const position: number = whole < 0 ? whole + Number(length) : whole;
  if (position < 0 || position >= length) return undefined;
  return self[clampIndex(position, length)];
}

export function slice<T>(self: T[], start: number = 0, end: number = Infinity): T[] {
  const length: u32 = lengthOf(self);
  return copyRange(self, relativeIndex(start, length), relativeIndex(end, length));
}

/** A new array of the elements from start up to end; none if start is not below end. */
function copyRange<T>(array: T[], start: u32, end: u32): T[] {
  const result: T[] = [];
  if (start >= end) return result;
  setLength(result, end - start, elementSizeOf(result));
  for (let i: u32 = start; i < end; i++) result[i - start] = array[i];
  return result;
}

export function splice<T>(self: T[], start: number, deleteCount: number = Infinity, ...inserted: T[]): T[] {
  const length: u32 = lengthOf(self);
  const from: u32 = relativeIndex(start, length);
  const removedCount: u32 = clampIndex(deleteCount, length - from);
  const removed: T[] = copyRange(self, from, from + removedCount);
  const insertedCount: u32 = lengthOf(inserted);
  if (insertedCount > removedCount) openGap(self, from, insertedCount - removedCount, elementSizeOf(self));
  else closeGap(self, from, removedCount - insertedCount, elementSizeOf(self));
  for (let i: u32 = 0; i < insertedCount; i++) self[from + i] = inserted[i];
  return removed;
}

export function toSpliced<T>(self: T[], start: number = Infinity, deleteCount: number = Infinity, ...inserted: T[]): T[] {
  const result: T[] = copyRange(self, 0, lengthOf(self));
  splice(result, start, deleteCount, ...inserted);
  return result;
}

/** A copy with another value at the index. */
export function withValue<T>(self: T[], index: number, value: T): T[] {
  const length: u32 = lengthOf(self);
  const whole: number = wholeOf(index);
  const position: number = whole < 0 ? whole + Number(length) : whole;
  if (position < 0 || position >= length) throw new RangeError(`Invalid index : ${index}`);
  const result: T[] = copyRange(self, 0, length);
  result[clampIndex(position, length)] = value;
  return result;
}

/** Of one array; the compiler calls it and `push` once for each argument. */
export function concat<T>(self: T[], other: T[]): T[] {
  const result: T[] = copyRange(self, 0, lengthOf(self));
  appendAll(result, other);
  return result;
}

/** The elements of the elements; the compiler calls it once for each level. */
export function flat<T>(self: T[][]): T[] {
  const result: T[] = [];
  for (let i = 0; i < self.length; i++) appendAll(result, self[i]);
  return result;
}

// Changes in place

export function reverse<T>(self: T[]): T[] {
  const length: u32 = lengthOf(self);
  for (let i: u32 = 0; i < length / 2; i++) {
    const other: T = self[length - 1 - i];
    self[length - 1 - i] = self[i];
    self[i] = other;
  }
  return self;
}

export function toReversed<T>(self: T[]): T[] {
  return reverse(copyRange(self, 0, lengthOf(self)));
}

export function fill<T>(self: T[], value: T, start: number = 0, end: number = Infinity): T[] {
  const length: u32 = lengthOf(self);
  const to: u32 = relativeIndex(end, length);
  for (let i: u32 = relativeIndex(start, length); i < to; i++) self[i] = value;
  return self;
}

export function copyWithin<T>(self: T[], target: number, start: number, end: number = Infinity): T[] {
  const length: u32 = lengthOf(self);
  const to: u32 = relativeIndex(target, length);
  const from: u32 = relativeIndex(start, length);
  const finish: u32 = relativeIndex(end, length);
  if (from >= finish) return self;
  const copied: T[] = copyRange(self, from, finish);
  for (let i: u32 = 0; i < lengthOf(copied) && to + i < length; i++) self[to + i] = copied[i];
  return self;
}

// Search

/** SameValueZero of ECMAScript: as ===, but NaN is the same as NaN. */
function isSame<T>(left: T, right: T): boolean {
  return left === right || (left !== left && right !== right);
}

export function indexOf<T>(self: T[], value: T, start: number = 0): number {
  const length: u32 = lengthOf(self);
  for (let i: u32 = relativeIndex(start, length); i < length; i++) {
    if (self[i] === value) return i;
  }
  return -1;
}

export function lastIndexOf<T>(self: T[], value: T, start: number = Infinity): number {
  const length: u32 = lengthOf(self);
  const whole: number = Math.trunc(start);
  if (whole + Number(length) < 0) return -1;
  let i: u32 = whole >= length ? length : relativeIndex(whole, length) + 1;
  while (i > 0) {
    i--;
    if (self[i] === value) return i;
  }
  return -1;
}

export function includes<T>(self: T[], value: T, start: number = 0): boolean {
  const length: u32 = lengthOf(self);
  for (let i: u32 = relativeIndex(start, length); i < length; i++) {
    if (isSame(self[i], value)) return true;
  }
  return false;
}

export function find<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): T | undefined {
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    const value: T = self[i];
    if (predicate(value, i, self)) return value;
  }
  return undefined;
}

export function findIndex<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): number {
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    if (predicate(self[i], i, self)) return i;
  }
  return -1;
}

export function findLast<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): T | undefined {
  for (let i = self.length - 1; i >= 0; i--) {
    if (i >= self.length) continue;
    const value: T = self[i];
    if (predicate(value, i, self)) return value;
  }
  return undefined;
}

export function findLastIndex<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): number {
  for (let i = self.length - 1; i >= 0; i--) {
    if (i < self.length && predicate(self[i], i, self)) return i;
  }
  return -1;
}

export function some<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): boolean {
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    if (predicate(self[i], i, self)) return true;
  }
  return false;
}

export function every<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): boolean {
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    if (!predicate(self[i], i, self)) return false;
  }
  return true;
}

// Whole-array functions: elements that the callback adds are not visited, those that it removes neither

export function forEach<T>(self: T[], callback: (value: T, index: number, array: T[]) => void): void {
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) callback(self[i], i, self);
}

export function map<T, U>(self: T[], callback: (value: T, index: number, array: T[]) => U): U[] {
  const result: U[] = [];
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) push(result, callback(self[i], i, self));
  return result;
}

export function flatMap<T, U>(self: T[], callback: (value: T, index: number, array: T[]) => readonly U[]): U[] {
  const result: U[] = [];
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    const part: readonly U[] = callback(self[i], i, self);
    for (let j = 0; j < part.length; j++) push(result, part[j]);
  }
  return result;
}

export function filter<T>(self: T[], predicate: (value: T, index: number, array: T[]) => boolean): T[] {
  const result: T[] = [];
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) {
    const value: T = self[i];
    if (predicate(value, i, self)) push(result, value);
  }
  return result;
}

/** With a start value. */
export function reduce<T, U>(self: T[], callback: (sum: U, value: T, index: number, array: T[]) => U, start: U): U {
  let sum: U = start;
  const length: number = self.length;
  for (let i = 0; i < length && i < self.length; i++) sum = callback(sum, self[i], i, self);
  return sum;
}

/** Without a start value: the first element is the first sum. */
export function reduceFromFirst<T>(self: T[], callback: (sum: T, value: T, index: number, array: T[]) => T): T {
  if (self.length === 0) throw new TypeError("Reduce of empty array with no initial value");
  let sum: T = self[0];
  const length: number = self.length;
  for (let i = 1; i < length && i < self.length; i++) sum = callback(sum, self[i], i, self);
  return sum;
}

export function reduceRight<T, U>(self: T[], callback: (sum: U, value: T, index: number, array: T[]) => U, start: U): U {
  let sum: U = start;
  for (let i = self.length - 1; i >= 0; i--) if (i < self.length) sum = callback(sum, self[i], i, self);
  return sum;
}

export function reduceRightFromLast<T>(self: T[], callback: (sum: T, value: T, index: number, array: T[]) => T): T {
  if (self.length === 0) throw new TypeError("Reduce of empty array with no initial value");
  let sum: T = self[self.length - 1];
  for (let i = self.length - 2; i >= 0; i--) if (i < self.length) sum = callback(sum, self[i], i, self);
  return sum;
}

export function join<T>(self: T[], separator: string = ","): string {
  let result: string = "";
  for (let i = 0; i < self.length; i++) {
    if (i > 0) result = concatenate(result, separator);
    result = concatenate(result, textOrEmpty(self[i]));
  }
  return result;
}

export function toString<T>(self: T[]): string {
  return join(self);
}

function textOrEmpty<T>(value: T): string {
  return value === null || value === undefined ? "" : `${value}`;
}

// Making

/** `Array.from({ length }, callback)`. */
export function fromLength<U>(length: number, callback: (value: undefined, index: number) => U): U[] {
  const result: U[] = [];
  if (Math.trunc(length) > LENGTH_MAX) throw new RangeError("Invalid array length");
  for (let i = 0; i < Math.trunc(length); i++) push(result, callback(undefined, i));
  return result;
}

/** `new Array(length).fill(value)`. */
export function filled<T>(length: number, value: T): T[] {
  if (!isLength(length)) throw new RangeError("Invalid array length");
  const result: T[] = [];
  setLength(result, u32(length), elementSizeOf(result));
  for (let i: u32 = 0; i < u32(length); i++) result[i] = value;
  return result;
}

/** `new Array(length)` with a number that is no length. */
export function refuseLength(): never {
  throw new RangeError("Invalid array length");
}

// Iteration

export function keys<T>(self: T[]): ArrayKeys<T> {
  return new ArrayKeys<T>(self);
}

export function values<T>(self: T[]): ArrayValues<T> {
  return new ArrayValues<T>(self);
}

export function entries<T>(self: T[]): ArrayEntries<T> {
  return new ArrayEntries<T>(self);
}

// Order

/** Without a comparison: by the elements' texts, as in ECMAScript. What is undefined comes last. */
export function sort<T>(self: T[], comparison: ((a: T, b: T) => number) | undefined = undefined): T[] {
  if (comparison === undefined) sortStably(self, (left, right) => compareTexts(left, right));
  else sortStably(self, comparison);
  return self;
}

export function toSorted<T>(self: T[], comparison: ((a: T, b: T) => number) | undefined = undefined): T[] {
  return sort(copyRange(self, 0, lengthOf(self)), comparison);
}

function compareTexts<T>(left: T, right: T): number {
  return compare(`${left}`, `${right}`);
}
