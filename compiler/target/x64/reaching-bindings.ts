// Reaching bindings: which variables of the sources have which value at the start of each block, whatever way led there.
// Method: states go forward along the edges; where two meet, what they do not agree on is dropped, until nothing is. The variables of an
//         inlined body are dropped where its code has ended.

import type { BlockId } from "../../ir/function.ts";
import type { Module } from "../../ir/module.ts";
import { type LirBinding, type LirFunction, lirOrder, variableKey } from "./lir.ts";

/** By variable (variableKey), its binding. */
export type BlockBindings = ReadonlyMap<number, LirBinding>;

/** By block, the bindings that reach its start on all paths; undefined where it is not reached. */
export function findBlockBindings(lir: LirFunction, module: Module): readonly (BlockBindings | undefined)[] {
  return new ReachingBindings(lir, module).find();
}

/** From the first to the last block with code of an inlined body, in reverse postorder. */
interface Span {
  readonly first: number;
  last: number;
}

class ReachingBindings {
  private readonly lir: LirFunction;
  private readonly module: Module;
  private readonly order: readonly BlockId[];
  /** By block, its place in the order. */
  private readonly ranks: Int32Array;
  /** By scope. */
  private readonly spans = new Map<number, Span>();
  private readonly entries: (Map<number, LirBinding> | undefined)[];

  constructor(lir: LirFunction, module: Module) {
    this.lir = lir;
    this.module = module;
    this.order = lirOrder(lir);
    this.ranks = new Int32Array(lir.blocks.length);
    this.entries = lir.blocks.map(() => undefined);
    for (const [rank, id] of this.order.entries()) {
      this.ranks[id] = rank;
      this.noteScopes(lir.blocks[id].insts, rank);
    }
  }

  private noteScopes(insts: readonly number[], rank: number): void {
    let known = -1;
    for (const inst of insts) {
      const position = this.lir.positions[inst];
      if (position === known) continue;
      known = position;
      // A scope that is noted here has noted those around it.
      for (let { scope } = this.module.position(position); scope !== 0; ) {
        const span = this.spans.get(scope);
        if (span?.last === rank) break;
        if (span === undefined) this.spans.set(scope, { first: rank, last: rank });
        else span.last = rank;
        scope = this.module.position(this.module.scope(scope).callPosition).scope;
      }
    }
  }

  find(): readonly (BlockBindings | undefined)[] {
    const { lir, order, entries } = this;
    const made = lir.blocks.map((block) => this.madeIn(block.insts));
    const isStale = new Uint8Array(lir.blocks.length).fill(1);
    entries[0] = new Map();
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const id of order) {
        if (isStale[id] === 0) continue;
        isStale[id] = 0;
        for (const target of this.passOn(id, made[id])) {
          isStale[target] = 1;
          isChanged = true;
        }
      }
    }
    return entries;
  }

  private madeIn(insts: readonly number[]): Map<number, LirBinding> {
    const made = new Map<number, LirBinding>();
    for (const inst of insts) for (const binding of this.lir.bindings.get(inst) ?? []) made.set(variableKey(binding), binding);
    return made;
  }

  /** Joins a block's state at its end into those behind its edges. Result: the blocks whose state changed by that. */
  private passOn(id: BlockId, made: ReadonlyMap<number, LirBinding>): BlockId[] {
    const { entries } = this;
    const before = entries[id];
    const changed: BlockId[] = [];
    for (const { target } of this.lir.blocks[id].edges) {
      const known = entries[target];
      if (known === undefined) {
        entries[target] = this.around(this.ranks[target], before, made);
        changed.push(target);
      } else if (keepCommon(known, (key) => made.get(key) ?? before?.get(key))) changed.push(target);
    }
    return changed;
  }

  /** Of what is known at the end of a block, that which belongs to code around the rank. */
  private around(rank: number, before: BlockBindings | undefined, made: BlockBindings): Map<number, LirBinding> {
    const kept = new Map<number, LirBinding>();
    for (const bindings of [before, made])
      if (bindings !== undefined) for (const [key, binding] of bindings) if (this.isAround(binding.scope, rank)) kept.set(key, binding);
    return kept;
  }

  private isAround(scope: number, rank: number): boolean {
    if (scope === 0) return true;
    const span = this.spans.get(scope);
    return span !== undefined && span.first <= rank && rank <= span.last;
  }
}

function keepCommon(known: Map<number, LirBinding>, at: (key: number) => LirBinding | undefined): boolean {
  const size = known.size;
  for (const [key, binding] of known) if (at(key) !== binding) known.delete(key);
  return known.size !== size;
}
