// Math and Number: constants, functions that are one operation, and the others from runtime/core.

import type ts from "typescript";
import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { collectArguments } from "../expressions/lower-arrays.ts";
import { compareNumbers } from "../expressions/lower-comparisons.ts";
import { toInt32 } from "../expressions/lower-operators.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { functionValue } from "../functions/lower-closures.ts";
import { type Operand, operand, rangeOf } from "../operands.ts";
import { arrayType, TypeKind, types } from "../types/types.ts";

const mathConstants: Readonly<Record<string, number>> = {
  E: Math.E,
  LN10: Math.LN10,
  LN2: Math.LN2,
  LOG10E: Math.LOG10E,
  LOG2E: Math.LOG2E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
};

const numberConstants: Readonly<Record<string, number>> = {
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  EPSILON: Number.EPSILON,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

function constant(number: number): Operand {
  return { type: types.number, value: 0, constant: { exact: Number.isSafeInteger(number) ? BigInt(number) : null, number } };
}

export function mathConstant(context: Context, name: string, node: ts.Node): Operand {
  const found = mathConstants[name];
  if (found !== undefined) return constant(found);
  // Functions of any number of arguments are of two in the library: as values they would lose the others.
  const declaration = name === "max" || name === "min" || name === "hypot" ? undefined : context.program.coreFunction("math", name);
  if (declaration !== undefined) return functionValue(context, declaration, node);
  return context.refuse(node, "TSM3007", "Math", `\`${name}\` as a value`);
}

export function numberConstant(context: Context, name: string, node: ts.Node): Operand {
  const found = numberConstants[name];
  return found === undefined ? context.refuse(node, "TSM3007", "Number", `\`${name}\` as a value`) : constant(found);
}

const operations: Readonly<Record<string, Op>> = {
  sqrt: Op.FloatSquareRoot,
  floor: Op.FloatFloor,
  ceil: Op.FloatCeiling,
  trunc: Op.FloatTruncate,
  abs: Op.FloatAbsolute,
};

export function callMath(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const op = operations[name];
  if (op !== undefined) return callOperation(context, op, name, args, node);
  if (name === "imul" && args.length === 2) return multiplyInt32(context, args, node);
  if (name === "pow" && args.length === 2) {
    const [base, exponent] = args.map((argument) => coerce(context, argument.lower(types.number), types.number, argument.node));
    return operand(types.number, context.callRuntime("floatPower", [base, exponent]));
  }
  if (name === "hypot" && args.length !== 2) {
    const all = collectArguments(context, arrayType(types.number), args, node);
    return callCoreMath(context, "hypotOf", [evaluated(all, node)], node);
  }
  if (name === "max" || name === "min") return callExtreme(context, name, args, node);
  return callCoreMath(context, name, args, node);
}

function callCoreMath(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  for (const file of ["math", "hyperbolic", "random"]) {
    const declaration = context.program.coreFunction(file, name);
    if (declaration !== undefined) return callDeclared(context, declaration, null, null, args, node);
  }
  return context.refuse(node, "TSM3007", "Math", `\`${name}\``);
}

function callOperation(context: Context, op: Op, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const given = args[0]?.lower(types.number) ?? constant(Number.NaN);
  const isInteger = given.type.kind === TypeKind.Number && given.type.held !== "f64" && given.value !== 0;
  // Rounding an integer gives the integer.
  if (isInteger && (name === "floor" || name === "ceil" || name === "trunc" || (name === "abs" && rangeOf(given).min >= 0))) return given;
  return operand(types.number, context.emit(op, [coerce(context, given, types.number, node)]));
}

function multiplyInt32(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const [left, right] = args.map((argument) => argument.lower(types.number));
  for (const side of [left, right])
    if (side.type.kind !== TypeKind.Number && side.type.kind !== TypeKind.Integer)
      context.refuse(node, "TSM2005", "Math.imul", side.type.name);
  return operand(types.numberInt32, context.emit(Op.Multiply, [toInt32(context, left), toInt32(context, right)]));
}

/** Of integers of one type the result is that type; otherwise as ECMAScript says, two at a time. */
function callExtreme(context: Context, name: "max" | "min", args: readonly Argument[], node: ts.Node): Operand {
  if (args.some((argument) => argument.isSpread)) {
    const all = collectArguments(context, arrayType(types.number), args, node);
    return callCoreMath(context, `${name}Of`, [evaluated(all, node)], node);
  }
  if (args.length === 0) return constant(name === "max" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const given = args.map((argument) => argument.lower());
  return given.reduce((left, right) => extreme(context, name, left, right, node));
}

function extreme(context: Context, name: "max" | "min", left: Operand, right: Operand, node: ts.Node): Operand {
  const integer = [left, right].find((side) => side.type.kind === TypeKind.Integer);
  const isHeld = [left, right].every((side) => side.type.kind === TypeKind.Number && side.type.held === "i32" && side.value !== 0);
  if (integer !== undefined || isHeld) {
    const type = integer?.type ?? types.numberInt32;
    const a = operand(type, coerce(context, left, type, node));
    const b = operand(type, coerce(context, right, type, node));
    const isLess = compareNumbers(context, a, b, "less", node);
    return operand(type, context.emit(Op.Select, name === "min" ? [isLess, a.value, b.value] : [isLess, b.value, a.value]));
  }
  return callCoreMath(context, name, [evaluated(left, node), evaluated(right, node)], node);
}
