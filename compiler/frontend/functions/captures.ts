// Captures: the variables of a body that the code inside it uses, how their values get there, and the names they have there.
// Invariants: variables that change after capture are shared through cells; others are copied

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import type { BoundFunction, CellVariable, Context, LiftedVariable, LocalVariable, ValueVariable } from "../context.ts";
import { UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { memoryKindOf } from "../types/representation.ts";
import { usesThis } from "../types/this-parameters.ts";
import type { Type } from "../types/types.ts";
import { closureOfLifted, isCalled } from "./lower-lifted.ts";
import { captureSource } from "./source-variables.ts";

export type CapturedVariable = ValueVariable | CellVariable;

export interface Capture {
  /** Null captures `this`, or the object of a bound function. */
  readonly symbol: ts.Symbol | null;
  readonly type: Type;
  readonly kind: MemoryKind;
  readonly variable: CapturedVariable | null;
  /** Captures the object of a bound function: its address, with a state that the runtime keeps in the lowest bits. */
  readonly bound: BoundFunction | null;
}

export function captureValue(context: Context, { variable, symbol, bound }: Capture): Value {
  if (bound !== null) return context.emit(Op.RefToAddress, [context.value(bound.object)]);
  if (symbol === null) return context.value(context.self ?? UNDEFINED_OPERAND);
  if (variable === null) return 0;
  return context.builder.read(variable.kind === "cell" ? variable.cell : variable.ssa);
}

/** The variables that code uses, in order of first use; `own` are not among them: the names of the function itself. */
export function capturesOf(context: Context, nodes: readonly ts.Node[], own: readonly ts.Symbol[], mayUseThis: boolean): Capture[] {
  const captures: Capture[] = [];
  const seen = new Set<ts.Symbol>();
  const bound = context.boundFunction?.node === nodes[0] ? context.boundFunction : null;
  let usesBound = false;
  const visit = (current: ts.Node): void => {
    if (ts.isIdentifier(current)) {
      const symbol = context.program.symbolOf(current);
      if (symbol !== undefined && !own.includes(symbol)) add(symbol, current);
    }
    ts.forEachChild(current, visit);
  };
  const add = (symbol: ts.Symbol, use: ts.Identifier | null): void => {
    const variable = seen.has(symbol) ? undefined : context.lookup(symbol);
    if (variable === undefined || variable.kind === "constant") return;
    if (symbol === bound?.name) usesBound = true;
    if (symbol === bound?.name) return;
    const held = variable.kind === "lifted" ? heldFunction(context, variable, use) : variable;
    if (variable.kind === "lifted") for (const free of freeOf(variable)) add(free, null);
    if (held === null) return;
    seen.add(symbol);
    const kind = held.kind === "cell" ? MemoryKind.Ref : memoryKindOf(held.type);
    captures.push({ symbol, type: held.type, kind, variable: held, bound: null });
  };
  for (const node of nodes) visit(node);
  if (mayUseThis && context.self !== null && nodes.some(usesThis)) {
    const { type } = context.self;
    if (bound?.isThis === true) usesBound = true;
    else captures.push({ symbol: null, type, kind: memoryKindOf(type), variable: null, bound: null });
  }
  if (usesBound && bound !== null) captures.unshift({ symbol: null, type: bound.object.type, kind: MemoryKind.I64, variable: null, bound });
  return captures;
}

/** The variables that a lifted function is called with. */
export function freeOf({ lifted }: LiftedVariable): readonly ts.Symbol[] {
  return lifted.self === null ? lifted.free : [...lifted.free, lifted.self];
}

/** A lifted function that is used as a value is captured as its closure, which its own body makes once. */
function heldFunction(context: Context, variable: LiftedVariable, use: ts.Identifier | null): CapturedVariable | null {
  if (use === null || variable.slot === null || isCalled(use)) return null;
  const made = closureOfLifted(context, variable, use);
  return { kind: "value", type: made.type, ssa: variable.slot };
}

export function importVariable(inner: Context, symbol: ts.Symbol, variable: CapturedVariable, value: Value): LocalVariable {
  const source = captureSource(inner, symbol, variable.type, variable.kind === "cell" ? variable.field : null);
  const ssa = new SsaVariable("captured", variable.kind === "value" ? variable.ssa.type : ValueType.Ref, source);
  inner.builder.write(ssa, value);
  if (variable.kind === "cell") return { ...variable, cell: ssa };
  return { kind: "value", type: variable.type, ssa, range: variable.range };
}
