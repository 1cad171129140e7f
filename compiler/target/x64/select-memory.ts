// Selection of loads, stores, and of arithmetic that reads and writes one memory cell.

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind } from "../../ir/types.ts";
import type { Inst } from "./insts.ts";
import { imm, reg } from "./operands.ts";
import { always, type Rule, rule, type Selector } from "./select.ts";

const LOADS: Readonly<Record<MemoryKind, Inst>> = {
  [MemoryKind.Bool]: "movzx8to32",
  [MemoryKind.I8]: "movsx8to32",
  [MemoryKind.U8]: "movzx8to32",
  [MemoryKind.I16]: "movsx16to32",
  [MemoryKind.U16]: "movzx16to32",
  [MemoryKind.I32]: "mov32",
  [MemoryKind.I64]: "mov64",
  [MemoryKind.F32]: "movss",
  [MemoryKind.F64]: "movsd",
  [MemoryKind.Ref]: "mov64",
};

const STORES: Readonly<Record<MemoryKind, Inst>> = {
  ...LOADS,
  [MemoryKind.Bool]: "mov8",
  [MemoryKind.I8]: "mov8",
  [MemoryKind.U8]: "mov8",
  [MemoryKind.I16]: "mov16",
  [MemoryKind.U16]: "mov16",
};

const IMMEDIATE_MASKS: Readonly<Partial<Record<MemoryKind, number>>> = {
  [MemoryKind.Bool]: 0xff,
  [MemoryKind.I8]: 0xff,
  [MemoryKind.U8]: 0xff,
  [MemoryKind.I16]: 0xffff,
  [MemoryKind.U16]: 0xffff,
};

const BYTE_EXTENSIONS: readonly Op[] = [Op.ZeroExtend8, Op.SignExtend8, Op.ZeroExtend16, Op.SignExtend16];
const WORD_EXTENSIONS: readonly Op[] = [Op.ZeroExtend16, Op.SignExtend16];
const EXTENSIONS_DROPPED: Readonly<Partial<Record<MemoryKind, readonly Op[]>>> = {
  [MemoryKind.I8]: BYTE_EXTENSIONS,
  [MemoryKind.U8]: BYTE_EXTENSIONS,
  [MemoryKind.I16]: WORD_EXTENSIONS,
  [MemoryKind.U16]: WORD_EXTENSIONS,
};

function selectLoad(s: Selector, value: Value): void {
  const address = s.address(s.fn.operand(value, 0), s.fn.immediate(value));
  s.emit(LOADS[s.fn.aux(value) as MemoryKind], reg(s.target(value)), address);
}

/** The operand of an extension that a narrow store cuts off again. */
function withoutExtension(s: Selector, kind: MemoryKind, stored: Value): Value {
  const { fn } = s;
  const dropped = EXTENSIONS_DROPPED[kind];
  let value = stored;
  while (dropped?.includes(fn.op(value)) === true) value = fn.operand(value, 0);
  return value;
}

function selectStore(s: Selector, value: Value): void {
  const kind = s.fn.aux(value) as MemoryKind;
  const stored = withoutExtension(s, kind, s.fn.operand(value, 1));
  const immediate = s.immediate(stored);
  const address = s.address(s.fn.operand(value, 0), s.fn.immediate(value));
  const mask = IMMEDIATE_MASKS[kind];
  if (immediate !== undefined) s.emit(STORES[kind], address, imm(mask === undefined ? immediate : immediate & mask));
  else s.emit(STORES[kind], address, reg(s.register(stored)));
}

const READ_MODIFY_WRITE: ReadonlyMap<Op, "add" | "sub" | "and" | "or" | "xor"> = new Map<Op, "add" | "sub" | "and" | "or" | "xor">([
  [Op.Add, "add"],
  [Op.Subtract, "sub"],
  [Op.And, "and"],
  [Op.Or, "or"],
  [Op.Xor, "xor"],
]);

/** store [a], (load [a] op y) = op [a], y */
function selectReadModifyWrite(s: Selector, value: Value): boolean {
  const { fn } = s;
  const kind = fn.aux(value) as MemoryKind;
  const computed = fn.operand(value, 1);
  const name = READ_MODIFY_WRITE.get(fn.op(computed));
  if (name === undefined || (kind !== MemoryKind.I32 && kind !== MemoryKind.I64) || !s.canFold(computed)) return false;
  const sides = name === "sub" ? [0] : [0, 1];
  for (const side of sides) {
    const loaded = fn.operand(computed, side);
    if (fn.op(loaded) !== Op.Load || fn.aux(loaded) !== kind || !s.canFold(loaded)) continue;
    if (s.resolve(fn.operand(loaded, 0)) !== s.resolve(fn.operand(value, 0)) || fn.immediate(loaded) !== fn.immediate(value)) continue;
    const operand = s.registerOrImmediate(fn.operand(computed, 1 - side));
    s.emit(`${name}${kind === MemoryKind.I32 ? 32 : 64}`, s.address(fn.operand(value, 0), fn.immediate(value)), operand);
    return true;
  }
  return false;
}

export function memoryRules(): Rule[] {
  return [
    always(Op.Load, "a load by the kind of its cell", selectLoad),
    always(Op.LoadVolatile, "as load", (s, value) => selectLoad(s, value)),
    rule(Op.Store, "store [a], (load [a] op y) = op [a], y", selectReadModifyWrite),
    always(Op.Store, "a store by the kind of its cell, which cuts off what an extension added; a constant is its own operand", selectStore),
    always(Op.StoreVolatile, "as store", selectStore),
  ];
}
