// Selection of division and remainder: shifts for powers of two, multiplication by a reciprocal for other constants, div for the rest.
// After Granlund and Montgomery, "Division by Invariant Integers using Multiplication" (1994).

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { registerType } from "./lir.ts";
import type { PseudoName } from "./lir-insts.ts";
import { imm, reg } from "./operands.ts";
import { signedReciprocal, unsignedReciprocal } from "./reciprocals.ts";
import { RAX, RDX, type Register } from "./registers.ts";
import { always, type Rule, rule, type Selector } from "./select.ts";
import { selectIdentity, selectShiftByConstant } from "./select-integers.ts";

function selectDivision(sign: "signed" | "unsigned", part: "divide" | "remainder"): (s: Selector, value: Value) => void {
  return (s, value) => {
    const type = registerType(s.fn.type(value));
    const divisor = s.register(s.fn.operand(value, 1));
    s.moveInto(RAX, s.fn.operand(value, 0));
    const name: PseudoName = `${part}.${sign}${s.width(value)}`;
    s.emit(name, reg(divisor));
    s.copy(type, s.target(value), part === "divide" ? RAX : RDX);
  };
}

function powerOfTwo(s: Selector, value: Value): number | undefined {
  const divisor = s.constant(s.fn.operand(value, 1));
  if (divisor === undefined || divisor <= 0n || (divisor & (divisor - 1n)) !== 0n) return undefined;
  return divisor.toString(2).length - 1;
}

/** x / 2^k unsigned = x >> k */
function selectUnsignedDivideByPower(s: Selector, value: Value): boolean {
  const power = powerOfTwo(s, value);
  if (power === undefined) return false;
  if (power === 0) selectIdentity(s, value, s.fn.operand(value, 0));
  else selectShiftByConstant(s, value, "shr", s.fn.operand(value, 0), power);
  return true;
}

/** x % 2^k unsigned = x & (2^k - 1) */
function selectUnsignedRemainderByPower(s: Selector, value: Value): boolean {
  const power = powerOfTwo(s, value);
  if (power === undefined || power > 31) return false;
  s.moveInto(s.target(value), s.fn.operand(value, 0));
  if (power === 31) s.emit("and32", reg(s.target(value)), imm(0x7fff_ffff));
  else s.emit(`and${s.width(value)}`, reg(s.target(value)), imm(2 ** power - 1));
  return true;
}

/** target = x + (x < 0 ? 2^k - 1 : 0): what a signed division by 2^k rounds towards zero from. */
function biasTowardsZero(s: Selector, value: Value, power: number): { biased: number; bias: number } {
  const width = s.width(value);
  const type = registerType(s.fn.type(value));
  const dividend = s.register(s.fn.operand(value, 0));
  const bias = s.temporary(type);
  const biased = s.temporary(type);
  s.copy(type, bias, dividend);
  if (power > 1) s.emit(`sar${width}`, reg(bias), imm(width - 1));
  s.emit(`shr${width}`, reg(bias), imm(width - power));
  s.copy(type, biased, dividend);
  s.emit(`add${width}`, reg(biased), reg(bias));
  return { biased, bias };
}

function selectSignedDivideByPower(s: Selector, value: Value): boolean {
  const power = powerOfTwo(s, value);
  if (power === undefined) return false;
  const target = s.target(value);
  if (power === 0) {
    selectIdentity(s, value, s.fn.operand(value, 0));
    return true;
  }
  const { biased } = biasTowardsZero(s, value, power);
  s.copy(registerType(s.fn.type(value)), target, biased);
  s.emit(`sar${s.width(value)}`, reg(target), imm(power));
  return true;
}

/** x % 2^k = ((x + bias) & (2^k - 1)) - bias */
function selectSignedRemainderByPower(s: Selector, value: Value): boolean {
  const power = powerOfTwo(s, value);
  if (power === undefined || power > 30) return false;
  const target = s.target(value);
  const type = registerType(s.fn.type(value));
  if (power === 0) {
    s.emit(`mov${s.width(value)}`, reg(target), imm(0));
    return true;
  }
  const { biased, bias } = biasTowardsZero(s, value, power);
  s.copy(type, target, biased);
  s.emit(`and${s.width(value)}`, reg(target), imm(2 ** power - 1));
  s.emit(`sub${s.width(value)}`, reg(target), reg(bias));
  return true;
}

/** A register with the 64-bit constant. */
function loadConstant(s: Selector, constant: bigint): Register {
  const register = s.temporary(ValueType.I64);
  s.emit("mov64", reg(register), imm(BigInt.asIntN(64, constant)));
  return register;
}

/** The upper half of the 128-bit product with a constant. */
function multiplyHigh(s: Selector, factor: Register, constant: bigint, name: "mul64" | "imulwide64"): Register {
  const reciprocal = loadConstant(s, constant);
  const high = s.temporary(ValueType.I64);
  s.copy(ValueType.I64, RAX, factor);
  s.emit(name, reg(reciprocal));
  s.copy(ValueType.I64, high, RDX);
  return high;
}

/** The dividend as 64 bits, extended by its sign or by zeros. */
function extendDividend(s: Selector, dividend: Value, isSigned: boolean): Register {
  const source = reg(s.register(dividend));
  const extended = s.temporary(ValueType.I64);
  if (isSigned) s.emit("movsx32to64", reg(extended), source);
  else s.emit("mov32", reg(extended), source);
  return extended;
}

/** x / d unsigned, 32 bits: the upper half of x * ceil(2^64 / d). */
function unsignedQuotient32(s: Selector, dividend: Value, divisor: bigint): Register {
  return multiplyHigh(s, extendDividend(s, dividend, false), (1n << 64n) / divisor + 1n, "mul64");
}

function unsignedQuotient64(s: Selector, dividend: Value, divisor: bigint): Register {
  const { factor, shift, isTooWide } = unsignedReciprocal(divisor);
  const register = s.register(dividend);
  const high = multiplyHigh(s, register, factor, "mul64");
  if (!isTooWide) {
    if (shift > 0) s.emit("shr64", reg(high), imm(shift));
    return high;
  }
  // The factor has a 65th bit: x * (2^64 + f) / 2^64 = x + high, of which the half is taken without overflow.
  const half = s.temporary(ValueType.I64);
  s.copy(ValueType.I64, half, register);
  s.emit("sub64", reg(half), reg(high));
  s.emit("shr64", reg(half), imm(1));
  s.emit("add64", reg(half), reg(high));
  if (shift > 1) s.emit("shr64", reg(half), imm(shift - 1));
  return half;
}

/** x / d signed, 32 bits, d > 0: x * f >> 32 + k, plus one for negative x. */
function signedQuotient32(s: Selector, dividend: Value, divisor: bigint): Register {
  const { factor, shift } = signedReciprocal(divisor, 32);
  const extended = extendDividend(s, dividend, true);
  const quotient = loadConstant(s, factor);
  const sign = s.temporary(ValueType.I64);
  s.emit("imul64", reg(quotient), reg(extended));
  s.emit("sar64", reg(quotient), imm(32 + shift));
  s.copy(ValueType.I64, sign, extended);
  s.emit("shr64", reg(sign), imm(63));
  s.emit("add64", reg(quotient), reg(sign));
  return quotient;
}

function signedQuotient64(s: Selector, dividend: Value, divisor: bigint): Register {
  const { factor, shift } = signedReciprocal(divisor, 64);
  const register = s.register(dividend);
  const quotient = multiplyHigh(s, register, factor, "imulwide64");
  // As a signed factor it is 2^64 too small.
  if (factor >= 1n << 63n) s.emit("add64", reg(quotient), reg(register));
  if (shift > 0) s.emit("sar64", reg(quotient), imm(shift));
  const sign = s.temporary(ValueType.I64);
  s.copy(ValueType.I64, sign, register);
  s.emit("shr64", reg(sign), imm(63));
  s.emit("add64", reg(quotient), reg(sign));
  return quotient;
}

/** By a constant other than 0, 1, -1 and powers of two, which have rows of their own. */
function selectReciprocal(isSigned: boolean, part: "divide" | "remainder"): (s: Selector, value: Value) => boolean {
  return (s, value) => {
    const width = s.width(value);
    const dividend = s.fn.operand(value, 0);
    const constant = s.constant(s.fn.operand(value, 1));
    if (constant === undefined) return false;
    const divisor = isSigned ? constant : BigInt.asUintN(width, constant);
    const magnitude = divisor < 0n ? -divisor : divisor;
    if (magnitude < 3n || (magnitude & (magnitude - 1n)) === 0n) return false;
    const quotientOf = isSigned
      ? width === 32
        ? signedQuotient32
        : signedQuotient64
      : width === 32
        ? unsignedQuotient32
        : unsignedQuotient64;
    const quotient = quotientOf(s, dividend, magnitude);
    if (part === "divide") {
      if (width === 32) s.emit("mov32", reg(s.target(value)), reg(quotient));
      else s.copy(ValueType.I64, s.target(value), quotient);
      if (divisor < 0n) s.emit(`neg${width}`, reg(s.target(value)));
    } else {
      subtractProduct(s, value, quotient, magnitude);
    }
    return true;
  };
}

/** x % d = x - x / d * d, and the sign of d does not matter. */
function subtractProduct(s: Selector, value: Value, quotient: Register, divisor: bigint): void {
  const width = s.width(value);
  const product = s.temporary(registerType(s.fn.type(value)));
  const isSmall = divisor < 1n << 31n;
  if (isSmall) s.emit(`imulby${width}`, reg(product), reg(quotient), imm(Number(divisor)));
  else {
    s.copy(ValueType.I64, product, loadConstant(s, divisor));
    s.emit(`imul${width}`, reg(product), reg(quotient));
  }
  s.moveInto(s.target(value), s.fn.operand(value, 0));
  s.emit(`sub${width}`, reg(s.target(value)), reg(product));
}

export function divisionRules(): Rule[] {
  return [
    rule(Op.DivideUnsigned, "x / 2^k = x >> k", selectUnsignedDivideByPower),
    rule(Op.DivideUnsigned, "x / c = x * reciprocal of c", selectReciprocal(false, "divide")),
    always(Op.DivideUnsigned, "x / y", selectDivision("unsigned", "divide")),
    rule(Op.DivideSigned, "x / 2^k = (x + (x < 0 ? 2^k - 1 : 0)) >> k", selectSignedDivideByPower),
    rule(Op.DivideSigned, "x / c = x * reciprocal of c", selectReciprocal(true, "divide")),
    always(Op.DivideSigned, "x / y", selectDivision("signed", "divide")),
    rule(Op.RemainderUnsigned, "x % 2^k = x & (2^k - 1)", selectUnsignedRemainderByPower),
    rule(Op.RemainderUnsigned, "x % c = x - x / c * c", selectReciprocal(false, "remainder")),
    always(Op.RemainderUnsigned, "x % y", selectDivision("unsigned", "remainder")),
    rule(Op.RemainderSigned, "x % 2^k = ((x + bias) & (2^k - 1)) - bias", selectSignedRemainderByPower),
    rule(Op.RemainderSigned, "x % c = x - x / c * c", selectReciprocal(true, "remainder")),
    always(Op.RemainderSigned, "x % y", selectDivision("signed", "remainder")),
  ];
}
