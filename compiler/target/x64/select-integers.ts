// Selection of integer arithmetic, bitwise operations, shifts and widening.

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Inst } from "./insts.ts";
import { imm, mem, reg, type Scale } from "./operands.ts";
import { RCX } from "./registers.ts";
import { always, type Rule, rule, type Selector } from "./select.ts";

type Arithmetic = "add" | "sub" | "and" | "or" | "xor" | "imul";

/** target = left; target = target op right. */
function selectTwoAddress(s: Selector, value: Value, name: Arithmetic, left: Value, right: Value): void {
  const target = s.target(value);
  const width = s.width(value);
  const source = name === "imul" ? s.source(right) : s.sourceOrImmediate(right);
  s.moveInto(target, left);
  s.emit(`${name}${width}`, reg(target), source);
}

/** Of a commutative operation's operands, the one to overwrite first: not a constant, and preferably not needed later. */
function orderOperands(s: Selector, value: Value): [Value, Value] {
  const left = s.fn.operand(value, 0);
  const right = s.fn.operand(value, 1);
  if (s.immediate(right) !== undefined) return [left, right];
  if (s.immediate(left) !== undefined) return [right, left];
  return s.livesOn(left) && !s.livesOn(right) ? [right, left] : [left, right];
}

function selectCommutative(name: Arithmetic): (s: Selector, value: Value) => void {
  return (s, value) => selectTwoAddress(s, value, name, ...orderOperands(s, value));
}

/** target = x, with a zero upper half as every 32-bit result has: a copy might vanish and leave what was there. */
export function selectIdentity(s: Selector, value: Value, operand: Value): void {
  s.emit(`mov${s.width(value)}`, reg(s.target(value)), s.source(operand));
}

const SCALES: readonly Scale[] = [1, 2, 4, 8];

/** 0 to 3, if the value is another one shifted left by that, and only used here. */
function scaledOperand(s: Selector, value: Value): { inner: Value; scale: Scale } | undefined {
  const shifted = s.resolve(value);
  if (s.fn.op(shifted) !== Op.ShiftLeft || !s.canFold(shifted)) return undefined;
  const shift = s.immediate(s.fn.operand(shifted, 1));
  if (shift === undefined || shift < 1 || shift > 3) return undefined;
  return { inner: s.fn.operand(shifted, 0), scale: SCALES[shift] };
}

function selectScaledAdd(s: Selector, value: Value): boolean {
  for (const side of [1, 0]) {
    const scaled = scaledOperand(s, s.fn.operand(value, side));
    const other = s.fn.operand(value, 1 - side);
    if (scaled === undefined) continue;
    const displacement = s.immediate(other);
    const index = s.register(scaled.inner);
    const operand = displacement === undefined ? { base: s.register(other) } : { displacement };
    s.emit(`lea${s.width(value)}`, reg(s.target(value)), mem({ index, scale: scaled.scale, ...operand }));
    return true;
  }
  return false;
}

/** An add whose left operand lives on would need a copy first: lea adds into a third register. */
function selectAddByLea(s: Selector, value: Value): boolean {
  const [left, right] = orderOperands(s, value);
  if (!s.livesOn(left) || s.constant(left) !== undefined) return false;
  const displacement = s.immediate(right);
  const base = s.register(left);
  const operand = displacement === undefined ? mem({ base, index: s.register(right) }) : mem({ base, displacement });
  s.emit(`lea${s.width(value)}`, reg(s.target(value)), operand);
  return true;
}

function selectSubtractByLea(s: Selector, value: Value): boolean {
  const left = s.fn.operand(value, 0);
  const subtracted = s.immediate(s.fn.operand(value, 1));
  if (subtracted === undefined || subtracted === -0x8000_0000 || !s.livesOn(left) || s.constant(left) !== undefined) return false;
  s.emit(`lea${s.width(value)}`, reg(s.target(value)), mem({ base: s.register(left), displacement: -subtracted }));
  return true;
}

/** The operand that is constant, and the other. */
function constantFactor(s: Selector, value: Value): { factor: number; other: Value } | undefined {
  for (const side of [1, 0]) {
    const factor = s.immediate(s.fn.operand(value, side));
    if (factor !== undefined) return { factor, other: s.fn.operand(value, 1 - side) };
  }
  return undefined;
}

function selectMultiplyByPower(s: Selector, value: Value): boolean {
  const found = constantFactor(s, value);
  if (found === undefined || found.factor <= 0 || !Number.isInteger(Math.log2(found.factor))) return false;
  if (found.factor === 1) selectIdentity(s, value, found.other);
  else selectShiftByConstant(s, value, "shl", found.other, Math.log2(found.factor));
  return true;
}

function selectMultiplyByLea(s: Selector, value: Value): boolean {
  const found = constantFactor(s, value);
  if (found === undefined || ![3, 5, 9].includes(found.factor)) return false;
  const base = s.register(found.other);
  s.emit(`lea${s.width(value)}`, reg(s.target(value)), mem({ base, index: base, scale: (found.factor - 1) as Scale }));
  return true;
}

function selectMultiplyByConstant(s: Selector, value: Value): boolean {
  const found = constantFactor(s, value);
  if (found === undefined || s.constant(found.other) !== undefined) return false;
  s.emit(`imulby${s.width(value)}`, reg(s.target(value)), s.source(found.other), imm(found.factor));
  return true;
}

export function selectShiftByConstant(s: Selector, value: Value, name: Shift, shifted: Value, count: number): void {
  s.moveInto(s.target(value), shifted);
  s.emit(`${name}${s.width(value)}`, reg(s.target(value)), imm(count));
}

type Shift = "shl" | "shr" | "sar" | "rol" | "ror";

function selectShift(name: Shift): (s: Selector, value: Value) => void {
  return (s, value) => selectShiftBy(s, value, name, s.fn.operand(value, 0), s.fn.operand(value, 1));
}

function selectShiftBy(s: Selector, value: Value, name: Shift, shifted: Value, count: Value): void {
  const width = s.width(value);
  const constant = s.constant(count);
  if (constant !== undefined) {
    const masked = Number(constant & BigInt(width - 1));
    if (masked === 0) selectIdentity(s, value, shifted);
    else selectShiftByConstant(s, value, name, shifted, masked);
    return;
  }
  const target = s.target(value);
  s.copy(ValueType.I32, RCX, s.register(count));
  s.moveInto(target, shifted);
  s.emit(`${name}${width}`, reg(target), reg(RCX));
}

/** Whether two shift counts together are a whole turn of the register. */
function isWholeTurn(s: Selector, width: number, first: Value, second: Value): boolean {
  const { fn } = s;
  const isTurn = (count: bigint | undefined): boolean => count !== undefined && (count & BigInt(width - 1)) === 0n;
  const [a, b] = [s.constant(first), s.constant(second)];
  if (a !== undefined && b !== undefined) return isTurn(a + b) && !isTurn(a);
  const difference = s.resolve(second);
  return fn.op(difference) === Op.Subtract && isTurn(s.constant(fn.operand(difference, 0))) && fn.operand(difference, 1) === first;
}

/** x >>> r | x << width - r = x rotated right by r; r may be the count of either shift. */
function selectRotate(s: Selector, value: Value): boolean {
  const { fn } = s;
  const operands = fn.operands(value);
  const right = operands.find((operand) => fn.op(operand) === Op.ShiftRightUnsigned);
  const left = operands.find((operand) => fn.op(operand) === Op.ShiftLeft);
  if (right === undefined || left === undefined || !s.canFold(right) || !s.canFold(left)) return false;
  const rotated = fn.operand(right, 0);
  if (fn.operand(left, 0) !== rotated) return false;
  const width = s.width(value);
  const [rightCount, leftCount] = [fn.operand(right, 1), fn.operand(left, 1)];
  if (isWholeTurn(s, width, rightCount, leftCount)) selectShiftBy(s, value, "ror", rotated, rightCount);
  else if (isWholeTurn(s, width, leftCount, rightCount)) selectShiftBy(s, value, "rol", rotated, leftCount);
  else return false;
  return true;
}

function selectUnary(name: "neg" | "not"): (s: Selector, value: Value) => void {
  return (s, value) => {
    s.moveInto(s.target(value), s.fn.operand(value, 0));
    s.emit(`${name}${s.width(value)}`, reg(s.target(value)));
  };
}

function selectExtension(op: Op, law: string, inst: Inst): Rule {
  return always(op, law, (s, value) => {
    const wanted = op === Op.SignExtend32 || op === Op.ZeroExtend32;
    const operand = s.fn.operand(value, 0);
    // A narrow extension reads less than the loaded cell, which is as good: little endian.
    s.emit(inst, reg(s.target(value)), wanted || s.fn.op(operand) === Op.Load ? s.source(operand) : reg(s.register(operand)));
  });
}

export function integerRules(): Rule[] {
  return [
    rule(Op.Add, "x + y * 2^k = lea [x + y * 2^k]", selectScaledAdd),
    rule(Op.Add, "x + y = lea [x + y], if x lives on", selectAddByLea),
    always(Op.Add, "x + y", selectCommutative("add")),
    rule(Op.Subtract, "x - c = lea [x - c], if x lives on", selectSubtractByLea),
    always(Op.Subtract, "x - y", (s, value) => selectTwoAddress(s, value, "sub", s.fn.operand(value, 0), s.fn.operand(value, 1))),
    rule(Op.Multiply, "x * 2^k = x << k", selectMultiplyByPower),
    rule(Op.Multiply, "x * 3, 5, 9 = lea [x + x * 2, 4, 8]", selectMultiplyByLea),
    rule(Op.Multiply, "x * c has a form with three operands", selectMultiplyByConstant),
    always(Op.Multiply, "x * y", selectCommutative("imul")),
    always(Op.And, "x & y", selectCommutative("and")),
    rule(Op.Or, "x >>> r | x << width - r = x rotated by r", selectRotate),
    always(Op.Or, "x | y", selectCommutative("or")),
    always(Op.Xor, "x ^ y", selectCommutative("xor")),
    always(Op.ShiftLeft, "x << y, count in cl", selectShift("shl")),
    always(Op.ShiftRightSigned, "x >> y, count in cl", selectShift("sar")),
    always(Op.ShiftRightUnsigned, "x >>> y, count in cl", selectShift("shr")),
    always(Op.Negate, "-x", selectUnary("neg")),
    always(Op.Not, "~x", selectUnary("not")),
    selectExtension(Op.SignExtend8, "low byte, sign-extended", "movsx8to32"),
    selectExtension(Op.SignExtend16, "low word, sign-extended", "movsx16to32"),
    selectExtension(Op.ZeroExtend8, "low byte", "movzx8to32"),
    selectExtension(Op.ZeroExtend16, "low word", "movzx16to32"),
    selectExtension(Op.SignExtend32, "sign-extended to 64 bits", "movsx32to64"),
    selectExtension(Op.ZeroExtend32, "writing a 32-bit register clears the upper half", "mov32"),
  ];
}
