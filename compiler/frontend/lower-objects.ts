// Object literals: instances of classes that the compiler makes, one for each interface or list of members.

import ts from "typescript";
import { Op } from "../ir/ops.ts";
import { MemoryKind } from "../ir/types.ts";
import { memberKey } from "./classes.ts";
import type { Context } from "./context.ts";
import { absentValue, coerce } from "./conversions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { readMember } from "./lower-members.ts";
import { type Operand, operand } from "./operands.ts";
import { memoryKindOf } from "./representation.ts";
import { mayBeAbsent, type ObjectType, objectType, type Property, presentType, type Type, TypeKind, widened } from "./types.ts";

interface Part {
  readonly name: string;
  readonly given: Operand;
  readonly node: ts.Node;
}

export function lowerObjectLiteral(context: Context, node: ts.ObjectLiteralExpression, expected?: Type): Operand {
  const wanted = expectedObject(node, expected);
  const parts = new Map<string, Part>();
  for (const property of node.properties) addParts(context, property, wanted, parts);
  const type = wanted ?? inferObjectType([...parts.values()]);
  const members = [...type.properties().values()];
  const layout = context.program.classes.literalClass(String(type.id), type.name, members);
  context.at(node);
  const object = context.emit(Op.New, [], layout.irClass.index);
  for (const member of members) {
    const field = layout.fields.get(member.name);
    const part = parts.get(member.name);
    if (field === undefined) continue;
    if (part !== undefined) context.emit(Op.FieldSet, [object, coerce(context, part.given, field.type, part.node)], field.field);
    else if (mayBeAbsent(field.type) && memoryKindOf(field.type) !== MemoryKind.Ref)
      context.emit(Op.FieldSet, [object, absentValue(context, field.type)], field.field);
  }
  return operand(type, object);
}

/** The object type the place wants; of a union the member whose literal properties match. */
function expectedObject(node: ts.ObjectLiteralExpression, expected: Type | undefined): ObjectType | undefined {
  if (expected === undefined) return undefined;
  const present = presentType(expected);
  if (present.kind === TypeKind.Object) return present;
  if (present.kind !== TypeKind.Union) return undefined;
  const objects = present.members.filter((member): member is ObjectType => member.kind === TypeKind.Object);
  const names = node.properties.map((property) => (property.name === undefined ? "" : property.name.getText()));
  const fitting = objects.filter(
    (member) =>
      names.every((name) => member.properties().has(name)) &&
      [...member.properties().values()].every((property) => property.isOptional || names.includes(property.name)),
  );
  return fitting[0];
}

function addParts(context: Context, property: ts.ObjectLiteralElementLike, wanted: ObjectType | undefined, parts: Map<string, Part>): void {
  if (ts.isSpreadAssignment(property)) {
    const source = lowerExpression(context, property.expression);
    for (const name of memberNames(context, source, property))
      parts.set(name, { name, given: readMember(context, source, name, property), node: property });
    return;
  }
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property) && !ts.isMethodDeclaration(property)) {
    return context.refuse(property, "TSM9001", "accessors in object literals");
  }
  const name = memberKey(property.name);
  const type = wanted?.properties().get(name)?.type;
  if (ts.isMethodDeclaration(property)) return context.refuse(property, "TSM9001", "methods in object literals (write `name: () => ...`)");
  const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  parts.set(name, { name, given: lowerExpression(context, value, type), node: value });
}

function memberNames(context: Context, source: Operand, node: ts.Node): string[] {
  const { type } = source;
  if (type.kind === TypeKind.Object) return [...type.properties().keys()];
  if (type.kind === TypeKind.Class) return [...context.program.classes.layoutOf(type).fields.keys()];
  return context.refuse(node, "TSM9001", `spreading ${type.name}`);
}

function inferObjectType(parts: readonly Part[]): ObjectType {
  const members = parts.map(({ name, given }): Property => ({ name, type: widened(given.type), isMethod: false, isOptional: false }));
  const key = members.map(({ name, type }) => `${name}:${type.id}`).join(",");
  const shown = `{ ${members.map(({ name, type }) => `${name}: ${type.name}`).join("; ")} }`;
  return objectType(`{${key}}`, shown, () => new Map(members.map((member) => [member.name, member])));
}
