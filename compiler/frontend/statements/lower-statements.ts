// Statements: blocks, branches, switches, returns. Loops are in lower-loops.ts.

import ts from "typescript";
import type { Block } from "../../ir/function.ts";
import { ValueType } from "../../ir/types.ts";
import { lowerClassDeclaration } from "../classes/lower-static.ts";
import type { Context } from "../context.ts";
import { isCoroutine, lowerCoroutine } from "../coroutines/lower-coroutines.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerEquality } from "../expressions/lower-comparisons.ts";
import { lowerCondition } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import type { FunctionNode } from "../functions/functions.ts";
import { InnerFunctions } from "../functions/inner-functions.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { mayBeAbsent, mayBeUndefined, TypeKind, types } from "../types/types.ts";
import { lowerVariableList } from "./lower-declarations.ts";
import { lowerThrow, lowerTry, runFinallyBlocks } from "./lower-exceptions.ts";
import { lowerDo, lowerFor, lowerForIn, lowerForOf, lowerWhile } from "./lower-loops.ts";
import { lowerUsing, usingDeclarations } from "./lower-using.ts";

/** The body of a function, up to the return at its end. */
export function lowerFunctionStatements(context: Context, node: FunctionNode): void {
  const { body } = node;
  if (body === undefined) return;
  if (isCoroutine(node)) lowerCoroutine(context, node, body);
  else lowerBody(context, body);
}

/** The code of a function, of a generator's or async function's body too. */
export function lowerBody(context: Context, body: ts.ConciseBody): void {
  if (!ts.isBlock(body)) {
    return returnExpression(context, body, body);
  }
  lowerStatements(context, body.statements);
  returnAtEnd(context, body);
}

/** What happens when control reaches the end of a function. */
export function returnAtEnd(context: Context, node: ts.Node): void {
  if (context.builder.isTerminated) return;
  if (context.coroutine !== null) {
    if (context.result !== null && (mayBeAbsent(context.result) || context.result.kind === TypeKind.Unknown))
      context.coroutine.complete(context, UNDEFINED_OPERAND, node);
    else context.builder.unreachable();
    return;
  }
  if (context.result === null) {
    context.returned.push(types.undefined);
    return;
  }
  if (context.fn.result === ValueType.Void) {
    if (context.fn.isNoReturn) context.builder.unreachable();
    else context.builder.return();
  } else if (mayBeUndefined(context.result) || context.result.kind === TypeKind.Unknown)
    context.builder.return(coerce(context, UNDEFINED_OPERAND, context.result, node));
  else context.builder.unreachable(); // TypeScript has seen that control does not get here
}

export function lowerStatements(context: Context, statements: readonly ts.Statement[]): void {
  const innerFunctions = new InnerFunctions(context, statements);
  lowerFrom(context, statements, 0, innerFunctions);
}

function lowerFrom(context: Context, statements: readonly ts.Statement[], start: number, innerFunctions: InnerFunctions): void {
  for (let index = start; index < statements.length; index++) {
    const statement = statements[index];
    if (context.builder.isTerminated) return;
    innerFunctions.before(statement);
    const resources = usingDeclarations(statement);
    if (resources !== undefined) {
      const lower = (): void => lowerUsing(context, resources, () => lowerFrom(context, statements, index + 1, innerFunctions));
      if (context.fn.index < 0) lower();
      else context.program.attempt(statement, lower);
      return;
    }
    lowerStatement(context, statement);
  }
}

/** A refused statement is reported, and lowering goes on behind it. */
export function lowerStatement(context: Context, node: ts.Statement): void {
  // While a result is inferred, refusals are left to the real lowering.
  if (context.fn.index < 0) return lowerNode(context, node);
  context.program.attempt(node, () => lowerNode(context, node));
}

function lowerNode(context: Context, node: ts.Statement): void {
  context.at(node);
  switch (node.kind) {
    case ts.SyntaxKind.ExpressionStatement:
      lowerExpression(context, (node as ts.ExpressionStatement).expression, types.void);
      return;
    case ts.SyntaxKind.VariableStatement:
      return lowerVariableList(context, (node as ts.VariableStatement).declarationList);
    case ts.SyntaxKind.Block:
      return lowerStatements(context, (node as ts.Block).statements);
    case ts.SyntaxKind.IfStatement:
      return lowerIf(context, node as ts.IfStatement);
    case ts.SyntaxKind.WhileStatement:
      return lowerWhile(context, node as ts.WhileStatement, null);
    case ts.SyntaxKind.DoStatement:
      return lowerDo(context, node as ts.DoStatement, null);
    case ts.SyntaxKind.ForStatement:
      return lowerFor(context, node as ts.ForStatement, null);
    case ts.SyntaxKind.ForInStatement:
      return lowerForIn(context, node as ts.ForInStatement, null);
    case ts.SyntaxKind.ForOfStatement:
      return lowerForOf(context, node as ts.ForOfStatement, null);
    case ts.SyntaxKind.SwitchStatement:
      return lowerSwitch(context, node as ts.SwitchStatement, null);
    case ts.SyntaxKind.ReturnStatement:
      return lowerReturn(context, node as ts.ReturnStatement);
    case ts.SyntaxKind.BreakStatement:
      return lowerBreak(context, node as ts.BreakStatement);
    case ts.SyntaxKind.ContinueStatement:
      return lowerContinue(context, node as ts.ContinueStatement);
    case ts.SyntaxKind.LabeledStatement:
      return lowerLabeled(context, node as ts.LabeledStatement);
    case ts.SyntaxKind.ThrowStatement:
    case ts.SyntaxKind.TryStatement:
      return lowerExceptionStatement(context, node);
    case ts.SyntaxKind.ClassDeclaration:
      lowerClassDeclaration(context, node as ts.ClassDeclaration);
      return;
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.EmptyStatement:
    case ts.SyntaxKind.DebuggerStatement:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.ImportDeclaration:
    case ts.SyntaxKind.ExportDeclaration:
      return;
    default:
      return context.refuse(node, "TSM9001", ts.SyntaxKind[node.kind]);
  }
}

function lowerExceptionStatement(context: Context, node: ts.Statement): void {
  const mayPanicInstead = ts.isThrowStatement(node) && context.program.isRuntime(node.getSourceFile());
  if (context.program.isKernel && !mayPanicInstead) {
    return context.refuse(node, "TSM4001", ts.isThrowStatement(node) ? "throw" : "try", "exceptions", "Return a status, or panic.");
  }
  if (ts.isThrowStatement(node)) lowerThrow(context, node);
  else if (ts.isTryStatement(node)) lowerTry(context, node);
}

function lowerIf(context: Context, node: ts.IfStatement): void {
  const { builder } = context;
  const thenBlock = builder.openBlock();
  const elseBlock = builder.openBlock();
  lowerCondition(context, node.expression, thenBlock, elseBlock);
  const done = node.elseStatement === undefined ? elseBlock : builder.openBlock();
  builder.enter(thenBlock);
  if (!builder.isTerminated) lowerStatement(context, node.thenStatement);
  builder.jump(done);
  if (node.elseStatement !== undefined) {
    builder.enter(elseBlock);
    if (!builder.isTerminated) lowerStatement(context, node.elseStatement);
    builder.jump(done);
  }
  builder.enter(done);
}

function lowerReturn(context: Context, node: ts.ReturnStatement): void {
  if (node.expression === undefined) {
    returnOperand(context, UNDEFINED_OPERAND, node);
    return;
  }
  returnExpression(context, node.expression, node);
}

function returnExpression(context: Context, node: ts.Expression, at: ts.Node): void {
  if (ts.isParenthesizedExpression(node)) return returnExpression(context, node.expression, at);
  if (ts.isConditionalExpression(node) && isPerhapsPromise(context, node)) {
    const { builder } = context;
    const [whenTrue, whenFalse] = [builder.openBlock(), builder.openBlock()];
    lowerCondition(context, node.condition, whenTrue, whenFalse);
    builder.enter(whenTrue);
    returnExpression(context, node.whenTrue, at);
    builder.enter(whenFalse);
    return returnExpression(context, node.whenFalse, at);
  }
  const given = lowerExpression(context, node, context.result ?? undefined);
  context.at(at);
  returnOperand(context, given, node);
}

/** Of an async function, where only one side may have to be waited for. */
function isPerhapsPromise(context: Context, node: ts.Expression): boolean {
  if (context.coroutine === null) return false;
  const type = context.program.checker.getTypeAtLocation(node);
  return type.isUnion() && type.types.some((member) => member.symbol?.name === "Promise");
}

function returnOperand(context: Context, given: Operand, node: ts.Node): void {
  const { builder, result } = context;
  if (context.coroutine !== null) return context.coroutine.complete(context, given, node);
  if (result === null) {
    if (!builder.isTerminated) context.returned.push(given.type);
    builder.unreachable();
    return;
  }
  const value = context.fn.result === ValueType.Void ? undefined : coerce(context, given, result, node);
  runFinallyBlocks(context, 0);
  if (context.fn.isNoReturn) builder.unreachable();
  else builder.return(value);
}

// Jumps

function lowerBreak(context: Context, node: ts.BreakStatement): void {
  const target = [...context.jumps]
    .reverse()
    .find((jump) => (node.label === undefined ? !jump.isLabeledBlock : jump.labels.includes(node.label.text)));
  if (target === undefined) return context.refuse(node, "TSM9001", "this break");
  runFinallyBlocks(context, target.handlerDepth);
  context.builder.jump(target.breakBlock);
}

function lowerContinue(context: Context, node: ts.ContinueStatement): void {
  const target = [...context.jumps]
    .reverse()
    .find((jump) => jump.continueBlock !== null && (node.label === undefined || jump.labels.includes(node.label.text)));
  if (target === undefined || target.continueBlock === null) return context.refuse(node, "TSM9001", "this continue");
  runFinallyBlocks(context, target.continueDepth ?? target.handlerDepth);
  context.builder.jump(target.continueBlock);
}

function lowerLabeled(context: Context, node: ts.LabeledStatement): void {
  const labels = [node.label.text];
  let inner = node.statement;
  for (; ts.isLabeledStatement(inner); inner = inner.statement) labels.push(inner.label.text);
  if (ts.isWhileStatement(inner)) return lowerWhile(context, inner, labels);
  if (ts.isDoStatement(inner)) return lowerDo(context, inner, labels);
  if (ts.isForStatement(inner)) return lowerFor(context, inner, labels);
  if (ts.isForInStatement(inner)) return lowerForIn(context, inner, labels);
  if (ts.isForOfStatement(inner)) return lowerForOf(context, inner, labels);
  if (ts.isSwitchStatement(inner)) return lowerSwitch(context, inner, labels);
  const { builder } = context;
  const done = builder.openBlock();
  context.jumps.push({ labels, isLabeledBlock: true, breakBlock: done, continueBlock: null, handlerDepth: context.handlers.length });
  lowerStatement(context, inner);
  context.jumps.pop();
  builder.jump(done);
  builder.enter(done);
}

// Switch

function lowerSwitch(context: Context, node: ts.SwitchStatement, labels: readonly string[] | null): void {
  const { builder } = context;
  const subject = lowerExpression(context, node.expression);
  const held: Operand = subject.value === 0 ? subject : operand(subject.type, subject.value);
  const { clauses } = node.caseBlock;
  const bodies = clauses.map(() => builder.openBlock());
  const done = builder.openBlock();
  const defaultIndex = clauses.findIndex(ts.isDefaultClause);
  const otherwise = defaultIndex < 0 ? done : bodies[defaultIndex];
  if (!lowerDenseSwitch(context, held, clauses, bodies, otherwise)) lowerCaseTests(context, held, clauses, bodies, otherwise);
  context.jumps.push({
    labels: labels ?? [],
    isLabeledBlock: false,
    breakBlock: done,
    continueBlock: null,
    handlerDepth: context.handlers.length,
  });
  clauses.forEach((clause, index) => {
    builder.enter(bodies[index]);
    for (const statement of clause.statements) {
      if (!builder.isTerminated) lowerStatement(context, statement);
    }
    builder.jump(index + 1 < bodies.length ? bodies[index + 1] : done);
  });
  context.jumps.pop();
  builder.enter(done);
}

/** A switch over int32 constants becomes the switch operation. */
function lowerDenseSwitch(
  context: Context,
  subject: Operand,
  clauses: readonly ts.CaseOrDefaultClause[],
  bodies: readonly Block[],
  otherwise: Block,
): boolean {
  const { type } = subject;
  const is32 =
    (type.kind === TypeKind.Integer && type.bits <= 32) ||
    (type.kind === TypeKind.Enum && type.bits === 32) ||
    (type.kind === TypeKind.Number && type.held === "i32");
  if (!is32) return false;
  const cases: number[] = [];
  const targets: Block[] = [];
  const isUnsigned =
    (type.kind === TypeKind.Integer && !type.isSigned && type.bits === 32) || (type.kind === TypeKind.Enum && !type.isSigned);
  for (const [index, clause] of clauses.entries()) {
    if (ts.isDefaultClause(clause)) continue;
    const constant = numericConstant(lowerExpression(context, clause.expression));
    if (constant === undefined || constant.exact === null) return false;
    const [min, max] = isUnsigned ? [0n, 0xffff_ffffn] : [-0x8000_0000n, 0x7fff_ffffn];
    // A case outside the type never matches.
    if (constant.exact < min || constant.exact > max) continue;
    const value = Number(BigInt.asIntN(32, constant.exact));
    if (cases.includes(value)) continue;
    cases.push(value);
    targets.push(bodies[index]);
  }
  context.builder.switch(context.value(subject), cases, targets, otherwise);
  return true;
}

function lowerCaseTests(
  context: Context,
  subject: Operand,
  clauses: readonly ts.CaseOrDefaultClause[],
  bodies: readonly Block[],
  otherwise: Block,
): void {
  const { builder } = context;
  clauses.forEach((clause, index) => {
    if (ts.isDefaultClause(clause)) return;
    const next = builder.openBlock();
    const given = lowerExpression(context, clause.expression);
    context.at(clause);
    const equal = lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, subject, given, clause.expression);
    builder.branch(context.value(equal), bodies[index], next);
    builder.enter(next);
  });
  builder.jump(otherwise);
}
