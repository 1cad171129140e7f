// Derived members: functions that the compiler makes from a type: one for each type by the static type of what it is given, and one for
// each class behind a slot of its own, where the static type leaves open which class it is.

import type ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { valueTypeOf } from "../types/representation.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { derivesFrom } from "../types/type-parts.ts";
import { type ClassType, functionType, type ObjectType, type Type, TypeKind } from "../types/types.ts";
import type { FieldLayout, LiveClass } from "./classes.ts";
import { listedFields } from "./error-cells.ts";
import { symbolOf } from "./member-keys.ts";

/** What is derived: the functions take a value and one argument more. */
export interface Derivation {
  /** Part of the names of the functions made. */
  readonly name: string;
  readonly extra: Type;
  readonly result: Type;
  /** Whether there is something to derive for a class of the runtime, which an object of any type may turn out to be. */
  knows(program: Program, type: ClassType): boolean;
  /** The code for a value of the type. */
  ofValue(context: Context, given: Operand, extra: Operand, node: ts.Node): Operand;
  /** The code for an instance of exactly this class. */
  ofInstance(context: Context, self: Value, live: LiveClass, extra: Operand, node: ts.Node): Operand;
}

const made = new WeakMap<Program, Map<string, IrFunction>>();

/** Calls the function derived for the operand's type. */
export function callDerived(context: Context, derivation: Derivation, given: Operand, extra: Operand, node: ts.Node): Operand {
  const fn = functionFor(context.program, derivation, given.type, node);
  const value = context.value(given);
  const more = context.value(extra);
  context.at(node);
  return operand(derivation.result, context.emit(Op.Call, [value, more], fn.index));
}

function functionFor(program: Program, derivation: Derivation, type: Type, node: ts.Node): IrFunction {
  const functions = made.get(program) ?? new Map<string, IrFunction>();
  made.set(program, functions);
  const key = `${derivation.name} ${type.id}`;
  let fn = functions.get(key);
  if (fn === undefined) {
    fn = addFunction(program, `${derivation.name} ${type.name}`, derivation, type, node);
    functions.set(key, fn);
    lowerLater(program, fn, node, (context, value, extra) =>
      derivation.ofValue(context, operand(type, value), operand(derivation.extra, extra), node),
    );
  }
  return fn;
}

function addFunction(program: Program, name: string, derivation: Derivation, type: Type, node: ts.Node): IrFunction {
  const params = [valueTypeOf(type), valueTypeOf(derivation.extra)];
  return program.addFunction(name, node.getSourceFile(), { params, result: valueTypeOf(derivation.result) });
}

function lowerLater(
  program: Program,
  fn: IrFunction,
  node: ts.Node,
  body: (context: Context, value: Value, extra: Value) => Operand,
): void {
  program.enqueue(() =>
    program.attempt(node, () => {
      const context = new Context(program, fn, TypeEnvironment.empty, null);
      for (const param of fn.params) fn.addParameter(context.builder.block, param);
      const [value, extra] = context.builder.block.params;
      context.at(node);
      const result = context.value(body(context, value, extra));
      if (!context.builder.isTerminated) context.builder.return(result);
      context.finish();
    }),
  );
}

/** Calls the function derived for the class that the object has when the program runs. */
export function callForInstance(context: Context, derivation: Derivation, given: Operand, extra: Operand, node: ts.Node): Operand {
  const { program } = context;
  const { type } = given;
  const root = type.kind === TypeKind.Class ? type : null;
  const wanted = objectTypes(type);
  const key = `${derivation.name}${wanted === undefined ? "" : ` ${type.id}`}`;
  const signature = functionType([derivation.extra], derivation.result);
  const method = program.methods.derivedSlot(root, key, signature, (live) => {
    if (wanted !== undefined && !wanted.some((one) => mayBe(program, live, one))) return null;
    const name = `${derivation.name} ${live.layout.irClass.name} as ${key}`;
    const fn = addFunction(program, name, derivation, type, node);
    const isForeign = live.type !== null && program.isRuntime(live.type.declaration.getSourceFile());
    const isKnown = !isForeign || (live.type !== null && derivation.knows(program, live.type));
    if (!isKnown) {
      lowerLater(program, fn, node, (inner) => panicInstead(inner, derivation));
      return fn;
    }
    lowerLater(program, fn, node, (inner, value, more) => derivation.ofInstance(inner, value, live, operand(derivation.extra, more), node));
    return fn;
  });
  return operand(derivation.result, context.emit(Op.CallVirtual, [context.value(given), context.value(extra)], method.index));
}

/** The object types that the type says the value is one of. */
function objectTypes(type: Type): readonly ObjectType[] | undefined {
  const members = type.kind === TypeKind.Union ? type.members : [type];
  const found = members.filter((member) => member.kind === TypeKind.Object);
  return found.length === members.length ? found : undefined;
}

/** An object whose class has no such member, hidden behind a wider type. */
function panicInstead(context: Context, derivation: Derivation): Operand {
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Conversion);
  return operand(derivation.result, context.builder.zero(valueTypeOf(derivation.result)));
}

/** Whether instances of the class have the members of the object type. */
function mayBe(program: Program, { layout, type }: LiveClass, wanted: ObjectType): boolean {
  if (isDynamic(program, type)) return true;
  if (type !== null && wanted.view !== undefined) return derivesFrom(type, wanted.view.declaration);
  for (const property of wanted.properties().values()) {
    const { name } = property;
    // What may be anything is no value of a narrower type.
    const field = layout.fields.get(name);
    if (field?.madeFor === undefined && field?.type.kind === TypeKind.Unknown && property.type.kind !== TypeKind.Unknown) return false;
    const isMember =
      type !== null && (["method", "get", "set"] as const).some((kind) => program.classes.findMember(type, name, kind) !== undefined);
    const isField = [name, `get ${name}`, `set ${name}`].some((field) => layout.fields.has(field));
    if (!isField && !isMember && !property.isOptional) return false;
  }
  return true;
}

/** Names that are numbers up to here are listed first, in their order. */
const MAX_INDEX = 2 ** 32 - 1;

/** The fields of an instance that JavaScript would list, in its order. */
export function ownFields({ layout }: LiveClass): readonly FieldLayout[] {
  return inOrderOfKeys(listedFields(layout.fields).filter(({ name }) => !name.startsWith("#") && symbolOf(name) === undefined));
}

/** Those that go by symbols, which only the console lists. */
export function symbolFields({ layout }: LiveClass): readonly FieldLayout[] {
  return [...layout.fields.values()].filter(({ name }) => symbolOf(name) !== undefined);
}

/** Indexes before other names, the smallest first. */
export function inOrderOfKeys<T extends { readonly name: string }>(fields: readonly T[]): T[] {
  const isIndex = ({ name }: T): boolean => /^(0|[1-9]\d{0,9})$/.test(name) && Number(name) < MAX_INDEX;
  const indices = fields.filter(isIndex).sort((a, b) => Number(a.name) - Number(b.name));
  return indices.length === 0 ? [...fields] : [...indices, ...fields.filter((field) => !isIndex(field))];
}

/** The value of a field of an object. */
export function fieldOf(context: Context, self: Value, field: FieldLayout): Operand {
  return operand(field.type, context.emit(Op.FieldGet, [self], field.field));
}

/** Whether objects of the class have properties that are known only when the program runs. */
export function isDynamic(program: Program, type: ClassType | null): boolean {
  return type !== null && type.declaration === program.libraryClass("JsonObject");
}

/** Whether the class is the one of the runtime behind that name, or derives from it. */
export function isLibraryClass(program: Program, type: ClassType, name: string): boolean {
  const declaration = program.libraryClass(name);
  for (let current: ClassType | null = type; current !== null; current = current.parent())
    if (current.declaration === declaration) return true;
  return false;
}

/** Calls a function of runtime/core with evaluated operands. */
export function callCore(context: Context, file: string, name: string, args: readonly Operand[], node: ts.Node): Operand {
  const declaration = context.program.coreFunction(file, name);
  if (declaration === undefined) return context.refuse(node, "TSM3016", name, `runtime/core/${file}.ts`);
  const given = args.map((argument) => evaluated(argument, node));
  return callDeclared(context, declaration, null, null, given, node);
}
