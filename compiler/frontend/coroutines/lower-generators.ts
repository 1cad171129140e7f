// Generators in code: `yield`, `yield*` and the return of a generator's body. The protocol's other side is runtime/core/async/generator.ts.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context, Coroutine } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { loopWhile } from "../expressions/lower-conditions.ts";
import { checkPresent, lowerExpression } from "../expressions/lower-expressions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { absentValue } from "../expressions/stored-members.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { runFinallyBlocks } from "../statements/lower-exceptions.ts";
import { guarded, isRuntimeClass, iterate, overSteps } from "../statements/lower-iteration.ts";
import { type ClassType, functionType, mayBeAbsent, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { CoroutineObject } from "./coroutine-object.ts";
import { type Asked, answered, askIterator, hasIteratorMethod, Request, refuseThrow } from "./delegation.ts";

/** As runtime/core/async/generator.ts numbers what a generator is doing. */
const SUSPENDED = 1;

export interface GeneratorTypes {
  readonly yielded: Type;
  readonly returned: Type;
  readonly sent: Type;
}

export class GeneratorBody implements Coroutine {
  private readonly object: CoroutineObject;
  private readonly types: GeneratorTypes;

  constructor(self: Operand, kinds: GeneratorTypes) {
    this.object = new CoroutineObject(self);
    this.types = kinds;
  }

  complete(context: Context, given: Operand, node: ts.Node): void {
    const { returned } = this.types;
    const isNothing = returned.kind === TypeKind.Unknown && mayBeAbsent(given.type);
    const value = isNothing ? context.builder.nullRef() : coerce(context, given, returned, node);
    runFinallyBlocks(context, 0);
    if (context.builder.isTerminated) return;
    this.object.set(context, "returned", operand(returned, value), node);
    context.builder.return();
  }

  await(context: Context, _given: Operand, node: ts.Node): Operand {
    return context.refuse(node, "TSM3005", "`await` in a generator");
  }

  yield(context: Context, node: ts.YieldExpression): Operand {
    if (node.asteriskToken !== undefined) return this.delegate(context, node);
    const given = node.expression === undefined ? UNDEFINED_OPERAND : lowerExpression(context, node.expression, this.types.yielded);
    context.at(node);
    this.object.set(context, "yielded", given, node);
    const request = this.suspend(context);
    this.followRequest(context, request);
    return this.sent(context, request, node);
  }

  /** `yield*`: what is asked of this generator goes on to the other iterator, until that has ended. */
  private delegate(context: Context, node: ts.YieldExpression): Operand {
    const source = node.expression === undefined ? UNDEFINED_OPERAND : lowerExpression(context, node.expression);
    context.at(node);
    if (isRuntimeClass(context, source.type, "Generator")) return this.delegateToGenerator(context, source, node);
    if (hasIteratorMethod(context, source, node)) {
      const iterator = callMember(context, source, "[iterator]", [], node);
      if (isRuntimeClass(context, iterator.type, "Generator")) return this.delegateToGenerator(context, iterator, node);
      return this.delegateToIterator(context, iterator, node);
    }
    const wanted = this.types.yielded;
    const iteration = iterate(context, source, node, wanted);
    loopWhile(
      context,
      () => iteration.advance(),
      () => {
        const element = iteration.element();
        guarded(context, iteration, () => {
          this.object.set(context, "yielded", element, node);
          const request = this.suspend(context);
          refuseThrow(context, request, node);
          this.followRequest(context, request);
        });
      },
    );
    return iteration.result?.() ?? UNDEFINED_OPERAND;
  }

  private delegateToGenerator(context: Context, source: Operand, node: ts.YieldExpression): Operand {
    const { builder } = context;
    const inner = operand(source.type, context.value(source));
    const { typeArguments } = source.type as ClassType;
    const request = new SsaVariable("request", ValueType.I32);
    builder.write(request, builder.int(ValueType.I32, Request.Plain));
    loopWhile(
      context,
      () => {
        const sent = typeArguments[2] === this.types.sent ? this.object.get(context, "sent") : undefined;
        const args = [operand(types.u32, builder.read(request)), operand(types.unknown, this.object.get(context, "failure"))];
        if (sent !== undefined) callMember(context, inner, "take", [operand(this.types.sent, sent)], node);
        const isGoingOn = callMember(context, inner, "follow", args, node);
        return context.value(isGoingOn);
      },
      () => {
        const element = readMember(context, inner, "yielded", node);
        this.object.set(context, "yielded", element, node);
        builder.write(request, this.suspend(context));
      },
    );
    return this.delegated(context, inner, builder.read(request), node);
  }

  private delegateToIterator(context: Context, iterator: Operand, node: ts.YieldExpression): Operand {
    const { builder } = context;
    const held = operand(iterator.type, context.value(iterator));
    const request = new SsaVariable("request", ValueType.I32);
    builder.write(request, builder.int(ValueType.I32, Request.Plain));
    const ask = (): Operand => askIterator(context, held, this.asked(context, builder.read(request)), node);
    const steps = overSteps(context, ask, null, node, this.types.yielded);
    loopWhile(
      context,
      () => steps.advance(),
      () => {
        this.object.set(context, "yielded", steps.element(), node);
        builder.write(request, this.suspend(context));
      },
    );
    const result = steps.result?.() ?? UNDEFINED_OPERAND;
    const [left, onward] = [builder.openBlock(true), builder.openBlock()];
    builder.branch(builder.emit(Op.Equal, [builder.read(request), builder.int(ValueType.I32, Request.Return)]), left, onward);
    builder.enter(left);
    this.complete(context, answered(result, this.types.returned), node);
    builder.enter(onward);
    return result;
  }

  /** What the other generator has returned: the value of `yield*`, or where a return was asked for, what this one returns. */
  private delegated(context: Context, inner: Operand, request: Value, node: ts.YieldExpression): Operand {
    const { builder } = context;
    const [returned, onward] = [builder.openBlock(true), builder.openBlock()];
    builder.branch(builder.emit(Op.Equal, [request, builder.int(ValueType.I32, Request.Return)]), returned, onward);
    builder.enter(returned);
    runFinallyBlocks(context, 0);
    builder.return();
    builder.enter(onward);
    if (isUnused(node)) return operand(types.void, 0);
    return returnedValue(context, inner, callMember(context, inner, "takeReturned", [], node), node);
  }

  /** Leaves the body; behind it, what the generator is asked to do. */
  private suspend(context: Context): Value {
    const { builder } = context;
    this.object.setValue(context, "state", builder.int(ValueType.I32, SUSPENDED));
    builder.emit(Op.Suspend, []);
    return this.object.get(context, "request");
  }

  /** Throws or returns where that is asked for; goes on otherwise. */
  private followRequest(context: Context, request: Value): void {
    const { builder } = context;
    const [thrown, returned, onward] = [builder.openBlock(true), builder.openBlock(true), builder.openBlock()];
    builder.switch(request, [Request.Throw, Request.Return], [thrown, returned], onward);
    builder.enter(thrown);
    context.program.exceptions.throw(context, this.object.get(context, "failure"));
    builder.enter(returned);
    runFinallyBlocks(context, 0);
    builder.return();
    builder.enter(onward);
  }

  private asked(context: Context, request: Value): Asked {
    return {
      request,
      sent: operand(this.types.sent, this.object.get(context, "sent")),
      returned: operand(unionType([this.types.returned, types.undefined]), this.object.get(context, "returned")),
      failure: operand(types.unknown, this.object.get(context, "failure")),
      settle: (step) => step,
      leave: () => {
        runFinallyBlocks(context, 0);
        context.builder.return();
      },
    };
  }

  /** The value of the yield expression. */
  private sent(context: Context, request: Value, node: ts.Node): Operand {
    return isUnused(node) ? operand(types.void, 0) : sentValue(context, this.types.sent, request, this.object.get(context, "sent"));
  }
}

/** What a generator that has ended by itself returned: there is a value if its type says so. */
export function returnedValue(context: Context, generator: Operand, value: Operand, node: ts.Node): Operand {
  const own = (generator.type as ClassType).typeArguments[1];
  if (!mayBeAbsent(value.type) || mayBeAbsent(own) || own.kind === TypeKind.Unknown) return value;
  checkPresent(context, value);
  return context.narrow(value, own, node);
}

/** What a request has sent, which may have been nothing. */
export function sentValue(context: Context, sent: Type, request: Value, value: Value): Operand {
  const { builder } = context;
  const isPlain = builder.emit(Op.Equal, [request, builder.int(ValueType.I32, Request.Plain)]);
  if (sent.kind === TypeKind.Unknown) return operand(sent, builder.emit(Op.Select, [isPlain, builder.nullRef(), value]));
  if (mayBeAbsent(sent)) return operand(sent, builder.emit(Op.Select, [isPlain, absentValue(context, sent), value]));
  context.check(builder.emit(Op.NotEqual, [request, builder.int(ValueType.I32, Request.Plain)]), PanicKind.Narrowing);
  return operand(sent, value);
}

/** A generator as one of another type, whose elements are stored otherwise; undefined where the two are no generators. */
export function generatorView(context: Context, given: Operand, target: Type, node: ts.Node): Operand | undefined {
  const { type } = given;
  if (!isRuntimeClass(context, type, "Generator") || !isRuntimeClass(context, target, "Generator")) return undefined;
  const [from, returned, sent] = type.typeArguments;
  const [to, wanted, sending] = target.typeArguments;
  if (sent !== sending && sent.kind !== TypeKind.Unknown) return undefined;
  const declaration = context.program.coreFunction("generator-views", "converted");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "converted", "runtime/core/async/generator-views.ts");
  const closure = (argument: Type, result: Type): Value =>
    context.value(
      synthesizeClosure(context, "converted", functionType([argument], result), [], node, (_inner, _captured, [value]) => value),
    );
  const converting = [
    closure(from, to),
    closure(unionType([returned, types.undefined]), unionType([wanted, types.undefined])),
    closure(sending, sent),
  ];
  const instance = context.program.functions.request(declaration, [from, returned, sent, to, wanted, sending]);
  return operand(target, context.emit(Op.Call, [context.value(given), ...converting], instance.fn.index));
}

/** Whether nobody looks at the value of a yield expression. */
export function isUnused(node: ts.Node): boolean {
  return ts.isExpressionStatement(node.parent);
}
