// Declarations: local variables and destructuring.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context, LocalVariable } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerSlice } from "../expressions/lower-arrays.ts";
import { lowerEquality } from "../expressions/lower-comparisons.ts";
import { readMatched, takenName } from "../expressions/lower-computed-names.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { checkPresent, lowerExpression } from "../expressions/lower-expressions.ts";
import { namedMember, namedWithoutValue } from "../expressions/lower-members.ts";
import { restOfObject } from "../expressions/lower-objects.ts";
import { narrowUnion } from "../expressions/lower-unions.ts";
import { holdsMissing } from "../expressions/missing-elements.ts";
import { declareEarlyValue } from "../functions/inner-functions.ts";
import { declareSource } from "../functions/source-variables.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { valueTypeOf } from "../types/representation.ts";
import { throughImports } from "../types/resolved-symbols.ts";
import { mentionsNumber } from "../types/type-parts.ts";
import {
  mayBeAbsent,
  mayBeUndefined,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
  widened,
  withoutUndefined,
} from "../types/types.ts";
import { evolvingType } from "./evolving-variables.ts";
import { isModuleLevel } from "./lower-globals.ts";
import { firstElements } from "./lower-iteration.ts";

export function lowerVariableList(context: Context, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) === 0) context.program.report(list, "TSM3002");
  refuseUsing(context, list);
  for (const declaration of list.declarations) lowerVariable(context, declaration, (list.flags & ts.NodeFlags.Const) !== 0);
}

/** Resources are given up at the end of a block; anywhere else they would not be. */
export function refuseUsing(context: Context, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using) context.refuse(list, "TSM9001", "`using` in a switch");
}

export function lowerVariable(context: Context, declaration: ts.VariableDeclaration, isConst: boolean): void {
  const { initializer } = declaration;
  const symbol = ts.isIdentifier(declaration.name) ? context.program.symbolOf(declaration.name) : undefined;
  const known = symbol === undefined ? undefined : context.lookup(symbol);
  if (known?.kind === "lifted") return;
  const declared =
    declaration.type === undefined ? evolvingType(context.program, declaration, context.environment) : context.typeOfNode(declaration.type);
  if (initializer === undefined) {
    const type = declared ?? widened(context.checkerType(declaration.name));
    const given = mayBeAbsent(type)
      ? UNDEFINED_OPERAND
      : operand(type, valueTypeOf(type) === ValueType.Void ? 0 : context.builder.zero(valueTypeOf(type)));
    bindName(context, declaration.name, given, type);
    return;
  }
  if (declared === undefined && bindNamedMembers(context, declaration.name, initializer)) return;
  if (declared === undefined && bindListed(context, declaration.name, initializer)) return;
  const expected = declared ?? expectedFromChecker(context, declaration);
  const given = lowerExpression(context, initializer, expected);
  if (declared === undefined && isConst && ts.isIdentifier(declaration.name) && isFoldable(given) && known?.kind !== "cell") {
    declareConstant(context, declaration.name, given);
    return;
  }
  bindName(context, declaration.name, given, declared ?? inferredType(context, declaration, given, isConst));
}

/** What the checker infers, to guide literals; not where it may have lost a machine type. */
function expectedFromChecker(context: Context, declaration: ts.VariableDeclaration): Type | undefined {
  if (!ts.isIdentifier(declaration.name)) return undefined;
  const type = context.program.checker.getTypeAtLocation(declaration.name);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return undefined;
  const seen = context.program.converter.convert(type, context.environment, declaration);
  return mentionsNumber(seen) ? undefined : seen;
}

function inferredType(context: Context, declaration: ts.VariableDeclaration, given: Operand, isConst: boolean): Type {
  const { type } = given;
  if (holdsMissing(context.program, declaration)) return widened(type);
  if (type.kind === TypeKind.Number) return isConst ? type : types.number;
  if (type.kind === TypeKind.ClassValue && isConst) return type;
  const seen = ts.isIdentifier(declaration.name) && !mentionsNumber(type) ? expectedFromChecker(context, declaration) : undefined;
  // An enum member, or a union that the checker widened: its declared type is the wider one.
  return seen ?? type;
}

function isFoldable(given: Operand): boolean {
  return (
    given.value === 0 && given.constant !== undefined && (numericConstant(given) === undefined || given.type.kind !== TypeKind.Float32)
  );
}

function declareConstant(context: Context, name: ts.Identifier, given: Operand): void {
  const symbol = context.program.symbolOf(name);
  if (symbol !== undefined) context.variables.set(symbol, { kind: "constant", operand: given });
  const source = declareSource(context, name, given.type);
  if (source !== null && valueTypeOf(given.type) !== ValueType.Void) {
    const { builder } = context;
    builder.nameValue(
      source,
      builder.apart(() => context.value(given)),
    );
  }
}

/** Gives a value a name, or its parts names. */
export function bindName(context: Context, name: ts.BindingName, given: Operand, type: Type): void {
  if (ts.isIdentifier(name)) declareVariable(context, name, given, type);
  else if (ts.isObjectBindingPattern(name)) bindObject(context, name, given);
  else bindArray(context, name, given);
}

export function declareVariable(context: Context, name: ts.Identifier, given: Operand, type: Type): void {
  const symbol = context.program.symbolOf(name);
  if (symbol === undefined) return context.refuse(name, "TSM9001", "a name without a symbol");
  const declaration = symbol.valueDeclaration;
  if (declaration !== undefined && ts.isBindingElement(declaration) && isModuleLevel(declaration)) {
    const found = context.program.globals.bind(declaration, type);
    context.emit(Op.GlobalSet, [coerce(context, given, found.type, name)], found.global?.index ?? 0);
    return;
  }
  if (declareEarlyValue(context, symbol, (variable) => coerce(context, given, variable.type, name))) return;
  const value = coerce(context, given, type, name);
  const needsCell = context.program.facts.isCaptured(symbol) && context.program.facts.isWritten(symbol);
  if (valueTypeOf(type) === ValueType.Void) {
    context.variables.set(symbol, { kind: "constant", operand: operand(type, 0) });
    return;
  }
  if (needsCell) {
    const field = context.program.classes.cellField(type);
    context.variables.set(symbol, createCell(context, name.text, type, value, declareSource(context, name, type, field)));
    return;
  }
  const ssa = new SsaVariable(name.text, valueTypeOf(type), declareSource(context, name, type));
  context.builder.write(ssa, value);
  context.variables.set(symbol, { kind: "value", type, ssa, range: given.range });
}

/** An object of one field: a variable that closures share and that changes. */
export function createCell(context: Context, name: string, type: Type, value: number, source: number | null = null): LocalVariable {
  const field = context.program.classes.cellField(type);
  const cell = new SsaVariable(name, ValueType.Ref, source);
  const object = context.emit(Op.New, [], context.program.module.fields[field].classIndex);
  context.emit(Op.FieldSet, [object, value], field);
  context.builder.write(cell, object);
  return { kind: "cell", type, cell, field };
}

function bindObject(context: Context, pattern: ts.ObjectBindingPattern, given: Operand): void {
  for (const element of pattern.elements) {
    if (element.dotDotDotToken !== undefined) {
      const taken = pattern.elements.flatMap((other) => (other === element ? [] : [takenName(context, patternName(other))]));
      const rest = restOfObject(context, given, taken, element);
      bindName(context, element.name, rest, rest.type);
      continue;
    }
    bindElement(context, element, readMatched(context, given, patternName(element), element, element.initializer !== undefined));
  }
}

/** `const { max, min } = Math`: the members of what is no value. */
export function bindNamedMembers(context: Context, pattern: ts.BindingName, source: ts.Expression): boolean {
  const base = ts.isObjectBindingPattern(pattern) ? namedWithoutValue(context, source) : undefined;
  if (base === undefined || !ts.isObjectBindingPattern(pattern)) return false;
  const { checker } = context.program;
  for (const element of pattern.elements) {
    const name = patternName(element);
    if (element.dotDotDotToken !== undefined || !ts.isIdentifier(name)) return context.refuse(source, "TSM3005", `\`${source.getText()}\``);
    const property = checker.getPropertyOfType(checker.getTypeAtLocation(source), name.text);
    const member = throughImports(checker, property);
    const named = ts.isIdentifier(element.name) ? element.name : name;
    const given = namedMember(context, base, member, name.text, named, undefined);
    bindElement(context, element, given ?? context.refuse(source, "TSM3005", `\`${source.getText()}\``));
  }
  return true;
}

function patternName(element: ts.BindingElement): ts.PropertyName {
  return (element.propertyName ?? element.name) as ts.PropertyName;
}

function bindArray(context: Context, pattern: ts.ArrayBindingPattern, given: Operand): void {
  if (given.type.kind === TypeKind.Class || given.type.kind === TypeKind.Object || given.type.kind === TypeKind.String)
    return bindIterated(context, pattern, given);
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    if (element.dotDotDotToken !== undefined) {
      const rest = lowerSlice(context, given, index, element);
      bindName(context, element.name, rest, rest.type);
      return;
    }
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    bindElement(context, element, readElement(context, given, position, element, mayMiss(context, element, given.type)));
  });
}

/** `const [x, y] = [bytes[i], bytes[i + 1]]`, where the program asks later whether there were such elements. */
function bindListed(context: Context, pattern: ts.BindingName, source: ts.Expression): boolean {
  if (!ts.isArrayBindingPattern(pattern) || !ts.isArrayLiteralExpression(source)) return false;
  const names = pattern.elements.map((element) => (ts.isBindingElement(element) && ts.isIdentifier(element.name) ? element : null));
  const isRead = (part: ts.Expression, index: number): boolean => {
    const element = names.at(index) ?? null;
    return element !== null && ts.isElementAccessExpression(part) && holdsMissing(context.program, element);
  };
  const isPlain = names.every((element) => element !== null && element.dotDotDotToken === undefined);
  if (!isPlain || names.length > source.elements.length || !source.elements.some(isRead) || source.elements.some(ts.isSpreadElement))
    return false;
  const parts = source.elements.map((part, index): Operand => {
    const type = widened(context.checkerType(part));
    const given = lowerExpression(context, part, isRead(part, index) ? unionType([type, types.undefined]) : undefined);
    return given.type.kind === TypeKind.Number ? operand(types.number, coerce(context, given, types.number, part)) : held(context, given);
  });
  for (const [index, element] of names.entries()) if (element !== null) bindElement(context, element, parts[index]);
  return true;
}

function held(context: Context, given: Operand): Operand {
  return operand(given.type, context.value(given));
}

/** Whether the element may lie outside: it has a default value, may be undefined anyway, or the program asks for that. */
function mayMiss({ program }: Context, element: ts.BindingElement, type: Type): boolean {
  const hasAbsent = type.kind === TypeKind.Array && mayBeUndefined(type.element);
  return hasAbsent || element.initializer !== undefined || holdsMissing(program, element);
}

/** Asks the iterator for as many elements as there are names; closes it unless it has ended. */
function bindIterated(context: Context, pattern: ts.ArrayBindingPattern, given: Operand): void {
  const walk = firstElements(context, given, pattern);
  for (const element of pattern.elements) {
    if (ts.isOmittedExpression(element)) walk.next();
    else if (element.dotDotDotToken === undefined) bindElement(context, element, presentUnlessDefault(context, element, walk.next()));
    else {
      const rest = walk.rest();
      bindName(context, element.name, rest, rest.type);
    }
  }
  walk.end();
}

/** A name takes an element that is there; one with a default value, or of a type with undefined, may miss it. */
function presentUnlessDefault(context: Context, element: ts.BindingElement, part: Operand): Operand {
  const wanted = context.program.checker.getTypeAtLocation(element.name);
  const isTold = mayBeAbsent(context.program.converter.convert(wanted, context.environment, element));
  if (isTold || mayMiss(context, element, part.type) || !mayBeAbsent(part.type) || presentType(part.type).kind === TypeKind.Never)
    return part;
  checkPresent(context, part);
  return context.narrow(part, presentType(part.type), element);
}

function bindElement(context: Context, element: ts.BindingElement, part: Operand): void {
  const bound = element.initializer === undefined ? part : partOrDefault(context, part, element.initializer, element);
  bindName(context, element.name, bound, widened(bound.type));
}

/** A part of a pattern, or its default where the part is undefined. */
export function partOrDefault(context: Context, part: Operand, initializer: ts.Expression, node: ts.Node): Operand {
  const isPossible = part.type.kind === TypeKind.Undefined || (part.type.kind === TypeKind.Union && part.type.hasUndefined);
  if (!isPossible) return part;
  const present = withoutUndefined(part.type);
  if (present.kind === TypeKind.Never) return lowerExpression(context, initializer);
  const isMissing = context.value(lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, part, UNDEFINED_OPERAND, node));
  const given = (): Operand =>
    present.kind === TypeKind.Union ? narrowUnion(context, part, present, node) : context.narrow(part, present, node);
  return conditional(context, isMissing, () => lowerExpression(context, initializer, present), given, node);
}
