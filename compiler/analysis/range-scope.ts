// Range scope: the intervals of one function's values at one point of it, as narrow as the decisions on the way there make them.
// Owns:       the interval of each value, and a log to go back by.
// Invariants: a restriction holds until backTo(); what a value is restricted to, it is on every path from here on.

import type { IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import {
  cut,
  INT32_MAX,
  type Interval,
  isInt32,
  isIntegral,
  isNothing,
  isSafeIntegral,
  isSameInterval,
  NOTHING,
  Possibly,
} from "./interval.ts";
import { anythingOf, isNumeric, type RangeTransfer } from "./range-transfer.ts";

/** How far restrictions and new computations go back from a value to those it is made of. */
const DEPTH_MAX = 4;

/** What is computed anew where its operand may have been restricted since. */
const recomputed: ReadonlySet<Op> = new Set([
  Op.SignedToFloat,
  Op.UnsignedToFloat,
  Op.Signed64ToFloat,
  Op.FloatToInt32,
  Op.FloatToInt64,
  Op.SignExtend32,
  Op.ZeroExtend32,
  Op.Truncate,
  Op.Add,
  Op.Subtract,
  Op.FloatAdd,
  Op.FloatSubtract,
]);

export class RangeScope {
  /** False where what is known contradicts itself: the point is not reached. */
  isFeasible = true;
  private readonly fn: IrFunction;
  private readonly transfer: RangeTransfer;
  private readonly known: Interval[];
  private readonly log: { value: Value; before: Interval; wasFeasible: boolean }[] = [];
  /** How often a value has been restricted so far; by value, how often when it was defined. */
  private restrictions = 0;
  private readonly definedAfter: Int32Array;

  constructor(fn: IrFunction, transfer: RangeTransfer) {
    this.fn = fn;
    this.transfer = transfer;
    this.known = new Array<Interval>(fn.instCount).fill(NOTHING);
    this.definedAfter = new Int32Array(fn.instCount);
  }

  /** Sets what the value is where it is defined. */
  define(value: Value, range: Interval): void {
    this.known[value] = range;
    this.definedAfter[value] = this.restrictions;
  }

  /** Where the value is defined. Requires: back at the beginning. */
  atDefinition(value: Value): Interval {
    return this.known[value];
  }

  rangeOf(value: Value, depth = 0): Interval {
    const { fn } = this;
    if (!isNumeric(fn.type(value))) return anythingOf(fn.type(value));
    const known = this.known[value];
    if (depth === DEPTH_MAX || this.definedAfter[value] === this.restrictions || !recomputed.has(fn.op(value))) return known;
    const now = this.transfer.computed(value, (operand) => this.rangeOf(operand, depth + 1));
    return cut(known, now.low, now.high, known.flags & now.flags);
  }

  mark(): number {
    return this.log.length;
  }
  backTo(mark: number): void {
    while (this.log.length > mark) {
      const entry = this.log.pop();
      if (entry === undefined) return;
      this.known[entry.value] = entry.before;
      this.isFeasible = entry.wasFeasible;
    }
  }

  /** From here on the value lies between the bounds and has no other flags. Goes on to the values it is made of. */
  restrict(value: Value, low: number, high: number, flags: number = Possibly.All, depth = 0): void {
    if (!isNumeric(this.fn.type(value))) return;
    const before = this.rangeOf(value);
    const after = cut(before, low, high, before.flags & flags);
    const isNew = !isSameInterval(this.known[value], after);
    if (isNew) {
      this.log.push({ value, before: this.known[value], wasFeasible: this.isFeasible });
      this.known[value] = after;
      this.restrictions++;
      if (isNothing(after)) this.isFeasible = false;
    }
    if (depth < DEPTH_MAX && !isNothing(after)) this.restrictSources(value, after, depth + 1);
  }

  /** Marks the point as not reached. */
  contradict(): void {
    this.log.push({ value: 0, before: this.known[0], wasFeasible: this.isFeasible });
    this.isFeasible = false;
  }

  private restrictSources(value: Value, range: Interval, depth: number): void {
    const { fn } = this;
    const { low, high } = range;
    const source = fn.operandCount(value) > 0 ? fn.operand(value, 0) : 0;
    switch (fn.op(value)) {
      case Op.SignedToFloat:
      case Op.SignExtend32:
        return this.restrict(source, low, high, Possibly.All, depth);
      case Op.Signed64ToFloat:
        if (isSafeIntegral(this.rangeOf(source))) this.restrict(source, low, high, Possibly.All, depth);
        return;
      case Op.UnsignedToFloat:
      case Op.ZeroExtend32:
        if (high <= INT32_MAX) this.restrict(source, low, high, Possibly.All, depth);
        return;
      case Op.FloatToInt32:
        if (isInt32(this.rangeOf(source))) this.restrict(source, low, high, Possibly.All, depth);
        return;
      case Op.FloatToInt64:
        if (isSafeIntegral(this.rangeOf(source))) this.restrict(source, low, high, Possibly.All, depth);
        return;
      case Op.Truncate:
        if (isInt32(this.rangeOf(source))) this.restrict(source, low, high, Possibly.All, depth);
        return;
      case Op.Add:
      case Op.Subtract:
      case Op.FloatAdd:
      case Op.FloatSubtract:
        return this.restrictTerm(value, range, depth);
      case Op.Select:
        return this.restrictSelection(value, range, depth);
    }
  }

  /** x in x + c or x - c, where neither wraps or rounds. */
  private restrictTerm(value: Value, range: Interval, depth: number): void {
    const { fn } = this;
    const [term, other] = fn.operands(value);
    const constant = this.rangeOf(other);
    const termRange = this.rangeOf(term);
    if (constant.low !== constant.high || !isSafeIntegral(termRange) || !isSafeIntegral(constant) || !isIntegral(range)) return;
    const isSum = fn.op(value) === Op.Add || fn.op(value) === Op.FloatAdd;
    const offset = isSum ? constant.low : -constant.low;
    // The whole sum must be exact: a sum that wrapped says little about its terms.
    const whole = { low: termRange.low + offset, high: termRange.high + offset, flags: 0 };
    const isExact = fn.type(value) === ValueType.I32 ? isInt32(whole) : isSafeIntegral(whole);
    if (isExact) this.restrict(term, range.low - offset, range.high - offset, Possibly.All, depth);
  }

  /** Where only one of the two can have been taken, it was. */
  private restrictSelection(value: Value, range: Interval, depth: number): void {
    const { fn } = this;
    const [condition, first, second] = fn.operands(value);
    const isPossible = (choice: Value): boolean => {
      const choiceRange = this.rangeOf(choice);
      return !isNothing(cut(choiceRange, range.low, range.high, choiceRange.flags & range.flags));
    };
    const mayBeFirst = isPossible(first);
    const mayBeSecond = isPossible(second);
    if (mayBeFirst === mayBeSecond) return;
    this.learn(condition, mayBeFirst, depth);
    this.restrict(mayBeFirst ? first : second, range.low, range.high, range.flags, depth);
  }

  /** From here on the condition is true, or false. */
  learn(condition: Value, isTrue: boolean, depth = 0): void {
    const { fn } = this;
    const op = fn.op(condition);
    if (fn.isConstant(condition)) {
      if ((fn.immediate(condition) !== 0) !== isTrue) this.contradict();
      return;
    }
    if (depth > DEPTH_MAX || fn.operandCount(condition) < 2) return;
    const a = fn.operand(condition, 0);
    const b = fn.operand(condition, 1);
    switch (op) {
      case Op.Equal:
      case Op.NotEqual:
        return this.learnEquality(a, b, (op === Op.Equal) === isTrue, depth);
      case Op.LessSigned:
        return isTrue ? this.learnOrder(a, b, 1, depth) : this.learnOrder(b, a, 0, depth);
      case Op.LessEqualSigned:
        return isTrue ? this.learnOrder(a, b, 0, depth) : this.learnOrder(b, a, 1, depth);
      case Op.LessUnsigned:
        return isTrue ? this.learnUnsignedOrder(a, b, 1, depth) : this.learnUnsignedOrder(b, a, 0, depth);
      case Op.LessEqualUnsigned:
        return isTrue ? this.learnUnsignedOrder(a, b, 0, depth) : this.learnUnsignedOrder(b, a, 1, depth);
      case Op.FloatEqual:
      case Op.FloatNotEqual:
      case Op.FloatLess:
      case Op.FloatLessEqual:
        return this.learnFloats(op, a, b, isTrue, depth);
      case Op.Select:
        return this.learnSelection(condition, isTrue, depth);
    }
  }

  /** `a && b` and `a || b` without a branch: one of the two choices is a constant. */
  private learnSelection(selection: Value, isTrue: boolean, depth: number): void {
    const { fn } = this;
    const [condition, first, second] = fn.operands(selection);
    const isConstant = (value: Value, wanted: boolean): boolean => fn.isConstant(value) && (fn.immediate(value) !== 0) === wanted;
    if (isConstant(second, !isTrue)) {
      this.learn(condition, true, depth + 1);
      this.learn(first, isTrue, depth + 1);
    } else if (isConstant(first, !isTrue)) {
      this.learn(condition, false, depth + 1);
      this.learn(second, isTrue, depth + 1);
    }
  }

  private learnEquality(a: Value, b: Value, isEqual: boolean, depth: number): void {
    const { fn } = this;
    if (fn.type(a) === ValueType.Bool && fn.isConstant(b)) return this.learn(a, (fn.immediate(b) !== 0) === isEqual, depth + 1);
    if (!isNumeric(fn.type(a))) return;
    const left = this.rangeOf(a);
    const right = this.rangeOf(b);
    if (isEqual) {
      this.restrict(a, right.low, right.high, Possibly.All, depth);
      this.restrict(b, left.low, left.high, Possibly.All, depth);
    } else {
      this.exclude(a, right, depth);
      this.exclude(b, left, depth);
    }
  }

  /** Not what the other exactly is; that helps at a bound. */
  private exclude(value: Value, other: Interval, depth: number): void {
    const range = this.rangeOf(value);
    if (other.low !== other.high || !isSafeIntegral(range)) return;
    if (range.low === other.low) this.restrict(value, range.low + 1, range.high, Possibly.All, depth);
    else if (range.high === other.low) this.restrict(value, range.low, range.high - 1, Possibly.All, depth);
  }

  /** a + gap <= b. */
  private learnOrder(a: Value, b: Value, gap: number, depth: number): void {
    const left = this.rangeOf(a);
    const right = this.rangeOf(b);
    this.restrict(a, Number.NEGATIVE_INFINITY, right.high - gap, Possibly.All, depth);
    this.restrict(b, left.low + gap, Number.POSITIVE_INFINITY, Possibly.All, depth);
  }

  /** The same unsigned, which tells something where the greater one is not negative. */
  learnUnsignedOrder(a: Value, b: Value, gap: number, depth = 0): void {
    const left = this.rangeOf(a);
    const right = this.rangeOf(b);
    if (right.low < 0) return;
    this.restrict(a, 0, right.high - gap, Possibly.All, depth);
    this.restrict(b, Math.max(left.low, 0) + gap, Number.POSITIVE_INFINITY, Possibly.All, depth);
  }

  private learnFloats(op: Op, a: Value, b: Value, isTrue: boolean, depth: number): void {
    if (this.fn.type(a) !== ValueType.F64) return;
    const isOrdered = ((this.rangeOf(a).flags | this.rangeOf(b).flags) & Possibly.NaN) === 0;
    const holds = (op === Op.FloatNotEqual) !== isTrue;
    // Whether neither is NaN: then the opposite holds where the comparison does not.
    if (!holds && !isOrdered) return;
    if (op === Op.FloatEqual || op === Op.FloatNotEqual)
      return holds ? this.learnFloatEquality(a, b, depth) : this.learnFloatInequality(a, b, depth);
    const isStrict = (op === Op.FloatLess) === isTrue;
    return isTrue ? this.learnFloatOrder(a, b, isStrict, depth) : this.learnFloatOrder(b, a, isStrict, depth);
  }

  private learnFloatEquality(a: Value, b: Value, depth: number): void {
    for (const [value, other] of [
      [a, b],
      [b, a],
    ]) {
      const { low, high, flags } = this.rangeOf(other);
      this.restrict(value, low, high, (flags & Possibly.Fraction) | Possibly.MinusZero, depth);
    }
  }

  private learnFloatInequality(a: Value, b: Value, depth: number): void {
    this.exclude(a, this.rangeOf(b), depth);
    this.exclude(b, this.rangeOf(a), depth);
  }

  /** a < b or a <= b, and neither is NaN. */
  private learnFloatOrder(a: Value, b: Value, isStrict: boolean, depth: number): void {
    const left = this.rangeOf(a);
    const right = this.rangeOf(b);
    const flags = Possibly.All & ~Possibly.NaN;
    this.restrict(a, Number.NEGATIVE_INFINITY, below(left, right.high, isStrict), flags, depth);
    this.restrict(
      b,
      -below({ low: -right.high, high: -right.low, flags: right.flags }, -left.low, isStrict),
      Number.POSITIVE_INFINITY,
      flags,
      depth,
    );
  }
}

/** The greatest that an element of the range can be below the limit. */
function below(range: Interval, limit: number, isStrict: boolean): number {
  if ((range.flags & Possibly.Fraction) !== 0 || Math.abs(limit) > Number.MAX_SAFE_INTEGER) return limit;
  return isStrict && Number.isInteger(limit) ? limit - 1 : Math.floor(limit);
}
