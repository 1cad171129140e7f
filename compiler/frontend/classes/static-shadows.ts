// Static shadows: a static field that is assigned through a subclass becomes a field of that class, too. Until then the subclass has the
// one above.
// Owns:       two globals for each such field and subclass: the value, and whether it is there.

import ts from "typescript";
import type { Global } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { isAssignmentTarget } from "../functions/variable-facts.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { memoryKindOf } from "../types/representation.ts";
import { identity, type Type } from "../types/types.ts";
import { isStatic } from "./class-elements.ts";
import { memberKey } from "./member-keys.ts";

interface Shadow {
  readonly value: Global;
  readonly isThere: Global;
}

interface Shadows {
  /** The fields that are assigned through anything but the name of the class that declares them. */
  readonly fields: ReadonlySet<ts.Declaration>;
  /** By field and subclass. */
  readonly made: Map<string, Shadow>;
}

const ofPrograms = new WeakMap<Program, Shadows>();

function shadowsOf(program: Program): Shadows {
  let found = ofPrograms.get(program);
  if (found === undefined) {
    found = { fields: assignedElsewhere(program), made: new Map() };
    ofPrograms.set(program, found);
  }
  return found;
}

function assignedElsewhere(program: Program): Set<ts.Declaration> {
  const fields = new Set<ts.Declaration>();
  const visit = (node: ts.Node): void => {
    const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    if (isAccess && isAssignmentTarget(node)) {
      const declaration = program.symbolOf(ts.isPropertyAccessExpression(node) ? node : node.argumentExpression)?.valueDeclaration;
      const isField = declaration !== undefined && ts.isPropertyDeclaration(declaration) && isStatic(declaration);
      if (isField && !isNameOf(program, node.expression, declaration.parent)) fields.add(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.loaded.files) if (!program.isRuntime(file)) visit(file);
  return fields;
}

/** `this` may be a subclass. */
function isNameOf(program: Program, node: ts.Expression, declaration: ts.Node): boolean {
  return (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && program.symbolOf(node)?.valueDeclaration === declaration;
}

function shadowOf(program: Program, field: ts.PropertyDeclaration, owner: ts.ClassLikeDeclaration, type: Type): Shadow {
  const { made } = shadowsOf(program);
  const key = `${identity(field)} ${identity(owner)}`;
  let found = made.get(key);
  if (found === undefined) {
    const name = program.uniqueName(`${owner.name?.text ?? "class"}.${memberKey(field.name)}`, owner.getSourceFile());
    const value = program.module.addGlobal(name, memoryKindOf(type));
    found = { value, isThere: program.module.addGlobal(`${name} is there`, MemoryKind.Bool) };
    made.set(key, found);
  }
  return found;
}

/** The field as the class `start`, or one between it and the class that declares it, has it; else as `declared` gives it. */
export function readShadowed(
  context: Context,
  field: ts.PropertyDeclaration,
  start: ts.ClassLikeDeclaration,
  type: Type,
  declared: () => Operand,
): Operand {
  const { program } = context;
  if (start === field.parent || !shadowsOf(program).fields.has(field)) return declared();
  const { value, isThere } = shadowOf(program, field, start, type);
  const parent = program.classes.parentDeclaration(start);
  const own = (): Operand => operand(type, context.emit(Op.GlobalGet, [], value.index));
  const above = (): Operand => (parent === undefined ? declared() : readShadowed(context, field, parent, type, declared));
  return conditional(context, context.emit(Op.GlobalGet, [], isThere.index), own, above, field, type);
}

/** Gives the class a field of its own, or that another value. */
export function writeShadow(
  context: Context,
  field: ts.PropertyDeclaration,
  owner: ts.ClassLikeDeclaration,
  type: Type,
  given: number,
): void {
  const { value, isThere } = shadowOf(context.program, field, owner, type);
  context.emit(Op.GlobalSet, [given], value.index);
  context.emit(Op.GlobalSet, [context.builder.int(ValueType.Bool, 1)], isThere.index);
}

/** Whether the class may have come to have a static field of a class above it. */
export function inheritsShadowed(program: Program, declaration: ts.ClassLikeDeclaration): boolean {
  const parent = program.classes.parentDeclaration(declaration);
  if (parent === undefined) return false;
  return parent.members.some((member) => shadowsOf(program).fields.has(member)) || inheritsShadowed(program, parent);
}
