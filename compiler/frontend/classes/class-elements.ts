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

/** The names of the properties that instances have of their own by this class. */
export function ownNames(declaration: ts.ClassLikeDeclaration): readonly string[] {
  return [...fieldNodes(declaration).map(({ name }) => name), ...boundMethods(declaration).map(({ name }) => memberKey(name))];
}

/** The methods that the constructor replaces by themselves, bound to the object: `this.run = this.run.bind(this)`. */
export function boundMethods(declaration: ts.ClassLikeDeclaration): readonly ts.MethodDeclaration[] {
  const made = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
  const statements = made !== undefined && ts.isConstructorDeclaration(made) ? (made.body?.statements ?? []) : [];
  return statements.flatMap((statement) => {
    const name = boundMethodName(statement);
    const isMethod = (member: ts.ClassElement): member is ts.MethodDeclaration =>
      name !== undefined && isMember(member, name, "method", false);
    return declaration.members.find(isMethod) ?? [];
  });
}

function boundMethodName(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, operatorToken, right } = statement.expression;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !isOwn(left) || !ts.isCallExpression(right)) return undefined;
  const { expression, arguments: args } = right;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "bind" || !isOwn(expression.expression)) return undefined;
  const isSame = memberKey(expression.expression.name) === memberKey(left.name);
  return isSame && args.length === 1 && args[0].kind === ts.SyntaxKind.ThisKeyword ? memberKey(left.name) : undefined;
}

function isOwn(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

export function mentionsThis(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.ThisKeyword || (ts.forEachChild(node, mentionsThis) ?? false);
}
