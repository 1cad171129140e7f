// Taken methods: methods that are read as values through an interface. One that does not look at `this` is a function like any other. A
// method of a class that does panics when it is taken; one of an object literal cannot be told from others when the program runs.

import ts from "typescript";
import type { Program } from "../program.ts";
import { usesThis } from "../types/this-parameters.ts";
import { memberKey } from "./member-keys.ts";

const dependentNames = new WeakMap<Program, ReadonlySet<string>>();

/** Whether an object literal of the program has a method of that name that looks at its object. */
export function isDependentName(program: Program, name: string): boolean {
  let names = dependentNames.get(program);
  if (names === undefined) {
    names = new Set(program.loaded.files.filter((file) => !program.isRuntime(file)).flatMap(dependentMethods));
    dependentNames.set(program, names);
  }
  return names.has(name);
}

function dependentMethods(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node))
      for (const property of node.properties) {
        const method = ts.isPropertyAssignment(property) ? property.initializer : property;
        const isMethod = ts.isMethodDeclaration(method) || ts.isFunctionExpression(method);
        if (isMethod && property.name !== undefined && usesThis(method)) found.push(memberKey(property.name));
      }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
