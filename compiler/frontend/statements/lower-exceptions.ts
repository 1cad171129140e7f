// Exceptions in code: throw, try, catch, finally. A finally block is lowered once for each way out of its region.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { type Operand, operand } from "../operands.ts";
import { valueTypeOf } from "../types/representation.ts";
import { mayBeAbsent, TypeKind, types, widened } from "../types/types.ts";
import { bindName } from "./lower-declarations.ts";
import { lowerStatement, lowerStatements } from "./lower-statements.ts";

export function lowerThrow(context: Context, node: ts.ThrowStatement): void {
  const { program } = context;
  if (program.isKernel) return panicInstead(context, node);
  const given = lowerExpression(context, node.expression);
  context.at(node);
  const value = thrownValue(context, given, node);
  if (program.exceptions.isUsed) program.exceptions.throw(context, value);
  else reportUncaught(context, value, node);
}

/** An exception that nothing can catch ends the program. */
export function reportUncaught(context: Context, thrown: Value, node: ts.Node): void {
  const declaration = context.program.coreFunction("uncaught", "reportUncaught");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "reportUncaught", "runtime/core/errors/uncaught.ts");
  context.emit(Op.Call, [thrown], context.program.functions.request(declaration, []).fn.index);
  context.builder.unreachable();
}

/** The kernel has no exceptions: where a library function would throw, it panics with the message. */
function panicInstead(context: Context, node: ts.ThrowStatement): void {
  const declaration = context.program.coreFunction("panic", "panic");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "panic", "runtime/core/errors/panic.ts");
  const argument = ts.isNewExpression(node.expression) ? node.expression.arguments?.[0] : undefined;
  const constant = argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : "a library function refused its argument";
  callDeclared(context, declaration, null, null, [evaluated({ type: types.string, value: 0, constant }, node)], node);
}

/** What is thrown is an object; numbers and booleans travel in boxes. */
function thrownValue(context: Context, given: Operand, node: ts.Node): number {
  if (mayBeAbsent(given.type) || given.type.kind === TypeKind.Union) return context.coerce(given, types.unknown, node);
  const type = widened(given.type);
  if (valueTypeOf(type) === ValueType.Ref) return context.value(given);
  return context.program.classes.box(context, type, context.coerce(given, type, node));
}

export function lowerTry(context: Context, node: ts.TryStatement): void {
  const { finallyBlock } = node;
  if (finallyBlock === undefined) return lowerCatch(context, node);
  const runFinally = (): void => lowerStatement(context, finallyBlock);
  lowerGuarded(context, () => lowerCatch(context, node), {
    leave: runFinally,
    end: runFinally,
    fail: (thrown) => {
      runFinally();
      if (!context.builder.isTerminated) context.program.exceptions.throw(context, thrown);
    },
  });
}

/** What is lowered for the ways out of a region. */
export interface Exits {
  /** Before a return, break or continue that leads out. */
  leave(): void;
  /** Where control reaches the region's end. */
  end(): void;
  /** Where the region threw; gets the exception, which is not pending any more. */
  fail(thrown: Value): void;
}

/** Lowers a region with something to do on each way out of it. */
export function lowerGuarded(context: Context, region: () => void, exits: Exits): void {
  const { builder } = context;
  const failed = builder.openBlock(true);
  const done = builder.openBlock();
  context.handlers.push({ block: failed, cleanup: () => exits.leave(), jumpDepth: context.jumps.length });
  region();
  context.handlers.pop();
  if (!builder.isTerminated) exits.end();
  builder.jump(done);
  builder.enter(failed);
  if (!builder.isTerminated) exits.fail(context.program.exceptions.take(context));
  builder.jump(done);
  builder.enter(done);
}

/** The region and its catch clause, if there is one. */
function lowerCatch(context: Context, node: ts.TryStatement): void {
  const { catchClause } = node;
  if (catchClause === undefined) return lowerStatements(context, node.tryBlock.statements);
  const { builder } = context;
  const caught = builder.openBlock(true);
  const done = builder.openBlock();
  context.handlers.push({ block: caught, cleanup: null, jumpDepth: context.jumps.length });
  lowerStatements(context, node.tryBlock.statements);
  context.handlers.pop();
  builder.jump(done);
  builder.enter(caught);
  if (!builder.isTerminated) {
    context.at(catchClause);
    const thrown = operand(types.unknown, context.program.exceptions.take(context));
    const name = catchClause.variableDeclaration?.name;
    if (name !== undefined) bindName(context, name, thrown, types.unknown);
    lowerStatements(context, catchClause.block.statements);
    builder.jump(done);
  }
  builder.enter(done);
}

/** Runs the cleanups of the regions that a return, break or continue leaves: all above this number of handlers. */
export function runFinallyBlocks(context: Context, handlerDepth: number): void {
  const handlers = [...context.handlers];
  const jumps = [...context.jumps];
  for (let index = handlers.length - 1; index >= handlerDepth; index--) {
    const { cleanup, jumpDepth } = handlers[index];
    if (cleanup === null || context.builder.isTerminated) continue;
    // It sees what is around its try statement, not what is inside.
    context.handlers.splice(index);
    context.jumps.splice(jumpDepth);
    cleanup();
  }
  context.handlers.splice(0, context.handlers.length, ...handlers);
  context.jumps.splice(0, context.jumps.length, ...jumps);
}
