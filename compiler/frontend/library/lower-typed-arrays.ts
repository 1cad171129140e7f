// Typed arrays: making them, and their members. Elements are numbers for programs, whatever their width is in memory.
// Invariants: (1) a typed array has the head of an array: functions of runtime/core get it as an array of its elements
//             (2) what callbacks get and give are numbers, and the typed array itself

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { memoryKinds, ValueType } from "../../ir/types.ts";
import { callCore } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { copyToArray, createArray, pushAll } from "../expressions/lower-arrays.ts";
import { loopWhile } from "../expressions/lower-conditions.ts";
import { arrayElement } from "../expressions/lower-elements.ts";
import { lengthOperand, readMember } from "../expressions/lower-members.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { namedTypedArray } from "../types/library-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import { isBuffer } from "../types/type-parts.ts";
import { arrayType, isNumeric, type Type, type TypedArrayType, TypeKind, types } from "../types/types.ts";
import { callBufferFunction, callBufferMember } from "./lower-buffers.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { convertNumber } from "./lower-conversions.ts";

// Making

export function newTypedArray(context: Context, type: TypedArrayType, args: readonly Argument[], node: ts.Node): Operand {
  if (args.length === 0) return operand(type, create(context, type, context.builder.int(ValueType.I32, 0)));
  const source = args[0].lower();
  if (isNumeric(source.type)) return operand(type, create(context, type, lengthFrom(context, source, node)));
  if (isRuntimeClass(context, source.type, "ArrayBuffer")) return viewOf(context, type, source, args.slice(1), node);
  return typedArrayOf(context, type, source, node);
}

/** A new typed array of the elements of anything that can be walked over. */
export function typedArrayOf(context: Context, type: TypedArrayType, given: Operand, node: ts.Node): Operand {
  const isArray = given.type.kind === TypeKind.Array || given.type.kind === TypeKind.TypedArray;
  const source = isArray ? given : copyToArray(context, given, node);
  if (source.type.kind === TypeKind.Array && source.type.element.kind === TypeKind.Never)
    return operand(type, create(context, type, context.builder.int(ValueType.I32, 0)));
  const result = operand(type, create(context, type, context.emit(Op.ArrayLength, [context.value(source)])));
  copyElements(context, source, result, context.builder.int(ValueType.I32, 0), node);
  return result;
}

function create(context: Context, type: TypedArrayType, length: Value): Value {
  return context.callRuntime("createTypedArray", [descriptorOf(context, type), length, elementSize(context, type)]);
}

function descriptorOf(context: Context, type: TypedArrayType): Value {
  return context.emit(Op.ClassDescriptor, [], context.program.classes.typedArrayClass(type).index);
}

function sizeOf(type: TypedArrayType): number {
  return memoryKinds[memoryKindOf(type.element)].sizeBytes;
}

function elementSize(context: Context, type: TypedArrayType): Value {
  return context.builder.int(ValueType.I32, sizeOf(type));
}

/** A length as an I32. What is none is an exception; in the kernel, where there are only integers, a panic. */
function lengthFrom(context: Context, given: Operand, node: ts.Node): Value {
  const constant = numericConstant(given)?.exact ?? -1n;
  if (constant >= 0n && constant <= 0x7fff_ffffn) return context.builder.int(ValueType.I32, constant);
  if (context.program.isKernel || (given.type.kind === TypeKind.Integer && given.type.bits < 32))
    return context.value(convertNumber(context, given, types.i32, node));
  const number = convertNumber(context, given, types.number, node);
  return context.value(callCore(context, "typed-array", "lengthFrom", [number], node));
}

/** `new Uint16Array(buffer, byteOffset, length)`. */
function viewOf(context: Context, type: TypedArrayType, buffer: Operand, args: readonly Argument[], node: ts.Node): Operand {
  const [offset, length] = [0, 1].map((index) => args[index]?.lower() ?? UNDEFINED_OPERAND);
  const about = [operand(types.u64, descriptorOf(context, type)), operand(types.u32, elementSize(context, type))];
  const name: Operand = { type: types.string, value: 0, constant: type.name };
  const view = callCore(context, "typed-array", "viewOf", [...about, name, buffer, offset, length], node);
  return operand(type, context.value(view));
}

/** A number as what is stored in the array: wrapped to the width, rounded, or clamped. */
export function elementFrom(context: Context, given: Operand, type: TypedArrayType, node: ts.Node): Operand {
  if (type.name !== "Uint8ClampedArray")
    return operand(type.element, context.coerce(convertNumber(context, given, type.element, node), type.element, node));
  return callCore(context, "typed-array", "clampedByte", [convertNumber(context, given, types.number, node)], node);
}

/** Stores the elements of an array, from index `start` on. Requires: there is room. */
function copyElements(context: Context, source: Operand, target: Operand, start: Value, node: ts.Node): void {
  const { type } = target;
  if (type.kind !== TypeKind.TypedArray) return;
  const { builder } = context;
  const from = source.type.kind === TypeKind.Array || source.type.kind === TypeKind.TypedArray ? source.type.element : types.unknown;
  const index = context.temporary(types.i32);
  builder.write(index, builder.int(ValueType.I32, 0));
  loopWhile(
    context,
    () => context.emit(Op.LessSigned, [builder.read(index), context.emit(Op.ArrayLength, [context.value(source)])]),
    () => {
      const at = builder.read(index);
      const element = arrayElement(context, context.value(source), at, source.type, from);
      const place = context.emit(Op.Add, [at, start]);
      const stored = context.value(elementFrom(context, element, type, node));
      context.emit(Op.ArraySet, [context.value(target), place, stored], memoryKindOf(type.element));
      builder.write(index, context.emit(Op.Add, [at, builder.int(ValueType.I32, 1)]));
    },
  );
}

/** `Uint8Array.of` and `Uint8Array.from`. */
export function callTypedArrayFunction(
  context: Context,
  type: TypedArrayType,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  if (isBuffer(type)) return callBufferFunction(context, name, args, node);
  if (name === "fromHex" || name === "fromBase64") return callDeclaredCore(context, "byte-texts", name, args, node);
  if (name === "of" && !args.some((argument) => argument.isSpread)) {
    const values = args.map((argument) => context.coerce(argument.lower(types.number), types.number, argument.node));
    return typedArrayOf(context, type, createArray(context, arrayType(types.number), values), node);
  }
  if (name === "of") return typedArrayOf(context, type, listOfArguments(context, args, node), node);
  if (name !== "from" || args.length === 0) return context.refuse(node, "TSM9001", `${type.name}.${name} with these arguments`);
  const source = args[0].lower();
  const isLength = source.type.kind === TypeKind.Object && !source.type.properties().has("[iterator]");
  if (!isLength && args.length === 1) return typedArrayOf(context, type, source, node);
  if (!isLength) {
    // The callback gets a value and its index.
    const values = source.type.kind === TypeKind.Array ? source : copyToArray(context, source, node);
    return typedArrayOf(context, type, callDeclaredCore(context, "array", "map", [evaluated(values, node), args[1]], node), node);
  }
  if (args.length < 2) return context.refuse(node, "TSM9001", `${type.name}.from of a length without a callback`);
  const length = readMember(context, source, "length", node);
  return typedArrayOf(context, type, callDeclaredCore(context, "array", "fromLength", [evaluated(length, node), args[1]], node), node);
}

/** An array of all arguments, those that are spread among them. */
function listOfArguments(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const list = createArray(context, arrayType(types.number), []);
  for (const argument of args) {
    if (argument.isSpread) pushAll(context, list, argument.lower(list.type), argument.node);
    else callBuiltIn(context, list, "push", [argument.lower(types.number)], node);
  }
  return list;
}

function callDeclaredCore(context: Context, file: string, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const declaration = context.program.coreFunction(file, name);
  if (declaration === undefined) return context.refuse(node, "TSM3016", name, `runtime/core/${file}.ts`);
  return callDeclared(context, declaration, null, null, args, node);
}

/** Of the kind of that name. */
export function bytesPerElement(name: string): number | undefined {
  const type = namedTypedArray(name);
  return type === undefined ? undefined : sizeOf(type);
}

// Members

export function readTypedArrayMember(context: Context, object: Operand, type: TypedArrayType, name: string, node: ts.Node): Operand {
  const whole = (): Operand => operand(arrayType(type.element), context.value(object));
  switch (name) {
    case "length":
      return lengthOperand(context.emit(Op.ArrayLength, [context.value(object)]));
    case "byteLength": {
      const length = context.emit(Op.ArrayLength, [context.value(object)]);
      return { type: types.numberUint32, value: context.emit(Op.Multiply, [length, elementSize(context, type)]) };
    }
    case "BYTES_PER_ELEMENT":
      return operand(types.numberInt32, elementSize(context, type));
    case "buffer":
      return callCore(context, "typed-array", "bufferOf", [whole()], node);
    case "byteOffset":
      return callCore(context, "typed-array", "byteOffsetOf", [whole()], node);
    default:
      return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
}

/** Members whose result is a typed array of the same kind, that of array.ts or typed-array.ts. */
const sameKindResults: ReadonlySet<string> = new Set(["reverse", "copyWithin", "slice", "subarray"]);
/** Members with a callback: the functions get the typed array as what the callback is told it is. */
const callbackMembers: ReadonlySet<string> = new Set([
  "every",
  "some",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "forEach",
  "map",
  "filter",
  "reduce",
  "reduceRight",
]);

/** Members that bytes alone have, functions of byte-texts.ts. */
const byteMembers: ReadonlySet<string> = new Set(["setFromBase64", "setFromHex", "toBase64", "toHex"]);

/** Members that are functions of typed-array.ts as they are. */
const plainMembers: ReadonlySet<string> = new Set(["at", "entries", "includes", "indexOf", "keys", "lastIndexOf", "toArray", "values"]);

export function callTypedArray(
  context: Context,
  object: Operand,
  type: TypedArrayType,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  const self = operand(type, context.value(object));
  const ofBuffer = callBufferMember(context, self, name, args, node);
  if (ofBuffer !== undefined) return ofBuffer;
  const elements = operand(arrayType(type.element), self.value);
  const core = (member: string, given: readonly Argument[] = args, file = "typed-array"): Operand =>
    callDeclaredCore(context, file, member, [evaluated(elements, node), ...given], node);
  if (sameKindResults.has(name)) {
    const file = name === "slice" || name === "subarray" ? "typed-array" : "array";
    return operand(type, context.value(core(name, args, file)));
  }
  if (callbackMembers.has(name)) {
    const member = name.startsWith("reduce") && args.length === 1 ? `${name}Own` : name;
    const result = core(member, [evaluated(self, node), ...args], "typed-array-callbacks");
    return name === "map" || name === "filter" ? typedArrayOf(context, type, result, node) : result;
  }
  if (byteMembers.has(name)) return callDeclaredCore(context, "byte-texts", name, [evaluated(self, node), ...args], node);
  switch (name) {
    case "set":
      return setElements(context, self, args, node);
    case "fill":
      return fill(context, self, type, args, node);
    case "sort":
      return sort(context, self, args, node);
    case "toSorted":
    case "toReversed": {
      const copy = operand(type, context.value(core("slice", [])));
      return callTypedArray(context, copy, type, name === "toSorted" ? "sort" : "reverse", args, node);
    }
    case "with":
      return withElement(context, self, type, args, node);
    case "join":
    case "toString":
      return core("join", args, "array");
    case "[iterator]":
      return core("values");
    default:
      return plainMembers.has(name) ? core(name) : context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
}

function fill(context: Context, self: Operand, type: TypedArrayType, args: readonly Argument[], node: ts.Node): Operand {
  const value = elementFrom(context, args[0].lower(types.number), type, node);
  const elements = operand(arrayType(type.element), self.value);
  callDeclaredCore(context, "array", "fill", [evaluated(elements, node), evaluated(value, node), ...args.slice(1)], node);
  return self;
}

/** A comparison gets numbers: it sorts a copy of them. */
function sort(context: Context, self: Operand, args: readonly Argument[], node: ts.Node): Operand {
  const elements = evaluated(elementsOf(self), node);
  if (args.length === 0) callDeclaredCore(context, "typed-array", "sort", [elements], node);
  else {
    const sorted = callDeclaredCore(context, "typed-array", "sortedNumbers", [elements, args[0]], node);
    copyElements(context, sorted, self, context.builder.int(ValueType.I32, 0), node);
  }
  return self;
}

function elementsOf(self: Operand): Operand {
  return self.type.kind === TypeKind.TypedArray ? operand(arrayType(self.type.element), self.value) : self;
}

function withElement(context: Context, self: Operand, type: TypedArrayType, args: readonly Argument[], node: ts.Node): Operand {
  const index = args[0].lower(types.number);
  const value = elementFrom(context, args[1].lower(types.number), type, node);
  const place = callCore(context, "typed-array", "placeOf", [elementsOf(self), index], node);
  const copy = callCore(context, "typed-array", "slice", [elementsOf(self)], node);
  context.emit(Op.ArraySet, [context.value(copy), context.value(place), context.value(value)], memoryKindOf(type.element));
  return operand(type, context.value(copy));
}

/** From a typed array of the kind in one piece, else number by number. */
function setElements(context: Context, self: Operand, args: readonly Argument[], node: ts.Node): Operand {
  const given = args[0].lower(arrayType(types.number));
  const offset = args[1]?.lower(types.number) ?? operand(types.number, context.builder.float(0));
  if (given.type === self.type) {
    callCore(context, "typed-array", "set", [elementsOf(self), elementsOf(given), offset], node);
    return VOID_OPERAND;
  }
  const source = numbersOf(context, given, node);
  const count = lengthOperand(context.emit(Op.ArrayLength, [context.value(source)]));
  const start = callCore(context, "typed-array", "placeForAll", [elementsOf(self), count, offset], node);
  copyElements(context, source, self, context.value(start), node);
  return VOID_OPERAND;
}

/** An array that does not change while its elements are stored elsewhere: another kind of typed array may have the same bytes. */
function numbersOf(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Array && isNumeric(type.element)) return given;
  if (type.kind === TypeKind.TypedArray) return callCore(context, "typed-array", "toArray", [elementsOf(given)], node);
  if (type.kind === TypeKind.Array && type.element.kind === TypeKind.Never) return createArray(context, arrayType(types.number), []);
  return context.refuse(node, "TSM3008", type.name, "an array of numbers");
}

/** Whether a type is that of a view of a buffer, as ArrayBuffer.isView asks. */
export function isBufferView(context: Context, type: Type): boolean {
  return type.kind === TypeKind.TypedArray || isRuntimeClass(context, type, "DataView");
}
