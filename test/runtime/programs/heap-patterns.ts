// Allocates and frees blocks of random sizes, and checks that they are aligned, zeroed, and never overlap. Prints how often for each heap.

import { fillMemory, loadU8 } from "tsmetal/unsafe";
import { blocksAllocate, blocksFree } from "../../../runtime/core/memory/heap-blocks.ts";
import { bumpAllocate } from "../../../runtime/core/memory/heap-bump.ts";
import { listAllocate, listFree } from "../../../runtime/core/memory/heap-list.ts";

const ROUNDS: u32 = 20000;
const SLOTS: u32 = 64;

let state: u64 = 88172645463325252;
function random(limit: u64): u64 {
  state = state ^ (state << 13);
  state = state ^ (state >>> 7);
  state = state ^ (state << 17);
  return (state >>> 11) % limit;
}

const addresses: u64[] = [];
const sizes: u64[] = [];
for (let i: u32 = 0; i < SLOTS; i++) {
  addresses.push(0);
  sizes.push(0);
}

function allocate(kind: u32, size: u64): u64 {
  if (kind === 0) return blocksAllocate(size);
  return kind === 1 ? listAllocate(size) : bumpAllocate(size);
}
function release(kind: u32, address: u64, size: u64): void {
  if (kind === 0) blocksFree(address, size);
  else if (kind === 1) listFree(address, size);
}

function isFilled(address: u64, size: u64, byte: u8): boolean {
  for (let i: u64 = 0; i < size; i++) {
    if (loadU8(address + i) !== byte) return false;
  }
  return true;
}

function exercise(kind: u32): u32 {
  let checked: u32 = 0;
  for (let round: u32 = 0; round < ROUNDS; round++) {
    const slot: u32 = u32(random(u64(SLOTS)));
    if (addresses[slot] !== 0) {
      assert(isFilled(addresses[slot], sizes[slot], u8(slot + 1)));
      release(kind, addresses[slot], sizes[slot]);
      addresses[slot] = 0;
      checked++;
      continue;
    }
    const size: u64 = random(50) === 0 ? 30000 + random(100000) : random(3) === 0 ? random(3000) : random(200);
    const address: u64 = allocate(kind, size);
    assert(address !== 0);
    assert((address & 15) === 0);
    assert(isFilled(address, size, 0));
    fillMemory(address, u8(slot + 1), size);
    addresses[slot] = address;
    sizes[slot] = size;
  }
  for (let slot: u32 = 0; slot < SLOTS; slot++) addresses[slot] = 0;
  return checked;
}

console.log(exercise(0) > 5000, exercise(1) > 5000, exercise(2) > 5000);
