// Heap loads: ways in which programs use memory, each a function that answers how many blocks it asked for. WORKLOAD in the environment
// names the one to run. Prints: name, blocks, nanoseconds, peak memory in KiB, most bytes alive at once (0: not counted), checksum.

import { elementsAddress, loadU64, storeU8, stringUnitsAddress, symbolAddress, systemCall } from "tsmetal/unsafe";
import { allocateMemory, freeMemory } from "../../runtime/core/memory/allocation.ts";
import { monotonicNanoseconds } from "../../runtime/linux/clock.ts";
import { beginsWith, environmentValue } from "../../runtime/linux/environment.ts";

let seed: number = 1;
function random(limit: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return (seed >>> 8) % limit;
}

let checksum: number = 0;
let liveBytesMax: number = 0;

class Cell {
  next: Cell | null = null;
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}
class Tree {
  left: Tree | null = null;
  right: Tree | null = null;
}

/** What is alive until the program ends. */
let kept: Cell | null = null;

/** A phase that only builds: nothing is given back before the end. */
function phase(): number {
  const count = 400_000;
  for (let i = 0; i < count; i++) {
    const cell = new Cell(i);
    cell.next = kept;
    kept = cell;
  }
  for (let cell = kept; cell !== null; cell = cell.next) checksum += cell.value;
  return count;
}

/** A stack of a thousand objects, filled and emptied. */
function lastInFirstOut(): number {
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    let top: Cell | null = null;
    for (let i = 0; i < 1000; i++) {
      const cell: Cell = new Cell(i);
      cell.next = top;
      top = cell;
    }
    while (top !== null) {
      checksum += top.value;
      top = top.next;
    }
  }
  return rounds * 1000;
}

/** A thousand objects alive; the oldest goes when a new one comes. */
function firstInFirstOut(): number {
  const count = 400_000;
  const ring: Cell[] = [];
  for (let i = 0; i < 1000; i++) ring.push(new Cell(i));
  for (let i = 0; i < count; i++) {
    const place = i % 1000;
    checksum += ring[place].value;
    ring[place] = new Cell(i);
  }
  return count + 1000;
}

/** Blocks of 16 to 2000 bytes with random lifetimes; small ones are many. */
function mixedSizes(): number {
  const slots = 2000;
  const addresses: u64[] = [];
  const sizes: u64[] = [];
  for (let i = 0; i < slots; i++) {
    addresses.push(0);
    sizes.push(0);
  }
  let live = 0;
  let count = 0;
  for (let i = 0; i < 200_000; i++) {
    const slot = random(slots);
    if (addresses[slot] !== 0) {
      freeMemory(addresses[slot], sizes[slot]);
      live -= Number(sizes[slot]);
      addresses[slot] = 0;
      continue;
    }
    const size = 16 + (random(4) === 0 ? random(1985) : random(112));
    sizes[slot] = u64(size);
    addresses[slot] = allocateMemory(sizes[slot]);
    live += size;
    count++;
    if (live > liveBytesMax) liveBytesMax = live;
  }
  checksum = live;
  for (let slot = 0; slot < slots; slot++) if (addresses[slot] !== 0) freeMemory(addresses[slot], sizes[slot]);
  return count;
}

/** Arrays that grow to a random length, element by element. */
function growingArrays(): number {
  let count = 0;
  for (let round = 0; round < 200; round++) {
    const list: number[] = [];
    const length = random(20_000);
    for (let i = 0; i < length; i++) list.push(i);
    checksum += list.length;
    for (let capacity = 4; capacity < length; capacity *= 2) count++;
    count += 2;
  }
  return count;
}

/** Lines put together from short texts and numbers. */
function strings(): number {
  const lines = 20_000;
  for (let i = 0; i < lines; i++) {
    let line = `line ${i}`;
    line += ": ";
    line += i * 7;
    checksum += line.length;
  }
  return lines * 5;
}

function makeTree(depth: number): Tree {
  const tree = new Tree();
  if (depth > 0) {
    tree.left = makeTree(depth - 1);
    tree.right = makeTree(depth - 1);
  }
  return tree;
}
function countTree(tree: Tree): number {
  return 1 + (tree.left === null ? 0 : countTree(tree.left)) + (tree.right === null ? 0 : countTree(tree.right));
}

/** Binary trees of 4095 nodes, one after the other, beside one of 65535 that stays. */
function trees(): number {
  const keep = makeTree(15);
  for (let i = 0; i < 80; i++) checksum += countTree(makeTree(11));
  return countTree(keep) + checksum;
}

const LOADS: readonly (() => number)[] = [phase, lastInFirstOut, firstInFirstOut, mixedSizes, growingArrays, strings, trees];
const NAMES: readonly string[] = ["phase", "last-in", "first-in", "mixed", "growing", "strings", "trees"];

const OPEN: u64 = 2;
const READ: u64 = 0;
const buffer = new Uint8Array(4096);

/** The line VmHWM of /proc/self/status: the most memory that the program ever had at once. */
function peakMemoryKib(): number {
  const file = systemCall(OPEN, stringUnitsAddress("/proc/self/status\0"), 0, 0, 0, 0, 0);
  const size = systemCall(READ, u64(file), elementsAddress(buffer), 4000, 0, 0, 0);
  if (file < 0 || size <= 0) return 0;
  storeU8(elementsAddress(buffer) + u64(size), 0);
  let at: number = 0;
  while (buffer[at] !== 0 && !beginsWith(elementsAddress(buffer) + u64(at), "VmHWM:")) at++;
  while (buffer[at] !== 0 && (buffer[at] < 0x30 || buffer[at] > 0x39)) at++;
  let kib = 0;
  for (; buffer[at] >= 0x30 && buffer[at] <= 0x39; at++) kib = kib * 10 + buffer[at] - 0x30;
  return kib;
}

const chosen: u64 = environmentValue(loadU64(symbolAddress("tsm_initial_stack")), "WORKLOAD");
for (let i = 0; i < LOADS.length; i++) {
  if (chosen === 0 || !beginsWith(chosen, NAMES[i])) continue;
  const begin: u64 = monotonicNanoseconds();
  const count = LOADS[i]();
  const nanoseconds: u64 = monotonicNanoseconds() - begin;
  console.log(NAMES[i], count, nanoseconds, peakMemoryKib(), liveBytesMax, checksum);
}
