// Types: the front end's own types, interned, so that equal types are the same object. Nothing after the front end sees a ts.Type.
// Invariants: (1) two types with the same key are one object; compare with ===
//             (2) object types are structural: any class with the members reaches them

import type ts from "typescript";
import type { TypeEnvironment } from "./type-environment.ts";

export const enum TypeKind {
  Void,
  Never,
  Unknown,
  Null,
  Undefined,
  Boolean,
  Integer,
  Float32,
  Number,
  String,
  Enum,
  Class,
  Object,
  Array,
  TypedArray,
  Tuple,
  Function,
  Union,
  ClassValue,
}

interface TypeHead {
  readonly id: number;
  /** As messages show it. */
  readonly name: string;
  /** It is among its own parts, or among theirs. */
  readonly isRecursive?: true;
  /** Of what a type parameter stands for: what TypeScript knows of it beyond the plain type, as which literal values it has. */
  readonly exact?: { readonly plain: Type; readonly seen: ts.Type };
}
export interface SimpleType extends TypeHead {
  readonly kind:
    | TypeKind.Void
    | TypeKind.Never
    | TypeKind.Unknown
    | TypeKind.Null
    | TypeKind.Undefined
    | TypeKind.Boolean
    | TypeKind.Float32
    | TypeKind.String;
}
export interface IntegerType extends TypeHead {
  readonly kind: TypeKind.Integer;
  readonly bits: 8 | 16 | 32 | 64;
  readonly isSigned: boolean;
  /** A kind that is not mixed with others of the width: "PhysicalAddress". */
  readonly flavour: string | null;
}
/** JavaScript's number. Kept as an int32 or uint32 where it is known to be one; only "f64" is a type of variables that change. */
export interface NumberType extends TypeHead {
  readonly kind: TypeKind.Number;
  readonly held: "f64" | "i32" | "u32";
}
export interface EnumType extends TypeHead {
  readonly kind: TypeKind.Enum;
  /** The values of the members, exact. */
  readonly members: ReadonlyMap<string, bigint>;
  readonly min: bigint;
  readonly max: bigint;
  /** 64 where a member fits neither i32 nor u32. */
  readonly bits: 32 | 64;
  readonly isSigned: boolean;
}
export interface ClassType extends TypeHead {
  readonly kind: TypeKind.Class;
  readonly declaration: ts.ClassLikeDeclaration;
  readonly typeArguments: readonly Type[];
  readonly environment: TypeEnvironment;
  readonly isPacked: boolean;
  /** The class it extends, with its type arguments. */
  parent(): ClassType | null;
}
export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly isMethod: boolean;
  /** Of a method: of object literals, and without `this` in it. */
  readonly isFree?: boolean;
  readonly isOptional: boolean;
  /** The one value that it can have: what tells the members of a union apart. */
  readonly literal?: string | number | boolean;
  /** Of a generic member: what a call makes its types from; `type` says nothing of it. */
  readonly generic?: GenericSignature;
  /** All values that it can have, but null and undefined, where literal types say so. */
  readonly literals?: readonly (string | number | boolean)[];
}
export interface GenericSignature {
  readonly signature: ts.Signature;
  readonly environment: TypeEnvironment;
}
export interface ObjectType extends TypeHead {
  readonly kind: TypeKind.Object;
  /** The class whose objects, and those of the same class with other type arguments, are seen through it. */
  readonly view?: ClassType;
  /** Of a view: the types whose values were taken for such. */
  readonly sources?: Set<Type>;
  /** Found when first asked for: object types may refer to themselves. */
  properties(): ReadonlyMap<string, Property>;
  /** Of generic functions as values: their signature; there are no other members. */
  readonly call?: GenericSignature;
  /** Of functions with properties: what calls take and give. */
  readonly code?: () => FunctionType;
}
export interface ArrayType extends TypeHead {
  readonly kind: TypeKind.Array;
  readonly element: Type;
  /** Of a tuple with a rest element: an array of all that its elements may be, checked where they are read. */
  readonly places?: TuplePlaces;
}
/** What a tuple has before, as, and behind its rest element. */
export interface TuplePlaces {
  readonly start: readonly Type[];
  readonly rest: Type;
  readonly end: readonly Type[];
}
export interface TypedArrayType extends TypeHead {
  readonly kind: TypeKind.TypedArray;
  readonly element: Type;
}
export interface TupleType extends TypeHead {
  readonly kind: TypeKind.Tuple;
  readonly elements: readonly Type[];
  /** How many elements there are at least; those behind may be missing. */
  readonly required: number;
}
export interface FunctionType extends TypeHead {
  readonly kind: TypeKind.Function;
  readonly params: readonly Type[];
  readonly result: Type;
  /** The last parameter is an array of all further arguments. */
  readonly hasRest: boolean;
  /** The first parameter is `this`. */
  readonly takesThis: boolean;
  /** Of constructors: declared to take `never[]`. */
  readonly takesNothing?: boolean;
  /** A class whose constructor it is, or any function where nothing else is known of it. */
  readonly role?: FunctionRole;
}
export type FunctionRole = "constructor" | "any function";
export interface UnionType extends TypeHead {
  readonly kind: TypeKind.Union;
  /** Without null and undefined; none, one or more. */
  readonly members: readonly Type[];
  readonly hasNull: boolean;
  readonly hasUndefined: boolean;
}
/** A class itself, as in `new C` and `C.staticMember`: one that is known, or one of several. */
export interface ClassValueType extends TypeHead {
  readonly kind: TypeKind.ClassValue;
  /** Of one choice, that; of several, any of them. */
  readonly declaration: ts.ClassLikeDeclaration;
  readonly choices: readonly ts.ClassLikeDeclaration[];
}

export type Type =
  | SimpleType
  | IntegerType
  | NumberType
  | EnumType
  | ClassType
  | ObjectType
  | ArrayType
  | TypedArrayType
  | TupleType
  | FunctionType
  | UnionType
  | ClassValueType;

const interned = new Map<string, Type>();
const identities = new WeakMap<object, number>();
let identityCount = 0;
let typeCount = 0;
/** What the files of the compiler made themselves, for every program; undefined before the first. */
let ownTypes: ReadonlyMap<string, Type> | undefined;

/** Forgets the types of the program before, each of which holds all of it. Requires: nobody works on that program any more. */
export function forgetTypes(): void {
  ownTypes ??= new Map(interned);
  interned.clear();
  for (const [key, type] of ownTypes) interned.set(key, type);
}

/** A number for an object that is part of a key. */
export function identity(object: object): number {
  let found = identities.get(object);
  if (found === undefined) {
    found = ++identityCount;
    identities.set(object, found);
  }
  return found;
}

/** The type of the key, which is made when it is first asked for. */
export function internType<T extends Type>(key: string, make: (id: number) => T): T {
  let found = interned.get(key);
  if (found === undefined) {
    found = make(++typeCount);
    interned.set(key, found);
  }
  return found as T;
}

/** From now on a type stands wherever another with the same parts would be made. */
export function replaceType(made: Type, by: Type): void {
  for (const [key, type] of interned) if (type === made) interned.set(key, by);
}

function simple(kind: SimpleType["kind"], name: string): SimpleType {
  return internType(name, (id) => ({ id, kind, name }));
}
function integer(bits: IntegerType["bits"], isSigned: boolean): IntegerType {
  const name = `${isSigned ? "i" : "u"}${bits}`;
  return internType(name, (id) => ({ id, kind: TypeKind.Integer, name, bits, isSigned, flavour: null }));
}
function numberHeldAs(held: NumberType["held"]): NumberType {
  return internType(`number.${held}`, (id) => ({ id, kind: TypeKind.Number, name: "number", held }));
}

export const types = {
  void: simple(TypeKind.Void, "void"),
  never: simple(TypeKind.Never, "never"),
  unknown: simple(TypeKind.Unknown, "unknown"),
  null: simple(TypeKind.Null, "null"),
  undefined: simple(TypeKind.Undefined, "undefined"),
  boolean: simple(TypeKind.Boolean, "boolean"),
  f32: simple(TypeKind.Float32, "f32"),
  string: simple(TypeKind.String, "string"),
  number: numberHeldAs("f64"),
  numberInt32: numberHeldAs("i32"),
  numberUint32: numberHeldAs("u32"),
  u8: integer(8, false),
  u16: integer(16, false),
  u32: integer(32, false),
  u64: integer(64, false),
  i8: integer(8, true),
  i16: integer(16, true),
  i32: integer(32, true),
  i64: integer(64, true),
} as const;

const integersByName: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["u8", types.u8],
  ["u16", types.u16],
  ["u32", types.u32],
  ["u64", types.u64],
  ["usize", types.u64],
  ["i8", types.i8],
  ["i16", types.i16],
  ["i32", types.i32],
  ["i64", types.i64],
  ["isize", types.i64],
  ["f32", types.f32],
]);

/** The machine type of a name as lib.d.ts writes it, `u32` or `f32`. */
export function machineType(name: string): IntegerType | SimpleType | undefined {
  return integersByName.get(name) as IntegerType | SimpleType | undefined;
}

export function flavouredType(base: IntegerType, flavour: string): IntegerType {
  const name = flavour;
  return internType(`${base.name}#${flavour}`, (id) => ({ ...base, id, name, flavour }));
}

export function unflavoured(type: IntegerType): IntegerType {
  return type.flavour === null ? type : integer(type.bits, type.isSigned);
}

export function arrayType(element: Type): ArrayType {
  return internType(`${element.id}[]`, (id) => ({ id, kind: TypeKind.Array, name: `${wrapped(element)}[]`, element }));
}

export function wrapped(type: Type): string {
  return type.kind === TypeKind.Union || type.kind === TypeKind.Function ? `(${type.name})` : type.name;
}

export function typedArrayType(name: string, element: Type): TypedArrayType {
  return internType(name, (id) => ({ id, kind: TypeKind.TypedArray, name, element }));
}

export function tupleType(elements: readonly Type[], required = elements.length): TupleType {
  const key = `[${elements.map((element) => element.id).join()}/${required}]`;
  const name = `[${elements.map((element, index) => `${element.name}${index < required ? "" : "?"}`).join(", ")}]`;
  return internType(key, (id) => ({ id, kind: TypeKind.Tuple, name, elements, required }));
}

/** A rest parameter that is a tuple is as many parameters as that has elements. One that is met inside itself is a plain array. */
export function functionType(params: readonly Type[], result: Type, hasRest = false, takesThis = false): FunctionType {
  const last = hasRest ? params[params.length - 1] : undefined;
  if (last?.kind === TypeKind.Tuple) return functionType([...params.slice(0, -1), ...last.elements], result, false, takesThis);
  if (last?.kind === TypeKind.Array && last.isRecursive !== true && last.places?.end.length === 0)
    return functionType([...params.slice(0, -1), ...last.places.start, arrayType(last.places.rest)], result, true, takesThis);
  const key = `(${takesThis ? "this " : ""}${params.map((param) => param.id).join()}${hasRest ? "..." : ""})=>${result.id}`;
  const name = `(${takesThis ? "this: " : ""}${params.map((param) => param.name).join(", ")}) => ${result.name}`;
  return internType(key, (id) => ({ id, kind: TypeKind.Function, name, params, result, hasRest, takesThis }));
}

/** The one type of a function with several signatures, which takes what any of them takes; undefined where only some take a `this`. */
export function overloadedType(signatures: readonly FunctionType[]): FunctionType | undefined {
  const { takesThis } = signatures[0];
  if (signatures.some((signature) => signature.takesThis !== takesThis)) return undefined;
  const results = signatures.map((signature) => signature.result);
  const result = results.every((one) => one.kind === TypeKind.Void) ? types.void : unionType(results);
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

export function classType(
  declaration: ts.ClassLikeDeclaration,
  baseName: string,
  typeArguments: readonly Type[],
  isPacked: boolean,
  environment: TypeEnvironment,
  parent: () => ClassType | null,
): ClassType {
  const list = typeArguments.map((argument) => argument.id).join();
  const name = typeArguments.length === 0 ? baseName : `${baseName}<${typeArguments.map((argument) => argument.name).join(",")}>`;
  return internType(`class ${identity(declaration)}<${list}>`, (id) => {
    let found: ClassType | null | undefined;
    const findParent = (): ClassType | null => {
      if (found === undefined) found = parent();
      return found;
    };
    return { id, kind: TypeKind.Class, name, declaration, typeArguments, environment, isPacked, parent: findParent };
  });
}

export function classValueType(declaration: ts.ClassLikeDeclaration, name: string): ClassValueType {
  return classChoiceType([declaration], `typeof ${name}`);
}

/** Any of these classes. */
export function classChoiceType(declarations: readonly ts.ClassLikeDeclaration[], name: string): ClassValueType {
  const choices = [...new Set(declarations)].sort((a, b) => identity(a) - identity(b));
  const key = choices.map((choice) => identity(choice)).join();
  return internType(`class value ${key}`, (id) => ({ id, kind: TypeKind.ClassValue, name, declaration: choices[0], choices }));
}

/** The identity of an object type is its key: a declaration with type arguments, or the list of its members. */
export function objectType(key: string, name: string, properties: () => ReadonlyMap<string, Property>, view?: ClassType): ObjectType {
  return internType(`object ${key}`, (id) => {
    let found: ReadonlyMap<string, Property> | undefined;
    return {
      id,
      kind: TypeKind.Object,
      name,
      ...(view && { view, sources: new Set<Type>([view]) }),
      properties: () => (found ??= properties()),
    };
  });
}

/** An object of which nothing is known. */
export const anyObject: ObjectType = objectType("any", "object", () => new Map());

/** An object that was made without members. */
export const emptyObject: ObjectType = objectType("empty", "{}", () => new Map());

/** The union of types: flat, without doubles and never; a single member is that member. Held forms of number become number. */
export function unionType(parts: readonly Type[]): Type {
  const members: Type[] = [];
  let hasNull = false;
  let hasUndefined = false;
  const add = (part: Type): void => {
    if (part.kind === TypeKind.Union) {
      hasNull ||= part.hasNull;
      hasUndefined ||= part.hasUndefined;
      part.members.forEach(add);
    } else if (part.kind === TypeKind.Null) hasNull = true;
    else if (part.kind === TypeKind.Undefined || part.kind === TypeKind.Void) hasUndefined = true;
    else if (part.kind !== TypeKind.Never && !members.includes(widened(part))) members.push(widened(part));
  };
  parts.forEach(add);
  // Of unknown type is also what is absent.
  if (members.includes(types.unknown)) return types.unknown;
  mergeClassValues(members);
  mergeFunctions(members);
  if (members.length === 1 && !hasNull && !hasUndefined) return members[0];
  if (members.length === 0 && !(hasNull && hasUndefined)) return hasNull ? types.null : hasUndefined ? types.undefined : types.never;
  members.sort((a, b) => a.id - b.id);
  const key = `union ${members.map((member) => member.id).join("|")}${hasNull ? "|null" : ""}${hasUndefined ? "|undefined" : ""}`;
  const names = [...members.map(wrapped), ...(hasNull ? ["null"] : []), ...(hasUndefined ? ["undefined"] : [])];
  return internType(key, (id) => ({ id, kind: TypeKind.Union, name: names.join(" | "), members, hasNull, hasUndefined }));
}

/** Classes as values are told apart by what they are themselves. */
function mergeClassValues(members: Type[]): void {
  const values = members.filter((member) => member.kind === TypeKind.ClassValue);
  const choices = values.flatMap((value) => value.choices);
  if (values.length > 1) replaceAll(members, values, classChoiceType(choices, values.map((value) => value.name).join(" | ")));
}

/**
 * Functions have nothing to tell them apart by: one of several is called as one that takes what any of them takes. Those whose
 * parts are not known yet stay apart.
 */
function mergeFunctions(members: Type[]): void {
  const functions = members.filter((member) => member.kind === TypeKind.Function);
  if (functions.length < 2 || functions.some((one) => [one, ...one.params].some((part) => part.isRecursive === true))) return;
  const merged = overloadedType(functions);
  if (merged !== undefined) replaceAll(members, functions, merged);
}

function replaceAll(members: Type[], parts: readonly Type[], by: Type): void {
  members.splice(0, members.length, ...members.filter((member) => !parts.includes(member)), by);
}

/** The type of a variable that starts with a value of this type. */
export function widened(type: Type): Type {
  return type.kind === TypeKind.Number ? types.number : type;
}

/** The type without null and undefined. */
export function presentType(type: Type): Type {
  if (type.kind === TypeKind.Union) return unionType(type.members);
  return type.kind === TypeKind.Null || type.kind === TypeKind.Undefined ? types.never : type;
}

/** The type without undefined. */
export function withoutUndefined(type: Type): Type {
  if (type.kind === TypeKind.Undefined) return types.never;
  return type.kind === TypeKind.Union ? unionType([...type.members, ...(type.hasNull ? [types.null] : [])]) : type;
}

/** Whether null or undefined is among the values. */
export function mayBeAbsent(type: Type): boolean {
  switch (type.kind) {
    case TypeKind.Union:
      return type.hasNull || type.hasUndefined;
    case TypeKind.Null:
    case TypeKind.Undefined:
    case TypeKind.Void:
      return true;
    default:
      return false;
  }
}

/** Whether undefined is among the values. */
export function mayBeUndefined(type: Type): boolean {
  return type.kind === TypeKind.Undefined || (type.kind === TypeKind.Union && type.hasUndefined);
}

export function isNumeric(type: Type): type is IntegerType | NumberType | EnumType | SimpleType {
  return type.kind === TypeKind.Integer || type.kind === TypeKind.Number || type.kind === TypeKind.Enum || type.kind === TypeKind.Float32;
}

/** Whether the text of a message may call it an object. */
export function isHeapType(type: Type): boolean {
  switch (type.kind) {
    case TypeKind.Class:
      return !type.isPacked;
    case TypeKind.Object:
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
    case TypeKind.Function:
    case TypeKind.ClassValue:
    case TypeKind.String:
      return true;
    default:
      return false;
  }
}
