// Unset variables: what is declared without a value and read before it has one is undefined, where its type knows of none.
// Invariants: (1) only references can be told from unset ones: a reference of 0 is undefined in every type that has no null

import ts from "typescript";
import { MemoryKind } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operands.ts";
import { memoryKindOf } from "../types/representation.ts";
import { mayBeAbsent, TypeKind, types, unionType } from "../types/types.ts";

/** The operand, read at that place of the program, as one that may be undefined, where the place may be read before it is set. */
export function unsetOperand(context: Context, given: Operand, node: ts.Expression): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Unknown || type.kind === TypeKind.Never || mayBeAbsent(type) || memoryKindOf(type) !== MemoryKind.Ref)
    return given;
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const declaration = context.program.symbolOf(name)?.valueDeclaration;
  if (declaration === undefined || !startsUnset(declaration)) return given;
  return { ...given, type: unionType([type, types.undefined]) };
}

function startsUnset(declaration: ts.Declaration): boolean {
  if (ts.isPropertyDeclaration(declaration)) return declaration.exclamationToken !== undefined;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer !== undefined) return false;
  return (
    !ts.isForInStatement(declaration.parent.parent) &&
    !ts.isForOfStatement(declaration.parent.parent) &&
    !ts.isCatchClause(declaration.parent)
  );
}
