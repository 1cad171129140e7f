// Joined types: intersections of what type parameters stand for, whose properties are known only for each use, and the signatures of one
// function.

import {
  arrayType,
  type FunctionType,
  functionType,
  type ObjectType,
  objectType,
  type Property,
  type Type,
  TypeKind,
  types,
  unionType,
  withoutUndefined,
} from "./types.ts";

/** The object type that has the properties of all; undefined where one is no object type, or two have another property of one name. */
export function joinedObject(parts: readonly Type[]): ObjectType | undefined {
  const objects = parts.filter((part) => part.kind === TypeKind.Object);
  if (objects.length < parts.length) return undefined;
  const properties = new Map<string, Property>();
  for (const object of objects) {
    for (const [name, property] of object.properties()) {
      const joined = joinedProperty(properties.get(name), property);
      if (joined === undefined) return undefined;
      properties.set(name, joined);
    }
  }
  return objectType(`&${objects.map(({ id }) => id).join()}`, objects.map(({ name }) => name).join(" & "), () => properties);
}

/** An optional property is what the other says. */
function joinedProperty(first: Property | undefined, second: Property): Property | undefined {
  if (first === undefined || first.type === second.type) return first?.isOptional === false ? first : second;
  if (first.isOptional && withoutUndefined(first.type) === second.type) return second;
  return second.isOptional && withoutUndefined(second.type) === first.type ? first : undefined;
}

/** The one type of a function with several signatures, which takes what any of them takes; undefined where only some take a `this`. */
export function overloadedType(signatures: readonly FunctionType[]): FunctionType | undefined {
  const { takesThis } = signatures[0];
  if (signatures.some((signature) => signature.takesThis !== takesThis)) return undefined;
  const result = unionType(signatures.map((signature) => signature.result));
  const fixed = signatures.map(fixedParameters);
  const hasRest = signatures.some((signature) => signature.hasRest);
  const lengths = fixed.map(({ length }) => length);
  // What one of them has in its rest is in the rest for all: how many arguments there are tells the program.
  const count = hasRest ? Math.min(...lengths) : Math.max(...lengths);
  const params = Array.from({ length: count }, (_, index) => unionType(fixed.map((list) => list.at(index) ?? types.undefined)));
  if (!hasRest) return functionType(params, result, false, takesThis);
  const rest = signatures.flatMap((signature, index) => [...fixed[index].slice(count), ...restElement(signature)]);
  return functionType([...params, arrayType(unionType(rest))], result, true, takesThis);
}

function fixedParameters({ params, hasRest }: FunctionType): readonly Type[] {
  return hasRest ? params.slice(0, -1) : params;
}

function restElement({ params, hasRest }: FunctionType): readonly Type[] {
  const last = hasRest ? params.at(-1) : undefined;
  return last?.kind === TypeKind.Array ? [last.element] : [];
}
