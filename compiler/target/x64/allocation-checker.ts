// Allocation checker: follows through allocated code which values each register and slot holds, and compares with what the source reads.
// Knows nothing of how an allocator works: a mistake in liveness, splitting, moves or slots shows as a wrong value at a use.
//
//   a state maps each location to the registers of the source (virtual or physical) whose current values it holds
//   a use of v in location l demands that l holds v; a definition of v in l makes l hold v alone, and every other place forget v

import type { BlockId } from "../../ir/function.ts";
import { ADDED, type Allocation } from "./allocation.ts";
import { type InstIndex, type LirFunction, lirOrder } from "./lir.ts";
import type { MemoryOperand, Operand } from "./operands.ts";
import { PHYSICAL_REGISTER_COUNT, RBP, type Register, RSP, registerName } from "./registers.ts";

/** A physical register, or SLOT_PLACES - displacement of a slot. */
type Place = number;
const SLOT_PLACES = 1000;
type State = Map<Place, ReadonlySet<Register>>;
const NOTHING: ReadonlySet<Register> = new Set();

/** What is wrong with the allocation, as messages that name block and inst; none if every use reads the value that the source means. */
export function checkAllocation(allocation: Allocation): string[] {
  const checker = new Checker(allocation);
  checker.run();
  return [...checker.messages];
}

function isIgnored(register: Register): boolean {
  return register === RSP || register === RBP;
}

class Checker {
  readonly messages = new Set<string>();
  private readonly source: LirFunction;
  private readonly code: LirFunction;
  private readonly origins: readonly number[];
  private readonly states: (State | undefined)[];
  private readonly isToVisit: boolean[];
  private state: State = new Map();
  private stack: ReadonlySet<Register>[] = [];

  constructor(allocation: Allocation) {
    this.source = allocation.source;
    this.code = allocation.code;
    this.origins = allocation.origins;
    this.states = this.source.blocks.map(() => undefined);
    this.isToVisit = this.source.blocks.map(() => false);
  }

  run(): void {
    const order = lirOrder(this.source);
    for (const id of order) this.checkOrigins(id);
    if (this.messages.size > 0) return;
    this.states[0] = this.entryState();
    this.isToVisit[0] = true;
    // States only lose values: what was missing once stays so, and a block is gone through again only for less.
    while (this.isToVisit.includes(true)) for (const id of order) if (this.isToVisit[id]) this.visitBlock(id);
  }

  private entryState(): State {
    const state: State = new Map();
    for (let register = 0; register < PHYSICAL_REGISTER_COUNT; register++) state.set(register, new Set([register]));
    return state;
  }

  /** Every source inst must be there, in order. */
  private checkOrigins(id: BlockId): void {
    const kept = this.code.blocks[id].insts.map((inst) => this.origins[inst]).filter((origin) => origin !== ADDED);
    const wanted = this.source.blocks[id].insts;
    const isSame = kept.length === wanted.length && kept.every((origin, index) => origin === wanted[index]);
    if (!isSame) this.messages.add(`b${id}: the insts are not those of the source`);
  }

  /** Runs through a block and joins the result into its successors. */
  private visitBlock(id: BlockId): void {
    this.isToVisit[id] = false;
    this.state = new Map(this.states[id]);
    this.stack = [];
    for (const inst of this.code.blocks[id].insts) {
      if (this.origins[inst] === ADDED) this.runMove(inst);
      else this.runInst(id, inst, this.origins[inst]);
    }
    for (const edge of this.source.blocks[id].edges) {
      const state = this.passArguments(edge.args, this.source.blocks[edge.target].params);
      if (this.join(edge.target, state)) this.isToVisit[edge.target] = true;
    }
  }

  private passArguments(args: readonly Register[], params: readonly Register[]): State {
    if (params.length === 0) return new Map(this.state);
    const state: State = new Map();
    for (const [place, values] of this.state) {
      const isTouched = args.some((arg) => values.has(arg)) || params.some((param) => values.has(param));
      state.set(place, isTouched ? renamed(values, args, params) : values);
    }
    return state;
  }

  /** Whether the state before the block has changed. */
  private join(target: BlockId, state: State): boolean {
    const old = this.states[target];
    if (old === undefined) {
      this.states[target] = state;
      return true;
    }
    let isChanged = false;
    for (const [place, values] of old) {
      const other = state.get(place) ?? NOTHING;
      if (values === other || isSubset(values, other)) continue;
      old.set(place, new Set([...values].filter((value) => other.has(value))));
      isChanged = true;
    }
    return isChanged;
  }

  private placeOf(operand: Operand): Place | undefined {
    if (operand.kind === "reg") return operand.reg;
    return operand.kind === "mem" && isSlotOperand(operand) ? SLOT_PLACES - operand.displacement : undefined;
  }

  private holds(place: Place | undefined): ReadonlySet<Register> {
    return (place === undefined ? undefined : this.state.get(place)) ?? NOTHING;
  }

  private runMove(inst: InstIndex): void {
    const [target, moved] = this.code.operands[inst].map((operand) => this.placeOf(operand));
    switch (this.code.specs[inst].name) {
      case "push":
        this.stack.push(this.holds(target));
        return;
      case "pop":
        if (target !== undefined) this.state.set(target, this.stack.pop() ?? NOTHING);
        return;
      case "xchg64": {
        const values = this.holds(target);
        if (target !== undefined) this.state.set(target, this.holds(moved));
        if (moved !== undefined) this.state.set(moved, values);
        return;
      }
      default:
        if (target !== undefined) this.state.set(target, this.holds(moved));
    }
  }

  private runInst(block: BlockId, inst: InstIndex, origin: InstIndex): void {
    const spec = this.source.specs[origin];
    const wanted = this.source.operands[origin];
    const given = this.code.operands[inst];
    const complain = (register: Register, place: string): void => {
      this.messages.add(`b${block}, inst ${origin} (${spec.name}): ${registerName(register)} is not in ${place}`);
    };
    const demand = (register: Register | undefined, place: Place | undefined): void => {
      if (register === undefined || isIgnored(register) || this.holds(place).has(register)) return;
      complain(register, place === undefined ? "any place" : place < SLOT_PLACES ? registerName(place) : `[rbp - ${place - SLOT_PLACES}]`);
    };
    wanted.forEach((operand, index) => {
      const actual = given[index];
      if (operand.kind === "reg" && spec.roles[index] !== "def") demand(operand.reg, this.placeOf(actual));
      if (operand.kind === "mem" && actual.kind === "mem") {
        demand(operand.base, actual.base);
        demand(operand.index, actual.index);
      }
    });
    if (spec.usesAreLate === true) {
      for (const operand of given)
        if (operand.kind === "reg" && spec.implicitDefs.includes(operand.reg)) complain(operand.reg, "a register that lasts");
    }
    for (const register of [...spec.implicitUses, ...(this.source.implicitUses[origin] ?? [])]) demand(register, register);
    const copied = spec.isCopy === true ? this.holds(this.placeOf(given[1])) : NOTHING;
    for (const register of spec.implicitDefs) this.define(register, register, NOTHING);
    wanted.forEach((operand, index) => {
      if (operand.kind !== "reg" || spec.roles[index] === "use") return;
      const place = this.placeOf(given[index]);
      if (place !== undefined) this.define(operand.reg, place, copied);
      else complain(operand.reg, "a register or slot");
    });
  }

  /** The register gets a new value, found in this place only; the place holds `also` too if that is a copy. */
  private define(register: Register, place: Place, also: ReadonlySet<Register>): void {
    if (isIgnored(register)) return;
    for (const [other, values] of this.state) {
      if (other === place || !values.has(register)) continue;
      const left = new Set(values);
      left.delete(register);
      this.state.set(other, left);
    }
    this.state.set(place, new Set(also).add(register));
  }
}

function isSubset(values: ReadonlySet<Register>, others: ReadonlySet<Register>): boolean {
  for (const value of values) if (!others.has(value)) return false;
  return true;
}

/** What a place holds once the arguments are known by the parameters' names, too. */
function renamed(values: ReadonlySet<Register>, args: readonly Register[], params: readonly Register[]): ReadonlySet<Register> {
  const passed = new Set([...values].filter((value) => !params.includes(value)));
  args.forEach((arg, index) => {
    if (values.has(arg)) passed.add(params[index]);
  });
  return passed;
}

function isSlotOperand(operand: MemoryOperand): boolean {
  return operand.base === RBP && operand.index === undefined && operand.displacement < 0;
}
