// Enum values: the members of an enum: integers exactly, also where they need 64 bits; else texts, fractions, or texts and numbers.

import ts from "typescript";
import { foldBinary, foldUnary, integerConstant, type NumericConstant, parseNumericLiteral } from "../constants.ts";
import { type EnumType, internType, TypeKind } from "./types.ts";

/** Member values by name: all integers, or else each a text or a number. */
export type EnumValues = ReadonlyMap<string, bigint> | ReadonlyMap<string, string | number>;

const known = new WeakMap<ts.EnumDeclaration, EnumValues | undefined>();

/** Members found so far of the enums whose evaluation has begun: later members refer to earlier ones. */
const underWay = new WeakMap<ts.EnumDeclaration, ReadonlyMap<string, bigint>>();

/** Undefined where a member is no constant. */
export function evaluateEnum(declaration: ts.EnumDeclaration, checker: ts.TypeChecker): EnumValues | undefined {
  if (known.has(declaration)) return known.get(declaration);
  const values = integerMembers(declaration, checker) ?? otherMembers(declaration, checker);
  known.set(declaration, values);
  return values;
}

export function isIntegerEnum(values: EnumValues): values is ReadonlyMap<string, bigint> {
  return ![...values.values()].some((value) => typeof value !== "bigint");
}

export function enumMemberName(member: ts.EnumMember): string {
  return ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : member.name.getText();
}

function otherMembers(declaration: ts.EnumDeclaration, checker: ts.TypeChecker): ReadonlyMap<string, string | number> | undefined {
  const members = new Map<string, string | number>();
  for (const member of declaration.members) {
    const value = checker.getConstantValue(member) ?? (member.initializer && evaluateConstant(member.initializer, checker)?.number);
    if (value === undefined) return undefined;
    members.set(enumMemberName(member), value);
  }
  return members;
}

function integerMembers(declaration: ts.EnumDeclaration, checker: ts.TypeChecker): ReadonlyMap<string, bigint> | undefined {
  const members = new Map<string, bigint>();
  underWay.set(declaration, members);
  let next = 0n;
  for (const member of declaration.members) {
    if (member.initializer !== undefined) {
      const value = evaluateConstant(member.initializer, checker, members);
      if (value === undefined || value.exact === null) return undefined;
      // 1 << 31 is negative, as JavaScript has it; literals that no double holds stay exact.
      next = Number.isSafeInteger(value.number) ? BigInt(value.number) : value.exact;
    }
    members.set(enumMemberName(member), next++);
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
  if (ts.isPropertyAccessExpression(node) && ts.isStringLiteralLike(node.expression) && node.name.text === "length")
    return integerConstant(BigInt(node.expression.text.length));
  const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (isName) return evaluateReference(node, checker, members);
  return undefined;
}

function evaluateReference(
  node: ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression,
  checker: ts.TypeChecker,
  members?: ReadonlyMap<string, bigint>,
): NumericConstant | undefined {
  if (ts.isIdentifier(node)) {
    const own = members?.get(node.text);
    if (own !== undefined) return integerConstant(own);
  }
  let symbol = checker.getSymbolAtLocation(ts.isElementAccessExpression(node) ? node.argumentExpression : node);
  if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isEnumMember(declaration)) {
    const values = underWay.get(declaration.parent) ?? evaluateEnum(declaration.parent, checker);
    const value = values?.get(symbol?.name ?? "");
    if (typeof value === "number") return { exact: null, number: value };
    return typeof value === "bigint" ? integerConstant(value) : undefined;
  }
  const isConst = ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst && declaration.initializer !== undefined ? evaluateConstant(declaration.initializer, checker) : undefined;
}

/** The type of the enum whose integers are known. */
export function enumType(symbolIdentity: number, name: string, members: ReadonlyMap<string, bigint>): EnumType {
  return internType(`enum ${symbolIdentity}`, (id) => {
    const values = [...members.values()];
    const min = values.reduce((least, value) => (value < least ? value : least), 0n);
    const max = values.reduce((most, value) => (value > most ? value : most), 0n);
    const fitsSigned = min >= -0x8000_0000n && max <= 0x7fff_ffffn;
    const fitsUnsigned = min >= 0n && max <= 0xffff_ffffn;
    return {
      id,
      kind: TypeKind.Enum,
      name,
      members,
      min,
      max,
      bits: fitsSigned || fitsUnsigned ? 32 : 64,
      isSigned: fitsSigned || min < 0n,
    };
  });
}
