// Variable facts: which local variables change after their declaration, and which are used by inner functions. One scan for each function
// that is in no other one, and one of the whole file for variables outside of functions.

import ts from "typescript";

interface Facts {
  readonly written: ReadonlySet<ts.Symbol>;
  readonly captured: ReadonlySet<ts.Symbol>;
  readonly fromElements: ReadonlySet<ts.Symbol>;
}

export class VariableFacts {
  private readonly checker: ts.TypeChecker;
  /** By outermost function, or file. */
  private readonly byRoot = new Map<ts.Node, Facts>();

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /** Assigned to anywhere but in its declaration. */
  isWritten(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.written.has(symbol) ?? false;
  }
  /** Used in a function inside the one that declares it. */
  isCaptured(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.captured.has(symbol) ?? false;
  }

  /** Given an element of an array, or what a chain gives, somewhere: it may be undefined where the checker says that it is not. */
  isFromElement(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol)?.fromElements.has(symbol) ?? false;
  }

  private factsOf(symbol: ts.Symbol): Facts | undefined {
    if (symbol.valueDeclaration === undefined) return undefined;
    const root = outermostFunction(symbol.valueDeclaration);
    let facts = this.byRoot.get(root);
    if (facts === undefined) {
      facts = this.scan(root);
      this.byRoot.set(root, facts);
    }
    return facts;
  }

  private scan(root: ts.Node): Facts {
    const written = new Set<ts.Symbol>();
    const captured = new Set<ts.Symbol>();
    const fromElements = new Set<ts.Symbol>();
    const visit = (node: ts.Node, isInner: boolean): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
      const symbol = this.givenElement(node);
      if (symbol !== undefined) fromElements.add(symbol);
      if (ts.isIdentifier(node)) {
        const isTarget = isAssignmentTarget(node);
        // What is only read where it is declared tells nothing; asking for symbols is slow.
        const symbol = isTarget || (isInner && !isMemberName(node)) ? this.variableOf(node) : undefined;
        if (symbol?.valueDeclaration !== undefined && symbol.valueDeclaration !== node.parent) {
          if (isTarget) written.add(symbol);
          if (enclosingBody(symbol.valueDeclaration) !== enclosingBody(node)) captured.add(symbol);
        }
        return;
      }
      const isWithinInner = isInner || (node !== root && isBodyBoundary(node));
      ts.forEachChild(node, (child) => visit(child, isWithinInner));
    };
    visit(root, false);
    return { written, captured, fromElements };
  }

  /** The variable that the declaration or assignment gives an element of an array. */
  private givenElement(node: ts.Node): ts.Symbol | undefined {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      return isElement(node.initializer) ? this.variableOf(node.name) : undefined;
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isIdentifier(node.left))
      return undefined;
    return isElement(node.right) ? this.variableOf(node.left) : undefined;
  }

  private variableOf(node: ts.Identifier): ts.Symbol | undefined {
    const symbol =
      ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node
        ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
        : this.checker.getSymbolAtLocation(node);
    return symbol !== undefined && symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function) ? symbol : undefined;
  }
}

function isElement(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return isElement(node.whenTrue) || isElement(node.whenFalse);
  if (ts.isBinaryExpression(node)) return hasElement(node);
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
  return ts.isElementAccessExpression(node) || ts.isOptionalChain(node) || (isWrapped && isElement(node.expression));
}

/** Whether what an operator chooses may be an element: of `a ?? b` the left side is not, where it is undefined. */
function hasElement(node: ts.BinaryExpression): boolean {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return isElement(node.right);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return isElement(node.left) || isElement(node.right);
    default:
      return false;
  }
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
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
