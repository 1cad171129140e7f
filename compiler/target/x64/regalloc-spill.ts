// Spill-everything allocation: each virtual register lives in a slot of the frame; an inst loads what it uses and stores what it defines.
// The simplest correct allocator: the one behind -O0, and the oracle for the other.

import { required } from "../../support/assert.ts";
import { type Allocation, AllocationWriter, type Location, SLOTS_FIRST } from "./allocation.ts";
import { type InstIndex, type LirBlock, type LirFunction, lirOrder } from "./lir.ts";
import type { Operand } from "./operands.ts";
import { mem, reg } from "./operands.ts";
import { writeParallelMoves } from "./parallel-moves.ts";
import { isVirtual, R10, R11, R12, RBX, type Register, VIRTUAL_REGISTERS_FIRST, XMM15 } from "./registers.ts";

/** No inst has fixed operands in these, and at most so many virtual ones. */
const GENERAL_SCRATCH: readonly Register[] = [R11, RBX, R12, R10];
const FLOAT_SCRATCH: readonly Register[] = [XMM15, XMM15 - 1, XMM15 - 2];
const SAVED: readonly Register[] = [RBX, R12];

export function allocateBySpilling(source: LirFunction): Allocation {
  const writer = new AllocationWriter(source, SAVED.length);
  const order = lirOrder(source);
  for (const id of order) {
    const block = source.blocks[id];
    writer.startBlock(block, source.positions);
    for (const inst of block.insts) {
      if (inst === source.terminator(block)) writeEdgeMoves(source, writer, block);
      writeInst(source, writer, inst);
    }
  }
  return {
    source,
    code: writer.code,
    origins: writer.origins,
    slotCount: source.registerTypes.length,
    savedRegisters: SAVED,
    positionOf: (inst) => inst,
    locate: (register) => ({ location: slotOf(register), until: Number.POSITIVE_INFINITY }),
  };
}

function slotOf(register: Register): Location {
  return SLOTS_FIRST + register - VIRTUAL_REGISTERS_FIRST;
}

function writeEdgeMoves(source: LirFunction, writer: AllocationWriter, block: LirBlock): void {
  for (const edge of block.edges) {
    const { params } = source.blocks[edge.target];
    const moves = edge.args.map((arg, index) => ({ target: slotOf(params[index]), source: slotOf(arg) }));
    writeParallelMoves(writer, moves);
  }
}

/** The scratch register standing for each virtual register of one inst. */
class ScratchMap {
  private readonly lir: LirFunction;
  readonly scratchOf = new Map<Register, Register>();
  private generalCount = 0;
  private floatCount = 0;

  constructor(lir: LirFunction) {
    this.lir = lir;
  }

  map(register: Register): Register {
    if (!isVirtual(register)) return register;
    let scratch = this.scratchOf.get(register);
    if (scratch === undefined) {
      const next = this.lir.isFloat(register) ? FLOAT_SCRATCH[this.floatCount++] : GENERAL_SCRATCH[this.generalCount++];
      scratch = required(next, "scratch register");
      this.scratchOf.set(register, scratch);
    }
    return scratch;
  }

  rewrite(operand: Operand): Operand {
    if (operand.kind === "reg") return reg(this.map(operand.reg));
    if (operand.kind !== "mem") return operand;
    const base = operand.base === undefined ? undefined : this.map(operand.base);
    const index = operand.index === undefined ? undefined : this.map(operand.index);
    return mem({ ...operand, base, index });
  }
}

function writeInst(source: LirFunction, writer: AllocationWriter, inst: InstIndex): void {
  const scratch = new ScratchMap(source);
  const operands = source.operands[inst];
  const { roles } = source.specs[inst];
  const rewritten = operands.map((operand) => scratch.rewrite(operand));
  for (const [register, place] of scratch.scratchOf) {
    if (isUsed(operands, roles, register)) writer.move(place, slotOf(register));
  }
  writer.keep(source, inst, rewritten);
  operands.forEach((operand, index) => {
    if (operand.kind === "reg" && isVirtual(operand.reg) && roles[index] !== "use")
      writer.move(slotOf(operand.reg), scratch.map(operand.reg));
  });
}

function isUsed(operands: readonly Operand[], roles: readonly string[], register: Register): boolean {
  return operands.some((operand, index) => {
    if (operand.kind === "mem") return operand.base === register || operand.index === register;
    return operand.kind === "reg" && operand.reg === register && roles[index] !== "def";
  });
}
