// Closed types: object types that are written where no type parameter is in scope, and so are the same in all instances of generic code.

import ts from "typescript";

const known = new WeakMap<ts.Symbol, boolean>();

/** Whether it is an object type, written or of a literal, that cannot mention a type parameter, or `this`. Says no in doubt. */
export function isWrittenOutside(type: ts.Type): boolean {
  if (!(type.flags & ts.TypeFlags.Object) || !((type as ts.ObjectType).objectFlags & (ts.ObjectFlags.Anonymous | ts.ObjectFlags.Mapped)))
    return false;
  const { symbol } = type;
  if (symbol === undefined || !(symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral))) return false;
  let answer = known.get(symbol);
  if (answer === undefined) {
    answer = symbol.declarations?.every(isOutside) === true;
    known.set(symbol, answer);
  }
  return answer;
}

function isOutside(declaration: ts.Node): boolean {
  for (let around = declaration.parent; !ts.isSourceFile(around); around = around.parent) {
    if (ts.isClassLike(around) || ts.isMappedTypeNode(around) || ts.isConditionalTypeNode(around)) return false;
    if (ts.isInterfaceDeclaration(around) && mentionsThis(declaration)) return false;
    if (ts.isInterfaceDeclaration(around) || ts.isTypeAliasDeclaration(around) || ts.isFunctionLike(around)) {
      if ((around.typeParameters?.length ?? 0) > 0) return false;
    }
  }
  return true;
}

function mentionsThis(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.ThisType || ts.forEachChild(node, mentionsThis) === true;
}
