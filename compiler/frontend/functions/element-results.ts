// Element results: functions and getters that return an element of an array or a text as it is, and that the program asks whether there was
// one: `peek() { return this.source[this.at]; }`, `while (peek() === " ")`. By their names alone, so that interfaces and overriding
// methods are no special case; a name too many costs a test.
// Invariants: (1) only results that are references are meant, of which a missing one is stored as undefined is
//             (2) in the runtime none is meant: what it is does not depend on the program

import ts from "typescript";
import { nameOf } from "./function-names.ts";
import { enclosingFunction } from "./variable-facts.ts";

export class ElementResults {
  /** The program's own. */
  private readonly files: ReadonlySet<ts.SourceFile>;
  private found: ReadonlySet<string> | undefined;

  constructor(files: readonly ts.SourceFile[]) {
    this.files = new Set(files);
  }

  /** Whether the call, or the getter read here, may give undefined where its type says nothing of it. */
  mayMiss(node: ts.Expression): boolean {
    const name = nameRead(node);
    return name !== undefined && this.isMeant(name, node);
  }

  /** Whether the element is what a function returns that is asked if there is one. */
  isResult(node: ts.Expression): boolean {
    const name = isReturned(node) ? returnerOf(node) : undefined;
    return name !== undefined && this.isMeant(name, node);
  }

  private isMeant(name: string, node: ts.Node): boolean {
    this.found ??= askedNames([...this.files]);
    return this.found.has(name) && this.files.has(node.getSourceFile());
  }
}

/** The names of what returns elements and stands where the program asks for a value. */
function askedNames(files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const returners = new Set<string>();
  const asked = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node) && isReturned(node)) returners.add(returnerOf(node) ?? "");
    else if ((ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) && isInQuestion(node)) asked.add(nameRead(node) ?? "");
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return new Set([...returners].filter((name) => name !== "" && asked.has(name)));
}

function nameRead(node: ts.Expression): string | undefined {
  const read = ts.isCallExpression(node) ? node.expression : node;
  if (ts.isPropertyAccessExpression(read)) return read.name.text;
  return ts.isIdentifier(read) && read !== node ? read.text : undefined;
}

/** Whether the value is what the function around it returns. */
function isReturned(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isReturned(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isReturned(parent);
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
}

function returnerOf(node: ts.Expression): string | undefined {
  const body = enclosingFunction(node);
  if (!ts.isFunctionLike(body) || ts.isConstructorDeclaration(body)) return undefined;
  const isCoroutine =
    ts.getCombinedModifierFlags(body as ts.Declaration) & ts.ModifierFlags.Async || ("asteriskToken" in body && body.asteriskToken);
  if (isCoroutine) return undefined;
  return ts.isGetAccessor(body) && ts.isIdentifier(body.name) ? body.name.text : nameOf(body);
}

/** Whether it stands where any value answers: compared, tested, chosen from, or first in an optional chain. */
function isInQuestion(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isInQuestion(parent);
  if (ts.isBinaryExpression(parent)) return questions.has(parent.operatorToken.kind);
  if (ts.isPropertyAccessExpression(parent)) return parent.questionDotToken !== undefined;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  // What a variable is given is asked for by its name.
  return ts.isSwitchStatement(parent) || ts.isVariableDeclaration(parent) || ts.isTypeOfExpression(parent);
}

const questions: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);
