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

export interface RotatedOrder {
  readonly order: readonly BlockId[];
  /** First blocks of bodies whose loop is entered at the bottom: nothing falls into them, so aligning them is free. */
  readonly loopTops: ReadonlySet<BlockId>;
}

/**
 * Moves the header of each loop that tests at the top behind the last block that jumps back to it, so that one round takes one jump.
 * The way into the loop jumps to the header once.
 */
export function rotateLoops(lir: LirFunction, threaded: readonly BlockId[], order: readonly BlockId[]): RotatedOrder {
  const rotated = [...order];
  const loopTops = new Set<BlockId>();
  const successors = (id: BlockId): BlockId[] => lir.blocks[id].edges.map((edge) => threaded[edge.target]);
  // From the end: inner loops before the loops around them.
  for (const header of loopHeaders(order, successors).reverse()) {
    const start = rotated.indexOf(header);
    const end = lastLatch(rotated, start, successors);
    if (end <= start || lir.blocks[header].edges.length !== 2) continue;
    const body = rotated.slice(start + 1, end + 1);
    if (successors(header).filter((id) => body.includes(id)).length !== 1) continue;
    rotated.splice(start, end - start + 1, ...body, header);
    if (body.length > 0) loopTops.add(body[0]);
  }
  return { order: rotated, loopTops };
}

/** Blocks other than the entry that one further on goes back to, in order. */
function loopHeaders(order: readonly BlockId[], successors: (id: BlockId) => BlockId[]): BlockId[] {
  const isSeen = new Set<BlockId>();
  const headers = new Set<BlockId>();
  for (const id of order) {
    isSeen.add(id);
    for (const target of successors(id)) if (isSeen.has(target)) headers.add(target);
  }
  return order.filter((id, index) => index > 0 && headers.has(id));
}

/** The last block behind the header that does nothing at its end but jump to it; -1 if there is none. */
function lastLatch(order: readonly BlockId[], start: number, successors: (id: BlockId) => BlockId[]): number {
  for (let index = order.length - 1; index > start; index--) {
    const targets = successors(order[index]);
    if (targets.includes(order[start])) return targets.length === 1 ? index : -1;
  }
  return -1;
}
