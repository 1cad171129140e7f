// Missing elements: the places in a program where a read outside an array may give undefined. At any other it panics.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { Absence, absenceOf, valueTypeOf } from "../types/representation.ts";
import { mayBeAbsent, mayBeUndefined, presentType, type Type, TypeKind, types, unionType } from "../types/types.ts";

/** Whether undefined may come out of a read at this place: then a read outside the array is no error. */
export function canHoldUndefined(context: Context, node: ts.Expression, expected: Type | undefined): boolean {
  if (expected !== undefined && mayBeUndefined(expected)) return true;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return canHoldUndefined(context, parent, expected);
  if (ts.isNonNullExpression(parent)) return isComparedText(context, parent);
  if (ts.isBinaryExpression(parent)) {
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.BarBarToken:
        return parent.left === node || canHoldUndefined(context, parent, undefined);
      case ts.SyntaxKind.EqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsToken:
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
        return true;
      case ts.SyntaxKind.InstanceOfKeyword:
        return parent.left === node;
      default:
        return isComparedText(context, node);
    }
  }
  // A later link of the chain is skipped with it.
  if (ts.isOptionalChain(parent) && ts.isOptionalChain(node) && parent.expression === node) return true;
  if (ts.isElementAccessExpression(parent)) return parent.questionDotToken !== undefined && parent.expression === node;
  if (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent))
    return (parent.questionDotToken !== undefined && parent.expression === node) || isLogged(context, parent);
  if (ts.isVariableDeclaration(parent)) return holdsMissing(context.program, parent);
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent) || ts.isForStatement(parent)) return true;
  if (ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent)) return true;
  if (ts.isSwitchStatement(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken;
}

/**
 * Whether the place compares texts, as `source[at] >= "0"` and `source[at]! === '"'` do: behind the end that is false. Of numbers the
 * order is not asked for outside an array.
 */
export function isComparedText(context: Context, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isComparedText(context, parent);
  const { checker } = context.program;
  if (ts.isSwitchStatement(parent)) return isText(node, checker);
  return (
    ts.isBinaryExpression(parent) &&
    comparisons.has(parent.operatorToken.kind) &&
    isText(parent.left, checker) &&
    isText(parent.right, checker)
  );
}

/** Whether its values are texts, and null or undefined. */
function isText(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return (type.isUnion() ? type.types : [type]).every((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/**
 * Whether the place only asks what a value is, which any value answers: what has changed since the checker's test is no error there, as in
 * `while (this.token !== null) { this.advance(); if (this.token === null) break; }`.
 */
export function isAsked(context: Context, node: ts.Expression, type: Type): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isAsked(context, parent, type);
  if (ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent) || isCondition(node)) return true;
  if (ts.isCallExpression(parent)) return parent.expression !== node && isLogged(context, parent);
  if (!ts.isBinaryExpression(parent)) return false;
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.InstanceOfKeyword:
      return parent.left === node;
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return !hasMachineNumber(type) || isAbsence(parent.left === node ? parent.right : parent.left);
    default:
      return false;
  }
}

/** Whether only the truth of the expression counts. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isCondition(parent);
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  const isJunction =
    ts.isBinaryExpression(parent) &&
    (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || parent.operatorToken.kind === ts.SyntaxKind.BarBarToken);
  return isJunction && isCondition(parent);
}

function isAbsence(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

/** Whether it is a union with a type that decides the type of the other side of an operator. */
function hasMachineNumber(type: Type): boolean {
  return type.kind === TypeKind.Union && type.members.some(({ kind }) => kind === TypeKind.Integer || kind === TypeKind.Float32);
}

/**
 * Whether a variable without a declared type may hold undefined where its type says nothing of it. A chain says that something in it may be
 * missing: the variable holds what comes of it. Of an element, the program says so by asking for it later.
 */
export function holdsMissing({ facts }: Program, declaration: ts.VariableDeclaration | ts.BindingElement): boolean {
  if (ts.isBindingElement(declaration)) return facts.isDoubted(declaration);
  const { name, type, initializer } = declaration;
  if (type !== undefined || initializer === undefined || !ts.isIdentifier(name)) return false;
  return ts.isOptionalChain(initializer) || facts.isDoubted(declaration);
}

/** Whether the element is the result of a function that the program asks if there is one, and is stored as undefined would be stored. */
export function isElementResult(context: Context, node: ts.ElementAccessExpression, expected: Type | undefined): boolean {
  const { program, result } = context;
  if (result === null || expected !== result || context.coroutine !== null) return false;
  return isStoredLikeMissing(result) && program.elementResults.isResult(node);
}

/** The type of what is a reference with or without undefined among its values. */
function isStoredLikeMissing(type: Type): boolean {
  if (type.kind === TypeKind.Unknown || mayBeAbsent(type) || valueTypeOf(type) !== ValueType.Ref) return false;
  const wider = unionType([type, types.undefined]);
  return valueTypeOf(wider) === ValueType.Ref && absenceOf(wider) === Absence.Zero;
}

/** An element as the result of its function: a missing one goes out as what undefined is, and calls look for it. */
export function missingAsNone(context: Context, read: (mayMiss: boolean) => Operand): Operand {
  const element = read(true);
  const present = presentType(element.type);
  return isStoredLikeMissing(present) ? operand(present, context.value(element)) : element;
}

/** What a call or getter gives that may have been outside of an array: undefined where the place can hold that; elsewhere it panics. */
export function perhapsMissing(context: Context, given: Operand, node: ts.Expression, expected: Type | undefined): Operand {
  if (!context.program.elementResults.mayMiss(node) || !isStoredLikeMissing(given.type)) return given;
  if (given.value === 0) return given;
  const open = operand(unionType([given.type, types.undefined]), given.value);
  if (canHoldUndefined(context, node, expected)) return open;
  context.emit(Op.CheckNull, [given.value]);
  return given;
}

/** Whether the call is one of the console's, which shows anything. */
function isLogged(context: Context, call: ts.Node): boolean {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const { expression } = call.expression;
  const declaration =
    ts.isIdentifier(expression) && expression.text === "console" ? context.program.symbolOf(expression)?.valueDeclaration : undefined;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}
