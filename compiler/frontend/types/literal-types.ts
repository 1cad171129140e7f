// Literal types: the values that the checker's literal types stand for.

import ts from "typescript";

/** The one value of a literal type. */
export function literalOf(type: ts.Type, checker: ts.TypeChecker): string | number | boolean | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  return type.flags & ts.TypeFlags.BooleanLiteral ? checker.typeToString(type) === "true" : undefined;
}

/**
 * The values of a union of literal types; undefined where it has others. In an order of their own: TypeScript's depends on what it has
 * read before.
 */
export function literalsOf(type: ts.Type, checker: ts.TypeChecker): (string | number | boolean)[] | undefined {
  if (type.flags & ts.TypeFlags.Boolean) return undefined;
  const values = (type.isUnion() ? type.types : [type]).map((member) => literalOf(member, checker));
  if (values.includes(undefined)) return undefined;
  return values
    .filter((value) => value !== undefined)
    .sort((a, b) => (typeof a === typeof b ? (a < b ? -1 : 1) : typeof a < typeof b ? -1 : 1));
}

const NAMES = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.ESSymbolLike;

/** Whether all values are texts, or names of properties. */
export function isNames(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.flags & ts.TypeFlags.StringLike) && parts.every((part) => part.flags & NAMES);
}

/** Whether it is the type of the expression `{}`, or a mapped type over no names. Requires: it has no properties. */
export function isEmptyObject(type: ts.Type): boolean {
  const isMapped = (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;
  return isMapped || (type.symbol?.flags & ts.SymbolFlags.ObjectLiteral) !== 0;
}
