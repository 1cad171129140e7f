// `in`: whether an object has a property of a name: asked of its class, by a slot for a constant name, else by a function that compares the
// name with all that its class has.
// Invariants: what every object has from Object.prototype counts, as in JavaScript.
// Manual:     ECMA-262 "Relational Operators", "OrdinaryHasProperty".

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { isStatic } from "../classes/class-elements.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import { callCore, callForInstance, type Derivation, fieldOf, isDynamic } from "../classes/derived-members.ts";
import { hasPrivateName } from "../classes/lower-instances.ts";
import { knownSymbol } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { hasSetting, isEnvironment } from "../library/lower-environment.ts";
import { numericConstant, type Operand, operand } from "../operands.ts";
import { type ClassType, functionType, mayBeAbsent, type Type, TypeKind, types } from "../types/types.ts";
import { branchWhere } from "./lower-conditions.ts";
import { enumNamed, enumProperties } from "./lower-enums.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { callMember } from "./lower-members.ts";
import { arrayLength } from "./lower-open-lists.ts";
import { textOf } from "./lower-strings.ts";
import { missesElement } from "./lower-tuples.ts";
import { matchUnion } from "./lower-unions.ts";
import { isAbsent } from "./stored-members.ts";

/** What Object.prototype has. */
const INHERITED: readonly string[] =
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(
    " ",
  );

export function isInherited(name: string): boolean {
  return INHERITED.includes(name);
}

/** `name in object` */
export function lowerIn(context: Context, node: ts.BinaryExpression): Operand {
  if (ts.isPrivateIdentifier(node.left)) return hasPrivateName(context, node, node.left);
  const symbol = knownSymbol(context, node.left);
  const key: Operand = symbol === undefined ? lowerExpression(context, node.left) : { type: types.string, value: 0, constant: symbol };
  const enumeration = enumNamed(context, node.right);
  if (enumeration !== undefined) {
    const names = [...enumProperties(context, enumeration).map(({ name }) => name), ...INHERITED];
    return operand(types.boolean, isOneOf(context, nameOf(context, key, node), names));
  }
  // The left side comes first, also where the right side changes what it was read from.
  const held = key.constant === undefined ? operand(key.type, context.value(key)) : key;
  const given = lowerExpression(context, node.right);
  const { type } = given;
  if (isEnvironment(context, type)) return hasSetting(context, given, held, node);
  if (isListType(type) && symbol !== undefined) return { type: types.boolean, value: 0, constant: symbol === "[iterator]" };
  if (isListType(type)) return isIndex(context, held, given, node);
  const members = type.kind === TypeKind.Union ? type.members : [type];
  const constant = constantName(held);
  const isAmongLists = !mayBeAbsent(type) && members.some(isListType) && members.every((member) => isListType(member) || isAsked(member));
  if (isAmongLists && constant !== undefined && numericConstant(held) === undefined) {
    // What lists have is known: the compiler runs on JavaScript itself.
    const inList: Operand = { type: types.boolean, value: 0, constant: symbol === undefined ? constant in [] : symbol === "[iterator]" };
    const ask = (part: Operand): Operand => (isListType(part.type) ? inList : hasMember(context, part, constant));
    return matchUnion(context, given, ask, node, types.boolean);
  }
  if (mayBeAbsent(type) || !members.every(isAsked)) return context.refuse(node.right, "TSM3021", node.left.getText(), type.name);
  if (constant === undefined) return callForInstance(context, hasName, given, nameOf(context, held, node), node);
  if (isInherited(constant)) return { type: types.boolean, value: 0, constant: true };
  return hasMember(context, given, constant);
}

/** Whether an object, of any class, has a member of the name. */
export function hasMember(context: Context, given: Operand, name: string): Operand {
  const method = context.program.methods.slot(null, name, "has", functionType([], types.boolean));
  return operand(types.boolean, context.emit(Op.CallVirtual, [context.value(given)], method.index));
}

function isListType({ kind }: Type): boolean {
  return kind === TypeKind.Array || kind === TypeKind.TypedArray;
}

/** Of unknown type are objects here, which the checker makes sure of. */
function isAsked(member: Type): boolean {
  if (member.kind === TypeKind.Unknown) return true;
  return (member.kind === TypeKind.Class && !member.isPacked) || member.kind === TypeKind.Object || member.kind === TypeKind.Tuple;
}

function constantName(key: Operand): string | undefined {
  const number = numericConstant(key);
  return number !== undefined ? String(number.number) : typeof key.constant === "string" ? key.constant : undefined;
}

function nameOf(context: Context, key: Operand, node: ts.Node): Operand {
  const name = constantName(key);
  return name === undefined ? textOf(context, key, node) : { type: types.string, value: 0, constant: name };
}

/** Of an array: whether there is an element at that place. */
function isIndex(context: Context, key: Operand, given: Operand, node: ts.BinaryExpression): Operand {
  if (key.type.kind !== TypeKind.Number) return context.refuse(node.right, "TSM3021", node.left.getText(), given.type.name);
  const length = operand(types.numberInt32, arrayLength(context, context.value(given), given.type));
  return callCore(context, "array-keys", "isIndex", [operand(types.number, context.coerce(key, types.number, node)), length], node);
}

const hasName: Derivation = {
  name: "has name",
  extra: types.string,
  result: types.boolean,
  knows: () => true,
  ofValue: (context, given, _, node) => context.refuse(node, "TSM3021", "a name", given.type.name),
  ofInstance: hasNameOfInstance,
};

function hasNameOfInstance(context: Context, self: Value, live: LiveClass, key: Operand): Operand {
  if (live.type !== null && isDynamic(context.program, live.type))
    return callMember(context, operand(live.type, self), "has", [key], context.program.loaded.files[0]);
  const { builder } = context;
  const fields = [...live.layout.fields.values()].filter(({ name }) => !name.startsWith("#"));
  const always = fields.filter((field) => !mayBeMissing(live, field)).map(({ name }) => name.replace(/^[gs]et /, ""));
  const names = new Set([...always, ...(live.type === null ? [] : memberNames(live.type)), ...INHERITED]);
  const result = context.temporary(types.boolean);
  const no = (): void => builder.write(result, builder.int(ValueType.Bool, 0));
  const ask = ([field, ...others]: readonly FieldLayout[]): void => {
    if (field === undefined) return builder.write(result, isOneOf(context, key, [...names]));
    const isIt = isOneOf(context, key, [field.name]);
    const isThere = (): void => builder.write(result, presence(context, self, live, field));
    branchWhere(context, isIt, isThere, () => ask(others));
  };
  no();
  ask(fields.filter((field) => mayBeMissing(live, field)));
  return operand(types.boolean, builder.read(result));
}

/** Of a property, or an element of a tuple. */
export function mayBeMissing({ array }: LiveClass, field: FieldLayout): boolean {
  if (array?.kind === TypeKind.Tuple) return Number(field.name) >= array.required;
  return field.isOptional === true && mayBeAbsent(field.type);
}

/** Whether one that may be missing was not given: a Bool. */
export function absence(context: Context, self: Value, { array }: LiveClass, field: FieldLayout): Value {
  if (array?.kind !== TypeKind.Tuple) return isAbsent(context, fieldOf(context, self, field));
  return missesElement(context, operand(array, self), Number(field.name), context.program.loaded.files[0]);
}

/** Whether one that may be missing was given: a Bool. */
export function presence(context: Context, self: Value, live: LiveClass, field: FieldLayout): Value {
  return context.emit(Op.Equal, [absence(context, self, live, field), context.builder.int(ValueType.Bool, 0)]);
}

/** The names of the methods and accessors of a class and of those above it. */
function memberNames(type: ClassType): string[] {
  const names: string[] = [];
  for (let current: ClassType | null = type; current !== null; current = current.parent()) {
    for (const member of current.declaration.members) {
      const isMember = ts.isMethodDeclaration(member) || ts.isAccessor(member);
      if (isMember && !isStatic(member) && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)))
        names.push(member.name.text);
    }
  }
  return names;
}

function isOneOf(context: Context, key: Operand, names: readonly string[]): Value {
  const { builder } = context;
  const value = context.value(key);
  return names.reduce(
    (found, name) => {
      const isIt = context.callRuntime("stringEquals", [value, builder.emitString(name)]);
      return context.emit(Op.Select, [found, builder.int(ValueType.Bool, 1), isIt]);
    },
    builder.int(ValueType.Bool, 0),
  );
}
