// Objects behind unknown values: what `Object.values` and `Object.entries` give of them, in the order in which their keys come. What the
// class of the object has is asked through a slot.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { LiveClass } from "../classes/classes.ts";
import { callCore, callForInstance, type Derivation, fieldOf, isDynamic } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere } from "../expressions/lower-conditions.ts";
import { absence, mayBeMissing } from "../expressions/lower-in.ts";
import { callMember } from "../expressions/lower-members.ts";
import { type Operand, operand } from "../operands.ts";
import { anyObject, arrayType, TypeKind, types } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { enumerableFields, ownKeys } from "./lower-keys.ts";
import { canBeUnknown, elementsBehind } from "./lower-unknown-arrays.ts";

const values = arrayType(types.unknown);

const ownValues: Derivation = {
  name: "own values",
  extra: types.boolean,
  result: values,
  knows: () => true,
  ofValue: (context, given, _, node) => context.refuse(node, "TSM3052", given.type.name),
  ofInstance: (context, self, live, _, node) => valuesOfInstance(context, self, live, node),
};

/** `Object.values(value)` and `Object.entries(value)` of a value of unknown type. Requires: it is an object. */
export function listBehind(context: Context, given: Operand, listed: "values" | "entries", node: ts.Node): Operand {
  const object = operand(anyObject, context.value(given));
  const found = callForInstance(context, ownValues, object, { type: types.boolean, value: 0, constant: true }, node);
  return listed === "values" ? found : callCore(context, "array-keys", "pairs", [ownKeys(context, object, node), found], node);
}

function valuesOfInstance(context: Context, self: Value, live: LiveClass, node: ts.Node): Operand {
  if (live.array !== null && live.array.kind !== TypeKind.Tuple) return elementsBehind(context, operand(live.array, self), node);
  if (live.type !== null && isDynamic(context.program, live.type)) return callMember(context, operand(live.type, self), "values", [], node);
  const result = createArray(context, values, []);
  for (const field of enumerableFields(context.program, live)) {
    const given = fieldOf(context, self, field);
    const add = (): void => {
      // An accessor is a function here, and a machine integer no unknown value.
      if (/^[gs]et /.test(field.name) || !canBeUnknown(field.type))
        context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Conversion);
      else callBuiltIn(context, result, "push", [operand(types.unknown, context.coerce(given, types.unknown, node))], node);
    };
    if (mayBeMissing(live, field)) branchWhere(context, absence(context, self, live, field), () => undefined, add);
    else add();
  }
  return result;
}
