// Drop: the end of objects that nothing refers to any more, and of what only they referred to.
// Invariants: (1) nothing recurses and nothing is allocated: on the way down an object's count holds how many of its references are done,
//             and the reference that the walk went down by holds the object it came from
// Called:     by compiled code and reference-count.ts, when a last count is given up.

import { classDescriptor, loadU32, loadU64, objectAt, storeU32, storeU64 } from "tsmetal/unsafe";
import { ArrayBuffer } from "../collections/array-buffer.ts";
import { endingOf } from "../functions/bound-functions.ts";
import { freeString } from "../text/string-buffer.ts";
import { freeMemory, giveBackMemory } from "./allocation.ts";
import { descriptorAt, elementKind, fieldSlot, instanceSize, referenceMap, Shape, shapeOf } from "./descriptors.ts";
import { takeCount } from "./reference-count.ts";
import { clearLinksTo, hasWeakLinks, unlink, WeakLink } from "./weak-ref.ts";

const LENGTH_OFFSET: u64 = 8;
const CAPACITY_OFFSET: u64 = 12;
const ELEMENTS_OFFSET: u64 = 16;
const BUFFER_OFFSET: u64 = 24;
const ARRAY_SIZE: u64 = 24;
const TYPED_ARRAY_SIZE: u64 = 32;

/** Kinds of elements, as in a class descriptor's flags. */
const ELEMENT_I16: u32 = 3;
const ELEMENT_U16: u32 = 4;
const ELEMENT_I32: u32 = 5;
const ELEMENT_I64: u32 = 6;
const ELEMENT_F32: u32 = 7;
const ELEMENT_REFERENCE: u32 = 9;

/** @exportName tsm_drop_object */
export function dropObject(address: u64): void {
  if (shapeOf(descriptorAt(address)) === Shape.String) {
    if (hasWeakLinks()) clearLinksTo(address);
    freeString(address);
    return;
  }
  let object: u64 = endingOf(address);
  if (object === 0) return;
  let parent: u64 = 0;
  let done: u32 = 0;
  while (true) {
    const fields: u64 = referenceMap(descriptorAt(object));
    const found: u32 = fields === 0 ? releaseElements(object, done) : releaseFields(object, fields, done);
    done = found;
    if (found !== 0) {
      const slot: u64 = fields === 0 ? elementSlot(object, found - 1) : fieldSlot(object, fields, found - 1);
      const child: u64 = endingOf(loadU64(slot));
      if (child === 0) continue;
      if (fields !== 0 && found === loadU32(fields)) {
        // Nothing to come back for.
        freeInstance(object);
      } else {
        storeU64(slot, parent);
        storeU32(object, found);
        parent = object;
      }
      object = child;
      done = 0;
      continue;
    }
    if (fields === 0) freeOther(object);
    else freeInstance(object);
    if (parent === 0) return;
    object = parent;
    done = loadU32(object);
    parent = loadU64(referenceSlot(object, done - 1));
  }
}

/**
 * Gives up the references in the object's fields from `start` on. Stops behind the first that was the last to its object; 0 when there is
 * none. `fields` is the class's map of them.
 * @inline
 */
function releaseFields(object: u64, fields: u64, start: u32): u32 {
  const count: u32 = loadU32(fields);
  for (let index: u32 = start; index < count; index++) {
    const child: u64 = loadU64(fieldSlot(object, fields, index));
    if (child !== 0 && takeCount(child)) return index + 1;
  }
  return 0;
}

/** The same for the elements of arrays, and what else is not in fields. */
function releaseElements(object: u64, start: u32): u32 {
  const count: u32 = elementReferenceCount(object);
  for (let index: u32 = start; index < count; index++) {
    const child: u64 = loadU64(elementSlot(object, index));
    if (child !== 0 && takeCount(child)) return index + 1;
  }
  return 0;
}

/** How many references the object holds outside of fields. */
function elementReferenceCount(object: u64): u32 {
  const descriptor: u64 = descriptorAt(object);
  const shape: u32 = shapeOf(descriptor);
  if (shape === Shape.Array) return elementKind(descriptor) === ELEMENT_REFERENCE ? loadU32(object + LENGTH_OFFSET) : 0;
  return shape === Shape.TypedArray ? 1 : 0;
}

/** Where the reference of that number lies. Requires: the object has as many. */
function referenceSlot(object: u64, index: u32): u64 {
  const fields: u64 = referenceMap(descriptorAt(object));
  return fields === 0 ? elementSlot(object, index) : fieldSlot(object, fields, index);
}

function elementSlot(object: u64, index: u32): u64 {
  if (shapeOf(descriptorAt(object)) === Shape.TypedArray) return object + BUFFER_OFFSET;
  return loadU64(object + ELEMENTS_OFFSET) + 8 * u64(index);
}

/** Gives the memory of an object back that has references in fields. They are done. */
function freeInstance(object: u64): void {
  if (hasWeakLinks()) clearLinksTo(object);
  freeMemory(object, instanceSize(descriptorAt(object)));
}

/** The same for all others. */
function freeOther(object: u64): void {
  if (hasWeakLinks()) clearLinksTo(object);
  const descriptor: u64 = descriptorAt(object);
  const shape: u32 = shapeOf(descriptor);
  if (shape === Shape.String) {
    freeString(object);
  } else if (shape === Shape.Array) {
    const capacity: u64 = u64(loadU32(object + CAPACITY_OFFSET));
    if (capacity !== 0) giveBackMemory(loadU64(object + ELEMENTS_OFFSET), capacity * elementSize(elementKind(descriptor)));
    giveBackMemory(object, ARRAY_SIZE);
  } else if (shape === Shape.TypedArray) {
    giveBackMemory(object, TYPED_ARRAY_SIZE);
  } else {
    freeRawParts(object, descriptor);
    freeMemory(object, instanceSize(descriptor));
  }
}

/** What objects of the runtime's own classes have besides their fields. */
function freeRawParts(object: u64, descriptor: u64): void {
  if (descriptor === classDescriptor(ArrayBuffer)) {
    const buffer: ArrayBuffer = objectAt(ArrayBuffer, object);
    if (buffer.address !== 0) giveBackMemory(buffer.address, u64(buffer.byteLength));
  } else if (descriptor === classDescriptor(WeakLink)) {
    unlink(object);
  }
}

function elementSize(kind: u32): u64 {
  if (kind >= ELEMENT_I64) return kind === ELEMENT_F32 ? 4 : 8;
  if (kind === ELEMENT_I32) return 4;
  return kind === ELEMENT_I16 || kind === ELEMENT_U16 ? 2 : 1;
}
