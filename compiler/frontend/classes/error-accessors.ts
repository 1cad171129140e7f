// Error accessors: those of a program's classes for what errors of the library may have of their own, which comes first.
// Manual:     ECMA-262 "OrdinaryGet", "OrdinarySet".

import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { branchWhere, conditional } from "../expressions/lower-conditions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { callInstance } from "../functions/lower-calls.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { presentType, types } from "../types/types.ts";
import type { FieldLayout, FoundMember, LiveClass } from "./classes.ts";
import { callCore, fieldOf } from "./derived-members.ts";
import { ownCell } from "./error-cells.ts";

/** Each error has one, whatever its class says. */
const STACK = "stack";

type Implementation = (context: Context, self: Operand, args: readonly Operand[]) => Operand;

/** Whether an accessor of the program stands for a property of errors, which some of them have of their own. */
export function isHidingOwn(program: Program, { owner, node }: FoundMember, name: string): boolean {
  if (program.isRuntime(node.getSourceFile())) return false;
  return name === STACK ? isError(program, owner) : ownCell(program.classes.layoutOf(owner).fields, name) !== undefined;
}

function isError(program: Program, type: FoundMember["owner"]): boolean {
  return ownCell(program.classes.layoutOf(type).fields, "name") !== undefined;
}

/** What reads or writes such a property of objects of the class; undefined where the accessor that was found does it all. */
export function accessorOfError(
  program: Program,
  { layout, type }: LiveClass,
  found: FoundMember,
  { name, kind }: { readonly name: string; readonly kind: string },
): Implementation | undefined {
  if (type === null) return undefined;
  const cell = ownCell(layout.fields, name);
  const getter = kind === "method" ? undefined : program.classes.findMember(type, name, "get");
  if (getter === undefined || !isHidingOwn(program, getter, name)) return undefined;
  if (kind === "get") return name === STACK ? stackOf(program, getter) : cell && ((...given) => ownOrGiven(...given, cell, getter));
  const isOfLibrary = program.isRuntime(found.node.getSourceFile());
  const className = type.declaration.name?.text ?? "";
  return isOfLibrary && name !== STACK && cell !== undefined
    ? (context, self, args) => writeOwn(context, self, args[0], cell, [name, className])
    : undefined;
}

function stackOf(program: Program, { owner }: FoundMember): Implementation | undefined {
  let above: FoundMember | undefined;
  for (let type = owner.parent(); type !== null; type = type.parent()) above = program.classes.findMember(type, STACK, "get") ?? above;
  if (above === undefined) return undefined;
  const instance = program.functions.request(above.node, [], { ownClass: above.owner, isStatic: false });
  return (context, self) => callInstance(context, instance, self, [], instance.node);
}

function ownOrGiven(context: Context, self: Operand, _: readonly Operand[], cell: FieldLayout, getter: FoundMember): Operand {
  const { node, owner } = getter;
  const instance = context.program.functions.request(node, [], { ownClass: owner, isStatic: false });
  const own = fieldOf(context, context.value(self), cell);
  const given = (): Operand => callInstance(context, instance, self, [], node);
  const kept = (): Operand => (cell.type === types.unknown ? own : context.narrow(own, presentType(cell.type), node));
  return conditional(context, isAbsent(context, own), given, kept, node, instance.result);
}

/** Assigning to what has a getter only throws. */
function writeOwn(
  context: Context,
  self: Operand,
  value: Operand,
  cell: FieldLayout,
  [name, className]: readonly [string, string],
): Operand {
  const [file] = context.program.loaded.files;
  const object = context.value(self);
  const text = (constant: string): Operand => ({ type: types.string, value: 0, constant });
  const refuse = (): void => void callCore(context, "error", "refuseAssignment", [text(name), text(className)], file);
  const write = (): void => void context.emit(Op.FieldSet, [object, context.coerce(value, cell.type, file)], cell.field);
  branchWhere(context, isAbsent(context, fieldOf(context, object, cell)), refuse, write);
  return operand(types.void, 0);
}
