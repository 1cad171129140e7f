// Shrinking: makes a program that shows a fault smaller, piece by piece, as long as it still shows one.
// Method:     statements, members and elements are left out, larger ones first; expressions give way to a part of themselves.

import ts from "typescript";
import { type PackedProgram, tryPack } from "./pack-trial.ts";

/** Trials after which it is small enough. */
const TRIALS_MAX = 400;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The smallest text found; the program's own if its fault does not show when it is alone. */
export function shrink(program: PackedProgram, folder: string): string {
  const faultOf = (text: string): string | undefined => {
    const outcome = tryPack([{ ...program, text }], folder).get(program.name);
    return outcome?.kind === "find" ? signatureOf(outcome.detail) : undefined;
  };
  let best = program.text;
  const fault = faultOf(best);
  if (fault === undefined) return best;
  const isFaulty = (text: string): boolean => faultOf(text) === fault;
  let trials = 0;
  for (let isSmaller = true; isSmaller && trials < TRIALS_MAX; ) {
    isSmaller = false;
    for (const cut of cutsOf(best)) {
      if (trials >= TRIALS_MAX) break;
      // Cuts are of the text as it was at the start of the round, largest first: after one is made, the others are found anew.
      const text = best.slice(0, cut.start) + cut.replacement + best.slice(cut.end);
      trials++;
      if (!isFaulty(text)) continue;
      best = text;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** What tells a fault from another: the message, without what changes as the program gets smaller. */
function signatureOf(detail: string): string {
  const [first = ""] = detail.split("\n", 1);
  return first.replaceAll(/"[^"]*"|\d+|= \w+/g, "");
}

function cutsOf(text: string): Cut[] {
  const file = ts.createSourceFile("program.ts", text, ts.ScriptTarget.ESNext, true);
  const cuts: Cut[] = [];
  const visit = (node: ts.Node): void => {
    cuts.push(...cutsAt(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return cuts.sort((left, right) => sizeOf(right) - sizeOf(left));
}

function sizeOf({ start, end, replacement }: Cut): number {
  return end - start - replacement.length;
}

function cutsAt(node: ts.Node): Cut[] {
  const at = (replacement: string): Cut => ({ start: node.getFullStart(), end: node.getEnd(), replacement });
  if (ts.isBlock(node) && ts.isIfStatement(node.parent)) return [];
  if (ts.isStatement(node) && !ts.isReturnStatement(node)) return [at(""), ...bodiesOf(node).map((body) => at(` ${body}`))];
  if (ts.isClassElement(node) || ts.isTypeElement(node)) return [at("")];
  if (!ts.isExpression(node)) return [];
  return partsOf(node).map((part) => at(` ${part.getText()}`));
}

/** What is inside a compound statement, without the statement. */
function bodiesOf(node: ts.Statement): string[] {
  const bodies: ts.Node[] = [];
  if (ts.isIfStatement(node)) bodies.push(node.thenStatement, ...(node.elseStatement === undefined ? [] : [node.elseStatement]));
  else if (ts.isIterationStatement(node, false)) bodies.push(node.statement);
  else if (ts.isLabeledStatement(node)) bodies.push(node.statement);
  else if (ts.isTryStatement(node)) bodies.push(node.tryBlock, ...(node.finallyBlock === undefined ? [] : [node.finallyBlock]));
  else if (ts.isBlock(node)) bodies.push(...node.statements);
  return bodies.map((body) => body.getText());
}

function partsOf(node: ts.Expression): ts.Node[] {
  if (ts.isBinaryExpression(node)) return [node.left, node.right];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isParenthesizedExpression(node) || ts.isPrefixUnaryExpression(node))
    return ts.isParenthesizedExpression(node) ? [node.expression] : [node.operand];
  if (ts.isCallExpression(node))
    return [...node.arguments, ...(ts.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [])];
  if (ts.isAsExpression(node)) return [node.expression];
  return [];
}
