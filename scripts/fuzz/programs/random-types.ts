// Random types: the types that random programs are made of, and their text.

import type { Random } from "../random.ts";

export const machineNames = ["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64"] as const;
export type MachineName = (typeof machineNames)[number];
export type ScalarKind = "number" | "int" | "string" | "boolean";

export type RandomType =
  | { readonly kind: ScalarKind }
  | { readonly kind: "machine"; readonly name: MachineName }
  | { readonly kind: "array" | "set" | "optional" | "nullable" | "box"; readonly of: RandomType }
  | { readonly kind: "tuple"; readonly elements: readonly RandomType[] }
  | { readonly kind: "map"; readonly key: RandomType; readonly of: RandomType }
  | { readonly kind: "function"; readonly params: readonly RandomType[]; readonly result: RandomType }
  /** number | string, and the like. */
  | { readonly kind: "either"; readonly members: readonly RandomType[] }
  | { readonly kind: "shape"; readonly shape: Shape };

export interface Member {
  readonly name: string;
  readonly type: RandomType;
  readonly isReadonly: boolean;
}

export interface Method {
  readonly name: string;
  readonly params: readonly RandomType[];
  readonly result: RandomType;
}

/** A class, an interface, or the name of an object type. */
export interface Shape {
  readonly name: string;
  /** Fields and accessors, inherited ones too. */
  readonly members: readonly Member[];
  readonly methods: readonly Method[];
  /** What makes a value of it: constructor parameters, or the members of a literal; empty where only others' values fit. */
  readonly makers: readonly ShapeMaker[];
  /** Of a discriminated union: its cases, each a tag and the members that only it has. */
  readonly cases: readonly ShapeCase[];
  /** Names of the shapes that every value of it has, too. */
  readonly supertypes: string[];
}

export interface ShapeMaker {
  /** `new Square`, or "" for a literal. */
  readonly callee: string;
  readonly params: readonly Member[];
}

export interface ShapeCase {
  readonly tag: string;
  readonly members: readonly Member[];
}

export const NUMBER: RandomType = { kind: "number" };
export const INT: RandomType = { kind: "int" };
export const STRING: RandomType = { kind: "string" };
export const BOOLEAN: RandomType = { kind: "boolean" };
export const scalarTypes: readonly RandomType[] = [NUMBER, INT, STRING, BOOLEAN];

export function randomScalar(random: Random): RandomType {
  return random.pick(scalarTypes);
}

export function isScalar(type: RandomType): boolean {
  return type.kind === "number" || type.kind === "int" || type.kind === "string" || type.kind === "boolean" || type.kind === "machine";
}

/** As TypeScript writes it. */
export function typeText(type: RandomType): string {
  switch (type.kind) {
    case "int":
      return "number";
    case "number":
    case "string":
    case "boolean":
      return type.kind;
    case "machine":
      return type.name;
    case "array":
      return `${inParentheses(type.of)}[]`;
    case "set":
      return `Set<${typeText(type.of)}>`;
    case "box":
      return `Box<${typeText(type.of)}>`;
    case "optional":
      return `${inParentheses(type.of)} | undefined`;
    case "nullable":
      return `${inParentheses(type.of)} | null`;
    case "tuple":
      return `[${type.elements.map(typeText).join(", ")}]`;
    case "map":
      return `Map<${typeText(type.key)}, ${typeText(type.of)}>`;
    case "function":
      return `(${type.params.map((param, index) => `a${index}: ${typeText(param)}`).join(", ")}) => ${inParentheses(type.result)}`;
    case "either":
      return type.members.map(inParentheses).join(" | ");
    case "shape":
      return type.shape.name;
  }
}

function inParentheses(type: RandomType): string {
  const isCompound = type.kind === "function" || type.kind === "either" || type.kind === "optional" || type.kind === "nullable";
  return isCompound ? `(${typeText(type)})` : typeText(type);
}

/** Equal for equal types; unlike the text it tells int from number. */
export function typeKey(type: RandomType): string {
  switch (type.kind) {
    case "array":
    case "set":
    case "box":
    case "optional":
    case "nullable":
      return `${type.kind}<${typeKey(type.of)}>`;
    case "tuple":
      return `[${type.elements.map(typeKey).join()}]`;
    case "map":
      return `map<${typeKey(type.key)},${typeKey(type.of)}>`;
    case "function":
      return `(${type.params.map(typeKey).join()})=>${typeKey(type.result)}`;
    case "either":
      return `either<${type.members.map(typeKey).join()}>`;
    case "shape":
      return `shape ${type.shape.name}`;
    case "machine":
      return type.name;
    default:
      return type.kind;
  }
}

export function isSameType(left: RandomType, right: RandomType): boolean {
  return left === right || typeKey(left) === typeKey(right);
}
