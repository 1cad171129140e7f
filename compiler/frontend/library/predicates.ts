// Predicates: the callbacks of `filter`, `some` and the like, of whose answers only the truth counts. The runtime's functions take such as
// answer true or false; around others goes one that does.

import type ts from "typescript";
import type { Context } from "../context.ts";
import { truthOf } from "../expressions/lower-conditions.ts";
import type { Argument } from "../functions/arguments.ts";
import { callClosure } from "../functions/lower-closures.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand } from "../operands.ts";
import { type FunctionType, functionType, type Type, TypeKind, types } from "../types/types.ts";

const TAKERS: ReadonlySet<string> = new Set(["every", "filter", "find", "findIndex", "findLast", "findLastIndex", "some"]);

/** The arguments of a call of the library's member of that name. */
export function withPredicate(context: Context, name: string, args: readonly Argument[]): readonly Argument[] {
  if (!TAKERS.has(name) || args.length === 0 || args[0].isSpread) return args;
  const [predicate, ...rest] = args;
  if (isTruthTeller(context, predicate.node)) return args;
  const lower = (expected?: Type): Operand =>
    expected?.kind === TypeKind.Function ? truthTeller(context, predicate, expected) : predicate.lower(expected);
  return [{ ...predicate, lower }, ...rest];
}

/** Whether the function answers true or false alone. */
function isTruthTeller({ program: { checker } }: Context, node: ts.Node): boolean {
  const signatures = checker.getTypeAtLocation(node).getCallSignatures();
  return signatures.every((signature) => checker.isTypeAssignableTo(checker.getReturnTypeOfSignature(signature), checker.getBooleanType()));
}

function truthTeller(context: Context, predicate: Argument, expected: FunctionType): Operand {
  const { node } = predicate;
  const given = predicate.lower(context.checkerType(node));
  if (given.type.kind !== TypeKind.Function) return given;
  const own = given.type;
  const type = functionType(expected.params, types.boolean, expected.hasRest);
  return synthesizeClosure(context, "predicate", type, [operand(own, context.value(given))], node, (inner, [called], args) => {
    const answer = callClosure(inner, called, own.hasRest ? args : args.slice(0, own.params.length), node);
    return operand(types.boolean, truthOf(inner, answer, node));
  });
}
