// Open types: types of lists and tuples, and classes of the library, as which a program sees objects that were made for other elements, as
// a `number[]` as a `readonly unknown[]`. Objects of such a type are reached by functions of their own classes, which convert. Which types
// are meant shows while lowering, which then starts again; they are known by their names, as types are made anew.
// Owns:       the open types of the program that is being lowered.

import { MemoryKind } from "../../ir/types.ts";
import { memoryKindOf, tellsNullApart } from "./representation.ts";
import { type ArrayType, isHeapType, type TupleType, type Type, TypeKind, types } from "./types.ts";

let openTypes: ReadonlySet<string> = new Set();

/** From now on these types are open. */
export function setOpenTypes(names: ReadonlySet<string>): void {
  openTypes = names;
}

export function isOpenType(type: Type): boolean {
  return openTypes.size > 0 && openTypes.has(type.name);
}

export function isOpenList(type: Type): type is ArrayType {
  return type.kind === TypeKind.Array && type.places === undefined && isOpenType(type);
}

export function isOpenTuple(type: Type): type is TupleType {
  return type.kind === TypeKind.Tuple && isOpenType(type);
}

const VIEWED: ReadonlySet<string> = new Set(["Map", "Set"]);

/** Whether it is the name of a class of the library whose objects can be seen through a view. */
export function isViewed(name: string): boolean {
  return VIEWED.has(name);
}

/** Whether a list or tuple of the one type can be seen as one of the other; `isHeld` says so of values that are stored alike. */
export function canBeOpened(from: Type, to: Type, isHeld: (from: Type, to: Type) => boolean): boolean {
  const pair = `${from.id} ${to.id}`;
  // Of types that contain themselves: nothing has spoken against it yet.
  if (assumed.has(pair)) return true;
  assumed.add(pair);
  try {
    return canBeListOf(from, to, isHeld) || canBeTupleOf(from, to, isHeld);
  } finally {
    assumed.delete(pair);
  }
}

const assumed = new Set<string>();

function canBeListOf(from: Type, to: Type, isHeld: (from: Type, to: Type) => boolean): boolean {
  if (to.kind !== TypeKind.Array || to.places !== undefined) return false;
  const parts = from.kind === TypeKind.Tuple ? from.elements : from.kind === TypeKind.Array ? [from.element] : undefined;
  return parts?.every((part) => canBeSeenAs(part, to.element, isHeld)) === true;
}

/** The same of two tuples, element by element: what is read of a function is one around it, which to `===` is the same. */
function canBeTupleOf(from: Type, to: Type, isHeld: (from: Type, to: Type) => boolean): boolean {
  if (from.kind !== TypeKind.Tuple || to.kind !== TypeKind.Tuple || from.elements.length !== to.elements.length) return false;
  if (from.required < from.elements.length !== to.required < to.elements.length) return false;
  const isAnyFunction = (one: Type, other: Type): boolean => one.kind === TypeKind.Function && other.kind === TypeKind.Function;
  return from.elements.every((part, index) => canBeSeenAs(part, to.elements[index], (a, b) => isAnyFunction(a, b) || isHeld(a, b)));
}

/** Notes the types that would have to be open for values of the one type to be such of the other. */
export function noteTypesToOpen(names: Set<string>, given: Type, target: Type): void {
  const isHeld = (from: Type, to: Type): boolean => {
    noteTypesToOpen(names, from, to);
    return true;
  };
  for (const to of membersOf(target)) {
    for (const from of membersOf(given)) if (from !== to && canBeOpened(from, to, isHeld)) names.add(to.name);
  }
}

/** Notes the lists and tuples of the type that are stored otherwise than the lists of unknown values that `JSON.parse` makes. */
export function noteTypesOfParsed(names: Set<string>, type: Type): void {
  if (type.kind === TypeKind.Array && type.places === undefined) {
    if (memoryKindOf(type.element) !== MemoryKind.Ref || storesNullAsZero(type.element)) names.add(type.name);
    noteTypesOfParsed(names, type.element);
  } else if (type.kind === TypeKind.Tuple) {
    if (type.required === type.elements.length) names.add(type.name);
    for (const element of type.elements) noteTypesOfParsed(names, element);
  } else if (type.kind === TypeKind.Union) for (const member of type.members) noteTypesOfParsed(names, member);
}

export function storesNullAsZero(type: Type): boolean {
  return type.kind === TypeKind.Null || (type.kind === TypeKind.Union && type.hasNull && !tellsNullApart(type));
}

function membersOf(type: Type): readonly Type[] {
  return type.kind === TypeKind.Union ? type.members : [type];
}

/** Whether a value of the one type becomes one of the other by itself, though it may be stored otherwise. */
export function canBeSeenAs(from: Type, to: Type, isHeld: (from: Type, to: Type) => boolean): boolean {
  if (from === to || from.kind === TypeKind.Never) return true;
  if (from.kind === TypeKind.Integer || from.kind === TypeKind.Float32 || (from.kind === TypeKind.Class && from.isPacked)) return false;
  if (to === types.unknown) return true;
  if (from.kind === TypeKind.Union) {
    const isMissing = to.kind !== TypeKind.Union || (from.hasNull && !to.hasNull) || (from.hasUndefined && !to.hasUndefined);
    if ((from.hasNull || from.hasUndefined) && isMissing) return false;
    return from.members.every((member) => canBeSeenAs(member, to, isHeld));
  }
  if (to.kind === TypeKind.Union) {
    if (from.kind === TypeKind.Null) return to.hasNull;
    if (from.kind === TypeKind.Undefined) return to.hasUndefined;
    return to.members.some((member) => canBeSeenAs(from, member, isHeld));
  }
  if (from.kind === TypeKind.Number || from.kind === TypeKind.Enum) return to.kind === TypeKind.Number;
  return isHeapType(from) && isHeapType(to) && isHeld(from, to);
}
