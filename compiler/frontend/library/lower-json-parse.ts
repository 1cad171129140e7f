// JSON.parse: a function for each type that is wanted, which reads a value of it; runtime/core/json/json-reader.ts finds the tokens.
// Invariants: (1) objects are made first and filled in the order of the text; required properties are counted behind the last one
//             (2) values are checked while they are read: what a type cannot say (functions, classes) is refused while compiling

import type ts from "typescript";
import type { IrFunction } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import type { LiteralMember } from "../classes/classes.ts";
import { callCore } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere, conditional, loopWhile } from "../expressions/lower-conditions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { tupleFromParts } from "../expressions/lower-tuples.ts";
import { isMember } from "../expressions/lower-unions.ts";
import { absentValue } from "../expressions/stored-members.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { NEVER_OPERAND, NULL_OPERAND, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { memoryKindOf, valueTypeOf } from "../types/representation.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import {
  type ClassType,
  type EnumType,
  functionType,
  type IntegerType,
  isNumeric,
  mayBeAbsent,
  type ObjectType,
  type Property,
  type TupleType,
  type Type,
  type TypedArrayType,
  TypeKind,
  types,
  type UnionType,
  withoutUndefined,
} from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { convertNumber } from "./lower-conversions.ts";

/** Required properties that one word keeps account of. */
const WORD_BITS = 31;

type Literals = readonly (string | number | boolean)[] | undefined;

/** Where code that reads is made: inside the function for a type. */
interface Place {
  readonly context: Context;
  readonly reader: Operand;
  readonly node: ts.Node;
}

const reviver = functionType([types.string, types.unknown], types.unknown);

/** `JSON.parse(text, reviver)` as the type that the place wants. */
export function callJsonParse(context: Context, args: readonly Argument[], node: ts.Node, expected: Type | undefined): Operand {
  const seen = context.checkerType(node);
  const given = seen.kind === TypeKind.Unknown && expected !== undefined ? expected : seen;
  const wanted = given.kind === TypeKind.Void ? types.unknown : given;
  const reader = createReader(context, args, node);
  const result = read({ context, reader, node }, wanted, undefined);
  callMember(context, reader, "finish", [], node);
  return operand(wanted, coerce(context, result, wanted, node));
}

/** What hands out the values of the text, after the function has put others in their places if there is one. */
function createReader(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const source = args[0].lower(types.string);
  const given = args[1]?.lower(reviver) ?? UNDEFINED_OPERAND;
  if (given.type.kind === TypeKind.Undefined || given.type.kind === TypeKind.Null)
    return construct(context, context.program.runtimeClass("JsonReader"), [evaluated(source, node)], node);
  return callCore(context, "json-revival", "reviveText", [source, operand(reviver, context.coerce(given, reviver, args[1].node))], node);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function ask({ context, reader, node }: Place, member: string, ...args: Operand[]): Operand {
  return callMember(context, reader, member, args, node);
}

/** What messages say was expected. */
function nameOf(type: Type, literals: Literals): string {
  return literals === undefined ? type.name : literals.map((value) => JSON.stringify(value)).join(" | ");
}

/** A value of the type; of a property with literal types one of these. */
function read(place: Place, type: Type, literals: Literals): Operand {
  const { context, node } = place;
  const expected = text(nameOf(type, literals));
  const among = (kind: "string" | "number" | "boolean"): Operand | undefined => {
    const values = literals?.filter((value) => typeof value === kind) ?? [];
    const lines = text(values.map((value) => JSON.stringify(value)).join("\n"));
    return values.length === 0 ? undefined : ask(place, `${kind}Among`, lines, expected);
  };
  switch (type.kind) {
    case TypeKind.String:
      return among("string") ?? ask(place, "string", expected);
    case TypeKind.Number:
      return among("number") ?? ask(place, "number", expected);
    case TypeKind.Float32:
      return convertNumber(context, ask(place, "number", expected), type, node);
    case TypeKind.Boolean:
      return among("boolean") ?? ask(place, "boolean", expected);
    case TypeKind.Enum:
      return readEnum(place, type, among("number"), expected);
    case TypeKind.Integer:
      return readInteger(place, type, expected);
    case TypeKind.Null:
      ask(place, "nothing", expected);
      return NULL_OPERAND;
    case TypeKind.Unknown:
      return ask(place, "unknown");
    case TypeKind.Union:
      return literals === undefined ? callReader(place, type) : readUnion(place, type, literals);
    case TypeKind.Array:
    case TypeKind.Tuple:
      return callReader(place, type);
    case TypeKind.Object:
      return isRevived(place) ? readRevived(place, type) : callReader(place, type);
    case TypeKind.Class:
    case TypeKind.TypedArray:
      return isRevived(place) ? readInstance(place, type) : context.refuse(node, "TSM3051", type.name);
    default:
      return context.refuse(node, "TSM3051", type.name);
  }
}

/** Whether a function may have put values of any kind in the places of others. */
function isRevived({ context, reader }: Place): boolean {
  return reader.type !== context.program.runtimeClass("JsonReader");
}

/** What the function made, of the class that is wanted. */
function readInstance(place: Place, type: ClassType | TypedArrayType): Operand {
  const { context, node } = place;
  const found = ask(place, "object", text(type.name));
  return conditional(
    context,
    isMember(context, found, type),
    () => operand(type, found.value),
    () => refused(place, type),
    node,
    type,
  );
}

/** An object of the text, or one that the function made. */
function readRevived(place: Place, type: ObjectType): Operand {
  const { context, node } = place;
  const read = (): Operand => callReader(place, type);
  const take = (): Operand => context.narrow(ask(place, "object", text(type.name)), type, node);
  return conditional(context, context.value(ask(place, "isParsed")), read, take, node, type);
}

function refused(place: Place, type: Type): Operand {
  ask(place, "refuse", text(type.name));
  return NEVER_OPERAND;
}

function readEnum(place: Place, type: EnumType, among: Operand | undefined, expected: Operand): Operand {
  const { context, node } = place;
  if (type.bits !== 32) return context.refuse(node, "TSM3051", type.name);
  const lines = text([...type.members.values()].join("\n"));
  const number = among ?? ask(place, "numberAmong", lines, expected);
  return operand(type, context.value(convertNumber(context, number, type.isSigned ? types.i32 : types.u32, node)));
}

/** Numbers of 64 bits as far as doubles are exact. */
function readInteger(place: Place, type: IntegerType, expected: Operand): Operand {
  const bits = Math.min(type.bits, 53);
  const max = type.isSigned && type.bits < 64 ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  const min = type.isSigned ? (type.bits < 64 ? -max - 1 : -max) : 0;
  const bound = (value: number): Operand => operand(types.number, place.context.builder.float(value));
  return convertNumber(place.context, ask(place, "whole", bound(min), bound(max), expected), type, place.node);
}

// Functions for types

const made = new WeakMap<Program, Map<string, IrFunction>>();

/** Calls the function that reads values of the type: types may contain themselves. */
function callReader({ context, reader, node }: Place, type: Type): Operand {
  const fn = readerFunction(context.program, reader.type, type, node);
  context.at(node);
  return operand(type, context.emit(Op.Call, [context.value(reader)], fn.index));
}

function readerFunction(program: Program, reading: Type, type: Type, node: ts.Node): IrFunction {
  const functions = made.get(program) ?? new Map<string, IrFunction>();
  made.set(program, functions);
  const key = `${reading.id} ${type.id}`;
  const known = functions.get(key);
  if (known !== undefined) return known;
  const signature = { params: [ValueType.Ref], result: valueTypeOf(type) };
  const fn = program.addFunction(`parse ${type.name}`, node.getSourceFile(), signature);
  functions.set(key, fn);
  program.enqueue(() =>
    program.attempt(node, () => {
      const context = new Context(program, fn, TypeEnvironment.empty, type);
      const reader = fn.addParameter(context.builder.block, ValueType.Ref);
      context.at(node);
      const result = readWhole({ context, reader: operand(reading, reader), node }, type);
      if (!context.builder.isTerminated) context.builder.return(coerce(context, result, type, node));
      context.finish();
    }),
  );
  return fn;
}

function readWhole(place: Place, type: Type): Operand {
  switch (type.kind) {
    case TypeKind.Array:
      return readArray(place, type, type.element);
    case TypeKind.Tuple:
      return readTuple(place, type);
    case TypeKind.Object:
      return readObject(place, type);
    case TypeKind.Union:
      return readUnion(place, type, undefined);
    default:
      return place.context.refuse(place.node, "TSM3051", type.name);
  }
}

function readArray(place: Place, type: Type, element: Type): Operand {
  const { context, node } = place;
  ask(place, "enter", text("["), text(type.name));
  const result = createArray(context, type, []);
  loopWhile(
    context,
    () => context.value(ask(place, "hasElement")),
    () => {
      const value = coerce(context, read(place, element, undefined), element, node);
      callBuiltIn(context, result, "push", [operand(element, value)], node);
    },
  );
  return result;
}

/** Elements that may be missing end the tuple where they are. */
function readTuple(place: Place, type: TupleType): Operand {
  const { context, node } = place;
  const expected = text(type.name);
  const start = ask(place, "enter", text("["), expected);
  const variables = type.elements.map((element) => context.temporary(element));
  const length = context.temporary(types.i32);
  const { builder } = context;
  const done = builder.openBlock();
  const readElement = (index: number): void => {
    const element = type.elements[index];
    const present = index < type.required ? element : withoutUndefined(element);
    builder.write(variables[index], coerce(context, read(place, present, undefined), element, node));
  };
  for (let index = 0; index < type.required; index++) {
    ask(place, "wantElement", start, expected);
    readElement(index);
  }
  for (let index = type.required; index < type.elements.length; index++)
    builder.write(variables[index], absentValue(context, type.elements[index]));
  for (let index = type.required; index < type.elements.length; index++) {
    const more = builder.openBlock();
    builder.write(length, builder.int(ValueType.I32, index));
    builder.branch(context.value(ask(place, "hasElement")), more, done);
    builder.enter(more);
    readElement(index);
  }
  builder.write(length, builder.int(ValueType.I32, type.elements.length));
  ask(place, "endTuple", start, expected);
  builder.jump(done);
  builder.enter(done);
  return tupleFromParts(
    context,
    type,
    variables.map((variable) => builder.read(variable)),
    builder.read(length),
  );
}

// Objects

function readObject(place: Place, type: ObjectType): Operand {
  const { context, node } = place;
  const { builder } = context;
  const properties = dataProperties(place, type);
  const members = properties.map(({ name, type: own, isOptional }): LiteralMember => ({ name, type: own, isOptional }));
  const order = members.map(({ name, isOptional }) => (isOptional === true ? `${name}?` : name));
  const layout = context.program.classes.literalClass([type.id, ...order].join(), type.name, members);
  const start = ask(place, "enter", text("{"), text(type.name));
  const object = context.emit(Op.New, [], layout.irClass.index);
  const fields = properties.map(({ name }) => layout.fields.get(name)?.field ?? 0);
  for (const [index, property] of properties.entries())
    if (mayBeAbsent(property.type) && memoryKindOf(property.type) !== MemoryKind.Ref)
      context.emit(Op.FieldSet, [object, absentValue(context, property.type)], fields[index]);
  const words = Array.from({ length: Math.ceil(properties.length / WORD_BITS) }, () => context.temporary(types.i32));
  for (const word of words) builder.write(word, builder.int(ValueType.I32, 0));
  const [test, done] = [builder.openBlock(), builder.openBlock()];
  builder.jump(test);
  builder.enter(test, false);
  const names = text(properties.map(({ name }) => JSON.stringify(name)).join(""));
  const found = context.value(ask(place, "nextProperty", names));
  const targets = properties.map(() => builder.openBlock());
  builder.switch(found, [...properties.keys()], targets, done);
  for (const [index, property] of properties.entries()) {
    builder.enter(targets[index]);
    const present = property.isOptional ? withoutUndefined(property.type) : property.type;
    const value = coerce(context, read(place, present, property.literals), property.type, node);
    context.emit(Op.FieldSet, [object, value], fields[index]);
    const word = words[Math.floor(index / WORD_BITS)];
    const bit = builder.int(ValueType.I32, 1 << (index % WORD_BITS));
    builder.write(word, context.emit(Op.Or, [builder.read(word), bit]));
    builder.jump(test);
  }
  builder.seal(test);
  builder.enter(done);
  for (const [number, word] of words.entries())
    wantProperties(place, properties, start, names, number, operand(types.i32, builder.read(word)));
  return operand(type, object);
}

/** What an object of the type has that JSON can say: everything. */
function dataProperties({ context, node }: Place, type: ObjectType): Property[] {
  const properties = [...type.properties().values()];
  const isData = ({ isMethod, type: own, name }: Property): boolean =>
    !isMethod && own.kind !== TypeKind.Function && own.kind !== TypeKind.Undefined && !name.startsWith("[");
  return properties.every(isData) ? properties : context.refuse(node, "TSM3051", type.name);
}

/** Throws where a property of this word is required and was not there. */
function wantProperties(
  place: Place,
  properties: readonly Property[],
  start: Operand,
  names: Operand,
  number: number,
  seen: Operand,
): void {
  const { context } = place;
  const { builder } = context;
  const first = number * WORD_BITS;
  const mine = properties.slice(first, first + WORD_BITS);
  const mask = mine.reduce((bits, { isOptional }, index) => (isOptional ? bits : bits | (1 << index)), 0);
  if (mask === 0) return;
  const wanted = operand(types.i32, builder.int(ValueType.I32, mask));
  const isComplete = context.emit(Op.Equal, [context.emit(Op.And, [seen.value, wanted.value]), wanted.value]);
  const complain = (): void => {
    const expected = text(properties.map(({ type, literals }) => nameOf(type, literals)).join("\n"));
    ask(place, "missing", start, names, operand(types.i32, builder.int(ValueType.I32, first)), seen, wanted, expected);
  };
  branchWhere(context, isComplete, () => undefined, complain);
}

// Unions

/** By the kind of the value in the text; of objects by what tells them apart. */
function readUnion(place: Place, type: UnionType, literals: Literals): Operand {
  const { context, node } = place;
  const kind = ask(place, "kind");
  const choices = choicesOf(place, type, literals);
  const result = choices.reduceRight<() => Operand>(
    (otherwise, choice) => () => {
      const isIt = callBuiltIn(context, text(choice.kind), "startsWith", [kind], node);
      return conditional(context, context.value(isIt), choice.read, otherwise, node, type);
    },
    () => {
      ask(place, "refuse", text(nameOf(type, literals)));
      return NEVER_OPERAND;
    },
  );
  return isRevived(place) ? readInstanceOr(place, type, result) : result();
}

/** An instance of a class of the union, if it is one. */
function readInstanceOr(place: Place, type: UnionType, otherwise: () => Operand): Operand {
  const { context, node } = place;
  const isInstance = (): Operand => callBuiltIn(context, text("object"), "startsWith", [ask(place, "kind")], node);
  const classes = type.members.filter(isInstantiated);
  return classes.reduceRight<() => Operand>((other, member) => {
    const take = (): Operand => operand(type, coerce(context, readInstance(place, member), type, node));
    const test = (): Operand => operand(types.boolean, isMember(context, ask(place, "object", text(type.name)), member));
    const no = (): Operand => ({ type: types.boolean, value: 0, constant: false });
    return () => {
      const isIt = conditional(context, context.value(isInstance()), test, no, node, types.boolean);
      return conditional(context, context.value(isIt), take, other, node, type);
    };
  }, otherwise)();
}

function isInstantiated(type: Type): type is ClassType | TypedArrayType {
  return type.kind === TypeKind.Class || type.kind === TypeKind.TypedArray;
}

interface Choice {
  /** As the reader names it. */
  readonly kind: string;
  read(): Operand;
}

function choicesOf(place: Place, type: UnionType, literals: Literals): Choice[] {
  const { context, node } = place;
  const pick = (kind: string, fits: (member: Type) => boolean): Choice[] => {
    const members = type.members.filter(fits);
    if (members.length === 0) return [];
    const only = members.find((member) => member.kind === TypeKind.Number) ?? members[0];
    const isClear = members.length === 1 || kind === "number" || kind === "object";
    if (!isClear) return context.refuse(node, "TSM3020", type.name);
    const readMember = (): Operand =>
      kind === "object" && members.length > 1 ? readOneOf(place, members, type) : read(place, only, literals);
    return [{ kind, read: () => operand(type, coerce(context, readMember(), type, node)) }];
  };
  const known = [TypeKind.String, TypeKind.Boolean, TypeKind.Array, TypeKind.Tuple, TypeKind.Object];
  const isReadable = (member: Type): boolean =>
    isNumeric(member) || known.includes(member.kind) || (isRevived(place) && isInstantiated(member));
  for (const member of type.members) if (!isReadable(member)) context.refuse(node, "TSM3051", member.name);
  const nothing: Choice = {
    kind: "null",
    read: () => operand(type, coerce(context, read(place, types.null, undefined), type, node)),
  };
  return [
    ...pick("string", (member) => member.kind === TypeKind.String),
    ...pick("number", isNumeric),
    ...pick("boolean", (member) => member.kind === TypeKind.Boolean),
    ...pick("array", (member) => member.kind === TypeKind.Array || member.kind === TypeKind.Tuple),
    ...pick("object", (member) => member.kind === TypeKind.Object),
    ...(type.hasNull ? [nothing] : []),
  ];
}

/** One of several object types: by a property with another literal in each, else by which has all its properties there. */
function readOneOf(place: Place, members: readonly Type[], type: UnionType): Operand {
  const { context, node } = place;
  const objects = members.filter((member) => member.kind === TypeKind.Object);
  const as = (member: Type): Operand => operand(type, coerce(context, read(place, member, undefined), type, node));
  const expected = text(type.name);
  const misfit = (): Operand => refused(place, type);
  const name = discriminantOf(objects);
  if (name !== undefined) {
    const lines = objects.flatMap((member) => (member.properties().get(name)?.literals ?? []).map((literal) => ({ literal, member })));
    const values = text(lines.map(({ literal }) => JSON.stringify(literal)).join("\n"));
    const chosen = context.value(ask(place, "choose", text(JSON.stringify(name)), values, expected));
    return objects.reduceRight<() => Operand>((otherwise, member) => {
      const numbers = lines.flatMap((line, index) => (line.member === member ? [index] : []));
      return () => conditional(context, isBetween(context, chosen, numbers), () => as(member), otherwise, node, type);
    }, misfit)();
  }
  const required = objects.map((member) => dataProperties(place, member).filter(({ isOptional }) => !isOptional));
  // The most demanding first: what it has, others may do without.
  const order = [...objects.keys()].sort((a, b) => required[b].length - required[a].length);
  return order.reduceRight<() => Operand>((otherwise, index) => {
    const names = required[index].map((property) => JSON.stringify(property.name));
    const count = operand(types.number, context.builder.float(names.length));
    return () => {
      const hasAll = ask(place, "hasAll", text(names.join("")), count, expected);
      return conditional(context, context.value(hasAll), () => as(objects[index]), otherwise, node, type);
    };
  }, misfit)();
}

/** A property that each of the types has, and no value of it twice. */
function discriminantOf(objects: readonly ObjectType[]): string | undefined {
  return [...objects[0].properties().keys()].find((name) => {
    const values = objects.map((member) => {
      const property = member.properties().get(name);
      return property?.isOptional === false ? (property.literals ?? []) : [];
    });
    const all = values.flat();
    return values.every((own) => own.length > 0) && new Set(all).size === all.length;
  });
}

/** Whether the number is one of these, which follow each other. */
function isBetween(context: Context, value: number, numbers: readonly number[]): number {
  const { builder } = context;
  const offset = context.emit(Op.Subtract, [value, builder.int(ValueType.I32, numbers[0])]);
  return context.emit(Op.LessEqualUnsigned, [offset, builder.int(ValueType.I32, numbers.length - 1)]);
}
