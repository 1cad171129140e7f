// The encoder against a disassembler: every sample decodes to the inst and the operands it was made from.

import test from "ava";
import { Decoder, DecoderOptions, Register as IcedRegister, type Instruction, Mnemonic, OpKind } from "iced-x86";
import { Assembler } from "../../compiler/target/x64/assembler.ts";
import { findForm } from "../../compiler/target/x64/encode.ts";
import type { Form, Pattern } from "../../compiler/target/x64/forms.ts";
import { INSTS } from "../../compiler/target/x64/insts.ts";
import type { MemoryOperand, Operand } from "../../compiler/target/x64/operands.ts";
import { type RegisterWidth, registerName } from "../../compiler/target/x64/registers.ts";
import { nasmText, SAMPLES, type Sample } from "./samples.ts";

/** Where the disassembler has another name for the same inst. */
const OTHER_NAMES: Readonly<Record<string, string>> = { "o64 sysret": "sysretq", retfq: "retf" };

/** They read 16 bits; the disassembler names the register by the operand size. */
const SELECTOR_LOADS: ReadonlySet<string> = new Set(["lldt", "ltr"]);

/** The disassembler writes r8b as R8L. */
function spelling(register: IcedRegister): string {
  return IcedRegister[register].toLowerCase().replace(/^(r\d+)l$/, "$1b");
}

function describeMemory(decoded: Instruction): string {
  const isRelative = decoded.memoryBase === IcedRegister.RIP;
  const displacement = isRelative ? "" : BigInt.asIntN(64, decoded.memoryDisplacement);
  const scale = decoded.memoryIndex === IcedRegister.None ? 1 : decoded.memoryIndexScale;
  return `[${spelling(decoded.segmentPrefix)} ${spelling(decoded.memoryBase)} ${spelling(decoded.memoryIndex)}*${scale} ${displacement}]`;
}

function describeDecoded(decoded: Instruction, position: number, instWidthBits: number): string {
  const kind = decoded.opKind(position);
  if (kind === OpKind.Register) return spelling(decoded.opRegister(position));
  if (kind === OpKind.Memory) return describeMemory(decoded);
  if (kind === OpKind.NearBranch64) return "near";
  return String(BigInt.asUintN(instWidthBits || 64, decoded.immediate(position)));
}

function expectedMemory(operand: MemoryOperand): string {
  let { base, index, scale } = operand;
  if (base === undefined && index !== undefined && scale <= 2) {
    base = index;
    index = scale === 1 ? undefined : index;
    scale = 1;
  }
  const name = (register: number | undefined): string => (register === undefined ? "none" : registerName(register));
  const segment = operand.segment ?? "none";
  if (base === undefined && index === undefined && operand.symbol !== undefined) return `[${segment} rip none*1 ]`;
  const displacement = operand.symbol === undefined ? operand.displacement : 0;
  return `[${segment} ${name(base)} ${name(index)}*${index === undefined ? 1 : scale} ${displacement}]`;
}

/** The value extended to the width of the operation, unsigned. */
function expectedImmediate(value: number | bigint, form: Form, pattern: Pattern, instWidthBits: number): string {
  const width = pattern.kind === "signExtended" ? instWidthBits || 64 : form.immediateSizeBytes * 8 || 8;
  return String(BigInt.asUintN(width, BigInt(value)));
}

function describeExpected({ spec }: Sample, form: Form, operand: Operand, pattern: Pattern): string {
  switch (operand.kind) {
    case "reg": {
      const isNarrowed = form.patterns.some((other) => other.kind === "zeroExtended") || SELECTOR_LOADS.has(spec.name);
      return registerName(operand.reg, isNarrowed ? 32 : ((pattern.widthBits || 64) as RegisterWidth));
    }
    case "imm":
      return expectedImmediate(operand.value, form, pattern, spec.widthBits);
    case "mem":
      return expectedMemory(operand);
    case "symbol":
      return pattern.kind === "relative" ? "near" : "0";
    case "control":
      return `cr${operand.number}`;
    case "label":
      return "near";
  }
}

/** The operands of xchg have no order. */
function instText(mnemonic: string, operands: readonly string[]): string {
  return `${mnemonic} ${(mnemonic === "xchg" ? [...operands].sort() : operands).join(", ")}`;
}

function expectedText(sample: Sample): string {
  const { spec, operands } = sample;
  const form = findForm(spec, operands);
  if (form === undefined) return "no form";
  if (/^xchg (ax, ax|rax, rax)$/.test(nasmText(sample))) return "nop none, none";
  const mnemonic = OTHER_NAMES[spec.mnemonic] ?? spec.mnemonic.replace(/^(lock|rep) /, "");
  const parts = operands.map((operand, index) => describeExpected(sample, form, operand, form.patterns[index]));
  const prefix = /^(lock|rep) /.exec(spec.mnemonic)?.[0] ?? "";
  return prefix + instText(mnemonic, parts);
}

function decodedText(decoded: Instruction, { spec, operands }: Sample): string {
  const parts = operands.map((_, index) => describeDecoded(decoded, index, spec.widthBits));
  const prefix = (decoded.hasLockPrefix ? "lock " : "") + (decoded.hasRepPrefix ? "rep " : "");
  return prefix + instText(Mnemonic[decoded.mnemonic].toLowerCase(), parts);
}

test("every sample decodes to its inst and operands, in one piece", (t) => {
  const differences: string[] = [];
  for (const sample of SAMPLES) {
    const assembler = new Assembler();
    assembler.emit(sample.spec, ...sample.operands);
    const { bytes } = assembler.finish();
    const decoder = new Decoder(64, bytes, DecoderOptions.None);
    const decoded = decoder.decode();
    const expected = expectedText(sample);
    const actual = decodedText(decoded, sample);
    if (actual !== expected || decoded.length !== bytes.length) {
      differences.push(`${nasmText(sample)}: ${Buffer.from(bytes).toString("hex")} is ${actual}, not ${expected}`);
    }
    decoded.free();
    decoder.free();
  }
  t.deepEqual(differences.slice(0, 40), []);
});

test("no form is dead: each is the encoder's choice for some operands; short jumps are relaxation's choice", (t) => {
  const chosen = new Set(SAMPLES.map(({ spec, operands }) => findForm(spec, operands)));
  const dead = INSTS.flatMap((spec) => spec.forms.filter((form) => !chosen.has(form)).map((form) => `${spec.name} ${form.text}`));
  t.deepEqual(
    dead.filter((text) => !text.includes("rel8")),
    [],
  );
});
