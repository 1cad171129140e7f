// Instances: `instanceof`, by the preorder numbers of classes.

import type ts from "typescript";
import type { Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import type { Context } from "./context.ts";
import { isAbsent, isSubclass } from "./conversions.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { type Operand, operand } from "./operands.ts";
import { isLibraryFile } from "./type-conversion.ts";
import { type ClassType, mayBeAbsent, TypeKind, types } from "./types.ts";

export function lowerInstanceOf(context: Context, node: ts.BinaryExpression): Operand {
  const left = lowerExpression(context, node.left);
  const declaration = classOnRight(context, node.right);
  const target = context.program.converter.classOf(declaration, []);
  if (target.kind !== TypeKind.Class || target.isPacked || (declaration.typeParameters?.length ?? 0) > 0) {
    return context.refuse(node.right, "TSM9001", "instanceof with a generic or packed class");
  }
  const { type } = left;
  if (type.kind === TypeKind.Class && isSubclass(type, target)) return { type: types.boolean, value: 0, constant: true };
  const isObject =
    type.kind === TypeKind.Class || type.kind === TypeKind.Object || type.kind === TypeKind.Union || type.kind === TypeKind.Unknown;
  if (!isObject) return { type: types.boolean, value: 0, constant: false };
  if (type.kind !== TypeKind.Unknown && !mayBeAbsent(type))
    return operand(types.boolean, isInstanceOf(context, context.value(left), target));
  const no = (): Operand => ({ type: types.boolean, value: 0, constant: false });
  return conditional(
    context,
    type.kind === TypeKind.Unknown ? isUndefined(context, left) : isAbsent(context, left),
    no,
    () => operand(types.boolean, isInstanceOf(context, context.value(left), target)),
    node,
    types.boolean,
  );
}

/** Whether a value of unknown type is undefined: it has no object. */
export function isUndefined(context: Context, given: Operand): Value {
  return context.emit(Op.Equal, [context.value(given), context.builder.nullRef()]);
}

/** The class named on the right side, one of the program's or one of the library's. */
function classOnRight(context: Context, node: ts.Expression): ts.ClassLikeDeclaration {
  const symbol = context.program.symbolOf(node);
  const declared = symbol?.valueDeclaration;
  if (declared !== undefined && isLibraryFile(declared.getSourceFile())) {
    return context.program.libraryClass(symbol?.name ?? "") ?? context.refuse(node, "TSM9001", `instanceof ${node.getText()}`);
  }
  const type = context.checkerType(node);
  return type.kind === TypeKind.ClassValue ? type.declaration : context.refuse(node, "TSM9001", "instanceof with this right side");
}

/** Whether an object, which is there, is of the class or one that derives from it. The range of ids is set when all classes are known. */
export function isInstanceOf(context: Context, object: Value, target: ClassType): Value {
  const { irClass } = context.program.classes.layoutOf(target);
  const { builder } = context;
  const id = context.emit(Op.ClassId, [object]);
  const first = builder.int(ValueType.I32, 0);
  const count = builder.int(ValueType.I32, 0);
  context.program.classes.numberLater(context.fn, first, count, irClass);
  // first <= id <= last, as one unsigned comparison.
  return context.emit(Op.LessEqualUnsigned, [context.emit(Op.Subtract, [id, first]), count]);
}
