// Elements of arrays: reading and writing them, with the bounds check that makes it safe.
// Invariants: (1) an index is checked before every array.get and array.set
//             (2) where the place of a read can hold undefined, a read outside gives undefined; elsewhere it panics
//             (3) elements of typed arrays are numbers when read, and wrap to the element's width when written

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { type MemoryKind, memoryKinds, ValueType } from "../../ir/types.ts";
import { knownSymbol } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { isEnvironment, readSetting, settingPlace } from "../library/lower-environment.ts";
import { elementFrom } from "../library/lower-typed-arrays.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { isOpenList, isOpenType } from "../types/open-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import { type ArrayType, mayBeAbsent, type Type, TypeKind, types, type UnionType, unionType } from "../types/types.ts";
import type { Place } from "./lower-assignments.ts";
import { branchWhere, conditional } from "./lower-conditions.ts";
import { enumElement, enumNamed } from "./lower-enums.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { optionalLink, placeOfMember, readMember } from "./lower-members.ts";
import { namedPlace, readNamed } from "./lower-named-access.ts";
import { arrayLength, openElement, seenAsList, writeOpenElement } from "./lower-open-lists.ts";
import { atPlace, placeOf } from "./lower-tuple-rests.ts";
import { readOneOfTuples } from "./lower-tuple-unions.ts";
import { readTupleElement, tupleLayout, tuplePlace } from "./lower-tuples.ts";
import { matchUnion } from "./lower-unions.ts";
import { canHoldUndefined, isElementResult, missingAsNone } from "./missing-elements.ts";

// Indices

/** An index as an I32; one that is no whole number of that size becomes -1, which every bounds check refuses. */
export function indexValue(context: Context, given: Operand, node: ts.Node): Value {
  const { builder } = context;
  const constant = numericConstant(given);
  const none = (): Value => builder.int(ValueType.I32, -1);
  if (constant !== undefined)
    return constant.exact !== null && constant.exact >= 0n && constant.exact <= 0x7fff_ffffn
      ? builder.int(ValueType.I32, constant.exact)
      : none();
  const { type } = given;
  const value = context.value(given);
  switch (type.kind) {
    case TypeKind.Integer:
    case TypeKind.Enum: {
      if (type.bits !== 64) return value;
      const fits = context.emit(Op.LessUnsigned, [value, builder.int(ValueType.I64, 0x8000_0000n)]);
      return context.emit(Op.Select, [fits, context.emit(Op.Truncate, [value]), none()]);
    }
    case TypeKind.Number: {
      if (type.held !== "f64") return value;
      const whole = context.emit(Op.FloatToInt32, [value]);
      const isWhole = context.emit(Op.FloatEqual, [context.emit(Op.SignedToFloat, [whole]), value]);
      return context.emit(Op.Select, [isWhole, whole, none()]);
    }
    default:
      return context.refuse(node, "TSM2005", "[ ]", type.name);
  }
}

// Reading

/** The element at an index that was checked, as programs see it. */
export function arrayElement(context: Context, array: Value, index: Value, container: Type, element: Type): Operand {
  if (isOpenList(container)) return openElement(context, array, index, container);
  const value = context.emit(Op.ArrayGet, [array, index], memoryKindOf(element));
  const isPlainTuple = element.kind === TypeKind.Tuple && element.isRecursive !== true && !isOpenType(element);
  context.program.aliases.noteRead(context.fn, value, element, isPlainTuple ? tupleLayout(context, element).irClass : undefined);
  return container.kind === TypeKind.TypedArray ? numberOperand(context, element, value) : operand(element, value);
}

/** A typed array's element is a number: held as an integer where it is one. */
function numberOperand(context: Context, element: Type, value: Value): Operand {
  if (element.kind === TypeKind.Float32) return operand(types.number, context.emit(Op.FloatPromote, [value]));
  if (element.kind !== TypeKind.Integer) return operand(element, value);
  if (element === types.u32) return operand(types.numberUint32, value);
  const limit = 2 ** (element.isSigned ? element.bits - 1 : element.bits);
  return { type: types.numberInt32, value, range: { min: element.isSigned ? -limit : 0, max: limit - 1 } };
}

export function lowerElementAccess(context: Context, node: ts.ElementAccessExpression, expected?: Type): Operand {
  const enumeration = enumNamed(context, node.expression);
  if (enumeration !== undefined) return enumElement(context, enumeration, node, canHoldUndefined(context, node, expected));
  const object = lowerExpression(context, node.expression);
  const read = (present: Operand): Operand => {
    const key = node.argumentExpression;
    const name = ts.isStringLiteralLike(key) ? key.text : knownSymbol(context, key);
    if (name !== undefined) return readMember(context, present, name, node);
    const index = lowerExpression(context, key);
    context.at(node);
    if (isEnvironment(context, present.type)) return readSetting(context, present, index, node);
    const named = readNamed(context, present, index, key, node);
    if (named !== undefined) return named;
    const element = (mayMiss: boolean): Operand => readElement(context, present, index, node, mayMiss);
    if (!isElementResult(context, node, expected)) return element(canHoldUndefined(context, node, expected));
    return missingAsNone(context, element);
  };
  return ts.isOptionalChain(node) ? optionalLink(context, object, node, read) : read(object);
}

/** A unit of a string, as a string. */
function readUnit(context: Context, object: Operand, index: Operand, node: ts.Node, mayBeMissing: boolean): Operand {
  const text = operand(object.type, context.value(object));
  const at = indexValue(context, index, node);
  const length = context.emit(Op.StringLength, [context.value(text)]);
  const unit = (): Operand => callBuiltIn(context, text, "charAt", [operand(types.numberInt32, at)], node);
  if (mayBeMissing) {
    const isInside = context.emit(Op.LessUnsigned, [at, length]);
    return conditional(context, isInside, unit, () => UNDEFINED_OPERAND, node, unionType([types.string, types.undefined]));
  }
  context.emit(Op.CheckBounds, [at, length]);
  return unit();
}

/** An element by an index that was evaluated. */
export function readElement(context: Context, object: Operand, index: Operand, node: ts.Node, mayBeMissing: boolean): Operand {
  const { type } = object;
  switch (type.kind) {
    case TypeKind.Array:
    case TypeKind.TypedArray: {
      const array = context.value(object);
      const at = indexValue(context, index, node);
      const length = arrayLength(context, array, type);
      // Of unknown type is also what is not there.
      if (mayBeMissing || type.element === types.unknown) {
        const isInside = context.emit(Op.LessUnsigned, [at, length]);
        const element = type.kind === TypeKind.TypedArray ? types.number : (placeOf(type, index) ?? type.element);
        const read = (): Operand => atPlace(context, arrayElement(context, array, at, type, type.element), type, index, node);
        return conditional(context, isInside, read, () => UNDEFINED_OPERAND, node, unionType([element, types.undefined]));
      }
      context.emit(Op.CheckBounds, [at, length]);
      return atPlace(context, arrayElement(context, array, at, type, type.element), type, index, node);
    }
    case TypeKind.Tuple:
      return readTupleElement(context, object, type, index, node, mayBeMissing);
    case TypeKind.Union: {
      const element = readOneOfTuples(context, object, type, index);
      const list = element === undefined ? seenAsList(context, object, node) : undefined;
      if (list !== undefined) return readElement(context, list, index, node, mayBeMissing);
      return element ?? elementOfEither(context, object, type, index, node, mayBeMissing);
    }
    case TypeKind.String:
      return readUnit(context, object, index, node, mayBeMissing);
    case TypeKind.Class:
    case TypeKind.Object:
    case TypeKind.ClassValue:
      return readMember(context, object, constantKey(context, index, node), node);
    default:
      return context.refuse(node, "TSM3007", type.name, "[ ]");
  }
}

/** An element of what is an array or a typed array. */
function elementOfEither(
  context: Context,
  object: Operand,
  type: UnionType,
  index: Operand,
  node: ts.Node,
  mayBeMissing: boolean,
): Operand {
  const isList = ({ kind }: Type): boolean => kind === TypeKind.Array || kind === TypeKind.TypedArray;
  if (mayBeAbsent(type) || !type.members.every(isList)) return context.refuse(node, "TSM3007", type.name, "[ ]");
  const elements = type.members.map((member) => (member.kind === TypeKind.Array ? member.element : types.number));
  const result = unionType(mayBeMissing ? [...elements, types.undefined] : elements);
  const held = numericConstant(index) === undefined ? operand(index.type, context.value(index)) : index;
  const read = (part: Operand): Operand => {
    const element = readElement(context, part, held, node, mayBeMissing);
    return operand(result, context.coerce(element, result, node));
  };
  return matchUnion(context, object, read, node, result);
}

/** The name that a constant in brackets is. */
function constantKey(context: Context, key: Operand, node: ts.Node): string {
  const name = typeof key.constant === "string" ? key.constant : numericConstant(key)?.number;
  return name === undefined ? context.refuse(node, "TSM3012", "the name of a property") : String(name);
}

/** The text of the code point at a checked index. */
export function codePointString(context: Context, text: Value, index: Value, node: ts.Node): Value {
  const declaration = context.program.coreFunction("string", "pointTextAt");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "pointTextAt", "runtime/core/text/string.ts");
  return context.value(
    callDeclared(
      context,
      declaration,
      null,
      null,
      [evaluated(operand(types.string, text), node), evaluated(operand(types.u32, index), node)],
      node,
    ),
  );
}

// Writing

export function elementPlace(context: Context, node: ts.ElementAccessExpression): Place {
  const object = lowerExpression(context, node.expression);
  const { type } = object;
  if (type.kind === TypeKind.Tuple) return tuplePlace(context, object, type, node);
  // What has no properties has none of a name that is known when the program runs only.
  if (type.kind === TypeKind.Unknown) {
    const none = namedPlace(context, object, lowerExpression(context, node.argumentExpression), node.argumentExpression, node);
    return none ?? context.refuse(node, "TSM3007", type.name, "[ ] that can be assigned");
  }
  if (type.kind !== TypeKind.Array && type.kind !== TypeKind.TypedArray) {
    if (type.kind !== TypeKind.Class && type.kind !== TypeKind.Object && type.kind !== TypeKind.ClassValue)
      return context.refuse(node, "TSM3007", type.name, "[ ] that can be assigned");
    const symbol = knownSymbol(context, node.argumentExpression);
    if (symbol !== undefined) return placeOfMember(context, object, symbol, node);
    const key = lowerExpression(context, node.argumentExpression);
    if (isEnvironment(context, type)) return settingPlace(context, object, key, node);
    const named = namedPlace(context, object, key, node.argumentExpression, node);
    return named ?? placeOfMember(context, object, constantKey(context, key, node), node);
  }
  const array = context.value(object);
  const index = lowerExpression(context, node.argumentExpression);
  const at = indexValue(context, index, node);
  const kind = memoryKindOf(type.element);
  const write = (value: Value): void => {
    if (type.kind === TypeKind.Array && isOpenType(type)) return writeOpen(context, array, at, value, type, node);
    checkWrite(context, array, at, type.kind === TypeKind.Array, kind);
    context.emit(Op.ArraySet, [array, at, value], kind);
  };
  const read = (): Operand => {
    context.emit(Op.CheckBounds, [at, arrayLength(context, array, type)]);
    return arrayElement(context, array, at, type, type.element);
  };
  if (type.kind === TypeKind.Array) {
    const element = (): Operand => arrayElement(context, array, at, type, type.element);
    const readIfThere = (): Operand => {
      const isInside = context.emit(Op.LessUnsigned, [at, arrayLength(context, array, type)]);
      return conditional(context, isInside, element, () => UNDEFINED_OPERAND, node, unionType([type.element, types.undefined]));
    };
    return { type: type.element, read, readIfThere, write };
  }
  return { type: types.number, read, write, store: (given) => write(context.value(elementFrom(context, given, type, node))) };
}

/** The same in a list that may have been made for another type. */
function writeOpen(context: Context, list: Value, at: Value, value: Value, type: ArrayType, node: ts.Node): void {
  const length = arrayLength(context, list, type);
  const isBehind = context.emit(Op.Equal, [at, length]);
  const append = (): void => void callBuiltIn(context, operand(type, list), "push", [operand(type.element, value)], node);
  branchWhere(context, isBehind, append, () => {
    context.emit(Op.CheckBounds, [at, length]);
    writeOpenElement(context, list, at, value, type);
  });
}

/** Writing at the length appends, in profiles that may allocate; anything else outside panics. */
function checkWrite(context: Context, array: Value, at: Value, mayAppend: boolean, kind: MemoryKind): void {
  const length = context.emit(Op.ArrayLength, [array]);
  if (!mayAppend || context.program.isKernel) {
    context.emit(Op.CheckBounds, [at, length]);
    return;
  }
  const { builder } = context;
  const outside = builder.openBlock(true);
  const inside = builder.openBlock();
  builder.branch(context.emit(Op.LessUnsigned, [at, length]), inside, outside);
  builder.enter(outside);
  context.callRuntime("extendArray", [array, at, builder.int(ValueType.I32, memoryKinds[kind].sizeBytes)]);
  builder.jump(inside);
  builder.enter(inside);
}
