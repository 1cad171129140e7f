// Zero signs: for which f64 values the program can tell -0 from 0. Where it cannot, an integer may stand for either.
// Invariants: never too few: a value that is not found observed gives the same output with either zero
// Method:     marks what observes by itself (division by it, stores, unknown calls), and then what observed values are made of.

import type { Block, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { contains, Possibly } from "./interval.ts";
import type { ProgramRanges } from "./program-ranges.ts";
import { isFloatRemainder } from "./range-transfer.ts";

export class ZeroSigns {
  private readonly module: Module;
  private readonly ranges: ProgramRanges;
  private readonly observed: (Uint8Array | undefined)[];
  private readonly homes: (ReadonlyMap<Value, Block> | undefined)[];
  private readonly pending: { fn: IrFunction; value: Value }[] = [];
  /** What a call, a parameter, a field or a global gets its values from, by name. */
  private readonly origins = new Map<string, { fn: IrFunction; value: Value }[]>();

  constructor(module: Module, ranges: ProgramRanges) {
    this.module = module;
    this.ranges = ranges;
    const isWanted = (fn: IrFunction): boolean => ranges.hasNumbers[fn.index] !== 0;
    this.observed = module.functions.map((fn) => (isWanted(fn) ? new Uint8Array(fn.instCount) : undefined));
    this.homes = module.functions.map((fn) => (isWanted(fn) ? homesOf(fn) : undefined));
    for (const fn of module.functions.filter(isWanted))
      for (const block of fn.blocks) for (const value of block.insts) this.markUses(fn, value);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.spread(next.fn, next.value);
  }

  isObserved(fn: IrFunction, value: Value): boolean {
    return this.observed[fn.index]?.[value] !== 0;
  }

  private mark(fn: IrFunction, value: Value): void {
    const observed = this.observed[fn.index];
    if (observed === undefined || fn.type(value) !== ValueType.F64 || observed[value] !== 0) return;
    observed[value] = 1;
    this.pending.push({ fn, value });
  }

  private addOrigin(key: string, fn: IrFunction, value: Value): void {
    const known = this.origins.get(key);
    if (known === undefined) this.origins.set(key, [{ fn, value }]);
    else known.push({ fn, value });
  }

  private markUses(fn: IrFunction, value: Value): void {
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.FloatDivide:
        return this.mark(fn, fn.operand(value, 1));
      case Op.Call:
        return this.markArguments(fn, value);
      case Op.Return:
        if (fn.operandCount(value) === 0) return;
        if (this.ranges.isClosed[fn.index] === 0) this.mark(fn, fn.operand(value, 0));
        else this.addOrigin(`result ${fn.index}`, fn, fn.operand(value, 0));
        return;
      case Op.FieldSet:
        if (this.ranges.isFieldOpen(aux)) this.mark(fn, fn.operand(value, 1));
        else this.addOrigin(`field ${aux}`, fn, fn.operand(value, 1));
        return;
      case Op.GlobalSet:
        if (this.ranges.isGlobalOpen(aux)) this.mark(fn, fn.operand(value, 0));
        else this.addOrigin(`global ${aux}`, fn, fn.operand(value, 0));
        return;
      default:
        if (!isIndifferent(fn.op(value))) for (const operand of fn.operands(value)) this.mark(fn, operand);
    }
  }

  private markArguments(fn: IrFunction, call: Value): void {
    if (isFloatRemainder(this.module, fn, call)) return;
    const callee = fn.aux(call);
    fn.operands(call).forEach((operand, index) => {
      if (this.ranges.isClosed[callee] === 0) this.mark(fn, operand);
      else this.addOrigin(`parameter ${callee} ${index}`, fn, operand);
    });
  }

  /** Marks what the sign of an observed value's zero comes from. */
  private spread(fn: IrFunction, value: Value): void {
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.FloatAdd:
      case Op.FloatSubtract:
        return this.spreadToTerms(fn, value);
      case Op.FloatMultiply:
      case Op.FloatNegate:
      case Op.FloatSquareRoot:
      case Op.FloatFloor:
      case Op.FloatCeiling:
      case Op.FloatTruncate:
      case Op.Select:
        for (const operand of fn.operands(value)) this.mark(fn, operand);
        return;
      case Op.FloatDivide:
        return this.mark(fn, fn.operand(value, 0));
      case Op.Parameter:
        return this.spreadToArguments(fn, value);
      case Op.Call:
        if (isFloatRemainder(this.module, fn, value)) return this.mark(fn, fn.operand(value, 0));
        return this.markOrigins(`result ${aux}`);
      case Op.FieldGet:
        return this.markOrigins(`field ${aux}`);
      case Op.GlobalGet:
        return this.markOrigins(`global ${aux}`);
    }
  }

  private markOrigins(key: string): void {
    for (const { fn, value } of this.origins.get(key) ?? []) this.mark(fn, value);
    this.origins.delete(key);
  }

  /** x + y is -0 for two -0 only; x - y for -0 minus 0. */
  private spreadToTerms(fn: IrFunction, value: Value): void {
    const [x, y] = fn.operands(value);
    const mayBeMinusZero = (operand: Value): boolean => (this.flagsOf(fn, operand) & Possibly.MinusZero) !== 0;
    const isSum = fn.op(value) === Op.FloatAdd;
    if (isSum ? mayBeMinusZero(y) : this.mayBeZero(fn, y)) this.mark(fn, x);
    if (mayBeMinusZero(x)) this.mark(fn, y);
  }

  private flagsOf(fn: IrFunction, value: Value): number {
    return this.ranges.of(fn)?.of(value).flags ?? Possibly.All;
  }
  private mayBeZero(fn: IrFunction, value: Value): boolean {
    const range = this.ranges.of(fn)?.of(value);
    return range === undefined || contains(range, 0);
  }

  private spreadToArguments(fn: IrFunction, parameter: Value): void {
    const home = this.homes[fn.index]?.get(parameter);
    if (home === undefined) return;
    const index = home.params.indexOf(parameter);
    if (home.id === 0) return this.markOrigins(`parameter ${fn.index} ${index}`);
    for (const block of fn.blocks) for (const edge of block.edges) if (edge.target === home.id) this.mark(fn, edge.args[index]);
  }
}

function homesOf(fn: IrFunction): Map<Value, Block> {
  const homes = new Map<Value, Block>();
  for (const block of fn.blocks) for (const parameter of block.params) homes.set(parameter, block);
  return homes;
}

/** What gives the same for 0 and -0, or passes the sign on into its result and no further. */
function isIndifferent(op: Op): boolean {
  if (op >= Op.FloatAdd && op <= Op.FloatTruncate) return true;
  if (op >= Op.FloatEqual && op <= Op.FloatLessEqual) return true;
  return op === Op.FloatToInt32 || op === Op.FloatToInt64 || op === Op.FloatToUint64 || op === Op.Select;
}
