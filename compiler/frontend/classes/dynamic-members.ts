// Dynamic members: those of objects that JSON.parse makes where unknown is wanted. They are asked for by name when the program runs, and
// what is found is tested against the type that the place wants.

import type ts from "typescript";
import { PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { assertedKind } from "../expressions/lower-assertions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { NEVER_OPERAND, type Operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { noteTypesOfParsed } from "../types/open-types.ts";
import { anyObject, type FunctionType, type Type, TypeKind, types } from "../types/types.ts";
import type { MemberKind } from "./methods.ts";

interface DynamicMember {
  readonly name: string;
  readonly kind: MemberKind;
  readonly type: FunctionType;
}

export function dynamicMember(context: Context, self: Operand, { name, kind, type }: DynamicMember, args: readonly Operand[]): Operand {
  const [node] = context.program.loaded.files;
  const key: Operand = { type: types.string, value: 0, constant: name };
  switch (kind) {
    case "has":
      return callMember(context, self, "has", [key], node);
    case "get":
      return tested(context, callMember(context, self, "get", [key], node), type.result, node);
    case "set":
      return callMember(context, self, "set", [key, ...args], node);
    default:
      return fail(context);
  }
}

/** What such objects hold is taken for values of the types: their lists, which are of unknown values, have to be seen as others. */
export function openParsed(program: Program, doubted: Iterable<Type>): void {
  for (const type of doubted) noteTypesOfParsed(program.typesToOpen, type);
  program.lacksOpenTypes ||= program.typesToOpen.size > 0;
}

/** The value as one of the type; elements of lists, and members of objects, are tested where they are read. */
function tested(context: Context, given: Operand, wanted: Type, node: ts.Node): Operand {
  if (wanted.kind === TypeKind.Unknown) return given;
  const parts = wanted.kind === TypeKind.Union ? wanted.members : [wanted];
  if (!parts.every(isMade)) return fail(context);
  const test = (part: Operand): Operand =>
    part.type === anyObject && !parts.some(isOfObjects) ? fail(context) : assertedKind(context, given, wanted, node);
  return matchUnion(context, given, test, node, wanted);
}

/** Whether a text of JSON can hold such a value. */
function isMade({ kind }: Type): boolean {
  return kind === TypeKind.String || kind === TypeKind.Number || kind === TypeKind.Boolean || isOfObjects({ kind });
}

function isOfObjects({ kind }: { readonly kind: TypeKind }): boolean {
  return kind === TypeKind.Object || kind === TypeKind.Array || kind === TypeKind.Tuple;
}

function fail(context: Context): Operand {
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  context.builder.unreachable();
  return NEVER_OPERAND;
}
