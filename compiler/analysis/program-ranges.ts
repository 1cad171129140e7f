// Program ranges: number ranges of all functions together: what callers pass bounds parameters, what functions return bounds the results
// of calls, what is stored into F64 fields and globals bounds what is read from them.
// Invariants: nothing bounds what code outside of the module may change: parameters of functions that assembly or a function value may
//             call, globals that assembly knows or whose address is taken, fields of packed classes.
// Requires:   the whole program. Objects are written by field.set only; raw stores into them go behind its back.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind } from "../ir/types.ts";
import { CallGraph } from "./call-graph.ts";
import { ANY_NUMBER, exactly, type Interval, intersection, isSameInterval, NOTHING, union, widened } from "./interval.ts";
import { NumberRanges } from "./number-ranges.ts";
import { anythingOf, isNumeric, type ProgramFacts } from "./range-transfer.ts";

/** How often a fact grows before it jumps to a limit. */
const EXACT_GROWTHS = 3;
const REFINING_ROUNDS = 2;

/** Facts about the program, by what they are about. */
class FactTable {
  readonly ranges = new Map<string, Interval>();

  get(key: string): Interval {
    return this.ranges.get(key) ?? NOTHING;
  }
}

export class ProgramRanges implements ProgramFacts {
  /** Functions whose callers are all direct calls in the module. */
  readonly isClosed: Uint8Array;
  private readonly module: Module;
  private readonly functions = new Map<number, NumberRanges>();
  private facts = new FactTable();
  /** While refining: what has been seen in this round. */
  private seen: FactTable | null = null;
  private readonly growths = new Map<string, number>();
  /** By fact, the functions that depend on it. */
  private readonly users = new Map<string, Set<number>>();
  private readonly pending = new Set<number>();
  private readonly openGlobals = new Set<number>();

  constructor(module: Module) {
    this.module = module;
    this.isClosed = findClosed(module);
    this.findUsers();
    this.solve();
    for (let round = 0; round < REFINING_ROUNDS; round++) this.refine();
  }

  /** Undefined for functions that are not reached, or have no body. */
  of(fn: IrFunction): NumberRanges | undefined {
    return this.functions.get(fn.index);
  }

  parameter(fn: IrFunction, index: number): Interval {
    if (this.isClosed[fn.index] === 0) return anythingOf(fn.params[index]);
    return this.facts.get(`parameter ${fn.index} ${index}`);
  }
  result(callee: IrFunction): Interval {
    return callee.blocks.length === 0 ? anythingOf(callee.result) : this.facts.get(`result ${callee.index}`);
  }
  field(index: number): Interval {
    return this.isFieldOpen(index) ? ANY_NUMBER : union(this.facts.get(`field ${index}`), exactly(0));
  }
  global(index: number): Interval {
    if (this.openGlobals.has(index)) return ANY_NUMBER;
    return union(this.facts.get(`global ${index}`), exactly(0));
  }

  /** Whether code that is not seen may store into the field. */
  isFieldOpen(index: number): boolean {
    return this.module.classes[this.module.fields[index].classIndex].isPacked;
  }
  isGlobalOpen(index: number): boolean {
    return this.openGlobals.has(index);
  }

  private findUsers(): void {
    const { module } = this;
    const uses = (key: string, user: number): void => {
      const known = this.users.get(key);
      if (known === undefined) this.users.set(key, new Set([user]));
      else known.add(user);
    };
    for (const global of module.globals) if (global.exportName !== null || global.initial !== 0n) this.openGlobals.add(global.index);
    for (const fn of module.functions) {
      for (const block of fn.blocks) {
        for (const value of block.insts) {
          const aux = fn.aux(value);
          if (fn.op(value) === Op.Call) uses(`result ${aux}`, fn.index);
          else if (fn.op(value) === Op.FieldGet) uses(`field ${aux}`, fn.index);
          else if (fn.op(value) === Op.GlobalGet) uses(`global ${aux}`, fn.index);
          else if (fn.op(value) === Op.GlobalAddress) this.openGlobals.add(aux);
        }
      }
    }
  }

  private solve(): void {
    for (const fn of this.module.functions) if (fn.blocks.length > 0 && this.isClosed[fn.index] === 0) this.pending.add(fn.index);
    for (const index of this.pending) {
      // Deleted first: what the function finds out about itself brings it back.
      this.pending.delete(index);
      const ranges = this.rangesFor(this.module.functions[index]);
      ranges.solve();
      this.report(ranges);
    }
  }

  private rangesFor(fn: IrFunction): NumberRanges {
    let ranges = this.functions.get(fn.index);
    if (ranges === undefined) {
      ranges = new NumberRanges(this.module, fn, this);
      this.functions.set(fn.index, ranges);
    }
    return ranges;
  }

  /** Once more over everything; what was too wide because something had to stop growing becomes narrower. */
  private refine(): void {
    this.seen = new FactTable();
    for (const ranges of this.functions.values()) {
      ranges.refine();
      this.report(ranges);
    }
    for (const [key, before] of this.facts.ranges) this.facts.ranges.set(key, intersection(before, this.seen.get(key)));
    this.seen = null;
  }

  /** Tells the other functions what this one passes, returns and stores. */
  private report(ranges: NumberRanges): void {
    const { fn } = ranges;
    const { module } = this;
    ranges.visit((value, _block, scope) => {
      const aux = fn.aux(value);
      switch (fn.op(value)) {
        case Op.Call: {
          const callee = module.functions[aux];
          if (callee.blocks.length === 0 || this.isClosed[aux] === 0) return;
          if (!this.functions.has(aux)) this.pending.add(aux);
          callee.params.forEach((type, index) => {
            if (isNumeric(type)) this.tell(`parameter ${aux} ${index}`, scope.rangeOf(fn.operand(value, index)), aux);
          });
          return;
        }
        case Op.Return:
          if (isNumeric(fn.result)) this.tell(`result ${fn.index}`, scope.rangeOf(fn.operand(value, 0)));
          return;
        case Op.FieldSet:
          if (module.fields[aux].kind === MemoryKind.F64) this.tell(`field ${aux}`, scope.rangeOf(fn.operand(value, 1)));
          return;
        case Op.GlobalSet:
          if (module.globals[aux].kind === MemoryKind.F64) this.tell(`global ${aux}`, scope.rangeOf(fn.operand(value, 0)));
          return;
      }
    });
  }

  private tell(key: string, range: Interval, user?: number): void {
    const table = this.seen ?? this.facts;
    const before = table.get(key);
    const joined = union(before, range);
    if (isSameInterval(before, joined)) return;
    if (this.seen !== null) {
      table.ranges.set(key, joined);
      return;
    }
    const growths = (this.growths.get(key) ?? 0) + 1;
    this.growths.set(key, growths);
    table.ranges.set(key, growths > EXACT_GROWTHS ? widened(before, joined) : joined);
    if (user !== undefined) this.pending.add(user);
    for (const index of this.users.get(key) ?? []) if (this.functions.has(index)) this.pending.add(index);
  }
}

/** By function index: 1 where only direct calls lead there. */
function findClosed(module: Module): Uint8Array {
  const graph = new CallGraph(module);
  const isClosed = new Uint8Array(module.functions.length).fill(1);
  for (const fn of module.functions) if (fn.exportName !== null || fn.blocks.length === 0) isClosed[fn.index] = 0;
  for (const index of graph.addressTaken) isClosed[index] = 0;
  for (const { caller, call, targets } of graph.sites.flat()) {
    if (caller.op(call) !== Op.Call) for (const target of targets) isClosed[target] = 0;
  }
  return isClosed;
}
