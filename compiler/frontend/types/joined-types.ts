// Joined types: intersections of what type parameters stand for, whose properties are known only for each use.

import { type ObjectType, objectType, type Property, type Type, TypeKind, withoutUndefined } from "./types.ts";

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
