// Optional methods: methods of classes that only some classes below have: `render?(): string`. They are read through a slot, with their
// object, as those of interfaces are.

import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operands.ts";
import { type ClassType, functionType, types, unionType } from "../types/types.ts";
import { type OptionalMethod, optionalMethod } from "./class-elements.ts";

/** The nearest class, here or above, that says that its objects may have the method. */
function findOptional(type: ClassType, name: string): { readonly node: OptionalMethod; readonly owner: ClassType } | undefined {
  for (let current: ClassType | null = type; current !== null; current = current.parent()) {
    const node = optionalMethod(current.declaration, name);
    if (node !== undefined) return { node, owner: current };
  }
  return undefined;
}

/** The method with its object, or undefined as a value of the program; none at all where the class says nothing of it. */
export function readOptionalMethod(context: Context, object: Operand, type: ClassType, name: string): Operand | undefined {
  const { converter, checker, methods } = context.program;
  const found = findOptional(type, name);
  if (found === undefined) return undefined;
  const declared = converter.convert(checker.getTypeAtLocation(found.node), found.owner.environment.withThis(found.owner), found.node);
  const read = unionType([declared, types.undefined]);
  const method = methods.slot(found.owner, name, "get", functionType([], read));
  return operand(read, context.emit(Op.CallVirtual, [context.value(object)], method.index));
}

/** Whether `super` says of a method that there may be one, and has none. */
export function isMissingAbove({ program }: Context, parent: ClassType, name: string): boolean {
  return program.classes.findMember(parent, name, "method") === undefined && findOptional(parent, name) !== undefined;
}
