// Iterator objects: the members that make something of a walk, on generators and on what the library's members give; `Iterator.from`.

import type ts from "typescript";
import { callCore, isLibraryClass } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { runtimeClass } from "../coroutines/lower-coroutines.ts";
import { callMember } from "../expressions/lower-members.ts";
import { type Argument, evaluated, lowerArguments } from "../functions/arguments.ts";
import { callDeclared, callInstance, callOn } from "../functions/lower-calls.ts";
import type { Operand } from "../operands.ts";
import { canBeWalked, isRuntimeClass } from "../statements/lower-iteration.ts";
import { type Type, TypeKind } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";

const members = new Set(["drop", "every", "filter", "find", "flatMap", "forEach", "map", "reduce", "some", "take", "toArray"]);

function isIteratorObject(context: Context, { type }: Operand): boolean {
  return type.kind === TypeKind.Class && isLibraryClass(context.program, type, "IteratorObject");
}

/** A member on a generator, and `reduce` with a start value; undefined where a call is like that of any other method. */
export function callIteratorMember(
  context: Context,
  object: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.CallExpression,
): Operand | undefined {
  if (!members.has(name)) return undefined;
  const isGenerator = isRuntimeClass(context, object.type, "Generator");
  if (isGenerator) return callOn(context, ofGenerator(context, object, node), name, args, node);
  if (!isIteratorObject(context, object)) return undefined;
  if (name === "flatMap") return flatMap(context, object, args, node);
  if (name !== "reduce" || args.length < 2) return undefined;
  const declaration = context.program.coreFunction("iterator-object", "reduceFrom");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "reduceFrom", "runtime/core/collections/iterator-object.ts");
  return callDeclared(context, declaration, null, null, [evaluated(object, node), ...args], node);
}

/** What the callback gives is walked over, whatever it is: only the checker knows of what elements. */
function flatMap(context: Context, object: Operand, args: readonly Argument[], node: ts.CallExpression): Operand | undefined {
  const seen = context.checkerType(node);
  const found = object.type.kind === TypeKind.Class ? context.program.classes.findMember(object.type, "flatMap", "method") : undefined;
  if (found === undefined || seen.kind !== TypeKind.Class) return undefined;
  const instance = context.program.functions.request(found.node, seen.typeArguments, { ownClass: found.owner, isStatic: false });
  return callInstance(context, instance, object, lowerArguments(context, args, instance.params, false, node), node);
}

function ofGenerator(context: Context, object: Operand, node: ts.Node): Operand {
  const typeArguments = object.type.kind === TypeKind.Class ? object.type.typeArguments : [];
  return construct(context, runtimeClass(context, "GeneratorIterator", typeArguments, node), [evaluated(object, node)], node);
}

/** `Iterator.from(source)`; the element is that of an iterator of the program's own. */
export function iteratorFrom(context: Context, given: Operand, element: Type, node: ts.Node): Operand {
  if (isIteratorObject(context, given)) return given;
  const { type } = given;
  if (isRuntimeClass(context, type, "Generator")) return ofGenerator(context, given, node);
  if (type.kind === TypeKind.Array || type.kind === TypeKind.TypedArray) return callBuiltIn(context, given, "values", [], node);
  if (type.kind === TypeKind.String) return callCore(context, "string-iteration", "points", [given], node);
  const isIterable = type.kind !== TypeKind.Tuple && canBeWalked(context, type);
  const iterator = isIterable ? callMember(context, given, "[iterator]", [], node) : given;
  if (isIterable && iterator.type !== type) return iteratorFrom(context, iterator, element, node);
  return construct(context, runtimeClass(context, "ForeignIterator", [element], node), [evaluated(iterator, node)], node);
}
