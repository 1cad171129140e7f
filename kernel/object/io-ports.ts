// I/O ports: a range of x86 ports that a driver may use, through the Port syscall.
// Called:     from syscall and ipc/lifetime.ts, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted } from "../memory/counted.ts";

export class IoPorts extends Counted {
  first: u32 = 0;
  count: u32 = 0;
}

const pool: BlockPool = new BlockPool((sizeOf(IoPorts) + 15) & ~u64(15));

/** Without references. Null when memory is out. */
export function createIoPorts(first: u32, count: u32): IoPorts | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const ports: IoPorts = constructAt(IoPorts, block);
  ports.first = first;
  ports.count = count;
  return ports;
}

/** Whether `sizeBytes` ports from `port` on lie in the range. */
export function coversPorts(ports: IoPorts, port: u32, sizeBytes: u32): boolean {
  return port >= ports.first && port - ports.first < ports.count && sizeBytes <= ports.count - (port - ports.first);
}

export function freeIoPorts(ports: IoPorts): void {
  assert(ports.references === 0);
  pool.free(addressOf(ports));
}
