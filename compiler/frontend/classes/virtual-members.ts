// Virtual members: which calls of a class's members go through a slot, and whose slot that is.

import type ts from "typescript";
import type { Context } from "../context.ts";
import type { ClassType } from "../types/types.ts";

/** The topmost class that declares the member: its slot serves all below. */
export function rootOf(context: Context, owner: ClassType, name: string, kind: "method" | "get" | "set"): ClassType {
  let root = owner;
  for (let parent = owner.parent(); parent !== null; parent = parent.parent()) {
    if (context.program.classes.findMember(parent, name, kind) !== undefined) root = parent;
  }
  return context.program.classes.findMember(root, name, kind)?.owner ?? root;
}

export function isVirtual(
  context: Context,
  owner: ClassType,
  node: ts.SignatureDeclaration,
  name: string,
  kind: "method" | "get" | "set",
): boolean {
  if (owner.isPacked) return false;
  const hasBody = (node as ts.MethodDeclaration).body !== undefined;
  return !hasBody || context.program.classes.isOverridden(owner, name, kind);
}
