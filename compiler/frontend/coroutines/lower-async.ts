// Async functions in code: `await` and `return`.
// A call is an AsyncCall of runtime/core/async/promise.ts, which enters the body again and again.

import type ts from "typescript";
import { Op } from "../../ir/ops.ts";
import type { Context, Coroutine } from "../context.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { type Operand, operand } from "../operands.ts";
import { runFinallyBlocks } from "../statements/lower-exceptions.ts";
import { type ClassType, types } from "../types/types.ts";
import { resolvePromise, toPromise } from "./lower-promises.ts";

export class AsyncBody implements Coroutine {
  private readonly self: Operand;

  constructor(self: Operand) {
    this.self = self;
  }

  complete(context: Context, given: Operand, node: ts.Node): void {
    // What a finally block has still to do comes first; it may await, throw, or return something else.
    const held = given.value === 0 ? given : operand(given.type, given.value);
    runFinallyBlocks(context, 0);
    if (context.builder.isTerminated) return;
    context.at(node);
    resolvePromise(context, readMember(context, this.self, "promise", node), held, node);
    context.builder.return();
  }

  yield(context: Context, node: ts.YieldExpression): Operand {
    return context.refuse(node, "TSM3005", "`yield` in an async function");
  }

  await(context: Context, given: Operand, node: ts.Node): Operand {
    return awaitPromise(context, toPromise(context, given, node), this.self, node);
  }
}

/** Leaves the body until the promise is settled; then goes on with its value, or throws its reason. */
export function awaitPromise(context: Context, promise: Operand, call: Operand, node: ts.Node): Operand {
  const { builder } = context;
  const held = suspendFor(context, promise, call, node);
  const [rejected, onward] = [builder.openBlock(true), builder.openBlock()];
  builder.branch(context.value(callMember(context, held, "isRejected", [], node)), rejected, onward);
  builder.enter(rejected);
  context.program.exceptions.throw(context, context.value(readMember(context, held, "reason", node)));
  builder.enter(onward);
  const [value] = (promise.type as ClassType).typeArguments;
  return value === types.undefined ? operand(value, builder.nullRef()) : readMember(context, held, "value", node);
}

/** Leaves the body until the promise is settled; gives that promise. */
export function suspendFor(context: Context, promise: Operand, call: Operand, node: ts.Node): Operand {
  callMember(context, call, "waitFor", [promise], node);
  context.builder.emit(Op.Suspend, []);
  return operand(promise.type, context.value(callMember(context, call, "takeSettled", [], node)));
}
