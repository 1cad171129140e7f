// Other names: types that TypeScript tells apart and that have one layout: `Readonly<Class>`, interfaces that only extend an array.

import ts from "typescript";
import { isLibraryFile } from "./library-types.ts";
import type { TypeConverter } from "./type-conversion.ts";
import type { TypeEnvironment } from "./type-environment.ts";
import { type Type, TypeKind } from "./types.ts";

/** The class whose objects, as they are, `Readonly<Class>` stands for; undefined for any other type. */
export function readonlyClass(
  converter: TypeConverter,
  type: ts.ObjectType,
  environment: TypeEnvironment,
  node: ts.Node,
): Type | undefined {
  const { aliasSymbol, aliasTypeArguments } = type;
  if (aliasSymbol?.name !== "Readonly" || aliasTypeArguments === undefined) return undefined;
  if (!aliasSymbol.declarations?.some((declared) => isLibraryFile(declared.getSourceFile()))) return undefined;
  const isSettled = aliasTypeArguments[0].symbol?.declarations?.some(ts.isClassLike) === true;
  const own = isSettled ? converter.convert(aliasTypeArguments[0], environment, node) : undefined;
  return own?.kind === TypeKind.Class ? own : undefined;
}

/** Whether it is an object of names that nobody knows. The numbers of an enum, which a mapped type over its names takes along, are none. */
export function hasOpenNames(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  const infos = checker.getIndexInfosOfType(type);
  const isOfEnum = type.objectFlags & ts.ObjectFlags.Mapped && infos.every(({ keyType }) => keyType.flags & ts.TypeFlags.Number);
  return infos.length > 0 && !(isOfEnum && checker.getPropertiesOfType(type).length > 0);
}

/** The type that an interface is another name of: `interface List extends Array<Item> {}`. */
export function soleBase(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const declarations = type.symbol?.declarations ?? [];
  const isEmpty = declarations.length > 0 && declarations.every((each) => ts.isInterfaceDeclaration(each) && each.members.length === 0);
  const bases = isEmpty && type.isClassOrInterface() && type.typeParameters === undefined ? checker.getBaseTypes(type) : [];
  return bases.length === 1 && checker.isArrayType(bases[0]) ? bases[0] : undefined;
}
