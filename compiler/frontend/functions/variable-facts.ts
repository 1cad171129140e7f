// Variable facts: which local variables change after their declaration, which are used by inner functions, and which may be missing. Found
// out for each variable that is asked for, from the places that have its name.

import ts from "typescript";
import type { ElementResults } from "./element-results.ts";
import { usesOfName } from "./name-uses.ts";

interface Facts {
  isWritten: boolean;
  isWrittenElsewhere: boolean;
  isCaptured: boolean;
  isFromElement: boolean;
  isDoubted: boolean;
}

/** Of the runtime's variables, which are the same in all programs of one checker. */
const ofRuntime = new WeakMap<ts.TypeChecker, Map<ts.Symbol, Facts>>();

export class VariableFacts {
  private readonly checker: ts.TypeChecker;
  private readonly elementResults: ElementResults;
  private readonly isRuntime: (file: ts.SourceFile) => boolean;
  private readonly known = new Map<ts.Symbol, Facts>();
  private readonly knownOfRuntime: Map<ts.Symbol, Facts>;

  constructor(checker: ts.TypeChecker, elementResults: ElementResults, isRuntime: (file: ts.SourceFile) => boolean) {
    this.checker = checker;
    this.elementResults = elementResults;
    this.isRuntime = isRuntime;
    this.knownOfRuntime = ofRuntime.get(checker) ?? new Map<ts.Symbol, Facts>();
    ofRuntime.set(checker, this.knownOfRuntime);
  }

  /** Assigned to anywhere but in its declaration. */
  isWritten(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.isWritten ?? false;
  }
  /** Used in a function inside the one that declares it. */
  isCaptured(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.isCaptured ?? false;
  }

  /**
   * Whether other code may assign to the variable while the body that the node stands in runs: another function does, or this one may run
   * again in between, with the same variable.
   */
  mayChangeUnseen(symbol: ts.Symbol, node: ts.Identifier): boolean {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || !this.isWritten(symbol)) return false;
    return this.factsOf(symbol)?.isWrittenElsewhere === true || enclosingBody(declaration) !== enclosingBody(node);
  }

  /** Whether a function of the program says of the variable somewhere what type it has. TypeScript takes that on its word. */
  isToldByGuard(symbol: ts.Symbol): boolean {
    return usesOfVariable(symbol).some((use) => {
      const call = callGiven(use);
      if (call === undefined || !isAnswer(call) || this.checker.getSymbolAtLocation(use) !== symbol) return false;
      const signature = this.checker.getResolvedSignature(call);
      return signature !== undefined && this.checker.getTypePredicateOfSignature(signature) !== undefined;
    });
  }

  /** Given an element of an array, or what a chain gives, somewhere: it may be undefined where the checker says that it is not. */
  isFromElement(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.isFromElement ?? false;
  }

  /**
   * Of a variable that is declared with an element of an array: whether the program asks somewhere if it is there, as in
   * `last === undefined`, or hands it to who does. Such a one may be undefined; any other read outside an array is an error of the program.
   */
  isDoubted(declaration: ts.VariableDeclaration | ts.BindingElement): boolean {
    const symbol = this.isDoubtable(declaration) ? this.variableOf(declaration.name) : undefined;
    return symbol !== undefined && (this.factsOf(symbol)?.isDoubted ?? false);
  }

  private factsOf(symbol: ts.Symbol): Facts | undefined {
    const known = this.known.get(symbol) ?? this.knownOfRuntime.get(symbol);
    const declaration = symbol.valueDeclaration;
    if (known !== undefined || declaration === undefined) return known;
    const facts = this.find(symbol, declaration);
    (this.isRuntime(declaration.getSourceFile()) ? this.knownOfRuntime : this.known).set(symbol, facts);
    return facts;
  }

  private find(symbol: ts.Symbol, declaration: ts.Declaration): Facts {
    const facts = { isWritten: false, isWrittenElsewhere: false, isCaptured: false, isFromElement: false, isDoubted: false };
    const body = enclosingBody(declaration);
    const isAsked = (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) && this.isDoubtable(declaration);
    for (const use of usesOfVariable(symbol)) {
      const isTarget = isAssignmentTarget(use);
      const isElsewhere = enclosingBody(use) !== body;
      const isGiven = this.isGivenElement(use);
      // Asking for symbols is slow: what is only read where it is declared tells nothing.
      if ((!isTarget && !isElsewhere && !isGiven && !isAsked) || this.variableOf(use) !== symbol) continue;
      facts.isFromElement ||= isGiven;
      facts.isDoubted ||= isAsked && isDoubt(use, this.checker);
      if (declaration === use.parent) continue;
      facts.isWritten ||= isTarget;
      facts.isWrittenElsewhere ||= isTarget && isElsewhere;
      facts.isCaptured ||= isElsewhere;
    }
    return facts;
  }

  /** Whether the variable gets an element of an array, or what a chain gives, where it is named here. */
  private isGivenElement(use: ts.Identifier): boolean {
    const { parent } = use;
    if (ts.isBindingElement(parent)) return parent.name === use && this.isDoubtable(parent);
    if (ts.isVariableDeclaration(parent))
      return parent.name === use && parent.initializer !== undefined && this.isElement(parent.initializer);
    if (ts.isArrayLiteralExpression(parent)) return isPlainAssignment(parent.parent) && parent.parent.left === parent;
    return isPlainAssignment(parent) && parent.left === use && this.isElement(parent.right);
  }

  /** A variable that gets an element of an array as it is, with the type that this has. */
  private isDoubtable<T extends ts.VariableDeclaration | ts.BindingElement>(node: T): node is Named<T> {
    if (ts.isBindingElement(node))
      return ts.isIdentifier(node.name) && ts.isArrayBindingPattern(node.parent) && !node.dotDotDotToken && !node.initializer;
    const isPlain = ts.isIdentifier(node.name) && node.type === undefined;
    const { initializer } = node;
    return isPlain && initializer !== undefined && (ts.isElementAccessExpression(initializer) || this.elementResults.mayMiss(initializer));
  }

  private isElement(node: ts.Expression): boolean {
    if (ts.isConditionalExpression(node)) return this.isElement(node.whenTrue) || this.isElement(node.whenFalse);
    if (ts.isBinaryExpression(node)) return this.hasElement(node);
    if (ts.isElementAccessExpression(node) || ts.isOptionalChain(node) || this.elementResults.mayMiss(node)) return true;
    const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
    return isWrapped && this.isElement(node.expression);
  }

  /** Whether what an operator chooses may be an element: of `a ?? b` the left side is not, where it is undefined. */
  private hasElement(node: ts.BinaryExpression): boolean {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        return this.isElement(node.right);
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return this.isElement(node.left) || this.isElement(node.right);
      default:
        return false;
    }
  }

  private variableOf(node: ts.Identifier): ts.Symbol | undefined {
    const symbol =
      ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node
        ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
        : this.checker.getSymbolAtLocation(node);
    return symbol !== undefined && symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function) ? symbol : undefined;
  }
}

/** The places with the variable's name in the outermost function that it belongs to, or in its file. */
function usesOfVariable({ valueDeclaration }: ts.Symbol): readonly ts.Identifier[] {
  const name = valueDeclaration === undefined ? undefined : ts.getNameOfDeclaration(valueDeclaration);
  if (valueDeclaration === undefined || name === undefined || !ts.isIdentifier(name)) return [];
  const { pos, end } = outermostFunction(valueDeclaration);
  return usesOfName(valueDeclaration.getSourceFile(), name.text).filter((use) => use.pos >= pos && use.end <= end);
}

function isPlainAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

type Named<T> = T & { readonly name: ts.Identifier };

/** Whether the call stands where what it gives, or that it comes back, can tell something of its arguments. */
function isAnswer({ parent }: ts.CallExpression): boolean {
  return (
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isCaseClause(parent)
  );
}

/** The call that is given the variable, also as the object whose member it calls. */
function callGiven(use: ts.Identifier): ts.CallExpression | undefined {
  const { parent } = use;
  if (ts.isCallExpression(parent)) return parent.expression === use ? undefined : parent;
  const isCalled = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
  return isCalled ? (parent.parent as ts.CallExpression) : undefined;
}

/** Whether the name stands where the program asks if there is a value, or hands on that there may be none. */
function isDoubt(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression !== node) return isWantedUndefined(node, checker);
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent))
    return parent.questionDotToken !== undefined && parent.expression === node && !isOf(node, ts.TypeFlags.Null, checker);
  if (ts.isReturnStatement(parent)) return returnsUndefined(parent);
  if (ts.isBinaryExpression(parent)) return isDoubtfulSide(node, parent, checker);
  if (ts.isSwitchStatement(parent))
    return (
      isOnly(node, ts.TypeFlags.StringLike, checker) ||
      parent.caseBlock.clauses.some((clause) => ts.isCaseClause(clause) && isUndefined(clause.expression))
    );
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return isWantedUndefined(node, checker);
  const isCondition =
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node) ||
    ((ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node);
  return isCondition && !isOf(node, TOLD_BY_TRUTH, checker);
}

function isDoubtfulSide(node: ts.Identifier, { left, right, operatorToken }: ts.BinaryExpression, checker: ts.TypeChecker): boolean {
  const other = node === left ? right : left;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return isUndefined(other) || isOnly(node, ts.TypeFlags.StringLike, checker);
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return isOnly(node, ts.TypeFlags.StringLike, checker);
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return other.kind === ts.SyntaxKind.NullKeyword && !isOf(node, ts.TypeFlags.Null, checker);
    case ts.SyntaxKind.QuestionQuestionToken:
      return node === left && !isOf(node, ts.TypeFlags.Null, checker);
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
      return node === left && !isOf(node, TOLD_BY_TRUTH, checker);
    default:
      return false;
  }
}

function isUndefined(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "undefined";
}

/** Whether the place that takes the value says of itself that it may be undefined. */
function isWantedUndefined(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const wanted = checker.getContextualType(node);
  return wanted?.isUnion() === true && wanted.types.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0);
}

/** Of these, a test of the truth asks for zero, false or null. */
const TOLD_BY_TRUTH = ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null;

/** Whether the variable is declared for values of such a type, among others. */
function isOf(node: ts.Identifier, flags: ts.TypeFlags, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(node);
  const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  return type !== undefined && (type.isUnion() ? type.types : [type]).some((part) => (part.flags & flags) !== 0);
}

function isOnly(node: ts.Identifier, flags: ts.TypeFlags, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  return (type.isUnion() ? type.types : [type]).every((part) => (part.flags & flags) !== 0);
}

/** Whether the function of the statement declares that it may give undefined. */
function returnsUndefined(node: ts.ReturnStatement): boolean {
  const { type } = enclosingFunction(node) as ts.FunctionLikeDeclaration;
  return type !== undefined && ts.isUnionTypeNode(type) && type.types.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword);
}

function isFunctionBoundary(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);
}

/** Fields are given their values in the constructor, not in the function around the class. */
function isBodyBoundary(node: ts.Node): boolean {
  return isFunctionBoundary(node) || ts.isPropertyDeclaration(node);
}

function enclosingBody(node: ts.Node): ts.Node {
  let current = ts.isFunctionDeclaration(node) ? node.parent : node;
  while (!isBodyBoundary(current) && !ts.isSourceFile(current)) current = current.parent;
  return current;
}

/** The function, method or file a node belongs to; of a parameter its function, of a function declaration the one around it. */
export function enclosingFunction(node: ts.Node): ts.Node {
  let current = ts.isFunctionDeclaration(node) ? node.parent : node;
  while (!isFunctionBoundary(current) && !ts.isSourceFile(current)) current = current.parent;
  return current;
}

/** The function around a node that is itself in none, or else the file. */
export function outermostFunction(node: ts.Node): ts.Node {
  let outermost: ts.Node | undefined;
  let current = ts.isFunctionDeclaration(node) ? node.parent : node;
  for (; !ts.isSourceFile(current); current = current.parent) if (isFunctionBoundary(current)) outermost = current;
  return outermost ?? current;
}

/** Whether the node is assigned to: also inside a destructuring pattern, and as a for-of variable. */
export function isAssignmentTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return (
      parent.left === node &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isForOfStatement(parent)) return parent.initializer === node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isAssignmentTarget(parent);
  if (ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent)) return isAssignmentTarget(parent);
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) return isAssignmentTarget(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return isAssignmentTarget(parent.parent);
  return false;
}
