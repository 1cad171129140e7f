// Value liveness: which values of a function are still used later, at the borders of its blocks.

import { reversePostorder } from "../ir/control-flow.ts";
import type { Block, IrFunction, Value } from "../ir/function.ts";
import { BitSet } from "../support/bit-set.ts";

/** Says which values a use of the value keeps alive: itself, others, or none. */
export type Keeps = (value: Value) => Iterable<Value>;

export class ValueLiveness {
  /** By block: live before its first instruction, its own parameters left out. */
  readonly liveIn: readonly BitSet[];
  /** By block: live before its terminator's edges are taken, what their arguments use included. */
  readonly liveOut: readonly BitSet[];

  /** `index` numbers the values that are followed from 0, -1 for others; `count` is how many those are. */
  constructor(fn: IrFunction, index: Int32Array, count: number, keeps: Keeps, isArgumentUsed: (parameter: Value) => boolean) {
    const liveIn = fn.blocks.map(() => new BitSet(count));
    const liveOut = fn.blocks.map(() => new BitSet(count));
    this.liveIn = liveIn;
    this.liveOut = liveOut;
    const order = reversePostorder(fn).reverse();
    const use = (set: BitSet, value: Value): void => {
      for (const kept of keeps(value)) if (index[kept] >= 0) set.add(index[kept]);
    };
    const used = fn.blocks.map(() => new BitSet(count));
    const edgeUsed = fn.blocks.map(() => new BitSet(count));
    const defined = fn.blocks.map((block) => definitions(block, index, count));
    for (const id of order) {
      const block = fn.blocks[id];
      for (const { target, args } of block.edges) {
        args.forEach((argument, place) => {
          if (isArgumentUsed(fn.blocks[target].params[place])) use(edgeUsed[id], argument);
        });
      }
      // Uses of values that the block does not define itself before.
      for (const value of block.insts) for (const operand of fn.operands(value)) use(used[id], operand);
    }
    let isChanged = true;
    const incoming = new BitSet(count);
    while (isChanged) {
      isChanged = false;
      for (const id of order) {
        liveOut[id].addAll(edgeUsed[id]);
        for (const { target } of fn.blocks[id].edges) liveOut[id].addAll(liveIn[target]);
        incoming.copy(liveOut[id]);
        incoming.addAll(used[id]);
        incoming.removeAll(defined[id]);
        if (liveIn[id].addAll(incoming)) isChanged = true;
      }
    }
  }
}

function definitions(block: Block, index: Int32Array, count: number): BitSet {
  const set = new BitSet(count);
  for (const value of block.params) if (index[value] >= 0) set.add(index[value]);
  for (const value of block.insts) if (index[value] >= 0) set.add(index[value]);
  return set;
}
