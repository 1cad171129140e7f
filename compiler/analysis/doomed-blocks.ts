// Doomed blocks: those from which every path ends in a panic, so that nobody is left to give anything up for.

import type { IrFunction } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";

/** By block: 1 where doomed. */
export function findDoomedBlocks(fn: IrFunction): Uint8Array {
  const isDoomed = new Uint8Array(fn.blocks.length);
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const block of fn.blocks) {
      if (isDoomed[block.id] !== 0 || block.insts.length === 0) continue;
      const ends = fn.op(fn.terminator(block)) === Op.Unreachable;
      if (!ends && (block.edges.length === 0 || block.edges.some((edge) => isDoomed[edge.target] === 0))) continue;
      isDoomed[block.id] = 1;
      isChanged = true;
    }
  }
  return isDoomed;
}
