// `this` as a parameter: it stands first among the parameters that are written, and is no argument. A function has it as its receiver,
// a function value as its first parameter; one of type void is none.

import ts from "typescript";
import { type FunctionType, functionType } from "./types.ts";

/** The parameters that arguments are given for. */
export function ownParameters(node: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
  return thisParameter(node) === undefined ? node.parameters : node.parameters.slice(1);
}

export function thisParameter(node: ts.SignatureDeclaration): ts.ParameterDeclaration | undefined {
  const first = node.parameters.at(0);
  return first !== undefined && ts.isIdentifier(first.name) && first.name.text === "this" ? first : undefined;
}

/** What a signature, which may be that of a type, says that `this` is; undefined for none. */
export function thisOfSignature(checker: ts.TypeChecker, signature: ts.Signature): ts.Type | undefined {
  const { thisParameter: symbol } = signature as { thisParameter?: ts.Symbol };
  const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  return type === undefined || type.flags & ts.TypeFlags.Void ? undefined : type;
}

/** Whether `this` or `super` in the function is its own, or that of what is around it. */
export function usesThis(node: ts.Node): boolean {
  const visit = (current: ts.Node): boolean => {
    if (isThisUse(current)) return true;
    return !hasThisOfItsOwn(current) && (ts.forEachChild(current, visit) ?? false);
  };
  return isThisUse(node) || (ts.forEachChild(node, visit) ?? false);
}

/** `this`, `super`, and `new.target`, which the object that is made tells. */
export function isThisUse(node: ts.Node): boolean {
  const isMeta = ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.NewKeyword;
  return isMeta || node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;
}

function hasThisOfItsOwn(node: ts.Node): boolean {
  const isOfLiteral = (ts.isMethodDeclaration(node) || ts.isAccessor(node)) && ts.isObjectLiteralExpression(node.parent);
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassLike(node) || isOfLiteral;
}

/** The only signature of a function type, if it has type parameters. */
export function genericSignature(type: ts.Type): ts.Signature | undefined {
  const signatures = type.getCallSignatures();
  return signatures.length === 1 && (signatures[0].typeParameters?.length ?? 0) > 0 ? signatures[0] : undefined;
}

/** Of a method of a class that has overloads, the signature of its body. */
export function overloadedMethod(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Signature | undefined {
  const declarations = symbol.declarations ?? [];
  const body = declarations.find((found) => ts.isMethodDeclaration(found) && found.body !== undefined);
  return body === undefined || declarations.length < 2 ? undefined : checker.getSignatureFromDeclaration(body as ts.MethodDeclaration);
}

/** As calls of a member see it, whose object is `this`. */
export function withoutThis(type: FunctionType): FunctionType {
  return type.takesThis ? functionType(type.params.slice(1), type.result, type.hasRest) : type;
}

/** Whether it can be called with so many arguments. */
export function allowsMissing(node: ts.SignatureDeclaration, count: number): boolean {
  return ownParameters(node)
    .slice(count)
    .every(
      (parameter) => parameter.initializer !== undefined || parameter.questionToken !== undefined || parameter.dotDotDotToken !== undefined,
    );
}
