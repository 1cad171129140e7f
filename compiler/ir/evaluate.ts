// Evaluation: what each operation without effects computes. The interpreter runs on it and the pass fold folds with it.
//
//   type        in TypeScript
//   bool        0 or 1
//   i32         a number, signed
//   i64         a bigint, signed
//   f32, f64    a number; of an f32 already rounded to one
//   ref         a number: the address

import type { IrFunction, Value } from "./function.ts";
import { Op } from "./ops.ts";
import { ValueType } from "./types.ts";

export type Scalar = number | bigint;

/** The result for constant operands, or undefined: a zero divisor, or an operation that is more than its operands. */
export function evaluate(op: Op, type: ValueType, a: Scalar, b: Scalar, c: Scalar): Scalar | undefined {
  if (op === Op.Select) return a !== 0 ? b : c;
  if (op === Op.Equal) return Number(a === b);
  if (op === Op.NotEqual) return Number(a !== b);
  if (op >= Op.FloatAdd && op <= Op.FloatTruncate) return evaluateFloat(op, type, a as number, b as number);
  if (op >= Op.FloatEqual && op <= Op.FloatLessEqual) return compareFloats(op, a as number, b as number);
  if (op >= Op.SignExtend8 && op <= Op.AddressToRef) return convert(op, a);
  if (typeof a === "bigint") return evaluateLong(op, a, b as bigint);
  return evaluateInt(op, a, b as number);
}

function evaluateInt(op: Op, a: number, b: number): number | undefined {
  switch (op) {
    case Op.Add:
      return (a + b) | 0;
    case Op.Subtract:
      return (a - b) | 0;
    case Op.Multiply:
      return Math.imul(a, b);
    case Op.DivideSigned:
      return b === 0 ? undefined : (a / b) | 0;
    case Op.DivideUnsigned:
      return b === 0 ? undefined : ((a >>> 0) / (b >>> 0)) | 0;
    case Op.RemainderSigned:
      return b === 0 ? undefined : (a % b) | 0;
    case Op.RemainderUnsigned:
      return b === 0 ? undefined : ((a >>> 0) % (b >>> 0)) | 0;
    case Op.And:
      return a & b;
    case Op.Or:
      return a | b;
    case Op.Xor:
      return a ^ b;
    case Op.ShiftLeft:
      return a << b;
    case Op.ShiftRightSigned:
      return a >> b;
    case Op.ShiftRightUnsigned:
      return (a >>> b) | 0;
    case Op.Negate:
      return -a | 0;
    case Op.Not:
      return ~a;
    case Op.LessSigned:
      return Number(a < b);
    case Op.LessEqualSigned:
      return Number(a <= b);
    case Op.LessUnsigned:
      return Number(a >>> 0 < b >>> 0);
    case Op.LessEqualUnsigned:
      return Number(a >>> 0 <= b >>> 0);
    default:
      return undefined;
  }
}

function evaluateLong(op: Op, a: bigint, b: bigint): Scalar | undefined {
  const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
  const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);
  switch (op) {
    case Op.Add:
      return signed(a + b);
    case Op.Subtract:
      return signed(a - b);
    case Op.Multiply:
      return signed(a * b);
    case Op.DivideSigned:
      return b === 0n ? undefined : signed(a / b);
    case Op.DivideUnsigned:
      return b === 0n ? undefined : signed(unsigned(a) / unsigned(b));
    case Op.RemainderSigned:
      return b === 0n ? undefined : signed(a % b);
    case Op.RemainderUnsigned:
      return b === 0n ? undefined : signed(unsigned(a) % unsigned(b));
    case Op.And:
      return a & b;
    case Op.Or:
      return a | b;
    case Op.Xor:
      return a ^ b;
    case Op.ShiftLeft:
      return signed(a << (b & 63n));
    case Op.ShiftRightSigned:
      return a >> (b & 63n);
    case Op.ShiftRightUnsigned:
      return signed(unsigned(a) >> (b & 63n));
    case Op.Negate:
      return signed(-a);
    case Op.Not:
      return ~a;
    case Op.LessSigned:
      return Number(a < b);
    case Op.LessEqualSigned:
      return Number(a <= b);
    case Op.LessUnsigned:
      return Number(unsigned(a) < unsigned(b));
    case Op.LessEqualUnsigned:
      return Number(unsigned(a) <= unsigned(b));
    default:
      return undefined;
  }
}

/** An f32 computed in f64 and rounded is right: 53 bits are more than twice 24 and two. */
function evaluateFloat(op: Op, type: ValueType, a: number, b: number): number | undefined {
  const result = evaluateDouble(op, a, b);
  return result === undefined || type === ValueType.F64 ? result : Math.fround(result);
}

function evaluateDouble(op: Op, a: number, b: number): number | undefined {
  switch (op) {
    case Op.FloatAdd:
      return a + b;
    case Op.FloatSubtract:
      return a - b;
    case Op.FloatMultiply:
      return a * b;
    case Op.FloatDivide:
      return a / b;
    case Op.FloatNegate:
      return -a;
    case Op.FloatAbsolute:
      return Math.abs(a);
    case Op.FloatSquareRoot:
      return Math.sqrt(a);
    case Op.FloatFloor:
      return Math.floor(a);
    case Op.FloatCeiling:
      return Math.ceil(a);
    case Op.FloatTruncate:
      return Math.trunc(a);
    default:
      return undefined;
  }
}

function compareFloats(op: Op, a: number, b: number): number {
  switch (op) {
    case Op.FloatEqual:
      return Number(a === b);
    case Op.FloatNotEqual:
      return Number(a !== b);
    case Op.FloatLess:
      return Number(a < b);
    default:
      return Number(a <= b);
  }
}

const conversionBuffer = new DataView(new ArrayBuffer(8));

function bitsToFloat(bits: bigint): number {
  conversionBuffer.setBigInt64(0, bits);
  return conversionBuffer.getFloat64(0);
}
function floatToBits(float: number): bigint {
  conversionBuffer.setFloat64(0, float);
  return conversionBuffer.getBigInt64(0);
}
/** Modulo 2^64; NaN and infinities give 0. */
function floatToLong(float: number): bigint {
  return Number.isFinite(float) ? BigInt.asIntN(64, BigInt(Math.trunc(float))) : 0n;
}

function convert(op: Op, value: Scalar): Scalar | undefined {
  const int = Number(value);
  const long = BigInt(typeof value === "bigint" ? value : 0);
  switch (op) {
    case Op.SignExtend8:
      return (int << 24) >> 24;
    case Op.SignExtend16:
      return (int << 16) >> 16;
    case Op.ZeroExtend8:
      return int & 0xff;
    case Op.ZeroExtend16:
      return int & 0xffff;
    case Op.SignExtend32:
      return BigInt(int);
    case Op.ZeroExtend32:
      return BigInt(int >>> 0);
    case Op.Truncate:
      return Number(BigInt.asIntN(32, long));
    case Op.SignedToFloat:
      return int;
    case Op.UnsignedToFloat:
      return int >>> 0;
    case Op.Signed64ToFloat:
      return Number(long);
    case Op.Unsigned64ToFloat:
      return Number(BigInt.asUintN(64, long));
    case Op.FloatToInt32:
      return int | 0;
    case Op.FloatToInt64:
    case Op.FloatToUint64:
      return floatToLong(int);
    case Op.FloatPromote:
      return int;
    case Op.FloatDemote:
      return Math.fround(int);
    case Op.BitsToFloat:
      return bitsToFloat(long);
    case Op.FloatToBits:
      return floatToBits(int);
    case Op.BoolToInt:
      return int;
    case Op.IntToBool:
      // Code that is never reached may have other numbers: null of `boolean | null` behind a test that it is not.
      return int & 1;
    case Op.RefToAddress:
      return BigInt(int);
    case Op.AddressToRef:
      return Number(long);
    default:
      return undefined;
  }
}

/** The value of a Constant. */
export function constantOf(fn: IrFunction, value: Value): Scalar {
  switch (fn.type(value)) {
    case ValueType.I64:
      return fn.immediateBigInt(value);
    case ValueType.F32:
    case ValueType.F64:
      return fn.immediateFloat(value);
    default:
      return fn.immediate(value);
  }
}

/** Gives a Constant its value. */
export function setConstant(fn: IrFunction, value: Value, scalar: Scalar): void {
  switch (fn.type(value)) {
    case ValueType.F32:
    case ValueType.F64:
      fn.setImmediateFloat(value, Number(scalar));
      break;
    default:
      fn.setImmediate(value, scalar);
  }
}
