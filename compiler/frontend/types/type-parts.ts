// Type parts: whether a type mentions another kind of type, or has it among its values.

import type ts from "typescript";
import { type ClassType, isNumeric, mayBeAbsent, type Type, type TypedArrayType, TypeKind, typedArrayType } from "./types.ts";

/** Whether `unknown` is the type or part of it: it was not settled yet. */
export function mentionsUnknown(type: Type): boolean {
  return mentions(type, TypeKind.Unknown, (part) => innerTypes(classBehind(part)));
}

/** Whether number is the type or part of it: then the checker may have lost a machine type. */
export function mentionsNumber(type: Type): boolean {
  return mentions(type, TypeKind.Number, (part) => (part.kind === TypeKind.Function ? [part.result] : contentsOf(part)));
}

/** What the type is made of, without what is behind its members. */
export function innerTypes(type: Type): readonly Type[] {
  return type.kind === TypeKind.Class ? type.typeArguments : contentsOf(type);
}

/** The types of the values that are in one of the type. */
function contentsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case TypeKind.Union:
      return type.members;
    case TypeKind.Array:
      return [type.element];
    case TypeKind.Tuple:
      return type.elements;
    default:
      return [];
  }
}

/** Whether a type of that kind is the type, or one of its parts, or of theirs. */
function mentions(type: Type, kind: TypeKind, partsOf: (type: Type) => readonly Type[]): boolean {
  const seen = new Set<Type>([type]);
  for (const part of seen) {
    if (part.kind === kind) return true;
    for (const inner of partsOf(part)) seen.add(inner);
  }
  return false;
}

const LIKENESS_DEPTH_MAX = 4;

/** Whether nothing speaks against values of the one type being such of the other, however they are stored. */
export function isLike(given: Type, wanted: Type, depth = 0): boolean {
  if (given === wanted || wanted.kind === TypeKind.Unknown || given.kind === TypeKind.Never || depth > LIKENESS_DEPTH_MAX) return true;
  if (given.kind === TypeKind.Null || given.kind === TypeKind.Undefined) return mayBeAbsent(wanted);
  if (given.kind === TypeKind.Union)
    return (!mayBeAbsent(given) || mayBeAbsent(wanted)) && given.members.every((member) => isLike(member, wanted, depth));
  if (wanted.kind === TypeKind.Union) return wanted.members.some((member) => isLike(given, member, depth));
  if (given.kind === TypeKind.Array && wanted.kind === TypeKind.Array) return isLike(given.element, wanted.element, depth + 1);
  if (given.kind === TypeKind.Array && wanted.kind === TypeKind.Tuple) return true;
  if (given.kind !== TypeKind.Object || wanted.kind !== TypeKind.Object)
    return given.kind === wanted.kind || (isNumeric(given) && isNumeric(wanted));
  const own = given.properties();
  return [...wanted.properties().values()].every(({ name, type, isOptional }) => {
    const property = own.get(name);
    return property === undefined ? isOptional : isLike(property.type, type, depth + 1);
  });
}

/** Whether an object type would lose members as the other one, or has values that are none of its; the first may be one of several. */
export function hasOtherMembers(left: Type, right: Type): boolean {
  if (left.kind === TypeKind.Union) return left.members.length > 0 && left.members.every((member) => hasOtherMembers(member, right));
  if (left.kind !== TypeKind.Object || right.kind !== TypeKind.Object) return false;
  const [ours, theirs] = [left.properties(), right.properties()];
  if (ours.size !== theirs.size) return true;
  return [...ours.values()].some(({ name, type }) => {
    const other = theirs.get(name)?.type;
    return other === undefined || !isLike(type, other) || !isLike(other, type);
  });
}

/** The class that is meant where an object is made: an open class is seen through a view elsewhere. */
export function classBehind(type: Type): Type {
  return type.kind === TypeKind.Object ? (type.view ?? type) : type;
}

export function derivesFrom(type: ClassType, declaration: ts.ClassLikeDeclaration): boolean {
  for (let current: ClassType | null = type; current !== null; current = current.parent())
    if (current.declaration === declaration) return true;
  return false;
}

/** Whether null, or undefined, is among the values of the type. */
export function hasAbsent(type: Type, wanted: Type): boolean {
  if (type === wanted || type.kind === TypeKind.Unknown) return true;
  return type.kind === TypeKind.Union && (wanted.kind === TypeKind.Null ? type.hasNull : type.hasUndefined);
}

/** Whether no value of the one type is one of the other: a number no text, an object no number. Texts have members, as objects do. */
export function areDisjoint(given: Type, wanted: Type): boolean {
  const [ours, theirs] = [typeofOf(given), wanted.kind === TypeKind.Object ? undefined : typeofOf(wanted)];
  return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** What `typeof` says of all values of a type; undefined where it says several things. */
function typeofOf(type: Type): string | undefined {
  switch (type.kind) {
    case TypeKind.String:
      return "string";
    case TypeKind.Boolean:
      return "boolean";
    case TypeKind.Number:
    case TypeKind.Integer:
    case TypeKind.Float32:
    case TypeKind.Enum:
      return "number";
    case TypeKind.Class:
    case TypeKind.Array:
    case TypeKind.Tuple:
    case TypeKind.TypedArray:
      return "object";
    case TypeKind.Object:
      return type.properties().size > 0 ? "object" : undefined;
    default:
      return undefined;
  }
}

/** Whether they are Node's arrays of bytes. */
export function isBuffer(type: Type): boolean {
  return type.kind === TypeKind.TypedArray && type.name === "Buffer";
}

/** The kind of typed arrays that those of this kind are of, too: each buffer is a Uint8Array. */
export function typedArrayAbove(type: Type): TypedArrayType | undefined {
  return type.kind === TypeKind.TypedArray && isBuffer(type) ? typedArrayType("Uint8Array", type.element) : undefined;
}
