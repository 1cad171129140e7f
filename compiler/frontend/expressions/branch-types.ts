// Branch types: what holds the values of both branches of a conditional, of `??`, of the elements of an array.

import { isAdaptable, type Operand } from "../operands.ts";
import { isConstructor } from "../types/function-roles.ts";
import { valueTypeOf } from "../types/representation.ts";
import { hasOtherMembers } from "../types/type-parts.ts";
import { type Type, TypeKind, types, unionType } from "../types/types.ts";
import { constantFits, hasNoElements, isAssignable, isScalar } from "./conversions.ts";

/** The common type of two branches: of a conditional, of `??`, of array elements. */
export function commonType(left: Operand, right: Operand): Type {
  if (left.type === right.type) return left.type;
  if (left.type.kind === TypeKind.Never) return right.type;
  if (right.type.kind === TypeKind.Never) return left.type;
  if (isAdaptable(left) && isScalar(right.type) && !isAdaptable(right)) return scalarCommon(left, right.type);
  if (isAdaptable(right) && isScalar(left.type) && !isAdaptable(left)) return scalarCommon(right, left.type);
  if (left.type.kind === TypeKind.Number && right.type.kind === TypeKind.Number) return types.number;
  if (hasNoElements(left.type) && right.type.kind === TypeKind.Array) return right.type;
  if (hasNoElements(right.type) && left.type.kind === TypeKind.Array) return left.type;
  if (isConstructor(left.type) && right.type.kind === TypeKind.ClassValue) return left.type;
  if (isConstructor(right.type) && left.type.kind === TypeKind.ClassValue) return right.type;
  if (hasOtherMembers(left.type, right.type)) return unionType([left.type, right.type]);
  if (isAssignable(left.type, right.type) && valueTypeOf(left.type) === valueTypeOf(right.type)) return right.type;
  if (isAssignable(right.type, left.type) && valueTypeOf(left.type) === valueTypeOf(right.type)) return left.type;
  return unionType([left.type, right.type]);
}

function scalarCommon(literal: Operand, other: Type): Type {
  if (other.kind === TypeKind.Number) return types.number;
  if (other.kind === TypeKind.Integer) return constantFits(literal, other) ? other : unionType([literal.type, other]);
  return literal.type === other ? other : literal.type.kind === TypeKind.Enum ? unionType([literal.type, other]) : other;
}
