// Reaching bindings: which variables of the sources have which value at the start of each block, whatever way led there.
// Method: states go forward along the edges; where two meet, what they do not agree on is dropped, until nothing is.

import type { BlockId } from "../../ir/function.ts";
import { type LirBinding, type LirFunction, lirOrder, variableKey } from "./lir.ts";

/** By variable (variableKey), its binding. */
export type BlockBindings = ReadonlyMap<number, LirBinding>;

/** By block, the bindings that reach its start on all paths; undefined where it is not reached. */
export function findBlockBindings(lir: LirFunction): readonly (BlockBindings | undefined)[] {
  const order = lirOrder(lir);
  const made = lir.blocks.map((block) => bindingsMadeIn(lir, block.insts));
  const entries: (Map<number, LirBinding> | undefined)[] = lir.blocks.map(() => undefined);
  const isStale = new Uint8Array(lir.blocks.length).fill(1);
  entries[0] = new Map();
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const id of order) {
      if (isStale[id] === 0) continue;
      isStale[id] = 0;
      for (const target of passOn(lir, id, entries, made[id])) {
        isStale[target] = 1;
        isChanged = true;
      }
    }
  }
  return entries;
}

function bindingsMadeIn(lir: LirFunction, insts: readonly number[]): Map<number, LirBinding> {
  const made = new Map<number, LirBinding>();
  for (const inst of insts) for (const binding of lir.bindings.get(inst) ?? []) made.set(variableKey(binding), binding);
  return made;
}

/** Joins a block's state at its end into those behind its edges. Result: the blocks whose state changed by that. */
function passOn(
  lir: LirFunction,
  id: BlockId,
  entries: (Map<number, LirBinding> | undefined)[],
  made: ReadonlyMap<number, LirBinding>,
): BlockId[] {
  const before = entries[id];
  const changed: BlockId[] = [];
  for (const { target } of lir.blocks[id].edges) {
    const known = entries[target];
    if (known === undefined) {
      entries[target] = new Map([...(before ?? []), ...made]);
      changed.push(target);
    } else if (keepCommon(known, (key) => made.get(key) ?? before?.get(key))) changed.push(target);
  }
  return changed;
}

function keepCommon(known: Map<number, LirBinding>, at: (key: number) => LirBinding | undefined): boolean {
  const size = known.size;
  for (const [key, binding] of known) if (at(key) !== binding) known.delete(key);
  return known.size !== size;
}
