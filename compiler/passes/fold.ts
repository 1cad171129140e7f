// Fold: computes what is constant and applies the laws of fold-rules.ts.
// Requires:    nothing.
// Establishes: no operation without effects has only constant operands; replaced instructions stay behind, unused.

import { Replacements } from "../ir/blocks.ts";
import { reversePostorder } from "../ir/control-flow.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import type { Op } from "../ir/ops.ts";
import { foldRules } from "./fold-rules.ts";
import { FoldingBuilder, type Rule } from "./match.ts";

const rulesByOp = new Map<Op, Rule[]>();
for (const row of foldRules) {
  for (const op of row.ops) rulesByOp.set(op, [...(rulesByOp.get(op) ?? []), row]);
}

export function fold(fn: IrFunction): void {
  const replacements = new Replacements();
  const builder = new FoldingBuilder(fn, rulesByOp);
  for (const id of reversePostorder(fn)) {
    const block = fn.blocks[id];
    const out: Value[] = [];
    const dropped: { readonly value: Value; readonly place: number }[] = [];
    for (const value of block.insts) {
      replacements.applyTo(fn, value);
      builder.setPlace(out, fn.position(value));
      const folded = builder.fold(value);
      if (folded === undefined) out.push(value);
      else {
        replacements.set(value, folded);
        dropped.push({ value, place: out.length });
      }
    }
    for (const { value, place } of dropped.reverse()) fn.variables.moveTo(value, out[place]);
    block.insts = out;
  }
  replacements.apply(fn);
}
