// Endpoint: the place where callers and servers meet: a queue of threads that all wait to send, or all wait to receive.
// Owns:       the queue
// Invariants: (1) the threads in it are all BlockedOnSend or all BlockedOnReceive, and waitingOn this endpoint
//             (2) receiverHandles counts the handles with Receive, anywhere; at 0 nobody can ever answer, and no sender waits
// Called:     from ipc only, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "../memory/block-pool.ts";
import { ThreadQueue } from "./thread-queue.ts";

export class Endpoint extends ThreadQueue {
  receiverHandles: u32 = 0;
}

const pool: BlockPool = new BlockPool((sizeOf(Endpoint) + 15) & ~u64(15));

/** Without references. Null when memory is out. */
export function createEndpoint(): Endpoint | null {
  const block: u64 = pool.allocate();
  return block === 0 ? null : constructAt(Endpoint, block);
}

/** Requires: no references, nobody waits. */
export function freeEndpoint(endpoint: Endpoint): void {
  assert(endpoint.references === 0 && endpoint.head === null);
  pool.free(addressOf(endpoint));
}
