// Linear scan: gives each live interval a register, splitting intervals where none is free for all of their life.
// Owns:       the pieces that intervals are split into, and the set of intervals live at the current position.
// Invariants: (1) intervals are taken by ascending start; at any position no two live pieces share a register
//             (2) a piece is in a slot only where none of its uses requires a register
//             (3) pieces begin at even positions, between insts; a piece that begins inside an inst (odd) is in a slot, to which the
//                 value is stored before that inst: it reads the value in its old register and does not change it
// After Wimmer and Mössenböck, "Optimized Interval Splitting in a Linear Scan Register Allocator" (2005).

import { assert } from "../../support/assert.ts";
import { type Location, SLOTS_FIRST } from "./allocation.ts";
import { CALLEE_SAVED } from "./calling-convention.ts";
import { type Interval, type IntervalTable, NEVER, NOWHERE } from "./intervals.ts";
import type { LirFunction } from "./lir.ts";
import { CALLER_SAVED } from "./lir-insts.ts";
import { MOVE_SCRATCH } from "./parallel-moves.ts";
import { isVector, isVirtual, PHYSICAL_REGISTER_COUNT, type Register, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

/** In the order in which they are tried: those that cost no saving first. */
const GENERAL_REGISTERS: readonly Register[] = [...CALLER_SAVED.filter((register) => !isVector(register)), ...CALLEE_SAVED];
const FLOAT_REGISTERS: readonly Register[] = CALLER_SAVED.filter((register) => isVector(register) && register !== MOVE_SCRATCH);

export interface ScanResult {
  /** By virtual register without VIRTUAL_REGISTERS_FIRST: its pieces by ascending start. Slots are numbered by virtual register. */
  readonly pieces: readonly (readonly Interval[])[];
}

export function scanIntervals(lir: LirFunction, table: IntervalTable, depths: readonly number[]): ScanResult {
  const scan = new LinearScan(lir, table, depths);
  scan.run();
  return { pieces: scan.pieces };
}

class LinearScan {
  readonly pieces: Interval[][];
  private readonly lir: LirFunction;
  private readonly table: IntervalTable;
  /** Starts of the blocks in linear order, with the depth of each block. */
  private readonly boundaries: { position: number; depth: number }[];
  /** By descending start: the next one is the last. */
  private readonly unhandled: Interval[];
  private active: Interval[] = [];
  private inactive: Interval[] = [];
  /** By register, scratch of one allocation. */
  private readonly freeUntil = new Int32Array(PHYSICAL_REGISTER_COUNT);
  private readonly usedFrom = new Int32Array(PHYSICAL_REGISTER_COUNT);
  private readonly blockedFrom = new Int32Array(PHYSICAL_REGISTER_COUNT);

  constructor(lir: LirFunction, table: IntervalTable, depths: readonly number[]) {
    this.lir = lir;
    this.table = table;
    this.boundaries = table.order.map((id) => ({ position: table.blockStarts[id], depth: depths[id] }));
    this.pieces = table.intervals.map((interval) => (interval.ranges.length === 0 ? [] : [interval]));
    this.unhandled = table.intervals.filter((interval) => interval.ranges.length > 0).sort((a, b) => b.start - a.start);
  }

  run(): void {
    for (let current = this.unhandled.pop(); current !== undefined; current = this.unhandled.pop()) {
      this.advance(current.start);
      if (!this.allocateFree(current)) this.allocateBlocked(current);
      if (current.location >= SLOTS_FIRST) continue;
      current.setBoundary(current.start);
      this.active.push(current);
    }
  }

  /** Sorts the intervals begun so far into active, inactive and ended ones. */
  private advance(position: number): void {
    if (this.active.some((interval) => interval.boundary <= position)) this.sortAgain(position, true);
    if (this.inactive.some((interval) => interval.boundary <= position)) this.sortAgain(position, false);
  }

  private sortAgain(position: number, wasActive: boolean): void {
    const list = wasActive ? this.active : this.inactive;
    const [kept, moved]: [Interval[], Interval[]] = [[], []];
    for (const interval of list) {
      if (interval.boundary > position) kept.push(interval);
      else if (interval.end > position) (this.isActiveAt(interval, position) === wasActive ? kept : moved).push(interval);
    }
    this.active = wasActive ? kept : [...this.active, ...moved];
    this.inactive = wasActive ? [...this.inactive, ...moved] : kept;
  }

  private isActiveAt(interval: Interval, position: number): boolean {
    interval.setBoundary(position);
    return interval.covers(position);
  }

  private registersFor(interval: Interval): readonly Register[] {
    return this.lir.isFloat(interval.register) ? FLOAT_REGISTERS : GENERAL_REGISTERS;
  }

  private requeue(interval: Interval): void {
    let index = this.unhandled.length;
    while (index > 0 && this.unhandled[index - 1].start < interval.start) index--;
    this.unhandled.splice(index, 0, interval);
  }

  // A register that is free

  private allocateFree(current: Interval): boolean {
    const { freeUntil } = this;
    const registers = this.registersFor(current);
    for (const register of registers) freeUntil[register] = current.firstIntersection(this.table.fixed[register]);
    for (const interval of this.active) freeUntil[interval.location] = 0;
    for (const interval of this.inactive) {
      if (
        interval.boundary >= current.end ||
        freeUntil[interval.location] === 0 ||
        this.lir.isFloat(interval.register) !== this.lir.isFloat(current.register)
      )
        continue;
      freeUntil[interval.location] = Math.min(freeUntil[interval.location], current.firstIntersection(interval.ranges));
    }
    const register = this.chooseFree(current, registers);
    if (freeUntil[register] >= current.end) {
      current.location = register;
      return true;
    }
    const position = this.splitPosition(current, Math.max(current.start, current.lastUse(freeUntil[register])) + 1, freeUntil[register]);
    if (position === undefined || current.nextUse(current.start) >= position) return false;
    this.requeue(this.split(current, position));
    current.location = register;
    return true;
  }

  /** A hinted register that is free to the end, else the first such one, else the one that is free for longest. */
  private chooseFree(current: Interval, registers: readonly Register[]): Register {
    const { freeUntil } = this;
    let longest = registers[0];
    let found: Register | undefined;
    for (const register of registers) {
      if (freeUntil[register] > freeUntil[longest]) longest = register;
      if (found === undefined && freeUntil[register] >= current.end) found = register;
    }
    const limit = found === undefined ? freeUntil[longest] : current.end;
    for (const hint of this.hintedRegisters(current)) if (freeUntil[hint] >= limit && registers.includes(hint)) return hint;
    return found ?? longest;
  }

  /** Registers of what the interval is copied from and to, and of its own earlier piece. */
  private hintedRegisters(current: Interval): Register[] {
    const hinted: Register[] = [];
    const own = this.pieces[current.register - VIRTUAL_REGISTERS_FIRST];
    const before = own[own.indexOf(current) - 1];
    if (before !== undefined && isRegister(before.location)) hinted.push(before.location);
    for (const partner of this.table.hints[current.register - VIRTUAL_REGISTERS_FIRST]) {
      if (!isVirtual(partner)) hinted.push(partner);
      else for (const piece of this.pieces[partner - VIRTUAL_REGISTERS_FIRST]) if (isRegister(piece.location)) hinted.push(piece.location);
    }
    return hinted;
  }

  // A register that is taken from another interval

  private allocateBlocked(current: Interval): void {
    const register = this.chooseBlocked(current);
    const firstUse = current.nextUse(current.start);
    const firstRequired = current.nextRequiredUse(current.start);
    const isWorse = this.usedFrom[register] < firstUse || (this.usedFrom[register] === firstUse && firstUse < firstRequired);
    if (isWorse || this.blockedFrom[register] <= current.start) {
      assert(firstRequired > current.start, () => `no register for v${current.register} at ${current.start} of ${this.lir.symbol}`);
      return this.spill(current);
    }
    assert(this.usedFrom[register] > current.start, () => `no register for v${current.register} at ${current.start} of ${this.lir.symbol}`);
    current.location = register;
    if (this.blockedFrom[register] < current.end) this.splitBefore(current, this.blockedFrom[register]);
    for (const interval of this.active) if (interval.location === register && interval !== current) this.evict(interval, current.start);
    this.active = this.active.filter((interval) => isRegister(interval.location));
    for (const interval of this.inactive) {
      if (interval.location === register && current.firstIntersection(interval.ranges) < NEVER)
        this.requeue(this.split(interval, current.start));
    }
  }

  /** The register whose next use is farthest away. */
  private chooseBlocked(current: Interval): Register {
    const { usedFrom, blockedFrom } = this;
    const registers = this.registersFor(current);
    for (const register of registers) {
      blockedFrom[register] = current.firstIntersection(this.table.fixed[register]);
      usedFrom[register] = blockedFrom[register];
    }
    for (const interval of this.active) {
      usedFrom[interval.location] = Math.min(usedFrom[interval.location], interval.nextUse(current.start));
    }
    for (const interval of this.inactive) {
      if (interval.boundary >= current.end || this.lir.isFloat(interval.register) !== this.lir.isFloat(current.register)) continue;
      if (current.firstIntersection(interval.ranges) === NEVER) continue;
      usedFrom[interval.location] = Math.min(usedFrom[interval.location], interval.nextUse(current.start));
    }
    let best = registers[0];
    for (const register of registers) if (usedFrom[register] > usedFrom[best]) best = register;
    return best;
  }

  /** Takes the register away from an interval that is live at the position. */
  private evict(interval: Interval, position: number): void {
    if (interval.start >= position) return this.spill(interval);
    const earliest = Math.max(interval.start, interval.lastUse(position)) + 1;
    this.spill(this.split(interval, this.splitPosition(interval, earliest, position) ?? position));
  }

  /** Cuts the interval before its register is taken by an inst. */
  private splitBefore(current: Interval, blocked: number): void {
    const earliest = Math.max(current.start, current.lastUse(blocked)) + 1;
    const position = this.splitPosition(current, earliest, blocked);
    if (position !== undefined) this.requeue(this.split(current, position));
    else this.spill(this.split(current, blocked));
  }

  /** Puts the interval into a slot, up to where it must be in a register again. */
  private spill(interval: Interval): void {
    interval.location = SLOTS_FIRST + interval.register - VIRTUAL_REGISTERS_FIRST;
    const required = interval.nextRequiredUse(interval.start);
    if (required === NEVER) return;
    const position = this.splitPosition(interval, interval.start + 1, required);
    assert(position !== undefined, () => `v${interval.register} is needed in a register at ${required} of ${this.lir.symbol}`);
    this.requeue(this.split(interval, position));
  }

  private split(interval: Interval, position: number): Interval {
    const rest = interval.split(position);
    rest.location = NOWHERE;
    interval.boundary = Math.min(interval.boundary, interval.end);
    const own = this.pieces[interval.register - VIRTUAL_REGISTERS_FIRST];
    own.splice(own.indexOf(interval) + 1, 0, rest);
    return rest;
  }

  /** The best even position from earliest to latest: the start of the block in the fewest loops, or as late as possible. */
  private splitPosition(interval: Interval, earliest: number, latest: number): number | undefined {
    const last = latest & ~1;
    if (last < earliest || last <= interval.start || last >= interval.end) return undefined;
    const { boundaries } = this;
    let index = this.blockIndexAt(last);
    let best = last;
    let bestDepth = boundaries[index].depth;
    for (; index >= 0 && boundaries[index].position >= earliest && boundaries[index].position > interval.start; index--) {
      const { position } = boundaries[index];
      const depth = Math.min(boundaries[index].depth, boundaries[index - 1]?.depth ?? 0);
      if (depth >= bestDepth) continue;
      best = position;
      bestDepth = depth;
    }
    return best;
  }

  private blockIndexAt(position: number): number {
    let low = 0;
    let high = this.boundaries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.boundaries[middle].position <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function isRegister(location: Location): boolean {
  return location >= 0 && location < SLOTS_FIRST;
}
