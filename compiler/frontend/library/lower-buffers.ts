// Buffers: Node's arrays of bytes: typed arrays of a kind of their own, with members and makers out of runtime/node.

import type ts from "typescript";
import { isTypedArray } from "../classes/lower-instances.ts";
import type { Context } from "../context.ts";
import { copyToArray } from "../expressions/lower-arrays.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import type { Operand } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { namedTypedArray } from "../types/library-types.ts";
import { isBuffer } from "../types/type-parts.ts";
import { type Type, TypeKind } from "../types/types.ts";

const MAKERS = "buffer";
const MEMBERS = "buffer-members";

/** `Buffer.from`, `Buffer.concat` and their like. */
export function callBufferFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const kind = namedTypedArray("Buffer");
  if (name === "isBuffer" && kind !== undefined) return isTypedArray(context, args[0].lower(), kind, node);
  if (name !== "from") return call(context, MAKERS, name, args, node);
  const source = args[0].lower();
  if (source.type.kind !== TypeKind.Union) return bufferFrom(context, source, args.slice(1), node);
  const rest = args.slice(1).map((argument) => evaluated(argument.lower(), argument.node));
  return matchUnion(context, source, (part) => bufferFrom(context, part, rest, node), node, kind);
}

function bufferFrom(context: Context, source: Operand, rest: readonly Argument[], node: ts.Node): Operand {
  const { type } = source;
  const of = (name: string, given: Operand, others = rest): Operand =>
    call(context, MAKERS, name, [evaluated(given, node), ...others], node);
  if (type.kind === TypeKind.String) return of("fromText", source);
  if (isBuffer(type) || isOfBytes(type)) return of("fromBytes", source, []);
  if (isRuntimeClass(context, type, "ArrayBuffer")) return of("fromArrayBuffer", source);
  return of("fromNumbers", type.kind === TypeKind.Array ? source : copyToArray(context, source, node), []);
}

/**
 * A member that buffers have, and typed arrays do not or have otherwise; undefined for the others. An array of bytes may be a buffer, where
 * the program has any, and has a buffer's text then.
 */
export function callBufferMember(
  context: Context,
  self: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand | undefined {
  const isText = name === "toString";
  const member = isBuffer(self.type) ? (isText ? "textOf" : name) : isText && isOfBytes(self.type) ? "textOfBytes" : undefined;
  if (member === undefined || context.program.coreFunction(MEMBERS, member) === undefined) return undefined;
  return call(context, MEMBERS, member, [evaluated(self, node), ...args], node);
}

function isOfBytes(type: Type): boolean {
  return type === namedTypedArray("Uint8Array");
}

function call(context: Context, file: string, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const declaration = context.program.coreFunction(file, name);
  if (declaration === undefined) return context.refuse(node, "TSM4006", "Buffer", context.program.loaded.options.profile, "service for it");
  return callDeclared(context, declaration, null, null, args, node);
}
