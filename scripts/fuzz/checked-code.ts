// Checked code: which functions' register allocation was looked at before. Programs have most of the runtime's functions in common, and
// to follow the values through the same code again shows nothing new.

import type { LirFunction } from "../../compiler/target/x64/lir.ts";
import type { Operand } from "../../compiler/target/x64/operands.ts";

const seen = new Set<string>();

/** Whether code of this kind comes for the first time. Names of symbols make no difference to an allocator. */
export function isNewCode(lir: LirFunction): boolean {
  const mark = fingerprint(lir);
  if (seen.has(mark)) return false;
  seen.add(mark);
  return true;
}

/** A hash in two halves of 32 bits: two functions with the same one are as good as impossible. */
class Hash {
  private first = 0x811c9dc5;
  private second = 0x9747b28c;

  add(value: number): void {
    this.first = Math.imul(this.first ^ value, 0x01000193);
    this.second = Math.imul((this.second ^ value) + (this.second >>> 15), 0x85ebca6b);
  }

  toString(): string {
    return `${this.first}:${this.second}`;
  }
}

function fingerprint(lir: LirFunction): string {
  const hash = new Hash();
  hash.add(lir.outgoingSizeBytes);
  for (const type of lir.registerTypes) hash.add(type);
  for (const block of lir.blocks) {
    hash.add(block.isCold ? -1 : -2);
    for (const register of block.params) hash.add(register);
    for (const { target, args } of block.edges) {
      hash.add(target);
      for (const register of args) hash.add(register);
    }
    for (const inst of block.insts) {
      hash.add(lir.specs[inst].id);
      for (const operand of lir.operands[inst]) addOperand(hash, operand);
      for (const register of lir.implicitUses[inst] ?? []) hash.add(register);
    }
  }
  return hash.toString();
}

function addOperand(hash: Hash, operand: Operand): void {
  hash.add(operand.kind.charCodeAt(0));
  if (operand.kind === "reg") hash.add(operand.reg);
  if (operand.kind === "imm") hash.add(Number(BigInt.asIntN(32, BigInt(operand.value))));
  if (operand.kind !== "mem") return;
  hash.add(operand.base ?? -1);
  hash.add(operand.index ?? -1);
  hash.add(operand.displacement);
}
