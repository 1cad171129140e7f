// Drives the heap by random sequences, and checks every answer against a list of what is alive. Prints whether there were enough blocks.

import { fillMemory, loadU8 } from "tsmetal/unsafe";
import { allocateBlock, freeBlock } from "../../../runtime/core/memory/chosen-heap.ts";

const SLOTS: u32 = 48;
const ROUNDS: u32 = 6000;
/** Sizes around the borders of size classes, and of what each heap treats in another way. */
const BORDERS: u64[] = [0, 1, 8, 15, 16, 17, 31, 32, 33, 511, 512, 513, 1008, 1023, 1024, 1025, 1279, 1280, 1281];
for (const border of [1536, 2048, 2560, 4096, 28672, 32767, 32768, 32769, 65536, 70000]) BORDERS.push(u64(border), u64(border + 1));

let state: u64 = 0x1234_5678_9abc_def1;
function random(limit: u64): u64 {
  state = state ^ (state << 13);
  state = state ^ (state >>> 7);
  state = state ^ (state << 17);
  return (state >>> 11) % limit;
}

const addresses: u64[] = [];
const sizes: u64[] = [];

function overlapsAnother(address: u64, size: u64): boolean {
  for (let slot = 0; slot < addresses.length; slot++) {
    if (addresses[slot] < address + size && address < addresses[slot] + sizes[slot]) return true;
  }
  return false;
}

function isFilled(address: u64, size: u64, byte: u8): boolean {
  for (let i: u64 = 0; i < size; i++) if (loadU8(address + i) !== byte) return false;
  return true;
}

function pattern(size: u64): u8 {
  return u8(size % 251) | 1;
}

function make(size: u64): void {
  const address: u64 = allocateBlock(size);
  assert(address !== 0, "there is memory");
  assert((address & 15) === 0, "blocks are aligned");
  assert(isFilled(address, size, 0), "blocks are zero");
  assert(!overlapsAnother(address, size === 0 ? 1 : size), "blocks do not overlap");
  fillMemory(address, pattern(size), size);
  addresses.push(address);
  sizes.push(size);
}

function end(slot: number): void {
  const last = addresses.length - 1;
  assert(isFilled(addresses[slot], sizes[slot], pattern(sizes[slot])), "nobody else writes to a block");
  freeBlock(addresses[slot], sizes[slot]);
  addresses[slot] = addresses[last];
  sizes[slot] = sizes[last];
  addresses.pop();
  sizes.pop();
}

function randomSize(): u64 {
  const kind: u64 = random(8);
  if (kind === 0) return BORDERS[u32(random(u64(BORDERS.length)))];
  if (kind === 1) return random(70001);
  return random(kind === 2 ? 3000 : 100);
}

for (const border of BORDERS) {
  make(border);
  make(border);
}
let made = addresses.length;
while (addresses.length > 0) end(addresses.length - 1);
for (let round: u32 = 0; round < ROUNDS; round++) {
  // Long stretches of growth and of shrinking: what was freed is used again in another order.
  const isGrowing = round % 512 < 256;
  const wantsMore = isGrowing ? random(4) !== 0 : random(4) === 0;
  if (addresses.length === 0 || (wantsMore && u32(addresses.length) < SLOTS)) {
    make(randomSize());
    made++;
  } else {
    end(u32(random(u64(addresses.length))));
  }
}
while (addresses.length > 0) end(0);
console.log(made > 2000);
