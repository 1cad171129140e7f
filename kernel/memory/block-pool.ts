// Block pool: fixed-size blocks for kernel objects of one kind, cut from frames.
// Owns:       its frames, for good: a block that is freed serves the next object of its kind
// Invariants: (1) blocks are aligned to 16 bytes; the first word of a free block links to the next
//             (2) a block is given out zeroed
// Called:     from object, one pool a kind

import { loadU64, storeU64 } from "tsmetal/unsafe";
import { PAGE_SIZE, physicalToVirtual, type VirtualAddress } from "../arch/x64/address.ts";
import { zeroWords } from "../arch/x64/instructions.ts";
import { allocateFrames } from "./frame-allocator.ts";

export class BlockPool {
  readonly blockSizeBytes: u64;
  freeHead: u64 = 0;
  usedCount: u32 = 0;
  frameCount: u32 = 0;

  /** Requires: a multiple of 16 that fits a frame. */
  constructor(blockSizeBytes: u64) {
    this.blockSizeBytes = blockSizeBytes;
  }

  /** A zeroed block, or 0 when memory is out. */
  allocate(): VirtualAddress {
    if (this.freeHead === 0 && !this.grow()) return 0;
    const block: u64 = this.freeHead;
    this.freeHead = loadU64(block);
    this.usedCount += 1;
    zeroWords(block, this.blockSizeBytes / 8);
    return block;
  }

  free(block: VirtualAddress): void {
    assert(this.usedCount > 0);
    storeU64(block, this.freeHead);
    this.freeHead = block;
    this.usedCount -= 1;
  }

  private grow(): boolean {
    const frame: u64 = allocateFrames(0);
    if (frame === 0) return false;
    this.frameCount += 1;
    const base: u64 = physicalToVirtual(frame);
    let offset: u64 = 0;
    while (offset + this.blockSizeBytes <= PAGE_SIZE) {
      storeU64(base + offset, this.freeHead);
      this.freeHead = base + offset;
      offset += this.blockSizeBytes;
    }
    return true;
  }
}
