// Error cells: which properties an error has of its own, and where they stand among those that a program's class adds.
// Invariants: a cell of the library's errors begins with "#" and has no name that a program can write; see runtime/core/errors/error.ts

import ts from "typescript";
import { type Type, TypeKind } from "../types/types.ts";
import { isAbstractField } from "./abstract-properties.ts";
import { type FieldNode, isOnlyDeclared } from "./class-elements.ts";
import type { FieldLayout } from "./classes.ts";

/** A name that was given from outside: listed last. */
const LATE_NAME = "#late name";
/** A name that a class gives in its constructor: listed behind the fields of that class. */
const EARLY_NAME = "#early name";

/** The cell of the library's errors behind a property that a class of the program declares again. */
export function ownCell(fields: ReadonlyMap<string, FieldLayout>, name: string): FieldLayout | undefined {
  return fields.get(`#own ${name}`);
}

/** Whether the error has the property of its own once the field is there: what is only declared says no more of it than the library. */
export function isOwnedBy(node: FieldNode): boolean {
  return !isOnlyDeclared(node) && !isAbstractField(node);
}

/** The cell as a field of the class, listed like any other. */
export function declaredCell(cell: FieldLayout, name: string, type: Type): FieldLayout {
  return { ...cell, name, type: type.kind === TypeKind.String ? type : cell.type };
}

/** Lists the name of errors of the class where JavaScript would, once it is given. Requires: the class's own fields are laid out. */
export function listName(fields: Map<string, FieldLayout>, declaration: ts.ClassLikeDeclaration): void {
  const cell = ownCell(fields, "name");
  if (cell === undefined || fields.has(EARLY_NAME)) return;
  fields.delete(LATE_NAME);
  if (fields.has("name")) return;
  fields.set(givesName(declaration) ? EARLY_NAME : LATE_NAME, { ...cell, name: "name", isOptional: true });
}

function givesName(declaration: ts.ClassLikeDeclaration): boolean {
  const made = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
  const isOwnName = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword && node.name.text === "name";
  const isGiven = (node: ts.Node): boolean =>
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isOwnName(node.left)) ||
    (ts.forEachChild(node, isGiven) ?? false);
  return made !== undefined && isGiven(made);
}

/** The name that an object may have of its own without a field that says so: errors that are given one. */
export function listedName(fields: ReadonlyMap<string, FieldLayout>): FieldLayout | undefined {
  return fields.get(EARLY_NAME) ?? fields.get(LATE_NAME);
}

/** The fields in the order in which they are listed. */
export function listedFields(fields: ReadonlyMap<string, FieldLayout>): FieldLayout[] {
  const late = fields.get(LATE_NAME);
  const all = [...fields.values()];
  return late === undefined ? all : [...all.filter((field) => field !== late), late];
}
