// Block order: which block follows which in memory, so that the expected path falls through and cold blocks are out of the way.

import type { BlockId } from "../../ir/function.ts";
import type { LirBlock, LirFunction } from "./lir.ts";

/** By block, where a jump to it ends up: past blocks that only jump on. */
export function threadJumps(lir: LirFunction): BlockId[] {
  const isTrivial = (id: BlockId): boolean => {
    const { insts, edges } = lir.blocks[id];
    return insts.length === 1 && lir.specs[insts[0]].name === "jump" && edges[0].target !== id;
  };
  return lir.blocks.map(({ id }) => {
    let target = id;
    // A ring of blocks that only jump ends the walk too.
    for (let steps = 0; steps < lir.blocks.length && isTrivial(target); steps++) target = lir.blocks[target].edges[0].target;
    return target;
  });
}

/** The reachable blocks: each trace runs along the edge expected to be taken, cold blocks come last. */
export function blockOrder(lir: LirFunction, threaded: readonly BlockId[]): BlockId[] {
  const order: BlockId[] = [];
  const isPlaced = new Uint8Array(lir.blocks.length);
  const hot: BlockId[] = [0];
  const cold: BlockId[] = [];
  for (;;) {
    const start = hot.pop() ?? cold.shift();
    if (start === undefined) return order;
    placeTrace(lir, threaded, start, { order, isPlaced, hot, cold });
  }
}

interface Layout {
  readonly order: BlockId[];
  readonly isPlaced: Uint8Array;
  readonly hot: BlockId[];
  readonly cold: BlockId[];
}

function placeTrace(lir: LirFunction, threaded: readonly BlockId[], start: BlockId, layout: Layout): void {
  let next: BlockId | undefined = start;
  while (next !== undefined && layout.isPlaced[next] === 0) {
    layout.isPlaced[next] = 1;
    layout.order.push(next);
    const block: LirBlock = lir.blocks[next];
    const open: BlockId[] = block.edges.map((edge) => threaded[edge.target]).filter((id) => layout.isPlaced[id] === 0);
    next = open.find((id) => block.isCold || !lir.blocks[id].isCold);
    for (const id of open.reverse()) if (id !== next) (lir.blocks[id].isCold ? layout.cold : layout.hot).push(id);
  }
}
