// Value numbering: computes each thing once. Operations without effects where an equal one dominates; reads where the same place was
// read or written before and nothing in between may have changed it; checks that a dominating check has made already.
// Requires:    no unreachable blocks.
// Establishes: of two equal pure operations, neither dominates the other.
// Memory:      followed along single predecessors only; where paths meet, everything is forgotten.

import { effectsOf, mayOverlap, type Place, placeOf, writtenPlace } from "../analysis/memory-places.ts";
import { Replacements } from "../ir/blocks.ts";
import { DominatorTree, predecessors } from "../ir/control-flow.ts";
import type { Block, BlockId, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Effect, Op, ops } from "../ir/ops.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";

export function numberValues(fn: IrFunction, module: Module): void {
  new Numbering(fn, module).run();
}

/** What is known about memory at one point: by key of a read, the value it would give. */
type KnownReads = Map<string, { place: Place; value: Value }>;

class Numbering {
  private readonly fn: IrFunction;
  private readonly module: Module;
  private readonly tree: DominatorTree;
  private readonly replacements = new Replacements();
  /** Pure values by key, of the dominating blocks. */
  private readonly available = new Map<string, Value>();
  private readonly readsAtEnd: (KnownReads | undefined)[];

  constructor(fn: IrFunction, module: Module) {
    this.fn = fn;
    this.module = module;
    this.tree = new DominatorTree(fn);
    this.readsAtEnd = fn.blocks.map(() => undefined);
  }

  run(): void {
    const { fn } = this;
    const preds = predecessors(fn);
    // On the way up the tree, what a block added is taken back.
    const pending: { id: BlockId; added: string[] | null }[] = [{ id: 0, added: null }];
    for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
      if (step.added !== null) {
        for (const key of step.added) this.available.delete(key);
        continue;
      }
      const block = fn.blocks[step.id];
      const known = preds[step.id].length === 1 ? this.readsAtEnd[preds[step.id][0]] : undefined;
      pending.push({ id: step.id, added: this.visit(block, new Map(known)) });
      const children = this.tree.children[step.id];
      for (let index = children.length - 1; index >= 0; index--) pending.push({ id: children[index], added: null });
    }
    this.replacements.apply(fn);
    fn.compactInsts();
  }

  private visit(block: Block, reads: KnownReads): string[] {
    const added: string[] = [];
    for (const value of block.insts) {
      this.replacements.applyTo(this.fn, value);
      this.visitInst(value, reads, added);
    }
    this.readsAtEnd[block.id] = reads;
    return added;
  }

  private visitInst(value: Value, reads: KnownReads, added: string[]): void {
    const effects = effectsOf(this.fn, value);
    if (effects === Effect.Terminator || this.fn.op(value) === Op.Nop) return;
    if (effects === Effect.None || this.isRepeatable(value)) return this.shareComputation(value, added);
    if (effects === Effect.Read) return this.shareRead(value, reads);
    if ((effects & Effect.Write) !== 0) this.forgetWritten(value, reads);
  }

  /** A check or division that succeeded succeeds again. */
  private isRepeatable(value: Value): boolean {
    return effectsOf(this.fn, value) === Effect.Trap;
  }

  private shareComputation(value: Value, added: string[]): void {
    const key = this.keyOf(value);
    const earlier = this.available.get(key);
    if (earlier === undefined) {
      this.available.set(key, value);
      added.push(key);
    } else this.drop(value, earlier);
  }

  private shareRead(value: Value, reads: KnownReads): void {
    const key = this.keyOf(value);
    const known = reads.get(key);
    if (known === undefined) reads.set(key, { place: placeOf(this.module, this.fn, value), value });
    else this.drop(value, known.value);
  }

  private drop(value: Value, replacement: Value): void {
    if (this.fn.type(value) !== ValueType.Void) this.replacements.set(value, replacement);
    this.fn.remove(value);
  }

  private keyOf(value: Value): string {
    const { fn } = this;
    let operands = fn.operands(value);
    if (ops[fn.op(value)].isCommutative === true && operands[0] > operands[1]) operands = operands.reverse();
    return `${fn.op(value)} ${fn.type(value)} ${fn.aux(value)} ${fn.immediateBigInt(value)} ${operands.join()}`;
  }

  private forgetWritten(value: Value, reads: KnownReads): void {
    const written = writtenPlace(this.module, this.fn, value);
    if (written === undefined) return;
    for (const [key, known] of reads) if (mayOverlap(written, known.place)) reads.delete(key);
    this.rememberStored(value, reads);
  }

  /** After a full-width store, a read of the same place gives the value stored. */
  private rememberStored(value: Value, reads: KnownReads): void {
    const { fn } = this;
    const read = readOfStore[fn.op(value)];
    if (read === undefined || !isFullWidth(this.cellKind(value))) return;
    const operands = fn.operands(value);
    const stored = operands[operands.length - 1];
    const key = `${read} ${fn.type(stored)} ${fn.aux(value)} ${fn.immediateBigInt(value)} ${operands.slice(0, -1).join()}`;
    reads.set(key, { place: placeOf(this.module, fn, value), value: stored });
  }

  private cellKind(value: Value): MemoryKind {
    const aux = this.fn.aux(value);
    switch (this.fn.op(value)) {
      case Op.FieldSet:
        return this.module.fields[aux].kind;
      case Op.GlobalSet:
        return this.module.globals[aux].kind;
      default:
        return aux as MemoryKind;
    }
  }
}

const readOfStore: Partial<Record<Op, Op>> = {
  [Op.FieldSet]: Op.FieldGet,
  [Op.GlobalSet]: Op.GlobalGet,
  [Op.ArraySet]: Op.ArrayGet,
  [Op.Store]: Op.Load,
};

function isFullWidth(kind: MemoryKind): boolean {
  return kind === MemoryKind.Bool || kind >= MemoryKind.I32;
}
