// Tags: our attributes on declarations, written as JSDoc: @exportName, @inline, @noinline, @noreturn, @packed, @covariant.

import ts from "typescript";

/** Where a declaration's comment stands: a variable's is on its statement. */
function commented(node: ts.Node): ts.Node {
  return ts.isVariableDeclaration(node) && ts.isVariableDeclarationList(node.parent) ? node.parent.parent : node;
}

export function hasTag(node: ts.Node, name: string): boolean {
  return ts.getJSDocTags(commented(node)).some((tag) => tag.tagName.text === name);
}

/** The first word after the tag; undefined without the tag or a word. */
export function tagText(node: ts.Node, name: string): string | undefined {
  const tag = ts.getJSDocTags(commented(node)).find((found) => found.tagName.text === name);
  const text = ts.getTextOfJSDocComment(tag?.comment)?.trim().split(/\s/)[0];
  return text === "" ? undefined : text;
}
