// Consumed operand: the reference that an instruction takes over into memory, with its count.

import type { IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind } from "../ir/types.ts";

/** Its place among the operands, or -1. Packed classes lie over memory that holds no counted references. */
export function consumedOperand(module: Module, fn: IrFunction, value: Value): number {
  const aux = fn.aux(value);
  switch (fn.op(value)) {
    case Op.FieldSet: {
      const field = module.fields[aux];
      return field.kind === MemoryKind.Ref && !module.classes[field.classIndex].isPacked ? 1 : -1;
    }
    case Op.GlobalSet:
      return module.globals[aux].kind === MemoryKind.Ref ? 0 : -1;
    case Op.ArraySet:
      return aux === MemoryKind.Ref ? 2 : -1;
    case Op.Store:
    case Op.StoreVolatile:
      return aux === MemoryKind.Ref ? 1 : -1;
    default:
      return -1;
  }
}
