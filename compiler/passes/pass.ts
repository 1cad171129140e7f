// Pass: one row of the pass table, and the order constraints between rows.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { assert } from "../support/assert.ts";

export interface Pass {
  /** Unique in the table: how switches and dumps name it. A second run of the same function has another name. */
  readonly name: string;
  readonly run: (module: Module) => void;
  /** Passes that come earlier in the table, where they are in it. */
  readonly after?: readonly string[];
  /** Cannot be switched off: without it no code can be generated, or a rule of the profile is not enforced. */
  readonly isRequired?: boolean;
}

/** The table itself, if its names are unique and its order keeps the constraints. */
export function checkedPasses(passes: readonly Pass[]): readonly Pass[] {
  const places = new Map(passes.map((pass, index) => [pass.name, index]));
  assert(places.size === passes.length, "two passes have one name");
  passes.forEach((pass, index) => {
    for (const earlier of pass.after ?? []) {
      const place = places.get(earlier);
      assert(place !== undefined, () => `pass ${pass.name} comes after ${earlier}, which is not in the table`);
      assert(place < index, () => `pass ${pass.name} must come after ${earlier}`);
    }
  });
  return passes;
}

/** A pass of the module from one of single functions. */
export function eachFunction(run: (fn: IrFunction, module: Module) => void): (module: Module) => void {
  return (module) => {
    for (const fn of module.functions) if (fn.blocks.length > 0) run(fn, module);
  };
}
