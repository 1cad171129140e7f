// Selection of machine intrinsics: one row each, by the name in ir/intrinsics.ts.

import type { Value } from "../../ir/function.ts";
import { intrinsics } from "../../ir/intrinsics.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { assert } from "../../support/assert.ts";
import type { Inst } from "./insts.ts";
import { control, imm, memAt, reg } from "./operands.ts";
import { R8, R9, R10, RAX, RBP, RCX, RDI, RDX, type Register, RSI, RSP } from "./registers.ts";
import { always, type Rule, type Selector } from "./select.ts";
import { selectCallTo } from "./select-calls.ts";

type Selection = (s: Selector, value: Value, args: readonly Value[]) => void;

const SYSTEM_CALL_ARGUMENTS: readonly Register[] = [RDI, RSI, RDX, R10, R8, R9];

function bare(...insts: Inst[]): Selection {
  return (s) => {
    for (const inst of insts) s.emit(inst);
  };
}

function input(inst: "in8" | "in16" | "in32"): Selection {
  return (s, value, [port]) => {
    s.moveInto(RDX, port);
    s.emit(inst, reg(RAX), reg(RDX));
    if (!s.isUsed(value)) return;
    if (inst === "in32") s.copy(ValueType.I32, s.target(value), RAX);
    else s.emit(inst === "in8" ? "movzx8to32" : "movzx16to32", reg(s.target(value)), reg(RAX));
  };
}

function output(inst: "out8" | "out16" | "out32"): Selection {
  return (s, _value, [port, sent]) => {
    s.moveInto(RDX, port);
    s.moveInto(RAX, sent);
    s.emit(inst, reg(RDX), reg(RAX));
  };
}

/** rdx:rax into one register. */
function takeWideResult(s: Selector, value: Value): void {
  if (!s.isUsed(value)) return;
  s.emit("shl64", reg(RDX), imm(32));
  s.emit("or64", reg(RAX), reg(RDX));
  s.copy(ValueType.I64, s.target(value), RAX);
}

const readTimeStampCounter: Selection = (s, value) => {
  s.emit("rdtsc");
  takeWideResult(s, value);
};

const readModelSpecificRegister: Selection = (s, value, [number]) => {
  s.moveInto(RCX, number);
  s.emit("rdmsr");
  takeWideResult(s, value);
};

const writeModelSpecificRegister: Selection = (s, _value, [number, written]) => {
  const register = s.register(written);
  s.moveInto(RCX, number);
  s.copy(ValueType.I64, RDX, register);
  s.emit("shr64", reg(RDX), imm(32));
  s.copy(ValueType.I64, RAX, register);
  s.emit("wrmsr");
};

function readControl(number: number): Selection {
  return (s, value) => {
    const target = s.isUsed(value) ? s.target(value) : s.temporary(ValueType.I64);
    s.emit("movfromcr", reg(target), control(number));
  };
}

function writeControl(number: number): Selection {
  return (s, _value, [written]) => s.emit("movtocr", control(number), reg(s.register(written)));
}

function copyRegister(register: Register): Selection {
  return (s, value) => s.copy(ValueType.I64, s.target(value), register);
}

const systemCall: Selection = (s, value, [number, ...args]) => {
  for (const [index, arg] of args.entries()) s.moveInto(SYSTEM_CALL_ARGUMENTS[index], arg);
  s.moveInto(RAX, number);
  s.emitUsing("system.call", SYSTEM_CALL_ARGUMENTS.slice(0, args.length));
  if (s.isUsed(value)) s.copy(ValueType.I64, s.target(value), RAX);
};

const copyMemory: Selection = (s, _value, [target, source, count]) => {
  s.moveInto(RDI, target);
  s.moveInto(RSI, source);
  s.moveInto(RCX, count);
  s.emit("rep_movsb");
};

const fillMemory: Selection = (s, _value, [target, byte, count]) => {
  s.moveInto(RDI, target);
  s.moveInto(RAX, byte);
  s.moveInto(RCX, count);
  s.emit("rep_stosb");
};

/** xchg and lock xadd: memory takes the register's part, and the register gets what was there. */
function exchange(inst: "xchg32" | "xchg64" | "lock_xadd32" | "lock_xadd64"): Selection {
  return (s, value, [address, operand]) => {
    const register = s.target(value);
    const cell = memAt(s.register(address));
    s.moveInto(register, operand);
    s.emit(inst, cell, reg(register));
  };
}

function compareExchange(inst: "lock_cmpxchg32" | "lock_cmpxchg64"): Selection {
  return (s, value, [address, expected, replacement]) => {
    const cell = memAt(s.register(address));
    const register = s.register(replacement);
    s.moveInto(RAX, expected);
    s.emit(inst, cell, reg(register));
    if (s.isUsed(value)) s.copy(inst === "lock_cmpxchg32" ? ValueType.I32 : ValueType.I64, s.target(value), RAX);
  };
}

function scan(inst: "bsf64" | "bsr64"): Selection {
  return (s, value, [scanned]) => s.emit(inst, reg(s.target(value)), s.source(scanned));
}

const multiplyHighUnsigned: Selection = (s, value, [left, right]) => {
  const factor = s.source(right);
  s.moveInto(RAX, left);
  s.emit("mul64", factor);
  s.copy(ValueType.I64, s.target(value), RDX);
};

const callAddress: Selection = (s, value, [address, ...args]) => {
  s.lir.indirectCalls.add(null);
  selectCallTo(s, value, "call.register", reg(s.register(address)), args);
};

const selections: Readonly<Record<string, Selection>> = {
  inputByte: input("in8"),
  inputWord: input("in16"),
  inputLong: input("in32"),
  outputByte: output("out8"),
  outputWord: output("out16"),
  outputLong: output("out32"),
  halt: bare("hlt"),
  pause: bare("pause"),
  enableInterrupts: bare("sti"),
  disableInterrupts: bare("cli"),
  // An interrupt is taken only after the inst behind sti, so none slips in before hlt. Manual: SDM 2B "STI"
  enableInterruptsAndHalt: bare("sti", "hlt"),
  readTimeStampCounter,
  readModelSpecificRegister,
  writeModelSpecificRegister,
  readCr0: readControl(0),
  readCr2: readControl(2),
  readCr3: readControl(3),
  readCr4: readControl(4),
  writeCr0: writeControl(0),
  writeCr3: writeControl(3),
  writeCr4: writeControl(4),
  invalidatePage: (s, _value, [address]) => s.emit("invlpg", memAt(s.register(address))),
  readFlags: (s, value) => {
    s.emit("pushfq");
    s.emit("pop", reg(s.isUsed(value) ? s.target(value) : s.temporary(ValueType.I64)));
  },
  memoryFence: bare("mfence"),
  framePointer: copyRegister(RBP),
  stackPointer: copyRegister(RSP),
  systemCall,
  copyMemory,
  fillMemory,
  atomicExchange32: exchange("xchg32"),
  atomicExchange64: exchange("xchg64"),
  atomicAdd32: exchange("lock_xadd32"),
  atomicAdd64: exchange("lock_xadd64"),
  atomicCompareExchange32: compareExchange("lock_cmpxchg32"),
  atomicCompareExchange64: compareExchange("lock_cmpxchg64"),
  lowestBit64: scan("bsf64"),
  highestBit64: scan("bsr64"),
  multiplyHighUnsigned,
  breakpoint: bare("int3"),
  undefinedInstruction: bare("ud2"),
  callAddress,
  allowUserAccess: bare("stac"),
  forbidUserAccess: bare("clac"),
  swapGs: bare("swapgs"),
};

export function intrinsicRules(): Rule[] {
  return [
    always(Op.Intrinsic, "a few insts by the intrinsic's name", (s, value) => {
      const { name } = intrinsics[s.fn.aux(value)];
      const select = selections[name];
      assert(select !== undefined, () => `no selection for intrinsic ${name}`);
      select(s, value, s.fn.operands(value));
    }),
  ];
}
