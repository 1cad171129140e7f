// Recursive types: unions, arrays, tuples and functions that contain themselves without an object between.
// Invariants: (1) such a type is made when it is met inside itself, and gets its contents when the type around it is complete
//             (2) who asks for the contents before that gets an UnfinishedType, which becomes a refusal

import ts from "typescript";
import { soleBase } from "./other-names.ts";
import type { TypeEnvironment } from "./type-environment.ts";
import { internType, replaceType, type Type, TypeKind } from "./types.ts";

export class UnfinishedType extends Error {}

const contents = new WeakMap<Type, Type>();

function contentsOf<K extends TypeKind>(type: Type, kind: K): Extract<Type, { kind: K }> {
  const found = contents.get(type);
  if (found === undefined || found.kind !== kind) throw new UnfinishedType(type.name);
  return found as Extract<Type, { kind: K }>;
}

/** The type of that key, which may have its contents already: equal keys mean equal types. */
export function recursiveType(kind: TypeKind | undefined, key: string, name: string): Type {
  return internType(`recursive ${key}`, (id): Type => {
    switch (kind) {
      case TypeKind.Union:
        return recursiveUnion(id, name);
      case TypeKind.Array:
        return {
          id,
          kind,
          name,
          isRecursive: true,
          get element() {
            return contentsOf(this, TypeKind.Array).element;
          },
          get places() {
            return contentsOf(this, TypeKind.Array).places;
          },
        };
      case TypeKind.Tuple:
        return recursiveTuple(id, name);
      default:
        return recursiveFunction(id, name);
    }
  });
}

function recursiveUnion(id: number, name: string): Type {
  return {
    id,
    kind: TypeKind.Union,
    name,
    isRecursive: true,
    get members() {
      return contentsOf(this, TypeKind.Union).members;
    },
    get hasNull() {
      return contentsOf(this, TypeKind.Union).hasNull;
    },
    get hasUndefined() {
      return contentsOf(this, TypeKind.Union).hasUndefined;
    },
  };
}

function recursiveTuple(id: number, name: string): Type {
  return {
    id,
    kind: TypeKind.Tuple,
    name,
    isRecursive: true,
    get elements() {
      return contentsOf(this, TypeKind.Tuple).elements;
    },
    get required() {
      return contentsOf(this, TypeKind.Tuple).required;
    },
  };
}

function recursiveFunction(id: number, name: string): Type {
  return {
    id,
    kind: TypeKind.Function,
    name,
    isRecursive: true,
    get params() {
      return contentsOf(this, TypeKind.Function).params;
    },
    get result() {
      return contentsOf(this, TypeKind.Function).result;
    },
    get hasRest() {
      return contentsOf(this, TypeKind.Function).hasRest;
    },
    get takesThis() {
      return contentsOf(this, TypeKind.Function).takesThis;
    },
  };
}

/** As what a type may be met inside itself, where it can be; object types find their parts later. */
export function recursiveKind(checker: ts.TypeChecker, type: ts.Type): TypeKind | undefined {
  if (type.isUnion()) return type.flags & (ts.TypeFlags.Boolean | ts.TypeFlags.EnumLike) ? undefined : TypeKind.Union;
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  if (checker.isTupleType(type)) return isVariable(type as ts.TypeReference) ? TypeKind.Array : TypeKind.Tuple;
  if (checker.isArrayType(type) || soleBase(checker, type) !== undefined) return TypeKind.Array;
  return type.getCallSignatures().length === 1 && !type.isClassOrInterface() ? TypeKind.Function : undefined;
}

/** Whether a tuple has a rest element. */
function isVariable(type: ts.TypeReference): boolean {
  return ((type.target as ts.TupleType).combinedFlags & ts.ElementFlags.Variable) !== 0;
}

/** The type that `make` converts; where it is met again meanwhile, what `inner` makes stands for it. */
export function convertOnce(type: ts.Type, { converting, converted }: TypeEnvironment, make: () => Type, inner: () => Type): Type {
  if (converting.has(type)) {
    const later = converting.get(type) ?? inner();
    converting.set(type, later);
    return later;
  }
  converting.set(type, undefined);
  const known = converted.size;
  try {
    const made = make();
    const later = converting.get(type);
    if (later === undefined || later === made) return made;
    if (later.kind === made.kind) return complete(later, made);
    // It is no union after all: what T | List<T>[] is of unknown is unknown. What was made of the union is made again.
    for (const met of [...converted.keys()].slice(known)) converted.delete(met);
    converting.set(type, made);
    return make();
  } finally {
    converting.delete(type);
  }
}

/** Gives a recursive type its contents; from then on it stands for all types that are made of the same parts. */
function complete(type: Type, made: Type): Type {
  if (!contents.has(type)) contents.set(type, made);
  replaceType(made, type);
  return type;
}

/** What a program calls a type, or one that it is met in. */
export function nameAround(type: ts.Type, { converting }: TypeEnvironment): string {
  const named = [...converting.keys(), type].findLast(({ aliasSymbol }) => aliasSymbol !== undefined);
  return named?.aliasSymbol?.name ?? type.symbol?.name ?? "the type";
}

/** Types that stand so deep in others are made by others, without end. */
const DEPTH_MAX = 120;

/** How many conversions of types are under way, each inside the one before. */
export class Depth {
  private count = 0;

  isEndless(): boolean {
    return this.count > DEPTH_MAX;
  }

  inside(convert: () => Type): Type {
    this.count++;
    try {
      return convert();
    } finally {
      this.count--;
    }
  }
}
