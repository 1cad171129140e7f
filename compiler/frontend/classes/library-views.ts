// Library views: maps and sets that are seen as such of other keys and values, as a `Map<string, number>` is behind `value instanceof Map`.
// As with open classes of programs, the object stays what it is, and its members are asked for by slots that convert; a key that the map
// cannot have is one that it does not have.
// Invariants: (1) only those choices of type arguments are open that a program sees others as: see open-types.ts

import type ts from "typescript";
import type { Context } from "../context.ts";
import { refuseConversion } from "../expressions/conversions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { callInstance } from "../functions/lower-calls.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { isViewed } from "../types/open-types.ts";
import { anyObject, type ClassType, functionType, isHeapType, mayBeAbsent, type Type, TypeKind, tupleType, types } from "../types/types.ts";

/** A value of unknown type as a map or set of which a test has told nothing else: asks for the view if there is none yet. */
export function checkViewed(context: Context, given: Operand, target: Type, node: ts.Node): void {
  const members = target.kind === TypeKind.Union ? target.members : [target];
  const closed = members.filter((member): member is ClassType => isViewable(context.program, member) && hasUnknown(member));
  if (closed.length === 0) return;
  for (const member of closed) noteView(context.program, member);
  refuseConversion(context, given, target, node);
}

function hasUnknown(type: Type): boolean {
  return type.kind === TypeKind.Class && type.typeArguments.includes(types.unknown);
}

function isViewable(program: Program, type: Type): type is ClassType {
  if (type.kind !== TypeKind.Class || type.typeArguments.length === 0) return false;
  return isViewed(type.declaration.name?.text ?? "") && program.isRuntime(type.declaration.getSourceFile());
}

/** Notes that maps or sets of one choice of types are taken for such of another. */
export function noteViews(program: Program, given: Type, target: Type): void {
  const parts = (type: Type): readonly Type[] => (type.kind === TypeKind.Union ? type.members : [type]);
  for (const to of parts(target)) {
    if (!isViewable(program, to)) continue;
    const isSame = (from: Type): boolean => from !== to && from.kind === TypeKind.Class && from.declaration === to.declaration;
    if (parts(given).some(isSame)) noteView(program, to);
  }
}

/** With the pairs that its entries are. */
function noteView({ typesToOpen }: Program, { name, typeArguments }: ClassType): void {
  typesToOpen.add(name);
  typesToOpen.add(tupleType([typeArguments[0], typeArguments.at(-1) ?? typeArguments[0]]).name);
}

const ASKING: ReadonlySet<string> = new Set(["delete", "get", "has"]);

/** Calls a member of a map or set that asks for a key, with one that may be none of its own; undefined for other members. */
export function askForKey(context: Context, self: Operand, type: ClassType, name: string, args: readonly Operand[]): Operand | undefined {
  const [key] = args;
  const wanted = type.typeArguments[0];
  if (!ASKING.has(name) || key === undefined || !isViewable(context.program, type) || key.type === wanted) return undefined;
  const [file] = context.program.loaded.files;
  const none: Operand = name === "get" ? UNDEFINED_OPERAND : { type: types.boolean, value: 0, constant: false };
  const held = operand(type, self.value);
  const ask = (part: Operand): Operand =>
    canBeKey(part.type, wanted) ? callMember(context, held, name, [asKey(context, part, wanted)], file) : none;
  return matchUnion(context, key, ask, file, context.result ?? undefined);
}

function asKey(context: Context, part: Operand, wanted: Type): Operand {
  // An object that is no key is not found either.
  return part.type === anyObject
    ? operand(wanted, part.value)
    : operand(wanted, context.coerce(part, wanted, context.program.loaded.files[0]));
}

/** Whether a key may be what a value turned out to be. */
function canBeKey(part: Type, wanted: Type): boolean {
  if (wanted.kind === TypeKind.Unknown) return true;
  if (part.kind === TypeKind.Null || part.kind === TypeKind.Undefined)
    return wanted === part || (mayBeAbsent(wanted) && isAbsentIn(part, wanted));
  const members = wanted.kind === TypeKind.Union ? wanted.members : [wanted];
  if (part === anyObject)
    return members.some((member) => isHeapType(member) && member.kind !== TypeKind.String && member.kind !== TypeKind.Function);
  return members.some((member) => member.kind === part.kind);
}

function isAbsentIn(part: Type, wanted: Type): boolean {
  return wanted.kind === TypeKind.Union && (part.kind === TypeKind.Null ? wanted.hasNull : wanted.hasUndefined);
}

/** What a member of the library gives to be walked over, with elements of another type; undefined where the two are no such things. */
export function iteratorView(context: Context, given: Operand, target: Type, node: ts.Node): Operand | undefined {
  const from = iteratorBehind(context.program, given.type);
  const to = iteratorBehind(context.program, target);
  if (from === undefined || to !== target) return undefined;
  const [element, wanted] = [from.typeArguments[0], to.typeArguments[0]];
  const found = context.program.classes.findMember(from, "map", "method");
  if (found === undefined) return undefined;
  const convert = synthesizeClosure(
    context,
    "converted",
    functionType([element, types.number], wanted),
    [],
    node,
    (_inner, _held, [value]) => value,
  );
  const instance = context.program.functions.request(found.node, [wanted], { ownClass: found.owner, isStatic: false });
  return callInstance(context, instance, given, [convert], node);
}

function iteratorBehind(program: Program, type: Type): ClassType | undefined {
  const declaration = program.libraryClass("IteratorObject");
  for (let current = type.kind === TypeKind.Class ? type : null; current !== null; current = current.parent())
    if (current.declaration === declaration) return current;
  return undefined;
}
