// Encode: one inst with physical registers becomes bytes and relocations.
// Invariants: every memory operand gets the shortest displacement; a REX prefix only where a bit of it is needed.
// Manual:     SDM 2A "Instruction Format", "ModR/M and SIB Bytes", "REX Prefixes"
//
//   ModRM  | mod 7..6 | reg 5..3 | rm 2..0 |      SIB  | scale 7..6 | index 5..3 | base 2..0 |
//   REX    | 0100 | W | R | X | B |               R extends reg, X index, B rm or base or the register in the opcode

import type { RelocationKind } from "../../object/object-file.ts";
import { assert } from "../../support/assert.ts";
import type { ByteWriter } from "../../support/byte-writer.ts";
import type { Form, Pattern } from "./forms.ts";
import type { InstSpec } from "./insts.ts";
import { type LabelId, type MemoryOperand, type Operand, printOperand } from "./operands.ts";
import { isGeneral, isVector, RBP, type Register, type RegisterWidth, RSP } from "./registers.ts";

const REX = 0x40;
const REX_W = 8;
const REX_R = 4;
const REX_X = 2;
const REX_B = 1;

const MOD_DISPLACEMENT_NONE = 0x00;
const MOD_DISPLACEMENT_8 = 0x40;
const MOD_DISPLACEMENT_32 = 0x80;
const MOD_REGISTER = 0xc0;
/** rm = 4: a SIB byte follows. In SIB, index 4 = no index; base 5 with mod 0 = no base but 32 bits of displacement. */
const RM_SIB = 4;
const RM_RIP = 5;
const SIB_NO_INDEX = 4 << 3;
const SIB_NO_BASE = 5;

const SEGMENT_PREFIX = { fs: 0x64, gs: 0x65 } as const;
const LOCK_PREFIX = 0xf0;
const SCALE_BITS = { 1: 0x00, 2: 0x40, 4: 0x80, 8: 0xc0 } as const;

/** Receives what the bytes alone cannot say, about the field at writer.length: 32 bits wide unless the kind says otherwise. */
export interface FixupSink {
  relocate(kind: RelocationKind, symbol: string, addend: number): void;
  /** The field gets label - (field + 4) + addend. */
  referToLabel(label: LabelId, addend: number): void;
}

const isInt8 = (value: number): boolean => value >= -128 && value <= 127;
const isInt32 = (value: number): boolean => value >= -0x8000_0000 && value <= 0x7fff_ffff;

/** Whether value denotes a bit pattern of this width, and the signed number with these bits; undefined if it does not fit. */
function signedImmediate(value: number | bigint, widthBits: number): number | bigint | undefined {
  if (widthBits === 64) {
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    const wide = BigInt(value);
    return wide >= -(2n ** 63n) && wide < 2n ** 64n ? BigInt.asIntN(64, wide) : undefined;
  }
  const narrow = Number(value);
  const range = 2 ** widthBits;
  if (!Number.isInteger(narrow) || narrow < -range / 2 || narrow >= range) return undefined;
  return narrow >= range / 2 ? narrow - range : narrow;
}

function matchesImmediate(pattern: Pattern, value: number | bigint, instWidthBits: number): boolean {
  switch (pattern.kind) {
    case "immediate":
      return signedImmediate(value, pattern.widthBits) !== undefined;
    case "signExtended": {
      const signed = signedImmediate(value, instWidthBits);
      return signed !== undefined && (pattern.widthBits === 8 ? isInt8(Number(signed)) : isInt32(Number(signed)));
    }
    case "zeroExtended":
    case "unsigned":
      return value >= 0 && value < 2 ** pattern.widthBits;
    case "one":
      return Number(value) === 1;
    default:
      return false;
  }
}

function matchesSymbol(pattern: Pattern): boolean {
  if (pattern.kind === "relative") return pattern.widthBits === 32;
  return (pattern.kind === "immediate" && pattern.widthBits >= 32) || (pattern.kind === "signExtended" && pattern.widthBits === 32);
}

function matchesRegister(pattern: Pattern, register: Register): boolean {
  switch (pattern.kind) {
    case "general":
    case "generalOrMemory":
      return isGeneral(register);
    case "vector":
    case "vectorOrMemory":
      return isVector(register);
    case "fixed":
      return register === pattern.register;
    default:
      return false;
  }
}

function matches(pattern: Pattern, operand: Operand, instWidthBits: number): boolean {
  switch (operand.kind) {
    case "reg":
      return matchesRegister(pattern, operand.reg);
    case "mem":
      return pattern.kind === "memory" || pattern.kind === "generalOrMemory" || pattern.kind === "vectorOrMemory";
    case "imm":
      return matchesImmediate(pattern, operand.value, instWidthBits);
    case "symbol":
      return matchesSymbol(pattern);
    case "label":
      return pattern.kind === "relative" && pattern.widthBits === 32;
    case "control":
      return pattern.kind === "control";
  }
}

/** The first form that takes these operands, or undefined. Distances to labels always count as far. */
export function findForm(spec: InstSpec, operands: readonly Operand[]): Form | undefined {
  const instWidthBits = spec.widthBits === 0 ? 64 : spec.widthBits;
  next: for (const form of spec.forms) {
    if (form.patterns.length !== operands.length) continue;
    for (let index = 0; index < operands.length; index++) {
      if (!matches(form.patterns[index], operands[index], instWidthBits)) continue next;
    }
    return form;
  }
  return undefined;
}

/** nasm's spelling of an inst, for dumps and messages. */
export function printInst(spec: InstSpec, operands: readonly Operand[]): string {
  const form = findForm(spec, operands);
  const width = (index: number): RegisterWidth => (form?.patterns[index]?.widthBits || spec.widthBits || 64) as RegisterWidth;
  return `${spec.mnemonic} ${operands.map((operand, index) => printOperand(operand, width(index))).join(", ")}`.trimEnd();
}

/** spl, bpl, sil and dil exist only with a REX prefix; without one their numbers mean ah, ch, dh and bh. */
function needsRexForByte(form: Form, operandIndex: number, operands: readonly Operand[]): boolean {
  if (operandIndex < 0) return false;
  const operand = operands[operandIndex];
  return operand.kind === "reg" && form.patterns[operandIndex].widthBits === 8 && isGeneral(operand.reg) && operand.reg >= RSP;
}

/** The number of the reg operand as its field holds it, without the bit that goes to REX.R. */
function fieldNumber(operand: Operand): number {
  if (operand.kind === "control") return operand.number;
  assert(operand.kind === "reg", "register field without register");
  return operand.reg & 15;
}

function rexBits(form: Form, operands: readonly Operand[]): number {
  let bits = form.isRexW ? REX_W : 0;
  if (form.regOperand >= 0 && fieldNumber(operands[form.regOperand]) >= 8) bits |= form.modrm === "opcode" ? REX_B : REX_R;
  if (form.rmOperand >= 0) {
    const operand = operands[form.rmOperand];
    if (operand.kind === "reg" && operand.reg & 8) bits |= REX_B;
    else if (operand.kind === "mem") bits |= memoryRexBits(operand);
  }
  const isForced = needsRexForByte(form, form.regOperand, operands) || needsRexForByte(form, form.rmOperand, operands);
  return bits !== 0 || isForced ? REX | bits : 0;
}

function memoryRexBits(operand: MemoryOperand): number {
  const { base, index, scale } = operand;
  if (base === undefined && index !== undefined && scale <= 2) return (index & 8) !== 0 ? (scale === 1 ? REX_B : REX_B | REX_X) : 0;
  return (index !== undefined && index & 8 ? REX_X : 0) | (base !== undefined && base & 8 ? REX_B : 0);
}

/** `[r * 1]` and `[r * 2]` need four bytes of displacement without a base: write them as `[r]` and `[r + r]`. */
function withBase(operand: MemoryOperand): MemoryOperand {
  if (operand.base !== undefined || operand.index === undefined || operand.scale > 2) return operand;
  return { ...operand, base: operand.index, index: operand.scale === 1 ? undefined : operand.index, scale: 1 };
}

function checkMemory(operand: MemoryOperand): void {
  const { base, index, displacement } = operand;
  assert(index !== RSP, "rsp cannot be an index");
  assert(base === undefined || isGeneral(base), "base is not a general register");
  assert(index === undefined || isGeneral(index), "index is not a general register");
  assert(Number.isInteger(displacement) && isInt32(displacement), () => `displacement ${displacement} does not fit in 32 bits`);
}

/** Requires: trailingSizeBytes bytes of immediate follow, as rip-relative distances count from the end of the inst. */
function writeMemory(writer: ByteWriter, sink: FixupSink, operand: MemoryOperand, regField: number, trailingSizeBytes: number): void {
  checkMemory(operand);
  const { base, index, displacement, symbol, label, scale } = withBase(operand);
  if (base === undefined && index === undefined && (symbol !== undefined || label !== undefined)) {
    writer.u8(MOD_DISPLACEMENT_NONE | regField | RM_RIP);
    if (symbol !== undefined) sink.relocate("pc32", symbol, displacement - 4 - trailingSizeBytes);
    else if (label !== undefined) sink.referToLabel(label, displacement - trailingSizeBytes);
    writer.u32(0);
    return;
  }
  assert(label === undefined, "a label cannot be combined with registers");
  if (base === undefined) {
    writer.u8(MOD_DISPLACEMENT_NONE | regField | RM_SIB);
    writer.u8(SCALE_BITS[scale] | (index === undefined ? SIB_NO_INDEX : (index & 7) << 3) | SIB_NO_BASE);
    writeDisplacement32(writer, sink, displacement, symbol);
    return;
  }
  const isWide = symbol !== undefined || !isInt8(displacement);
  // rbp and r13 as base with mod 0 would mean "no base", so they always carry a displacement.
  const mod = isWide ? MOD_DISPLACEMENT_32 : displacement !== 0 || (base & 7) === RBP ? MOD_DISPLACEMENT_8 : MOD_DISPLACEMENT_NONE;
  if (index === undefined && (base & 7) !== RSP) {
    writer.u8(mod | regField | (base & 7));
  } else {
    writer.u8(mod | regField | RM_SIB);
    writer.u8(SCALE_BITS[scale] | (index === undefined ? SIB_NO_INDEX : (index & 7) << 3) | (base & 7));
  }
  if (isWide) writeDisplacement32(writer, sink, displacement, symbol);
  else if (mod === MOD_DISPLACEMENT_8) writer.u8(displacement);
}

function writeDisplacement32(writer: ByteWriter, sink: FixupSink, displacement: number, symbol: string | undefined): void {
  if (symbol !== undefined) sink.relocate("abs32s", symbol, displacement);
  writer.u32(symbol === undefined ? displacement : 0);
}

function writeImmediate(writer: ByteWriter, sink: FixupSink, form: Form, operand: Operand): void {
  if (operand.kind === "symbol") {
    writeSymbolImmediate(writer, sink, form.patterns[form.immediateOperand], operand.name, operand.addend);
    return;
  }
  if (operand.kind === "label") {
    sink.referToLabel(operand.id, 0);
    writer.u32(0);
    return;
  }
  assert(operand.kind === "imm", "immediate field without immediate");
  const { value } = operand;
  if (form.immediateSizeBytes === 8) writer.u64(value);
  else if (form.immediateSizeBytes === 4) writer.u32(Number(BigInt.asIntN(32, BigInt(value))));
  else if (form.immediateSizeBytes === 2) writer.u16(Number(value));
  else writer.u8(Number(BigInt.asIntN(8, BigInt(value))));
}

function writeSymbolImmediate(writer: ByteWriter, sink: FixupSink, pattern: Pattern, name: string, addend: number): void {
  if (pattern.kind === "relative") sink.relocate("pc32", name, addend - 4);
  else if (pattern.kind === "signExtended") sink.relocate("abs32s", name, addend);
  else sink.relocate(pattern.widthBits === 64 ? "abs64" : "abs32", name, addend);
  if (pattern.widthBits === 64) writer.u64(0);
  else writer.u32(0);
}

function writePrefixes(writer: ByteWriter, form: Form, operands: readonly Operand[]): void {
  const memory = form.rmOperand >= 0 ? operands[form.rmOperand] : undefined;
  const segment = memory?.kind === "mem" ? memory.segment : undefined;
  const isLocked = form.prefixes[0] === LOCK_PREFIX;
  if (isLocked) writer.u8(LOCK_PREFIX);
  if (segment !== undefined) writer.u8(SEGMENT_PREFIX[segment]);
  for (let index = isLocked ? 1 : 0; index < form.prefixes.length; index++) writer.u8(form.prefixes[index]);
  const rex = rexBits(form, operands);
  if (rex !== 0) writer.u8(rex);
}

/** Appends the inst. Throws CompilerBug when no form takes the operands. */
export function encode(writer: ByteWriter, sink: FixupSink, spec: InstSpec, operands: readonly Operand[]): void {
  const form = findForm(spec, operands);
  assert(form !== undefined, () => `${spec.name} has no form for ${operands.map((operand) => printOperand(operand)).join(", ")}`);
  writePrefixes(writer, form, operands);
  const last = form.opcode.length - 1;
  for (let index = 0; index < last; index++) writer.u8(form.opcode[index]);
  const regNumber = form.regOperand >= 0 ? fieldNumber(operands[form.regOperand]) & 7 : form.digit;
  writer.u8(form.opcode[last] + (form.modrm === "opcode" ? regNumber : 0));
  if (form.rmOperand >= 0) {
    const operand = operands[form.rmOperand];
    const regField = regNumber << 3;
    if (operand.kind === "reg") writer.u8(MOD_REGISTER | regField | (operand.reg & 7));
    else if (operand.kind === "mem") writeMemory(writer, sink, operand, regField, form.immediateSizeBytes);
  }
  if (form.immediateOperand >= 0) writeImmediate(writer, sink, form, operands[form.immediateOperand]);
}
