// Half accessors: a getter or setter without the other one, where a class above has both.

import ts from "typescript";
import type { Program } from "../program.ts";
import type { ClassType } from "../types/types.ts";
import { isMember, isStatic } from "./class-elements.ts";
import { memberKey } from "./member-keys.ts";

/**
 * A getter or setter alone hides both accessors of a class above: assigning would throw, and reading give undefined, which no type says.
 */
export function refuseHalfAccessors(program: Program, type: ClassType): void {
  const parent = type.parent();
  for (const member of type.declaration.members) {
    if (parent === null || isStatic(member) || !ts.isAccessor(member)) continue;
    const key = memberKey(member.name);
    const other = ts.isGetAccessor(member) ? "set" : "get";
    if (type.declaration.members.some((own) => isMember(own, key, other, false))) continue;
    const hidden = program.classes.findMember(parent, key, other);
    // Of the library's errors the accessors stand for properties that a class may or may not have.
    if (hidden !== undefined && !program.isRuntime(hidden.node.getSourceFile()))
      program.refuse(member.name, "TSM3080", key, other === "get" ? "getter" : "setter", hidden.owner.name);
  }
}
