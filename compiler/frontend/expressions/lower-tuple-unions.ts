// Tuple unions: values that are one of several tuples, told apart by their first element as a rule: `["add", number] | ["clear"]`.
// Invariants: (1) an element is read through a slot of its place, as a property of one of several objects is: each class has its own layout

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { numericConstant, type Operand, operand } from "../operands.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { functionType, type TupleType, type Type, TypeKind, types, type UnionType, unionType } from "../types/types.ts";
import { isAssignable } from "./conversions.ts";
import { readThroughSlot } from "./lower-members.ts";
import { operandInt32, readTupleMember, tupleFromParts } from "./lower-tuples.ts";

/** The tuples that the union is of, where it is of nothing else. */
function tuplesOf(type: UnionType): readonly TupleType[] | undefined {
  const tuples = type.members.filter((member) => member.kind === TypeKind.Tuple);
  return tuples.length === type.members.length && tuples.length > 1 ? tuples : undefined;
}

/** The element of that name, "0" and so on, or the length, of one of several tuples; undefined where the union is of other things too. */
export function readFromTuples(context: Context, object: Operand, type: UnionType, name: string): Operand | undefined {
  const tuples = tuplesOf(type);
  if (tuples === undefined) return undefined;
  if (name === "length") return lengthOfTuple(context, object);
  const index = Number(name);
  if (!tuples.some((tuple) => index < tuple.elements.length)) return undefined;
  return readThroughSlot(context, object, name, unionType(tuples.map((tuple) => tuple.elements[index] ?? types.undefined)));
}

/** Whether an object is laid out as one of the tuples: each class answers for itself. Requires: it is a tuple. */
export function isOneOfTuples(context: Context, object: Operand, tuples: readonly Type[]): Value {
  const { program } = context;
  const name = `is one of ${tuples.map(({ id }) => id).join()}`;
  const method = program.methods.derivedSlot(null, name, functionType([], types.boolean), ({ array, layout }) => {
    if (array?.kind !== TypeKind.Tuple) return null;
    const [file] = program.loaded.files;
    const fn = program.addFunction(`${layout.irClass.name} ${name}`, file, { params: [ValueType.Ref], result: ValueType.Bool });
    const { builder } = new Context(program, fn, TypeEnvironment.empty, types.boolean);
    fn.addParameter(builder.block, ValueType.Ref);
    builder.return(builder.int(ValueType.Bool, tuples.some((tuple) => isAssignable(array, tuple)) ? 1 : 0));
    builder.finish();
    return fn;
  });
  return context.emit(Op.CallVirtual, [context.value(object)], method.index);
}

/** How many elements there are: each class of tuples, and of arrays where they are seen as the same, answers for itself. */
export function lengthOfTuple(context: Context, object: Operand): Operand {
  const { program } = context;
  const method = program.methods.derivedSlot(null, "length of tuple", functionType([], types.i32), ({ array, layout }) => {
    if (array?.kind !== TypeKind.Tuple && array?.kind !== TypeKind.Array) return null;
    const [file] = program.loaded.files;
    const fn = program.addFunction(`${layout.irClass.name}.length`, file, { params: [ValueType.Ref], result: ValueType.I32 });
    const inner = new Context(program, fn, TypeEnvironment.empty, types.i32);
    const self = operand(array, fn.addParameter(inner.builder.block, ValueType.Ref));
    const isArray = array.kind === TypeKind.Array;
    const length = isArray
      ? inner.emit(Op.ArrayLength, [self.value])
      : operandInt32(inner, readTupleMember(inner, self, "length", file)).value;
    inner.builder.return(length);
    inner.finish();
    return fn;
  });
  const length = context.emit(Op.CallVirtual, [context.value(object)], method.index);
  return { type: types.numberInt32, value: length, range: { min: 0, max: 0x7fff_ffff } };
}

/** The same by an index; undefined also where that is not known while compiling. */
export function readOneOfTuples(context: Context, object: Operand, type: UnionType, index: Operand): Operand | undefined {
  const place = numericConstant(index)?.exact;
  return place === undefined || place === null || place < 0n ? undefined : readFromTuples(context, object, type, String(place));
}

/** Which of the tuples of the union a literal is, by what TypeScript finds that it fits. */
export function tupleAmong(context: Context, wanted: UnionType, node: ts.ArrayLiteralExpression): Type | undefined {
  const { checker, converter } = context.program;
  const contextual = checker.getContextualType(node);
  if (contextual === undefined || !contextual.isUnion()) return undefined;
  const seen = checker.getTypeAtLocation(node);
  const fitting = contextual.types.find((part) => checker.isTupleType(part) && checker.isTypeAssignableTo(seen, part));
  const found = fitting === undefined ? undefined : converter.convert(fitting, context.environment, node);
  return found !== undefined && wanted.members.includes(found) ? found : undefined;
}

/** Which of the tuples of the union the last arguments of a call are, by their number and by what TypeScript finds that they fit. */
export function tupleAmongArguments(context: Context, wanted: UnionType, count: number, node: ts.Node): TupleType | undefined {
  const tuples = tuplesOf(wanted)?.filter(({ required, elements }) => required <= count && count <= elements.length) ?? [];
  if (tuples.length <= 1 || !(ts.isCallExpression(node) || ts.isNewExpression(node))) return tuples.at(0);
  const { checker, converter } = context.program;
  const rest = checker.getResolvedSignature(node)?.parameters.at(-1);
  const seen = rest === undefined ? undefined : checker.getTypeOfSymbolAtLocation(rest, node);
  const all = (node.arguments ?? []).flatMap((argument) => argumentTypes(checker, argument));
  const given = all.slice(all.length - count);
  const fitting = seen?.isUnion() ? seen.types.find((part) => checker.isTupleType(part) && fits(checker, given, part)) : undefined;
  const found = fitting === undefined ? undefined : converter.convert(fitting, context.environment, node);
  return tuples.find((tuple) => tuple === found);
}

function argumentTypes(checker: ts.TypeChecker, argument: ts.Expression): readonly ts.Type[] {
  if (!ts.isSpreadElement(argument)) return [checker.getTypeAtLocation(argument)];
  const spread = checker.getTypeAtLocation(argument.expression);
  return checker.isTupleType(spread) ? checker.getTypeArguments(spread as ts.TypeReference) : [];
}

function fits(checker: ts.TypeChecker, given: readonly ts.Type[], part: ts.Type): boolean {
  const { elementFlags, minLength } = (part as ts.TupleTypeReference).target;
  const elements = checker.getTypeArguments(part as ts.TypeReference);
  return (
    minLength <= given.length &&
    given.every((type, index) => {
      const mayBeMissing = ((elementFlags.at(index) ?? 0) & ts.ElementFlags.Optional) !== 0;
      const element = elements.at(index);
      return element !== undefined && checker.isTypeAssignableTo(mayBeMissing ? checker.getNonNullableType(type) : type, element);
    })
  );
}

/** A new tuple like the one given: each class makes its own. Requires: it is one of several tuples. */
export function copyOfTuple(context: Context, given: Operand): Operand {
  const { program } = context;
  const method = program.methods.derivedSlot(null, "copy of tuple", functionType([], types.unknown), ({ array, layout }) => {
    if (array?.kind !== TypeKind.Tuple) return null;
    const [file] = program.loaded.files;
    const fn = program.addFunction(`${layout.irClass.name}.copy`, file, { params: [ValueType.Ref], result: ValueType.Ref });
    const inner = new Context(program, fn, TypeEnvironment.empty, types.unknown);
    const self = operand(array, fn.addParameter(inner.builder.block, ValueType.Ref));
    const elements = array.elements.map((_, index) => inner.value(readTupleMember(inner, self, String(index), file)));
    const length = inner.value(operandInt32(inner, readTupleMember(inner, self, "length", file)));
    inner.builder.return(tupleFromParts(inner, array, elements, length).value);
    inner.finish();
    return fn;
  });
  return operand(given.type, context.emit(Op.CallVirtual, [context.value(given)], method.index));
}
