// Frees four neighbours of the linked-list heap in every order, and takes one block of their size: it must lie where they lay.

import { listAllocate, listFree } from "../../../runtime/core/memory/heap-list.ts";

const SIZE: u64 = 48;
const COUNT = 4;
const FENCE: u64 = 16;
const REGION_SIZE: u64 = 1024 * 1024;

const start: u64 = listAllocate(REGION_SIZE);
assert((start & 4095) === 0, "a region of its own");
listFree(start, REGION_SIZE);

/** The heap cuts blocks off the end of a free one: neighbours come downwards. */
function takeNeighbours(): u64[] {
  const blocks: u64[] = [];
  for (let i = 0; i < COUNT; i++) blocks.push(listAllocate(SIZE));
  for (let i = 1; i < COUNT; i++) assert(blocks[i] + SIZE === blocks[i - 1], "neighbours");
  return blocks;
}

let orders = 0;
/** Everything else of the region is taken, so that there is no other place for the block that must fit. */
function freeInOrder(order: readonly number[]): void {
  const upper: u64 = listAllocate(FENCE);
  const blocks: u64[] = takeNeighbours();
  const lower: u64 = listAllocate(FENCE);
  const rest: u64 = REGION_SIZE - SIZE * u64(COUNT) - 2 * FENCE;
  const below: u64 = listAllocate(rest);
  assert(below === start && lower === below + rest, "the region is full");
  for (const index of order) listFree(blocks[index], SIZE);
  const joined: u64 = listAllocate(SIZE * u64(COUNT));
  assert(joined === blocks[COUNT - 1], "the four are one block again");
  listFree(joined, SIZE * u64(COUNT));
  listFree(lower, FENCE);
  listFree(upper, FENCE);
  listFree(below, rest);
  orders++;
}

function permute(chosen: readonly number[]): void {
  if (chosen.length === COUNT) return freeInOrder(chosen);
  for (let next = 0; next < COUNT; next++) if (!chosen.includes(next)) permute([...chosen, next]);
}

permute([]);
console.log(orders);

assert(listAllocate(REGION_SIZE / 2) === start + REGION_SIZE / 2, "cut off the end of what is one block again");
assert(listAllocate(REGION_SIZE / 2) === start, "and the rest");
