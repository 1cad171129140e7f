// `using`: the resource is given up on every way out of the block, the one declared last first.

import ts from "typescript";
import type { Value } from "../ir/function.ts";
import type { Context } from "./context.ts";
import { isAbsent } from "./conversions.ts";
import { evaluated } from "./lower-calls.ts";
import { conditional } from "./lower-conditions.ts";
import { construct } from "./lower-constructors.ts";
import { lowerVariable } from "./lower-declarations.ts";
import { lowerGuarded } from "./lower-exceptions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { callMember } from "./lower-members.ts";
import { type Operand, operand, VOID_OPERAND } from "./operands.ts";
import { mayBeAbsent, presentType, TypeKind, types } from "./types.ts";

/** The declarations of a statement with `using`; undefined of any other statement. */
export function usingDeclarations(statement: ts.Statement): readonly ts.VariableDeclaration[] | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const { declarationList } = statement;
  return (declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Using ? declarationList.declarations : undefined;
}

/** Lowers the declarations, and what follows them in the block. */
export function lowerUsing(context: Context, declarations: readonly ts.VariableDeclaration[], rest: () => void): void {
  const [declaration, ...others] = declarations;
  if (declaration === undefined) return rest();
  lowerVariable(context, declaration, true);
  const region = (): void => lowerUsing(context, others, rest);
  const name = declaration.name as ts.Identifier;
  const dispose = (): void => giveUp(context, name);
  lowerGuarded(context, region, { leave: dispose, end: dispose, fail: (thrown) => disposeAfter(context, thrown, dispose, name) });
}

/** Calls the resource's `[Symbol.dispose]`; null and undefined have none. */
function giveUp(context: Context, name: ts.Identifier): void {
  const resource = lowerExpression(context, name);
  const call = (present: Operand): Operand => {
    callMember(context, present, "[dispose]", [], name);
    return VOID_OPERAND;
  };
  if (!mayBeAbsent(resource.type)) {
    call(resource);
    return;
  }
  const present = presentType(resource.type);
  if (present.kind === TypeKind.Never) return;
  conditional(
    context,
    isAbsent(context, resource),
    () => VOID_OPERAND,
    () => call(context.narrow(resource, present, name)),
    name,
  );
}

/** An exception is on its way: one that disposing throws takes its place and holds it. */
function disposeAfter(context: Context, thrown: Value, dispose: () => void, node: ts.Node): void {
  const { builder, program } = context;
  const failed = builder.openBlock(true);
  context.handlers.push({ block: failed, cleanup: null, jumpDepth: context.jumps.length });
  dispose();
  context.handlers.pop();
  if (!builder.isTerminated) program.exceptions.throw(context, thrown);
  builder.enter(failed);
  if (builder.isTerminated) return;
  const second = operand(types.unknown, program.exceptions.take(context));
  const declaration = program.libraryClass("SuppressedError");
  const type = declaration === undefined ? undefined : program.converter.classOf(declaration, []);
  if (type?.kind !== TypeKind.Class) return context.refuse(node, "TSM3016", "SuppressedError", "runtime/core/error.ts");
  const args = [evaluated(second, node), evaluated(operand(types.unknown, thrown), node)];
  program.exceptions.throw(context, context.value(construct(context, type, args, node)));
}
