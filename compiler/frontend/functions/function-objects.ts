// Function objects: functions with properties of their own: closures whose class has a field for each property. Calls go through a slot,
// as the type that a function is called as may have other parameters than its code.
// Owns:       their classes, one for each type, kinds of captures and type of the code

import ts from "typescript";
import { ClassShape, type IrClass } from "../../ir/module.ts";
import { MemoryKind } from "../../ir/types.ts";
import type { ClassLayout, FieldLayout } from "../classes/classes.ts";
import type { Context } from "../context.ts";
import { callSlot } from "../expressions/lower-members.ts";
import type { Operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { CALL, codeTypeOf } from "../types/function-roles.ts";
import { memoryKindOf } from "../types/representation.ts";
import type { FunctionType, GenericSignature, ObjectType, Property, Type } from "../types/types.ts";
import { callAs } from "./adapters.ts";
import type { HeldGeneric } from "./generic-functions.ts";
import { type ClosureNode, callClosure } from "./lower-closures.ts";
import { synthesizeClosure } from "./synthesized-closures.ts";

/** The class of functions with such properties and captures: the code address, the captures, the properties. */
export function functionObjectClass(context: Context, type: ObjectType, kinds: readonly MemoryKind[], code: FunctionType): ClassLayout {
  const { classes, module } = context.program;
  const irClass = classes.make(`function object ${type.id} ${kinds.join()} ${code.id}`, () => {
    const made: IrClass = module.addClass(
      `${type.name}#${module.classes.length}`,
      classes.baseOf("closure", ClassShape.Closure).index,
      ClassShape.Closure,
    );
    module.addField(made, "code", MemoryKind.I64);
    for (const [index, kind] of kinds.entries()) module.addField(made, `capture${index}`, kind);
    const fields = new Map<string, FieldLayout>();
    const genericClosures = new Map<string, HeldGeneric>();
    for (const property of type.properties().values()) {
      const { name, isOptional } = property;
      const held = storedType(context.program, property);
      const { index, offset } = module.addField(made, name, memoryKindOf(held));
      fields.set(name, { name, type: held, field: index, offset, isOptional });
      const seen = property.generic === undefined ? undefined : typeOfGeneric(context.program, property.generic);
      if (seen !== undefined) genericClosures.set(name, { type: held, seen, field: index });
    }
    classes.live.set(made, { layout: { irClass: made, fields }, type: null, array: null, code, genericClosures });
    return made;
  });
  return classes.live.get(irClass)?.layout ?? { irClass, fields: new Map() };
}

/** What a property of a function holds: of a generic one, the function object. */
export function storedType(program: Program, { type, generic }: Property): Type {
  const seen = generic === undefined ? undefined : typeOfGeneric(program, generic);
  if (generic === undefined || seen === undefined) return type;
  return program.converter.convert(seen, generic.environment, generic.signature.declaration ?? program.loaded.files[0]);
}

function typeOfGeneric({ checker }: Program, { signature }: GenericSignature): ts.Type | undefined {
  const { declaration } = signature;
  return declaration === undefined || ts.isJSDocSignature(declaration) ? undefined : checker.getTypeAtLocation(declaration);
}

/** The type of a function that the program gives properties: what its place wants, or what assignments to it say. */
export function functionObjectType(context: Context, node: ClosureNode, wanted: Type | undefined): ObjectType | undefined {
  if (wanted !== undefined && codeTypeOf(wanted) !== undefined) return wanted as ObjectType;
  const name = ts.isFunctionDeclaration(node) ? node.name : ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined;
  const symbol = name === undefined ? undefined : context.program.symbolOf(name);
  if (name === undefined || (symbol?.exports?.size ?? 0) === 0) return undefined;
  const own = context.checkerType(name);
  return codeTypeOf(own) === undefined ? undefined : (own as ObjectType);
}

/** Calls a function with properties. */
export function callFunctionObject(
  context: Context,
  called: Operand,
  code: FunctionType,
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  return callSlot(context, called, CALL, code, args, node);
}

/** A function with properties where a function alone is wanted: one that calls it. */
export function codeOfObject(context: Context, given: Operand, code: FunctionType, target: FunctionType, node: ts.Node): Operand {
  return synthesizeClosure(context, "code", target, [given], node, (inner, [object], args) =>
    callAs(inner, code, target, args, node, (matched) => callFunctionObject(inner, object, code, matched, node)),
  );
}

/** A function that is known otherwise, with properties: another one that calls it. */
export function functionObjectAround(context: Context, given: Operand, type: ObjectType, node: ts.Node): Operand {
  const code = given.type as FunctionType;
  return synthesizeClosure(context, "object", code, [given], node, (inner, [object], args) => callClosure(inner, object, args, node), {
    object: type,
  });
}

/** The names of constants that a function which gets properties is the value of: `const f = Object.assign(() => ..., { ... })`. */
export function constantOfObject(node: ts.Node): ts.Identifier | undefined {
  let value: ts.Node = node;
  for (let { parent } = value; ; { parent } = value) {
    const isAssigned = ts.isCallExpression(parent) && parent.expression.getText() === "Object.assign" && parent.arguments[0] === value;
    if (!isAssigned && !ts.isParenthesizedExpression(parent) && !ts.isAsExpression(parent) && !ts.isSatisfiesExpression(parent)) break;
    value = parent;
  }
  const { parent } = value;
  const isConstant = ts.isVariableDeclaration(parent) && parent.initializer === value && ts.isIdentifier(parent.name);
  return isConstant && (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0 ? (parent.name as ts.Identifier) : undefined;
}
