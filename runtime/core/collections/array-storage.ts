// Array storage: the head of array objects and the block their elements lie in.
// Owns:       the making, growing and shrinking of element blocks.
// Invariants: (1) length <= capacity; the block has room for capacity elements; no capacity, no block
//             (2) room beyond the length is zero
//
//   +8 u32 length    +12 u32 capacity    +16 u64 address of the elements    (+24 ArrayBuffer: typed arrays)

import { addressOf, copyMemory, fillMemory, loadI32, loadU32, loadU64, storeU32, storeU64 } from "tsmetal/unsafe";
import { panic, panicBounds } from "../errors/panic.ts";
import { allocateMemoryOrThrow, allocateObject, giveBackMemory, type HeapObject } from "../memory/allocation.ts";
import { releaseAt } from "../memory/reference-count.ts";

const LENGTH_OFFSET: u64 = 8;
const CAPACITY_OFFSET: u64 = 12;
const ELEMENTS_OFFSET: u64 = 16;
const ARRAY_SIZE: u64 = 24;
const DESCRIPTOR_OFFSET: u64 = 4;
const DESCRIPTOR_FLAGS_OFFSET: u64 = 12;
/** The kind of elements that are references, in a class descriptor's flags. */
const ELEMENT_REFERENCE: u32 = 9;
const REFERENCE_SIZE: u32 = 8;

/** The first block of an array that grows has room for as many. */
const CAPACITY_MIN: u32 = 4;
/** Lengths are positive 32-bit integers. */
const LENGTH_MAX: u32 = 0x7fff_ffff;

export function lengthOf(array: object): u32 {
  return loadU32(addressOf(array) + LENGTH_OFFSET);
}

export function capacityOf(array: object): u32 {
  return loadU32(addressOf(array) + CAPACITY_OFFSET);
}

export function elementsOf(array: object): u64 {
  return loadU64(addressOf(array) + ELEMENTS_OFFSET);
}

/**
 * An array of zero elements of the class.
 * @exportName tsm_create_array
 */
export function createArray(descriptor: u64, length: i32, elementSize: u32): HeapObject {
  if (length < 0) panic("array length is negative");
  const array: HeapObject = allocateObject(descriptor, ARRAY_SIZE);
  if (length > 0) setElements(array, u32(length), u32(length), elementSize);
  return array;
}

/**
 * Makes room for the element at the length, zero. In a list of references there may be more before it: they are undefined. Panics for any
 * other index: a number cannot say that it is not there.
 * @exportName tsm_extend_array
 */
export function extendArray(array: HeapObject, index: i32, elementSize: u32): void {
  const length: u32 = lengthOf(array);
  const isGap: boolean = index >= 0 && elementSize === REFERENCE_SIZE && holdsReferences(array);
  if (u32(index) !== length && !isGap) panicBounds(index, length);
  setLength(array, u32(index) + 1, elementSize);
}

/** Gives the array the length: new elements are zero, and those beyond it forgotten. */
export function setLength(array: object, length: u32, elementSize: u32): void {
  const old: u32 = lengthOf(array);
  if (length > capacityOf(array)) grow(array, length, elementSize);
  if (length < old) forgetElements(array, length, old - length, elementSize);
  storeU32(addressOf(array) + LENGTH_OFFSET, length);
}

/** Gives up the references among the elements, and makes them zero. */
export function forgetElements(array: object, start: u32, count: u32, elementSize: u32): void {
  if (elementSize === REFERENCE_SIZE && holdsReferences(array)) {
    const first: u64 = elementsOf(array) + u64(start) * u64(elementSize);
    for (let i: u64 = 0; i < u64(count); i++) releaseAt(loadU64(first + i * u64(REFERENCE_SIZE)));
  }
  zeroElements(array, start, count, elementSize);
}

/** Takes elements out of the array; those behind them move up. Requires: the range lies inside the length. */
export function closeGap(array: object, start: u32, count: u32, elementSize: u32): void {
  const length: u32 = lengthOf(array);
  forgetElements(array, start, count, elementSize);
  moveElements(array, start, start + count, length - start - count, elementSize);
  zeroElements(array, length - count, count, elementSize);
  storeU32(addressOf(array) + LENGTH_OFFSET, length - count);
}

/** Opens a gap of zero elements; those from the position on move down. Requires: position <= length. */
export function openGap(array: object, position: u32, count: u32, elementSize: u32): void {
  const length: u32 = lengthOf(array);
  setLength(array, length + count, elementSize);
  moveElements(array, position + count, position, length - position, elementSize);
  zeroElements(array, position, count, elementSize);
}

/** Whether there is a null reference at the position. Requires: index < length. */
export function isMissing(array: object, index: u32): boolean {
  return holdsReferences(array) && loadU64(elementsOf(array) + u64(index) * u64(REFERENCE_SIZE)) === 0;
}

/** How many null references there are from the position on. */
export function countMissing(array: object, start: u32): number {
  let end: u32 = start;
  while (end < lengthOf(array) && isMissing(array, end)) end++;
  return Number(end - start);
}

function holdsReferences(array: object): boolean {
  const descriptor: u64 = u64(i64(loadI32(addressOf(array) + DESCRIPTOR_OFFSET)));
  return loadU32(descriptor + DESCRIPTOR_FLAGS_OFFSET) >>> 8 === ELEMENT_REFERENCE;
}

/** Makes elements zero without a look at them: for elements that were moved. */
function zeroElements(array: object, start: u32, count: u32, elementSize: u32): void {
  fillMemory(elementsOf(array) + u64(start) * u64(elementSize), 0, u64(count) * u64(elementSize));
}

/** Moves elements inside the array; the ranges may overlap. Requires: both lie inside the length. */
function moveElements(array: object, target: u32, source: u32, count: u32, elementSize: u32): void {
  const size: u64 = u64(elementSize);
  const to: u64 = elementsOf(array) + u64(target) * size;
  const from: u64 = elementsOf(array) + u64(source) * size;
  if (target <= source || to >= from + u64(count) * size) {
    copyMemory(to, from, u64(count) * size);
    return;
  }
  copyMemoryBackward(to, from, u64(count) * size);
}

/** Copies from the end, in pieces as large as the distance between the two, which do not overlap. */
function copyMemoryBackward(to: u64, from: u64, sizeBytes: u64): void {
  const distance: u64 = to - from;
  let left: u64 = sizeBytes;
  while (left > 0) {
    const piece: u64 = left < distance ? left : distance;
    left -= piece;
    copyMemory(to + left, from + left, piece);
  }
}

/** Doubles the capacity, or more if the length asks for more. */
function grow(array: object, length: u32, elementSize: u32): void {
  if (length > LENGTH_MAX) panic("array too long");
  const doubled: u64 = 2 * u64(capacityOf(array));
  let capacity: u64 = doubled < u64(CAPACITY_MIN) ? u64(CAPACITY_MIN) : doubled;
  if (capacity < u64(length)) capacity = u64(length);
  if (capacity > u64(LENGTH_MAX)) capacity = u64(LENGTH_MAX);
  const old: u64 = elementsOf(array);
  const oldCapacity: u64 = u64(capacityOf(array)) * u64(elementSize);
  setElements(array, lengthOf(array), u32(capacity), elementSize);
  if (old === 0) return;
  copyMemory(elementsOf(array), old, u64(lengthOf(array)) * u64(elementSize));
  giveBackMemory(old, oldCapacity);
}

function setElements(array: object, length: u32, capacity: u32, elementSize: u32): void {
  storeU64(addressOf(array) + ELEMENTS_OFFSET, allocateMemoryOrThrow(u64(capacity) * u64(elementSize)));
  storeU32(addressOf(array) + LENGTH_OFFSET, length);
  storeU32(addressOf(array) + CAPACITY_OFFSET, capacity);
}
