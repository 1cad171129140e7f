// Selection of floating-point arithmetic and conversions with SSE2 (and SSE4.1 for rounding).

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { FLOAT_TO_INTEGER_SYMBOL } from "./float-to-integer.ts";
import type { Inst } from "./insts.ts";
import { imm, memSymbol, reg } from "./operands.ts";
import { always, type Rule, type Selector } from "./select.ts";

const TWO_TO_32 = 2 ** 32;
/** Rounding modes of roundsd, with the precision exception suppressed. Manual: SDM 2B "ROUNDSD" */
const ROUND_DOWN = 9;
const ROUND_UP = 10;
const ROUND_TO_ZERO = 11;

function isDouble(s: Selector, value: Value): boolean {
  return s.fn.type(value) === ValueType.F64;
}

function selectArithmetic(op: Op, law: string, name: "add" | "sub" | "mul" | "div"): Rule {
  return always(op, law, (s, value) => {
    let left = s.fn.operand(value, 0);
    let right = s.fn.operand(value, 1);
    if ((name === "add" || name === "mul") && s.livesOn(left) && !s.livesOn(right)) [left, right] = [right, left];
    const source = s.source(right);
    s.moveInto(s.target(value), left);
    s.emit(`${name}${isDouble(s, value) ? "sd" : "ss"}`, reg(s.target(value)), source);
  });
}

function selectMasked(op: Op, law: string, mask: "sign" | "magnitude"): Rule {
  return always(op, law, (s, value) => {
    const width = isDouble(s, value) ? 64 : 32;
    s.moveInto(s.target(value), s.fn.operand(value, 0));
    s.emit(mask === "sign" ? "xorps" : "andps", reg(s.target(value)), memSymbol(s.names.maskSymbol(`${mask}${width}`)));
  });
}

function selectRounding(op: Op, law: string, mode: number): Rule {
  return always(op, law, (s, value) => {
    s.emit(isDouble(s, value) ? "roundsd" : "roundss", reg(s.target(value)), s.source(s.fn.operand(value, 0)), imm(mode));
  });
}

function selectOneToOne(op: Op, law: string, double: Inst, single: Inst = double): Rule {
  return always(op, law, (s, value) => {
    s.emit(isDouble(s, value) ? double : single, reg(s.target(value)), s.source(s.fn.operand(value, 0)));
  });
}

function selectUnsigned32ToFloat(s: Selector, value: Value): void {
  const extended = s.temporary(ValueType.I64);
  s.emit("mov32", reg(extended), s.source(s.fn.operand(value, 0)));
  s.emit("cvtsi2sd64", reg(s.target(value)), reg(extended));
}

/** high * 2^32 + low: both halves convert exactly, so only the sum rounds. */
function selectUnsigned64ToFloat(s: Selector, value: Value): void {
  const source = s.register(s.fn.operand(value, 0));
  const high = s.temporary(ValueType.I64);
  const low = s.temporary(ValueType.I64);
  const lowFloat = s.temporary(ValueType.F64);
  const target = s.target(value);
  s.copy(ValueType.I64, high, source);
  s.emit("shr64", reg(high), imm(32));
  s.emit("mov32", reg(low), reg(source));
  s.emit("cvtsi2sd64", reg(target), reg(high));
  s.emit("mulsd", reg(target), memSymbol(s.names.floatSymbol(TWO_TO_32, true)));
  s.emit("cvtsi2sd64", reg(lowFloat), reg(low));
  s.emit("addsd", reg(target), reg(lowFloat));
}

function selectFloatToInteger(s: Selector, value: Value): void {
  s.lir.callees.add(FLOAT_TO_INTEGER_SYMBOL);
  s.emit("ftoi64", reg(s.target(value)), reg(s.register(s.fn.operand(value, 0))));
}

function selectFloatToBits(s: Selector, value: Value): void {
  const cell = s.foldedLoad(s.fn.operand(value, 0));
  if (cell !== undefined) s.emit("mov64", reg(s.target(value)), cell);
  else s.emit("movq", reg(s.target(value)), reg(s.register(s.fn.operand(value, 0))));
}

export function floatRules(): Rule[] {
  return [
    selectArithmetic(Op.FloatAdd, "x + y", "add"),
    selectArithmetic(Op.FloatSubtract, "x - y", "sub"),
    selectArithmetic(Op.FloatMultiply, "x * y", "mul"),
    selectArithmetic(Op.FloatDivide, "x / y", "div"),
    selectMasked(Op.FloatNegate, "-x flips the sign bit", "sign"),
    selectMasked(Op.FloatAbsolute, "|x| clears the sign bit", "magnitude"),
    selectOneToOne(Op.FloatSquareRoot, "sqrt x", "sqrtsd", "sqrtss"),
    selectRounding(Op.FloatFloor, "towards minus infinity", ROUND_DOWN),
    selectRounding(Op.FloatCeiling, "towards plus infinity", ROUND_UP),
    selectRounding(Op.FloatTruncate, "towards zero", ROUND_TO_ZERO),
    selectOneToOne(Op.SignedToFloat, "i32 to f64 is exact", "cvtsi2sd32"),
    selectOneToOne(Op.Signed64ToFloat, "i64 to f64 rounds", "cvtsi2sd64"),
    always(Op.UnsignedToFloat, "u32 to f64 by way of i64", selectUnsigned32ToFloat),
    always(Op.Unsigned64ToFloat, "u64 to f64 = high * 2^32 + low", selectUnsigned64ToFloat),
    always(Op.FloatToInt32, "f64 to the integer modulo 2^32: the low half of modulo 2^64", selectFloatToInteger),
    always(Op.FloatToInt64, "f64 to the integer modulo 2^64", selectFloatToInteger),
    always(Op.FloatToUint64, "f64 to the integer modulo 2^64", selectFloatToInteger),
    selectOneToOne(Op.FloatPromote, "f32 to f64 is exact", "cvtss2sd"),
    selectOneToOne(Op.FloatDemote, "f64 to f32 rounds", "cvtsd2ss"),
    selectOneToOne(Op.BitsToFloat, "the same 64 bits", "movq"),
    always(Op.FloatToBits, "the same 64 bits", selectFloatToBits),
  ];
}
