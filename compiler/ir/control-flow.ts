// Control flow: order of blocks, predecessors and dominators of one function. Facts as of the moment of the call; nothing is kept.

import type { Block, BlockId, IrFunction } from "./function.ts";

/** Ids of the reachable blocks; every block after its dominators, loops excepted after its predecessors. The entry is first. */
export function reversePostorder(fn: IrFunction): BlockId[] {
  const order: BlockId[] = [];
  const isSeen = new Uint8Array(fn.blocks.length);
  const path: { block: Block; nextEdge: number }[] = [{ block: fn.blocks[0], nextEdge: 0 }];
  isSeen[0] = 1;
  while (path.length > 0) {
    const top = path[path.length - 1];
    if (top.nextEdge === top.block.edges.length) {
      order.push(top.block.id);
      path.pop();
      continue;
    }
    const target = top.block.edges[top.nextEdge++].target;
    if (isSeen[target] !== 0) continue;
    isSeen[target] = 1;
    path.push({ block: fn.blocks[target], nextEdge: 0 });
  }
  return order.reverse();
}

/** By block, the blocks with an edge to it, as often as they have one. Unreachable blocks count as predecessors too. */
export function predecessors(fn: IrFunction): BlockId[][] {
  const result: BlockId[][] = fn.blocks.map(() => []);
  for (const block of fn.blocks) {
    for (const edge of block.edges) result[edge.target].push(block.id);
  }
  return result;
}

/** The dominator tree. Unreachable blocks have no place in it. */
export class DominatorTree {
  /** Reachable blocks in reverse postorder. */
  readonly order: readonly BlockId[];
  /** By block; of the entry the entry itself; -1 where unreachable. */
  readonly immediateDominators: Int32Array;
  /** By block, the blocks it dominates immediately, in reverse postorder. */
  readonly children: readonly BlockId[][];
  /** Preorder and last descendant's preorder number in the tree: containment of intervals is dominance. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;

  constructor(fn: IrFunction) {
    this.order = reversePostorder(fn);
    this.immediateDominators = immediateDominators(fn, this.order);
    const children: BlockId[][] = fn.blocks.map(() => []);
    for (const block of this.order) {
      if (block !== 0) children[this.immediateDominators[block]].push(block);
    }
    this.children = children;
    this.first = new Int32Array(fn.blocks.length).fill(-1);
    this.last = new Int32Array(fn.blocks.length).fill(-1);
    this.number();
  }

  isReachable(block: BlockId): boolean {
    return this.immediateDominators[block] >= 0;
  }
  /** Every block dominates itself. False where either is unreachable. */
  dominates(above: BlockId, below: BlockId): boolean {
    return (
      this.isReachable(above) && this.isReachable(below) && this.first[above] <= this.first[below] && this.first[below] <= this.last[above]
    );
  }

  /** The tree from the entry down, parents before children. */
  preorder(): BlockId[] {
    const order: BlockId[] = [];
    const pending: BlockId[] = [0];
    for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
      order.push(block);
      for (let i = this.children[block].length - 1; i >= 0; i--) pending.push(this.children[block][i]);
    }
    return order;
  }

  private number(): void {
    const order = this.preorder();
    order.forEach((block, index) => {
      this.first[block] = index;
      this.last[block] = index;
    });
    for (let index = order.length - 1; index > 0; index--) {
      const parent = this.immediateDominators[order[index]];
      this.last[parent] = Math.max(this.last[parent], this.last[order[index]]);
    }
  }
}

/** Cooper, Harvey and Kennedy's iteration: the nearest common dominator of the predecessors, until nothing changes. */
function immediateDominators(fn: IrFunction, order: readonly BlockId[]): Int32Array {
  const preds = predecessors(fn);
  const rank = new Int32Array(fn.blocks.length).fill(-1);
  order.forEach((block, index) => {
    rank[block] = index;
  });
  const dominators = new Int32Array(fn.blocks.length).fill(-1);
  dominators[0] = 0;
  const intersect = (a: BlockId, b: BlockId): BlockId => {
    let left = a;
    let right = b;
    while (left !== right) {
      while (rank[left] > rank[right]) left = dominators[left];
      while (rank[right] > rank[left]) right = dominators[right];
    }
    return left;
  };
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const block of order) {
      if (block === 0) continue;
      let found = -1;
      for (const pred of preds[block]) {
        if (dominators[pred] >= 0) found = found < 0 ? pred : intersect(pred, found);
      }
      if (dominators[block] !== found) {
        dominators[block] = found;
        isChanged = true;
      }
    }
  }
  return dominators;
}
