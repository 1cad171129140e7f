// Keys: the names of an object's own properties, for `for-in`. What an object has is known from its class, which the program finds out.
// Invariants: (1) integer names come first, in ascending order; the others in the order in which the properties were made
//             (2) optional properties of literals are keys where they are not undefined
// Manual:     ECMA-262 "OrdinaryOwnPropertyKeys", "EnumerateObjectProperties".

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ownNames } from "../classes/class-elements.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import {
  callCore,
  callForInstance,
  type Derivation,
  inOrderOfKeys,
  isDynamic,
  isLibraryClass,
  ownFields,
} from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere } from "../expressions/lower-conditions.ts";
import { absence, mayBeMissing } from "../expressions/lower-in.ts";
import { callMember } from "../expressions/lower-members.ts";
import { arrayLength } from "../expressions/lower-open-lists.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { anyObject, arrayType, mayBeAbsent, TypeKind, types } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";

const keys: Derivation = {
  name: "keys",
  extra: types.boolean,
  result: arrayType(types.string),
  knows: () => true,
  ofValue: (context, given, _extra, node) => ownKeys(context, given, node),
  ofInstance: keysOfInstance,
};

/** The names of the enumerable properties, as an array of texts. */
export function ownKeys(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  switch (type.kind) {
    case TypeKind.Array:
    case TypeKind.TypedArray: {
      const length = operand(types.numberInt32, arrayLength(context, context.value(given), type));
      return callCore(context, "array-keys", "indexKeys", [length], node);
    }
    case TypeKind.Null:
    case TypeKind.Undefined:
      return createArray(context, arrayType(types.string), []);
    case TypeKind.Union:
      if (type.members.every((member) => member.kind === TypeKind.Object) && !mayBeAbsent(type)) return ofObject(context, given, node);
      return matchUnion(context, given, (part) => ownKeys(context, part, node), node, keys.result);
    case TypeKind.Class:
      if (type.isPacked) return context.refuse(node, "TSM3014", "be asked for its keys");
      return callForInstance(context, keys, given, { type: types.boolean, value: 0, constant: false }, node);
    case TypeKind.Object:
    case TypeKind.Tuple:
    case TypeKind.Unknown:
      return ofObject(context, given, node);
    default:
      return context.refuse(node, "TSM9001", `\`for-in\` over ${type.name}`);
  }
}

/** Of an object of any class. */
function ofObject(context: Context, given: Operand, node: ts.Node): Operand {
  const object = operand(given.type.kind === TypeKind.Object ? given.type : anyObject, context.value(given));
  return callForInstance(context, keys, object, { type: types.boolean, value: 0, constant: false }, node);
}

function keysOfInstance(context: Context, self: Value, live: LiveClass, _extra: Operand, node: ts.Node): Operand {
  if (live.array !== null && live.array.kind !== TypeKind.Tuple) return ownKeys(context, operand(live.array, self), node);
  if (live.type !== null && isDynamic(context.program, live.type)) return callMember(context, operand(live.type, self), "names", [], node);
  const fields = enumerableFields(context.program, live);
  const result = createArray(context, arrayType(types.string), []);
  const add = (name: string): void => void callBuiltIn(context, result, "push", [{ type: types.string, value: 0, constant: name }], node);
  const known = new Set<string>();
  for (const field of fields) {
    if (known.has(nameOf(field))) continue;
    known.add(nameOf(field));
    if (!mayBeMissing(live, field)) add(nameOf(field));
    else
      branchWhere(
        context,
        absence(context, self, live, field),
        () => undefined,
        () => add(nameOf(field)),
      );
  }
  return result;
}

/** An accessor of a literal is a property of that name. */
function nameOf(field: FieldLayout): string {
  return field.name.replace(/^[gs]et /, "");
}

/** Each class's own fields, the topmost class's first; those that the runtime's classes have cannot be enumerated. */
export function enumerableFields(program: Program, live: LiveClass): readonly FieldLayout[] {
  const own = ownFields(live).filter(({ name }) => live.array === null || /^\d+$/.test(name));
  if (live.type === null || isLibraryClass(program, live.type, "Error")) return own;
  const names: string[] = [];
  for (let type = live.type; ; ) {
    const isForeign = program.isRuntime(type.declaration.getSourceFile());
    if (!isForeign) names.unshift(...ownNames(type.declaration));
    const parent = type.parent();
    if (parent === null) break;
    type = parent;
  }
  return inOrderOfKeys([...new Set(names)].flatMap((name) => own.find((field) => field.name === name) ?? []));
}
