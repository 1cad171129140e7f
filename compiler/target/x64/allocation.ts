// Allocation: the result of register allocation: the same blocks with physical registers, slots in the frame, and moves in between.
// Invariants: (1) blocks have the ids of the source's; edges carry no arguments and blocks no parameters any more
//             (2) origins tells for each inst which source inst it is, or that allocation added it
//             (3) slot k is the 8 bytes at rbp - 8 * (saved registers + k + 1)

import { type LirBlock, LirFunction } from "./lir.ts";
import { type MemoryOperand, memAt, type Operand, reg } from "./operands.ts";
import { isVector, RBP, type Register } from "./registers.ts";

/** A physical register, or a slot from SLOTS_FIRST on. */
export type Location = number;
export const SLOTS_FIRST = 64;
/** Origin of an inst that allocation added. */
export const ADDED = -1;
const SLOT_SIZE_BYTES = 8;

export function isSlot(location: Location): boolean {
  return location >= SLOTS_FIRST;
}

/** Where a register's value is, and up to which position that, or its absence, holds. */
export interface Found {
  readonly location: Location | null;
  readonly until: number;
}

export interface Allocation {
  readonly source: LirFunction;
  readonly code: LirFunction;
  readonly origins: number[];
  readonly slotCount: number;
  /** Callee-saved registers the code changes, in the order they are pushed. */
  readonly savedRegisters: readonly Register[];
  /** The position that `locate` knows a source inst by; they ascend within a block. */
  positionOf(inst: number): number;
  /** Null where the register has no place at all. */
  locate(register: Register, position: number): Found | null;
}

/** Writes allocated code, block by block. */
export class AllocationWriter {
  readonly code: LirFunction;
  readonly origins: number[] = [];
  private readonly savedCount: number;
  private block: LirBlock;
  private position = 0;

  constructor(source: LirFunction, savedCount: number) {
    this.savedCount = savedCount;
    this.code = new LirFunction(source.symbol);
    this.code.outgoingSizeBytes = source.outgoingSizeBytes;
    for (const block of source.blocks) {
      const copy = this.code.addBlock(block.isCold);
      copy.edges = block.edges.map((edge) => ({ target: edge.target, args: [] }));
      copy.table = block.table;
    }
    this.block = this.code.blocks[0];
  }

  /** Begins a block of the source; moves before its first inst belong to the line of that. */
  startBlock(source: LirBlock, positions: readonly number[]): void {
    this.block = this.code.blocks[source.id];
    this.position = positions[source.insts[0]] ?? 0;
  }

  /** Appends a source inst with its operands rewritten. */
  keep(source: LirFunction, inst: number, operands: readonly Operand[]): void {
    this.position = source.positions[inst];
    this.block.insts.push(this.code.create(source.specs[inst], operands, this.position, source.implicitUses[inst]));
    this.origins.push(inst);
  }

  private add(name: "copy64" | "copyf" | "mov64" | "movsd" | "xchg64" | "push" | "pop", ...operands: Operand[]): void {
    this.block.insts.push(this.code.create(name, operands, this.position));
    this.origins.push(ADDED);
  }

  slot(location: Location): MemoryOperand {
    return memAt(RBP, -SLOT_SIZE_BYTES * (this.savedCount + location - SLOTS_FIRST + 1));
  }

  operand(location: Location): Operand {
    return isSlot(location) ? this.slot(location) : reg(location);
  }

  /** target = source, all 64 bits. */
  move(target: Location, source: Location): void {
    if (target === source) return;
    if (isSlot(target) && isSlot(source)) {
      this.push(source);
      this.pop(target);
    } else if (isSlot(target) || isSlot(source)) {
      const register = isSlot(target) ? source : target;
      this.add(isVector(register) ? "movsd" : "mov64", this.operand(target), this.operand(source));
    } else {
      this.add(isVector(target) ? "copyf" : "copy64", reg(target), reg(source));
    }
  }

  exchange(a: Register, b: Register): void {
    this.add("xchg64", reg(a), reg(b));
  }
  push(location: Location): void {
    this.add("push", this.operand(location));
  }
  pop(location: Location): void {
    this.add("pop", this.operand(location));
  }
}
