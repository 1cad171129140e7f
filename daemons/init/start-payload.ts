// StartPayload builder: the handles and arguments that a new process finds on its start page.
// Owns:       one buffer, used for one process after the other.
// Invariants: (1) handles come first, then arguments: addHandle is not called after addArguments

import { copyMemory, elementsAddress, loadU8, sizeOf, viewAt } from "tsmetal/unsafe";
import { START_PAYLOAD_SIZE_MAX, StartHandle, StartPayload } from "../../abi/start.ts";
import { packedName } from "../../runtime/user/process.ts";

export class StartPayloadBuilder {
  private readonly buffer: Uint8Array = new Uint8Array(4096);
  private handleCount: u32 = 0;
  private argumentsSizeBytes: u32 = 0;

  clear(): void {
    this.handleCount = 0;
    this.argumentsSizeBytes = 0;
  }

  /** Answers whether it fitted. */
  addHandle(name0: u64, name1: u64, handle: u32): boolean {
    if (this.sizeBytes() + sizeOf(StartHandle) > u64(START_PAYLOAD_SIZE_MAX)) return false;
    const entry: StartHandle = viewAt(StartHandle, this.address() + this.sizeBytes());
    entry.handle = u64(handle);
    entry.name0 = name0;
    entry.name1 = name1;
    this.handleCount++;
    return true;
  }

  addNamedHandle(name: string, handle: u32): boolean {
    return this.addHandle(packedName(name, 0), packedName(name, 8), handle);
  }

  /** Adds arguments that are already ended by zero bytes. */
  addArguments(address: u64, sizeBytes: u32): boolean {
    if (this.sizeBytes() + u64(sizeBytes) > u64(START_PAYLOAD_SIZE_MAX)) return false;
    copyMemory(this.address() + this.sizeBytes(), address, u64(sizeBytes));
    this.argumentsSizeBytes += sizeBytes;
    return true;
  }

  /** Completes the payload; answers its address. */
  finish(): u64 {
    const head: StartPayload = viewAt(StartPayload, this.address());
    head.handleCount = this.handleCount;
    head.argumentsSizeBytes = this.argumentsSizeBytes;
    return this.address();
  }

  sizeBytes(): u64 {
    return sizeOf(StartPayload) + u64(this.handleCount) * sizeOf(StartHandle) + u64(this.argumentsSizeBytes);
  }

  private address(): u64 {
    return elementsAddress(this.buffer);
  }
}

/** Eight characters of a name in memory from `start` on, as a little-endian number filled up with zeros. */
export function packedRange(address: u64, length: u64, start: u64): u64 {
  let packed: u64 = 0;
  for (let i: u64 = 0; i < 8 && start + i < length; i++) {
    packed |= u64(loadU8(address + start + i)) << (i * 8);
  }
  return packed;
}
