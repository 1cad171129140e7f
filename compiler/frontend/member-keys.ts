// Member keys: the name that a member is found by, also where it is written as an expression in brackets.

import ts from "typescript";

/** Where a member may begin, and a name in brackets there. Most files have none, and need no walk. */
const COMPUTED_NAME =
  /(?:^|[{,;*]|\*\/|\b(?:get|set|static|readonly|async|accessor|public|private|protected|override|abstract)\b)\s*\[[^\]\n]+\]\s*[:(=;?!]/m;

/** What computed names come to, for those that are constant. */
const constantNames = new WeakMap<ts.ComputedPropertyName, string>();

/** Notes the computed names of a file, before anything of it is lowered. */
export function noteComputedNames(file: ts.SourceFile, checker: ts.TypeChecker): void {
  if (!COMPUTED_NAME.test(file.text)) return;
  const visit = (node: ts.Node): void => {
    if (ts.isComputedPropertyName(node)) {
      const type = checker.getTypeAtLocation(node.expression);
      if (type.isStringLiteral() || type.isNumberLiteral()) constantNames.set(node, String(type.value));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The name a member is found by. */
export function memberKey(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name)) {
    const match = SYMBOL_NAME.exec(name.expression.getText());
    return match === null ? (constantNames.get(name) ?? name.getText()) : `[${match[1]}]`;
  }
  return name.text;
}

const SYMBOL_NAME = /^Symbol\.(\w+)$/;

/** Whether a computed name is one of the symbols that the language knows, `Symbol.iterator`. */
export function isWellKnownSymbol(name: ts.ComputedPropertyName): boolean {
  return SYMBOL_NAME.test(name.expression.getText());
}
