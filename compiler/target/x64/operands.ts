// Operands: what an x64 inst is applied to. Widths belong to the inst, not to the operand.
// Invariants: (1) operands are immutable and may be shared between insts
//             (2) a memory operand has a symbol or a label, never both; a label excludes base and index

import { type Register, type RegisterWidth, registerName } from "./registers.ts";

/** A place in the code of one Assembler. */
export type LabelId = number;
export type Scale = 1 | 2 | 4 | 8;
export type Segment = "fs" | "gs";

export interface RegisterOperand {
  readonly kind: "reg";
  readonly reg: Register;
}

/** Signed and unsigned spellings of the same bits are the same immediate: -1 and 0xffffffff for a 32-bit inst. */
export interface ImmediateOperand {
  readonly kind: "imm";
  readonly value: number | bigint;
}

/**
 * base + index * scale + displacement. A symbol or label alone is addressed relative to rip. A symbol together with a base or an index
 * is its absolute address, which must fit in 32 signed bits (true of the kernel's and the programs' layouts).
 */
export interface MemoryOperand {
  readonly kind: "mem";
  readonly base: Register | undefined;
  readonly index: Register | undefined;
  readonly scale: Scale;
  readonly displacement: number;
  readonly symbol: string | undefined;
  readonly label: LabelId | undefined;
  readonly segment: Segment | undefined;
}

export interface LabelOperand {
  readonly kind: "label";
  readonly id: LabelId;
}

/** The address of a symbol: target of jmp and call, or an immediate. */
export interface SymbolOperand {
  readonly kind: "symbol";
  readonly name: string;
  readonly addend: number;
}

/** CR0..CR8. */
export interface ControlRegisterOperand {
  readonly kind: "control";
  readonly number: number;
}

export type Operand = RegisterOperand | ImmediateOperand | MemoryOperand | LabelOperand | SymbolOperand | ControlRegisterOperand;

const SHARED_REGISTERS: readonly RegisterOperand[] = Array.from({ length: 256 }, (_, index) => ({ kind: "reg", reg: index }) as const);

export function reg(register: Register): RegisterOperand {
  return SHARED_REGISTERS[register] ?? { kind: "reg", reg: register };
}

export function imm(value: number | bigint): ImmediateOperand {
  return { kind: "imm", value };
}

export interface MemoryParts {
  base?: Register;
  index?: Register;
  scale?: Scale;
  displacement?: number;
  symbol?: string;
  label?: LabelId;
  segment?: Segment;
}

export function mem(parts: MemoryParts): MemoryOperand {
  const { base, index, scale = 1, displacement = 0, symbol, label, segment } = parts;
  return { kind: "mem", base, index, scale, displacement, symbol, label, segment };
}

/** [base + displacement] */
export function memAt(base: Register, displacement = 0): MemoryOperand {
  return { kind: "mem", base, index: undefined, scale: 1, displacement, symbol: undefined, label: undefined, segment: undefined };
}

/** [rel name + displacement] */
export function memSymbol(name: string, displacement = 0): MemoryOperand {
  return mem({ symbol: name, displacement });
}

export function label(id: LabelId): LabelOperand {
  return { kind: "label", id };
}

export function symbol(name: string, addend = 0): SymbolOperand {
  return { kind: "symbol", name, addend };
}

export function control(number: number): ControlRegisterOperand {
  return { kind: "control", number };
}

function printMemory(operand: MemoryOperand): string {
  const parts: string[] = [];
  const isRelative = operand.base === undefined && operand.index === undefined;
  if (operand.symbol !== undefined) parts.push(operand.symbol);
  if (operand.label !== undefined) parts.push(`L${operand.label}`);
  if (operand.base !== undefined) parts.push(registerName(operand.base));
  if (operand.index !== undefined) parts.push(registerName(operand.index) + (operand.scale === 1 ? "" : `*${operand.scale}`));
  let text = parts.join(" + ");
  if (text === "") text = String(operand.displacement);
  else if (operand.displacement !== 0) text += operand.displacement < 0 ? ` - ${-operand.displacement}` : ` + ${operand.displacement}`;
  const relative = isRelative && (operand.symbol !== undefined || operand.label !== undefined) ? "rel " : "";
  const segment = operand.segment === undefined ? "" : `${operand.segment}:`;
  return `[${segment}${relative}${text}]`;
}

/** nasm's spelling, register names of the given width; memory without its size word. */
export function printOperand(operand: Operand, widthBits: RegisterWidth = 64): string {
  switch (operand.kind) {
    case "reg":
      return registerName(operand.reg, widthBits);
    case "imm":
      return String(operand.value);
    case "mem":
      return printMemory(operand);
    case "label":
      return `L${operand.id}`;
    case "symbol":
      return operand.addend === 0 ? operand.name : `${operand.name} + ${operand.addend}`;
    case "control":
      return `cr${operand.number}`;
  }
}
