// Takes blocks until there are no more, gives them back, and takes larger and smaller ones. Says what could be had.

import { loadU64, storeU64 } from "tsmetal/unsafe";
import { allocateBlock, freeBlock } from "../../../runtime/core/memory/chosen-heap.ts";

/** Blocks that were had are a chain through their first words. */
let chain: u64 = 0;

function take(size: u64): u64 {
  let count: u64 = 0;
  while (true) {
    const block: u64 = allocateBlock(size);
    if (block === 0) return count;
    storeU64(block, chain);
    chain = block;
    count++;
  }
}

/** One of two, or all. */
function giveBack(size: u64, isEverySecond: boolean): u64 {
  let kept: u64 = 0;
  let count: u64 = 0;
  let isFreed: boolean = true;
  while (chain !== 0) {
    const next: u64 = loadU64(chain);
    if (isFreed) {
      freeBlock(chain, size);
      count++;
    } else {
      storeU64(chain, kept);
      kept = chain;
    }
    isFreed = !isEverySecond || !isFreed;
    chain = next;
  }
  chain = kept;
  return count;
}

/** Constants only: there is no memory to make texts of. */
function say(text: string): void {
  console.log(text);
}

const SIZE: u64 = 4096;
say("begin");
const untilRefused: u64 = take(SIZE);
// One region is kept back for whoever goes on after the first refusal.
const first: u64 = untilRefused + take(SIZE);
assert(untilRefused > 100 && first > untilRefused, "there is memory");
assert(allocateBlock(SIZE) === 0 && allocateBlock(SIZE * 1000) === 0, "there is no more");
const half: u64 = giveBack(SIZE, true);
const again: u64 = take(SIZE);
say(again === half ? "as many as were given back" : again === 0 ? "none comes back" : "wrong");
const all: u64 = giveBack(SIZE, false);
assert(again === 0 || all === first, "none is lost");
const small: u64 = take(256);
say(small > (first - first / 4) * 16 ? "cut into small ones" : "not cut");
giveBack(256, false);
const large: u64 = take(SIZE * 8);
say(large > (first - first / 4) / 8 ? "joined to large ones" : "not joined");
