// Unsafe: the functions of tsmetal/unsafe: intrinsics by their table, memory by its kinds, and objects at addresses.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { intrinsicIndexByName, intrinsics } from "../../ir/intrinsics.ts";
import { ARRAY_ELEMENTS_OFFSET, DESCRIPTOR_OFFSET, IMMORTAL_COUNT, STRING_UNITS_OFFSET } from "../../ir/layout.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, memoryKinds, ValueType } from "../../ir/types.ts";
import { runConstructor } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { lowerAs } from "../expressions/lower-expressions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { memoryKindOf, valueTypeOf } from "../types/representation.ts";
import { type ClassType, isHeapType, type Type, TypeKind, types } from "../types/types.ts";

const kinds: Readonly<Record<string, { kind: MemoryKind; type: Type }>> = {
  U8: { kind: MemoryKind.U8, type: types.u8 },
  U16: { kind: MemoryKind.U16, type: types.u16 },
  U32: { kind: MemoryKind.I32, type: types.u32 },
  U64: { kind: MemoryKind.I64, type: types.u64 },
  I8: { kind: MemoryKind.I8, type: types.i8 },
  I16: { kind: MemoryKind.I16, type: types.i16 },
  I32: { kind: MemoryKind.I32, type: types.i32 },
  I64: { kind: MemoryKind.I64, type: types.i64 },
  F32: { kind: MemoryKind.F32, type: types.f32 },
  F64: { kind: MemoryKind.F64, type: types.number },
};

type Lowering = (context: Context, node: ts.CallExpression, args: readonly Argument[]) => Operand;

/** Constants hold their units themselves; other strings may have them in a buffer. */
function constantUnits(context: Context, text: Value): Operand {
  const address = context.emit(Op.RefToAddress, [text]);
  return operand(types.u64, context.emit(Op.Add, [address, context.builder.int(ValueType.I64, STRING_UNITS_OFFSET)]));
}

export function isUnsafeFile(file: ts.SourceFile): boolean {
  return file.isDeclarationFile && file.fileName.endsWith("/unsafe.d.ts");
}

/** Calls a function of tsmetal/unsafe by its exported name. */
export function callUnsafe(context: Context, name: string, node: ts.CallExpression, args: readonly Argument[]): Operand {
  const memory = /^(load|store)(Volatile)?([UIF]\d+)$/.exec(name);
  if (memory !== null) return accessMemory(context, memory[1] === "load", memory[2] !== undefined, memory[3], node);
  const special = specials[name];
  if (special !== undefined) return special(context, node, args);
  const index = intrinsicIndexByName.get(name);
  if (index === undefined) return context.refuse(node, "TSM9001", `${name} of tsmetal/unsafe`);
  return callIntrinsic(context, index, node);
}

function accessMemory(context: Context, isLoad: boolean, isVolatile: boolean, name: string, node: ts.CallExpression): Operand {
  const { kind, type } = kinds[name];
  const address = addressArgument(context, node, 0);
  if (isLoad) {
    context.at(node);
    return operand(type, context.builder.load(kind, address, 0, isVolatile ? Op.LoadVolatile : Op.Load));
  }
  const value = lowerAs(context, node.arguments[1], type);
  context.at(node);
  context.builder.store(kind, address, value, 0, isVolatile ? Op.StoreVolatile : Op.Store);
  return VOID_OPERAND;
}

function addressArgument(context: Context, node: ts.CallExpression, index: number): Value {
  return lowerAs(context, node.arguments[index], types.u64);
}

/** Parameter and result types come from the declaration, which follows the table. */
function callIntrinsic(context: Context, index: number, node: ts.CallExpression): Operand {
  const signature = context.program.checker.getResolvedSignature(node);
  if (signature === undefined) return context.refuse(node, "TSM9001", "this call");
  const { params } = context.program.converter.signatureParameters(signature, context.environment, node);
  const values = params.map((param, place) => lowerAs(context, node.arguments[place], param));
  const result = context.program.converter.convert(signature.getReturnType(), context.environment, node);
  context.at(node);
  const value = context.emit(Op.Intrinsic, values, index);
  return operand(result, intrinsics[index].result === ValueType.Void ? 0 : value);
}

function classArgument(context: Context, node: ts.CallExpression): ClassType {
  const [argument] = node.arguments;
  const value = context.checkerType(argument);
  if (value.kind !== TypeKind.ClassValue) return context.refuse(argument, "TSM3012", "this class");
  const wanted = context.checkerType(node);
  const type =
    wanted.kind === TypeKind.Class && wanted.declaration === value.declaration
      ? wanted
      : context.program.converter.classOf(value.declaration, []);
  return type.kind === TypeKind.Class ? type : context.refuse(argument, "TSM3012", "this class");
}

function constant(value: bigint, type: Type = types.u64): Operand {
  return { type, value: 0, constant: { exact: value, number: Number(value) } };
}

function literalArgument(context: Context, node: ts.CallExpression, index: number): string {
  const argument = node.arguments[index];
  return argument !== undefined && ts.isStringLiteralLike(argument)
    ? argument.text
    : context.refuse(argument ?? node, "TSM3012", "this name");
}

const specials: Readonly<Record<string, Lowering>> = {
  addressOf: (context, node, args) => {
    const given = args[0].lower();
    const value = context.value(given);
    if (context.builder.fn.type(value) === ValueType.I64 && (given.type.kind === TypeKind.Class || given.type.kind === TypeKind.Union))
      return operand(types.u64, value);
    if (context.builder.fn.type(value) !== ValueType.Ref) return context.refuse(node, "TSM3008", given.type.name, "an object");
    return operand(types.u64, context.emit(Op.RefToAddress, [value]));
  },
  objectAt: (context, node) => objectAt(context, node, Op.AddressToRef),
  adoptAt: (context, node) => objectAt(context, node, Op.Adopt),
  viewAt: (context, node) => {
    const type = classArgument(context, node);
    if (!type.isPacked) return context.refuse(node.arguments[0], "TSM3013", "packed", "this class, so that viewAt can show it");
    return operand(type, addressArgument(context, node, 1));
  },
  stringAt: (context, node) => operand(types.string, context.emit(Op.AddressToRef, [addressArgument(context, node, 0)])),
  adoptString: (context, node) => operand(types.string, context.emit(Op.Adopt, [addressArgument(context, node, 0)])),
  referenceAt: (context, node) => {
    const type = context.checkerType(node);
    if (valueTypeOf(type) !== ValueType.Ref) return context.refuse(node, "TSM3008", type.name, "an object");
    return operand(type, context.emit(Op.Share, [addressArgument(context, node, 0)]));
  },
  constructAt: (context, node) => constructAt(context, node),
  exceptionsAreUsed: (context) => ({ type: types.boolean, value: 0, constant: context.program.exceptions.isUsed }),
  referencesAreCounted: (context) => ({ type: types.boolean, value: 0, constant: !context.program.isKernel }),
  sizeOf: (context, node) => constant(BigInt(context.program.classes.layoutOf(classArgument(context, node)).irClass.sizeBytes)),
  offsetOf: (context, node) => {
    const type = classArgument(context, node);
    const field = context.program.classes.layoutOf(type).fields.get(literalArgument(context, node, 1));
    return field === undefined ? context.refuse(node, "TSM3007", type.name, node.arguments[1].getText()) : constant(BigInt(field.offset));
  },
  classDescriptor: (context, node) =>
    operand(
      types.u64,
      context.emit(Op.ClassDescriptor, [], context.program.classes.instantiate(classArgument(context, node)).irClass.index),
    ),
  stringDescriptor: (context) => operand(types.u64, context.emit(Op.ClassDescriptor, [], context.program.module.stringClass)),
  functionAddress: (context, node) => functionAddress(context, node),
  elementsAddress: (context, _node, args) => {
    const array = args[0].lower();
    return operand(types.u64, context.builder.load(MemoryKind.I64, context.value(array), ARRAY_ELEMENTS_OFFSET));
  },
  elementSizeOf: (context, node, args) => {
    const { type } = args[0].lower();
    if (type.kind !== TypeKind.Array && type.kind !== TypeKind.TypedArray) return context.refuse(node, "TSM3008", type.name, "an array");
    return constant(BigInt(memoryKinds[memoryKindOf(type.element)].sizeBytes), types.u32);
  },
  stringUnitsAddress: (context, node) => {
    const text = lowerAs(context, node.arguments[0], types.string);
    if (ts.isStringLiteralLike(node.arguments[0])) return constantUnits(context, text);
    const declaration = context.program.coreFunction("string-units", "unitsAddress");
    if (declaration === undefined) return context.refuse(node, "TSM3016", "unitsAddress", "runtime/core/text/string-units.ts");
    return callDeclared(context, declaration, null, null, [evaluated(operand(types.string, text), node)], node);
  },
  symbolAddress: (context, node) =>
    operand(types.u64, context.emit(Op.SymbolAddress, [], context.program.module.internString(literalArgument(context, node, 0)))),
  bitsOfNumber: (context, node) => operand(types.u64, context.emit(Op.FloatToBits, [lowerAs(context, node.arguments[0], types.number)])),
  numberOfBits: (context, node) => operand(types.number, context.emit(Op.BitsToFloat, [addressArgument(context, node, 0)])),
};

function objectAt(context: Context, node: ts.CallExpression, op: Op): Operand {
  const type = classArgument(context, node);
  if (type.isPacked) return context.refuse(node.arguments[0], "TSM3014", "be an object (use viewAt)");
  context.program.classes.layoutOf(type);
  return operand(type, context.emit(op, [addressArgument(context, node, 1)]));
}

/** Zeroed memory with a header, then the constructor: an object that nobody counts. */
function constructAt(context: Context, node: ts.CallExpression): Operand {
  const type = classArgument(context, node);
  if (!isHeapType(type)) return context.refuse(node.arguments[0], "TSM3014", "be constructed");
  const { irClass } = context.program.classes.instantiate(type);
  const { builder } = context;
  const address = addressArgument(context, node, 1);
  const fill = intrinsicIndexByName.get("fillMemory") ?? 0;
  context.emit(Op.Intrinsic, [address, builder.int(ValueType.I32, 0), builder.int(ValueType.I64, irClass.sizeBytes)], fill);
  builder.store(MemoryKind.I32, address, builder.int(ValueType.I32, IMMORTAL_COUNT), 0);
  const descriptor = context.emit(Op.Truncate, [context.emit(Op.ClassDescriptor, [], irClass.index)]);
  builder.store(MemoryKind.I32, address, descriptor, DESCRIPTOR_OFFSET);
  const object = operand(type, context.emit(Op.AddressToRef, [address]));
  runConstructor(context, type, object, [], node);
  return object;
}

function functionAddress(context: Context, node: ts.CallExpression): Operand {
  const [argument] = node.arguments;
  const declaration = context.program.symbolOf(argument)?.valueDeclaration;
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return context.refuse(argument, "TSM3012", "this function");
  return operand(types.u64, context.emit(Op.FunctionAddress, [], context.program.functions.request(declaration, []).fn.index));
}
