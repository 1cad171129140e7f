// Tuple parts: what the elements of a tuple type come to when spread ones among them are known.
// Invariants: a tuple with a rest element is an array with places; optional elements before a rest are not compiled

import ts from "typescript";
import {
  type ArrayType,
  arrayType,
  internType,
  type TuplePlaces,
  type Type,
  TypeKind,
  tupleType,
  types,
  unionType,
  wrapped,
} from "./types.ts";

interface TuplePart {
  readonly type: Type;
  readonly flag: ts.ElementFlags;
}

const REQUIRED = ts.ElementFlags.Required;

/** Of a spread array, or of a spread tuple that has a rest element itself. */
function partsOfArray(type: ArrayType): TuplePart[] {
  const required = (part: Type): TuplePart => ({ type: part, flag: REQUIRED });
  const rest: TuplePart = { type: type.places?.rest ?? type.element, flag: ts.ElementFlags.Rest };
  return [...(type.places?.start.map(required) ?? []), rest, ...(type.places?.end.map(required) ?? [])];
}

/** The type of a tuple whose elements, spread ones among them, are these; undefined where it is not compiled. */
export function tupleOfElements({ elementFlags }: ts.TupleType, elements: readonly Type[]): Type | undefined {
  const parts = elements.map((own, index): TuplePart[] | undefined => {
    const flag = elementFlags[index];
    if (flag !== ts.ElementFlags.Variadic) return [{ type: own, flag }];
    if (own.kind === TypeKind.Array) return partsOfArray(own);
    // Not settled yet, while the arguments of a call tell it.
    if (own.kind === TypeKind.Unknown) return partsOfArray(arrayType(own));
    if (own.kind !== TypeKind.Tuple) return undefined;
    return own.elements.map((each, place) => ({ type: each, flag: place < own.required ? REQUIRED : ts.ElementFlags.Optional }));
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : tupleOfParts(known.flat());
}

/** The type with these elements; undefined where it has optional ones beside a rest. What is between two rests is one with them. */
function tupleOfParts(parts: readonly TuplePart[]): Type | undefined {
  const isOptional = ({ flag }: TuplePart): boolean => flag === ts.ElementFlags.Optional;
  const isRest = ({ flag }: TuplePart): boolean => flag === ts.ElementFlags.Rest;
  const [at, last] = [parts.findIndex(isRest), parts.findLastIndex(isRest)];
  if (at < 0) {
    const elements = parts.map((part) => (isOptional(part) ? unionType([part.type, types.undefined]) : part.type));
    const missable = parts.findIndex(isOptional);
    return tupleType(elements, missable < 0 ? elements.length : missable);
  }
  if (parts.some(isOptional)) return undefined;
  const list = parts.map(({ type }) => type);
  return restTupleType({ start: list.slice(0, at), rest: unionType(list.slice(at, last + 1)), end: list.slice(last + 1) });
}

export function restTupleType(places: TuplePlaces): ArrayType {
  const { start, rest, end } = places;
  if (start.length === 0 && end.length === 0) return arrayType(rest);
  const list = (parts: readonly Type[]): string => parts.map(({ id }) => id).join();
  const names = [...start.map(({ name }) => name), `...${wrapped(rest)}[]`, ...end.map(({ name }) => name)];
  const element = unionType([...start, rest, ...end]);
  return internType(`[${list(start)}...${rest.id}...${list(end)}]`, (id) => {
    return { id, kind: TypeKind.Array, name: `[${names.join(", ")}]`, element, places };
  }) as ArrayType;
}

/** What an element at a place that is known is; undefined for an array where all are of one type. */
export function typeAtPlace(type: ArrayType, index: number): Type | undefined {
  const { places } = type;
  if (places === undefined || index < 0) return undefined;
  return places.start[index] ?? (places.end.length === 0 ? places.rest : undefined);
}

/** The type of an array without its first elements. */
export function typeFromPlace(type: ArrayType, index: number): ArrayType {
  const { places } = type;
  if (places === undefined) return type;
  return index > places.start.length && places.end.length > 0
    ? arrayType(type.element)
    : restTupleType({ ...places, start: places.start.slice(index) });
}

/** Whether a rest parameter of the type is several parameters of a function value. */
export function isSpreadOut(rest: Type): boolean {
  return rest.kind === TypeKind.Tuple || (rest.kind === TypeKind.Array && rest.places?.end.length === 0);
}

/** The own types that stand at the places of a tuple type's arguments. */
export function partsAtPlaces(pattern: ts.TupleType, type: Type): readonly Type[] {
  const { elementFlags } = pattern;
  const count = type.kind === TypeKind.Tuple ? type.elements.length : 0;
  const at = elementFlags.findIndex((flag) => (flag & ts.ElementFlags.Variable) !== 0);
  const behind = at < 0 ? 0 : elementFlags.length - at - 1;
  return elementFlags.map((flag, index) => {
    if (type.kind === TypeKind.Array) {
      const isSpread = (flag & ts.ElementFlags.Variadic) !== 0;
      return isSpread ? typeFromPlace(type, index) : (typeAtPlace(type, index) ?? type.element);
    }
    if (type.kind !== TypeKind.Tuple) return types.never;
    const taken = type.elements.slice(index, count - behind);
    if (flag & ts.ElementFlags.Variadic) return tupleType(taken);
    if (flag & ts.ElementFlags.Rest) return unionType(taken);
    return type.elements[at >= 0 && index > at ? count - elementFlags.length + index : index] ?? types.never;
  });
}
