// Placed variables: the ranges of one function's variables, gathered by variable, in the form in which object files tell of them.

import type { Module } from "../../ir/module.ts";
import type { PlacedVariable } from "../../object/debug-facts.ts";
import type { InlinedBodies } from "./inlined-bodies.ts";
import { variableKey } from "./lir.ts";
import type { VariableRange } from "./variable-ranges.ts";

/** `offsets` are those of labels. */
export function placeVariables(
  module: Module,
  bodies: InlinedBodies,
  ranges: readonly VariableRange[],
  offsets: readonly number[],
): PlacedVariable[] {
  const placed = new Map<number, PlacedVariable & { readonly ranges: PlacedVariable["ranges"][number][] }>();
  const declarationOrder = [...ranges].sort((a, b) => a.variable - b.variable);
  for (const { variable: number, scope, from, to, place } of declarationOrder) {
    const [start, end] = [offsets[from.label] + from.addend, offsets[to.label] + to.addend];
    if (start >= end) continue;
    const key = variableKey({ variable: number, scope });
    let known = placed.get(key);
    if (known === undefined) {
      const variable = module.variables[number];
      const { file, line } = module.position(variable.declaredAt);
      known = { variable, declaredLine: line, body: bodies.of(scope, file), ranges: [] };
      placed.set(key, known);
    }
    known.ranges.push({ from: start, to: end, place });
  }
  for (const { ranges: own } of placed.values()) own.sort((a, b) => a.from - b.from);
  return [...placed.values()];
}
