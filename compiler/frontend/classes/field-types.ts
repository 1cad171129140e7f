// Field types: what a field of a class is declared to hold, or what its initialiser makes.

import ts from "typescript";
import { typeOfExpression } from "../globals.ts";
import type { Program } from "../program.ts";
import { mentionsNumber } from "../types/type-parts.ts";
import { type ClassType, type Type, widened } from "../types/types.ts";
import { type FieldNode, mentionsThis } from "./class-elements.ts";
import { needsScope } from "./class-scopes.ts";

export function fieldType(program: Program, node: FieldNode, type: ClassType): Type {
  const environment = type.environment.withThis(type);
  const declared =
    node.type !== undefined
      ? program.converter.ofTypeNode(node.type, environment)
      : program.converter.convert(program.checker.getTypeAtLocation(node), environment, node);
  const isOptional = node.questionToken !== undefined;
  if (isOptional) return program.converter.convert(program.checker.getTypeAtLocation(node), environment, node);
  // The object's own layout is what is being made: of an initialiser that looks at it, the checker's word is taken.
  if (
    ts.isPropertyDeclaration(node) &&
    node.type === undefined &&
    node.initializer !== undefined &&
    mentionsNumber(declared) &&
    !mentionsThis(node.initializer) &&
    !needsScope(program, type.declaration)
  ) {
    return widened(typeOfExpression(program, node.initializer, environment));
  }
  return widened(declared);
}
