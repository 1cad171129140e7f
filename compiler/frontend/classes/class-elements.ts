// Class elements: what a class declaration says of its members by its syntax alone.

import ts from "typescript";
import { hasModifier } from "../functions/functions.ts";
import { memberKey } from "./member-keys.ts";

export function isStatic(node: ts.ClassElement): boolean {
  return hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

/** Whether the element is what the name stands for, as a method, getter or setter, of the class or of its instances. */
export function isMember(member: ts.ClassElement, name: string, kind: "method" | "get" | "set", wantsStatic: boolean): boolean {
  if (member.name === undefined || isStatic(member) !== wantsStatic) return false;
  switch (kind) {
    case "method":
      return ts.isMethodDeclaration(member) && memberKey(member.name) === name && (member.body !== undefined || isAbstract(member));
    case "get":
      return ts.isGetAccessor(member) && memberKey(member.name) === name;
    case "set":
      return ts.isSetAccessor(member) && memberKey(member.name) === name;
  }
}

export function isAbstract(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.AbstractKeyword);
}

/** Parameter properties and declared fields, in the order of their cells, which programs see. */
export function fieldNodes(
  declaration: ts.ClassLikeDeclaration,
): { name: string; node: ts.PropertyDeclaration | ts.ParameterDeclaration }[] {
  const result: { name: string; node: ts.PropertyDeclaration | ts.ParameterDeclaration }[] = [];
  for (const member of declaration.members) {
    if (!ts.isConstructorDeclaration(member)) continue;
    for (const parameter of member.parameters) {
      if (ts.isParameterPropertyDeclaration(parameter, member) && ts.isIdentifier(parameter.name))
        result.push({ name: parameter.name.text, node: parameter });
    }
  }
  for (const member of declaration.members)
    if (ts.isPropertyDeclaration(member) && !isStatic(member)) result.push({ name: memberKey(member.name), node: member });
  return result;
}
