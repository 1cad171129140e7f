// Parallel moves: orders moves that happen at once, as on an edge, so that no source is overwritten before it is read.
// Invariants: no target occurs twice; xmm15 belongs to this file: allocation gives it to nobody
//
//   a cycle is opened by keeping one value aside, in a free register if there is one; two general registers just change places

import { type AllocationWriter, isSlot, type Location } from "./allocation.ts";
import { isVector, type Register, XMM15 } from "./registers.ts";

export const MOVE_SCRATCH: Register = XMM15;

export interface Move {
  readonly target: Location;
  readonly source: Location;
}

/** Writes the moves, as if all at once. A free general register, where the caller finds one, makes longer cycles cheaper. */
export function writeParallelMoves(writer: AllocationWriter, moves: readonly Move[], findFree?: () => Register | undefined): void {
  const sourceOf = new Map<Location, Location>();
  const readerCounts = new Map<Location, number>();
  for (const { target, source } of moves) {
    if (target === source) continue;
    sourceOf.set(target, source);
    readerCounts.set(source, (readerCounts.get(source) ?? 0) + 1);
  }
  writeChains(writer, sourceOf, readerCounts);
  for (const target of [...sourceOf.keys()]) writeCycle(writer, sourceOf, target, findFree);
}

/** Targets that nobody reads any more are free to be written; writing one may free its source. */
function writeChains(writer: AllocationWriter, sourceOf: Map<Location, Location>, readerCounts: Map<Location, number>): void {
  const ready = [...sourceOf.keys()].filter((target) => (readerCounts.get(target) ?? 0) === 0);
  for (let target = ready.pop(); target !== undefined; target = ready.pop()) {
    const source = sourceOf.get(target) ?? target;
    writer.move(target, source);
    sourceOf.delete(target);
    const left = (readerCounts.get(source) ?? 0) - 1;
    readerCounts.set(source, left);
    if (left === 0 && sourceOf.has(source)) ready.push(source);
  }
}

/** What is left are disjoint cycles: each location is read once and written once. */
function writeCycle(
  writer: AllocationWriter,
  sourceOf: Map<Location, Location>,
  start: Location,
  findFree: (() => Register | undefined) | undefined,
): void {
  if (!sourceOf.has(start)) return;
  const cycle: Location[] = [];
  for (let at: Location | undefined = start; at !== undefined && !cycle.includes(at); at = sourceOf.get(at)) cycle.push(at);
  for (const location of cycle) sourceOf.delete(location);
  const last = cycle[cycle.length - 1];
  const aside = cycle.some(isVector) ? MOVE_SCRATCH : cycle.length > 2 ? findFree?.() : undefined;
  const isInGeneralRegisters = cycle.every((location) => !isSlot(location) && !isVector(location));
  if (isInGeneralRegisters && aside === undefined) {
    for (let index = 0; index + 1 < cycle.length; index++) writer.exchange(cycle[index], cycle[index + 1]);
  } else if (aside !== undefined) {
    writer.move(aside, start);
    for (let index = 0; index + 1 < cycle.length; index++) writer.move(cycle[index], cycle[index + 1]);
    writer.move(last, aside);
  } else {
    writer.push(start);
    for (let index = 0; index + 1 < cycle.length; index++) writer.move(cycle[index], cycle[index + 1]);
    writer.pop(last);
  }
}
