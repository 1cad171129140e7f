// Examined parameters: type parameters of which not the type of their values alone decides what a declaration means, but what else
// TypeScript knows of them: those that conditional, mapped, indexed or template literal types look into, there or in what they are
// handed on to.

import ts from "typescript";
import { throughImports } from "./resolved-symbols.ts";
import { callTypeArguments } from "./type-resolution.ts";

type Generic = ts.Declaration & { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };

const known = new WeakMap<ts.TypeParameterDeclaration, boolean>();

/** Those that are being looked at, the outermost first. */
const asked: ts.TypeParameterDeclaration[] = [];
/** The lowest place in `asked` of one that was met again. */
let lowestMet = Number.POSITIVE_INFINITY;

/** Whether instances for types that differ in their literals only may be different ones. */
export function isExamined(checker: ts.TypeChecker, parameter: ts.TypeParameterDeclaration): boolean {
  const found = known.get(parameter);
  if (found !== undefined) return found;
  const place = asked.indexOf(parameter);
  if (place >= 0) {
    lowestMet = Math.min(lowestMet, place);
    return false;
  }
  const around = lowestMet;
  lowestMet = Number.POSITIVE_INFINITY;
  const own = asked.push(parameter) - 1;
  const result = isKey(parameter) || isExaminedIn(checker, parameter);
  asked.pop();
  // A no that rests on one further out, which is not decided yet, holds for this question only.
  if (result || lowestMet >= own) known.set(parameter, result);
  lowestMet = Math.min(around, result || lowestMet >= own ? Number.POSITIVE_INFINITY : lowestMet);
  return result;
}

function isExaminedIn(checker: ts.TypeChecker, parameter: ts.TypeParameterDeclaration): boolean {
  const symbol = checker.getSymbolAtLocation(parameter.name);
  const own = parameter.parent;
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === parameter.name.text && ts.isTypeReferenceNode(node.parent))
      return checker.getSymbolAtLocation(node) === symbol && isLookedInto(checker, node.parent, own);
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.typeArguments === undefined && handsOn(checker, node, symbol))
      return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return ts.forEachChild(own, visit) ?? false;
}

/** Whether the constraint says that it is a key of another type: which one decides what `object[key]` is. */
function isKey({ constraint }: ts.TypeParameterDeclaration): boolean {
  const mentionsKeys = (node: ts.Node): boolean => isKeyof(node) || (ts.forEachChild(node, mentionsKeys) ?? false);
  return constraint !== undefined && mentionsKeys(constraint);
}

function isKeyof(node: ts.Node): boolean {
  return ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword;
}

/** Whether a type around the mention, up to the declaration of the parameter, is computed from it. */
function isLookedInto(checker: ts.TypeChecker, mention: ts.Node, end: ts.Node): boolean {
  for (let node = mention; node !== end && node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (ts.isConditionalTypeNode(parent) && (parent.checkType === node || parent.extendsType === node)) return true;
    if (ts.isIndexedAccessTypeNode(parent) || ts.isTemplateLiteralTypeSpan(parent) || isKeyof(parent)) return true;
    if (ts.isTypeParameterDeclaration(parent) && ts.isMappedTypeNode(parent.parent)) return true;
    if (ts.isMappedTypeNode(parent) && parent.nameType === node) return true;
    const target = targetOf(checker, parent);
    const index = target === undefined ? -1 : (parent as ts.NodeWithTypeArguments).typeArguments?.indexOf(node as ts.TypeNode);
    const taken = index === undefined || index < 0 ? undefined : target?.typeParameters?.[index];
    if (taken !== undefined && isExamined(checker, taken)) return true;
  }
  return false;
}

/** What the type arguments of a node are given to. */
function targetOf(checker: ts.TypeChecker, node: ts.Node): Generic | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return checker.getResolvedSignature(node)?.declaration as Generic | undefined;
  const named = ts.isTypeReferenceNode(node) ? node.typeName : ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
  const symbol = named === undefined ? undefined : checker.getSymbolAtLocation(named);
  const target = throughImports(checker, symbol);
  return target?.declarations?.find((found) => ((found as Generic).typeParameters?.length ?? 0) > 0) as Generic | undefined;
}

/** Whether a call that names no types gives the parameter to one that is examined. */
function handsOn(checker: ts.TypeChecker, node: ts.CallExpression | ts.NewExpression, symbol: ts.Symbol | undefined): boolean {
  const signature = checker.getResolvedSignature(node);
  if (signature === undefined) return false;
  const taken = declaredParameters(signature);
  return (
    taken.length > 0 &&
    callTypeArguments(checker, signature).some((type, index) => {
      const declaration = type.symbol === symbol ? taken.at(index)?.symbol.declarations?.find(ts.isTypeParameterDeclaration) : undefined;
      return declaration !== undefined && isExamined(checker, declaration);
    })
  );
}

/** The type parameters that the signature of a call was made of; those of a constructor are its class's. */
function declaredParameters(signature: ts.Signature): readonly ts.TypeParameter[] {
  // The checker keeps what it has instantiated; the public typings leave that out.
  const { target } = signature as unknown as { readonly target?: ts.Signature };
  return (target ?? signature).typeParameters ?? [];
}
