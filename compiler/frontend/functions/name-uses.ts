// Name uses: where each name stands in a file, but for types and names of members. One walk a file, whatever program it is part of:
// what is asked about a variable then looks at few places.

import ts from "typescript";

const byFile = new WeakMap<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();
const NOWHERE: readonly ts.Identifier[] = [];

/** The places in the file that have the name, in their order, whatever it means there. */
export function usesOfName(file: ts.SourceFile, name: string): readonly ts.Identifier[] {
  let uses = byFile.get(file);
  if (uses === undefined) {
    uses = findUses(file);
    byFile.set(file, uses);
  }
  return uses.get(name) ?? NOWHERE;
}

function findUses(file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const uses = new Map<string, ts.Identifier[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isMemberName(node)) return;
      const known = uses.get(node.text);
      if (known === undefined) uses.set(node.text, [node]);
      else known.push(node);
    } else if (!ts.isTypeNode(node) || ts.isExpressionWithTypeArguments(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return uses;
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}
