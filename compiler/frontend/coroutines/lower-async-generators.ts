// Async generators in code: `yield`, `yield*`, `await` and the return of their bodies.
// The other side is runtime/core/async/async-generator.ts.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context, Coroutine } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { loopWhile } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { absentValue } from "../expressions/stored-members.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { runFinallyBlocks } from "../statements/lower-exceptions.ts";
import { guarded, type Iteration, isRuntimeClass, overSteps } from "../statements/lower-iteration.ts";
import { type ClassType, mayBeAbsent, TypeKind, types, unionType } from "../types/types.ts";
import { CoroutineObject } from "./coroutine-object.ts";
import { type Asked, answered, askIterator, Request } from "./delegation.ts";
import { awaitPromise, suspendFor } from "./lower-async.ts";
import { asyncIterate, hasAsyncIterator, overAwaited } from "./lower-async-iteration.ts";
import { type GeneratorTypes, isUnused, returnedValue, sentValue } from "./lower-generators.ts";
import { promiseType, toPromise } from "./lower-promises.ts";

export class AsyncGeneratorBody implements Coroutine {
  private readonly object: CoroutineObject;
  private readonly types: GeneratorTypes;

  constructor(self: Operand, kinds: GeneratorTypes) {
    this.object = new CoroutineObject(self);
    this.types = kinds;
  }

  complete(context: Context, given: Operand, node: ts.Node): void {
    const isReturned = ts.isReturnStatement(node.parent) && node.parent.expression === node;
    const value = isReturned ? this.await(context, given, node) : given;
    const { returned } = this.types;
    const isNothing = returned.kind === TypeKind.Unknown && mayBeAbsent(value.type);
    this.leave(context, operand(returned, isNothing ? context.builder.nullRef() : coerce(context, value, returned, node)), node);
  }

  await(context: Context, given: Operand, node: ts.Node): Operand {
    return awaitPromise(context, toPromise(context, given, node), this.object.self, node);
  }

  yield(context: Context, node: ts.YieldExpression): Operand {
    if (node.asteriskToken !== undefined) return this.delegate(context, node);
    const given = node.expression === undefined ? UNDEFINED_OPERAND : lowerExpression(context, node.expression, this.types.yielded);
    context.at(node);
    const request = this.give(context, this.await(context, given, node), node);
    this.followRequest(context, request, node);
    return this.sent(context, request, node);
  }

  /** `yield*`: what is asked of this generator goes on to the other iterator, until that has ended. */
  private delegate(context: Context, node: ts.YieldExpression): Operand {
    const source = node.expression === undefined ? UNDEFINED_OPERAND : lowerExpression(context, node.expression);
    context.at(node);
    const isGenerator = (["AsyncGenerator", "Generator"] as const).some((name) => isRuntimeClass(context, source.type, name));
    if (isGenerator) return this.delegateToGenerator(context, source, node);
    if (hasAsyncIterator(context, source.type)) {
      const iterator = callMember(context, source, "[asyncIterator]", [], node);
      if (isRuntimeClass(context, iterator.type, "AsyncGenerator")) return this.delegateToGenerator(context, iterator, node);
      return this.delegateToIterator(context, iterator, node);
    }
    const iteration = asyncIterate(context, source, node, this.types.yielded);
    loopWhile(
      context,
      () => iteration.advance(),
      () => {
        const element = iteration.element();
        guarded(context, iteration, () => this.followRequest(context, this.give(context, element, node), node));
      },
    );
    return iteration.result?.() ?? UNDEFINED_OPERAND;
  }

  private delegateToIterator(context: Context, iterator: Operand, node: ts.YieldExpression): Operand {
    const { builder } = context;
    const held = operand(iterator.type, context.value(iterator));
    const request = new SsaVariable("request", ValueType.I32);
    builder.write(request, builder.int(ValueType.I32, Request.Plain));
    const returning = unionType([this.types.returned, types.undefined]);
    const returned = context.temporary(returning);
    builder.write(returned, absentValue(context, returning));
    const asked = (): Asked => ({
      request: builder.read(request),
      sent: operand(this.types.sent, this.object.get(context, "sent")),
      returned: operand(returning, builder.read(returned)),
      failure: operand(types.unknown, this.object.get(context, "failure")),
      settle: (step) => this.await(context, step, node),
      leave: () => this.leave(context, operand(returning, builder.read(returned)), node),
    });
    const steps = overSteps(context, () => askIterator(context, held, asked(), node), null, node, this.types.yielded);
    loopWhile(
      context,
      () => steps.advance(),
      () => {
        builder.write(request, this.give(context, steps.element(), node));
        this.takeReturned(context, request, returned, node);
      },
    );
    const result = steps.result?.() ?? UNDEFINED_OPERAND;
    const [left, onward] = [builder.openBlock(true), builder.openBlock()];
    builder.branch(builder.emit(Op.Equal, [builder.read(request), builder.int(ValueType.I32, Request.Return)]), left, onward);
    builder.enter(left);
    this.leave(context, answered(result, this.types.returned), node);
    builder.enter(onward);
    return result;
  }

  private delegateToGenerator(context: Context, source: Operand, node: ts.YieldExpression): Operand {
    const { builder } = context;
    const inner = operand(source.type, context.value(source));
    const request = new SsaVariable("request", ValueType.I32);
    builder.write(request, builder.int(ValueType.I32, Request.Plain));
    const returning = unionType([this.types.returned, types.undefined]);
    const returned = context.temporary(returning);
    builder.write(returned, absentValue(context, returning));
    const ask = (): Operand => this.askInner(context, inner, builder.read(request), node);
    const iteration = isRuntimeClass(context, inner.type, "Generator")
      ? overAwaited(context, this.stepsOf(context, inner, ask, node), this, node)
      : overSteps(context, () => this.await(context, ask(), node), null, node, this.types.yielded);
    loopWhile(
      context,
      () => iteration.advance(),
      () => {
        builder.write(request, this.give(context, iteration.element(), node));
        this.takeReturned(context, request, returned, node);
      },
    );
    const [left, onward] = [builder.openBlock(true), builder.openBlock()];
    builder.branch(builder.emit(Op.Equal, [builder.read(request), builder.int(ValueType.I32, Request.Return)]), left, onward);
    builder.enter(left);
    this.leave(context, operand(returning, builder.read(returned)), node);
    builder.enter(onward);
    if (isUnused(node)) return operand(types.void, 0);
    return returnedValue(context, inner, iteration.result?.() ?? UNDEFINED_OPERAND, node);
  }

  /** The steps of an ordinary generator. */
  private stepsOf(context: Context, inner: Operand, ask: () => Operand, node: ts.Node): Iteration {
    return {
      advance: () => context.value(ask()),
      element: () => readMember(context, inner, "yielded", node),
      close: null,
      result: () => callMember(context, inner, "takeReturned", [], node),
    };
  }

  /** Passes a request on to the other generator. */
  private askInner(context: Context, inner: Operand, request: Value, node: ts.Node): Operand {
    const takes = (inner.type as ClassType).typeArguments[2] === this.types.sent;
    if (takes) callMember(context, inner, "take", [operand(this.types.sent, this.object.get(context, "sent"))], node);
    const args = [operand(types.u32, request), operand(types.unknown, this.object.get(context, "failure"))];
    return callMember(context, inner, "follow", args, node);
  }

  /** Where a return is asked for: waits for what is to be returned; if that fails, a throw is what is asked for. */
  private takeReturned(context: Context, request: SsaVariable, returned: SsaVariable, node: ts.Node): void {
    const { builder } = context;
    const [waiting, failed, there, onward] = [
      builder.openBlock(true),
      builder.openBlock(true),
      builder.openBlock(true),
      builder.openBlock(),
    ];
    builder.branch(builder.emit(Op.Equal, [builder.read(request), builder.int(ValueType.I32, Request.Return)]), waiting, onward);
    builder.enter(waiting);
    const promise = suspendFor(context, this.returning(context), this.object.self, node);
    builder.branch(context.value(callMember(context, promise, "isRejected", [], node)), failed, there);
    builder.enter(failed);
    this.object.set(context, "failure", readMember(context, promise, "reason", node), node);
    builder.write(request, builder.int(ValueType.I32, Request.Throw));
    builder.jump(onward);
    builder.enter(there);
    builder.write(returned, context.value(readMember(context, promise, "value", node)));
    builder.jump(onward);
    builder.enter(onward);
  }

  /** Gives a value to who asked for it, and leaves the body unless more was asked for; behind it, what the generator is asked to do. */
  private give(context: Context, value: Operand, node: ts.Node): Value {
    const { builder } = context;
    this.object.set(context, "yielded", value, node);
    const [leaving, onward] = [builder.openBlock(), builder.openBlock()];
    builder.branch(context.value(callMember(context, this.object.self, "deliver", [], node)), onward, leaving);
    builder.enter(leaving);
    builder.emit(Op.Suspend, []);
    builder.jump(onward);
    builder.enter(onward);
    return this.object.get(context, "request");
  }

  /** Throws or returns where that is asked for; goes on otherwise. */
  private followRequest(context: Context, request: Value, node: ts.Node): void {
    const { builder } = context;
    const [thrown, returned, onward] = [builder.openBlock(true), builder.openBlock(true), builder.openBlock()];
    builder.switch(request, [Request.Throw, Request.Return], [thrown, returned], onward);
    builder.enter(thrown);
    context.program.exceptions.throw(context, this.object.get(context, "failure"));
    builder.enter(returned);
    this.leave(context, awaitPromise(context, this.returning(context), this.object.self, node), node);
    builder.enter(onward);
  }

  private returning(context: Context): Operand {
    const [, returned] = (this.object.self.type as ClassType).typeArguments;
    const type = promiseType(context, unionType([returned, types.undefined]), context.program.loaded.files[0]);
    return operand(type, this.object.get(context, "returning"));
  }

  /** Runs the finally blocks around, which may await and return something else, and ends the body. */
  private leave(context: Context, value: Operand, node: ts.Node): void {
    runFinallyBlocks(context, 0);
    if (context.builder.isTerminated) return;
    this.object.set(context, "returned", value, node);
    context.builder.return();
  }

  /** The value of the yield expression. */
  private sent(context: Context, request: Value, node: ts.Node): Operand {
    return isUnused(node) ? operand(types.void, 0) : sentValue(context, this.types.sent, request, this.object.get(context, "sent"));
  }
}
