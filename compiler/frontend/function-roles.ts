// Function roles: types of function values of which nothing else is known, and of the constructors of classes.

import { type FunctionType, internType, type Type, TypeKind, types } from "./types.ts";

/** What is known of a value of type Function: that it is one. */
export function anyFunctionType(): FunctionType {
  const params: readonly Type[] = [];
  const head = { kind: TypeKind.Function, name: "Function", params, result: types.unknown, hasRest: false, takesThis: false } as const;
  return internType("Function", (id) => ({ ...head, id, role: "any function" })) as FunctionType;
}

/** The type of classes that can be made objects of with such arguments. */
export function constructorType({ params, result, hasRest }: FunctionType): FunctionType {
  const key = `new (${params.map((param) => param.id).join()}${hasRest ? "..." : ""})=>${result.id}`;
  const name = `new (${params.map((param) => param.name).join(", ")}) => ${result.name}`;
  return internType(key, (id) => ({
    id,
    kind: TypeKind.Function,
    name,
    params,
    result,
    hasRest,
    takesThis: false,
    role: "constructor",
  })) as FunctionType;
}
