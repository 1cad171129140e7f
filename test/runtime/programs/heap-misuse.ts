// Misuses the heap in the way that MISUSE in the environment names.

import { loadU64, storeU8, symbolAddress } from "tsmetal/unsafe";
import { allocateMemory, freeMemory } from "../../../runtime/core/memory/allocation.ts";
import { beginsWith, environmentValue } from "../../../runtime/linux/environment.ts";

const SIZE: u64 = 200;
const chosen: u64 = environmentValue(loadU64(symbolAddress("tsm_initial_stack")), "MISUSE");

function misuse(block: u64): void {
  if (beginsWith(chosen, "double-free")) {
    freeMemory(block, SIZE);
    freeMemory(block, SIZE);
  } else if (beginsWith(chosen, "wrong-size")) {
    freeMemory(block, SIZE + 8);
  } else if (beginsWith(chosen, "foreign-address")) {
    freeMemory(block + 128, 16);
  } else if (beginsWith(chosen, "write-behind")) {
    // The block ends at a multiple of 16.
    storeU8(block + 208, 1);
    freeMemory(block, SIZE);
  } else if (beginsWith(chosen, "write-after-free")) {
    freeMemory(block, SIZE);
    storeU8(block + 100, 1);
  } else if (beginsWith(chosen, "early-write-after-free")) {
    freeMemory(block, SIZE);
    storeU8(block + 100, 1);
    // Its memory is wanted again long before the end.
    for (let i = 0; i < 100; i++) freeMemory(allocateMemory(100_000), 100_000);
    console.log("not reached");
  } else {
    freeMemory(block, SIZE);
  }
}

const neighbour: u64 = allocateMemory(SIZE);
misuse(allocateMemory(SIZE));
freeMemory(neighbour, SIZE);
console.log("end");
