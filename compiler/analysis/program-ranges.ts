// Program ranges: number ranges of all functions together: what callers pass bounds parameters, what functions return bounds the results
// of calls, what is stored into F64 fields and globals bounds what is read from them.
// Invariants: nothing bounds what code outside of the module may change: parameters of functions that assembly or a function value may
//             call, globals that assembly knows or whose address is taken, fields of packed classes.
// Method:     only functions that have a say in some f64 number are looked at; once facts grow no more, those with loops and those whose
//             facts have become narrower are looked at again.
// Requires:   the whole program. Objects are written by field.set only; raw stores into them go behind its back.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind } from "../ir/types.ts";
import { CallGraph } from "./call-graph.ts";
import { ANY_NUMBER, exactly, type Interval, intersection, isSameInterval, NOTHING, union, widened } from "./interval.ts";
import { findContributors, findNumberFunctions } from "./number-functions.ts";
import { NumberRanges, type Visitor } from "./number-ranges.ts";
import { anythingOf, isNumeric, type ProgramFacts } from "./range-transfer.ts";

/** How often a fact grows before it jumps to a limit. */
const EXACT_GROWTHS = 3;
const REFINING_ROUNDS = 2;

/** Numbers for the facts about the program, one after the other: parameters by function, results, fields, globals. */
class FactNumbers {
  readonly count: number;
  private readonly parameters: Int32Array;
  private readonly results: number;
  private readonly fields: number;
  private readonly globals: number;

  constructor(module: Module) {
    let next = 0;
    this.parameters = new Int32Array(module.functions.length);
    for (const fn of module.functions) {
      this.parameters[fn.index] = next;
      next += fn.params.length;
    }
    this.results = next;
    this.fields = this.results + module.functions.length;
    this.globals = this.fields + module.fields.length;
    this.count = this.globals + module.globals.length;
  }

  parameter(functionIndex: number, index: number): number {
    return this.parameters[functionIndex] + index;
  }
  result(functionIndex: number): number {
    return this.results + functionIndex;
  }
  field(index: number): number {
    return this.fields + index;
  }
  global(index: number): number {
    return this.globals + index;
  }
}

/** What a function tells about a fact, and which function has to know besides those that read it. */
interface Report {
  readonly fact: number;
  readonly range: Interval;
  readonly reader: number;
}

export class ProgramRanges implements ProgramFacts {
  /** Functions whose callers are all direct calls in the module. */
  readonly isClosed: Uint8Array;
  /** By function: 1 where some value is an f64. */
  readonly hasNumbers: Uint8Array;
  private readonly module: Module;
  private readonly functions = new Map<number, NumberRanges>();
  /** By function: 1 where its ranges are worth knowing. */
  private readonly isContributor: Uint8Array;
  private readonly numbers: FactNumbers;
  /** By fact. */
  private facts: Interval[];
  private readonly growths: Uint8Array;
  /** By fact, the functions that depend on it. */
  private readonly readers: (Set<number> | undefined)[];
  /** By function, what it has told when it was last looked at. */
  private readonly reports = new Map<number, readonly Report[]>();
  private readonly pending = new Set<number>();
  private readonly openGlobals = new Set<number>();

  constructor(module: Module) {
    this.module = module;
    const graph = new CallGraph(module);
    this.isClosed = findClosed(module, graph);
    this.hasNumbers = findNumberFunctions(module);
    this.isContributor = findContributors(module, graph, this.hasNumbers);
    this.numbers = new FactNumbers(module);
    this.facts = new Array<Interval>(this.numbers.count).fill(NOTHING);
    this.growths = new Uint8Array(this.numbers.count);
    this.readers = new Array<Set<number> | undefined>(this.numbers.count);
    this.findReaders();
    this.solve();
    this.refine();
  }

  /** Undefined for functions that are not reached, have no body, or no say in any f64 number. */
  of(fn: IrFunction): NumberRanges | undefined {
    return this.functions.get(fn.index);
  }

  parameter(fn: IrFunction, index: number): Interval {
    if (this.isClosed[fn.index] === 0) return anythingOf(fn.params[index]);
    return this.facts[this.numbers.parameter(fn.index, index)];
  }
  result(callee: IrFunction): Interval {
    return this.isContributor[callee.index] === 0 ? anythingOf(callee.result) : this.facts[this.numbers.result(callee.index)];
  }
  field(index: number): Interval {
    return this.isFieldOpen(index) ? ANY_NUMBER : union(this.facts[this.numbers.field(index)], exactly(0));
  }
  global(index: number): Interval {
    if (this.openGlobals.has(index)) return ANY_NUMBER;
    return union(this.facts[this.numbers.global(index)], exactly(0));
  }

  /** Whether code that is not seen may store into the field. */
  isFieldOpen(index: number): boolean {
    return this.module.classes[this.module.fields[index].classIndex].isPacked;
  }
  isGlobalOpen(index: number): boolean {
    return this.openGlobals.has(index);
  }

  private findReaders(): void {
    const { module, numbers } = this;
    for (const global of module.globals) if (global.exportName !== null || global.initial !== 0n) this.openGlobals.add(global.index);
    for (const fn of module.functions) {
      for (const block of fn.blocks) {
        for (const value of block.insts) {
          const aux = fn.aux(value);
          if (fn.op(value) === Op.GlobalAddress) this.openGlobals.add(aux);
          else if (this.isContributor[fn.index] === 0) continue;
          else if (fn.op(value) === Op.Call) this.addReader(numbers.result(aux), fn.index);
          else if (fn.op(value) === Op.FieldGet) this.addReader(numbers.field(aux), fn.index);
          else if (fn.op(value) === Op.GlobalGet) this.addReader(numbers.global(aux), fn.index);
        }
      }
    }
  }

  private addReader(fact: number, reader: number): void {
    const known = this.readers[fact];
    if (known === undefined) this.readers[fact] = new Set([reader]);
    else known.add(reader);
  }

  private solve(): void {
    for (const fn of this.module.functions) {
      // Whoever passes numbers to it makes it known; one that gets none may be called by functions that are not looked at.
      const isRoot = this.isClosed[fn.index] === 0 || !fn.params.some(isNumeric);
      if (isRoot && this.isContributor[fn.index] !== 0) this.pending.add(fn.index);
    }
    for (const index of this.pending) {
      // Deleted first: what the function finds out about itself brings it back.
      this.pending.delete(index);
      const ranges = this.rangesFor(this.module.functions[index]);
      const reports: Report[] = [];
      ranges.solve(this.reporter(ranges.fn, reports));
      this.reports.set(index, reports);
      for (const report of reports) this.grow(report);
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

  /**
   * A few times over what was too wide because something had to stop growing: first the functions with loops, then those that read what
   * became narrower.
   */
  private refine(): void {
    let stale: ReadonlySet<number> = new Set([...this.functions].filter(([, ranges]) => ranges.hasLoop).map(([index]) => index));
    for (let round = 0; round < REFINING_ROUNDS && stale.size > 0; round++) {
      for (const index of stale) {
        const ranges = this.functions.get(index);
        if (ranges === undefined) continue;
        const reports: Report[] = [];
        ranges.refine(this.reporter(ranges.fn, reports));
        this.reports.set(index, reports);
      }
      stale = this.narrowFacts();
    }
  }

  /** Cuts the facts to what is told now. Result: the functions for which one became narrower. */
  private narrowFacts(): Set<number> {
    const seen = new Array<Interval>(this.numbers.count).fill(NOTHING);
    const readerOf = new Map<number, number>();
    for (const reports of this.reports.values()) {
      for (const { fact, range, reader } of reports) {
        seen[fact] = union(seen[fact], range);
        if (reader >= 0) readerOf.set(fact, reader);
      }
    }
    const stale = new Set<number>();
    this.facts = this.facts.map((before, fact) => {
      const after = intersection(before, seen[fact]);
      if (isSameInterval(before, after)) return before;
      for (const reader of this.readers[fact] ?? []) stale.add(reader);
      const callee = readerOf.get(fact);
      if (callee !== undefined) stale.add(callee);
      return after;
    });
    return stale;
  }

  /** Gathers what the function passes, returns and stores. */
  private reporter(fn: IrFunction, reports: Report[]): Visitor {
    const { module, numbers } = this;
    const tell = (fact: number, range: Interval, reader = -1): void => {
      reports.push({ fact, range, reader });
    };
    return (value, _block, scope) => {
      const aux = fn.aux(value);
      switch (fn.op(value)) {
        case Op.Call: {
          if (this.isContributor[aux] === 0 || this.isClosed[aux] === 0) return;
          module.functions[aux].params.forEach((type, index) => {
            if (isNumeric(type)) tell(numbers.parameter(aux, index), scope.rangeOf(fn.operand(value, index)), aux);
          });
          return;
        }
        case Op.Return:
          if (isNumeric(fn.result)) tell(numbers.result(fn.index), scope.rangeOf(fn.operand(value, 0)));
          return;
        case Op.FieldSet:
          if (module.fields[aux].kind === MemoryKind.F64) tell(numbers.field(aux), scope.rangeOf(fn.operand(value, 1)));
          return;
        case Op.GlobalSet:
          if (module.globals[aux].kind === MemoryKind.F64) tell(numbers.global(aux), scope.rangeOf(fn.operand(value, 0)));
          return;
      }
    };
  }

  private grow({ fact, range, reader }: Report): void {
    if (reader >= 0 && !this.functions.has(reader)) this.pending.add(reader);
    const before = this.facts[fact];
    const joined = union(before, range);
    if (isSameInterval(before, joined)) return;
    this.growths[fact] = Math.min(this.growths[fact] + 1, EXACT_GROWTHS + 1);
    this.facts[fact] = this.growths[fact] > EXACT_GROWTHS ? widened(before, joined) : joined;
    if (reader >= 0) this.pending.add(reader);
    for (const index of this.readers[fact] ?? []) if (this.functions.has(index)) this.pending.add(index);
  }
}

/** By function index: 1 where only direct calls lead there. */
function findClosed(module: Module, graph: CallGraph): Uint8Array {
  const isClosed = new Uint8Array(module.functions.length).fill(1);
  for (const fn of module.functions) if (fn.exportName !== null || fn.blocks.length === 0) isClosed[fn.index] = 0;
  for (const index of graph.addressTaken) isClosed[index] = 0;
  for (const { caller, call, targets } of graph.sites.flat()) {
    if (caller.op(call) !== Op.Call) for (const target of targets) isClosed[target] = 0;
  }
  return isClosed;
}
