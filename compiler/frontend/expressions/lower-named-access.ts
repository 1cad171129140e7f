// Named access: `object[key]` where the key is one of several names, known only when the program runs: a choice among the properties.
// Invariants: (1) the object and the key are evaluated once, before the choice, and the arguments of a call behind them
//             (2) a key that is none of the names cannot be: TypeScript says so; it panics like any lie about a type

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { floatConstant } from "../constants.ts";
import type { Context } from "../context.ts";
import type { Argument } from "../functions/arguments.ts";
import { callOn } from "../functions/lower-calls.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { areDisjoint } from "../types/type-parts.ts";
import { mayBeAbsent, presentType, type Type, TypeKind, types, unionType, widened } from "../types/types.ts";
import { coerce, isAssignable } from "./conversions.ts";
import { assertedAs, failedAssertion } from "./lower-assertions.ts";
import type { Place } from "./lower-assignments.ts";
import { lowerEquality } from "./lower-comparisons.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { placeOfMember, readMember, readThroughSlot } from "./lower-members.ts";
import { narrowUnion } from "./lower-unions.ts";

/** The names that the key may be; undefined where they are not known, or the key is constant. */
function namesOfKey(context: Context, object: Type, key: Operand, node: ts.Expression): readonly string[] | undefined {
  const { checker, converter } = context.program;
  const isNumber = key.type.kind === TypeKind.Number || (key.type.kind === TypeKind.Enum && key.type.bits === 32);
  if (key.constant !== undefined || (key.type.kind !== TypeKind.String && !isNumber)) return undefined;
  if (!hasNamedProperties(object)) return undefined;
  const names = converter.resolver.namesOf(checker.getTypeAtLocation(node), context.environment);
  return names !== undefined && names.length > 0 ? names : undefined;
}

function hasNamedProperties(object: Type): boolean {
  if (object.kind === TypeKind.Union) return !mayBeAbsent(object) && object.members.every(hasNamedProperties);
  return object.kind === TypeKind.Object || (object.kind === TypeKind.Class && !object.isPacked);
}

/** Whether there is no name that the key could be: `object[key]` with a `keyof T`, where T turned out to have no properties. */
function isNoName({ program, environment }: Context, key: Operand, node: ts.Expression): boolean {
  if (key.type.kind === TypeKind.Never) return true;
  if (environment.key === "" || key.constant !== undefined || key.type.kind !== TypeKind.String) return false;
  return program.converter.resolver.namesOf(program.checker.getTypeAtLocation(node), environment)?.length === 0;
}

/** A place that nothing gets to. */
function noPlace(context: Context): Place {
  return { type: types.unknown, read: () => failedAssertion(context), write: () => void failedAssertion(context) };
}

/** The same where all of them are properties of the object. */
function possibleNames(context: Context, object: Type, key: Operand, node: ts.Expression): readonly string[] | undefined {
  const names = namesOfKey(context, object, key, node);
  if (names === undefined) return undefined;
  const properties = context.program.converter.propertyTypes(object, node);
  return names.every((name) => properties.has(name)) ? names : undefined;
}

function choose(context: Context, key: Operand, names: readonly string[], use: (name: string) => void): void {
  const { builder } = context;
  const done = builder.openBlock();
  for (const name of names) {
    const [found, next] = [builder.openBlock(), builder.openBlock()];
    builder.branch(isNamed(context, key, name), found, next);
    builder.enter(found);
    use(name);
    builder.jump(done);
    builder.enter(next);
  }
  context.check(builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  builder.unreachable();
  builder.enter(done);
}

/** Whether the key is that name. */
export function isNamed(context: Context, key: Operand, name: string): Value {
  const { type } = key;
  if (type.kind === TypeKind.String) {
    const text: Operand = { type, value: 0, constant: name };
    return context.callRuntime("stringEquals", [context.value(key), context.value(text)]);
  }
  const number: Operand = { type: types.number, value: 0, constant: floatConstant(Number(name)) };
  return context.value(lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, key, number, context.program.loaded.files[0]));
}

/** A value for the one of several properties that the key turned out to name: that it is one for this, TypeScript does not ask. */
export function takenFor(context: Context, given: Operand, wanted: Type, node: ts.Node): Operand {
  if (given.type === wanted || isAssignable(given.type, wanted)) return given;
  if (areDisjoint(given.type, wanted)) return failedAssertion(context);
  const isEither = given.type.kind === TypeKind.Union && wanted.kind === TypeKind.Union && mayBeAbsent(given.type);
  return isEither ? narrowUnion(context, given, wanted, node) : assertedAs(context, given, presentType(wanted), node);
}

/** The property that the key names; undefined where its names are not known. */
export function readNamed(context: Context, object: Operand, key: Operand, keyNode: ts.Expression, node: ts.Node): Operand | undefined {
  if (isNoName(context, key, keyNode)) return failedAssertion(context);
  const names = possibleNames(context, object.type, key, keyNode);
  return names === undefined ? undefined : readOneOf(context, object, key, names, node);
}

function readOneOf(context: Context, object: Operand, key: Operand, names: readonly string[], node: ts.Node): Operand {
  const held = operand(object.type, context.value(object));
  const name = operand(key.type, context.value(key));
  const properties = context.program.converter.propertyTypes(object.type, node);
  const type = unionType(names.map((each) => widened(properties.get(each) ?? types.never)));
  const result = context.temporary(type);
  const read = (each: string): Operand =>
    held.type.kind === TypeKind.Union
      ? readThroughSlot(context, held, each, properties.get(each) ?? types.never)
      : readMember(context, held, each, node);
  choose(context, name, names, (each) => context.builder.write(result, coerce(context, read(each), type, node)));
  return operand(type, context.builder.read(result));
}

/** The same as something to be written. */
export function namedPlace(context: Context, object: Operand, key: Operand, keyNode: ts.Expression, node: ts.Node): Place | undefined {
  if (isNoName(context, key, keyNode)) return noPlace(context);
  const names = object.type.kind === TypeKind.Union ? undefined : possibleNames(context, object.type, key, keyNode);
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
        const given = takenFor(context, operand(type, value), place.type, node);
        if (given.type.kind !== TypeKind.Never) place.write(coerce(context, given, place.type, node));
      }),
  };
}

/** `object[key](...)`: calls the member that the key names, each with the types that it has; `otherwise` where no names are known. */
export function callNamed(
  context: Context,
  callee: ts.ElementAccessExpression,
  args: readonly Argument[],
  node: ts.CallExpression,
  otherwise: () => Operand,
): Operand {
  const { checker, converter } = context.program;
  const keyNode = callee.argumentExpression;
  const seen = converter.resolver.namesOf(checker.getTypeAtLocation(keyNode), context.environment);
  if (seen === undefined || args.some((argument) => argument.isSpread)) return otherwise();
  const object = lowerExpression(context, callee.expression);
  const key = lowerExpression(context, keyNode);
  const names = namesOfKey(context, object.type, key, keyNode);
  if (names === undefined) {
    // Lowered once, and found again by who goes on with it.
    context.substitutes.set(callee.expression, operand(object.type, context.value(object)));
    context.substitutes.set(keyNode, key.constant === undefined ? operand(key.type, context.value(key)) : key);
    const result = otherwise();
    context.substitutes.delete(callee.expression);
    context.substitutes.delete(keyNode);
    return result;
  }
  const held = operand(object.type, context.value(object));
  const name = operand(key.type, context.value(key));
  const signature = checker.getResolvedSignature(node);
  const wanted = signature === undefined ? [] : converter.signatureParameters(signature, context.environment, node).params;
  const given = args.map((argument, index) => keptArgument(context, argument, wanted[index]));
  const type = context.checkerType(node);
  const isValue = type.kind !== TypeKind.Void && type.kind !== TypeKind.Never;
  const result = context.temporary(isValue ? type : types.unknown);
  choose(context, name, names, (each) => {
    const returned = callOn(context, held, each, given, node);
    if (isValue) context.builder.write(result, coerce(context, returned, type, node));
  });
  return isValue ? operand(type, context.builder.read(result)) : VOID_OPERAND;
}

/**
 * Evaluated here, for several calls. One that is said to fit all of them, by `as never` or by the same key, `checks[key](values[key])`, is
 * taken for what each wants.
 */
function keptArgument(context: Context, argument: Argument, wanted: Type | undefined): Argument {
  const { node } = argument;
  const isAsserted = ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.NeverKeyword;
  const given = argument.lower(isAsserted ? types.never : wanted);
  const value = given.constant === undefined ? operand(given.type, context.value(given)) : given;
  const isTaken = (wanted: Type): boolean => isAsserted || (value.type.kind === TypeKind.Union && !isAssignable(value.type, wanted));
  const lower = (expected?: Type): Operand =>
    expected !== undefined && isTaken(expected) ? assertedAs(context, value, expected, node) : value;
  return { node, isSpread: false, lower };
}
