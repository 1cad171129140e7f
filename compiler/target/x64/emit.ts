// Emission: allocated code to machine code: frame, order of blocks, jumps, expansion of pseudo insts, line marks.
// Owns:       the assembler of one function; the labels of its blocks.
// Invariants: (1) rsp stays at the bottom of the frame, 16-aligned, between prologue and epilogue
//             (2) stubs stand behind the last block, and change no register but their inst's result

import type { BlockId } from "../../ir/function.ts";
import type { Module } from "../../ir/module.ts";
import type { FrameShape, PlacedVariable } from "../../object/debug-facts.ts";
import { assert } from "../../support/assert.ts";
import { alignUp } from "../../support/byte-writer.ts";
import { ADDED, type Allocation } from "./allocation.ts";
import { type AssembledCode, Assembler } from "./assembler.ts";
import { blockOrder, rotateLoops, threadJumps } from "./block-order.ts";
import type { Condition } from "./conditions.ts";
import { expandDivision } from "./expand-division.ts";
import { FLOAT_TO_INTEGER_SYMBOL } from "./float-to-integer.ts";
import { InlinedBodies } from "./inlined-bodies.ts";
import type { Inst } from "./insts.ts";
import type { InstIndex, LirBlock, LirFunction } from "./lir.ts";
import { invertLirCondition, isPseudo, type LirCondition, type LirSpec } from "./lir-insts.ts";
import { imm, type LabelId, label, mem, memAt, type Operand, type RegisterOperand, reg, symbol } from "./operands.ts";
import { placeVariables } from "./placed-variables.ts";
import { RBP, RSP } from "./registers.ts";
import { dwarfRegister, VariableRanges } from "./variable-ranges.ts";

const STACK_ALIGNMENT_BYTES = 16;
const WORD_SIZE_BYTES = 8;
const LOOP_ALIGNMENT_BYTES = 16;
const PAGE_SIZE_BYTES = 4096;
const TABLE_ENTRY_SIZE_BYTES = 8;

export interface JumpTable {
  readonly symbol: string;
  /** Offsets from the start of the function. */
  readonly targets: number[];
}

export interface EmittedFunction {
  readonly code: AssembledCode;
  /** What the function takes from the stack, return address included. */
  readonly frameSizeBytes: number;
  readonly tables: readonly JumpTable[];
  readonly frame: FrameShape;
  readonly variables: readonly PlacedVariable[];
}

export interface SourcePlace {
  readonly module: Module;
  /** Of the function's own code. */
  readonly file: string;
  readonly declaredAt: number;
}

export function emitFunction(allocation: Allocation, place: SourcePlace): EmittedFunction {
  const emitter = new Emitter(allocation, place);
  emitter.emitAll();
  const code = emitter.assembler.finish();
  const tables = emitter.tables.map(({ name, labels }) => ({ symbol: name, targets: labels.map((id) => code.labelOffsets[id]) }));
  const { frame, variables } = emitter.debugFacts(code.labelOffsets);
  return { code, frameSizeBytes: emitter.frameSizeBytes, tables, frame, variables };
}

class Emitter {
  readonly assembler = new Assembler();
  readonly tables: { name: string; labels: LabelId[] }[] = [];
  private readonly allocation: Allocation;
  private readonly code: LirFunction;
  private readonly place: SourcePlace;
  private readonly bodies: InlinedBodies;
  private readonly labels: LabelId[];
  private readonly threaded: BlockId[];
  private readonly stubs: (() => void)[] = [];
  private readonly localSizeBytes: number;
  private readonly variables: VariableRanges;
  private readonly start: LabelId;
  private readonly pushed: LabelId;
  private readonly returns: LabelId[] = [];
  private readonly end: LabelId;
  private position = 0;

  constructor(allocation: Allocation, place: SourcePlace) {
    this.allocation = allocation;
    this.code = allocation.code;
    this.place = place;
    this.bodies = new InlinedBodies(place.module);
    this.labels = this.code.blocks.map(() => this.assembler.newLabel());
    this.variables = new VariableRanges(allocation, this.assembler, place.module);
    [this.start, this.pushed, this.end] = [this.assembler.newLabel(), this.assembler.newLabel(), this.assembler.newLabel()];
    this.threaded = threadJumps(this.code);
    const savedSizeBytes = allocation.savedRegisters.length * WORD_SIZE_BYTES;
    const used = savedSizeBytes + allocation.slotCount * WORD_SIZE_BYTES + this.code.outgoingSizeBytes;
    this.localSizeBytes = alignUp(used, STACK_ALIGNMENT_BYTES) - savedSizeBytes;
  }

  get frameSizeBytes(): number {
    return this.localSizeBytes + (this.allocation.savedRegisters.length + 2) * WORD_SIZE_BYTES;
  }

  emitAll(): void {
    this.assembler.bind(this.start);
    this.mark(this.place.declaredAt);
    this.emitPrologue();
    const { order, loopTops } = rotateLoops(this.code, this.threaded, blockOrder(this.code, this.threaded));
    order.forEach((id, index) => {
      if (loopTops.has(id)) this.assembler.align(LOOP_ALIGNMENT_BYTES);
      this.assembler.bind(this.labels[id]);
      this.variables.startBlock(id);
      this.emitBlock(this.code.blocks[id], order[index + 1]);
    });
    this.variables.finish();
    this.assembler.bind(this.end);
    for (const stub of this.stubs) stub();
  }

  /** What debuggers are told. Requires: all is emitted. */
  debugFacts(offsets: readonly number[]): Pick<EmittedFunction, "frame" | "variables"> {
    this.variables.addHomes(this.start, this.end);
    return {
      frame: {
        savedRegisters: this.allocation.savedRegisters.map(dwarfRegister),
        pushedAt: offsets[this.pushed],
        returns: this.returns.map((label) => offsets[label]),
      },
      variables: placeVariables(this.place.module, this.bodies, this.variables.ranges, offsets),
    };
  }

  private mark(position: number): void {
    if (position === 0 || position === this.position) return;
    this.position = position;
    const { file, line, column } = this.place.module.position(position);
    const body = this.bodies.at(position);
    if (body !== undefined || file === this.place.file) this.assembler.position(line, column, body);
  }

  // Frame

  private emitPrologue(): void {
    const { assembler } = this;
    assembler.emit("push", reg(RBP));
    assembler.emit("mov64", reg(RBP), reg(RSP));
    for (const register of this.allocation.savedRegisters) assembler.emit("push", reg(register));
    assembler.bind(this.pushed);
    if (this.localSizeBytes === 0) return;
    // Touch each page on the way down, so that the guard page is met and not stepped over.
    for (let below = PAGE_SIZE_BYTES; below <= this.localSizeBytes; below += PAGE_SIZE_BYTES) {
      assembler.emit("test32", memAt(RSP, -below), imm(0));
    }
    assembler.emit("sub64", reg(RSP), imm(this.localSizeBytes));
  }

  private emitEpilogue(): void {
    const { assembler, allocation } = this;
    if (allocation.savedRegisters.length === 0 && this.localSizeBytes > 0) {
      assembler.emit("leave");
    } else {
      if (this.localSizeBytes > 0) assembler.emit("add64", reg(RSP), imm(this.localSizeBytes));
      for (const register of [...allocation.savedRegisters].reverse()) assembler.emit("pop", reg(register));
      assembler.emit("pop", reg(RBP));
    }
    const label = assembler.newLabel();
    assembler.bind(label);
    this.returns.push(label);
    assembler.emit("ret");
  }

  // Blocks

  private emitBlock(block: LirBlock, next: BlockId | undefined): void {
    const mayZero = this.findFreeFlags(block);
    block.insts.forEach((inst, index) => {
      this.mark(this.code.positions[inst]);
      const origin = this.allocation.origins[inst];
      if (origin !== ADDED) this.variables.beforeInst(origin);
      if (this.code.specs[inst].control === "next" || this.code.specs[inst].control === "call") this.emitInst(inst, mayZero[index]);
      else this.emitTerminator(block, inst, next);
    });
  }

  /** By inst: whether the flags may be changed there, since nobody reads those from before. */
  private findFreeFlags(block: LirBlock): boolean[] {
    const isFree = new Array<boolean>(block.insts.length);
    let isLive = false;
    for (let index = block.insts.length - 1; index >= 0; index--) {
      const spec = this.code.specs[block.insts[index]];
      isFree[index] = !isLive;
      if (spec.writesFlags) isLive = false;
      if (spec.readsFlags) isLive = true;
    }
    return isFree;
  }

  private emitInst(inst: InstIndex, mayChangeFlags: boolean): void {
    const spec = this.code.specs[inst];
    const operands = this.code.operands[inst];
    if (isPseudo(spec)) return this.expand(spec, operands);
    const [target, source] = operands;
    if (
      (spec.name === "mov32" || spec.name === "mov64") &&
      mayChangeFlags &&
      target.kind === "reg" &&
      source.kind === "imm" &&
      Number(source.value) === 0
    ) {
      return this.assembler.emit("xor32", target, target);
    }
    // The conversion keeps the upper half of its target, and would wait for whoever wrote that last.
    if (spec.name === "cvtsi2sd32" || spec.name === "cvtsi2sd64") this.assembler.emit("xorps", target, target);
    this.assembler.emit(spec.name as Inst, ...operands);
  }

  private emitTerminator(block: LirBlock, inst: InstIndex, next: BlockId | undefined): void {
    const spec = this.code.specs[inst];
    const targets = block.edges.map((edge) => this.threaded[edge.target]);
    if (spec.condition !== undefined) return this.emitBranch(spec.condition, targets[0], targets[1], next);
    switch (spec.name) {
      case "jump":
        return this.emitJump(targets[0], next);
      case "jump.table":
        return this.emitTableJump(block, this.code.operands[inst], targets);
      case "return":
        return this.emitEpilogue();
      case "stop":
        return this.assembler.emit("ud2");
      default:
        return this.assembler.emit(spec.name as Inst, ...this.code.operands[inst]);
    }
  }

  private emitJump(target: BlockId, next: BlockId | undefined): void {
    if (target !== next) this.assembler.emit("jmp", label(this.labels[target]));
  }

  private emitBranch(condition: LirCondition, ifTrue: BlockId, ifFalse: BlockId, next: BlockId | undefined): void {
    if (ifTrue === ifFalse) return this.emitJump(ifTrue, next);
    if (condition === "eo") return this.emitBranch("nu", ifFalse, ifTrue, next);
    const { assembler, labels } = this;
    if (condition === "nu") {
      assembler.emit("jne", label(labels[ifTrue]));
      if (ifTrue === next) return assembler.emit("jnp", label(labels[ifFalse]));
      assembler.emit("jp", label(labels[ifTrue]));
      return this.emitJump(ifFalse, next);
    }
    if (ifTrue === next) return assembler.emit(`j${invertLirCondition(condition) as Condition}`, label(labels[ifFalse]));
    assembler.emit(`j${condition}`, label(labels[ifTrue]));
    this.emitJump(ifFalse, next);
  }

  private emitTableJump(block: LirBlock, [entry]: readonly Operand[], targets: readonly BlockId[]): void {
    assert(entry.kind === "reg" && block.table !== undefined, "jump.table without a table");
    const name = `table ${this.tables.length} ${this.code.symbol}`;
    this.tables.push({ name, labels: block.table.map((edge) => this.labels[targets[edge]]) });
    this.assembler.emit("jmp", mem({ index: entry.reg, scale: TABLE_ENTRY_SIZE_BYTES, symbol: name }));
  }

  // Pseudo insts

  private expand(spec: LirSpec, operands: readonly Operand[]): void {
    const { assembler } = this;
    const [target, source] = operands;
    switch (spec.name) {
      case "copy32":
      case "copy64":
      case "copyf": {
        if (target.kind === "reg" && source.kind === "reg" && target.reg === source.reg) return;
        // A slot holds 8 bytes, not the 16 of movaps.
        const isFromSlot = source.kind === "mem";
        return assembler.emit(
          ({ copy32: "mov32", copy64: "mov64", copyf: isFromSlot ? "movsd" : "movaps" } as const)[spec.name],
          target,
          source,
        );
      }
      case "zerof":
        return assembler.emit("xorps", target, target);
      case "ftoi64":
        return this.expandFloatToInteger(target as RegisterOperand, source);
      case "call.symbol":
      case "call.register":
        return assembler.emit("call", target);
      case "system.call":
        return assembler.emit("syscall");
      default:
        if (spec.condition !== undefined) this.expandConditional(spec.name.startsWith("set."), spec.condition, operands);
        else expandDivision(assembler, spec, target as RegisterOperand);
    }
  }

  private expandConditional(isSet: boolean, condition: LirCondition, [target, source]: readonly Operand[]): void {
    const { assembler } = this;
    const end = assembler.newLabel();
    if (!isSet) {
      this.jumpUnless(condition, end);
      assembler.emit("movaps", target, source);
    } else if (condition === "eo" || condition === "nu") {
      // The parity decides where the operands compare equal; if not equal, the answer is 0 or 1 at once.
      assembler.emit(condition === "eo" ? "setnp" : "setp", target);
      assembler.emit("je", label(end));
      assembler.emit("mov8", target, imm(condition === "eo" ? 0 : 1));
    } else {
      assembler.emit(`set${condition}`, target);
    }
    assembler.bind(end);
  }

  private jumpUnless(condition: LirCondition, target: LabelId): void {
    const { assembler } = this;
    if (condition === "eo") {
      assembler.emit("jne", label(target));
      assembler.emit("jp", label(target));
    } else if (condition === "nu") {
      const moves = assembler.newLabel();
      assembler.emit("jne", label(moves));
      assembler.emit("jnp", label(target));
      assembler.bind(moves);
    } else {
      assembler.emit(`j${invertLirCondition(condition) as Condition}`, label(target));
    }
  }

  /** cvttsd2si answers MIN for what it cannot convert; MIN - 1 overflows, nothing else does. */
  private expandFloatToInteger(target: RegisterOperand, source: Operand): void {
    const { assembler } = this;
    const slow = assembler.newLabel();
    const end = assembler.newLabel();
    assembler.emit("cvttsd2si64", target, source);
    assembler.emit("cmp64", target, imm(1));
    assembler.emit("jo", label(slow));
    assembler.bind(end);
    this.stubs.push(() => {
      assembler.bind(slow);
      assembler.emit("sub64", reg(RSP), imm(STACK_ALIGNMENT_BYTES));
      assembler.emit("movsd", memAt(RSP), source);
      assembler.emit("call", symbol(FLOAT_TO_INTEGER_SYMBOL));
      assembler.emit("mov64", target, memAt(RSP));
      assembler.emit("add64", reg(RSP), imm(STACK_ALIGNMENT_BYTES));
      assembler.emit("jmp", label(end));
    });
  }
}
