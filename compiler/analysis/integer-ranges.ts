// Integer ranges: which values of type `number` (f64) are always integers, neither NaN nor -0, and between which bounds.
// Invariants: (1) never too narrow: a value without a range may be anything
//             (2) bounds are safe integers, so that f64 arithmetic on them is exact
// Method:     from nothing upwards over the blocks until it is stable; what grows around a loop jumps to the next of a few limits, and what
//             passes the last has no range. Where a comparison has been decided, its operands are as narrow as that says.

import { DominatorTree, predecessors } from "../ir/control-flow.ts";
import type { Block, BlockId, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const UINT32_MAX = 2 ** 32 - 1;
const SAFE_MAX = Number.MAX_SAFE_INTEGER;
const int32: Range = { low: INT32_MIN, high: INT32_MAX };

/** Bounds that a growing range stops at. */
const highLimits = [0, 255, 65535, INT32_MAX - 1, INT32_MAX, UINT32_MAX];
const lowLimits = [0, -1, INT32_MIN + 1, INT32_MIN];
/** Visits of a block after which its parameters grow by limits. */
const EXACT_VISITS = 3;

/** null: not known to be an integer. undefined: not reached yet. */
type Known = Range | null | undefined;

function rangeOf(low: number, high: number): Range | null {
  return low >= -SAFE_MAX && high <= SAFE_MAX ? { low, high } : null;
}

export function isInt32(range: Range | null | undefined): range is Range {
  return range !== null && range !== undefined && range.low >= INT32_MIN && range.high <= INT32_MAX;
}

/** What is taken to be an int32 although the function itself does not show it. */
export interface Assumptions {
  isIntegerParameter(index: number): boolean;
  isIntegerResult(functionIndex: number): boolean;
}

export class IntegerRanges {
  private readonly fn: IrFunction;
  private readonly assumptions: Assumptions | undefined;
  /** By number: the blocks in which it has passed a bounds check as an index. */
  private readonly indexedIn = new Map<Value, BlockId[]>();
  private readonly module: Module;
  private readonly tree: DominatorTree;
  private readonly preds: readonly BlockId[][];
  private readonly known = new Map<Value, Range | null>();
  private readonly visits: Int32Array;

  constructor(fn: IrFunction, module: Module, assumptions?: Assumptions) {
    this.fn = fn;
    this.assumptions = assumptions;
    this.module = module;
    this.tree = new DominatorTree(fn);
    this.preds = predecessors(fn);
    this.visits = new Int32Array(fn.blocks.length);
    for (const block of fn.blocks) this.collectIndices(block);
    this.solve();
  }

  /** Wherever the value is defined. */
  of(value: Value): Range | null {
    return this.current(value) ?? null;
  }
  /** The same, as narrow as the branches that lead to the block allow. */
  at(value: Value, block: BlockId): Range | null {
    return this.refined(value, block) ?? null;
  }

  private collectIndices(block: Block): void {
    for (const value of block.insts) {
      if (this.fn.op(value) !== Op.CheckBounds) continue;
      const number = numberOfIndex(this.fn, this.fn.operand(value, 0));
      if (number === undefined) continue;
      const blocks = this.indexedIn.get(number);
      if (blocks === undefined) this.indexedIn.set(number, [block.id]);
      else blocks.push(block.id);
    }
  }

  private solve(): void {
    let isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (const id of this.tree.order) if (this.visit(this.fn.blocks[id])) isChanged = true;
    }
  }

  private visit(block: Block): boolean {
    const { fn } = this;
    let isChanged = false;
    const update = (value: Value, range: Known): void => {
      if (range === undefined) return;
      const before = this.known.get(value);
      if (before !== undefined && isSame(before, range)) return;
      this.known.set(value, range);
      isChanged = true;
    };
    this.visits[block.id]++;
    block.params.forEach((parameter, index) => {
      if (fn.type(parameter) === ValueType.F64)
        update(parameter, block.id === 0 ? this.assumed(index) : this.joined(block, parameter, index));
    });
    for (const value of block.insts) if (fn.type(value) === ValueType.F64) update(value, this.computed(value, block.id));
    return isChanged;
  }

  private assumed(index: number): Range | null {
    return this.assumptions?.isIntegerParameter(index) === true ? int32 : null;
  }

  /** What the edges bring, and never less than before. */
  private joined(block: Block, parameter: Value, index: number): Known {
    const before = this.known.get(parameter);
    let joined: Known = before;
    for (const id of new Set(this.preds[block.id])) {
      if (!this.tree.isReachable(id)) continue;
      const pred = this.fn.blocks[id];
      pred.edges.forEach((edge, place) => {
        if (edge.target === block.id) joined = union(joined, this.onEdge(edge.args[index], pred, place));
      });
    }
    if (joined === undefined || joined === null || before === undefined || before === null || this.visits[block.id] <= EXACT_VISITS)
      return joined;
    const high = joined.high > before.high ? highLimits.find((limit) => limit >= (joined as Range).high) : joined.high;
    const low = joined.low < before.low ? lowLimits.find((limit) => limit <= (joined as Range).low) : joined.low;
    return low === undefined || high === undefined ? null : { low, high };
  }

  private current(value: Value): Known {
    const { fn } = this;
    if (fn.type(value) !== ValueType.F64) return null;
    return this.known.get(value);
  }

  private computed(value: Value, block: BlockId): Known {
    const { fn } = this;
    const a = fn.operandCount(value) > 0 ? this.operandRange(fn.operand(value, 0), block) : undefined;
    const b = fn.operandCount(value) > 1 ? this.operandRange(fn.operand(value, 1), block) : undefined;
    switch (fn.op(value)) {
      case Op.Constant: {
        const constant = fn.immediateFloat(value);
        return Number.isSafeInteger(constant) && !Object.is(constant, -0) ? { low: constant, high: constant } : null;
      }
      case Op.SignedToFloat:
        return this.rangeOfInt(fn.operand(value, 0));
      case Op.UnsignedToFloat:
        return { low: 0, high: UINT32_MAX };
      case Op.FloatAdd:
        return both(a, b, (x, y) => rangeOf(x.low + y.low, x.high + y.high));
      case Op.FloatSubtract:
        return both(a, b, (x, y) => rangeOf(x.low - y.high, x.high - y.low));
      case Op.FloatMultiply:
        return both(a, b, product);
      case Op.FloatAbsolute:
        return a && (a.low >= 0 ? a : rangeOf(0, Math.max(-a.low, a.high)));
      case Op.FloatFloor:
      case Op.FloatCeiling:
      case Op.FloatTruncate:
        return a;
      case Op.Select:
        return union(b, this.operandRange(fn.operand(value, 2), block));
      case Op.Call:
        return this.module.functions[fn.aux(value)].exportName === runtimeFunctions.floatRemainder.exportName
          ? both(a, b, remainder)
          : this.assumptions?.isIntegerResult(fn.aux(value)) === true
            ? int32
            : null;
      default:
        return null;
    }
  }

  private operandRange(operand: Value, block: BlockId): Known {
    return this.fn.type(operand) === ValueType.F64 ? this.refined(operand, block) : null;
  }

  /** Of an i32 by the operation that makes it. */
  private rangeOfInt(value: Value): Range {
    const { fn } = this;
    switch (fn.op(value)) {
      case Op.Constant:
        return { low: fn.immediate(value), high: fn.immediate(value) };
      case Op.BoolToInt:
        return { low: 0, high: 1 };
      case Op.ZeroExtend8:
        return { low: 0, high: 0xff };
      case Op.ZeroExtend16:
        return { low: 0, high: 0xffff };
      case Op.SignExtend8:
        return { low: -0x80, high: 0x7f };
      case Op.SignExtend16:
        return { low: -0x8000, high: 0x7fff };
      case Op.ArrayLength:
      case Op.StringLength:
        return { low: 0, high: INT32_MAX };
      case Op.And: {
        const mask = fn.operands(value).find((operand) => fn.isConstant(operand) && fn.immediate(operand) >= 0);
        return mask === undefined ? int32 : { low: 0, high: fn.immediate(mask) };
      }
      case Op.ShiftRightUnsigned: {
        const count = fn.operand(value, 1);
        return fn.isConstant(count) && (fn.immediate(count) & 31) !== 0
          ? { low: 0, high: UINT32_MAX >>> (fn.immediate(count) & 31) }
          : int32;
      }
      case Op.Load:
      case Op.ArrayGet:
        return rangeOfKind(fn.aux(value));
      case Op.FieldGet:
        return rangeOfKind(this.module.fields[fn.aux(value)].kind);
      default:
        return int32;
    }
  }

  /** By the branches on the way down the dominator tree to the block, and by bounds checks above the block. */
  private refined(value: Value, block: BlockId): Known {
    let range = this.current(value);
    const isIndex = this.indexedIn.get(value)?.some((id) => id !== block && this.tree.dominates(id, block));
    if (isIndex === true && range) range = clip(range, 0, INT32_MAX - 1);
    for (let id = block; range && id !== 0; id = this.tree.immediateDominators[id]) {
      const preds = this.preds[id];
      if (preds.length !== 1) continue;
      const pred = this.fn.blocks[preds[0]];
      range = this.byBranch(
        value,
        range,
        pred,
        pred.edges.findIndex((edge) => edge.target === id),
      );
    }
    return range;
  }

  private onEdge(value: Value, pred: Block, place: number): Known {
    const range = this.operandRange(value, pred.id);
    return range && this.byBranch(value, range, pred, place);
  }

  /** What is left of the range when the block goes on by that edge. An empty rest means that it never does. */
  private byBranch(value: Value, range: Range, block: Block, place: number): Range {
    const { fn } = this;
    const last = fn.terminator(block);
    if (fn.op(last) !== Op.Branch || block.edges[0].target === block.edges[1].target) return range;
    const condition = fn.operand(last, 0);
    const op = fn.op(condition);
    if (op !== Op.FloatLess && op !== Op.FloatLessEqual && op !== Op.FloatEqual) return range;
    const [left, right] = fn.operands(condition);
    if ((left !== value && right !== value) || left === right) return range;
    // Not refined further: that could go round in circles.
    const other = this.current(left === value ? right : left);
    if (!other) return range;
    return narrowed(range, other, op, left === value, place === 0);
  }
}

/** The number that an index is made of as `int32(x) == x ? int32(x) : -1`: when that has passed a bounds check, it was an index itself. */
function numberOfIndex(fn: IrFunction, index: Value): Value | undefined {
  if (fn.op(index) !== Op.Select) return undefined;
  const [condition, converted, otherwise] = fn.operands(index);
  if (fn.op(condition) !== Op.FloatEqual || fn.op(converted) !== Op.FloatToInt32) return undefined;
  if (!fn.isConstant(otherwise) || fn.immediate(otherwise) >= 0) return undefined;
  const number = fn.operand(converted, 0);
  const [left, right] = fn.operands(condition);
  const back = right === number ? left : right;
  const isExact = (left === number || right === number) && fn.op(back) === Op.SignedToFloat && fn.operand(back, 0) === converted;
  return isExact ? number : undefined;
}

/** The part of the range where the comparison with something in `other` may have that outcome. */
function narrowed(range: Range, other: Range, op: Op, isLeft: boolean, isTrue: boolean): Range {
  if (op === Op.FloatEqual) return isTrue ? clip(range, other.low, other.high) : range;
  // x < y as x <= y - 1: both are integers.
  const isStrict = (op === Op.FloatLess) === isTrue;
  const step = isStrict ? 1 : 0;
  const isBelow = isLeft === isTrue;
  return isBelow ? clip(range, range.low, other.high - step) : clip(range, other.low + step, range.high);
}

function clip(range: Range, low: number, high: number): Range {
  const clipped = { low: Math.max(range.low, low), high: Math.min(range.high, high) };
  return clipped.low <= clipped.high ? clipped : range;
}

function isSame(a: Range | null, b: Range | null): boolean {
  return a === b || (a !== null && b !== null && a.low === b.low && a.high === b.high);
}

function union(a: Known, b: Known): Known {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a === null || b === null ? null : { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function both(a: Known, b: Known, combine: (a: Range, b: Range) => Range | null): Known {
  if (a === null || b === null) return null;
  return a === undefined || b === undefined ? undefined : combine(a, b);
}

function product(a: Range, b: Range): Range | null {
  const hasZero = (range: Range): boolean => range.low <= 0 && range.high >= 0;
  // 0 times something negative is -0.
  if ((hasZero(a) && b.low < 0) || (hasZero(b) && a.low < 0)) return null;
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return rangeOf(Math.min(...corners), Math.max(...corners));
}

/** Of a natural number by something not zero: otherwise it may be -0 or NaN. */
function remainder(a: Range, b: Range): Range | null {
  if (a.low < 0 || (b.low <= 0 && b.high >= 0)) return null;
  return { low: 0, high: Math.min(a.high, Math.max(Math.abs(b.low), Math.abs(b.high)) - 1) };
}

function rangeOfKind(kind: MemoryKind): Range {
  switch (kind) {
    case MemoryKind.I8:
      return { low: -0x80, high: 0x7f };
    case MemoryKind.U8:
      return { low: 0, high: 0xff };
    case MemoryKind.I16:
      return { low: -0x8000, high: 0x7fff };
    case MemoryKind.U16:
      return { low: 0, high: 0xffff };
    default:
      return int32;
  }
}
