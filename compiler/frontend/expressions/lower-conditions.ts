// Conditions: truth of values, branches on expressions, and operators that evaluate only one of two sides.

import ts from "typescript";
import type { Block, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { NEVER_OPERAND, numericConstant, type Operand, operand } from "../operands.ts";
import { valueTypeOf } from "../types/representation.ts";
import { mayBeAbsent, mayBeUndefined, presentType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { commonType } from "./branch-types.ts";
import { coerce } from "./conversions.ts";
import { lowerExpression, narrowTo } from "./lower-expressions.ts";
import { matchUnion } from "./lower-unions.ts";
import { isAbsent } from "./stored-members.ts";

/** Branches on an expression as JavaScript's truth; `&&`, `||` and `!` become branches. Both blocks get their jumps here and stay open. */
export function lowerCondition(context: Context, node: ts.Expression, ifTrue: Block, ifFalse: Block): void {
  const { builder } = context;
  if (ts.isParenthesizedExpression(node)) return lowerCondition(context, node.expression, ifTrue, ifFalse);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return lowerCondition(context, node.operand, ifFalse, ifTrue);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
      const middle = builder.openBlock();
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) lowerCondition(context, node.left, middle, ifFalse);
      else lowerCondition(context, node.left, ifTrue, middle);
      builder.enter(middle);
      // Nothing leads there where the left side is a constant.
      return builder.isTerminated ? undefined : lowerCondition(context, node.right, ifTrue, ifFalse);
    }
  }
  const given = lowerExpression(context, node);
  const truth = constantTruth(given);
  if (truth !== undefined) return builder.jump(truth ? ifTrue : ifFalse);
  builder.branch(truthOf(context, given, node), ifTrue, ifFalse);
}

/** The truth of a constant. */
export function constantTruth(given: Operand): boolean | undefined {
  const { constant } = given;
  if (typeof constant === "boolean") return constant;
  if (typeof constant === "string") return constant.length > 0;
  return constant === undefined ? undefined : constant.number !== 0 && !Number.isNaN(constant.number);
}

/** Whether JavaScript takes the value for true, as a Bool. */
export function truthOf(context: Context, given: Operand, node: ts.Node): Value {
  const { builder } = context;
  const truth = constantTruth(given);
  if (truth !== undefined) return builder.int(ValueType.Bool, truth ? 1 : 0);
  const { type } = given;
  switch (type.kind) {
    case TypeKind.Boolean:
      return context.value(given);
    case TypeKind.Integer:
    case TypeKind.Enum: {
      const value = context.value(given);
      return context.emit(Op.NotEqual, [value, builder.zero(builder.fn.type(value))]);
    }
    case TypeKind.Number:
    case TypeKind.Float32:
      return numberTruth(context, given);
    case TypeKind.String:
      return context.emit(Op.NotEqual, [context.emit(Op.StringLength, [context.value(given)]), builder.int(ValueType.I32, 0)]);
    case TypeKind.Null:
    case TypeKind.Undefined:
    case TypeKind.Void:
      return builder.int(ValueType.Bool, 0);
    case TypeKind.Union:
    case TypeKind.Unknown:
      return unionTruth(context, given, node);
    case TypeKind.Class:
    case TypeKind.Object:
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
    case TypeKind.Function:
      return context.emit(Op.NotEqual, [context.value(given), builder.zero(valueTypeOf(type))]);
    default:
      return context.refuse(node, "TSM2005", "truth", type.name);
  }
}

function numberTruth(context: Context, given: Operand): Value {
  const value = context.value(given);
  const { builder } = context;
  const valueType = builder.fn.type(value);
  if (valueType === ValueType.I32) return context.emit(Op.NotEqual, [value, builder.int(ValueType.I32, 0)]);
  // Neither zero nor NaN: the absolute value is above zero.
  return context.emit(Op.FloatLess, [builder.zero(valueType), context.emit(Op.FloatAbsolute, [value])]);
}

function unionTruth(context: Context, given: Operand, node: ts.Node): Value {
  const { type } = given;
  const members = type.kind === TypeKind.Union ? type.members : [];
  if (members.length > 0 && members.every(isAlwaysTrue)) {
    if (!mayBeAbsent(type)) return context.builder.int(ValueType.Bool, 1);
    return context.emit(Op.Equal, [isAbsent(context, given), context.builder.int(ValueType.Bool, 0)]);
  }
  const truth = (part: Operand): Operand => operand(types.boolean, truthOf(context, part, node));
  return context.value(matchUnion(context, given, truth, node, types.boolean));
}

function isAlwaysTrue(type: Type): boolean {
  switch (type.kind) {
    case TypeKind.Class:
    case TypeKind.Object:
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
    case TypeKind.Function:
      return true;
    default:
      return false;
  }
}

/** One of two operands, by a Bool: only that side is evaluated. */
export function conditional(
  context: Context,
  condition: Value,
  whenTrue: () => Operand,
  whenFalse: () => Operand,
  node: ts.Node,
  expected?: Type,
): Operand {
  const { builder } = context;
  const trueBlock = builder.openBlock();
  const falseBlock = builder.openBlock();
  builder.branch(condition, trueBlock, falseBlock);
  return mergeBlocks(context, trueBlock, falseBlock, whenTrue, whenFalse, node, expected);
}

/** Runs the body as long as the condition, a Bool, holds; nothing leaves the loop early but through handlers. */
export function loopWhile(context: Context, condition: () => Value, body: () => void): void {
  const { builder } = context;
  const [test, turn, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock()];
  builder.jump(test);
  builder.enter(test, false);
  builder.branch(condition(), turn, done);
  builder.enter(turn);
  body();
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

/** Fills two blocks and joins them; the result has the common type of both sides. */
export function mergeBlocks(
  context: Context,
  trueBlock: Block,
  falseBlock: Block,
  whenTrue: () => Operand,
  whenFalse: () => Operand,
  node: ts.Node,
  expected?: Type,
): Operand {
  const { builder } = context;
  builder.enter(trueBlock);
  const left = builder.isTerminated ? NEVER_OPERAND : whenTrue();
  const trueEnd = builder.block;
  builder.enter(falseBlock);
  const right = builder.isTerminated ? NEVER_OPERAND : whenFalse();
  const falseEnd = builder.block;
  const isVoid = left.type.kind === TypeKind.Void || right.type.kind === TypeKind.Void;
  const type = expected !== undefined && canHold(expected, left) && canHold(expected, right) ? expected : commonType(left, right);
  const done = builder.openBlock();
  if (isVoid || type.kind === TypeKind.Never || type.kind === TypeKind.Null || type.kind === TypeKind.Undefined) {
    for (const end of [trueEnd, falseEnd]) {
      builder.block = end;
      builder.jump(done);
    }
    builder.enter(done);
    return operand(isVoid ? types.void : type, 0);
  }
  const result = context.temporary(type);
  for (const [end, side] of [
    [trueEnd, left],
    [falseEnd, right],
  ] as const) {
    builder.block = end;
    if (!builder.isTerminated) {
      builder.write(result, coerce(context, side, type, node));
      builder.jump(done);
    }
  }
  builder.enter(done);
  return operand(type, builder.read(result));
}

/** Whether the expected type says more than the sides do: literals, unions and interfaces. */
function canHold(expected: Type, side: Operand): boolean {
  if (side.type.kind === TypeKind.Never || side.type === expected) return true;
  if (expected.kind === TypeKind.Unknown || expected.kind === TypeKind.Void) return false;
  if (numericConstant(side) !== undefined && side.type.kind !== TypeKind.Integer)
    return (
      expected.kind === TypeKind.Integer ||
      expected.kind === TypeKind.Number ||
      expected.kind === TypeKind.Union ||
      expected.kind === TypeKind.Enum ||
      expected.kind === TypeKind.Float32
    );
  return (
    expected.kind === TypeKind.Union ||
    expected.kind === TypeKind.Object ||
    expected.kind === TypeKind.Class ||
    expected.kind === TypeKind.Number
  );
}

/** `a && b`, `a || b`, `a ?? b` as values. */
export function lowerLogical(context: Context, node: ts.BinaryExpression, expected?: Type): Operand {
  const { builder } = context;
  const kind = node.operatorToken.kind;
  if (kind === ts.SyntaxKind.QuestionQuestionToken) return lowerCoalesce(context, lowerExpression(context, node.left), node, expected);
  const left = lowerExpression(context, node.left, expected);
  const truth = constantTruth(left);
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
  if (truth !== undefined) return truth === isAnd ? lowerExpression(context, node.right, expected) : left;
  const right = builder.openBlock();
  const short = builder.openBlock();
  const condition = truthOf(context, left, node.left);
  if (isAnd) builder.branch(condition, right, short);
  else builder.branch(condition, short, right);
  const shortSide = (): Operand => shortOperand(context, left, isAnd, node);
  return mergeBlocks(context, right, short, () => lowerExpression(context, node.right, expected), shortSide, node, expected);
}

/** What the left side is once its truth is known: `x || y` never gives an absent x. */
function shortOperand(context: Context, left: Operand, isAnd: boolean, node: ts.BinaryExpression): Operand {
  if (left.type.kind === TypeKind.Boolean) return { type: types.boolean, value: 0, constant: !isAnd };
  const present = presentType(left.type);
  if (!isAnd && mayBeAbsent(left.type) && present.kind !== TypeKind.Never)
    return asSeen(context, context.narrow(left, present, node), node.left);
  if (isAnd && left.type.kind === TypeKind.Union && isAlwaysTrue(present)) {
    return operand(
      left.type.hasNull ? (left.type.hasUndefined ? unionType([types.null, types.undefined]) : types.null) : types.undefined,
      0,
    );
  }
  return left;
}

/** `left ?? right`. */
export function lowerCoalesce(context: Context, left: Operand, node: ts.BinaryExpression, expected?: Type): Operand {
  // Of unknown type is also what is absent.
  if (left.type.kind === TypeKind.Unknown)
    return conditional(
      context,
      isAbsent(context, left),
      () => lowerExpression(context, node.right),
      () => left,
      node,
      expected,
    );
  if (!mayBeAbsent(left.type)) return left;
  const present = presentType(left.type);
  const mayMiss = expected !== undefined && mayBeUndefined(expected);
  const wanted = present.kind === TypeKind.Never ? expected : mayMiss ? unionType([present, types.undefined]) : present;
  const right = (): Operand => lowerExpression(context, node.right, wanted);
  if (present.kind === TypeKind.Never) return right();
  const there = (): Operand => asSeen(context, context.narrow(left, present, node), node.left);
  return conditional(context, isAbsent(context, left), right, there, node, expected);
}

/** One of several types, asked whether it is there: it is none of those that the checker has excluded before. */
function asSeen(context: Context, given: Operand, node: ts.Expression): Operand {
  if (given.type.kind !== TypeKind.Union) return given;
  const flow = context.program.checker.getTypeAtLocation(node);
  if (flow.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return given;
  const seen = presentType(context.program.converter.convert(flow, context.environment, node));
  return seen === given.type || seen.kind === TypeKind.Never ? given : narrowTo(context, given, seen, node, true);
}

/** `c ? a : b`. */
export function lowerConditional(
  context: Context,
  node: ts.ConditionalExpression,
  expected?: Type,
  lower: (side: ts.Expression) => Operand = (side) => lowerExpression(context, side, expected),
): Operand {
  const { builder } = context;
  const trueBlock = builder.openBlock();
  const falseBlock = builder.openBlock();
  lowerCondition(context, node.condition, trueBlock, falseBlock);
  return mergeBlocks(
    context,
    trueBlock,
    falseBlock,
    () => lower(node.whenTrue),
    () => lower(node.whenFalse),
    node,
    expected,
  );
}

/** Code for each side of a condition, without a value. */
export function branchWhere(context: Context, condition: Value, whenTrue: () => void, whenFalse: () => void): void {
  const { builder } = context;
  const [yes, no, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock()];
  builder.branch(condition, yes, no);
  builder.enter(yes);
  whenTrue();
  builder.jump(done);
  builder.enter(no);
  whenFalse();
  builder.jump(done);
  builder.enter(done);
}
