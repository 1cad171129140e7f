// Enum values: the members of an enum, exactly, also where they need 64 bits.

import ts from "typescript";
import { foldBinary, foldUnary, integerConstant, type NumericConstant, parseNumericLiteral } from "./constants.ts";

const known = new WeakMap<ts.EnumDeclaration, ReadonlyMap<string, bigint> | "strings" | undefined>();

/** Member values by name; "strings" where all are strings; undefined where one is neither a constant integer nor a string. */
export function evaluateEnum(
  declaration: ts.EnumDeclaration,
  checker: ts.TypeChecker,
): ReadonlyMap<string, bigint> | "strings" | undefined {
  if (known.has(declaration)) return known.get(declaration);
  const values = computeMembers(declaration, checker);
  known.set(declaration, values);
  return values;
}

function computeMembers(declaration: ts.EnumDeclaration, checker: ts.TypeChecker): ReadonlyMap<string, bigint> | "strings" | undefined {
  const members = new Map<string, bigint>();
  let next = 0n;
  if (
    declaration.members.length > 0 &&
    declaration.members.every((member) => member.initializer && ts.isStringLiteralLike(member.initializer))
  )
    return "strings";
  for (const member of declaration.members) {
    if (member.initializer !== undefined) {
      const value = evaluateConstant(member.initializer, checker, members)?.exact;
      if (value === undefined || value === null) return undefined;
      next = value;
    }
    members.set(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(), next++);
  }
  return members;
}

/** The value of an expression made of literals, enum members and constants, or undefined. */
export function evaluateConstant(
  node: ts.Expression,
  checker: ts.TypeChecker,
  members?: ReadonlyMap<string, bigint>,
): NumericConstant | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return evaluateConstant(node.expression, checker, members);
  if (ts.isNumericLiteral(node)) return parseNumericLiteral(node.getText());
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = evaluateConstant(node.operand, checker, members);
    return operand === undefined ? undefined : foldUnary(node.operator, operand);
  }
  if (ts.isBinaryExpression(node)) {
    const left = evaluateConstant(node.left, checker, members);
    const right = evaluateConstant(node.right, checker, members);
    return left === undefined || right === undefined ? undefined : foldBinary(node.operatorToken.kind, left, right);
  }
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return evaluateReference(node, checker, members);
  return undefined;
}

function evaluateReference(
  node: ts.Identifier | ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
  members?: ReadonlyMap<string, bigint>,
): NumericConstant | undefined {
  if (ts.isIdentifier(node)) {
    const own = members?.get(node.text);
    if (own !== undefined) return integerConstant(own);
  }
  let symbol = checker.getSymbolAtLocation(node);
  if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isEnumMember(declaration)) {
    const values = evaluateEnum(declaration.parent, checker);
    const value = values instanceof Map ? values.get(symbol?.name ?? "") : undefined;
    return value === undefined ? undefined : integerConstant(value);
  }
  const isConst = ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst && declaration.initializer !== undefined ? evaluateConstant(declaration.initializer, checker) : undefined;
}
