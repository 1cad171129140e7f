// Evolving variables: `let x;`, `let x = null;` and `const list = [];` have the type of what the program gives them, which TypeScript's
// checker finds out place by place. Here they have one type for all places.

import ts from "typescript";
import type { Program } from "../program.ts";
import type { TypeEnvironment } from "../types/type-environment.ts";
import { arrayType, type Type, types, unionType, widened } from "../types/types.ts";

/** The type of a variable that is declared without one and evolves; undefined for all others. */
export function evolvingType(program: Program, declaration: ts.VariableDeclaration, environment: TypeEnvironment): Type | undefined {
  const { name, initializer } = declaration;
  if (declaration.type !== undefined || !ts.isIdentifier(name) || ts.isCatchClause(declaration.parent)) return undefined;
  const isList = initializer !== undefined && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
  if (!isList && initializer !== undefined && !isAbsence(initializer)) return undefined;
  const statement = declaration.parent.parent;
  if (ts.isForOfStatement(statement) || ts.isForInStatement(statement)) return undefined;
  const symbol = program.symbolOf(name);
  if (symbol === undefined || !isUntyped(program.checker.getTypeOfSymbol(symbol), program.checker)) return undefined;
  const given: ts.Type[] = [];
  eachUse(program, symbol, name.text, scopeOf(declaration), (use) => given.push(...(isList ? givenElements : givenValues)(program, use)));
  const parts = given
    .filter((type) => (type.flags & ts.TypeFlags.Any) === 0)
    .map((type) => widened(program.converter.convert(program.checker.getBaseTypeOfLiteralType(type), environment, name)));
  if (isList) return arrayType(unionType(parts));
  return unionType([...parts, initializer?.kind === ts.SyntaxKind.NullKeyword ? types.null : types.undefined]);
}

function isAbsence(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

/** Whether the checker leaves the type of the variable to each place: any, or an array of it. */
function isUntyped(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & ts.TypeFlags.Any) return true;
  return checker.isArrayType(type) && (checker.getTypeArguments(type as ts.TypeReference)[0].flags & ts.TypeFlags.Any) !== 0;
}

/** What the variable can be named in: the block, file or loop around its declaration. */
function scopeOf(declaration: ts.VariableDeclaration): ts.Node {
  const statement = declaration.parent.parent;
  return ts.isForStatement(statement) ? statement : statement.parent;
}

function eachUse(program: Program, symbol: ts.Symbol, text: string, scope: ts.Node, found: (use: ts.Identifier) => void): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === text && program.symbolOf(node) === symbol) found(node);
    else ts.forEachChild(node, visit);
  };
  visit(scope);
}

/** The types that a use of the variable tells of: of what it is given there, or of what it is seen as. */
function givenValues({ checker }: Program, use: ts.Identifier): ts.Type[] {
  const { parent } = use;
  if (ts.isVariableDeclaration(parent)) return [];
  const isGiven = ts.isBinaryExpression(parent) && parent.left === use && isAssignment(parent.operatorToken.kind);
  return [checker.getTypeAtLocation(isGiven ? parent.right : use)];
}

/** The same for the elements of a list. */
function givenElements({ checker }: Program, use: ts.Identifier): ts.Type[] {
  const { parent } = use;
  if (ts.isVariableDeclaration(parent)) return [];
  const seen = checker.getTypeAtLocation(use);
  if (checker.isArrayType(seen) && !isUntyped(seen, checker)) return [...checker.getTypeArguments(seen as ts.TypeReference)];
  if (ts.isElementAccessExpression(parent) && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent)
    return [checker.getTypeAtLocation(parent.parent.right)];
  const call = ts.isPropertyAccessExpression(parent) ? parent.parent : undefined;
  if (call === undefined || !ts.isCallExpression(call)) return [];
  return call.arguments.filter((argument) => !ts.isSpreadElement(argument)).map((argument) => checker.getTypeAtLocation(argument));
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
