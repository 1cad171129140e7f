// Assignments: places that can be written, and the operators that write them.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { memberKey } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { boundFunctionOf, setBoundFunction } from "../functions/bound-functions.ts";
import { checkDeclared } from "../functions/inner-functions.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { isModuleLevel, readGlobal } from "../statements/lower-globals.ts";
import { bindPattern } from "../statements/lower-patterns.ts";
import { isNumeric, type Type, TypeKind, types } from "../types/types.ts";
import { coerce } from "./conversions.ts";
import { conditional, truthOf } from "./lower-conditions.ts";
import { elementPlace } from "./lower-elements.ts";
import { applyBinary, besideInteger, lowerExpression, readVariable } from "./lower-expressions.ts";
import { memberPlace } from "./lower-members.ts";
import { lowerArithmetic } from "./lower-operators.ts";
import { isAbsent } from "./stored-members.ts";
import { unsetOperand } from "./unset-variables.ts";

/** Something that can be assigned to; its parts (object, index) are evaluated once, when it is made. */
export interface Place {
  readonly type: Type;
  read(): Operand;
  /** Where there may be nothing to read: that or undefined. */
  readIfThere?(): Operand;
  /** The value has the place's type. */
  write(value: Value): void;
  /** Writes an operand with a conversion of the place's own: elements of typed arrays wrap. */
  store?(given: Operand): void;
}

const K = ts.SyntaxKind;

const compoundOperators: Partial<Record<ts.SyntaxKind, ts.SyntaxKind>> = {
  [K.PlusEqualsToken]: K.PlusToken,
  [K.MinusEqualsToken]: K.MinusToken,
  [K.AsteriskEqualsToken]: K.AsteriskToken,
  [K.SlashEqualsToken]: K.SlashToken,
  [K.PercentEqualsToken]: K.PercentToken,
  [K.AsteriskAsteriskEqualsToken]: K.AsteriskAsteriskToken,
  [K.AmpersandEqualsToken]: K.AmpersandToken,
  [K.BarEqualsToken]: K.BarToken,
  [K.CaretEqualsToken]: K.CaretToken,
  [K.LessThanLessThanEqualsToken]: K.LessThanLessThanToken,
  [K.GreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanToken,
  [K.GreaterThanGreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanGreaterThanToken,
};

export function lowerPlace(context: Context, node: ts.Expression): Place {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return lowerPlace(context, node.expression);
  if (ts.isIdentifier(node)) return variablePlace(context, node);
  if (ts.isPropertyAccessExpression(node)) return memberPlace(context, node);
  if (ts.isElementAccessExpression(node)) return elementPlace(context, node);
  return context.refuse(node, "TSM9001", `assigning to ${K[node.kind]}`);
}

function variablePlace(context: Context, node: ts.Identifier): Place {
  const symbol = context.program.symbolOf(node);
  const variable = symbol === undefined ? undefined : context.lookup(symbol);
  const { builder } = context;
  if (variable !== undefined) {
    if (variable.kind === "constant" || variable.kind === "lifted")
      return context.refuse(node, "TSM3005", `the constant \`${node.text}\` as a place`);
    if (variable.kind === "cell") checkDeclared(context, variable, node.text, node);
    return {
      type: variable.type,
      read: () => readVariable(context, variable, node),
      write: (value) => {
        if (variable.kind === "value") builder.write(variable.ssa, value);
        else context.emit(Op.FieldSet, [builder.read(variable.cell), value], variable.field);
      },
    };
  }
  const declaration = symbol?.valueDeclaration;
  if (
    declaration === undefined ||
    !(ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) ||
    !isModuleLevel(declaration)
  ) {
    return context.refuse(node, "TSM3005", `\`${node.text}\` as a place`);
  }
  return globalPlace(context, declaration, node);
}

/** A variable of a file or a namespace. */
export function globalPlace(context: Context, declaration: ts.VariableDeclaration | ts.BindingElement, node: ts.Node): Place {
  const found = context.program.globals.of(declaration);
  return {
    type: found.type,
    read: () => readGlobal(context, declaration, node),
    write: (value) => {
      if (found.global !== null) context.emit(Op.GlobalSet, [value], found.global.index);
    },
  };
}

export function lowerAssignment(context: Context, node: ts.BinaryExpression): Operand {
  const kind = node.operatorToken.kind;
  const target = ts.isParenthesizedExpression(node.left) ? node.left.expression : node.left;
  if (kind === K.EqualsToken) {
    if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
      const given = lowerExpression(context, node.right);
      bindPattern(context, target, given);
      return given;
    }
    return (
      assignBoundFunction(context, target, node) ??
      assignToOwnFunction(context, target, node) ??
      assign(context, lowerPlace(context, node.left), node)
    );
  }
  const place = lowerPlace(context, node.left);
  if (kind === K.AmpersandAmpersandEqualsToken || kind === K.BarBarEqualsToken || kind === K.QuestionQuestionEqualsToken) {
    return lowerLogicalAssignment(context, place, kind, node);
  }
  const operator = compoundOperators[kind];
  if (operator === undefined) return context.refuse(node, "TSM9001", K[kind]);
  const before = narrowedRead(context, place, node.left);
  const right = lowerExpression(context, node.right, besideInteger(before));
  const result = applyBinary(context, operator, before, right, node);
  return store(context, place, result, node);
}

/** `this.handler = () => this.count++;` as a statement, where `handler` is a field of the class. */
function assignBoundFunction(context: Context, target: ts.Expression, node: ts.BinaryExpression): Operand | undefined {
  const bound = boundFunctionOf(node.right);
  const { self, program } = context;
  if (bound === undefined || self?.type.kind !== TypeKind.Class || !ts.isExpressionStatement(node.parent)) return undefined;
  if (!ts.isPropertyAccessExpression(target) || target.expression.kind !== K.ThisKeyword) return undefined;
  const field = program.classes.layoutOf(self.type).fields.get(memberKey(target.name));
  if (field === undefined || field.field < 0) return undefined;
  setBoundFunction(context, bound, { object: self, isThis: true, name: null }, field.type, field.field);
  return VOID_OPERAND;
}

/** `counter.reset = () => { counter.count = 0; };` as a statement, where `counter` is a constant: the function that gets properties. */
function assignToOwnFunction(context: Context, target: ts.Expression, { right, parent }: ts.BinaryExpression): Operand | undefined {
  if (!ts.isPropertyAccessExpression(target) || !ts.isIdentifier(target.expression) || !ts.isExpressionStatement(parent)) return undefined;
  if (!ts.isArrowFunction(right) && !ts.isFunctionExpression(right)) return undefined;
  const name = context.program.symbolOf(target.expression) ?? null;
  const field = name === null ? undefined : context.functionObjects.get(name)?.fields.get(memberKey(target.name));
  if (field === undefined) return undefined;
  const object = lowerExpression(context, target.expression);
  setBoundFunction(context, right, { object: { ...object, value: context.value(object) }, isThis: false, name }, field.type, field.field);
  return VOID_OPERAND;
}

/** What the checker knows about the place's value where it is read. */
function narrowedRead(context: Context, place: Place, node: ts.Expression): Operand {
  const given = place.read();
  if (given.type.kind !== TypeKind.Union) return given;
  const seen = context.checkerType(node);
  return seen === given.type || seen.kind === TypeKind.Union || seen.kind === TypeKind.Never ? given : context.narrow(given, seen, node);
}

function assign(context: Context, place: Place, node: ts.BinaryExpression): Operand {
  const given = lowerExpression(context, node.right, place.type);
  context.at(node);
  if (place.store !== undefined) {
    const held = { ...given, value: context.value(given) };
    place.store(held);
    return held;
  }
  const value = coerce(context, given, place.type, node.right);
  place.write(value);
  return given.value === 0 ? given : { ...given, value: given.type === place.type ? value : given.value };
}

function store(context: Context, place: Place, given: Operand, node: ts.Node): Operand {
  context.at(node);
  if (place.store === undefined) place.write(coerce(context, given, place.type, node));
  else place.store(given);
  return given;
}

function lowerLogicalAssignment(context: Context, place: Place, kind: ts.SyntaxKind, node: ts.BinaryExpression): Operand {
  const isAnd = kind === K.AmpersandAmpersandEqualsToken;
  const held = (isAnd ? undefined : place.readIfThere?.()) ?? place.read();
  const before = unsetOperand(context, held, node.left);
  const test = kind === K.QuestionQuestionEqualsToken ? isAbsent(context, before) : truthOf(context, before, node);
  const isWrittenWhen = kind !== K.BarBarEqualsToken;
  // What was read once is not asked for again: it may be an accessor.
  const write = (): Operand => {
    const value = coerce(context, lowerExpression(context, node.right, place.type), place.type, node);
    place.write(value);
    return operand(place.type, value);
  };
  const skip = (): Operand => (held.type === place.type ? held : context.narrow(held, place.type, node));
  const result = conditional(context, test, isWrittenWhen ? write : skip, isWrittenWhen ? skip : write, node, place.type);
  return narrowedResult(context, result, node);
}

function narrowedResult(context: Context, given: Operand, node: ts.Expression): Operand {
  if (given.type.kind !== TypeKind.Union) return given;
  const seen = context.checkerType(node);
  return seen.kind === TypeKind.Union || seen.kind === TypeKind.Never ? given : context.narrow(given, seen, node);
}

/** `++` and `--`, before or behind. */
export function lowerIncrement(context: Context, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, isPostfix: boolean): Operand {
  const place = lowerPlace(context, node.operand);
  const before = narrowedRead(context, place, node.operand);
  if (!isNumeric(before.type)) return context.refuse(node, "TSM2005", node.operator === K.PlusPlusToken ? "++" : "--", before.type.name);
  const one: Operand = { type: types.number, value: 0, constant: { exact: 1n, number: 1 } };
  // A read of a variable is the value of now, also after the write.
  const held: Operand = { ...before, value: context.value(before) };
  const after = lowerArithmetic(context, node.operator === K.PlusPlusToken ? K.PlusToken : K.MinusToken, held, one, node);
  store(context, place, after, node);
  return isPostfix ? held : after;
}
