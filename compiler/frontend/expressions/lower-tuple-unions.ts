// Tuple unions: values that are one of several tuples, told apart by their first element as a rule: `["add", number] | ["clear"]`.
// Invariants: (1) an element is read through a slot of its place, as a property of one of several objects is: each class has its own layout

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { numericConstant, type Operand, operand } from "../operands.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { functionType, type TupleType, type Type, TypeKind, types, type UnionType, unionType } from "../types/types.ts";
import { isAssignable } from "./conversions.ts";
import { readThroughSlot } from "./lower-members.ts";
import { operandInt32, readTupleMember } from "./lower-tuples.ts";

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
