// Memory forms: which register operands of an inst may as well be a slot of the frame.

import type { Form, Pattern } from "./forms.ts";
import { INSTS } from "./insts.ts";
import type { InstIndex, LirFunction } from "./lir.ts";
import type { Operand } from "./operands.ts";

/** Slots are 8 bytes: an operand that reads more cannot be one. */
const SLOT_WIDTH_BITS = 64;

/** Whether the operand, which the inst only reads, may be memory while the others stay as they are. */
export function acceptsMemory(lir: LirFunction, inst: InstIndex, index: number): boolean {
  const spec = lir.specs[inst];
  const operands = lir.operands[inst];
  if (spec.isCopy === true) return index === 1;
  // One operand of an inst at most: the last register, and only if no other operand is the same.
  const operand = operands[index];
  if (
    operands.some(
      (other, at) => other.kind === "reg" && operand.kind === "reg" && at !== index && (at > index || other.reg === operand.reg),
    )
  )
    return false;
  if (operands.some((operand) => operand.kind === "mem") || spec.id >= INSTS.length) return false;
  return INSTS[spec.id].forms.some((form) => acceptsMemoryAt(lir, form, operands, index));
}

function acceptsMemoryAt(lir: LirFunction, form: Form, operands: readonly Operand[], index: number): boolean {
  if (form.patterns.length !== operands.length) return false;
  return form.patterns.every((pattern, at) => (at === index ? isMemoryPattern(pattern) : acceptsOperand(lir, pattern, operands[at])));
}

function isMemoryPattern(pattern: Pattern): boolean {
  const isMemory = pattern.kind === "generalOrMemory" || pattern.kind === "vectorOrMemory";
  return isMemory && pattern.widthBits <= SLOT_WIDTH_BITS;
}

/** Conservative: registers and immediates by kind; an immediate's size is the encoder's business, which has a form for each. */
function acceptsOperand(lir: LirFunction, pattern: Pattern, operand: Operand): boolean {
  switch (pattern.kind) {
    case "general":
    case "generalOrMemory":
      return operand.kind === "reg" && !lir.isFloat(operand.reg);
    case "vector":
    case "vectorOrMemory":
      return operand.kind === "reg" && lir.isFloat(operand.reg);
    case "fixed":
      return operand.kind === "reg" && operand.reg === pattern.register;
    case "immediate":
    case "signExtended":
      return operand.kind === "imm" && pattern.widthBits >= 32;
    case "unsigned":
      return operand.kind === "imm";
    default:
      return false;
  }
}
