// Object literals: instances of classes that the compiler makes, one for each interface or list of members.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { MemoryKind } from "../../ir/types.ts";
import type { FieldLayout, LiteralMember } from "../classes/classes.ts";
import { genericFunctionOf, genericsOf, keyOfGenerics, NO_GENERICS, setGenerics } from "../classes/generic-members.ts";
import { memberKey } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { setBoundFunction } from "../functions/bound-functions.ts";
import { type Operand, operand } from "../operands.ts";
import { isModuleLevel } from "../statements/lower-globals.ts";
import { memoryKindOf } from "../types/representation.ts";
import { isLike } from "../types/type-parts.ts";
import {
  functionType,
  mayBeAbsent,
  mayBeUndefined,
  type ObjectType,
  objectType,
  type Property,
  presentType,
  type Type,
  TypeKind,
  types,
  widened,
} from "../types/types.ts";
import { coerce } from "./conversions.ts";
import { addComputed, lowerName, type Part } from "./lower-computed-names.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { isOptionalIn, memberNames, objectTypes, readOwn, spreadMembers } from "./lower-spread-members.ts";
import { absentValue } from "./stored-members.ts";

export function lowerObjectLiteral(context: Context, node: ts.ObjectLiteralExpression, expected?: Type): Operand {
  const { program } = context;
  const name = constantOf(context, node);
  const ownFunction = (property: ts.ObjectLiteralElementLike): OwnFunction | undefined => ownFunctionOf(context, property, name);
  const needsChecker = node.properties.some(
    (property) => ownFunction(property) !== undefined || genericFunctionOf(program, property) !== undefined,
  );
  const wanted = expectedObject(context, node, expected) ?? (needsChecker ? checkedObject(context, node) : undefined);
  const generics = wanted === undefined ? NO_GENERICS : genericsOf(context, node, wanted);
  const isGeneric = (name: string): boolean => generics.plain.has(name) || generics.bound.has(name) || generics.held.has(name);
  const properties = node.properties.filter(({ name }) => name === undefined || !isGeneric(memberKey(name)));
  const functions = properties.flatMap((property) => ownFunction(property) ?? []);
  const parts = new Map<string, Part>();
  const names = new Set<string>();
  for (const property of properties) {
    if (addComputed(context, property, wanted, parts)) {
      for (const name of parts.keys()) names.add(name);
      continue;
    }
    lowerName(context, property.name);
    const own = ownFunction(property);
    if (own !== undefined) names.add(own.field);
    else addParts(context, property, wanted, parts);
    for (const name of parts.keys()) names.add(name);
  }
  const type = wanted ?? inferObjectType([...parts.values()]);
  const accessors = functions.filter(({ node: own }) => ts.isAccessor(own)).map(({ field }) => field);
  const members = inOrder(fieldsOf(type, functions).map(openField), [...names], parts);
  const order = members.map(({ name, isOptional }) => (isOptional === true ? `${name}?` : name));
  const written = keyOfGenerics(context, generics);
  const layout = program.classes.literalClass([type.id, ...accessors, ...order, ...written].join(), type.name, members);
  context.at(node);
  const object = context.emit(Op.New, [], layout.irClass.index);
  setGenerics(context, object, layout, generics);
  for (const member of members) {
    const field = layout.fields.get(member.name);
    const part = parts.get(member.name);
    if (field === undefined) continue;
    if (part !== undefined) context.emit(Op.FieldSet, [object, coerce(context, part.given, field.type, part.node)], field.field);
    else if (mayBeAbsent(field.type) && memoryKindOf(field.type) !== MemoryKind.Ref)
      context.emit(Op.FieldSet, [object, absentValue(context, field.type)], field.field);
  }
  setFunctions(context, operand(type, object), name, functions, layout.fields);
  return operand(type, object);
}

/** A function that has the object as `this`, or knows it by the name of its constant. */
interface OwnFunction {
  readonly node: ts.MethodDeclaration | ts.AccessorDeclaration | ts.ArrowFunction | ts.FunctionExpression;
  readonly field: string;
}

function ownFunctionOf(context: Context, property: ts.ObjectLiteralElementLike, constant: ts.Symbol | undefined): OwnFunction | undefined {
  if (ts.isAccessor(property)) return { node: property, field: accessorField(property) };
  if (ts.isMethodDeclaration(property)) return { node: property, field: memberKey(property.name) };
  if (!ts.isPropertyAssignment(property) || constant === undefined) return undefined;
  const { initializer: node, name } = property;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  return mentions(context, node, constant) ? { node, field: memberKey(name) } : undefined;
}

/** The constant in a function whose value the literal is. */
function constantOf(context: Context, node: ts.ObjectLiteralExpression): ts.Symbol | undefined {
  let parent: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(parent) || ts.isSatisfiesExpression(parent)) parent = parent.parent;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name) || isModuleLevel(parent)) return undefined;
  return (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) === 0 ? undefined : context.program.symbolOf(parent.name);
}

function mentions(context: Context, node: ts.Node, symbol: ts.Symbol): boolean {
  if (ts.isIdentifier(node) && node.text === symbol.name && context.program.symbolOf(node) === symbol) return true;
  return ts.forEachChild(node, (child) => mentions(context, child, symbol)) ?? false;
}

function checkedObject(context: Context, node: ts.ObjectLiteralExpression): ObjectType | undefined {
  const type = context.checkerType(node);
  return type.kind === TypeKind.Object ? type : undefined;
}

/** The field that holds an accessor; the property itself has none. */
function accessorField(node: ts.AccessorDeclaration): string {
  return `${ts.isGetAccessor(node) ? "get" : "set"} ${memberKey(node.name)}`;
}

/** The fields as the literal has them, which is the order that programs see; then those it leaves out, which must be optional. */
function inOrder(members: readonly LiteralMember[], order: readonly string[], parts: ReadonlyMap<string, Part>): LiteralMember[] {
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return members
    .map((member) => {
      const part = parts.get(member.name);
      // What is given as undefined is there.
      return part !== undefined && mayBeAbsent(part.given.type) ? { ...member, isOptional: part.isMissable === true } : member;
    })
    .sort((a, b) => place(a.name) - place(b.name));
}

/** A field for null alone may get a value when the object is seen as one that can have it. */
function openField(member: LiteralMember): LiteralMember {
  const isNothing = member.type.kind === TypeKind.Null || member.type.kind === TypeKind.Undefined;
  return isNothing ? { ...member, type: types.unknown, madeFor: member.type } : member;
}

function fieldsOf(type: ObjectType, functions: readonly OwnFunction[]): LiteralMember[] {
  const accessors = functions.map(({ node }) => node).filter(ts.isAccessor);
  const accessed = new Set(accessors.map((node) => memberKey(node.name)));
  const fields = [...type.properties().values()]
    .filter(({ name, generic }) => !accessed.has(name) && generic === undefined)
    .map(({ name, type: own, isOptional }): LiteralMember => ({ name, type: own, isOptional }));
  for (const node of accessors) {
    const own = type.properties().get(memberKey(node.name))?.type;
    if (own === undefined) continue;
    fields.push({ name: accessorField(node), type: ts.isGetAccessor(node) ? functionType([], own) : functionType([own], types.void) });
  }
  return fields;
}

function setFunctions(
  context: Context,
  object: Operand,
  name: ts.Symbol | undefined,
  functions: readonly OwnFunction[],
  fields: ReadonlyMap<string, FieldLayout>,
): void {
  const outer = context.self;
  for (const { node, field } of functions) {
    const layout = fields.get(field);
    if (layout === undefined) continue;
    const isThis = ts.isMethodDeclaration(node) || ts.isAccessor(node);
    if (isThis) context.self = object;
    setBoundFunction(context, node, { object, isThis, name: name ?? null }, layout.type, layout.field);
    context.self = outer;
  }
}

/** The object type the place wants; of a union the member whose literal properties match. */
function expectedObject(context: Context, node: ts.ObjectLiteralExpression, expected: Type | undefined): ObjectType | undefined {
  if (expected === undefined) return undefined;
  const present = presentType(expected);
  if (present.kind === TypeKind.Object) return isShort(node, present) ? undefined : present;
  if (present.kind !== TypeKind.Union) return undefined;
  const objects = present.members.filter((member): member is ObjectType => member.kind === TypeKind.Object);
  const names = node.properties.map((property) => (property.name === undefined ? "" : memberKey(property.name)));
  const fitting = objects.filter(
    (member) =>
      names.every((name) => member.properties().has(name)) &&
      [...member.properties().values()].every((property) => property.isOptional || names.includes(property.name)) &&
      node.properties.every((property) => agreesWith(context, property, member)),
  );
  if (fitting.length < 2) return fitting[0];
  return fitting.find((member) => node.properties.every((property) => canHold(context, property, member))) ?? fitting[0];
}

/** Whether the member of the type can have the value that the literal gives it, as the checker sees that. */
function canHold(context: Context, node: ts.ObjectLiteralElementLike, type: ObjectType): boolean {
  if (!ts.isPropertyAssignment(node)) return true;
  const wanted = type.properties().get(memberKey(node.name))?.type;
  const { initializer } = node;
  if (wanted === undefined || ts.isFunctionLike(initializer)) return true;
  return isLike(context.checkerType(initializer), wanted);
}

/** Whether a literal lacks what the type has, as `{}` in `found ?? {}` does: it is a type of its own. Only assertions may say else. */
function isShort(node: ts.ObjectLiteralExpression, type: ObjectType): boolean {
  let around: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(around)) around = around.parent;
  if (!ts.isBinaryExpression(around) && !ts.isConditionalExpression(around)) return false;
  if (node.properties.some((property) => property.name === undefined || ts.isComputedPropertyName(property.name))) return false;
  const names = new Set(node.properties.flatMap(({ name }) => (name === undefined ? [] : [memberKey(name)])));
  return [...type.properties().values()].some(({ name, isOptional }) => !isOptional && !names.has(name));
}

/** Whether a literal is not another than the only value the member of the type can have. */
function agreesWith(context: Context, node: ts.ObjectLiteralElementLike, type: ObjectType): boolean {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return true;
  const property = type.properties().get(memberKey(node.name));
  const wanted = property?.literal;
  const initializer = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  // Literals beside each other are said to have each other's properties, as undefined.
  const isUndefined = ts.isIdentifier(initializer) && initializer.text === "undefined";
  if (property?.type.kind === TypeKind.Undefined) return isUndefined;
  if (isUndefined && property !== undefined) return property.type.kind === TypeKind.Unknown || mayBeUndefined(property.type);
  if (wanted === undefined) return true;
  if (ts.isStringLiteralLike(initializer)) return initializer.text === wanted;
  if (ts.isNumericLiteral(initializer)) return Number(initializer.text) === wanted;
  const isTruth = initializer.kind === ts.SyntaxKind.TrueKeyword || initializer.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth ? (initializer.kind === ts.SyntaxKind.TrueKeyword) === wanted : mayBeLiteral(context, initializer, wanted);
}

/** Whether an expression, by what the checker knows of it, may be that value. */
function mayBeLiteral({ program: { checker } }: Context, node: ts.Expression, wanted: string | number | boolean): boolean {
  const seen = checker.getTypeAtLocation(node);
  const parts = seen.isUnion() ? seen.types : [seen];
  return parts.some((part) => !(part.isStringLiteral() || part.isNumberLiteral()) || part.value === wanted);
}

function addParts(context: Context, property: ts.ObjectLiteralElementLike, wanted: ObjectType | undefined, parts: Map<string, Part>): void {
  if (ts.isSpreadAssignment(property)) {
    const source = lowerExpression(context, property.expression);
    for (const { name, given, isMissable } of spreadMembers(context, source, (name) => parts.get(name), property)) {
      const isWanted = wanted === undefined || wanted.properties().has(name);
      if (isWanted) parts.set(name, { name, given, isMissable, node: property });
    }
    return;
  }
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return;
  const name = memberKey(property.name);
  const type = wanted?.properties().get(name)?.type;
  const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  parts.set(name, { name, given: lowerExpression(context, value, type), node: value });
}

function inferObjectType(parts: readonly Part[]): ObjectType {
  const members = parts.map(({ name, given, isMissable }): Property => {
    return { name, type: widened(given.type), isMethod: false, isOptional: isMissable === true };
  });
  const key = members.map(({ name, type, isOptional }) => `${name}${isOptional ? "?" : ""}:${type.id}`).join(",");
  const shown = `{ ${members.map(({ name, type }) => `${name}: ${type.name}`).join("; ")} }`;
  return objectType(`{${key}}`, shown, () => new Map(members.map((member) => [member.name, member])));
}

/** A new object with the members that are not among the names. */
export function restOfObject(context: Context, source: Operand, names: readonly string[], node: ts.Node): Operand {
  const objects = objectTypes(source.type);
  const count = source.type.kind === TypeKind.Union ? source.type.members.length : 1;
  if (objects.length < count || mayBeAbsent(source.type)) return context.refuse(node, "TSM9001", `spreading ${source.type.name}`);
  const held = operand(source.type, context.value(source));
  const all = new Set(objects.flatMap((type) => memberNames(context, type)));
  const parts = [...all]
    .filter((name) => !names.includes(name))
    .map((name): Part => {
      const isMissable = objects.some((type) => isOptionalIn(context, type, name));
      return { name, given: readOwn(context, held, name, node), isMissable, node };
    });
  const type = inferObjectType(parts);
  const layout = context.program.classes.literalClass(String(type.id), type.name, [...type.properties().values()]);
  const object = context.emit(Op.New, [], layout.irClass.index);
  for (const { name, given } of parts) {
    const field = layout.fields.get(name);
    if (field !== undefined) context.emit(Op.FieldSet, [object, coerce(context, given, field.type, node)], field.field);
  }
  return operand(type, object);
}

/** A new object of the type with these members. */
export function objectWith(context: Context, type: ObjectType, members: Readonly<Record<string, Operand>>, node: ts.Node): Operand {
  const layout = context.program.classes.literalClass(String(type.id), type.name, [...type.properties().values()]);
  const object = context.emit(Op.New, [], layout.irClass.index);
  for (const [name, given] of Object.entries(members)) {
    const field = layout.fields.get(name);
    if (field !== undefined) context.emit(Op.FieldSet, [object, coerce(context, given, field.type, node)], field.field);
  }
  return operand(type, object);
}
