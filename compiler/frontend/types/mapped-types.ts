// Mapped types over type parameters: the checker knows no more of them than the parameter's constraint says.

import ts from "typescript";
import type { TypeConverter } from "./type-conversion.ts";
import type { TypeEnvironment } from "./type-environment.ts";
import { identity, nameType, objectType, type Property, type Type, TypeKind, types, unionType } from "./types.ts";

/** Whether a mapped type goes over the properties of a type parameter. */
export function isOverParameter(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  if (type.aliasTypeArguments !== undefined) return type.aliasTypeArguments.some((argument) => isUnsettled(checker, argument));
  const declaration = type.symbol?.declarations?.find(ts.isMappedTypeNode);
  const { constraint } = declaration?.typeParameter ?? {};
  if (declaration === undefined || constraint === undefined || checker.getTypeFromTypeNode(declaration) !== type) return false;
  const over = checker.getTypeFromTypeNode(constraint);
  return (over.flags & ts.TypeFlags.Index) !== 0 && ((over as ts.IndexType).type.flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** Whether the properties of a type depend on a type parameter. */
export function isUnsettled(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.TypeParameter) return true;
  const object = type as ts.ObjectType;
  return (type.flags & ts.TypeFlags.Object) !== 0 && (object.objectFlags & ts.ObjectFlags.Mapped) !== 0 && isOverParameter(checker, object);
}

/**
 * `{ [K in keyof T]: ... }` of a type parameter: the checker does not know its properties, but what T stands for here has names. Undefined
 * where they are not known either.
 */
export function mappedType(
  converter: TypeConverter,
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  environment: TypeEnvironment,
  node: ts.Node,
): Type | undefined {
  const shown = checker.typeToString(type);
  const { aliasSymbol, aliasTypeArguments = [] } = type;
  if (aliasSymbol?.name === "Omit") return omittedType(converter, shown, aliasTypeArguments, environment, node);
  const declaration = type.symbol?.declarations?.find(ts.isMappedTypeNode);
  const constraint = declaration?.typeParameter.constraint;
  const parameter = declaration === undefined ? undefined : checker.getSymbolAtLocation(declaration.typeParameter.name);
  if (declaration?.type === undefined || declaration.nameType !== undefined || constraint === undefined || parameter === undefined)
    return undefined;
  const alias = aliasSymbol?.declarations?.find(ts.isTypeAliasDeclaration);
  const given = aliasTypeArguments.map((argument) => converter.convert(argument, environment, node));
  const inner = environment.extend(converter.bind(alias?.typeParameters, given));
  const over = checker.getTypeFromTypeNode(constraint);
  const names = converter.namesOf(over, inner, node);
  if (names === undefined) return undefined;
  const source = over.flags & ts.TypeFlags.Index ? converter.convert((over as ts.IndexType).type, inner, node) : types.unknown;
  const { questionToken, type: template } = declaration;
  const isOptional = (name: string): boolean =>
    questionToken === undefined
      ? source.kind === TypeKind.Object && source.properties().get(name)?.isOptional === true
      : questionToken.kind !== ts.SyntaxKind.MinusToken;
  const propertyOf = (name: string): Property => {
    const own = converter.ofTypeNode(template, inner.extend(new Map([[parameter, nameType([name])]])));
    return { name, type: isOptional(name) ? unionType([own, types.undefined]) : own, isMethod: false, isOptional: isOptional(name) };
  };
  const key = `${identity(type)}<${environment.key}>`;
  return objectType(key, shown, () => new Map(names.map((name) => [name, propertyOf(name)])));
}

/** `Omit<T, K>`: what T has but for what K names; undefined where that is not known. */
function omittedType(
  converter: TypeConverter,
  shown: string,
  [from, left]: readonly ts.Type[],
  environment: TypeEnvironment,
  node: ts.Node,
): Type | undefined {
  const source = converter.convert(from, environment, node);
  const names = converter.namesOf(left, environment, node);
  if (source.kind !== TypeKind.Object || names === undefined) return undefined;
  const kept = (): Property[] => [...source.properties().values()].filter(({ name }) => !names.includes(name));
  return objectType(`${source.id} without ${names.join()}`, shown, () => new Map(kept().map((property) => [property.name, property])));
}
