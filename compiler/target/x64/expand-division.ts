// Division: div and idiv with the cases in which idiv traps although the IR has a result, MIN / -1.
// Manual:     SDM 2A "IDIV"

import type { Assembler } from "./assembler.ts";
import type { LirSpec } from "./lir-insts.ts";
import { imm, label, type RegisterOperand, reg } from "./operands.ts";
import { RAX, RDX } from "./registers.ts";

/** Expands divide.* and remainder.*: rax by the operand, quotient to rax, remainder to rdx. */
export function expandDivision(assembler: Assembler, spec: LirSpec, divisor: RegisterOperand): void {
  const width = spec.name.endsWith("64") ? 64 : 32;
  if (spec.name.includes("unsigned")) {
    assembler.emit("xor32", reg(RDX), reg(RDX));
    assembler.emit(`div${width}`, divisor);
    return;
  }
  const byMinusOne = assembler.newLabel();
  const end = assembler.newLabel();
  assembler.emit(`cmp${width}`, divisor, imm(-1));
  assembler.emit("je", label(byMinusOne));
  assembler.emit(width === 64 ? "cqo" : "cdq");
  assembler.emit(`idiv${width}`, divisor);
  assembler.emit("jmp", label(end));
  assembler.bind(byMinusOne);
  // x / -1 = -x, and -MIN = MIN; x % -1 = 0
  if (spec.name.startsWith("divide")) assembler.emit(`neg${width}`, reg(RAX));
  else assembler.emit("xor32", reg(RDX), reg(RDX));
  assembler.bind(end);
}
