// Initializing stores: the first stores to the fields of objects that were just made, while nothing else can refer to them.

import { predecessors, reversePostorder } from "../ir/control-flow.ts";
import type { Block, IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";

/** Objects that nothing but a value refers to, and which of their fields were stored to. */
type Fresh = Map<Value, Set<number>>;

/** The field.set instructions that overwrite the zero a new object begins with. */
export function initializingStores(fn: IrFunction): Set<Value> {
  const found = new Set<Value>();
  if (fn.blocks.length === 0) return found;
  const preds = predecessors(fn);
  const ends: (Fresh | undefined)[] = [];
  for (const id of reversePostorder(fn)) {
    const [only] = preds[id];
    const before = preds[id].length === 1 ? ends[only] : undefined;
    const fresh: Fresh = new Map([...(before ?? [])].map(([object, fields]) => [object, new Set(fields)]));
    visitBlock(fn, fn.blocks[id], fresh, found);
    ends[id] = fresh;
  }
  return found;
}

function visitBlock(fn: IrFunction, block: Block, fresh: Fresh, found: Set<Value>): void {
  for (const value of block.insts) {
    const op = fn.op(value);
    if (op === Op.New) fresh.set(value, new Set());
    else if (op === Op.FieldSet) {
      const fields = fresh.get(fn.operand(value, 0));
      const field = fn.aux(value);
      if (fields !== undefined && !fields.has(field)) {
        found.add(value);
        fields.add(field);
      }
      fresh.delete(fn.operand(value, 1));
    } else if (op !== Op.FieldGet) for (const operand of fn.operands(value)) fresh.delete(operand);
  }
  for (const { args } of block.edges) for (const argument of args) fresh.delete(argument);
}
