// Live intervals: where each virtual register is live in the linear order of insts, and where it must or should be in a register.
// Invariants: (1) inst i stands at position 2i, where it reads, and 2i + 1, where it writes; ranges are half open: [from, to)
//             (2) ranges of an interval ascend and do not touch
//             (3) the intervals of one virtual register, made by splitting, follow each other

import type { BlockId } from "../../ir/function.ts";
import type { Location } from "./allocation.ts";
import { type InstIndex, type LirBlock, type LirFunction, type RegisterVisitor, visitRegisters } from "./lir.ts";
import { computeLiveness, type Liveness } from "./lir-liveness.ts";
import { acceptsMemory } from "./memory-forms.ts";
import { isVirtual, PHYSICAL_REGISTER_COUNT, RBP, type Register, RSP, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

export const NEVER = 0x3fff_ffff;
/** Not assigned yet. */
export const NOWHERE: Location = -1;

export class Interval {
  readonly register: Register;
  /** from, to, from, to, ... */
  ranges: number[] = [];
  /** Ascending positions at which an operand is this register. */
  uses: number[] = [];
  /** By use: whether the operand cannot be memory. */
  isRequired: boolean[] = [];
  location: Location = NOWHERE;
  /** During the scan: where the range or hole at the current position ends. */
  boundary = 0;

  constructor(register: Register) {
    this.register = register;
  }

  get start(): number {
    return this.ranges[0];
  }
  get end(): number {
    return this.ranges[this.ranges.length - 1];
  }

  covers(position: number): boolean {
    for (let index = 0; index < this.ranges.length; index += 2) {
      if (position < this.ranges[index]) return false;
      if (position < this.ranges[index + 1]) return true;
    }
    return false;
  }

  /** Sets the boundary: the end of the range that covers the position, or the start of the first range after it. */
  setBoundary(position: number): void {
    for (const border of this.ranges) {
      if (border <= position) continue;
      this.boundary = border;
      return;
    }
    this.boundary = NEVER;
  }

  /** The first use from a position on, or NEVER. */
  nextUse(position: number): number {
    for (const use of this.uses) if (use >= position) return use;
    return NEVER;
  }
  nextRequiredUse(position: number): number {
    for (let index = 0; index < this.uses.length; index++)
      if (this.uses[index] >= position && this.isRequired[index]) return this.uses[index];
    return NEVER;
  }
  /** The last use before a position, or -1. */
  lastUse(position: number): number {
    for (let index = this.uses.length - 1; index >= 0; index--) if (this.uses[index] < position) return this.uses[index];
    return -1;
  }

  /** The first position at which both are live, or NEVER. */
  firstIntersection(ranges: readonly number[]): number {
    let mine = 0;
    let other = firstRangeEndingAfter(ranges, this.start);
    while (mine < this.ranges.length && other < ranges.length) {
      const from = Math.max(this.ranges[mine], ranges[other]);
      if (from < Math.min(this.ranges[mine + 1], ranges[other + 1])) return from;
      if (this.ranges[mine + 1] < ranges[other + 1]) mine += 2;
      else other += 2;
    }
    return NEVER;
  }

  /** Cuts off and returns what lies from the position on. Requires: start < position < end. */
  split(position: number): Interval {
    const rest = new Interval(this.register);
    const kept: number[] = [];
    for (let index = 0; index < this.ranges.length; index += 2) {
      const from = this.ranges[index];
      const to = this.ranges[index + 1];
      if (from < position) kept.push(from, Math.min(to, position));
      if (to > position) rest.ranges.push(Math.max(from, position), to);
    }
    this.ranges = kept;
    const cut = this.uses.findIndex((use) => use >= position);
    if (cut >= 0) {
      rest.uses = this.uses.splice(cut);
      rest.isRequired = this.isRequired.splice(cut);
    }
    return rest;
  }
}

/** Index of the first range whose end is after the position. */
function firstRangeEndingAfter(ranges: readonly number[], position: number): number {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle * 2 + 1] > position) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}

/** Everything the scan works on. */
export interface IntervalTable {
  readonly order: readonly BlockId[];
  /** Linear order of insts. */
  readonly insts: readonly InstIndex[];
  /** By block: position of its first inst, and behind its last. */
  readonly blockStarts: readonly number[];
  readonly blockEnds: readonly number[];
  readonly liveness: Liveness;
  /** By virtual register, without VIRTUAL_REGISTERS_FIRST; no ranges where it is never live. */
  readonly intervals: readonly Interval[];
  /** By physical register: ranges in which insts occupy it. */
  readonly fixed: readonly number[][];
  /** By virtual register: registers a copy or an edge connects it with. */
  readonly hints: readonly Register[][];
  /** By virtual register: positions that define it, descending; a block parameter is defined at the start of its block. */
  readonly definitions: readonly number[][];
}

export function buildIntervals(lir: LirFunction, order: readonly BlockId[]): IntervalTable {
  const builder = new IntervalBuilder(lir, order);
  builder.run();
  return builder.table();
}

class IntervalBuilder {
  private readonly lir: LirFunction;
  private readonly order: readonly BlockId[];
  private readonly insts: InstIndex[] = [];
  private readonly blockStarts: number[];
  private readonly blockEnds: number[];
  private readonly liveness: Liveness;
  private readonly intervals: Interval[];
  /** Built from the end, so descending (to, from, to, from) until table() turns them round; also those of intervals. */
  private readonly fixed: number[][] = Array.from({ length: PHYSICAL_REGISTER_COUNT }, () => []);
  private readonly hints: Register[][];
  private readonly definitions: number[][];

  constructor(lir: LirFunction, order: readonly BlockId[]) {
    this.lir = lir;
    this.order = order;
    this.blockStarts = lir.blocks.map(() => 0);
    this.blockEnds = lir.blocks.map(() => 0);
    this.liveness = computeLiveness(lir);
    this.intervals = lir.registerTypes.map((_, index) => new Interval(index + VIRTUAL_REGISTERS_FIRST));
    this.hints = lir.registerTypes.map(() => []);
    this.definitions = lir.registerTypes.map(() => []);
    for (const id of order) {
      this.blockStarts[id] = this.insts.length * 2;
      this.insts.push(...lir.blocks[id].insts);
      this.blockEnds[id] = this.insts.length * 2;
    }
  }

  run(): void {
    for (let index = this.order.length - 1; index >= 0; index--) this.buildBlock(this.lir.blocks[this.order[index]]);
  }

  table(): IntervalTable {
    for (const interval of this.intervals) {
      interval.ranges.reverse();
      interval.uses.reverse();
      interval.isRequired.reverse();
    }
    for (const ranges of this.fixed) ranges.reverse();
    const { order, insts, blockStarts, blockEnds, liveness, intervals, fixed, hints, definitions } = this;
    return { order, insts, blockStarts, blockEnds, liveness, intervals, fixed, hints, definitions };
  }

  private buildBlock(block: LirBlock): void {
    const from = this.blockStarts[block.id];
    const to = this.blockEnds[block.id];
    for (const register of this.liveness.liveOut[block.id].registers()) this.addRange(register, from, to);
    for (const edge of block.edges) {
      const { params } = this.lir.blocks[edge.target];
      for (const [index, arg] of edge.args.entries()) this.addHint(params[index], arg);
    }
    for (let index = to / 2 - 1; index >= from / 2; index--) this.buildInst(this.insts[index], index * 2, from);
    for (const param of block.params) this.define(param, from);
  }

  /** Of the inst that is being built, for the visitors below. */
  private place = { position: 0, blockStart: 0, useEnd: 0 };
  private readonly definer: RegisterVisitor = {
    use: () => undefined,
    def: (register) => this.define(register, this.place.position + 1),
  };
  private readonly user: RegisterVisitor = {
    use: (register) => this.addRange(register, this.place.blockStart, this.place.useEnd),
    def: () => undefined,
  };

  private buildInst(inst: InstIndex, position: number, blockStart: number): void {
    const { lir } = this;
    const spec = lir.specs[inst];
    this.place = { position, blockStart, useEnd: spec.usesAreLate === true ? position + 2 : position + 1 };
    visitRegisters(lir, inst, this.definer);
    visitRegisters(lir, inst, this.user);
    this.addUses(inst, position);
    if (spec.isCopy === true) {
      const [target, source] = lir.operands[inst];
      if (target.kind === "reg" && source.kind === "reg") this.addHint(target.reg, source.reg);
    }
  }

  /** What the inst writes first: positions descend, and that is later. */
  private addUses(inst: InstIndex, position: number): void {
    const { roles } = this.lir.specs[inst];
    const operands = this.lir.operands[inst];
    for (let index = 0; index < operands.length; index++) {
      const operand = operands[index];
      if (operand.kind === "reg" && roles[index] !== "use") this.addUse(operand.reg, position + 1, true);
    }
    for (let index = 0; index < operands.length; index++) {
      const operand = operands[index];
      if (operand.kind === "reg") {
        const role = roles[index];
        if (role !== "def") this.addUse(operand.reg, position, role !== "use" || !acceptsMemory(this.lir, inst, index));
      } else if (operand.kind === "mem") {
        if (operand.base !== undefined) this.addUse(operand.base, position, true);
        if (operand.index !== undefined) this.addUse(operand.index, position, true);
      }
    }
  }

  private addUse(register: Register, at: number, isRequired: boolean): void {
    if (!isVirtual(register)) return;
    const interval = this.intervals[register - VIRTUAL_REGISTERS_FIRST];
    interval.uses.push(at);
    interval.isRequired.push(isRequired);
  }

  private rangesOf(register: Register): number[] {
    return isVirtual(register) ? this.intervals[register - VIRTUAL_REGISTERS_FIRST].ranges : this.fixed[register];
  }

  /** Ranges come from the end of the function to its start: the last one in the list is the earliest. Stored to, from. */
  private addRange(register: Register, from: number, to: number): void {
    if (register === RSP || register === RBP) return;
    const ranges = this.rangesOf(register);
    const last = ranges.length - 1;
    if (last > 0 && ranges[last] <= to) {
      ranges[last] = Math.min(ranges[last], from);
      ranges[last - 1] = Math.max(ranges[last - 1], to);
    } else {
      ranges.push(to, from);
    }
  }

  /** The value begins here: shortens the range that was assumed to go back to the start of the block. */
  private define(register: Register, position: number): void {
    if (register === RSP || register === RBP) return;
    if (isVirtual(register)) this.definitions[register - VIRTUAL_REGISTERS_FIRST].push(position);
    const ranges = this.rangesOf(register);
    const last = ranges.length - 1;
    const isLive = last > 0 && ranges[last] <= position && position < ranges[last - 1];
    if (isLive) ranges[last] = position;
    else this.addRange(register, position, position + 1);
  }

  private addHint(a: Register, b: Register): void {
    if (isVirtual(a)) this.hints[a - VIRTUAL_REGISTERS_FIRST].push(b);
    if (isVirtual(b)) this.hints[b - VIRTUAL_REGISTERS_FIRST].push(a);
  }
}
