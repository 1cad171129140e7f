// Interval: what is known of a number: between which bounds it lies, and whether it may be a fraction, NaN or -0.
// Invariants: (1) never too narrow: what a value may be is in its interval
//             (2) bounds are never NaN and never -0; an infinite bound means that the value may be infinite
//             (3) integers (I32, I64, Bool) have no flags; an I64 beyond 2^53 has the bounds of all I64
// Rounding:   f64 operations round monotonically, so that the rounded results for the bounds bound the rounded results.

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Of Possibly. */
  readonly flags: number;
}

export const enum Possibly {
  Nothing = 0,
  Fraction = 1,
  NaN = 2,
  MinusZero = 4,
  All = 7,
}

export const INT32_MIN = -(2 ** 31);
export const INT32_MAX = 2 ** 31 - 1;
export const UINT32_MAX = 2 ** 32 - 1;
/** Up to here f64 arithmetic on integers is exact. */
export const SAFE_MAX = Number.MAX_SAFE_INTEGER;

/** No value at all: the code is not reached, as far as is known. */
export const NOTHING: Interval = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, flags: 0 };
export const ANY_NUMBER: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, flags: Possibly.All };
export const ANY_INT32: Interval = { low: INT32_MIN, high: INT32_MAX, flags: 0 };
export const ANY_INT64: Interval = { low: -(2 ** 63), high: 2 ** 63, flags: 0 };
export const FALSE_OR_TRUE: Interval = { low: 0, high: 1, flags: 0 };

/** -0 bounds become 0. */
export function interval(low: number, high: number, flags = 0): Interval {
  return { low: low + 0, high: high + 0, flags };
}
export function exactly(value: number): Interval {
  return interval(value, value);
}

export function isNothing(a: Interval): boolean {
  return a.low > a.high && a.flags === 0;
}
export function isSameInterval(a: Interval, b: Interval): boolean {
  return a === b || (a.low === b.low && a.high === b.high && a.flags === b.flags);
}
export function contains(a: Interval, value: number): boolean {
  return a.low <= value && value <= a.high;
}
export function isWithin(a: Interval, low: number, high: number): boolean {
  return a.low >= low && a.high <= high;
}

/** A number without fraction, not NaN, or -0 where it may be that too. */
export function isIntegral(a: Interval): boolean {
  return a.low <= a.high && (a.flags & (Possibly.Fraction | Possibly.NaN)) === 0;
}
/** Integral, and so small that sums and products that are safe as well are exact. */
export function isSafeIntegral(a: Interval): boolean {
  return isIntegral(a) && isWithin(a, -SAFE_MAX, SAFE_MAX);
}
export function isInt32(a: Interval): boolean {
  return isIntegral(a) && isWithin(a, INT32_MIN, INT32_MAX);
}

export function union(a: Interval, b: Interval): Interval {
  if (isNothing(a)) return b;
  if (isNothing(b)) return a;
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high), flags: a.flags | b.flags };
}
export function intersection(a: Interval, b: Interval): Interval {
  return cut(a, b.low, b.high, a.flags & b.flags);
}
/** The part between the bounds. NaN, where it stays possible, has no bounds. */
export function cut(a: Interval, low: number, high: number, flags = a.flags): Interval {
  const part = { low: Math.max(a.low, low), high: Math.min(a.high, high), flags };
  return part.low > part.high && (flags & Possibly.NaN) === 0 ? NOTHING : part;
}

const growingHighs = [0, INT32_MAX - 1, INT32_MAX, UINT32_MAX, SAFE_MAX, Number.POSITIVE_INFINITY];
const growingLows = [0, -1, INT32_MIN + 1, INT32_MIN, -SAFE_MAX, Number.NEGATIVE_INFINITY];

/** A bound of `to` beyond that of `from` moves on to the next of a few limits, so that growth ends soon. */
export function widened(from: Interval, to: Interval): Interval {
  if (isNothing(from)) return to;
  const high = to.high > from.high ? (growingHighs.find((limit) => limit >= to.high) ?? to.high) : to.high;
  const low = to.low < from.low ? (growingLows.find((limit) => limit <= to.low) ?? to.low) : to.low;
  return { low, high, flags: to.flags };
}

// Float arithmetic

const mayBe = (a: Interval, what: Possibly): boolean => (a.flags & what) !== 0;
const mayBeInfinite = (a: Interval): boolean => a.low === Number.NEGATIVE_INFINITY || a.high === Number.POSITIVE_INFINITY;
const mayBeZero = (a: Interval): boolean => contains(a, 0);
/** With the sign bit set: -0 has it. */
const maySignBeSet = (a: Interval): boolean => a.low < 0 || mayBe(a, Possibly.MinusZero);
const maySignBeClear = (a: Interval): boolean => a.high >= 0;
const mayDifferInSign = (a: Interval, b: Interval): boolean =>
  (maySignBeSet(a) && maySignBeClear(b)) || (maySignBeClear(a) && maySignBeSet(b));

/** The flag where it is possible. */
const when = (isPossible: boolean, flag: Possibly): number => (isPossible ? flag : 0);

export function addFloats(a: Interval, b: Interval): Interval {
  if (isNothing(a) || isNothing(b)) return NOTHING;
  const opposite = (x: Interval, y: Interval): boolean => x.high === Number.POSITIVE_INFINITY && y.low === Number.NEGATIVE_INFINITY;
  const hasNaN = mayBe(a, Possibly.NaN) || mayBe(b, Possibly.NaN) || opposite(a, b) || opposite(b, a);
  // A fraction where either has one, -0 where both are it.
  const flags = ((a.flags | b.flags) & Possibly.Fraction) | (a.flags & b.flags & Possibly.MinusZero) | when(hasNaN, Possibly.NaN);
  return bounded(a.low + b.low, a.high + b.high, flags);
}

export function negateFloat(a: Interval): Interval {
  if (isNothing(a)) return NOTHING;
  return interval(-a.high, -a.low, (a.flags & ~Possibly.MinusZero) | (mayBeZero(a) ? Possibly.MinusZero : 0));
}

/** x - y = x + (-y), -0 and NaN included. */
export function subtractFloats(a: Interval, b: Interval): Interval {
  return addFloats(a, negateFloat(b));
}

export function multiplyFloats(a: Interval, b: Interval): Interval {
  if (isNothing(a) || isNothing(b)) return NOTHING;
  const hasFraction = mayBe(a, Possibly.Fraction) || mayBe(b, Possibly.Fraction);
  const zeroTimesInfinity = (mayBeZero(a) && mayBeInfinite(b)) || (mayBeInfinite(a) && mayBeZero(b));
  // Fractions may become a zero where neither is one.
  const isZeroPossible = mayBeZero(a) || mayBeZero(b) || hasFraction;
  const flags =
    when(hasFraction, Possibly.Fraction) |
    when(mayBe(a, Possibly.NaN) || mayBe(b, Possibly.NaN) || zeroTimesInfinity, Possibly.NaN) |
    when(isZeroPossible && mayDifferInSign(a, b), Possibly.MinusZero);
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((corner) => (Number.isNaN(corner) ? 0 : corner));
  return bounded(Math.min(...corners), Math.max(...corners), flags);
}

export function divideFloats(a: Interval, b: Interval): Interval {
  if (isNothing(a) || isNothing(b)) return NOTHING;
  const hasNaN =
    mayBe(a, Possibly.NaN) || mayBe(b, Possibly.NaN) || (mayBeZero(a) && mayBeZero(b)) || (mayBeInfinite(a) && mayBeInfinite(b));
  const isSignPossible = mayDifferInSign(a, b);
  const flags = Possibly.Fraction | when(hasNaN, Possibly.NaN) | when(isSignPossible, Possibly.MinusZero);
  if (mayBeZero(b) || mayBeInfinite(b)) {
    const low = isSignPossible ? Number.NEGATIVE_INFINITY : 0;
    return interval(low, Number.POSITIVE_INFINITY, flags);
  }
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return bounded(Math.min(...corners), Math.max(...corners), flags);
}

/** JavaScript's %: the sign is that of the dividend. */
export function remainderOfFloats(a: Interval, b: Interval): Interval {
  if (isNothing(a) || isNothing(b)) return NOTHING;
  const hasFraction = mayBe(a, Possibly.Fraction) || mayBe(b, Possibly.Fraction);
  const flags =
    when(hasFraction, Possibly.Fraction) |
    when(mayBe(a, Possibly.NaN) || mayBe(b, Possibly.NaN) || mayBeZero(b) || mayBeInfinite(a), Possibly.NaN) |
    when(maySignBeSet(a), Possibly.MinusZero);
  const divisor = Math.max(Math.abs(b.low), Math.abs(b.high));
  const limit = hasFraction || !(divisor <= SAFE_MAX) ? divisor : Math.max(divisor - 1, 0);
  return interval(a.low < 0 ? Math.max(a.low, -limit) : 0, a.high > 0 ? Math.min(a.high, limit) : 0, flags);
}

export function absoluteFloat(a: Interval): Interval {
  if (isNothing(a)) return NOTHING;
  const flags = a.flags & ~Possibly.MinusZero;
  if (a.low >= 0) return interval(a.low, a.high, flags);
  return interval(a.high <= 0 ? -a.high : 0, Math.max(-a.low, a.high), flags);
}

export function squareRootOfFloat(a: Interval): Interval {
  if (isNothing(a)) return NOTHING;
  const flags = a.flags | Possibly.Fraction | (a.low < 0 ? Possibly.NaN : 0);
  return interval(Math.sqrt(Math.max(a.low, 0)), Math.sqrt(Math.max(a.high, 0)), flags);
}

/** Of floor, ceil and trunc. Between -1 and 0 the latter two give -0. */
export function roundedFloat(a: Interval, round: (bound: number) => number, isDown: boolean): Interval {
  if (isNothing(a)) return NOTHING;
  const isBelowZeroLost = !isDown && mayBe(a, Possibly.Fraction) && a.low < 0 && a.high > -1;
  const flags = (a.flags & ~Possibly.Fraction) | (isBelowZeroLost ? Possibly.MinusZero : 0);
  return interval(round(a.low), round(a.high), flags);
}

/** Where infinities have made a bound NaN, it is not known. */
function bounded(low: number, high: number, flags: number): Interval {
  return interval(Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low, Number.isNaN(high) ? Number.POSITIVE_INFINITY : high, flags);
}
