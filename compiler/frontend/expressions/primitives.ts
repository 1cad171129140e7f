// Primitives: what objects are where operators ask for a value without members: what `[Symbol.toPrimitive]` or `valueOf` of theirs give.
// Manual:     ECMA-262 "ToPrimitive", "OrdinaryToPrimitive".

import type ts from "typescript";
import type { Context } from "../context.ts";
import type { Operand } from "../operands.ts";
import { TypeKind, types } from "../types/types.ts";
import { callMember } from "./lower-members.ts";

/** What an operator says that it would like best. */
export type PrimitiveHint = "default" | "number" | "string";

/** What the object says that it is; the operand itself where that is no object, or says nothing. */
export function primitiveOf(context: Context, given: Operand, hint: PrimitiveHint, node: ts.Node): Operand {
  if (hasMethod(context, given, "[toPrimitive]"))
    return callMember(context, given, "[toPrimitive]", [{ type: types.string, value: 0, constant: hint }], node);
  return hint !== "string" && hasMethod(context, given, "valueOf") ? callMember(context, given, "valueOf", [], node) : given;
}

/** Whether the program gives its objects the method. */
function hasMethod(context: Context, { type }: Operand, name: string): boolean {
  if (type.kind === TypeKind.Object) return type.properties().get(name)?.isOptional === false;
  const found = type.kind === TypeKind.Class ? context.program.classes.findMember(type, name, "method") : undefined;
  return found !== undefined && !context.program.isRuntime(found.node.getSourceFile());
}
