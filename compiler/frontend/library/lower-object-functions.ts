// Object functions: Object.keys, values, entries, fromEntries, hasOwn, assign, is and freeze. What an object has is asked of its class.
// Invariants: (1) own properties are those of the object that is there when the program runs, also behind a wider type

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { fieldNodes } from "../classes/class-elements.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import { callCore, callForInstance, type Derivation, fieldOf, isDynamic, isLibraryClass, ownFields } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import { isInstanceOf } from "../classes/lower-instances.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { coerce, isAssignable } from "../expressions/conversions.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { assertedAs } from "../expressions/lower-assertions.ts";
import { lowerEquality } from "../expressions/lower-comparisons.ts";
import { branchWhere, conditional } from "../expressions/lower-conditions.ts";
import { enumNamed, enumProperties } from "../expressions/lower-enums.ts";
import { callMember, placeOfMember, readMember } from "../expressions/lower-members.ts";
import { objectWith } from "../expressions/lower-objects.ts";
import { spreadMembers } from "../expressions/lower-spread-members.ts";
import { tupleFromParts } from "../expressions/lower-tuples.ts";
import { isIndistinct, matchUnion, narrowUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { hasModifier } from "../functions/functions.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { codeTypeOf } from "../types/function-roles.ts";
import {
  type ArrayType,
  arrayType,
  type ClassType,
  isHeapType,
  isNumeric,
  mayBeAbsent,
  type ObjectType,
  type Property,
  presentType,
  type Type,
  TypeKind,
  types,
  withoutUndefined,
} from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { convertNumber } from "./lower-conversions.ts";
import { isEnvironment } from "./lower-environment.ts";
import { assignToFunction } from "./lower-function-properties.ts";
import { ownKeys } from "./lower-keys.ts";
import { listBehind } from "./lower-unknown-objects.ts";

export function callObjectFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  if (args.some((argument) => argument.isSpread)) return context.refuse(node, "TSM9001", `spreading into Object.${name}`);
  const enumeration = enumNamed(context, args[0].node as ts.Expression);
  if (enumeration !== undefined && (name === "keys" || name === "values" || name === "entries"))
    return listEnum(context, enumeration, name, name === "keys" ? arrayType(types.string) : listType(context, node), node);
  switch (name) {
    case "getOwnPropertyNames":
      return ownNames(context, args[0].lower(), node);
    case "keys": {
      const given = args[0].lower();
      if (isEnvironment(context, given.type)) return callMember(context, given, "keys", [], node);
      const isList = [TypeKind.Array, TypeKind.TypedArray, TypeKind.Tuple, TypeKind.Unknown].includes(given.type.kind);
      return isList ? ownKeys(context, given, node) : ownNames(context, given, node);
    }
    case "values":
    case "entries": {
      const given = args[0].lower();
      if (isEnvironment(context, given.type) && name === "entries") return callMember(context, given, "entries", [], node);
      if (given.type.kind === TypeKind.Unknown) return listBehind(context, given, name, node);
      const object = asObject(context, given, node);
      return listOwn(context, object, name, listType(context, node), node);
    }
    case "hasOwn": {
      const object = args[0].lower();
      const keys = ownNames(context, object, node);
      return callBuiltIn(context, keys, "includes", [args[1].lower(types.string)], node);
    }
    case "assign":
      return assign(context, args, node);
    case "is":
      return isSameValue(context, args[0].lower(), args[1].lower(), node);
    case "freeze":
      return freeze(context, args[0], node);
    default:
      return context.refuse(node, "TSM9001", `Object.${name}`);
  }
}

/** The groups of a map as the object that `Object.groupBy` gives: the type says which names there may be. */
export function namedGroups(context: Context, groups: Operand, node: ts.Node): Operand {
  const type = context.checkerType(node);
  if (type.kind !== TypeKind.Object) return context.refuse(node, "TSM3052", type.name);
  const members: Record<string, Operand> = {};
  for (const name of type.properties().keys())
    members[name] = callMember(context, groups, "get", [{ type: types.string, value: 0, constant: name }], node);
  return objectWith(context, type, members, node);
}

/** `Object.fromEntries(entries) as T`: the assertion says which names there are, and each value is tested. */
export function objectOfEntries(context: Context, entries: Operand, expected: Type | undefined, node: ts.Node): Operand {
  const type = expected === undefined ? types.unknown : presentType(expected);
  const entry = entries.type.kind === TypeKind.Array ? entries.type.element : types.unknown;
  if (type.kind !== TypeKind.Object) return context.refuse(node, "TSM3010");
  if (entry.kind !== TypeKind.Tuple || entry.elements.length !== 2) return context.refuse(node, "TSM3008", entry.name, "[string, unknown]");
  const map = construct(
    context,
    context.program.runtimeClass("Map", [types.string, entry.elements[1]], node),
    [evaluated(entries, node)],
    node,
  );
  const members: Record<string, Operand> = {};
  for (const { name, type: own } of type.properties().values()) {
    const value = callMember(context, map, "get", [{ type: types.string, value: 0, constant: name }], node);
    members[name] = isAssignable(value.type, own) ? value : assertedAs(context, value, own, node);
  }
  return objectWith(context, type, members, node);
}

/** The checker's word for the list: a union of what the properties are. */
function listType(context: Context, node: ts.Node): ArrayType {
  const type = context.checkerType(node);
  return type.kind === TypeKind.Array ? type : context.refuse(node, "TSM3052", type.name);
}

function listEnum(context: Context, declaration: ts.EnumDeclaration, listed: Listed, list: ArrayType, node: ts.Node): Operand {
  const result = createArray(context, list, []);
  const properties = enumProperties(context, declaration);
  for (const { name, given } of properties) addProperty(context, name, given, listed, result, node);
  return result;
}

type Listed = "keys" | "values" | "entries";

const made = new WeakMap<Program, Map<string, Derivation>>();

function listOwn(context: Context, given: Operand, listed: Listed, list: ArrayType, node: ts.Node): Operand {
  const object = asObject(context, given, node);
  const result = createArray(context, list, []);
  callForInstance(context, derivationOf(context.program, listed, list), object, result, node);
  return result;
}

/** An object with properties of its own that are known. */
export function asObject(context: Context, given: Operand, node: ts.Node): Operand {
  return isOwnObject(context, given.type) ? given : context.refuse(node, "TSM3052", given.type.name);
}

export function isOwnObject(context: Context, type: Type): boolean {
  if (type.kind === TypeKind.Object) return true;
  if (type.kind === TypeKind.Class) {
    const isForeign = context.program.isRuntime(type.declaration.getSourceFile());
    return !type.isPacked && (!isForeign || isLibraryClass(context.program, type, "Error"));
  }
  return type.kind === TypeKind.Union && type.members.every((member) => member.kind === TypeKind.Object) && !mayBeAbsent(type);
}

/** `Object.keys(object)`. */
export function ownNames(context: Context, object: Operand, node: ts.Node): Operand {
  return listOwn(context, object, "keys", arrayType(types.string), node);
}

/** Puts what an object has into a list that is given to it. */
function derivationOf(program: Program, listed: Listed, list: ArrayType): Derivation {
  const derivations = made.get(program) ?? new Map<string, Derivation>();
  made.set(program, derivations);
  const name = `${listed} ${list.element.id}`;
  let found = derivations.get(name);
  if (found === undefined) {
    found = {
      name,
      extra: list,
      result: types.boolean,
      knows: (known, type) => isDynamic(known, type) || isLibraryClass(known, type, "Error"),
      ofValue: (context, given, _, node) => context.refuse(node, "TSM3052", given.type.name),
      ofInstance: (context, self, live, extra, node) => listInstance(context, self, live, listed, extra, node),
    };
    derivations.set(name, found);
  }
  return found;
}

function listInstance(context: Context, self: Value, live: LiveClass, listed: Listed, list: Operand, node: ts.Node): Operand {
  if (live.type !== null && isDynamic(context.program, live.type))
    return listDynamic(context, operand(live.type, self), listed, list, node);
  for (const field of ownFields(live)) {
    const add = (): void => addField(context, self, field, listed, list, node);
    if (field.isOptional === true) branchWhere(context, isAbsent(context, fieldOf(context, self, field)), () => undefined, add);
    else add();
  }
  return { type: types.boolean, value: 0, constant: true };
}

/** Of an object whose properties are known only when the program runs. Their values are of unknown type. */
function listDynamic(context: Context, object: Operand, listed: Listed, list: Operand, node: ts.Node): Operand {
  const done: Operand = { type: types.boolean, value: 0, constant: true };
  const element = list.type.kind === TypeKind.Array ? list.type.element : types.unknown;
  if (listed === "entries" || element !== (listed === "keys" ? types.string : types.unknown)) {
    context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Conversion);
    return done;
  }
  callBuiltIn(context, list, "appendAll", [callMember(context, object, listed === "keys" ? "names" : "values", [], node)], node);
  return done;
}

function addField(context: Context, self: Value, field: FieldLayout, listed: Listed, list: Operand, node: ts.Node): void {
  addProperty(context, field.name, fieldOf(context, self, field), listed, list, node, field.madeFor);
}

function addProperty(context: Context, key: string, held: Operand, listed: Listed, list: Operand, node: ts.Node, madeFor?: Type): void {
  const element = list.type.kind === TypeKind.Array ? list.type.element : types.unknown;
  const name: Operand = { type: types.string, value: 0, constant: key };
  if (listed === "keys") {
    callBuiltIn(context, list, "push", [name], node);
    return;
  }
  const wanted = element.kind === TypeKind.Tuple && listed === "entries" ? element.elements[1] : element;
  // What a field for null alone has come to hold, its type does not tell of either.
  const isNothing = madeFor !== undefined && wanted.kind !== TypeKind.Unknown;
  if (isNothing) context.check(isAbsent(context, held), PanicKind.Conversion);
  const given = isNothing ? operand(madeFor, 0) : held;
  if (!canBe(given.type, wanted) && !canBeCalledAs(context, given.type, wanted, node)) {
    // A property that the static type does not tell of, hidden behind it.
    context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Conversion);
    return;
  }
  const value = coerce(context, given, wanted, node);
  const pair = (): Operand =>
    element.kind === TypeKind.Tuple
      ? tupleFromParts(context, element, [context.value(name), value], value)
      : context.refuse(node, "TSM3052", element.name);
  callBuiltIn(context, list, "push", [listed === "entries" ? pair() : operand(element, value)], node);
}

/** Whether functions of the one type can stand for such of the other: `Object.values` of functions has the type of any of them. */
function canBeCalledAs(context: Context, from: Type, to: Type, node: ts.Node): boolean {
  if (from.kind !== TypeKind.Function || to.kind !== TypeKind.Function) return false;
  const scratch = Context.scratch(context.program, context.environment);
  try {
    coerce(scratch, operand(from, scratch.builder.nullRef()), to, node);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Whether values of the one type are values of the other, each by itself. */
function canBe(from: Type, to: Type): boolean {
  if (from === to || isAssignable(from, to) || to.kind === TypeKind.Unknown) return true;
  if (to.kind !== TypeKind.Union) return false;
  if (from.kind === TypeKind.Null) return to.hasNull;
  if (from.kind === TypeKind.Undefined) return to.hasUndefined;
  if (from.kind !== TypeKind.Union) return to.members.includes(from);
  return (
    from.members.every((member) => to.members.includes(member)) && (!from.hasNull || to.hasNull) && (!from.hasUndefined || to.hasUndefined)
  );
}

/** Copies the properties that the sources' types have, those that may be missing where they are there. */
function assign(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const wider = context.checkerType(node);
  if (codeTypeOf(wider) !== undefined) return assignToFunction(context, args, wider as ObjectType, node);
  if (ts.isObjectLiteralExpression(args[0].node) && wider.kind === TypeKind.Object) return assignToLiteral(context, args, wider, node);
  const target = args[0].lower();
  return assignMembers(context, operand(target.type, context.value(target)), args.slice(1), node);
}

/** Copies the properties of the sources, one after the other. */
export function assignMembers(context: Context, held: Operand, sources: readonly Argument[], node: ts.Node): Operand {
  if (held.type.kind !== TypeKind.Object && held.type.kind !== TypeKind.Class) return context.refuse(node, "TSM3052", held.type.name);
  for (const argument of sources) {
    const source = argument.lower();
    if (source.type.kind !== TypeKind.Object) return context.refuse(argument.node, "TSM3052", source.type.name);
    const kept = operand(source.type, context.value(source));
    for (const property of source.type.properties().values()) {
      const isKnown = held.type.kind === TypeKind.Class || held.type.properties().has(property.name);
      if (!isKnown) return context.refuse(argument.node, "TSM3056", property.name, held.type.name);
      if (isInheritedMethod(context, held.type, property)) {
        checkNotOwn(context, kept, held.type, property.name, argument.node);
        continue;
      }
      const place = placeOfMember(context, held, property.name, argument.node);
      const value = readMember(context, kept, property.name, argument.node);
      const write = (given: Operand): void => place.write(coerce(context, given, place.type, argument.node));
      if (!property.isOptional) write(value);
      else
        branchWhere(
          context,
          isAbsent(context, value),
          () => undefined,
          () => write(present(context, value, argument.node)),
        );
    }
  }
  return held;
}

/** Whether the property may be missing, and is a method of the class: what `Partial<Class>` says, too. */
function isInheritedMethod(context: Context, type: Type, { name, isOptional }: Property): type is ClassType {
  return isOptional && type.kind === TypeKind.Class && context.program.classes.findMember(type, name, "method") !== undefined;
}

/** Panics unless the source is of the class itself, or lacks the property: methods are not copied, and cannot be replaced. */
function checkNotOwn(context: Context, source: Operand, type: ClassType, name: string, node: ts.Node): void {
  const lacks = (): Operand => operand(types.boolean, isAbsent(context, readMember(context, source, name, node)));
  const yes = (): Operand => ({ type: types.boolean, value: 0, constant: true });
  const isFine = conditional(context, isInstanceOf(context, context.value(source), type), yes, lacks, node, types.boolean);
  context.check(context.value(isFine), PanicKind.Conversion);
}

/** Nobody else has the literal: an object is made that has all the properties. */
function assignToLiteral(context: Context, args: readonly Argument[], type: ObjectType, node: ts.Node): Operand {
  const parts = new Map<string, { readonly given: Operand; readonly isMissable: boolean }>();
  for (const argument of args) {
    const members = spreadMembers(context, argument.lower(), (name) => parts.get(name), argument.node);
    for (const { name, given, isMissable } of members) parts.set(name, { given, isMissable });
  }
  return objectWith(context, type, Object.fromEntries([...parts].map(([name, { given }]) => [name, given])), node);
}

/** Requires: the value is there. */
function present(context: Context, given: Operand, node: ts.Node): Operand {
  const type = withoutUndefined(given.type);
  return type.kind === TypeKind.Union ? narrowUnion(context, given, type, node) : context.narrow(given, type, node);
}

/** SameValue: as ===, but NaN is the same as NaN, and the zeros are not the same. */
function isSameValue(context: Context, left: Operand, right: Operand, node: ts.Node): Operand {
  const isSplit = ({ type }: Operand): boolean =>
    type.kind === TypeKind.Unknown || (type.kind === TypeKind.Union && type.members.some(isNumeric) && !isIndistinct(context, type));
  const held = operand(right.type, context.value(right));
  if (isSplit(left)) return matchUnion(context, left, (part) => isSameValue(context, part, held, node), node, types.boolean);
  if (isSplit(right) && isNumeric(left.type))
    return matchUnion(context, held, (part) => isSameValue(context, left, part, node), node, types.boolean);
  const isEmpty = left.type.kind === TypeKind.Never || right.type.kind === TypeKind.Never;
  if (isEmpty || areUnlike(left.type, right.type)) return { type: types.boolean, value: 0, constant: false };
  if (!isNumeric(left.type) || !isNumeric(right.type))
    return lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, left, right, node);
  const number = (given: Operand): Operand =>
    operand(types.number, context.coerce(convertNumber(context, given, types.number, node), types.number, node));
  return callCore(context, "number", "isSameValue", [number(left), number(right)], node);
}

/** Whether values of the types are primitives of different kinds, or a primitive and an object. */
function areUnlike(left: Type, right: Type): boolean {
  const primitives = [TypeKind.String, TypeKind.Boolean, TypeKind.Null, TypeKind.Undefined];
  const kindOf = (type: Type): TypeKind | undefined => (isNumeric(type) ? TypeKind.Number : primitives.find((kind) => kind === type.kind));
  const [a, b] = [kindOf(left), kindOf(right)];
  const isObject = (type: Type): boolean => isHeapType(type) && type.kind !== TypeKind.String;
  if (a === undefined || b === undefined) return (a !== undefined && isObject(right)) || (b !== undefined && isObject(left));
  return a !== b;
}

/** What was just made and has one owner: its type says that it does not change, and no other reference can. */
function freeze(context: Context, argument: Argument, node: ts.Node): Operand {
  let { node: inner } = argument;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner)) inner = inner.expression;
  if (ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner)) return argument.lower();
  const given = argument.lower();
  const isNew = ts.isNewExpression(inner) || (inner.kind === ts.SyntaxKind.ThisKeyword && endsConstructor(context, node));
  const isFixed = isNew && given.type.kind === TypeKind.Class && hasFixedFields(context, given.type);
  return isFixed ? given : context.refuse(node, "TSM3053");
}

/** Whether it is the last thing that a constructor does, in a class without others below whose fields would come behind it. */
function endsConstructor({ program }: Context, node: ts.Node): boolean {
  const { parent: statement } = node;
  const body = statement.parent;
  if (!ts.isExpressionStatement(statement) || !ts.isBlock(body) || !ts.isConstructorDeclaration(body.parent)) return false;
  return body.statements.at(-1) === statement && program.classes.withSubclasses(body.parent.parent).length === 1;
}

/** Whether no field of the class, and of those above, can be assigned to once the constructor is done. */
function hasFixedFields(context: Context, type: ClassType): boolean {
  if (context.program.isRuntime(type.declaration.getSourceFile())) return false;
  const parent = type.parent();
  const isFixed = fieldNodes(type.declaration).every(({ node }) => hasModifier(node, ts.SyntaxKind.ReadonlyKeyword));
  return isFixed && (parent === null || hasFixedFields(context, parent));
}
