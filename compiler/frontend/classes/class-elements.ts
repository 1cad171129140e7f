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

export type OptionalMethod = ts.MethodDeclaration | ts.MethodSignature;
export type FieldNode = ts.PropertyDeclaration | ts.ParameterDeclaration | ts.PropertySignature;

/** Parameter properties, declared fields and those of interfaces of the class's name, in the order of their cells, which programs see. */
export function fieldNodes(declaration: ts.ClassLikeDeclaration): { name: string; node: FieldNode }[] {
  const result: { name: string; node: FieldNode }[] = [];
  for (const member of declaration.members) {
    if (!ts.isConstructorDeclaration(member)) continue;
    for (const parameter of member.parameters) {
      if (ts.isParameterPropertyDeclaration(parameter, member) && ts.isIdentifier(parameter.name))
        result.push({ name: parameter.name.text, node: parameter });
    }
  }
  for (const member of declaration.members)
    if (ts.isPropertyDeclaration(member) && !isStatic(member)) result.push({ name: memberKey(member.name), node: member });
  // They are properties once they are assigned, as a rule by the constructor those that must be there.
  const isOptional = ({ questionToken }: ts.TypeElement): number => (questionToken === undefined ? 0 : 1);
  for (const member of mergedMembers(declaration).toSorted((a, b) => isOptional(a) - isOptional(b))) {
    const isField = ts.isPropertySignature(member) && !result.some(({ name }) => name === memberKey(member.name));
    if (isField) result.push({ name: memberKey(member.name), node: member });
  }
  return result;
}

/** Whether the class makes no property of it: that is done by who assigns it first. */
export function isOnlyDeclared(node: ts.Node): boolean {
  return ts.isPropertySignature(node) || hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

/** What interfaces of the same name say that the class has, too. */
function mergedMembers(declaration: ts.ClassLikeDeclaration): readonly ts.TypeElement[] {
  const { symbol } = declaration as unknown as { readonly symbol: ts.Symbol | undefined };
  const { declarations = [] } = symbol ?? {};
  return declarations.length < 2 ? [] : declarations.filter(ts.isInterfaceDeclaration).flatMap(({ members }) => members);
}

/** The declaration of a method that objects of the class need not have: `render?(): string`. */
export function optionalMethod(declaration: ts.ClassLikeDeclaration, key: string): OptionalMethod | undefined {
  const isOptional = (member: ts.ClassElement | ts.TypeElement): member is OptionalMethod => {
    const isWithoutBody = ts.isMethodDeclaration(member) ? member.body === undefined && !isStatic(member) : ts.isMethodSignature(member);
    return isWithoutBody && (member as OptionalMethod).questionToken !== undefined;
  };
  const members: readonly (ts.ClassElement | ts.TypeElement)[] = [...declaration.members, ...mergedMembers(declaration)];
  return members.filter(isOptional).find(({ name }) => memberKey(name) === key);
}

/** The names of the properties that instances have of their own by this class. */
export function ownNames(declaration: ts.ClassLikeDeclaration): readonly string[] {
  const fields = fieldNodes(declaration).filter(({ node }) => !(ts.isPropertyDeclaration(node) && isAbstract(node)));
  return [...fields.map(({ name }) => name), ...boundMethods(declaration).map(({ name }) => memberKey(name))];
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
