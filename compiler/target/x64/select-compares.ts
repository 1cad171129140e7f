// Selection of comparisons, selects, and the conditions of branches: the flags stay between one cmp and the one inst that reads them.

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { registerType } from "./lir.ts";
import { exchangeLirCondition, invertLirCondition, type LirCondition } from "./lir-insts.ts";
import { imm, type Operand, reg } from "./operands.ts";
import { always, type Rule, rule, type Selector } from "./select.ts";

const INTEGER_CONDITIONS: ReadonlyMap<Op, LirCondition> = new Map<Op, LirCondition>([
  [Op.Equal, "e"],
  [Op.NotEqual, "ne"],
  [Op.LessSigned, "l"],
  [Op.LessEqualSigned, "le"],
  [Op.LessUnsigned, "b"],
  [Op.LessEqualUnsigned, "be"],
]);

const FLOAT_COMPARES: readonly Op[] = [Op.FloatEqual, Op.FloatNotEqual, Op.FloatLess, Op.FloatLessEqual];

function isCompare(op: Op): boolean {
  return INTEGER_CONDITIONS.has(op) || FLOAT_COMPARES.includes(op);
}

/** Emits what sets the flags for a Bool value; the value holds if the returned condition does. */
export function selectCondition(s: Selector, value: Value): LirCondition {
  const source = s.resolve(value);
  if (isCompare(s.fn.op(source)) && s.canRepeat(source)) return selectCompare(s, source);
  const register = reg(s.register(value));
  s.emit("test32", register, register);
  return "ne";
}

function selectCompare(s: Selector, compare: Value): LirCondition {
  const condition = INTEGER_CONDITIONS.get(s.fn.op(compare));
  if (condition === undefined) return selectFloatCompare(s, compare);
  const left = s.fn.operand(compare, 0);
  const right = s.fn.operand(compare, 1);
  const constant = s.constant(right);
  if (constant === 0n && (condition === "e" || condition === "ne")) {
    const inverse = selectNegatedCompare(s, left, condition);
    if (inverse !== undefined) return inverse;
  }
  if (s.constant(left) !== undefined && constant === undefined)
    return selectIntegerCompare(s, right, left, exchangeLirCondition(condition));
  return selectIntegerCompare(s, left, right, condition);
}

/** (x < y) == false is x >= y. */
function selectNegatedCompare(s: Selector, operand: Value, condition: "e" | "ne"): LirCondition | undefined {
  const inner = s.resolve(operand);
  if (!isCompare(s.fn.op(inner)) || !s.canRepeat(inner)) return undefined;
  const found = selectCompare(s, inner);
  return condition === "e" ? invertLirCondition(found) : found;
}

/** Sets the flags for left compared with right; returns the condition to test. */
function selectIntegerCompare(s: Selector, left: Value, right: Value, condition: LirCondition): LirCondition {
  const width = s.width(left);
  const immediate = s.immediate(right);
  if (immediate === 0 && (condition === "e" || condition === "ne" || condition === "l")) {
    if (selectTestOfAnd(s, left, width)) return condition === "l" ? "s" : condition;
  }
  if (immediate !== undefined) {
    const memory = s.foldedLoad(left);
    if (memory !== undefined) s.emit(`cmp${width}`, memory, imm(immediate));
    else compareWithImmediate(s, width, reg(s.register(left)), immediate, condition);
    return condition;
  }
  const memory = s.foldedLoad(right);
  if (memory !== undefined) s.emit(`cmp${width}`, reg(s.register(left)), memory);
  else s.emit(`cmp${width}`, s.source(left), reg(s.register(right)));
  return condition;
}

function compareWithImmediate(s: Selector, width: 32 | 64, left: Operand, immediate: number, condition: LirCondition): void {
  // x - 0 borrows never, and so does x & x: test is shorter.
  if (immediate === 0 && !["b", "ae", "be", "a"].includes(condition)) s.emit(`test${width}`, left, left);
  else s.emit(`cmp${width}`, left, imm(immediate));
}

/** (x & y) compared with 0 = test x, y */
function selectTestOfAnd(s: Selector, value: Value, width: 32 | 64): boolean {
  const source = s.resolve(value);
  if (s.fn.op(source) !== Op.And || !s.canFold(source) || s.width(source) !== width) return false;
  const left = s.fn.operand(source, 0);
  const right = s.fn.operand(source, 1);
  const [tested, mask] = s.immediate(left) === undefined ? [left, right] : [right, left];
  const operand = s.registerOrImmediate(mask);
  s.emit(`test${width}`, s.source(tested), operand);
  return true;
}

function selectFloatCompare(s: Selector, compare: Value): LirCondition {
  const left = s.fn.operand(compare, 0);
  const right = s.fn.operand(compare, 1);
  const name = s.fn.type(left) === ValueType.F64 ? "ucomisd" : "ucomiss";
  const op = s.fn.op(compare);
  if (op === Op.FloatEqual || op === Op.FloatNotEqual) {
    const source = s.source(right);
    s.emit(name, reg(s.register(left)), source);
    return op === Op.FloatEqual ? "eo" : "nu";
  }
  // Exchanged, "above" is false for unordered operands, as it must be.
  const source = s.source(left);
  s.emit(name, reg(s.register(right)), source);
  return op === Op.FloatLess ? "a" : "ae";
}

function selectFlag(s: Selector, value: Value): void {
  const target = reg(s.target(value));
  const condition = selectCompare(s, value);
  s.emit(`set.${condition}`, target);
  s.emit("movzx8to32", target, target);
}

function selectSelect(s: Selector, value: Value): void {
  const target = s.target(value);
  const type = registerType(s.fn.type(value));
  const ifTrue = s.register(s.fn.operand(value, 1));
  const ifFalse = s.register(s.fn.operand(value, 2));
  const condition = selectCondition(s, s.fn.operand(value, 0));
  if (type === ValueType.F32 || type === ValueType.F64) {
    s.copy(type, target, ifFalse);
    s.emit(`movef.${condition}`, reg(target), reg(ifTrue));
  } else if (condition === "eo" || condition === "nu") {
    // Not equal or unordered takes two moves; "eo" is its opposite.
    const [kept, moved] = condition === "eo" ? [ifTrue, ifFalse] : [ifFalse, ifTrue];
    s.copy(type, target, kept);
    s.emit(`cmovne${s.width(value)}`, reg(target), reg(moved));
    s.emit(`cmovp${s.width(value)}`, reg(target), reg(moved));
  } else {
    s.copy(type, target, ifFalse);
    s.emit(`cmov${condition}${s.width(value)}`, reg(target), reg(ifTrue));
  }
}

/**
 * x is an int32 ? int32(x) : y, as it is written for a number that indexes an array. The conversion needs no slow path: it gives MIN for
 * what does not fit, and converted back that differs from x.
 */
function selectExactInteger(s: Selector, value: Value): boolean {
  const { fn } = s;
  const [condition, converted, other] = fn.operands(value);
  if (fn.op(condition) !== Op.FloatEqual || fn.op(converted) !== Op.FloatToInt32 || !s.canRepeat(condition) || !s.isOnlyUse(condition))
    return false;
  const number = fn.operand(converted, 0);
  const [left, right] = fn.operands(condition);
  const back = right === number ? left : right;
  if ((left !== number && right !== number) || fn.op(back) !== Op.SignedToFloat || fn.operand(back, 0) !== converted) return false;
  if (!s.isOnlyUse(back) || s.useCount(converted) !== 2) return false;
  const source = reg(s.register(number));
  const otherwise = s.register(other);
  const integer = s.temporary(ValueType.I32);
  const again = s.temporary(ValueType.F64);
  const target = s.target(value);
  s.emit("cvttsd2si32", reg(integer), source);
  s.emit("cvtsi2sd32", reg(again), reg(integer));
  s.emit("ucomisd", reg(again), source);
  s.copy(ValueType.I32, target, integer);
  s.emit("cmovne32", reg(target), reg(otherwise));
  s.emit("cmovp32", reg(target), reg(otherwise));
  return true;
}

export function compareRules(): Rule[] {
  const compares = [...INTEGER_CONDITIONS.keys(), ...FLOAT_COMPARES];
  return [
    ...compares.map((op) => always(op, "a comparison as 0 or 1: cmp, setcc, movzx", selectFlag)),
    rule(Op.Select, "int32(x) == x ? int32(x) : y converts without a slow path", selectExactInteger),
    always(Op.Select, "c ? x : y = cmov", selectSelect),
  ];
}
