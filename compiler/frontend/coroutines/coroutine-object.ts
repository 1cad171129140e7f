// Coroutine objects: the fields of the runtime's objects that run the bodies of generators, as those bodies read and write them.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import type { Operand } from "../operands.ts";
import type { ClassType, Type } from "../types/types.ts";

export class CoroutineObject {
  readonly self: Operand;

  constructor(self: Operand) {
    this.self = self;
  }

  get(context: Context, name: string): Value {
    return context.builder.emit(Op.FieldGet, [this.self.value], this.layout(context, name).field);
  }

  set(context: Context, name: string, given: Operand, node: ts.Node): void {
    this.setValue(context, name, coerce(context, given, this.layout(context, name).type, node));
  }

  /** Requires: the value is stored as the field is. */
  setValue(context: Context, name: string, value: Value): void {
    context.builder.emit(Op.FieldSet, [this.self.value, value], this.layout(context, name).field);
  }

  private layout(context: Context, name: string): { readonly type: Type; readonly field: number } {
    const found = context.program.classes.layoutOf(this.self.type as ClassType).fields.get(name);
    if (found === undefined) throw new RangeError(`generators of the runtime have no ${name}`);
    return found;
  }
}
