// Class heritage: the class that another one extends, with its type arguments.

import ts from "typescript";
import { heritageOf } from "./held-classes.ts";
import { isLibraryFile } from "./library-types.ts";
import { isMixed, writtenClass } from "./local-classes.ts";
import type { TypeConverter } from "./type-conversion.ts";
import type { TypeEnvironment } from "./type-environment.ts";
import { classBehind } from "./type-parts.ts";
import { type ClassType, type Type, TypeKind } from "./types.ts";

/** What has two members of one private name. */
export const PRIVATE_TWICE = "a mixin with private names that is applied to what it made";

export function parentOf(
  converter: TypeConverter,
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  environment: TypeEnvironment,
): ClassType | null {
  const heritage = heritageOf(declaration);
  if (heritage === undefined) return null;
  const seen = checker.getTypeAtLocation(heritage.expression);
  if (isMixed(declaration, checker)) return parentOfMixin(converter, declaration, seen, environment, heritage);
  const held = heldParent(converter, heritage);
  if (held !== undefined) return held;
  const named = seen.symbol?.declarations ?? [];
  if (!named.some((found) => ts.isClassLike(found) || isLibraryFile(found.getSourceFile()))) {
    converter.refuse(heritage, "TSM3029", heritage.expression.getText());
  }
  const meant = converter.convert(checker.getTypeAtLocation(heritage), environment, heritage);
  const parent = classBehind(converter.madeBy(heritage.expression, meant));
  if (parent.kind !== TypeKind.Class) return converter.refuse(heritage, "TSM9001", `extending ${parent.name}`);
  return parent;
}

/** What the type parameters stand for of a class that a class is, or derives from. */
export function environmentOf(declaration: ts.Node | undefined, own: ClassType | null, around: TypeEnvironment): TypeEnvironment {
  for (let above = own; above !== null; above = above.parent())
    if (above.declaration === declaration)
      return around.thisType === null ? above.environment : above.environment.withThis(around.thisType);
  return around;
}

/** Whether the class of an object is one in a member of the class that has the symbol. */
export function isAround(symbol: ts.Symbol, own: Type | null): boolean {
  const type = own === null ? null : classBehind(own);
  if (type?.kind !== TypeKind.Class) return false;
  const outer = symbol.declarations?.find(ts.isClassLike);
  return outer !== undefined && ts.findAncestor(type.declaration.parent, (around) => around === outer) !== undefined;
}

/** Of a class that extends what a variable holds: that; undefined where the type says it. */
function heldParent(converter: TypeConverter, heritage: ts.ExpressionWithTypeArguments): ClassType | undefined {
  const held = converter.localClasses.heldParent(heritage);
  if (held === undefined) return undefined;
  const parent = held === "unknown" || held.typeParameters !== undefined ? undefined : converter.classOf(held, []);
  return parent?.kind === TypeKind.Class ? parent : converter.refuse(heritage, "TSM3029", heritage.expression.getText());
}

/** The class that a mixin was applied to, or the one that it made. */
function parentOfMixin(
  converter: TypeConverter,
  declaration: ts.ClassLikeDeclaration,
  seen: ts.Type,
  environment: TypeEnvironment,
  heritage: ts.ExpressionWithTypeArguments,
): ClassType {
  const exact = converter.localClasses.exactClass(seen, environment, heritage);
  const parent = exact === undefined || exact.typeParameters !== undefined ? undefined : converter.classOf(exact, []);
  if (parent?.kind !== TypeKind.Class) return converter.refuse(heritage, "TSM3029", heritage.expression.getText());
  const isPrivate = declaration.members.some(({ name }) => name !== undefined && ts.isPrivateIdentifier(name));
  for (let above: ClassType | null = parent; isPrivate && above !== null; above = above.parent())
    if (writtenClass(above.declaration) === writtenClass(declaration)) converter.refuse(heritage, "TSM9001", PRIVATE_TWICE);
  return parent;
}
