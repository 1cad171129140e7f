// Variable ranges: where each variable of the sources is while the code of one function runs, for debuggers.
// Owns:       the range of code that each variable is in one place for, while the function is emitted.
// Invariants: (1) a variable has the binding that reaches an inst on all paths; where paths disagree it has none
//             (2) a place is told only where register allocation still holds the value there

import type { BlockId } from "../../ir/function.ts";
import type { Module } from "../../ir/module.ts";
import { Reading } from "../../ir/variables.ts";
import type { VariablePlace } from "../../object/debug-facts.ts";
import { type Allocation, isSlot, SLOTS_FIRST } from "./allocation.ts";
import type { Assembler } from "./assembler.ts";
import { CALLEE_SAVED } from "./calling-convention.ts";
import { type InstIndex, type LirBinding, variableKey } from "./lir.ts";
import type { LabelId } from "./operands.ts";
import { type BlockBindings, findBlockBindings } from "./reaching-bindings.ts";

/** In which order bits 0..15 of a DWARF register number name the general registers. Manual: System V ABI, AMD64 supplement, "DWARF". */
const DWARF_GENERAL_REGISTERS = [0, 2, 1, 3, 7, 6, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15];
const DWARF_VECTOR_FIRST = 17;
const GENERAL_COUNT = 16;
const WORD_SIZE_BYTES = 8;

export function dwarfRegister(register: number): number {
  return register < GENERAL_COUNT ? DWARF_GENERAL_REGISTERS[register] : register - GENERAL_COUNT + DWARF_VECTOR_FIRST;
}

/** From a label on, or `addend` bytes behind it. */
interface Border {
  readonly label: LabelId;
  readonly addend: number;
}

export interface VariableRange {
  readonly variable: number;
  readonly scope: number;
  readonly from: Border;
  readonly to: Border;
  readonly place: VariablePlace;
}

interface OpenRange {
  readonly binding: LirBinding;
  from: Border | null;
  place: VariablePlace | null;
  /** The position from which on the place has to be looked up again. */
  until: number;
}

export class VariableRanges {
  readonly ranges: VariableRange[] = [];
  private readonly allocation: Allocation;
  private readonly assembler: Assembler;
  /** By block, what reaches its start on all paths. */
  private readonly entryStates: readonly (BlockBindings | undefined)[];
  private readonly open = new Map<number, OpenRange>();
  /** The position from which on some place has to be looked up again. */
  private stale = 0;

  constructor(allocation: Allocation, assembler: Assembler, module: Module) {
    this.allocation = allocation;
    this.assembler = assembler;
    this.entryStates = allocation.source.bindings.size === 0 ? [] : findBlockBindings(allocation.source, module);
  }

  /** The variables that have a register of their own in the whole function. */
  addHomes(start: LabelId, end: LabelId): void {
    for (const { variable, scope, register, type } of this.allocation.source.homes.values()) {
      const found = this.allocation.locate(register, 0);
      if (found === null || found.location === null) continue;
      const place = this.placeAt(found.location, { reading: Reading.Same, type });
      this.ranges.push({ variable, scope, from: { label: start, addend: 0 }, to: { label: end, addend: 0 }, place });
    }
  }

  startBlock(id: BlockId): void {
    if (this.entryStates.length === 0) return;
    const state = this.entryStates[id] ?? new Map<number, LirBinding>();
    this.stale = 0;
    for (const [key, range] of this.open) {
      const binding = state.get(key);
      if (binding === range.binding) range.until = 0;
      else this.replace(key, binding);
    }
    for (const [key, binding] of state) if (!this.open.has(key)) this.replace(key, binding);
  }

  /** Called before an inst of the source is emitted. */
  beforeInst(inst: InstIndex): void {
    if (this.entryStates.length === 0) return;
    for (const binding of this.allocation.source.bindings.get(inst) ?? []) this.replace(variableKey(binding), binding);
    const position = this.allocation.positionOf(inst);
    if (this.stale <= position) this.updateAll(position);
    if (this.allocation.source.specs[inst].control === "call") this.closeLostByCall();
  }

  finish(): void {
    for (const range of this.open.values()) this.close(range, this.here());
    this.open.clear();
  }

  private here(addend = 0): Border {
    const label = this.assembler.newLabel();
    this.assembler.bind(label);
    return { label, addend };
  }

  private replace(key: number, binding: LirBinding | undefined): void {
    const range = this.open.get(key);
    if (range !== undefined) this.close(range, this.here());
    this.stale = 0;
    if (binding === undefined) this.open.delete(key);
    else this.open.set(key, { binding, from: null, place: null, until: 0 });
  }

  private updateAll(position: number): void {
    this.stale = Number.POSITIVE_INFINITY;
    for (const range of this.open.values()) {
      if (range.until <= position) this.update(range, position);
      this.stale = Math.min(this.stale, range.until);
    }
  }

  private update(range: OpenRange, position: number): void {
    const { binding } = range;
    let place: VariablePlace | null = null;
    range.until = Number.POSITIVE_INFINITY;
    if (binding.constant !== null) {
      place = { kind: "constant", bits: binding.constant.bits, type: binding.constant.type, reading: binding.reading };
    } else if (binding.register !== null) {
      const found = this.allocation.locate(binding.register, position);
      if (found !== null) {
        range.until = found.until;
        if (found.location !== null) place = this.placeAt(found.location, binding);
      }
    }
    if (isSamePlace(place, range.place)) return;
    this.close(range, this.here());
    if (place !== null) Object.assign(range, { place, from: this.here() });
  }

  private close(range: OpenRange, to: Border): void {
    const { binding, from, place } = range;
    if (from !== null && place !== null) this.ranges.push({ variable: binding.variable, scope: binding.scope, from, to, place });
    range.from = null;
    range.place = null;
  }

  /** What a call may change is lost once it has begun: a caller's frame is looked up within its call. */
  private closeLostByCall(): void {
    for (const range of this.open.values()) {
      if (range.place?.kind !== "register" || SAVED_NUMBERS.has(range.place.register)) continue;
      this.close(range, this.here(1));
      range.until = 0;
      this.stale = 0;
    }
  }

  private placeAt(location: number, binding: Pick<LirBinding, "reading" | "type">): VariablePlace {
    const { reading, type } = binding;
    if (!isSlot(location)) return { kind: "register", register: dwarfRegister(location), type, reading };
    const offset = -WORD_SIZE_BYTES * (this.allocation.savedRegisters.length + location - SLOTS_FIRST + 1);
    return { kind: "frame", offset, type, reading };
  }
}

const SAVED_NUMBERS: ReadonlySet<number> = new Set(CALLEE_SAVED.map(dwarfRegister));

function isSamePlace(a: VariablePlace | null, b: VariablePlace | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type || a.reading !== b.reading) return false;
  if (a.kind === "register") return b.kind === "register" && a.register === b.register;
  if (a.kind === "frame") return b.kind === "frame" && a.offset === b.offset;
  return b.kind === "constant" && a.bits === b.bits;
}
