// What the library's names stand for: kinds of typed arrays, classes of the runtime.

import ts from "typescript";
import { flavouredType, type IntegerType, machineType, type Type, type TypedArrayType, TypeKind, typedArrayType, types } from "./types.ts";

const typedArrayElements: Readonly<Record<string, Type>> = {
  Buffer: types.u8,
  Uint8Array: types.u8,
  Uint8ClampedArray: types.u8,
  Uint16Array: types.u16,
  Uint32Array: types.u32,
  Int8Array: types.i8,
  Int16Array: types.i16,
  Int32Array: types.i32,
  Float32Array: types.f32,
  Float64Array: types.number,
};

/** The kind of typed arrays of that name. */
export function namedTypedArray(name: string): TypedArrayType | undefined {
  return Object.hasOwn(typedArrayElements, name) ? typedArrayType(name, typedArrayElements[name]) : undefined;
}

/**
 * Types of the library that are one and the same class of the runtime. The errors are alike to TypeScript, which takes one for another:
 * that a value has the type RangeError says no more than that it is an error.
 */
const runtimeNames: Readonly<Record<string, string>> = {
  ArrayIterator: "IteratorObject",
  EvalError: "Error",
  MapIterator: "IteratorObject",
  PromiseLike: "Promise",
  RangeError: "Error",
  ReadonlyMap: "Map",
  ReadonlySet: "Set",
  ReferenceError: "Error",
  SetIterator: "IteratorObject",
  StringIterator: "IteratorObject",
  SyntaxError: "Error",
  TypeError: "Error",
  URIError: "Error",
};

/** The errors that are alike. */
export const errorNames: readonly string[] = ["Error", ...Object.keys(runtimeNames).filter((name) => runtimeNames[name] === "Error")];

/** The name of the runtime's class behind a type of the library. */
export function runtimeName(name: string): string {
  return runtimeNames[name] ?? name;
}

/** Whether the type is `any[]`: rest parameters that take whatever there is. */
export function isAnyArray(checker: ts.TypeChecker, type: ts.Type): boolean {
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  return element !== undefined && (element.flags & ts.TypeFlags.Any) !== 0;
}

/** Whether a file is one of our library declarations. */
export function isLibraryFile(file: ts.SourceFile): boolean {
  return file.isDeclarationFile && /\/lib(\.\w+)?\.d\.ts$/.test(file.fileName);
}

const ITERATION = /^(Async)?(Iterator|Iterable|IterableIterator)$|^IteratorReturnResult$/;

/** Whether this is one of ECMAScript's interfaces of iteration: what they return at their end is left open, as any, by most programs. */
export function isIteration({ symbol }: ts.Type): boolean {
  return ITERATION.test(symbol?.name ?? "") && symbol.declarations?.some((found) => isLibraryFile(found.getSourceFile())) === true;
}

/** The machine type that lib.d.ts declares by the marks of this intersection: `number & { __int?: "u32" }`. */
export function declaredMachineType(checker: ts.TypeChecker, type: ts.IntersectionType): Type | undefined {
  const name = literalProperty(checker, type, "__int");
  const base = name === undefined ? undefined : machineType(name);
  const kind = literalProperty(checker, type, "__kind");
  return kind === undefined || base?.kind !== TypeKind.Integer ? base : flavouredType(base as IntegerType, kind);
}

function literalProperty(checker: ts.TypeChecker, type: ts.Type, name: string): string | undefined {
  const property = type.getProperty(name);
  if (property === undefined) return undefined;
  const found = checker.getNonNullableType(checker.getTypeOfSymbol(property));
  return found.isStringLiteral() ? found.value : undefined;
}

/** Whether it is a number with nothing but a mark for the checker: `number & { __unit: "metre" }`. */
export function isFlavouredNumber(type: ts.IntersectionType): boolean {
  const isMarked = type.getProperties().every((property) => property.name.startsWith("__"));
  return isMarked && type.types.some((member) => member.flags & ts.TypeFlags.NumberLike);
}
