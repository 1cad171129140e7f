// Inlining: puts the bodies of small functions, of functions called once, and of those marked @inline in place of calls.
// Requires:    no unreachable blocks.
// Establishes: nothing for recursive functions, for those marked @noinline, for module initialisers, or where a frame of its own matters.
// Order:       callees before callers, so that what is put in place is final.
// Positions:   an instruction keeps its own, in a scope that tells whose code it is and where that was called: backtraces show both.

import { CallGraph } from "../analysis/call-graph.ts";
import { orderBlocks, Replacements } from "../ir/blocks.ts";
import { type Block, type IrFunction, NO_POSITION, type Value } from "../ir/function.ts";
import { intrinsicIndexByName } from "../ir/intrinsics.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";

/** Instructions up to which a body costs hardly more than its call. */
const SMALL_SIZE = 16;
/** Up to which the only call of a function is replaced by its body. */
const CALLED_ONCE_SIZE = 200;
/** From which a caller takes nothing more, but what is marked @inline. */
const CALLER_SIZE_MAX = 2000;

const ownFrame: ReadonlySet<number | undefined> = new Set(["framePointer", "stackPointer"].map((name) => intrinsicIndexByName.get(name)));

export function inlineCalls(module: Module): void {
  const graph = new CallGraph(module);
  const uses = countUses(graph);
  const components = graph.components();
  const recursive = new Set(
    components.flatMap((component) => (component.length > 1 || graph.callees(component[0]).has(component[0]) ? component : [])),
  );
  const bodies = new Map<number, BodyFacts>();
  for (const index of components.flat()) {
    const caller = module.functions[index];
    if (caller.blocks.length > 0) new Inliner(module, caller, uses, recursive, bodies).run();
  }
}

/** By function: how many direct calls there are; infinite for those reached in other ways. */
function countUses(graph: CallGraph): Map<number, number> {
  const uses = new Map<number, number>();
  for (const index of graph.addressTaken) uses.set(index, Number.POSITIVE_INFINITY);
  for (const sites of graph.sites) {
    for (const { caller, call, targets } of sites) {
      const cost = caller.op(call) === Op.Call ? 1 : Number.POSITIVE_INFINITY;
      for (const target of targets) uses.set(target, (uses.get(target) ?? 0) + cost);
    }
  }
  return uses;
}

function sizeOf(fn: IrFunction): number {
  return fn.blocks.reduce((size, block) => size + block.insts.filter((value) => isCounted(fn, value)).length, 0);
}
/** Constants and jumps cost next to nothing. */
function isCounted(fn: IrFunction, value: Value): boolean {
  return fn.op(value) !== Op.Constant && fn.op(value) !== Op.Jump && fn.op(value) !== Op.Nop;
}

/** What callers want to know of a body that changes no more. */
interface BodyFacts {
  readonly size: number;
  readonly hasOwnFrame: boolean;
}

class Inliner {
  private readonly module: Module;
  private readonly caller: IrFunction;
  private readonly uses: ReadonlyMap<number, number>;
  private readonly recursive: ReadonlySet<number>;
  /** By function; of those that were visited before. */
  private readonly bodies: Map<number, BodyFacts>;
  private readonly replacements = new Replacements();
  private size: number;

  constructor(
    module: Module,
    caller: IrFunction,
    uses: ReadonlyMap<number, number>,
    recursive: ReadonlySet<number>,
    bodies: Map<number, BodyFacts>,
  ) {
    this.module = module;
    this.caller = caller;
    this.uses = uses;
    this.recursive = recursive;
    this.bodies = bodies;
    this.size = sizeOf(caller);
  }

  run(): void {
    // Blocks that are appended, the rests of split ones, come up in the same loop; bodies put in place hold no calls to look at again.
    for (let id = 0; id < this.caller.blocks.length; id++) this.visit(this.caller.blocks[id]);
    if (this.replacements.size === 0 && this.inlined.size === 0) return;
    this.replacements.apply(this.caller);
    orderBlocks(this.caller);
  }

  /** Ids of blocks that came from callees. */
  private readonly inlined = new Set<number>();

  private visit(block: Block): void {
    if (this.inlined.has(block.id)) return;
    for (let place = 0; place < block.insts.length; place++) {
      const call = block.insts[place];
      if (this.caller.op(call) !== Op.Call) continue;
      const callee = this.module.functions[this.caller.aux(call)];
      if (!this.isWanted(callee, block)) continue;
      this.size += this.factsOf(callee).size;
      if (!isStraight(callee)) return this.inline(block, place, callee);
      // Behind the last instruction of the body, which holds no calls to look at again.
      place += this.inlineStraight(block, place, callee) - 1;
    }
  }

  private isWanted(callee: IrFunction, block: Block): boolean {
    if (callee.blocks.length === 0 || callee.inlining === "never" || this.recursive.has(callee.index)) return false;
    if (callee.isNoReturn || callee.isInitializer || this.factsOf(callee).hasOwnFrame) return false;
    if (callee.inlining === "always") return true;
    if (block.isCold || this.size > CALLER_SIZE_MAX) return false;
    const { size } = this.factsOf(callee);
    const isCalledOnce = callee.exportName === null && this.uses.get(callee.index) === 1;
    return size <= SMALL_SIZE || (isCalledOnce && size <= CALLED_ONCE_SIZE);
  }

  private factsOf(callee: IrFunction): BodyFacts {
    let facts = this.bodies.get(callee.index);
    if (facts === undefined) {
      facts = { size: sizeOf(callee), hasOwnFrame: hasOwnFrame(callee) };
      this.bodies.set(callee.index, facts);
    }
    return facts;
  }

  /** Puts a body of one block between the instructions around the call. Result: how many instructions it has. */
  private inlineStraight(block: Block, place: number, callee: IrFunction): number {
    const { caller } = this;
    const call = block.insts[place];
    const { insts, results } = new BodyCopy(this.module, caller, callee, caller.position(call), block.isCold).copyStraight(
      caller.operands(call),
      block.insts[place + 1],
    );
    if (callee.result !== ValueType.Void) this.replacements.set(call, results[0]);
    caller.variables.moveTo(call, insts.length > 0 ? insts[0] : block.insts[place + 1]);
    block.insts = [...block.insts.slice(0, place), ...insts, ...block.insts.slice(place + 1)];
    return insts.length;
  }

  /** Splits the block at the call: it goes on as the body does, and what follows goes to a new block, whose parameter is the result. */
  private inline(block: Block, place: number, callee: IrFunction): void {
    const { caller } = this;
    const call = block.insts[place];
    const rest = caller.addBlock();
    rest.insts = block.insts.slice(place + 1);
    rest.edges = block.edges;
    rest.cases = block.cases;
    rest.isCold = block.isCold;
    const position = caller.position(call);
    if (callee.result !== ValueType.Void) this.replacements.set(call, caller.addParameter(rest, callee.result, position));
    const entry = new BodyCopy(this.module, caller, callee, position, block.isCold).copy(caller.operands(call), rest, (id) =>
      this.inlined.add(id),
    );
    caller.variables.moveTo(call, entry.insts[0]);
    block.insts = [...block.insts.slice(0, place), ...entry.insts];
    block.edges = entry.edges;
    block.cases = entry.cases;
  }
}

function hasOwnFrame(fn: IrFunction): boolean {
  return fn.blocks.some((block) => block.insts.some((value) => fn.op(value) === Op.Intrinsic && ownFrame.has(fn.aux(value))));
}

function isStraight(fn: IrFunction): boolean {
  return fn.blocks.length === 1 && fn.op(fn.terminator(fn.blocks[0])) === Op.Return;
}

/** Copies one function's blocks into another. */
class BodyCopy {
  private readonly module: Module;
  private readonly caller: IrFunction;
  private readonly callee: IrFunction;
  private readonly position: number;
  private readonly scope: number;
  private readonly isCold: boolean;
  /** By value of the callee; 0 for what is not copied yet. */
  private readonly copies: Int32Array;

  constructor(module: Module, caller: IrFunction, callee: IrFunction, position: number, isCold: boolean) {
    this.module = module;
    this.caller = caller;
    this.callee = callee;
    this.position = position;
    this.scope = module.internScope(callee.name, position);
    this.isCold = isCold;
    this.copies = new Int32Array(callee.instCount);
  }

  /** Returns become jumps to `rest`. Result: the entry's instructions and edges, for the block that the call was in. */
  copy(args: readonly Value[], rest: Block, onBlock: (id: number) => void): Pick<Block, "insts" | "edges" | "cases"> {
    const { callee, caller } = this;
    const first = caller.blocks.length;
    this.passArguments(args);
    for (const block of callee.blocks) {
      const copy = caller.addBlock();
      copy.isCold = block.isCold || this.isCold;
      onBlock(copy.id);
      if (block.id !== 0)
        for (const value of block.params) this.copies[value] = caller.addParameter(copy, callee.type(value), this.positionOf(value));
    }
    // Definitions first: a use may stand in a block before that of its definition.
    for (const block of callee.blocks) for (const value of block.insts) this.define(value);
    for (const block of callee.blocks) this.fill(block, caller.blocks[first + block.id], first, rest);
    const { insts, edges, cases } = caller.blocks[first];
    // Not reached: nothing leads to the entry of a body.
    Object.assign(caller.blocks[first], { insts: [], edges: [], cases: [] });
    return { insts, edges, cases };
  }

  /** Of a body of one block. Result: all but the return, and what it returned. Variables that are known there are known before `next`. */
  copyStraight(args: readonly Value[], next: Value): { readonly insts: Value[]; readonly results: readonly Value[] } {
    const { callee, caller } = this;
    this.passArguments(args);
    const [{ insts }] = callee.blocks;
    for (const value of insts) this.define(value);
    for (const value of insts) this.use(value);
    const copies = insts.map((value) => this.copyOf(value));
    const last = copies.pop() ?? 0;
    caller.variables.moveTo(last, next);
    return { insts: copies, results: caller.operands(last) };
  }

  private passArguments(args: readonly Value[]): void {
    for (const [index, parameter] of this.callee.blocks[0].params.entries()) this.copies[parameter] = args[index];
  }

  private define(value: Value): void {
    const { callee, caller } = this;
    const copy = caller.create(callee.op(value), callee.type(value), [], callee.aux(value), this.positionOf(value));
    caller.copyImmediate(copy, callee, value);
    this.copies[value] = copy;
  }

  private use(value: Value): void {
    const operands = this.callee.operands(value);
    for (let index = 0; index < operands.length; index++) operands[index] = this.copies[operands[index]];
    if (operands.length > 0) this.caller.setOperands(this.copyOf(value), operands);
    if (!this.callee.variables.isEmpty) this.copyBindings(value);
  }

  private fill(block: Block, copy: Block, first: number, rest: Block): void {
    const { callee, caller } = this;
    copy.insts = block.insts.map((value) => this.copyOf(value));
    for (const value of block.insts) this.use(value);
    copy.edges = block.edges.map((edge) => ({ target: first + edge.target, args: edge.args.map((argument) => this.copyOf(argument)) }));
    copy.cases = [...block.cases];
    const last = callee.terminator(block);
    if (callee.op(last) !== Op.Return) return;
    const args = callee.operands(last).map((operand) => this.copyOf(operand));
    caller.replace(this.copyOf(last), Op.Jump, ValueType.Void, []);
    copy.edges = [{ target: rest.id, args }];
  }

  /** The callee's variables become variables of the inlined body. */
  private copyBindings(inst: Value): void {
    for (const binding of this.callee.variables.at(inst)) {
      const scope = this.module.scopeWithin(binding.scope, this.scope);
      const { variable, reading, position, isMerge, constant } = binding;
      const value = this.boundCopy(binding.value);
      this.caller.variables.add(this.copyOf(inst), { variable, scope, value, reading, position, isMerge, constant });
    }
  }

  /** Constants that variables have may be in no block. */
  private boundCopy(value: Value): Value {
    if (this.copies[value] === 0 && (this.callee.op(value) === Op.Constant || this.callee.op(value) === Op.StringConstant))
      this.define(value);
    return this.copies[value];
  }

  private copyOf(value: Value): Value {
    return this.copies[value];
  }

  /** What has no line of its own is there because of the call. */
  private positionOf(value: Value): number {
    const position = this.callee.position(value);
    return position === NO_POSITION ? this.position : this.module.positionWithin(position, this.scope);
  }
}
