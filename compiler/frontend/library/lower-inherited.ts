// Inherited members: what every object has from Object.prototype, called on objects whose classes have no such member.
// Manual:     ECMA-262 "Properties of the Object Prototype Object".

import type ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { callCore } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { tagText, textOf } from "../expressions/lower-strings.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import type { Argument } from "../functions/arguments.ts";
import { type Operand, operand } from "../operands.ts";
import { anyObject, functionType, TypeKind, types } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { ownNames } from "./lower-object-functions.ts";

/** The slot of what `toString()` gives where the static type knows of no such method: a class below may have one. */
export const OWN_TEXT = "toString()";

/** A call of `toString` or `hasOwnProperty`; undefined for other members, and where the object has one of its own. */
export function callInherited(
  context: Context,
  object: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand | undefined {
  const { type } = object;
  if (type.kind === TypeKind.Unknown && name === "toString") return textOfUnknown(context, object, node);
  if ((name !== "toString" && name !== "hasOwnProperty") || (type.kind !== TypeKind.Class && type.kind !== TypeKind.Object))
    return undefined;
  if (hasOwn(context, object, name)) return undefined;
  if (name === "hasOwnProperty")
    return callBuiltIn(context, ownNames(context, object, node), "includes", [args[0].lower(types.string)], node);
  if (type.kind === TypeKind.Class && context.program.isRuntime(type.declaration.getSourceFile()))
    return tagText(context, object, type, node);
  return textThroughSlot(context, object);
}

function textThroughSlot(context: Context, object: Operand): Operand {
  const method = context.program.methods.slot(null, OWN_TEXT, "text", functionType([], types.string));
  return operand(types.string, context.emit(Op.CallVirtual, [context.value(object)], method.index));
}

/** Of what the checker calls `object` or `{}`. */
function textOfUnknown(context: Context, given: Operand, node: ts.Node): Operand {
  const show = (part: Operand): Operand => {
    if (part.type === anyObject) return textThroughSlot(context, part);
    // The text of a function would be its source.
    return part.type.kind === TypeKind.Function ? callCore(context, "function", "refuseText", [], node) : textOf(context, part, node);
  };
  return matchUnion(context, given, show, node, types.string);
}

function hasOwn(context: Context, { type }: Operand, name: string): boolean {
  if (type.kind === TypeKind.Object) return type.properties().has(name);
  if (type.kind !== TypeKind.Class || type.isPacked) return true;
  const { classes } = context.program;
  const isMember = (["method", "get"] as const).some((kind) => classes.findMember(type, name, kind) !== undefined);
  return isMember || classes.layoutOf(type).fields.has(name);
}
