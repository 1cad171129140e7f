// Linear-scan allocation: intervals, scan, slots, and the rewriting of the code with the moves between pieces.
// Invariants: a value that is in different places at the two ends of an edge is moved on the edge

import type { BlockId } from "../../ir/function.ts";
import { assert, required } from "../../support/assert.ts";
import { type Allocation, AllocationWriter, type Found, isSlot, type Location, SLOTS_FIRST } from "./allocation.ts";
import { blockOrder } from "./block-order.ts";
import { CALLEE_SAVED } from "./calling-convention.ts";
import { buildIntervals, type Interval, type IntervalTable } from "./intervals.ts";
import { scanIntervals } from "./linear-scan.ts";
import type { LirBlock, LirFunction } from "./lir.ts";
import { CALLER_SAVED } from "./lir-insts.ts";
import { loopDepths } from "./lir-liveness.ts";
import { mem, type Operand, reg } from "./operands.ts";
import { type Move, writeParallelMoves } from "./parallel-moves.ts";
import { isGeneral, isVirtual, type Register, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";
import { chooseSpillStores, type WantedMove } from "./spill-stores.ts";

export function allocateByLinearScan(lir: LirFunction): Allocation {
  const order = blockOrder(
    lir,
    lir.blocks.map(({ id }) => id),
  );
  const table = buildIntervals(lir, order);
  const depths = loopDepths(lir);
  const { pieces } = scanIntervals(lir, table, depths);
  const slotCount = shareSlots(pieces);
  return new Rewriter(lir, table, pieces, depths).rewrite(slotCount);
}

/** Renumbers the slots so that registers whose whole lives do not overlap share one; returns how many are left. */
function shareSlots(pieces: readonly (readonly Interval[])[]): number {
  const spilled = pieces.filter((list) => list.some((piece) => isSlot(piece.location))).sort((a, b) => a[0].start - b[0].start);
  const freeFrom: number[] = [];
  for (const list of spilled) {
    const start = list[0].start;
    const end = Math.max(...list.map((piece) => piece.end));
    let slot = freeFrom.findIndex((position) => position <= start);
    if (slot < 0) slot = freeFrom.length;
    freeFrom[slot] = end;
    for (const piece of list) if (isSlot(piece.location)) piece.location = SLOTS_FIRST + slot;
  }
  return freeFrom.length;
}

/** The piece that covers a position, and where that ends; between pieces and ranges, where the next begins. */
function findPlace(pieces: readonly Interval[], position: number): Found | null {
  let until = Number.POSITIVE_INFINITY;
  for (const { ranges, location } of pieces) {
    for (let index = 0; index < ranges.length; index += 2) {
      if (position < ranges[index]) until = Math.min(until, ranges[index]);
      else if (position < ranges[index + 1]) return { location, until: ranges[index + 1] };
    }
  }
  return { location: null, until };
}

/** A move of one register's value, and the list that it belongs into. */
interface PlacedMove {
  readonly list: Move[];
  readonly move: WantedMove;
}

/** Rounds that a loop is taken to make. */
const LOOP_WEIGHT = 10;
const LOOP_DEPTH_MAX = 6;
const COLD_WEIGHT = 0.01;

class Rewriter {
  private readonly lir: LirFunction;
  private readonly table: IntervalTable;
  private readonly pieces: readonly (readonly Interval[])[];
  private readonly depths: readonly number[];
  private readonly savedRegisters: Register[];
  private readonly writer: AllocationWriter;
  private readonly predecessorCounts: number[];
  /** By even position: moves before that inst, where a value changes its place between two pieces. */
  private readonly splitMoves = new Map<number, Move[]>();
  private readonly startMoves: Move[][];
  private readonly endMoves: Move[][];

  constructor(lir: LirFunction, table: IntervalTable, pieces: readonly (readonly Interval[])[], depths: readonly number[]) {
    this.depths = depths;
    this.lir = lir;
    this.table = table;
    this.pieces = pieces;
    const used = new Set(pieces.flatMap((list) => list.map((piece) => piece.location)));
    this.savedRegisters = CALLEE_SAVED.filter((register) => used.has(register));
    this.writer = new AllocationWriter(lir, this.savedRegisters.length);
    this.predecessorCounts = lir.blocks.map(() => 0);
    for (const id of table.order) for (const edge of lir.blocks[id].edges) this.predecessorCounts[edge.target]++;
    this.startMoves = lir.blocks.map(() => []);
    this.endMoves = lir.blocks.map(() => []);
  }

  rewrite(slotCount: number): Allocation {
    this.collectMoves();
    for (const id of this.table.order) this.writeBlock(this.lir.blocks[id]);
    const { code, origins } = this.writer;
    return {
      source: this.lir,
      code,
      origins,
      slotCount,
      savedRegisters: this.savedRegisters,
      positionOf: (inst) => this.positionOf(inst),
      locate: (register, position) => findPlace(this.pieces[register - VIRTUAL_REGISTERS_FIRST], position),
    };
  }

  private positions: Int32Array | null = null;

  private positionOf(inst: number): number {
    if (this.positions === null) {
      this.positions = new Int32Array(this.lir.specs.length);
      for (const [index, each] of this.table.insts.entries()) this.positions[each] = index * 2;
    }
    return this.positions[inst];
  }

  private locationAt(register: Register, position: number): Location {
    if (!isVirtual(register)) return register;
    for (const piece of this.pieces[register - VIRTUAL_REGISTERS_FIRST]) if (piece.covers(position)) return piece.location;
    assert(false, () => `v${register - VIRTUAL_REGISTERS_FIRST} is nowhere at ${position} of ${this.lir.symbol}`);
  }

  // Moves

  /** Decides all moves between the pieces of one register, then places those that storing at definitions has not made superfluous. */
  private collectMoves(): void {
    const places = [...this.wantedSplitMoves(), ...this.table.order.flatMap((id) => this.wantedEdgeMoves(this.lir.blocks[id]))];
    const wanted = places.map(({ move }) => move);
    const { registers, stores } = chooseSpillStores(this.table, this.pieces, wanted, (position) => this.weightAt(position));
    for (const { list, move } of places) if (!isSlot(move.target) || !registers.has(move.register)) list.push(move);
    for (const { position, target, source } of stores) this.movesBefore(position).push({ target, source });
  }

  private movesBefore(position: number): Move[] {
    let moves = this.splitMoves.get(position);
    if (moves === undefined) this.splitMoves.set(position, (moves = []));
    return moves;
  }

  /** How often the block of a position runs, roughly. */
  private weightAt(position: number): number {
    const id = this.table.order.findLast((block) => this.table.blockStarts[block] <= position) ?? 0;
    return this.weightOf(id);
  }
  private weightOf(id: BlockId): number {
    return this.lir.blocks[id].isCold ? COLD_WEIGHT : LOOP_WEIGHT ** Math.min(this.depths[id], LOOP_DEPTH_MAX);
  }

  private wantedSplitMoves(): PlacedMove[] {
    const blockStarts = new Set(this.table.order.map((id) => this.table.blockStarts[id]));
    const placed: PlacedMove[] = [];
    for (const list of this.pieces) {
      for (let index = 1; index < list.length; index++) {
        const [before, after] = [list[index - 1], list[index]];
        // In a hole there is no value to move; at the start of a block it comes over edges.
        if (before.end !== after.start || blockStarts.has(after.start) || before.location === after.location) continue;
        const position = after.start & ~1;
        const move = { target: after.location, source: before.location, register: after.register, weight: this.weightAt(position) };
        placed.push({ list: this.movesBefore(position), move });
      }
    }
    return placed;
  }

  private wantedEdgeMoves(block: LirBlock): PlacedMove[] {
    const end = this.table.blockEnds[block.id] - 1;
    const placed: PlacedMove[] = [];
    for (const edge of block.edges) {
      const list = this.edgeMoves(block, edge.target);
      const start = this.table.blockStarts[edge.target];
      const weight = Math.min(this.weightOf(block.id), this.weightOf(edge.target));
      for (const register of this.table.liveness.liveIn[edge.target].registers()) {
        const [target, source] = [this.locationAt(register, start), this.locationAt(register, end)];
        if (target !== source) placed.push({ list, move: { target, source, register, weight } });
      }
      const { params } = this.lir.blocks[edge.target];
      for (const [index, arg] of edge.args.entries()) {
        const [target, source] = [this.locationAt(params[index], start), this.locationAt(arg, end)];
        if (target !== source) list.push({ target, source });
      }
    }
    return placed;
  }

  /** Where the moves of an edge stand: at the end of its source, or at the start of its target. */
  private edgeMoves(block: LirBlock, target: BlockId): Move[] {
    if (block.edges.length === 1) return this.endMoves[block.id];
    assert(this.predecessorCounts[target] === 1, () => `edge from b${block.id} to b${target} of ${this.lir.symbol} has no place for moves`);
    return this.startMoves[target];
  }

  // Code

  private writeBlock(block: LirBlock): void {
    const { lir, writer } = this;
    writer.startBlock(block, lir.positions);
    const start = this.table.blockStarts[block.id];
    const startMoves = this.startMoves[block.id];
    writeParallelMoves(writer, startMoves, () => this.freeRegister(startMoves, start));
    const terminator = lir.terminator(block);
    let position = start;
    for (const inst of block.insts) {
      const moves = this.splitMoves.get(position);
      if (moves !== undefined) writeParallelMoves(writer, moves);
      if (inst === terminator) this.writeEndMoves(block);
      const { roles } = lir.specs[inst];
      const at = position;
      const operands = lir.operands[inst].map((operand, index) =>
        // Registers within a memory operand are read, whatever happens to the memory.
        this.rewriteOperand(operand, roles[index] === "def" && operand.kind === "reg" ? at + 1 : at),
      );
      writer.keep(lir, inst, operands);
      position += 2;
    }
  }

  private writeEndMoves(block: LirBlock): void {
    const moves = this.endMoves[block.id];
    if (moves.length === 0) return;
    const start = this.table.blockStarts[block.edges[0].target];
    writeParallelMoves(this.writer, moves, () => this.freeRegister(moves, this.table.blockEnds[block.id] - 1, start));
  }

  /** A general register that holds nothing at any of the positions and takes no part in the moves. */
  private freeRegister(moves: readonly Move[], ...positions: number[]): Register | undefined {
    const taken = new Set<Location>(moves.flatMap(({ target, source }) => [target, source]));
    for (const list of this.pieces) {
      for (const piece of list)
        if (!isSlot(piece.location) && positions.some((position) => piece.covers(position))) taken.add(piece.location);
    }
    return [...CALLER_SAVED, ...this.savedRegisters].find((register) => isGeneral(register) && !taken.has(register));
  }

  private rewriteOperand(operand: Operand, position: number): Operand {
    if (operand.kind === "reg") {
      const location = this.locationAt(operand.reg, position);
      return isSlot(location) ? this.writer.slot(location) : reg(location);
    }
    if (operand.kind !== "mem") return operand;
    const { base, index } = operand;
    const rewrite = (register: Register | undefined): Register | undefined =>
      register === undefined ? undefined : required(this.locationAt(register, position), "location");
    return mem({ ...operand, base: rewrite(base), index: rewrite(index) });
  }
}
