// Fold rules: one law of algebra a row. Constants stand on the right of commutative operations; constant results need no rule.
// Invariants: a rule holds for every operand value of both widths, and for NaN and -0 where it is about floats; the test tries the edges.

import type { Value } from "../ir/function.ts";
import { Op, ops } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { type Match, type Rule, rule } from "./match.ts";

const { Bool, I32, I64, F32, F64 } = {
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F32: ValueType.F32 as const,
  F64: ValueType.F64 as const,
};

const zero = (m: Match): Value => m.makeConstant(m.type, 0);
const boolean = (m: Match, value: boolean): Value => m.makeConstant(Bool, value ? 1 : 0);
/** (x op c) op d = x op (c op d), for associative operations. */
const reassociate = (m: Match): Value | undefined => {
  if (m.constant(m.right) === undefined || !m.isMadeBy(m.left, m.op)) return undefined;
  const inner = m.operand(m.left, 1);
  if (m.constant(inner) === undefined) return undefined;
  return m.make(m.op, m.type, [m.operand(m.left), m.make(m.op, m.type, [inner, m.right])]);
};
const same = (m: Match): boolean => m.left === m.right;
const inner = (m: Match, op: Op): Value | undefined => (m.isMadeBy(m.left, op) ? m.operand(m.left) : undefined);
const isZeroOrOne = (m: Match, value: Value): boolean => m.isMadeBy(value, Op.BoolToInt);

const arithmetic: readonly Rule[] = [
  rule("x + 0 = x", Op.Add, (m) => (m.is(m.right, 0) ? m.left : undefined)),
  rule("(x + c) + d = x + (c + d)", Op.Add, reassociate),
  rule("x + (-y) = x - y", Op.Add, (m) =>
    m.isMadeBy(m.right, Op.Negate) ? m.make(Op.Subtract, m.type, [m.left, m.operand(m.right)]) : undefined,
  ),
  rule("(x - y) + y = x", Op.Add, (m) =>
    m.isMadeBy(m.left, Op.Subtract) && m.operand(m.left, 1) === m.right ? m.operand(m.left) : undefined,
  ),
  rule("x - 0 = x", Op.Subtract, (m) => (m.is(m.right, 0) ? m.left : undefined)),
  rule("x - x = 0", Op.Subtract, (m) => (same(m) ? zero(m) : undefined)),
  rule("0 - x = -x", Op.Subtract, (m) => (m.is(m.left, 0) ? m.make(Op.Negate, m.type, [m.right]) : undefined)),
  rule("x - c = x + (-c)", Op.Subtract, (m) =>
    m.constant(m.right) === undefined ? undefined : m.make(Op.Add, m.type, [m.left, m.make(Op.Negate, m.type, [m.right])]),
  ),
  rule("(x + y) - y = x", Op.Subtract, (m) =>
    m.isMadeBy(m.left, Op.Add) && m.operand(m.left, 1) === m.right ? m.operand(m.left) : undefined,
  ),
  rule("(x + y) - x = y", Op.Subtract, (m) =>
    m.isMadeBy(m.left, Op.Add) && m.operand(m.left) === m.right ? m.operand(m.left, 1) : undefined,
  ),
  rule("-(-x) = x", Op.Negate, (m) => inner(m, Op.Negate)),
  rule("-(x - y) = y - x", Op.Negate, (m) =>
    m.isMadeBy(m.left, Op.Subtract) ? m.make(Op.Subtract, m.type, [m.operand(m.left, 1), m.operand(m.left)]) : undefined,
  ),
  rule("x * 0 = 0", Op.Multiply, (m) => (m.is(m.right, 0) ? m.right : undefined)),
  rule("x * 1 = x", Op.Multiply, (m) => (m.is(m.right, 1) ? m.left : undefined)),
  rule("x * -1 = -x", Op.Multiply, (m) => (m.is(m.right, -1) ? m.make(Op.Negate, m.type, [m.left]) : undefined)),
  rule("(x * c) * d = x * (c * d)", Op.Multiply, reassociate),
  rule("x * 2^k = x << k", Op.Multiply, (m) => {
    const k = m.powerOfTwo(m.right);
    return k === undefined ? undefined : m.make(Op.ShiftLeft, m.type, [m.left, m.makeConstant(m.type, k)]);
  }),
  rule("x / 1 = x", [Op.DivideSigned, Op.DivideUnsigned], (m) => (m.is(m.right, 1) ? m.left : undefined)),
  rule("x / -1 = -x, signed", Op.DivideSigned, (m) => (m.is(m.right, -1) ? m.make(Op.Negate, m.type, [m.left]) : undefined)),
  rule("x / 2^k = x >>> k, unsigned", Op.DivideUnsigned, (m) => {
    const k = m.powerOfTwo(m.right);
    return k === undefined ? undefined : m.make(Op.ShiftRightUnsigned, m.type, [m.left, m.makeConstant(m.type, k)]);
  }),
  rule("x % 1 = x % -1 = 0, signed", Op.RemainderSigned, (m) => (m.is(m.right, 1) || m.is(m.right, -1) ? zero(m) : undefined)),
  rule("x % 2^k = x & (2^k - 1), unsigned", Op.RemainderUnsigned, (m) => {
    if (m.powerOfTwo(m.right) === undefined) return undefined;
    return m.make(Op.And, m.type, [m.left, m.make(Op.Add, m.type, [m.right, m.makeConstant(m.type, -1)])]);
  }),
];

const bitwise: readonly Rule[] = [
  rule("x & 0 = 0", Op.And, (m) => (m.is(m.right, 0) ? m.right : undefined)),
  rule("x & -1 = x", Op.And, (m) => (m.is(m.right, -1) ? m.left : undefined)),
  rule("x & x = x | x = x", [Op.And, Op.Or], (m) => (same(m) ? m.left : undefined)),
  rule("(x op c) op d = x op (c op d) for & | ^", [Op.And, Op.Or, Op.Xor], reassociate),
  rule("b & 1 = b for 0 or 1", Op.And, (m) => (m.is(m.right, 1) && isZeroOrOne(m, m.left) ? m.left : undefined)),
  rule("x | 0 = x ^ 0 = x", [Op.Or, Op.Xor], (m) => (m.is(m.right, 0) ? m.left : undefined)),
  rule("x | -1 = -1", Op.Or, (m) => (m.is(m.right, -1) ? m.right : undefined)),
  rule("x ^ x = 0", Op.Xor, (m) => (same(m) ? zero(m) : undefined)),
  rule("x ^ -1 = ~x", Op.Xor, (m) => (m.is(m.right, -1) ? m.make(Op.Not, m.type, [m.left]) : undefined)),
  rule("~(~x) = x", Op.Not, (m) => inner(m, Op.Not)),
  rule("x << 0 = x", [Op.ShiftLeft, Op.ShiftRightSigned, Op.ShiftRightUnsigned], (m) => {
    const count = m.constant(m.right);
    return count !== undefined && Number(count) % m.widthBits(m.left) === 0 ? m.left : undefined;
  }),
  rule("(x << c) << d = x << (c + d) below the width", [Op.ShiftLeft, Op.ShiftRightUnsigned], (m) => {
    const outer = m.constant(m.right);
    const first = m.isMadeBy(m.left, m.op) ? m.constant(m.operand(m.left, 1)) : undefined;
    if (outer === undefined || first === undefined) return undefined;
    const width = m.widthBits(m.left);
    const sum = (Number(outer) & (width - 1)) + (Number(first) & (width - 1));
    return sum >= width ? zero(m) : m.make(m.op, m.type, [m.operand(m.left), m.makeConstant(m.type, sum)]);
  }),
  rule("x << (c & (width - 1)) = x << c", [Op.ShiftLeft, Op.ShiftRightSigned, Op.ShiftRightUnsigned], (m) => {
    if (!m.isMadeBy(m.right, Op.And) || !m.is(m.operand(m.right, 1), m.widthBits(m.left) - 1)) return undefined;
    return m.make(m.op, m.type, [m.left, m.operand(m.right)]);
  }),
];

const negatedComparison: Partial<Record<Op, Op>> = {
  [Op.Equal]: Op.NotEqual,
  [Op.NotEqual]: Op.Equal,
  [Op.FloatEqual]: Op.FloatNotEqual,
  [Op.FloatNotEqual]: Op.FloatEqual,
};
/** !(x < y) is y <= x. Not for floats: NaN is neither. */
const swappedComparison: Partial<Record<Op, Op>> = {
  [Op.LessSigned]: Op.LessEqualSigned,
  [Op.LessEqualSigned]: Op.LessSigned,
  [Op.LessUnsigned]: Op.LessEqualUnsigned,
  [Op.LessEqualUnsigned]: Op.LessUnsigned,
};

/** The comparison that is true where the given one is false. */
function negate(m: Match, condition: Value): Value | undefined {
  const operation = m.fn.op(condition);
  const negated = negatedComparison[operation];
  if (negated !== undefined) return m.make(negated, Bool, [m.operand(condition), m.operand(condition, 1)]);
  const swapped = swappedComparison[operation];
  if (swapped !== undefined) return m.make(swapped, Bool, [m.operand(condition, 1), m.operand(condition)]);
  return undefined;
}

const isBool = (m: Match): boolean => m.fn.type(m.left) === Bool;
const equalities = [Op.Equal, Op.NotEqual];

const comparisons: readonly Rule[] = [
  rule("x == x is true, x != x is false", equalities, (m) => (same(m) ? boolean(m, m.op === Op.Equal) : undefined)),
  rule("x < x is false, x <= x is true", [Op.LessSigned, Op.LessEqualSigned, Op.LessUnsigned, Op.LessEqualUnsigned], (m) =>
    same(m) ? boolean(m, m.op === Op.LessEqualSigned || m.op === Op.LessEqualUnsigned) : undefined,
  ),
  rule("b == true = (b != false) = b", equalities, (m) => (isBool(m) && m.is(m.right, m.op === Op.Equal ? 1 : 0) ? m.left : undefined)),
  rule("b != true = (b == false)", Op.NotEqual, (m) =>
    isBool(m) && m.is(m.right, 1) ? m.make(Op.Equal, Bool, [m.left, m.makeConstant(Bool, 0)]) : undefined,
  ),
  rule("(x < y) == false = y <= x", Op.Equal, (m) => (isBool(m) && m.is(m.right, 0) ? negate(m, m.left) : undefined)),
  rule("(b == false) == false = b", Op.Equal, (m) =>
    isBool(m) &&
    m.is(m.right, 0) &&
    m.isMadeBy(m.left, Op.Equal) &&
    isBool(m) &&
    m.is(m.operand(m.left, 1), 0) &&
    m.fn.type(m.operand(m.left)) === Bool
      ? m.operand(m.left)
      : undefined,
  ),
  rule("int(b) == 0 = (b == false), int(b) != 0 = b", equalities, (m) =>
    isZeroOrOne(m, m.left) && m.is(m.right, 0) ? m.make(m.op, Bool, [m.operand(m.left), m.makeConstant(Bool, 0)]) : undefined,
  ),
  rule("(x + c) == d = (x == d - c)", equalities, (m) => {
    if (m.constant(m.right) === undefined || !m.isMadeBy(m.left, Op.Add) || m.constant(m.operand(m.left, 1)) === undefined)
      return undefined;
    const type = m.fn.type(m.left);
    return m.make(m.op, Bool, [m.operand(m.left), m.make(Op.Subtract, type, [m.right, m.operand(m.left, 1)])]);
  }),
  rule("(x - y) == 0 = (x == y)", equalities, (m) =>
    m.is(m.right, 0) && m.isMadeBy(m.left, Op.Subtract) ? m.make(m.op, Bool, [m.operand(m.left), m.operand(m.left, 1)]) : undefined,
  ),
  rule("zext(x) == c = (x == c), where c fits; the same of sext", equalities, (m) => {
    const extension = m.isMadeBy(m.left, Op.ZeroExtend32)
      ? BigInt.asUintN
      : m.isMadeBy(m.left, Op.SignExtend32)
        ? BigInt.asIntN
        : undefined;
    const constant = m.constant(m.right);
    if (extension === undefined || typeof constant !== "bigint") return undefined;
    if (extension(32, constant) !== constant) return boolean(m, m.op === Op.NotEqual);
    return m.make(m.op, Bool, [m.operand(m.left), m.makeConstant(I32, constant)]);
  }),
  rule("x < 0 is false, unsigned", Op.LessUnsigned, (m) => (m.is(m.right, 0) ? boolean(m, false) : undefined)),
  rule("0 <= x is true, unsigned", Op.LessEqualUnsigned, (m) => (m.is(m.left, 0) ? boolean(m, true) : undefined)),
  rule("x <= -1 is true, -1 < x is false, unsigned", [Op.LessUnsigned, Op.LessEqualUnsigned], (m) =>
    m.is(m.op === Op.LessUnsigned ? m.left : m.right, -1) ? boolean(m, m.op === Op.LessEqualUnsigned) : undefined,
  ),
  rule("x < 1 = (x == 0), unsigned", Op.LessUnsigned, (m) =>
    m.is(m.right, 1) ? m.make(Op.Equal, Bool, [m.left, m.makeConstant(m.fn.type(m.left), 0)]) : undefined,
  ),
  rule("0 < x = (x != 0), unsigned", Op.LessUnsigned, (m) =>
    m.is(m.left, 0) ? m.make(Op.NotEqual, Bool, [m.right, m.makeConstant(m.fn.type(m.right), 0)]) : undefined,
  ),
  rule("x <= 0 = (x == 0), unsigned", Op.LessEqualUnsigned, (m) =>
    m.is(m.right, 0) ? m.make(Op.Equal, Bool, [m.left, m.right]) : undefined,
  ),
];

/** What an extension leaves as it is: an operation whose result lies in its range. */
const alreadyExtended: Partial<Record<Op, readonly Op[]>> = {
  [Op.ZeroExtend8]: [Op.ZeroExtend8, Op.BoolToInt],
  [Op.ZeroExtend16]: [Op.ZeroExtend16, Op.ZeroExtend8, Op.BoolToInt],
  [Op.SignExtend8]: [Op.SignExtend8, Op.BoolToInt],
  [Op.SignExtend16]: [Op.SignExtend16, Op.SignExtend8, Op.ZeroExtend8, Op.BoolToInt],
};
/** Low bits that an extension keeps. */
const extensionBits: Partial<Record<Op, number>> = {
  [Op.ZeroExtend8]: 8,
  [Op.SignExtend8]: 8,
  [Op.ZeroExtend16]: 16,
  [Op.SignExtend16]: 16,
};
const extensions = [Op.ZeroExtend8, Op.SignExtend8, Op.ZeroExtend16, Op.SignExtend16];

const inversePairs: readonly (readonly [Op, Op])[] = [
  [Op.IntToBool, Op.BoolToInt],
  [Op.BoolToInt, Op.IntToBool],
  [Op.RefToAddress, Op.AddressToRef],
  [Op.AddressToRef, Op.RefToAddress],
  [Op.Truncate, Op.SignExtend32],
  [Op.Truncate, Op.ZeroExtend32],
  [Op.FloatDemote, Op.FloatPromote],
  [Op.FloatToInt32, Op.SignedToFloat],
  [Op.FloatToInt32, Op.UnsignedToFloat],
];

const conversions: readonly Rule[] = [
  ...inversePairs.map(([outer, first]) => rule(`${ops[outer].name}(${ops[first].name}(x)) = x`, outer, (m) => inner(m, first))),
  rule("an extension of what it holds already changes nothing", extensions, (m) =>
    alreadyExtended[m.op]?.includes(m.fn.op(m.left)) === true ? m.left : undefined,
  ),
  rule("an extension looks at the low bits only", extensions, (m) => {
    const bits = extensionBits[m.op] ?? 0;
    const low = extensionBits[m.fn.op(m.left)];
    if (low !== undefined && low >= bits) return m.make(m.op, I32, [m.operand(m.left)]);
    const mask = m.isMadeBy(m.left, Op.And) ? m.constant(m.operand(m.left, 1)) : undefined;
    const ones = 2 ** bits - 1;
    return mask !== undefined && (Number(mask) & ones) === ones ? m.make(m.op, I32, [m.operand(m.left)]) : undefined;
  }),
  rule("zext8(x & c) = x & c for 0 <= c < 256; the same of zext16", [Op.ZeroExtend8, Op.ZeroExtend16], (m) => {
    const mask = m.isMadeBy(m.left, Op.And) ? Number(m.constant(m.operand(m.left, 1)) ?? -1) : -1;
    return mask >= 0 && mask < 2 ** (extensionBits[m.op] ?? 0) ? m.left : undefined;
  }),
  rule("trunc(x op y) = trunc(x) op trunc(y), where y is a constant", Op.Truncate, (m) => {
    const operation = m.fn.op(m.left);
    if (![Op.Add, Op.And, Op.Or, Op.Xor].includes(operation) || m.constant(m.operand(m.left, 1)) === undefined) return undefined;
    const narrow = [0, 1].map((index) => m.make(Op.Truncate, I32, [m.operand(m.left, index)]));
    return m.make(operation, I32, narrow);
  }),
  rule("toInt64(float(x)) = extended x", [Op.FloatToInt64, Op.FloatToUint64], (m) => {
    const signed = inner(m, Op.SignedToFloat);
    if (signed !== undefined) return m.make(Op.SignExtend32, I64, [signed]);
    const unsigned = inner(m, Op.UnsignedToFloat);
    return unsigned === undefined ? undefined : m.make(Op.ZeroExtend32, I64, [unsigned]);
  }),
  rule("toInt32(x + y) = toInt32(x) + toInt32(y), and of - and *, for integers that stay exact", Op.FloatToInt32, (m) => {
    const operation = wrappingOps[m.fn.op(m.left)];
    if (operation === undefined || exactMagnitude(m, m.left) === undefined) return undefined;
    const operands = [0, 1].map((index) => m.make(Op.FloatToInt32, I32, [m.operand(m.left, index)]));
    return m.make(operation, I32, operands);
  }),
  rule("toInt32(x) = toInt32(x of 32 bits) for an integral constant", Op.FloatToInt32, (m) => {
    const constant = m.constant(m.left);
    return constant === undefined ? undefined : m.makeConstant(I32, Number(constant) | 0);
  }),
  rule("float(zext8(x)) is the same signed or unsigned", Op.UnsignedToFloat, (m) =>
    [Op.ZeroExtend8, Op.ZeroExtend16, Op.BoolToInt].includes(m.fn.op(m.left)) ? m.make(Op.SignedToFloat, F64, [m.left]) : undefined,
  ),
];

/** Operations on integral floats that are the same modulo 2^32 as on integers. */
const wrappingOps: Partial<Record<Op, Op>> = { [Op.FloatAdd]: Op.Add, [Op.FloatSubtract]: Op.Subtract, [Op.FloatMultiply]: Op.Multiply };
const EXACT_DEPTH_MAX = 8;

/** A bound of the absolute value of a float that is built from integers without ever being rounded; undefined if it may be. */
function exactMagnitude(m: Match, value: Value, depth = 0): number | undefined {
  if (m.isMadeBy(value, Op.SignedToFloat)) return 2 ** 31;
  if (m.isMadeBy(value, Op.UnsignedToFloat)) return 2 ** 32;
  const constant = m.constant(value);
  if (constant !== undefined) return typeof constant === "number" && Number.isSafeInteger(constant) ? Math.abs(constant) : undefined;
  const operation = wrappingOps[m.fn.op(value)];
  if (operation === undefined || depth === EXACT_DEPTH_MAX) return undefined;
  const x = exactMagnitude(m, m.operand(value), depth + 1);
  const y = exactMagnitude(m, m.operand(value, 1), depth + 1);
  if (x === undefined || y === undefined) return undefined;
  const bound = operation === Op.Multiply ? x * y : x + y;
  return bound <= Number.MAX_SAFE_INTEGER ? bound : undefined;
}

const floatComparisons: Partial<Record<Op, readonly [signed: Op, unsigned: Op]>> = {
  [Op.FloatEqual]: [Op.Equal, Op.Equal],
  [Op.FloatNotEqual]: [Op.NotEqual, Op.NotEqual],
  [Op.FloatLess]: [Op.LessSigned, Op.LessUnsigned],
  [Op.FloatLessEqual]: [Op.LessEqualSigned, Op.LessEqualUnsigned],
};

/** Compares two converted integers of the same sign, or one with a constant in its range, as integers. */
function compareAsIntegers(m: Match): Value | undefined {
  for (const [place, conversion] of [Op.SignedToFloat, Op.UnsignedToFloat].entries()) {
    if (!m.isMadeBy(m.left, conversion) && !m.isMadeBy(m.right, conversion)) continue;
    const operands = [m.left, m.right].map((value) => integerBehind(m, value, conversion));
    const [x, y] = operands;
    if (x === undefined || y === undefined) return undefined;
    const operation = floatComparisons[m.op]?.[place];
    return operation === undefined ? undefined : m.make(operation, Bool, [x(), y()]);
  }
  return undefined;
}

function integerBehind(m: Match, value: Value, conversion: Op): (() => Value) | undefined {
  if (m.isMadeBy(value, conversion)) return () => m.operand(value);
  const constant = m.constant(value);
  if (typeof constant !== "number") return undefined;
  const isInRange = conversion === Op.SignedToFloat ? (constant | 0) === constant : constant >>> 0 === constant;
  return isInRange ? () => m.makeConstant(I32, constant | 0) : undefined;
}

const longComparisons: Partial<Record<Op, Op>> = {
  [Op.FloatEqual]: Op.Equal,
  [Op.FloatNotEqual]: Op.NotEqual,
  [Op.FloatLess]: Op.LessSigned,
  [Op.FloatLessEqual]: Op.LessEqualSigned,
};

/** Where a side is a sum: what int32 sums to fits in 64 bits, and no sum is unordered. */
function compareAsLongs(m: Match): Value | undefined {
  const operation = longComparisons[m.op];
  const isSum = (value: Value): boolean => m.isMadeBy(value, Op.FloatAdd) || m.isMadeBy(value, Op.FloatSubtract);
  if (operation === undefined || !(isSum(m.left) || isSum(m.right))) return undefined;
  if (exactMagnitude(m, m.left) === undefined || exactMagnitude(m, m.right) === undefined) return undefined;
  return m.make(operation, Bool, [longOf(m, m.left), longOf(m, m.right)]);
}

/** The i64 of a float with an exact magnitude. */
function longOf(m: Match, value: Value): Value {
  const constant = m.constant(value);
  if (constant !== undefined) return m.makeConstant(I64, BigInt(constant));
  if (m.isMadeBy(value, Op.SignedToFloat)) return m.make(Op.SignExtend32, I64, [m.operand(value)]);
  if (m.isMadeBy(value, Op.UnsignedToFloat)) return m.make(Op.ZeroExtend32, I64, [m.operand(value)]);
  const operation = wrappingOps[m.fn.op(value)] ?? Op.Add;
  return m.make(operation, I64, [longOf(m, m.operand(value)), longOf(m, m.operand(value, 1))]);
}

const floats: readonly Rule[] = [
  rule(
    "comparing converted integers is comparing the integers",
    [Op.FloatEqual, Op.FloatNotEqual, Op.FloatLess, Op.FloatLessEqual],
    compareAsIntegers,
  ),
  rule(
    "comparing exact sums of integers is comparing 64-bit sums",
    [Op.FloatEqual, Op.FloatNotEqual, Op.FloatLess, Op.FloatLessEqual],
    compareAsLongs,
  ),
  rule("-(-x) = x", Op.FloatNegate, (m) => inner(m, Op.FloatNegate)),
  rule("| |x| | = |x|", Op.FloatAbsolute, (m) => (m.isMadeBy(m.left, Op.FloatAbsolute) ? m.left : undefined)),
  rule("|-x| = |x|", Op.FloatAbsolute, (m) =>
    m.isMadeBy(m.left, Op.FloatNegate) ? m.make(Op.FloatAbsolute, m.type, [m.operand(m.left)]) : undefined,
  ),
  rule("x * 1 = x / 1 = x", [Op.FloatMultiply, Op.FloatDivide], (m) => (m.is(m.right, 1) ? m.left : undefined)),
  // x + 0 is not x for x = -0.
  rule("x + -0 = x", Op.FloatAdd, (m) => (m.is(m.right, -0) ? m.left : undefined)),
  rule("x - 0 = x", Op.FloatSubtract, (m) => (m.is(m.right, 0) ? m.left : undefined)),
  rule("x / 2^k = x * 2^-k", Op.FloatDivide, (m) => {
    const divisor = m.constant(m.right);
    if (typeof divisor !== "number" || m.type !== F64) return undefined;
    // Both powers are normal numbers, so that neither is rounded.
    const exponent = Math.log2(Math.abs(divisor));
    if (!Number.isInteger(exponent) || Math.abs(exponent) > 1000 || Math.abs(divisor) !== 2 ** exponent) return undefined;
    return m.make(Op.FloatMultiply, m.type, [m.left, m.makeConstant(m.type, 1 / divisor)]);
  }),
  rule("an integer is its own floor", [Op.FloatFloor, Op.FloatCeiling, Op.FloatTruncate], (m) => {
    const integral = [
      Op.SignedToFloat,
      Op.UnsignedToFloat,
      Op.Signed64ToFloat,
      Op.Unsigned64ToFloat,
      Op.FloatFloor,
      Op.FloatCeiling,
      Op.FloatTruncate,
    ];
    return integral.includes(m.fn.op(m.left)) ? m.left : undefined;
  }),
  rule("f32(f64(x) op f64(y)) = x op y", Op.FloatDemote, (m) => {
    const operation = m.fn.op(m.left);
    if (![Op.FloatAdd, Op.FloatSubtract, Op.FloatMultiply, Op.FloatDivide].includes(operation)) return undefined;
    const operands = [0, 1].map((index) => m.operand(m.left, index));
    if (!operands.every((operand) => m.isMadeBy(operand, Op.FloatPromote))) return undefined;
    return m.make(
      operation,
      F32,
      operands.map((operand) => m.operand(operand)),
    );
  }),
];

const selections: readonly Rule[] = [
  rule("c ? x : x = x", Op.Select, (m) => (m.right === m.operand(m.value, 2) ? m.right : undefined)),
  rule("true ? x : y = x", Op.Select, (m) => {
    const condition = m.constant(m.left);
    return condition === undefined ? undefined : m.operand(m.value, condition === 1 ? 1 : 2);
  }),
  rule("c ? 1 : 0 = c", Op.Select, (m) => {
    if (!m.is(m.right, 1) || !m.is(m.operand(m.value, 2), 0)) return undefined;
    return m.type === Bool ? m.left : m.type === I32 ? m.make(Op.BoolToInt, I32, [m.left]) : undefined;
  }),
];

export const foldRules: readonly Rule[] = [...arithmetic, ...bitwise, ...comparisons, ...conversions, ...floats, ...selections];
