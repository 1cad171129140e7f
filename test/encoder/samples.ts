// Samples: for every form of every inst, operands that reach each corner of its encoding, and nasm's spelling of them.

import type { Form, Pattern } from "../../compiler/target/x64/forms.ts";
import { INSTS, type InstSpec } from "../../compiler/target/x64/insts.ts";
import { control, imm, mem, memAt, memSymbol, type Operand, printOperand, reg, symbol } from "../../compiler/target/x64/operands.ts";
import type { RegisterWidth } from "../../compiler/target/x64/registers.ts";
import { R8, R9, R10, R12, R13, R14, R15, RAX, RBP, RBX, RCX, RDI, RDX, RSI, RSP, xmm } from "../../compiler/target/x64/registers.ts";

export const EXTERNAL_SYMBOL = "outside";

export interface Sample {
  readonly spec: InstSpec;
  /** The form the operands were made for; the encoder may find a shorter one. */
  readonly form: Form;
  readonly operands: readonly Operand[];
}

const GENERAL = [RCX, RAX, RSP, RDI, R8, R15, RBP, RSI, R12, R13, RBX, RDX].map(reg);
const VECTOR = [1, 0, 7, 8, 15].map((index) => reg(xmm(index)));

const MEMORY: readonly Operand[] = [
  memAt(RAX),
  memAt(RSP),
  memAt(RSP, 8),
  memAt(R12, -128),
  memAt(RBP),
  memAt(R13),
  memAt(RBX, 127),
  memAt(RDI, 128),
  memAt(R14, -129),
  memAt(R9, 0x7fff_ffff),
  mem({ base: RAX, index: RCX, scale: 1 }),
  mem({ base: R13, index: R12, scale: 8 }),
  mem({ base: RBP, index: RBP, scale: 2 }),
  mem({ base: RSP, index: R15, scale: 4, displacement: 16 }),
  mem({ base: R12, index: RBX, scale: 8, displacement: -0x8000_0000 }),
  mem({ index: RDX, scale: 2 }),
  mem({ index: R13, scale: 1 }),
  mem({ index: R9, scale: 2, displacement: 5 }),
  mem({ index: RSI, scale: 8, displacement: 64 }),
  mem({ index: R10, scale: 4 }),
  mem({ displacement: 0x1234 }),
  mem({ displacement: 0x28, segment: "fs" }),
  mem({ base: R8, displacement: 1, segment: "gs" }),
  memSymbol(EXTERNAL_SYMBOL),
  memSymbol(EXTERNAL_SYMBOL, -12),
  mem({ symbol: EXTERNAL_SYMBOL, index: RCX, scale: 8 }),
  mem({ symbol: EXTERNAL_SYMBOL, base: R12, index: RAX, scale: 4, displacement: 24 }),
];

const SIGNED_BYTES = [5, 127, -128, -1, 1];
const IMMEDIATES: Readonly<Record<number, readonly (number | bigint)[]>> = {
  8: [...SIGNED_BYTES, 200, 255],
  16: [...SIGNED_BYTES, 128, -129, 30000, -32768, 65535],
  32: [...SIGNED_BYTES, 128, -129, 0x7fff_ffff, -0x8000_0000, 0xffff_fffe],
  64: [0x8000_0000, 0xffff_ffff, 0x1_0000_0000, -0x8000_0001, 0x1234_5678_9abc_def0n, -(2n ** 63n), 2n ** 64n - 2n],
};
const SIGN_EXTENDED: Readonly<Record<number, readonly number[]>> = {
  8: SIGNED_BYTES,
  32: [...SIGNED_BYTES, 128, -129, 0x7fff_ffff, -0x8000_0000],
};
const ZERO_EXTENDED = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
const UNSIGNED: Readonly<Record<number, readonly number[]>> = { 8: [5, 7, 2, 255], 16: [8, 65535] };
const CONTROL_REGISTERS = [0, 2, 3, 4, 8];

function candidates(pattern: Pattern): readonly Operand[] {
  switch (pattern.kind) {
    case "general":
      return GENERAL;
    case "generalOrMemory":
      return [...GENERAL, ...MEMORY];
    case "memory":
      return MEMORY;
    case "vector":
      return VECTOR;
    case "vectorOrMemory":
      return [...VECTOR, ...MEMORY];
    case "immediate":
      return [...IMMEDIATES[pattern.widthBits].map(imm), ...(pattern.widthBits === 32 ? [symbol(EXTERNAL_SYMBOL, 8)] : [])];
    case "signExtended":
      return [...SIGN_EXTENDED[pattern.widthBits].map(imm), ...(pattern.widthBits === 32 ? [symbol(EXTERNAL_SYMBOL)] : [])];
    case "zeroExtended":
      return ZERO_EXTENDED.map(imm);
    case "unsigned":
      return UNSIGNED[pattern.widthBits].map(imm);
    case "one":
      return [imm(1)];
    case "fixed":
      return [reg(pattern.register ?? RAX)];
    case "control":
      return CONTROL_REGISTERS.map(control);
    case "relative":
      return pattern.widthBits === 32 ? [symbol(EXTERNAL_SYMBOL)] : [];
  }
}

/** Every candidate of every operand occurs at least once, beside a changing choice of the others. */
function samplesOf(spec: InstSpec, form: Form): Sample[] {
  const choices = form.patterns.map(candidates);
  if (choices.some((choice) => choice.length === 0)) return [];
  const count = Math.max(1, ...choices.map((choice) => choice.length));
  return Array.from({ length: count }, (_, round) => ({
    spec,
    form,
    operands: choices.map((choice, position) => choice[(round + position * (1 + Math.floor(round / choice.length))) % choice.length]),
  }));
}

export const SAMPLES: readonly Sample[] = INSTS.flatMap((spec) => spec.forms.flatMap((form) => samplesOf(spec, form)));

const SIZE_WORDS: Readonly<Record<number, string>> = { 8: "byte ", 16: "word ", 32: "dword ", 64: "qword " };
const NAMES_SIZE = new Set(["memory", "generalOrMemory", "vectorOrMemory"]);

function nasmOperand(operand: Operand, pattern: Pattern, spec: InstSpec): string {
  if (operand.kind === "reg") return printOperand(operand, (pattern.widthBits || 64) as RegisterWidth);
  if (operand.kind === "mem" && NAMES_SIZE.has(pattern.kind)) return (SIZE_WORDS[pattern.widthBits] ?? "") + printOperand(operand);
  // nasm gives mov of a symbol 64 bits unless told that 32 will do.
  if (operand.kind === "symbol" && pattern.kind === "signExtended" && spec.name === "mov64") return `strict dword ${printOperand(operand)}`;
  return printOperand(operand);
}

/** The sample as a line of nasm source. */
export function nasmText({ spec, form, operands }: Sample): string {
  return `${spec.mnemonic} ${operands.map((operand, index) => nasmOperand(operand, form.patterns[index], spec)).join(", ")}`.trimEnd();
}
