// Reply: the right to answer one caller, once, kept for later.
// Invariants: (1) caller is BlockedOnReply and its `reply` is this object, or caller is null: answered, gone
// Called:     from ipc only, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted } from "../memory/counted.ts";
import type { Thread } from "./thread.ts";

export class Reply extends Counted {
  caller: Thread | null = null;
}

const pool: BlockPool = new BlockPool((sizeOf(Reply) + 15) & ~u64(15));

/** Without references. Null when memory is out. */
export function createReply(): Reply | null {
  const block: u64 = pool.allocate();
  return block === 0 ? null : constructAt(Reply, block);
}

/** Requires: no references, no caller. */
export function freeReply(reply: Reply): void {
  assert(reply.references === 0 && reply.caller === null);
  pool.free(addressOf(reply));
}
