// Enum types: the own types of the checker's enums, and of their members.

import ts from "typescript";
import { enumType, evaluateEnum, isIntegerEnum } from "./enum-values.ts";
import type { TypeConverter } from "./type-conversion.ts";
import { TypeEnvironment } from "./type-environment.ts";
import { identity, type Type, TypeKind, types, unionType } from "./types.ts";

export function convertEnum(converter: TypeConverter, checker: ts.TypeChecker, type: ts.Type, node: ts.Node): Type {
  if (type.isUnion() && !(type.symbol?.flags & ts.SymbolFlags.RegularEnum) && !(type.symbol?.flags & ts.SymbolFlags.ConstEnum)) {
    return unionType(type.types.map((member) => converter.convert(member, TypeEnvironment.empty, node)));
  }
  let declaration = type.symbol.declarations?.find((found) => ts.isEnumDeclaration(found) || ts.isEnumMember(found));
  if (declaration !== undefined && ts.isEnumMember(declaration)) declaration = declaration.parent;
  if (declaration === undefined || !ts.isEnumDeclaration(declaration)) return converter.refuse(node, "TSM3009", checker.typeToString(type));
  const whole = enumOf(converter, checker, declaration);
  if (whole.kind !== TypeKind.Union || type.isUnion()) return whole;
  // One member of an enum of texts and numbers is the one or the other.
  return type.isStringLiteral() ? types.string : types.number;
}

/** Own type of an enum: one of its own where all members are integers; else text, number, or either. */
export function enumOf(converter: TypeConverter, checker: ts.TypeChecker, declaration: ts.EnumDeclaration): Type {
  const values = evaluateEnum(declaration, checker);
  if (values === undefined) return converter.refuse(declaration.name, "TSM2007", declaration.name.text);
  if (isIntegerEnum(values)) return enumType(identity(declaration), declaration.name.text, values);
  return unionType([...values.values()].map((value) => (typeof value === "string" ? types.string : types.number)));
}
