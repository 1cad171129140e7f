// Selection rules: one law a row, by operation; of the rows of one operation the first that applies is taken.
// Invariants: a row's function emits nothing and demands nothing before it is sure to apply.
// To add an operation: one row in the file of its kind.

import type { IrFunction } from "../../ir/function.ts";
import type { Module } from "../../ir/module.ts";
import type { Op } from "../../ir/ops.ts";
import type { SymbolNames } from "../symbol-names.ts";
import type { LirFunction } from "./lir.ts";
import { type Rule, type RuleTable, Selector } from "./select.ts";
import { callRules } from "./select-calls.ts";
import { compareRules } from "./select-compares.ts";
import { controlRules } from "./select-control.ts";
import { divisionRules } from "./select-division.ts";
import { floatRules } from "./select-floats.ts";
import { integerRules } from "./select-integers.ts";
import { intrinsicRules } from "./select-intrinsics.ts";
import { memoryRules } from "./select-memory.ts";
import { VariableHomes, VariableNotes } from "./variable-homes.ts";

function group(rules: readonly Rule[]): RuleTable {
  const byOp = new Map<Op, Rule[]>();
  for (const row of rules) {
    const list = byOp.get(row.op);
    if (list === undefined) byOp.set(row.op, [row]);
    else list.push(row);
  }
  return byOp;
}

export const selectionRules: readonly Rule[] = [
  ...integerRules(),
  ...divisionRules(),
  ...compareRules(),
  ...floatRules(),
  ...memoryRules(),
  ...controlRules(),
  ...callRules(),
  ...intrinsicRules(),
];

const rulesByOp = group(selectionRules);

/** Selects insts for a lowered function; with `keepsVariables`, each variable of the sources has a register all the time. */
export function selectFunction(module: Module, fn: IrFunction, names: SymbolNames, keepsVariables = false): LirFunction {
  const selector = new Selector(module, fn, names, rulesByOp);
  selector.run(fn.variables.isEmpty ? null : keepsVariables ? new VariableHomes(selector) : new VariableNotes(selector));
  return selector.lir;
}
