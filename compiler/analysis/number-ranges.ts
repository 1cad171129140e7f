// Number ranges: the interval of every number in one function, given what the rest of the program passes in.
// Method:     walks down the dominator tree, each branch and check narrowing what is below it; what the edges bring to block parameters is
//             joined until nothing grows, with jumps to a few limits around loops, and then made narrower again in a few rounds.
// Invariants: the state is never too narrow once solve() has returned; refine() keeps that.

import { DominatorTree, predecessors } from "../ir/control-flow.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { type Interval, intersection, isNothing, isSameInterval, NOTHING, union, widened } from "./interval.ts";
import { RangeScope } from "./range-scope.ts";
import { anythingOf, isNumeric, type ProgramFacts, RangeTransfer } from "./range-transfer.ts";

/** How often a parameter grows around a loop before it jumps to a limit. */
const EXACT_GROWTHS = 2;
const REFINING_ROUNDS = 3;

/** Called before each instruction, while ranges are those of that point. */
export type Visitor = (value: Value, block: Block, scope: RangeScope) => void;

export class NumberRanges {
  readonly fn: IrFunction;
  private readonly facts: ProgramFacts;
  private readonly transfer: RangeTransfer;
  private readonly scope: RangeScope;
  private readonly tree: DominatorTree;
  private readonly preds: readonly BlockId[][];
  /** By block parameter. */
  private readonly params = new Map<Value, Interval>();
  /** Of the round going on: what the edges have brought. */
  private brought = new Map<Value, Interval>();
  private readonly growths = new Map<Value, number>();
  private isReached: Uint8Array;
  /** Of the round before, when refining. */
  private mayBeReached: Uint8Array;
  private readonly isVisited: Uint8Array;
  /** Whether an edge leads to the block from one that comes later. */
  private readonly hasBackEdge: Uint8Array;
  private isAgain = false;
  private isRefining = false;
  private readonly rangeOf = (operand: Value): Interval => this.scope.rangeOf(operand);

  constructor(module: Module, fn: IrFunction, facts: ProgramFacts) {
    this.fn = fn;
    this.facts = facts;
    this.transfer = new RangeTransfer(module, fn, facts);
    this.scope = new RangeScope(fn, this.transfer);
    this.tree = new DominatorTree(fn);
    this.preds = predecessors(fn);
    this.isReached = new Uint8Array(fn.blocks.length);
    this.mayBeReached = this.isReached;
    this.isVisited = new Uint8Array(fn.blocks.length);
    this.hasBackEdge = this.findBackEdges();
  }

  private findBackEdges(): Uint8Array {
    const rank = new Int32Array(this.fn.blocks.length);
    this.tree.order.forEach((id, place) => {
      rank[id] = place;
    });
    const result = new Uint8Array(this.fn.blocks.length);
    for (const id of this.tree.order) {
      for (const { target } of this.fn.blocks[id].edges) if (rank[target] <= rank[id]) result[target] = 1;
    }
    return result;
  }

  /** Whether some block comes before one that leads to it. Without a loop one walk finds all there is. */
  get hasLoop(): boolean {
    return this.hasBackEdge.includes(1);
  }

  /**
   * Grows the state until it covers what the facts allow now, and visits all reached instructions with it. May be called again when the
   * facts have grown.
   */
  solve(visitor: Visitor): void {
    if (!this.hasLoop) return this.round(visitor);
    do {
      this.isAgain = false;
      this.round();
    } while (this.isAgain);
    this.visit(visitor);
  }

  /** Makes the state narrower by what the facts say now, and visits all reached instructions with it. Requires: it covers them. */
  refine(visitor: Visitor): void {
    if (!this.hasLoop) {
      this.narrowingRound(visitor);
      return;
    }
    for (let round = 0; round < REFINING_ROUNDS && this.narrowingRound(); round++);
    this.visit(visitor);
  }

  /** Cuts the parameters to what the edges bring. Result: whether that changed one. */
  private narrowingRound(visitor?: Visitor): boolean {
    this.mayBeReached = this.isReached;
    this.isReached = new Uint8Array(this.isReached.length);
    this.refiningRound(visitor);
    let isChanged = false;
    for (const [parameter, range] of this.params) {
      const cut = intersection(range, this.brought.get(parameter) ?? NOTHING);
      if (isSameInterval(range, cut)) continue;
      this.params.set(parameter, cut);
      isChanged = true;
    }
    return isChanged;
  }

  /** Goes over all reached instructions once, with the ranges as they are. */
  visit(visitor: Visitor): void {
    this.mayBeReached = this.isReached;
    this.refiningRound(visitor);
  }

  private refiningRound(visitor?: Visitor): void {
    this.brought = new Map();
    this.isRefining = true;
    this.round(visitor);
    this.isRefining = false;
  }

  /** Where the value is defined; nothing where that is not reached. */
  of(value: Value): Interval {
    return isNumeric(this.fn.type(value)) ? this.scope.atDefinition(value) : anythingOf(this.fn.type(value));
  }

  private round(visitor?: Visitor): void {
    const { fn, tree, scope } = this;
    this.isVisited.fill(0);
    this.isReached[0] = 1;
    const pending: { id: BlockId; mark: number }[] = [{ id: 0, mark: -1 }];
    for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
      if (step.mark >= 0) {
        scope.backTo(step.mark);
        continue;
      }
      pending.push({ id: step.id, mark: scope.mark() });
      this.visitBlock(fn.blocks[step.id], visitor);
      const children = tree.children[step.id];
      for (let index = children.length - 1; index >= 0; index--) pending.push({ id: children[index], mark: -1 });
    }
  }

  private visitBlock(block: Block, visitor?: Visitor): void {
    const { fn, scope } = this;
    this.isVisited[block.id] = 1;
    // The edge that reaches a loop's header may be one that comes later.
    const isHeader = this.isRefining && this.hasBackEdge[block.id] !== 0 && this.mayBeReached[block.id] !== 0;
    if (this.isReached[block.id] === 0 && !isHeader) scope.contradict();
    this.enterByBranch(block);
    for (let index = 0; index < block.params.length; index++) {
      const parameter = block.params[index];
      if (isNumeric(fn.type(parameter))) scope.define(parameter, this.entering(block, parameter, index));
    }
    for (const value of block.insts) {
      if (scope.isFeasible) visitor?.(value, block, scope);
      if (isNumeric(fn.type(value))) scope.define(value, scope.isFeasible ? this.transfer.computed(value, this.rangeOf) : NOTHING);
      this.learnFrom(value);
    }
    for (let place = 0; place < block.edges.length; place++) this.leave(block, block.edges[place], place);
  }

  private entering(block: Block, parameter: Value, index: number): Interval {
    if (block.id === 0) return this.facts.parameter(this.fn, index);
    const known = this.params.get(parameter) ?? NOTHING;
    if (!this.isRefining || this.hasBackEdge[block.id] !== 0) return known;
    return intersection(known, this.brought.get(parameter) ?? NOTHING);
  }

  /** The only way into the block tells how the branch before it went. */
  private enterByBranch(block: Block): void {
    const [from, ...others] = this.preds[block.id];
    if (block.id === 0 || others.length > 0) return;
    const pred = this.fn.blocks[from];
    this.learnFromEdge(
      pred,
      pred.edges.findIndex((edge) => edge.target === block.id),
    );
  }

  private learnFromEdge(block: Block, place: number): void {
    const { fn, scope } = this;
    const last = fn.terminator(block);
    if (fn.op(last) === Op.Branch) scope.learn(fn.operand(last, 0), place === 0);
    else if (fn.op(last) === Op.Switch && place < block.cases.length)
      scope.restrict(fn.operand(last, 0), block.cases[place], block.cases[place]);
  }

  /** What holds after a check. */
  private learnFrom(value: Value): void {
    const { fn, scope } = this;
    if (fn.op(value) === Op.Check) scope.learn(fn.operand(value, 0), true);
    else if (fn.op(value) === Op.CheckBounds) scope.learnUnsignedOrder(fn.operand(value, 0), fn.operand(value, 1), 1);
  }

  private leave(block: Block, edge: Edge, place: number): void {
    const { scope, fn } = this;
    if (!scope.isFeasible) return;
    const { params } = fn.blocks[edge.target];
    // A block with one way in learns itself how the branch went: see enterByBranch.
    const learnsLater = this.preds[edge.target].length === 1 || this.isReached[edge.target] !== 0;
    if (learnsLater && params.length === 0) return this.reach(edge.target);
    const mark = scope.mark();
    this.learnFromEdge(block, place);
    if (scope.isFeasible) {
      this.reach(edge.target);
      for (let index = 0; index < params.length; index++) {
        if (isNumeric(fn.type(params[index]))) this.bring(edge.target, params[index], scope.rangeOf(edge.args[index]));
      }
    }
    scope.backTo(mark);
  }

  private reach(target: BlockId): void {
    if (this.isReached[target] !== 0) return;
    this.isReached[target] = 1;
    if (this.isVisited[target] !== 0) this.isAgain = true;
  }

  private bring(target: BlockId, parameter: Value, range: Interval): void {
    if (isNothing(range)) return;
    const into = this.isRefining ? this.brought : this.params;
    const before = into.get(parameter) ?? NOTHING;
    const joined = union(before, range);
    if (isSameInterval(before, joined)) return;
    if (this.isRefining || this.isVisited[target] === 0) {
      into.set(parameter, joined);
      return;
    }
    const growths = (this.growths.get(parameter) ?? 0) + 1;
    this.growths.set(parameter, growths);
    into.set(parameter, growths > EXACT_GROWTHS ? widened(before, joined) : joined);
    this.isAgain = true;
  }
}
