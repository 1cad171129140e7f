// Function roles: types of function values of which nothing else is known, of the constructors of classes, of generic functions, and of
// functions with properties.

import ts from "typescript";
import { isLibraryFile } from "./library-types.ts";
import {
  arrayType,
  type FunctionType,
  functionType,
  type GenericSignature,
  identity,
  internType,
  type ObjectType,
  type Property,
  type Type,
  TypeKind,
  types,
} from "./types.ts";

/** What is known of a value of type Function: that it is one. */
export function anyFunctionType(): FunctionType {
  const params: readonly Type[] = [];
  const head = { kind: TypeKind.Function, name: "Function", params, result: types.unknown, hasRest: false, takesThis: false } as const;
  return internType("Function", (id) => ({ ...head, id, role: "any function" })) as FunctionType;
}

/** The type of classes that can be made objects of with such arguments. With `never[]` nobody can before an assertion says more. */
export function constructorType(type: FunctionType): FunctionType {
  const { result, hasRest } = type;
  const rest = hasRest ? type.params.at(-1) : undefined;
  const takesNothing = rest?.kind === TypeKind.Array && rest.isRecursive !== true && rest.element.kind === TypeKind.Never;
  const params = takesNothing ? [...type.params.slice(0, -1), arrayType(types.unknown)] : type.params;
  const key = `new${takesNothing ? " never" : ""} (${params.map((param) => param.id).join()}${hasRest ? "..." : ""})=>${result.id}`;
  const name = `new (${params.map((param) => param.name).join(", ")}) => ${result.name}`;
  return internType(key, (id) => ({
    id,
    kind: TypeKind.Function,
    name,
    params,
    result,
    hasRest,
    takesThis: false,
    takesNothing,
    role: "constructor",
  })) as FunctionType;
}

/** Whether values are constructors of which only the signature is known. */
export function isConstructor(type: Type): boolean {
  return type.kind === TypeKind.Function && type.role === "constructor";
}

/** The member of a type with a generic call signature. */
export const CALL = "[call]";

/** The type of generic functions: objects with one member. */
export function genericFunctionType(type: object, name: string, generic: GenericSignature): ObjectType {
  const member = { name: CALL, type: functionType([], types.void), isMethod: true, isOptional: false, generic };
  const properties = new Map([[CALL, member]]);
  const head = { kind: TypeKind.Object, name, properties: (): ReadonlyMap<string, Property> => properties, call: generic } as const;
  return internType(`generic function ${identity(type)}<${generic.environment.key}>`, (id) => ({ ...head, id })) as ObjectType;
}

/** The signature of a type of generic functions. */
export function callSignatureOf(type: Type): GenericSignature | undefined {
  return type.kind === TypeKind.Object ? type.call : undefined;
}

/** The type of functions that have properties of their own. */
export function functionObjectType(
  key: string,
  name: string,
  properties: () => ReadonlyMap<string, Property>,
  code: () => FunctionType,
): ObjectType {
  return internType(`function object ${key}`, (id) => {
    let members: ReadonlyMap<string, Property> | undefined;
    let called: FunctionType | undefined;
    return {
      id,
      kind: TypeKind.Object,
      name,
      properties: () => (members ??= properties()),
      code: () => (called ??= code()),
    };
  }) as ObjectType;
}

/** What a function with properties is as a function alone; undefined for other types. */
export function codeTypeOf(type: Type): FunctionType | undefined {
  return type.kind === TypeKind.Object ? type.code?.() : undefined;
}

/** Whether functions of the type have properties; what the library declares, and what a namespace of the same name exports, is none. */
export function hasOwnProperties(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getPropertiesOfType(type).some(({ valueDeclaration }) => {
    if (valueDeclaration === undefined) return true;
    const around = ts.findAncestor(valueDeclaration, ts.isModuleBlock);
    return !isLibraryFile(valueDeclaration.getSourceFile()) && (around === undefined || !isDeclaredIn(valueDeclaration, around));
  });
}

function isDeclaredIn(declaration: ts.Declaration, block: ts.ModuleBlock): boolean {
  let current: ts.Node = declaration;
  while (ts.isBindingElement(current) || ts.isBindingName(current)) current = current.parent;
  const statement = ts.isVariableDeclaration(current) ? current.parent.parent : current;
  return statement.parent === block;
}
