// Exceptions: a call that may throw is followed by a test of the pending exception; handlers and functions' ends are where it leads.
// Owns:       the global that holds the pending exception, and every test of it.
// Invariants: (1) the pending exception is null except between a throw and the handler that takes it
//             (2) after prune() only calls are tested that can throw, by the call graph: a program that throws nowhere pays nothing

import ts from "typescript";
import type { Block, IrFunction, Value } from "../ir/function.ts";
import type { Global } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";
import type { Context } from "./context.ts";
import type { Program } from "./program.ts";
import { cleanBlocks, mergeStraightBlocks } from "./ssa.ts";

/** Where a thrown exception goes inside a function. */
export interface Handler {
  readonly block: Block;
  /** Lowers what runs on every way out of the region but that of an exception; null for a catch. */
  readonly cleanup: (() => void) | null;
  /** How many jump targets there were around it. */
  readonly jumpDepth: number;
}

interface ThrowTest {
  readonly fn: IrFunction;
  readonly call: Value;
  readonly pending: Value;
  readonly isThrown: Value;
  /** Ends with the branch on the test; edge 0 leads to the handler. */
  readonly block: Block;
}

export class Exceptions {
  private readonly program: Program;
  /** Whether the program has a part in exceptions, in a profile that has them. Where not, what the runtime throws ends the program. */
  readonly isUsed: boolean;
  private global: Global | null = null;
  private readonly throwers = new Set<IrFunction>();
  private readonly tests: ThrowTest[] = [];

  constructor(program: Program) {
    this.program = program;
    this.isUsed = !program.isKernel && program.loaded.files.some((file) => !program.isRuntime(file) && handlesExceptions(file));
  }

  /** Whether a function of type never may come back with an exception. Those of the core panic, but where they say `throw`. */
  mayThrowIn(node: ts.Node): boolean {
    return this.isUsed && (!this.program.mayPanic(node.getSourceFile()) || hasThrow(node));
  }

  private pendingGlobal(): Global {
    const { module } = this.program;
    this.global ??= module.addGlobal("pending exception", MemoryKind.Ref);
    module.pendingException = this.global.index;
    return this.global;
  }

  /** Makes the value the pending exception, and leaves for the handler. */
  throw(context: Context, value: Value): void {
    this.throwers.add(context.fn);
    context.builder.emit(
      Op.GlobalSet,
      [exchanged(context, value, context.builder.nullRef(), this.thrownUndefined(context))],
      this.pendingGlobal().index,
    );
    context.builder.jump(context.handlerBlock());
  }

  /** The pending exception, which is none any more. */
  take(context: Context): Value {
    const { index } = this.pendingGlobal();
    const value = context.builder.emit(Op.GlobalGet, [], index);
    context.builder.emit(Op.GlobalSet, [context.builder.nullRef()], index);
    return exchanged(context, value, this.thrownUndefined(context), context.builder.nullRef());
  }

  /** What is pending when undefined was thrown: there is an exception then. */
  private thrownUndefined(context: Context): Value {
    return context.builder.emit(Op.StaticClosure, [], this.program.marker("thrown undefined").index);
  }

  /** Follows a call with the test; code goes on where nothing was thrown. */
  testCall(context: Context, call: Value, op: Op, aux: number): void {
    const callee = op === Op.Call ? this.program.module.functions[aux] : null;
    if (callee !== null && (callee.isNoReturn || callee.isExternal)) return;
    const { builder, fn } = context;
    const pending = builder.emit(Op.GlobalGet, [], this.pendingGlobal().index);
    const isThrown = builder.emit(Op.NotEqual, [pending, builder.nullRef()]);
    const onward = builder.openBlock();
    this.tests.push({ fn, call, pending, isThrown, block: builder.block });
    builder.branch(isThrown, context.handlerBlock(), onward);
    builder.enter(onward);
  }

  /** Removes the tests after calls that cannot throw. Requires: every body is lowered. */
  prune(): void {
    const tests = this.tests.filter((test) => test.fn.index >= 0);
    const mayThrow = this.closeOverCalls(tests);
    const changed = new Set<IrFunction>();
    for (const test of tests) {
      if (mayThrow(test) || !test.fn.blocks.includes(test.block)) continue;
      const { fn, block } = test;
      fn.replace(fn.terminator(block), Op.Jump, ValueType.Void, []);
      block.edges = [block.edges[1]];
      fn.remove(test.isThrown);
      fn.remove(test.pending);
      changed.add(fn);
    }
    for (const fn of changed) {
      fn.compactInsts();
      cleanBlocks(fn);
      mergeStraightBlocks(fn);
    }
  }

  /** Which tests follow a call that may throw: functions that throw, and those that call them, up to a fixed point. */
  private closeOverCalls(tests: readonly ThrowTest[]): (test: ThrowTest) => boolean {
    const { throwers } = this;
    const isThrowing = (test: ThrowTest): boolean => this.callees(test).some((callee) => throwers.has(callee));
    for (let size = -1; size !== throwers.size; ) {
      size = throwers.size;
      for (const test of tests) if (!throwers.has(test.fn) && isThrowing(test)) throwers.add(test.fn);
    }
    return isThrowing;
  }

  private readonly bySignature = new Map<number, IrFunction[]>();

  private callees({ fn, call }: ThrowTest): readonly IrFunction[] {
    const { module, methods } = this.program;
    const aux = fn.aux(call);
    switch (fn.op(call)) {
      case Op.Call:
        return [module.functions[aux]];
      case Op.New:
        return [this.program.runtimeFunction("allocateObject")];
      case Op.CallVirtual:
        return methods.implementations(aux);
      default:
        return this.withSignature(aux);
    }
  }

  /** Any function of the signature may be what a closure points to. */
  private withSignature(index: number): readonly IrFunction[] {
    let found = this.bySignature.get(index);
    if (found === undefined) {
      const { module } = this.program;
      found = module.functions.filter((fn) => module.internSignature(fn.signature()) === index);
      this.bySignature.set(index, found);
    }
    return found;
  }
}

/** The value, but the second of the pair where it is the first. */
function exchanged(context: Context, value: Value, first: Value, second: Value): Value {
  const { builder } = context;
  return builder.emit(Op.Select, [builder.emit(Op.Equal, [value, first]), second, value]);
}

/** Whether the operation can come back with an exception: a call, or the making of an object when memory is out. */
export function isThrowingCall(op: Op): boolean {
  return op === Op.Call || op === Op.CallVirtual || op === Op.CallClosure || op === Op.New;
}

/** Whether the file throws, catches, or has code that runs when something is thrown. */
function handlesExceptions(file: ts.SourceFile): boolean {
  return /\b(throw|try|catch|finally|using|yield|async|await|Promise)\b/.test(file.text);
}

function hasThrow(node: ts.Node): boolean {
  const visit = (node: ts.Node): boolean => ts.isThrowStatement(node) || (ts.forEachChild(node, visit) ?? false);
  return visit(node);
}
