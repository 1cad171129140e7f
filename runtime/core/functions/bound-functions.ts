// Bound functions: functions with `this` in a field of the object that they have as `this`. The object and its method would own each other;
// instead whoever is held from outside owns the other one.
//
//   state          the method's count                    the object's count        when
//   OfObject       with the field's reference            without the method's      nobody else held the method when the object was let go
//   OfMethod       without the field's reference         with the method's         the object was let go, and the method is held
//   Apart          as every closure                      as every closure          the field holds something else now
//
// Invariants: (1) whoever holds the method besides the field may use its object: that ends first when nobody does
//             (2) the state is in the lowest two bits of the address of the object in the method, which are 0 in addresses
// Called:     by drop.ts, and by compiled code that overwrites such fields.

import { loadU32, loadU64, storeU32, storeU64 } from "tsmetal/unsafe";
import { descriptorAt, fieldSlot, isBound, referenceMap, Shape, shapeOf } from "../memory/descriptors.ts";
import { takeCount } from "../memory/reference-count.ts";

const OBJECT_OFFSET: u64 = 16;

const OF_OBJECT: u64 = 0;
const OF_METHOD: u64 = 1;
const APART: u64 = 2;
const STATE_MASK: u64 = 3;

/** What ends when the last reference to the object at the address is given up: it, the object it is a method of, or nothing: 0. */
export function endingOf(address: u64): u64 {
  const descriptor: u64 = descriptorAt(address);
  if (!isBound(descriptor)) return address;
  if (shapeOf(descriptor) !== Shape.Method) return isHeldByMethods(address, descriptor) ? 0 : address;
  const held: u64 = loadU64(address + OBJECT_OFFSET);
  const object: u64 = held & ~STATE_MASK;
  const state: u64 = held & STATE_MASK;
  if (state === OF_METHOD) {
    // The count of 1 is the field's from here on.
    storeU64(address + OBJECT_OFFSET, object);
    return takeCount(object) && !isHeldByMethods(object, descriptorAt(object)) ? object : 0;
  }
  // Only a method that is apart has a count of its object to give up.
  storeU64(address + OBJECT_OFFSET, state === APART ? object : 0);
  return address;
}

/** Makes the methods that are held from outside the owners of their object, whose last count is given up. */
function isHeldByMethods(object: u64, descriptor: u64): boolean {
  const fields: u64 = referenceMap(descriptor);
  const count: u32 = loadU32(fields);
  let owners: u32 = 0;
  for (let index: u32 = 0; index < count; index++) {
    const method: u64 = loadU64(fieldSlot(object, fields, index));
    if (method === 0 || shapeOf(descriptorAt(method)) !== Shape.Method || loadU64(method + OBJECT_OFFSET) !== object) continue;
    if (takeCount(method)) continue;
    storeU64(method + OBJECT_OFFSET, object | OF_METHOD);
    owners++;
  }
  if (owners !== 0) storeU32(object, owners);
  return owners !== 0;
}

/**
 * The method in a field of the object is about to be overwritten, or did not get there. The field's reference, which the caller gives up,
 * counts again, and the method owns its object like any function.
 * @exportName tsm_detach_method
 */
export function detachMethod(object: u64, method: u64): void {
  if (method === 0 || shapeOf(descriptorAt(method)) !== Shape.Method) return;
  const held: u64 = loadU64(method + OBJECT_OFFSET);
  if (held === object + OF_OBJECT) storeU32(object, loadU32(object) + 1);
  else if (held === object + OF_METHOD) storeU32(method, loadU32(method) + 1);
  else return;
  storeU64(method + OBJECT_OFFSET, object + APART);
}
