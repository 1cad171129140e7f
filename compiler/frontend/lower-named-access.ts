// Named access: `object[key]` where the key is one of several names, known only when the program runs: a choice among the properties.
// Invariants: (1) the object and the key are evaluated once, before the choice
//             (2) a key that is none of the names cannot be: TypeScript says so; it panics like any lie about a type

import type ts from "typescript";
import { PanicKind } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import type { Context } from "./context.ts";
import { coerce } from "./conversions.ts";
import type { Place } from "./lower-assignments.ts";
import { placeOfMember, readMember } from "./lower-members.ts";
import { type Operand, operand } from "./operands.ts";
import { type Type, TypeKind, types, unionType, widened } from "./types.ts";

/** The names that the key may be, all of them properties of the object; undefined where they are not known. */
function possibleNames(context: Context, object: Type, key: Operand, node: ts.Expression): readonly string[] | undefined {
  const { checker, converter } = context.program;
  if (key.constant !== undefined || key.type.kind !== TypeKind.String) return undefined;
  if (object.kind !== TypeKind.Object && (object.kind !== TypeKind.Class || object.isPacked)) return undefined;
  const names = converter.namesOf(checker.getTypeAtLocation(node), context.environment, node);
  const properties = converter.propertyTypes(object, node);
  return names !== undefined && names.length > 0 && names.every((name) => properties.has(name)) ? names : undefined;
}

function choose(context: Context, key: Operand, names: readonly string[], use: (name: string) => void): void {
  const { builder } = context;
  const done = builder.openBlock();
  for (const name of names) {
    const [found, next] = [builder.openBlock(), builder.openBlock()];
    const text: Operand = { type: key.type, value: 0, constant: name };
    builder.branch(context.callRuntime("stringEquals", [context.value(key), context.value(text)]), found, next);
    builder.enter(found);
    use(name);
    builder.jump(done);
    builder.enter(next);
  }
  context.check(builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  builder.unreachable();
  builder.enter(done);
}

/** The property that the key names; undefined where its names are not known. */
export function readNamed(context: Context, object: Operand, key: Operand, keyNode: ts.Expression, node: ts.Node): Operand | undefined {
  const names = possibleNames(context, object.type, key, keyNode);
  return names === undefined ? undefined : readOneOf(context, object, key, names, node);
}

function readOneOf(context: Context, object: Operand, key: Operand, names: readonly string[], node: ts.Node): Operand {
  const held = operand(object.type, context.value(object));
  const name = operand(key.type, context.value(key));
  const properties = context.program.converter.propertyTypes(object.type, node);
  const type = unionType(names.map((each) => widened(properties.get(each) ?? types.never)));
  const result = context.temporary(type);
  choose(context, name, names, (each) => context.builder.write(result, coerce(context, readMember(context, held, each, node), type, node)));
  return operand(type, context.builder.read(result));
}

/** The same as something to be written. */
export function namedPlace(context: Context, object: Operand, key: Operand, keyNode: ts.Expression, node: ts.Node): Place | undefined {
  const names = possibleNames(context, object.type, key, keyNode);
  if (names === undefined) return undefined;
  const held = operand(object.type, context.value(object));
  const name = operand(key.type, context.value(key));
  const properties = context.program.converter.propertyTypes(object.type, node);
  const type = unionType(names.map((each) => widened(properties.get(each) ?? types.never)));
  return {
    type,
    read: () => readOneOf(context, held, name, names, node),
    write: (value) =>
      choose(context, name, names, (each) => {
        const place = placeOfMember(context, held, each, node);
        const given = operand(type, value);
        const own = type.kind === TypeKind.Union && place.type.kind !== TypeKind.Union ? context.narrow(given, place.type, node) : given;
        place.write(coerce(context, own, place.type, node));
      }),
  };
}
