// Narrow signatures: `number` parameters and results (f64) of functions that are only called directly become int32 where every call
// passes, and every return gives, an int32.
// Requires:    high operations. narrow-numbers afterwards goes on in the functions from the parameters now known; fold removes
//              conversions that meet.
// Establishes: the signature changes with all of its calls; exported functions and those whose address is taken keep theirs.

import { IntegerRanges, isInt32 } from "../analysis/integer-ranges.ts";
import type { Block, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Aux, Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";

/** Stands for the result in a set of parameter indices. */
const RESULT = -1;

interface CallSite {
  readonly caller: IrFunction;
  readonly block: Block;
  readonly call: Value;
}

export function narrowSignatures(module: Module): void {
  const narrowing = new SignatureNarrowing(module);
  narrowing.decide();
  narrowing.change();
}

class SignatureNarrowing {
  private readonly module: Module;
  /** By function index: the calls of it. */
  private readonly sites: CallSite[][];
  /** By function index: the parameters, and RESULT, that are taken to be int32 until something speaks against it. */
  private readonly narrow: Set<number>[];
  /** As long as no set changes. */
  private readonly ranges = new Map<IrFunction, IntegerRanges>();

  constructor(module: Module) {
    this.module = module;
    this.sites = module.functions.map(() => []);
    const isFixed = this.collect();
    this.narrow = module.functions.map((fn) => {
      if (isFixed[fn.index] === 1 || this.sites[fn.index].length === 0) return new Set<number>();
      const numbers = fn.params.flatMap((type, index) => (type === ValueType.F64 ? [index] : []));
      return new Set(fn.result === ValueType.F64 ? [...numbers, RESULT] : numbers);
    });
  }

  /** Collects the call sites; tells which functions may be called in other ways. */
  private collect(): Uint8Array {
    const { module } = this;
    const isFixed = new Uint8Array(module.functions.length);
    for (const owner of module.classes) for (const slot of owner.slots) if (slot >= 0) isFixed[slot] = 1;
    for (const fn of module.functions) {
      if (fn.exportName !== null || fn.isExternal || fn.blocks.length === 0) isFixed[fn.index] = 1;
      for (const block of fn.blocks) {
        for (const value of block.insts) {
          if (fn.auxKind(value) !== Aux.Function) continue;
          if (fn.op(value) === Op.Call) this.sites[fn.aux(value)].push({ caller: fn, block, call: value });
          else isFixed[fn.aux(value)] = 1;
        }
      }
    }
    return isFixed;
  }

  /** Takes parameters and results out of the sets until what is left supports itself. */
  decide(): void {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const fn of this.module.functions) {
        for (const index of [...this.narrow[fn.index]]) {
          if (index === RESULT ? this.returnsIntegers(fn) : this.receivesIntegers(fn, index)) continue;
          this.narrow[fn.index].delete(index);
          isChanged = true;
        }
      }
      // Ranges found under an assumption that has fallen do not count.
      if (isChanged) this.ranges.clear();
    }
  }

  private receivesIntegers(fn: IrFunction, index: number): boolean {
    return this.sites[fn.index].every(({ caller, call }) => this.isInteger(caller, caller.operand(call, index)));
  }

  private returnsIntegers(fn: IrFunction): boolean {
    return fn.blocks.every((block) => {
      const end = fn.terminator(block);
      return fn.op(end) !== Op.Return || this.isInteger(fn, fn.operand(end, 0));
    });
  }

  private isInteger(fn: IrFunction, value: Value): boolean {
    const op = fn.op(value);
    if (op === Op.SignedToFloat) return true;
    if (op === Op.Constant) return Object.is(fn.immediateFloat(value) | 0, fn.immediateFloat(value));
    if (op === Op.Call) return this.narrow[fn.aux(value)].has(RESULT);
    const parameter = op === Op.Parameter ? fn.blocks[0].params.indexOf(value) : -1;
    if (parameter >= 0) return this.narrow[fn.index].has(parameter);
    return isInt32(this.rangesOf(fn).of(value));
  }

  private rangesOf(fn: IrFunction): IntegerRanges {
    let ranges = this.ranges.get(fn);
    if (ranges === undefined) {
      const isIntegerParameter = (index: number): boolean => this.narrow[fn.index].has(index);
      const isIntegerResult = (callee: number): boolean => this.narrow[callee].has(RESULT);
      this.ranges.set(fn, (ranges = new IntegerRanges(fn, this.module, { isIntegerParameter, isIntegerResult })));
    }
    return ranges;
  }

  change(): void {
    for (const fn of this.module.functions) {
      const narrow = this.narrow[fn.index];
      if (narrow.size === 0) continue;
      for (const site of this.sites[fn.index]) changeCall(site, narrow);
      const params = fn.params.map((type, index) => (narrow.has(index) ? ValueType.I32 : type));
      fn.changeSignature({ params, result: narrow.has(RESULT) ? ValueType.I32 : fn.result });
      for (const index of narrow) if (index !== RESULT) changeParameter(fn, index);
      if (narrow.has(RESULT)) for (const block of fn.blocks) changeReturn(fn, block);
    }
  }
}

/** The old parameter becomes the conversion of the new one, so that its uses stay. */
function changeParameter(fn: IrFunction, index: number): void {
  const [entry] = fn.blocks;
  const old = entry.params[index];
  const parameter = fn.create(Op.Parameter, ValueType.I32, [], 0, fn.position(old));
  entry.params[index] = parameter;
  fn.replace(old, Op.SignedToFloat, ValueType.F64, [parameter]);
  entry.insts.unshift(old);
}

function changeReturn(fn: IrFunction, block: Block): void {
  const end = fn.terminator(block);
  if (fn.op(end) !== Op.Return) return;
  const converted = fn.create(Op.FloatToInt32, ValueType.I32, [fn.operand(end, 0)], 0, fn.position(end));
  fn.setOperand(end, 0, converted);
  block.insts.splice(block.insts.length - 1, 0, converted);
}

/** Arguments are converted before the call; its old value becomes the conversion of the new result. */
function changeCall({ caller, block, call }: CallSite, narrow: ReadonlySet<number>): void {
  const position = caller.position(call);
  const before: Value[] = [];
  for (const index of narrow) {
    if (index === RESULT) continue;
    const converted = caller.create(Op.FloatToInt32, ValueType.I32, [caller.operand(call, index)], 0, position);
    caller.setOperand(call, index, converted);
    before.push(converted);
  }
  if (narrow.has(RESULT)) {
    const changed = caller.create(Op.Call, ValueType.I32, caller.operands(call), caller.aux(call), position);
    caller.replace(call, Op.SignedToFloat, ValueType.F64, [changed]);
    before.push(changed);
  }
  block.insts.splice(block.insts.indexOf(call), 0, ...before);
}
