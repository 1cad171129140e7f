// Loops: the natural loops of one function, from the back edges of its dominator tree.
// Invariants: loops with one header are one loop; irreducible cycles (no header dominates them) are not found.

import { type DominatorTree, predecessors } from "../ir/control-flow.ts";
import type { BlockId, IrFunction } from "../ir/function.ts";

export interface Loop {
  readonly header: BlockId;
  /** The header included. */
  readonly blocks: ReadonlySet<BlockId>;
}

/** Inner loops before the loops around them. */
export function findLoops(fn: IrFunction, tree: DominatorTree): Loop[] {
  const preds = predecessors(fn);
  const loops: Loop[] = [];
  for (const header of tree.order) {
    const backEdges = preds[header].filter((pred) => tree.dominates(header, pred));
    if (backEdges.length > 0) loops.push({ header, blocks: collectLoop(header, backEdges, preds, tree) });
  }
  return loops.sort((a, b) => a.blocks.size - b.blocks.size);
}

function collectLoop(header: BlockId, backEdges: readonly BlockId[], preds: readonly BlockId[][], tree: DominatorTree): Set<BlockId> {
  const blocks = new Set<BlockId>([header]);
  const pending = [...backEdges];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (blocks.has(block)) continue;
    blocks.add(block);
    pending.push(...preds[block].filter((pred) => tree.isReachable(pred)));
  }
  return blocks;
}
