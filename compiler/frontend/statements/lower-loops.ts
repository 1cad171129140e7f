// Loops: while, do, for, for-of. The block of the test is sealed when the jump back is made.

import ts from "typescript";
import type { Block, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { asyncIterate } from "../coroutines/lower-async-iteration.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerWalked } from "../expressions/lower-arrays.ts";
import { lowerPlace } from "../expressions/lower-assignments.ts";
import { lowerCondition } from "../expressions/lower-conditions.ts";
import { arrayElement, codePointString } from "../expressions/lower-elements.ts";
import { lowerExpression, readVariable } from "../expressions/lower-expressions.ts";
import { arrayLength } from "../expressions/lower-open-lists.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { ownKeys } from "../library/lower-keys.ts";
import { type Operand, operand } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { valueTypeOf } from "../types/representation.ts";
import { type Type, TypeKind, types, widened } from "../types/types.ts";
import { bindName, createCell, lowerVariableList } from "./lower-declarations.ts";
import { guarded, type Iteration, iterate } from "./lower-iteration.ts";
import { lowerStatement } from "./lower-statements.ts";
import { guardResource, isUsing, lowerUsing } from "./lower-using.ts";

type Labels = readonly string[] | null;

function lowerBody(context: Context, body: ts.Statement | (() => void), labels: Labels, breakBlock: Block, continueBlock: Block): void {
  context.jumps.push({ labels: labels ?? [], isLabeledBlock: false, breakBlock, continueBlock, handlerDepth: context.handlers.length });
  if (typeof body === "function") body();
  else lowerStatement(context, body);
  context.jumps.pop();
}

export function lowerWhile(context: Context, node: ts.WhileStatement, labels: Labels): void {
  const { builder } = context;
  const test = builder.openBlock();
  const body = builder.openBlock();
  const done = builder.openBlock();
  builder.jump(test);
  builder.enter(test, false);
  lowerCondition(context, node.expression, body, done);
  builder.enter(body);
  lowerBody(context, node.statement, labels, done, test);
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

export function lowerDo(context: Context, node: ts.DoStatement, labels: Labels): void {
  const { builder } = context;
  const body = builder.openBlock();
  const test = builder.openBlock();
  const done = builder.openBlock();
  builder.jump(body);
  builder.enter(body, false);
  lowerBody(context, node.statement, labels, done, test);
  builder.jump(test);
  builder.enter(test);
  lowerCondition(context, node.expression, body, done);
  builder.seal(body);
  builder.enter(done);
}

export function lowerFor(context: Context, node: ts.ForStatement, labels: Labels): void {
  const { initializer } = node;
  if (initializer === undefined || !isUsing(initializer)) return lowerForLoop(context, node, labels);
  lowerUsing(context, initializer.declarations, () => lowerForLoop(context, node, labels));
}

function lowerForLoop(context: Context, node: ts.ForStatement, labels: Labels): void {
  const { builder } = context;
  if (node.initializer !== undefined && !isUsing(node.initializer)) lowerInitializer(context, node, node.initializer);
  const test = builder.openBlock();
  const body = builder.openBlock();
  const step = builder.openBlock();
  const done = builder.openBlock();
  builder.jump(test);
  builder.enter(test, false);
  if (node.condition === undefined) builder.jump(body);
  else lowerCondition(context, node.condition, body, done);
  builder.enter(body);
  lowerBody(context, node.statement, labels, done, step);
  builder.jump(step);
  builder.enter(step);
  renewCells(context, node);
  if (node.incrementor !== undefined) lowerExpression(context, node.incrementor, types.void);
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

function lowerInitializer(context: Context, node: ts.ForStatement, initializer: ts.ForInitializer): void {
  if (ts.isVariableDeclarationList(initializer)) lowerVariableList(context, initializer);
  else lowerExpression(context, initializer, types.void);
  // What functions made here see is not the first turn's.
  if (hasFunction(initializer)) renewCells(context, node);
}

function hasFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || (ts.forEachChild(node, hasFunction) ?? false);
}

/** Each turn of the loop has its own variables, for the closures made in it. */
function renewCells(context: Context, node: ts.ForStatement): void {
  if (node.initializer === undefined || !ts.isVariableDeclarationList(node.initializer)) return;
  for (const declaration of node.initializer.declarations) {
    if (!ts.isIdentifier(declaration.name)) continue;
    const symbol = context.program.symbolOf(declaration.name);
    const variable = symbol === undefined ? undefined : context.lookup(symbol);
    if (variable?.kind !== "cell") continue;
    const copy = createCell(
      context,
      declaration.name.text,
      variable.type,
      context.value(readVariable(context, variable, declaration.name)),
    );
    if (copy.kind === "cell") context.builder.write(variable.cell, context.builder.read(copy.cell));
  }
}

export function lowerForOf(context: Context, node: ts.ForOfStatement, labels: Labels): void {
  const subject = lowerWalked(context, node.expression);
  if (node.awaitModifier !== undefined) {
    const iteration = asyncIterate(context, subject, node.expression, turnType(context, node));
    return lowerForOfIterator(context, node, labels, iteration);
  }
  switch (subject.type.kind) {
    case TypeKind.Array:
    case TypeKind.TypedArray:
      return lowerForOfArray(context, node, labels, subject, subject.type.element);
    case TypeKind.String:
      return lowerForOfString(context, node, labels, subject);
    default:
      return lowerForOfIterator(context, node, labels, iterate(context, subject, node.expression, turnType(context, node)));
  }
}

/** Over the names of an object's properties, as they are when the loop begins. */
export function lowerForIn(context: Context, node: ts.ForInStatement, labels: Labels): void {
  const given = lowerExpression(context, node.expression);
  context.at(node);
  const subject = valueTypeOf(given.type) === ValueType.Void ? given : operand(given.type, context.value(given));
  const keys = ownKeys(context, subject, node);
  const isThere = mayLoseKeys(subject.type) ? (index: Value): Value => hasIndex(context, subject, index, node) : undefined;
  lowerForOfArray(context, node, labels, keys, types.string, isThere);
}

/** Elements may go while the loop runs; properties of objects cannot. */
function mayLoseKeys(type: Type): boolean {
  return type.kind === TypeKind.Array || (type.kind === TypeKind.Union && type.members.some(mayLoseKeys));
}

/** Whether the key of that number is still one, as the keys of an array are its indices. */
function hasIndex(context: Context, subject: Operand, index: Value, node: ts.Node): Value {
  const ask = (part: Operand): Operand =>
    part.type.kind === TypeKind.Array
      ? operand(types.boolean, context.emit(Op.LessSigned, [index, arrayLength(context, part.value, part.type)]))
      : { type: types.boolean, value: 0, constant: true };
  return context.value(matchUnion(context, subject, ask, node, types.boolean));
}

/** A turn of the loop: its variable, and the body. */
function lowerTurn(context: Context, node: ts.ForInOrOfStatement, given: Operand): void {
  bindTurn(context, node, given);
  const { initializer } = node;
  const body = (): void => lowerStatement(context, node.statement);
  if (isUsing(initializer)) guardResource(context, initializer.declarations[0], body);
  else body();
}

/** Gives the loop's variable its value for this turn. */
function bindTurn(context: Context, node: ts.ForInOrOfStatement, given: Operand): void {
  if (!ts.isVariableDeclarationList(node.initializer)) {
    const place = lowerPlace(context, node.initializer);
    place.write(coerce(context, given, place.type, node.initializer));
    return;
  }
  if ((node.initializer.flags & ts.NodeFlags.BlockScoped) === 0) context.program.report(node.initializer, "TSM3002");
  const [declaration] = node.initializer.declarations;
  bindName(context, declaration.name, given, widened(given.type));
}

function lowerForOfArray(
  context: Context,
  node: ts.ForInOrOfStatement,
  labels: Labels,
  subject: Operand,
  element: Type,
  isWanted?: (index: Value) => Value,
): void {
  const { builder } = context;
  const array = context.value(subject);
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, 0));
  const [test, body, step, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock(), builder.openBlock()];
  builder.jump(test);
  builder.enter(test, false);
  // The length is read again each turn: the body may push.
  builder.branch(context.emit(Op.LessSigned, [builder.read(index), arrayLength(context, array, subject.type)]), body, done);
  builder.enter(body);
  if (isWanted !== undefined) {
    const wanted = builder.openBlock();
    builder.branch(isWanted(builder.read(index)), wanted, step);
    builder.enter(wanted);
  }
  const turn = (): void => lowerTurn(context, node, arrayElement(context, array, builder.read(index), subject.type, element));
  lowerBody(context, turn, labels, done, step);
  builder.jump(step);
  builder.enter(step);
  builder.write(index, context.emit(Op.Add, [builder.read(index), builder.int(ValueType.I32, 1)]));
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

function lowerForOfString(context: Context, node: ts.ForOfStatement, labels: Labels, subject: Operand): void {
  const { builder } = context;
  const text = context.value(subject);
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, 0));
  const [test, body, step, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock(), builder.openBlock()];
  builder.jump(test);
  builder.enter(test, false);
  builder.branch(context.emit(Op.LessSigned, [builder.read(index), context.emit(Op.StringLength, [text])]), body, done);
  builder.enter(body);
  const part = codePointString(context, text, builder.read(index), node);
  builder.write(index, context.emit(Op.Add, [builder.read(index), context.emit(Op.StringLength, [part])]));
  lowerBody(context, () => lowerTurn(context, node, operand(types.string, part)), labels, done, step);
  builder.jump(step);
  builder.enter(step);
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

/** Over whatever has an iterator; leaving the loop early closes that. */
function lowerForOfIterator(context: Context, node: ts.ForOfStatement, labels: Labels, iteration: Iteration): void {
  const { builder } = context;
  const [test, body, step, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock(), builder.openBlock()];
  const handlerDepth = context.handlers.length;
  builder.jump(test);
  builder.enter(test, false);
  builder.branch(iteration.advance(), body, done);
  builder.enter(body);
  const element = iteration.element();
  guarded(context, iteration, () => {
    const continueDepth = context.handlers.length;
    context.jumps.push({ labels: labels ?? [], isLabeledBlock: false, breakBlock: done, continueBlock: step, handlerDepth, continueDepth });
    lowerTurn(context, node, element);
    context.jumps.pop();
  });
  builder.jump(step);
  builder.enter(step);
  builder.jump(test);
  builder.seal(test);
  builder.enter(done);
}

function turnType(context: Context, node: ts.ForOfStatement): Type | undefined {
  if (!ts.isVariableDeclarationList(node.initializer)) return undefined;
  const [declaration] = node.initializer.declarations;
  return context.checkerType(declaration.name);
}
