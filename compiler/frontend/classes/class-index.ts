// Class index: which classes of the program derive right from which, and the mixins, which may come to derive from any.

import ts from "typescript";
import type { Program } from "../program.ts";
import { isMixin, writtenClass } from "../types/local-classes.ts";

export interface ClassIndex {
  readonly subclasses: ReadonlyMap<ts.Node, readonly ts.ClassLikeDeclaration[]>;
  readonly mixins: readonly ts.ClassLikeDeclaration[];
}

export function indexClasses(program: Program): ClassIndex {
  const subclasses = new Map<ts.Node, ts.ClassLikeDeclaration[]>();
  const mixins: ts.ClassLikeDeclaration[] = [];
  const add = (parent: ts.ClassLikeDeclaration, below: ts.ClassLikeDeclaration): void => {
    const known = subclasses.get(parent) ?? [];
    if (!known.includes(below)) subclasses.set(parent, [...known, below]);
  };
  const addClass = (declaration: ts.ClassLikeDeclaration): void => {
    const parent = program.classes.parentDeclaration(declaration);
    if (parent === undefined) return;
    add(parent, declaration);
    // What a mixin made derives from what it was applied to.
    const isMade = writtenClass(parent) !== parent;
    if (isMade) add(writtenClass(parent), declaration);
    if (isMade) addClass(parent);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      if (isMixin(node, program.checker)) mixins.push(node);
      addClass(node);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.loaded.files) {
    // Most statements hold no class, however deep.
    for (const statement of file.statements) if (file.text.slice(statement.pos, statement.end).includes("class")) visit(statement);
  }
  return { subclasses, mixins };
}
