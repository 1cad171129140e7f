// Inspection: what the console shows of a value, by its static type; runtime/core/console/inspection.ts lays it out.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { isStatic } from "../classes/class-elements.ts";
import { matchClass } from "../classes/class-values.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import {
  callCore,
  callForInstance,
  type Derivation,
  fieldOf,
  isLibraryClass,
  ownFields,
  symbolFields,
} from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import { readStatic } from "../classes/lower-static.ts";
import { memberKey, symbolOf } from "../classes/member-keys.ts";
import { inheritsShadowed } from "../classes/static-shadows.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere, conditional } from "../expressions/lower-conditions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { concatenate, textOf } from "../expressions/lower-strings.ts";
import { missesElement } from "../expressions/lower-tuples.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { shownClass } from "../functions/function-names.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { callSignatureOf } from "../types/function-roles.ts";
import { isBuffer } from "../types/type-parts.ts";
import {
  arrayType,
  type ClassType,
  type ClassValueType,
  type FunctionType,
  mayBeAbsent,
  type TupleType,
  type Type,
  TypeKind,
  types,
} from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { convertNumber } from "./lower-conversions.ts";
import { type Braces, errorBraces, errorParts, type Part } from "./lower-inspection-errors.ts";

const made = new WeakMap<Program, Derivation>();
const TAG = "[toStringTag]";

/** Of bytes, and what makes texts of them. */
const BUFFERS: readonly string[] = ["ArrayBuffer", "DataView", "TextDecoder", "TextEncoder"];

/** Classes of the library that are shown in a form of their own. */
const SHOWN_CLASSES = [
  "JsonObject",
  "Map",
  "Set",
  "Date",
  "Promise",
  "Generator",
  "AsyncGenerator",
  "WeakMap",
  "WeakRef",
  "WeakSet",
  "DisposableStack",
  "AsyncDisposableStack",
  ...BUFFERS,
];

/** Of those nothing inside is shown. */
const FIXED_TEXTS: Readonly<Record<string, string>> = {
  Generator: "Object [Generator] {}",
  AsyncGenerator: "Object [AsyncGenerator] {}",
  AsyncDisposableStack: "AsyncDisposableStack {}",
  DisposableStack: "DisposableStack {}",
  WeakMap: "WeakMap { <items unknown> }",
  WeakRef: "WeakRef {}",
  WeakSet: "WeakSet { <items unknown> }",
};

export function inspectionOf(program: Program): Derivation {
  let found = made.get(program);
  if (found === undefined) {
    found = {
      name: "inspect",
      extra: program.runtimeClass("Inspection"),
      result: types.string,
      knows: (known, type) =>
        isError(known, type) ||
        isStep(known, type) ||
        showsItself(known, type) ||
        SHOWN_CLASSES.some((name) => type.declaration === known.libraryClass(name)),
      ofValue: inspectValue,
      ofInstance: inspectInstance,
    };
    made.set(program, found);
  }
  return found;
}

function isError(program: Program, type: ClassType): boolean {
  return isLibraryClass(program, type, "Error");
}

/** Whether a class of the runtime, which it is or has above it, says how it is shown. */
function showsItself(program: Program, type: ClassType): boolean {
  const found = program.classes.findMember(type, "inspectAs", "method");
  return found !== undefined && program.isRuntime(found.owner.declaration.getSourceFile());
}

/** What `next` of the library's iterators gives: an object like one of a literal. */
function isStep(program: Program, type: ClassType): boolean {
  return type.declaration === program.libraryClass("IterationStep");
}

/** What the console shows of an argument: strings as they are, anything else with this many levels of what is inside. */
export function shownText(context: Context, given: Operand, depth: number, node: ts.Node): Operand {
  const { type, constant } = given;
  if (typeof constant === "object" && Object.is(constant.number, -0)) return text("-0");
  if (constant !== undefined && type.kind !== TypeKind.Integer) return textOf(context, given, node);
  switch (type.kind) {
    case TypeKind.Number:
      return type.held === "f64" ? callCore(context, "number", "loggedText", [given], node) : textOf(context, given, node);
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
    case TypeKind.Class:
    case TypeKind.Object:
      return inspectValue(context, given, newState(context, depth, node), node);
    case TypeKind.Union:
    case TypeKind.Unknown: {
      const state = newState(context, depth, node);
      if (isIndistinct(context, type)) return inspectUnion(context, given, state, node);
      const show = (part: Operand): Operand => (part.type === types.string ? part : inspectValue(context, part, state, node));
      return matchUnion(context, given, show, node, types.string);
    }
    case TypeKind.Function:
      return functionText(context, given);
    case TypeKind.ClassValue:
      return classText(context, given, type, () => newState(context, depth, node), node);
    default:
      return textOf(context, given, node);
  }
}

/** `[Function: name]`, by what the program runs of it. */
function functionText(context: Context, given: Operand): Operand {
  return operand(types.string, context.emit(Op.FunctionText, [context.value(given)]));
}

/** `[class Name extends Parent] { field: value }`, with the static fields that it has itself. */
function classText(context: Context, given: Operand, type: ClassValueType, state: () => Operand, node: ts.Node): Operand {
  const { program } = context;
  const hasFields = type.choices.some((choice) => staticFields(choice).length > 0);
  if (type.choices.some((choice) => inheritsShadowed(program, choice))) return context.refuse(node, "TSM3019", "log", type.name);
  if (!hasFields) return functionText(context, given);
  const show = (exact: Operand, { declaration }: ClassValueType): Operand => {
    const fields = staticFields(declaration);
    if (fields.length === 0) return functionText(context, exact);
    const parts = fields.map((name) => ({ label: `${keyText(name)}: `, read: () => readStatic(context, exact, name, node) }));
    const shown = shownClass(program, declaration);
    return layOut(context, context.value(exact), braces("Function", `${shown} {`, "}"), parts, state(), node);
  };
  return matchClass(context, given, show, node, types.string);
}

/** The names of the static fields that a class declares itself, but for private ones. */
function staticFields({ members }: ts.ClassLikeDeclaration): string[] {
  const isField = (member: ts.ClassElement): member is ts.PropertyDeclaration =>
    ts.isPropertyDeclaration(member) && isStatic(member) && !ts.isAutoAccessorPropertyDeclaration(member);
  return members.filter(isField).flatMap(({ name }) => (ts.isPrivateIdentifier(name) ? [] : [memberKey(name)]));
}

function newState(context: Context, depth: number, node: ts.Node): Operand {
  return inspection(
    context,
    { type: types.number, value: 0, constant: { exact: Number.isInteger(depth) ? BigInt(depth) : null, number: depth } },
    node,
  );
}

/** What keeps account of a value that is shown, so many levels of it. */
export function inspection(context: Context, depth: Operand, node: ts.Node): Operand {
  return construct(context, context.program.runtimeClass("Inspection"), [evaluated(depth, node)], node);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function flag(constant: boolean): Operand {
  return { type: types.boolean, value: 0, constant };
}

/** A value inside of something else, by its type. */
export function inspectValue(context: Context, given: Operand, state: Operand, node: ts.Node): Operand {
  const { type } = given;
  switch (type.kind) {
    case TypeKind.String:
      return callCore(context, "inspection", "inspectString", [given, state], node);
    case TypeKind.Number:
    case TypeKind.Float32:
    case TypeKind.Enum:
      return callCore(context, "inspection", "inspectNumber", [convertNumber(context, given, types.number, node), state], node);
    case TypeKind.Array:
      if (type.element.kind === TypeKind.Never) return text("[]");
      return callCore(
        context,
        "inspection",
        "inspectArray",
        [given, flag(!mayBeAbsent(type.element) && type.element !== types.unknown), state],
        node,
      );
    case TypeKind.TypedArray: {
      if (isBuffer(type)) return callBuiltIn(context, given, "inspect", [], node);
      const asArray = operand(arrayType(type.element), context.value(given));
      return callCore(context, "inspection", "inspectTypedArray", [asArray, text(type.name), state], node);
    }
    case TypeKind.Tuple:
      return inspectTuple(context, given, type, state, node);
    case TypeKind.Class:
      return inspectClass(context, given, type, state, node);
    case TypeKind.Object:
      if (callSignatureOf(type) !== undefined) return functionText(context, given);
      return callForInstance(context, inspectionOf(context.program), given, state, node);
    case TypeKind.Union:
    case TypeKind.Unknown:
      return inspectUnion(context, given, state, node);
    case TypeKind.Function:
      return functionText(context, given);
    case TypeKind.ClassValue:
      return classText(context, given, type, () => state, node);
    default:
      return textOf(context, given, node);
  }
}

/** Unions of object types or of tuples, which have no test between them, by the object's class. */
function inspectUnion(context: Context, given: Operand, state: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Union && type.members.every((member) => member.kind === TypeKind.Function) && !mayBeAbsent(type))
    return functionText(context, given);
  if (isIndistinct(context, type)) return callForInstance(context, inspectionOf(context.program), given, state, node);
  return matchUnion(context, given, (part) => inspectValue(context, part, state, node), node, types.string);
}

function inspectClass(context: Context, given: Operand, type: ClassType, state: Operand, node: ts.Node): Operand {
  const { program } = context;
  const own = inspectLibraryClass(context, given, type, state, node);
  if (own !== undefined) return own;
  const isOwn = !program.isRuntime(type.declaration.getSourceFile());
  if (type.isPacked) return context.refuse(node, "TSM3019", "log", type.name);
  // What no program can name is met in what the library keeps, and only behind unknown values.
  if (!isOwn && !isLibraryClass(program, type, "Error") && !isStep(program, type) && !showsItself(program, type))
    return text(`[${type.name}]`);
  return callForInstance(context, inspectionOf(program), given, state, node);
}

/** Those of SHOWN_CLASSES. */
function inspectLibraryClass(context: Context, given: Operand, type: ClassType, state: Operand, node: ts.Node): Operand | undefined {
  const name = SHOWN_CLASSES.find((shown) => type.declaration === context.program.libraryClass(shown));
  if (name === undefined) return undefined;
  if (name === "Date") return callCore(context, "date", "shownDate", [given], node);
  const fixed = FIXED_TEXTS[name];
  const file = BUFFERS.includes(name) ? "inspection-buffers" : "inspection";
  return fixed === undefined ? callCore(context, file, `inspect${name}`, [given, state], node) : text(fixed);
}

function inspectTuple(context: Context, given: Operand, type: TupleType, state: Operand, node: ts.Node): Operand {
  const tuple = operand(type, context.value(given));
  const parts = type.elements.map((_, index): Part => {
    const isMissing = index < type.required ? undefined : (): Value => missesElement(context, tuple, index, node);
    return { label: "", isMissing, read: () => readMember(context, tuple, String(index), node) };
  });
  return layOut(context, tuple.value, braces("Array", "[", "]"), parts, state, node);
}

function inspectInstance(context: Context, self: Value, live: LiveClass, state: Operand, node: ts.Node): Operand {
  const { program } = context;
  if (live.type !== null && isError(program, live.type)) return inspectError(context, self, live, live.type, state, node);
  const library = live.type === null ? undefined : inspectLibraryClass(context, operand(live.type, self), live.type, state, node);
  if (library !== undefined) return library;
  if (live.type !== null && showsItself(program, live.type)) {
    const name = text(live.type.declaration.name?.text ?? "");
    return callMember(context, operand(live.type, self), "inspectAs", [name, state], node);
  }
  if (live.array !== null) return inspectList(context, operand(live.array, self), live, state, node);
  if (live.boxed !== undefined) return inspectBoxed(context, live.boxed, self, state, node);
  const fields = [...ownFields(live), ...symbolFields(live)];
  if (live.code !== undefined) return inspectFunction(context, self, live.code, fields, state, node);
  const isPlain = live.type === null || isStep(program, live.type);
  const name = live.type === null || isPlain ? "Object" : (live.type.declaration.name?.text ?? "");
  const open = isPlain ? "{" : `${name} {`;
  const accessors = live.type === null ? accessorsOf(fields) : new Map<string, Accessors>();
  const parts = fields
    .filter((field) => accessors.get(field.name)?.isFirst !== false)
    .map((field) => accessors.get(field.name) ?? partOf(context, self, field));
  return layOut(context, self, taggedBraces(context, self, live, name, node) ?? braces(name, open, "}"), parts, state, node);
}

function inspectError(context: Context, self: Value, live: LiveClass, type: ClassType, state: Operand, node: ts.Node): Operand {
  const tag = tagOf(context, self, type, node) ?? text("");
  return layOut(
    context,
    self,
    errorBraces(context, self, type, tag, state, node),
    errorParts(context, self, live, partOf, node),
    state,
    node,
  );
}

/** What the class says by that symbol. */
function tagOf(context: Context, self: Value, type: ClassType, node: ts.Node): Operand | undefined {
  if (context.program.classes.findMember(type, TAG, "get") === undefined) return undefined;
  const tag = readMember(context, operand(type, self), TAG, node);
  return tag.type.kind === TypeKind.String ? tag : undefined;
}

/** `Name [Tag] {` where the class has a getter of that symbol. */
function taggedBraces(context: Context, self: Value, { type }: LiveClass, name: string, node: ts.Node): Braces | undefined {
  const tag = type === null ? undefined : tagOf(context, self, type, node);
  if (tag === undefined) return undefined;
  const prefix = callCore(context, "inspection", "taggedName", [text(name), tag], node);
  const open = concatenate(context, prefix, text(" {"), node);
  return { name: prefix, open, close: "}", empty: concatenate(context, prefix, text(" {}"), node) };
}

/** `[Function: name] { property: value }` */
function inspectFunction(
  context: Context,
  self: Value,
  code: FunctionType,
  fields: readonly FieldLayout[],
  state: Operand,
  node: ts.Node,
): Operand {
  const shown = functionText(context, operand(code, self));
  const open = concatenate(context, shown, text(" {"), node);
  const parts = fields.map((field) => partOf(context, self, field));
  return layOut(context, self, { name: shown, open, close: "}", empty: shown }, parts, state, node);
}

function inspectBoxed(context: Context, type: Type, box: Value, state: Operand, node: ts.Node): Operand {
  // A packed object is an address, which nothing shows.
  if (type.kind === TypeKind.Class) return text(`[${type.name}]`);
  return inspectValue(context, operand(type, context.program.classes.unbox(context, type, box)), state, node);
}

/** An array, typed array or tuple, of whose elements no more is known than its class says. */
function inspectList(context: Context, list: Operand, live: LiveClass, state: Operand, node: ts.Node): Operand {
  if (live.isNullable !== true) return inspectValue(context, list, state, node);
  return callCore(context, "inspection", "inspectNullable", [list, state], node);
}

interface Accessors extends Part {
  /** Whether this is where both accessors of a property are shown. */
  readonly isFirst: boolean;
}

/** How the accessors of a literal are shown, by their fields. */
function accessorsOf(fields: readonly FieldLayout[]): Map<string, Accessors> {
  const result = new Map<string, Accessors>();
  const names = new Set(fields.map(({ name }) => name));
  for (const { name: field } of fields) {
    const match = /^([gs]et) (.*)$/.exec(field);
    if (match === null) continue;
    const [, kind, name] = match;
    const other = `${kind === "get" ? "set" : "get"} ${name}`;
    const shown = names.has(other) ? "[Getter/Setter]" : kind === "get" ? "[Getter]" : "[Setter]";
    result.set(field, { label: `${keyText(name)}: `, read: () => text(shown), shown, isFirst: !result.has(other) });
  }
  return result;
}

function partOf(context: Context, self: Value, field: FieldLayout): Part {
  const read = (): Operand => fieldOf(context, self, field);
  const isMissing = field.isOptional === true ? (): Value => isAbsent(context, read()) : undefined;
  return { label: `${keyText(field.name)}: `, isMissing, read };
}

/** The name of a property as the console shows it: in quotes where it is no identifier. */
function keyText(name: string): string {
  const symbol = symbolOf(name);
  if (symbol !== undefined) return `[Symbol(${symbol})]`;
  if (/^[a-zA-Z_][a-zA-Z_0-9]*$/.test(name)) return name;
  if (name.includes("'") && !name.includes('"')) return `"${name.replaceAll("\\", "\\\\")}"`;
  return `'${name.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function braces(name: string, open: string, close: string): Braces {
  return { name: text(name), open: text(open), close, empty: text(`${open}${close}`) };
}

/** The entries of an object between its braces; optional ones only where they are there. */
function layOut(
  context: Context,
  self: Value,
  { name, open, close, empty }: Braces,
  parts: readonly Part[],
  state: Operand,
  node: ts.Node,
): Operand {
  const object = operand(types.unknown, self);
  const tests = parts.flatMap(({ isMissing }) => isMissing ?? []);
  const isEmpty = tests.length === parts.length ? allHold(context, tests, node) : flag(false);
  const instead = callMember(context, state, "enter", [object, name, empty, isEmpty], node);
  const isInstead = context.emit(Op.NotEqual, [context.value(instead), context.builder.nullRef()]);
  return conditional(
    context,
    isInstead,
    () => operand(types.string, context.value(instead)),
    () => {
      const entries = createArray(context, arrayType(types.string), []);
      for (const part of parts) {
        const add = (): void => addEntry(context, entries, part, state, node);
        if (part.isMissing === undefined) add();
        else branchWhere(context, part.isMissing(), () => undefined, add);
      }
      const [isArray, isNumeric] = [flag(close === "]"), flag(false)];
      return callMember(context, state, "leave", [object, open, entries, text(close), isArray, isNumeric], node);
    },
    node,
    types.string,
  );
}

function allHold(context: Context, tests: readonly (() => Value)[], node: ts.Node): Operand {
  const test = (index: number): Operand => operand(types.boolean, tests[index]());
  const no = (): Operand => flag(false);
  return tests.reduce(
    (result, _, index) => (index === 0 ? test(0) : conditional(context, context.value(result), () => test(index), no, node, types.boolean)),
    flag(true),
  );
}

function addEntry(context: Context, entries: Operand, part: Part, state: Operand, node: ts.Node): void {
  const shown =
    part.shown === undefined
      ? callCore(context, "inspection", "inspectMember", [text(part.label), part.read(), state], node)
      : text(`${part.label}${part.shown}`);
  callBuiltIn(context, entries, "push", [shown], node);
}
