// Open lists: lists and tuples that are seen as lists of another type. Such a list stays the object that it is: its elements and its length
// are asked for by functions of its own class, which convert them; what goes in must be what it was made for.
// Invariants: (1) an array that was made for the type itself is read and written as any other array

import type ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { MemoryKind, memoryKinds, ValueType } from "../../ir/types.ts";
import type { LiveClass } from "../classes/classes.ts";
import { callCore } from "../classes/derived-members.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { anythingOrNull, listOf } from "../library/lower-unknown-arrays.ts";
import { type Operand, operand } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { canBeSeenAs, isOpenList, isOpenType, storesNullAsZero } from "../types/open-types.ts";
import { memoryKindOf, valueTypeOf } from "../types/representation.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import {
  type ArrayType,
  anyObject,
  arrayType,
  functionType,
  mayBeAbsent,
  type TupleType,
  type Type,
  TypeKind,
  types,
  unionType,
} from "../types/types.ts";
import { isAssignable, refuseConversion } from "./conversions.ts";
import { createArray } from "./lower-arrays.ts";
import { assertedAs, failedAssertion } from "./lower-assertions.ts";
import { branchWhere, conditional, loopWhile } from "./lower-conditions.ts";
import { readElement } from "./lower-elements.ts";
import { lengthOfTuple } from "./lower-tuple-unions.ts";
import { readTupleMember, setTupleElement, tupleLayout } from "./lower-tuples.ts";
import { isMember, matchUnion } from "./lower-unions.ts";

/** The length of what is an array or, as an open type, a tuple. */
export function arrayLength(context: Context, list: Value, type: Type): Value {
  const own = (): Operand => operand(types.numberInt32, context.emit(Op.ArrayLength, [list]));
  if (!isOpenList(type)) return own().value;
  const [file] = context.program.loaded.files;
  return conditional(context, isOwn(context, list, type), own, () => lengthOfTuple(context, operand(type, list)), file, types.numberInt32)
    .value;
}

/** An element of an open list. Requires: the index is inside. */
export function openElement(context: Context, list: Value, index: Value, type: ArrayType): Operand {
  const { element } = type;
  const [file] = context.program.loaded.files;
  const own = (): Operand => operand(element, context.emit(Op.ArrayGet, [list, index], memoryKindOf(element)));
  const ask = (): Operand => operand(element, context.emit(Op.CallVirtual, [list, index], readerOf(context, type)));
  return conditional(context, isOwn(context, list, type), own, ask, file, element);
}

/** Writes an element of an open list that was made for another type. Requires: the index is inside. */
export function writeOpenElement(context: Context, list: Value, index: Value, value: Value, type: ArrayType): void {
  const own = (): void => void context.emit(Op.ArraySet, [list, index, value], memoryKindOf(type.element));
  const ask = (): void => void context.emit(Op.CallVirtual, [list, index, value], writerOf(context, type));
  branchWhere(context, isOwn(context, list, type), own, ask);
}

/** Whether the list was made for the type, so that its elements are stored as it says. */
export function isOwn(context: Context, list: Value, type: ArrayType): Value {
  const { builder, program } = context;
  const isNullZero = storesNullAsZero(type.element);
  const isExact = memoryKindOf(type.element) === MemoryKind.Ref && !isNullZero;
  const id = context.emit(Op.ClassId, [list]);
  const [first, count] = [builder.int(ValueType.I32, 0), builder.int(ValueType.I32, 0)];
  program.classes.numberLater(
    context.fn,
    first,
    count,
    isNullZero ? program.classes.arrayClass(type.element) : program.classes.arrayBase(type.element),
  );
  // Below the class of lists of references is that of those in which null is zero.
  if (isExact) return context.emit(Op.Equal, [id, first]);
  return context.emit(Op.LessEqualUnsigned, [context.emit(Op.Subtract, [id, first]), count]);
}

function readerOf(context: Context, type: ArrayType): number {
  const { element } = type;
  const derive = (live: LiveClass): IrFunction | null =>
    adapter(context, live, `element as ${type.id}`, [ValueType.Ref, ValueType.I32], element, (inner, own, [self, index]) => {
      if (own.kind === TypeKind.Tuple)
        return atEach(inner, own, index, element, (place) => {
          const part = readTupleMember(inner, operand(own, self), place, inner.program.loaded.files[0]);
          return operand(element, becoming(inner, part, element));
        });
      const read = operand(own.element, inner.emit(Op.ArrayGet, [self, index], memoryKindOf(own.element)));
      return operand(element, becoming(inner, asKnown(inner, read), element));
    });
  return context.program.methods.derivedSlot(null, `element as ${type.id}`, functionType([types.i32], element), derive).index;
}

function writerOf(context: Context, type: ArrayType): number {
  const { element } = type;
  const params = [ValueType.Ref, ValueType.I32, valueTypeOf(element)];
  const derive = (live: LiveClass): IrFunction | null =>
    adapter(context, live, `set element as ${type.id}`, params, types.void, (inner, own, [self, index, value]) => {
      const given = operand(element, value);
      if (own.kind === TypeKind.Array) {
        inner.emit(Op.ArraySet, [self, index, asStored(inner, given, own.element)], memoryKindOf(own.element));
        return operand(types.void, 0);
      }
      return atEach(inner, own, index, types.void, (place) => {
        const field = tupleLayout(inner, own).fields.get(place);
        if (field !== undefined) setTupleElement(inner, self, own, place, becoming(inner, given, field.type));
        return operand(types.void, 0);
      });
    });
  const signature = functionType([types.i32, element], types.void);
  return context.program.methods.derivedSlot(null, `set element as ${type.id}`, signature, derive).index;
}

/** Goes to the element at an index that is known when the program runs. Requires: it is inside. */
function atEach(context: Context, tuple: TupleType, index: Value, result: Type, use: (place: string) => Operand): Operand {
  const [file] = context.program.loaded.files;
  const choose = (place: number): Operand => {
    if (place >= tuple.elements.length - 1) return use(String(place));
    const isHere = context.emit(Op.Equal, [index, context.builder.int(ValueType.I32, place)]);
    return conditional(
      context,
      isHere,
      () => use(String(place)),
      () => choose(place + 1),
      file,
      result,
    );
  };
  return choose(0);
}

/** A value as one that is stored as the type says; panics where it is none. What cells of references hold says itself what it is. */
function becoming(context: Context, given: Operand, wanted: Type): Value {
  const { builder } = context;
  const [file] = context.program.loaded.files;
  const isFunction = given.type.kind === TypeKind.Function && wanted.kind === TypeKind.Function;
  const isCell = given.type === wanted || (isReference(given.type) && isReference(wanted) && !isFunction);
  if (isFunction || (!isCell && canBeSeenAs(given.type, wanted, isAssignable))) return context.coerce(given, wanted, file);
  // No value of unknown type is a machine number.
  if (!isCell && (isMachineNumber(given.type) || isMachineNumber(wanted))) return context.coerce(failedAssertion(context), wanted, file);
  // What is stored in a cell of its own, as a truth value that may be missing, is one thing or the other.
  if (!isCell && given.type.kind === TypeKind.Union && !isReference(given.type))
    return context.value(matchUnion(context, given, (part) => operand(wanted, becoming(context, part, wanted)), file, wanted));
  if (!isCell) return context.coerce(assertedAs(context, given, wanted, file), wanted, file);
  const value = context.value(given);
  const [from, to] = [storesNullAsZero(given.type), storesNullAsZero(wanted)];
  if (from === to) return value;
  const [marked, plain] = [context.nullObject(), builder.nullRef()];
  const isNull = context.emit(Op.Equal, [value, from ? plain : marked]);
  return context.emit(Op.Select, [isNull, from ? marked : plain, value]);
}

/** An element that was read: of lists in which null is zero no more is known than that they hold references. */
function asKnown(context: Context, element: Operand): Operand {
  if (element.type !== anythingOrNull) return element;
  const value = context.value(element);
  const isNull = context.emit(Op.Equal, [value, context.builder.nullRef()]);
  return operand(types.unknown, context.emit(Op.Select, [isNull, context.nullObject(), value]));
}

/** What is written into a list whose elements are stored as the type is. */
function asStored(context: Context, given: Operand, element: Type): Value {
  if (element !== anythingOrNull) return becoming(context, given, element);
  const value = becoming(context, given, types.unknown);
  const isNull = context.emit(Op.Equal, [value, context.nullObject()]);
  return context.emit(Op.Select, [isNull, context.builder.nullRef(), value]);
}

function isMachineNumber({ kind }: Type): boolean {
  return kind === TypeKind.Integer || kind === TypeKind.Float32;
}

function isReference(type: Type): boolean {
  return memoryKindOf(type) === MemoryKind.Ref;
}

/** A function for one class of lists; null for what is none, and one that panics where the types cannot meet. */
function adapter(
  outer: Context,
  live: LiveClass,
  name: string,
  params: readonly ValueType[],
  result: Type,
  body: (context: Context, own: ArrayType | TupleType, args: readonly Value[]) => Operand,
): IrFunction | null {
  const own = listOf(live);
  if (own === undefined) return null;
  const { program } = outer;
  const [file] = program.loaded.files;
  const fn = program.addFunction(`${live.layout.irClass.name} ${name}`, file, { params: [...params], result: valueTypeOf(result) });
  const context = new Context(program, fn, TypeEnvironment.empty, result);
  for (const param of params) fn.addParameter(context.builder.block, param);
  try {
    const given = body(context, own, context.builder.block.params);
    context.builder.return(fn.result === ValueType.Void ? undefined : context.value(given));
    context.finish();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    fn.blocks = [];
    const failing = new Context(program, fn, TypeEnvironment.empty, result);
    for (const param of params) fn.addParameter(failing.builder.block, param);
    failing.check(failing.builder.int(ValueType.Bool, 0), PanicKind.Conversion);
    failing.builder.unreachable();
    failing.finish();
  }
  return fn;
}

// Several lists

/** One of several lists and tuples, with elements of several types, as a list of any of these; undefined for anything else. */
export function seenAsList(context: Context, given: Operand, node: ts.Node): Operand | undefined {
  const { type } = given;
  if (type.kind !== TypeKind.Union || mayBeAbsent(type)) return undefined;
  const elements = type.members.map((member) =>
    member.kind === TypeKind.Array ? member.element : member.kind === TypeKind.Tuple ? unionType(member.elements) : undefined,
  );
  const known = elements.filter((element) => element !== undefined);
  const isMixed = known.some((element) => element !== known[0]) || type.members.some((member) => member.kind === TypeKind.Tuple);
  if (known.length < elements.length || !isMixed || known.includes(types.never)) return undefined;
  const list = arrayType(unionType(known));
  const scratch = Context.scratch(context.program, context.environment);
  for (const member of type.members) scratch.coerce(operand(member, scratch.builder.nullRef()), list, node);
  return operand(list, context.value(given));
}

// Tuples

/** An element of an open tuple: of what was made as another tuple, or as an array. */
export function openTupleElement(context: Context, tuple: Value, type: TupleType, place: string): Operand {
  const element = type.elements[Number(place)];
  const name = `element ${place} as ${element.id}`;
  const derive = (live: LiveClass): IrFunction | null =>
    adapter(context, live, name, [ValueType.Ref], element, (inner, own, [self]) =>
      operand(element, becoming(inner, partAt(inner, own, self, place), element)),
    );
  const slot = context.program.methods.derivedSlot(null, name, functionType([], element), derive);
  return operand(element, context.emit(Op.CallVirtual, [tuple], slot.index));
}

export function writeOpenTuple(context: Context, tuple: Value, type: TupleType, place: string, value: Value): void {
  const element = type.elements[Number(place)];
  const name = `set element ${place} as ${element.id}`;
  const derive = (live: LiveClass): IrFunction | null =>
    adapter(context, live, name, [ValueType.Ref, valueTypeOf(element)], types.void, (inner, own, [self, given]) => {
      const at = inner.builder.int(ValueType.I32, Number(place));
      if (own.kind === TypeKind.Array) {
        inner.emit(Op.CheckBounds, [at, inner.emit(Op.ArrayLength, [self])]);
        inner.emit(Op.ArraySet, [self, at, asStored(inner, operand(element, given), own.element)], memoryKindOf(own.element));
        return operand(types.void, 0);
      }
      const field = tupleLayout(inner, own).fields.get(place);
      if (field === undefined) return failedAssertion(inner);
      setTupleElement(inner, self, own, place, becoming(inner, operand(element, given), field.type));
      return operand(types.void, 0);
    });
  const slot = context.program.methods.derivedSlot(null, name, functionType([element], types.void), derive);
  context.emit(Op.CallVirtual, [tuple, value], slot.index);
}

function partAt(context: Context, own: ArrayType | TupleType, self: Value, place: string): Operand {
  const [file] = context.program.loaded.files;
  if (own.kind === TypeKind.Tuple) {
    const field = tupleLayout(context, own).fields.get(place);
    return field === undefined ? failedAssertion(context) : operand(field.type, context.emit(Op.FieldGet, [self], field.field));
  }
  const index: Operand = { type: types.number, value: 0, constant: { exact: BigInt(place), number: Number(place) } };
  return asKnown(context, readElement(context, operand(own, self), index, file, false));
}

/** `list as string[]`, `as [A, B]` of a list that others have too: it stays what it is, and elements are tested when they are read. */
export function listAsserted(context: Context, given: Operand, target: ArrayType | TupleType, node: ts.Node): Operand | undefined {
  const { type } = given;
  if ((type.kind !== TypeKind.Array && type.kind !== TypeKind.Tuple) || isAssignable(type, target)) return undefined;
  const isLoose = target.kind === TypeKind.Tuple ? target.required < target.elements.length : target.places !== undefined;
  if (isLoose) return undefined;
  const list = context.value(given);
  if (type.kind === TypeKind.Array && target.kind === TypeKind.Array && isReference(type.element) && isReference(target.element)) {
    const isOtherNull = storesNullAsZero(type.element) !== storesNullAsZero(target.element);
    if (isOtherNull && (mayBeAbsent(target.element) || target.element === types.unknown)) return undefined;
    askToOpen(context, given, target.element, isAssignable(type.element, target.element), node);
    if (isOpenList(type)) context.check(isMember(context, operand(type, list), target), PanicKind.Narrowing);
    context.program.aliases.doubtElement(target.element);
    return operand(target, list);
  }
  askToOpen(context, given, target, false, node);
  if (target.kind === TypeKind.Tuple) checkLength(context, operand(type, list), target);
  return operand(target, list);
}

/** Panics where a list or tuple has not as many elements as the tuple. */
export function checkLength(context: Context, list: Operand, { elements }: TupleType): void {
  const wanted = context.builder.int(ValueType.I32, elements.length);
  context.check(context.emit(Op.Equal, [lengthOfTuple(context, list).value, wanted]), PanicKind.Narrowing);
}

/** Where lists of another type come to be seen as the type: asks for it to be open. */
function askToOpen(context: Context, given: Operand, type: Type, isSame: boolean, node: ts.Node): void {
  if (isSame || (type.kind !== TypeKind.Array && type.kind !== TypeKind.Tuple) || isOpenType(type)) return;
  context.program.typesToOpen.add(type.name);
  refuseConversion(context, given, type, node);
}

// Members of the library, which know nothing of open lists

/** Members that change the list, and those that give it as their result. */
const CHANGING: ReadonlySet<string> = new Set("copyWithin fill pop push reverse shift sort splice unshift resize shorten".split(" "));
const GIVING_SELF: ReadonlySet<string> = new Set("copyWithin fill reverse sort".split(" "));

/** Calls a member of an open list: of a list that was made for another type with a copy, from which what has changed is taken over. */
export function callOnOpen(context: Context, object: Operand, name: string, node: ts.Node, call: (list: Operand) => Operand): Operand {
  const { type } = object;
  if (!isOpenList(type)) return call(object);
  const list = context.value(object);
  const held = operand(type, list);
  const copy = conditional(
    context,
    isOwn(context, list, type),
    () => held,
    () => copyOf(context, list, type, node),
    node,
    type,
  );
  const made = operand(type, context.value(copy));
  const result = call(made);
  if (!CHANGING.has(name)) return result;
  const kept = result.type.kind === TypeKind.Void ? result : operand(result.type, context.value(result));
  const isSame = context.emit(Op.Equal, [made.value, list]);
  branchWhere(
    context,
    isSame,
    () => undefined,
    () => takeOver(context, list, made.value, type),
  );
  return GIVING_SELF.has(name) ? held : kept;
}

/** A new list of the elements, stored as the type says. */
export function copyOf(context: Context, list: Value, type: ArrayType, node: ts.Node): Operand {
  const result = createArray(context, type, []);
  forEachIndex(context, arrayLength(context, list, type), (index) => {
    callCore(context, "array", "push", [result, openElement(context, list, index, type)], node);
  });
  return result;
}

/** Gives the list the elements of the other one. Panics where it cannot have as many. */
function takeOver(context: Context, list: Value, from: Value, type: ArrayType): void {
  const length = context.emit(Op.ArrayLength, [from]);
  context.emit(Op.CallVirtual, [list, length], lengthSetter(context));
  forEachIndex(context, length, (index) => {
    writeOpenElement(context, list, index, context.emit(Op.ArrayGet, [from, index], memoryKindOf(type.element)), type);
  });
}

/** Gives a list of any class that many elements, new ones being zero. */
function lengthSetter(context: Context): number {
  const params = [ValueType.Ref, ValueType.I32];
  const derive = (live: LiveClass): IrFunction | null =>
    adapter(context, live, "set length", params, types.void, (inner, own, [self, length]) => {
      const [file] = inner.program.loaded.files;
      const wanted = operand(types.u32, length);
      if (own.kind === TypeKind.Array) {
        const size = operand(types.u32, inner.builder.int(ValueType.I32, memoryKinds[memoryKindOf(own.element)].sizeBytes));
        return callCore(inner, "array-storage", "setLength", [operand(anyObject, self), wanted, size], file);
      }
      inner.check(inner.emit(Op.Equal, [length, lengthOfTuple(inner, operand(own, self)).value]), PanicKind.Conversion);
      return operand(types.void, 0);
    });
  return context.program.methods.derivedSlot(null, "set length", functionType([types.i32], types.void), derive).index;
}

function forEachIndex(context: Context, length: Value, visit: (index: Value) => void): void {
  const { builder } = context;
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, 0));
  loopWhile(
    context,
    () => context.emit(Op.LessSigned, [builder.read(index), length]),
    () => {
      visit(builder.read(index));
      builder.write(index, context.emit(Op.Add, [builder.read(index), builder.int(ValueType.I32, 1)]));
    },
  );
}
