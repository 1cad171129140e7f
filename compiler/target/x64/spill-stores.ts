// Spill stores: for a value that is moved from its register to its slot in several places, one store where it is defined may be cheaper.
// Invariants: a register listed here has its value in its slot from its last definition on; all other moves to the slot are superfluous

import { isSlot, type Location } from "./allocation.ts";
import type { Interval, IntervalTable } from "./intervals.ts";
import type { Move } from "./parallel-moves.ts";
import { type Register, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

/** A move that allocation wants, with the register it is for, and how often it runs. */
export interface WantedMove extends Move {
  readonly register: Register;
  readonly weight: number;
}

export interface DefinitionStore extends Move {
  /** Even: before this inst. */
  readonly position: number;
}

export interface SpillStores {
  readonly registers: ReadonlySet<Register>;
  readonly stores: readonly DefinitionStore[];
}

/** Finds the registers for which it pays, by the moves that are wanted and the weight of each position. */
export function chooseSpillStores(
  table: IntervalTable,
  pieces: readonly (readonly Interval[])[],
  wanted: readonly WantedMove[],
  weightAt: (position: number) => number,
): SpillStores {
  const storeWeights = new Map<Register, number>();
  for (const { register, target, source, weight } of wanted) {
    if (isSlot(target) && !isSlot(source)) storeWeights.set(register, (storeWeights.get(register) ?? 0) + weight);
  }
  const registers = new Set<Register>();
  const stores: DefinitionStore[] = [];
  for (const [register, weight] of storeWeights) {
    const index = register - VIRTUAL_REGISTERS_FIRST;
    const definition = singleDefinition(table, index);
    if (definition === undefined) continue;
    const location = locationAt(pieces[index], definition);
    const slot = firstSlot(pieces[index]);
    if (location === undefined || slot === undefined) continue;
    if (!isSlot(location)) {
      if (slot.start <= definition || weightAt(definition) > weight) continue;
      stores.push({ position: (definition + 1) & ~1, target: slot.location, source: location });
    }
    registers.add(register);
  }
  return { registers, stores };
}

/** The last of the definitions, if they are one after the other in one block, as those of an inst with two addresses are. */
function singleDefinition(table: IntervalTable, index: number): number | undefined {
  const definitions = table.definitions[index];
  const last = definitions[0];
  const first = definitions[definitions.length - 1];
  if (last === undefined) return undefined;
  if (first === last) return last;
  for (const id of table.order)
    if (table.blockStarts[id] <= first && first < table.blockEnds[id]) return last < table.blockEnds[id] ? last : undefined;
  return undefined;
}

function locationAt(pieces: readonly Interval[], position: number): Location | undefined {
  return pieces.find((piece) => piece.covers(position))?.location;
}

function firstSlot(pieces: readonly Interval[]): Interval | undefined {
  return pieces.find((piece) => isSlot(piece.location));
}
