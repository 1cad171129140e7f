// Heap reclaiming: free blocks of many sizes become one sorted list, neighbours joined, so that a size that is short can be cut from them.
// Invariants: (1) nothing here needs memory: the blocks themselves carry the list
// Called:     by the fixed-size-block heap when the system has no more regions.
//
//   free block   +0 u64 size   +8 u64 next free block or 0

import { loadU64, storeU64 } from "tsmetal/unsafe";

const SIZE_OFFSET: u64 = 0;
const NEXT_OFFSET: u64 = 8;

/** The blocks of the chain in the order of their addresses, neighbours joined. */
export function joinedBlocks(chain: u64): u64 {
  const sorted: u64 = sortByAddress(chain);
  let block: u64 = sorted;
  while (block !== 0) {
    const next: u64 = loadU64(block + NEXT_OFFSET);
    if (next !== 0 && block + loadU64(block + SIZE_OFFSET) === next) {
      storeU64(block + SIZE_OFFSET, loadU64(block + SIZE_OFFSET) + loadU64(next + SIZE_OFFSET));
      storeU64(block + NEXT_OFFSET, loadU64(next + NEXT_OFFSET));
    } else {
      block = next;
    }
  }
  return sorted;
}

/** Merge sort from the bottom: runs of 1, 2, 4 ... blocks are merged, until one run is all. */
function sortByAddress(chain: u64): u64 {
  let list: u64 = chain;
  let run: u64 = 1;
  while (true) {
    let rest: u64 = list;
    let last: u64 = 0;
    let merges: u64 = 0;
    list = 0;
    while (rest !== 0) {
      merges++;
      let left: u64 = rest;
      let leftCount: u64 = 0;
      while (leftCount < run && rest !== 0) {
        leftCount++;
        rest = loadU64(rest + NEXT_OFFSET);
      }
      let rightCount: u64 = run;
      while (leftCount > 0 || (rightCount > 0 && rest !== 0)) {
        let taken: u64 = left;
        if (leftCount > 0 && (rightCount === 0 || rest === 0 || left < rest)) {
          left = loadU64(left + NEXT_OFFSET);
          leftCount--;
        } else {
          taken = rest;
          rest = loadU64(rest + NEXT_OFFSET);
          rightCount--;
        }
        if (last === 0) list = taken;
        else storeU64(last + NEXT_OFFSET, taken);
        last = taken;
      }
    }
    if (last !== 0) storeU64(last + NEXT_OFFSET, 0);
    if (merges <= 1) return list;
    run *= 2;
  }
}
