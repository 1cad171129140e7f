// Abstract properties: those that some class below gives by accessors have no cell above it, and are read and written through slots.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import type { Place } from "../expressions/lower-assignments.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { type ClassType, functionType, type Type, types } from "../types/types.ts";
import { type FieldNode, isAbstract } from "./class-elements.ts";
import type { FieldLayout } from "./classes.ts";
import { fieldType } from "./field-types.ts";
import { memberKey } from "./member-keys.ts";

export function isAbstractField(node: ts.Node): boolean {
  return ts.isPropertyDeclaration(node) && isAbstract(node);
}

/** Whether the property that the class declares has its place only where a class below says so. */
export function isGivenBelow(program: Program, type: ClassType, name: string, node: FieldNode): boolean {
  return isAbstractField(node) && !type.isPacked && program.classes.isOverridden(type, name, "get");
}

/**
 * A property that is declared again, with a narrower type maybe: the cell above serves. It is listed among the fields of the first class
 * where it is not abstract.
 */
export function makeOwn(fields: Map<string, FieldLayout>, name: string, node: FieldNode): void {
  const field = fields.get(name);
  if (field?.isAbstract !== true || isAbstractField(node)) return;
  fields.delete(name);
  fields.set(name, { ...field, isAbstract: false });
}

interface AbstractProperty {
  /** The topmost class that declares it: its slots serve all below. */
  readonly owner: ClassType;
  readonly type: Type;
}

function findAbstract(program: Program, type: ClassType, name: string): AbstractProperty | undefined {
  let found: AbstractProperty | undefined;
  for (let owner: ClassType | null = type; owner !== null; owner = owner.parent()) {
    const node = owner.declaration.members.find(
      (member): member is ts.PropertyDeclaration =>
        ts.isPropertyDeclaration(member) && isAbstract(member) && memberKey(member.name) === name,
    );
    if (node !== undefined && isGivenBelow(program, owner, name, node)) found = { owner, type: fieldType(program, node, owner) };
  }
  return found;
}

export function readAbstract(context: Context, object: Operand, type: ClassType, name: string): Operand | undefined {
  return abstractPlace(context, object, type, name)?.read();
}

/** Undefined where there is no such property. */
export function abstractPlace(context: Context, object: Operand, type: ClassType, name: string): Place | undefined {
  const found = findAbstract(context.program, type, name);
  if (found === undefined) return undefined;
  const { methods } = context.program;
  const base = context.value(object);
  return {
    type: found.type,
    read: () => {
      const method = methods.slot(found.owner, name, "get", functionType([], found.type));
      return operand(found.type, context.emit(Op.CallVirtual, [base], method.index));
    },
    write: (value) => {
      const method = methods.slot(found.owner, name, "set", functionType([found.type], types.void));
      context.emit(Op.CallVirtual, [base, value], method.index);
    },
  };
}
