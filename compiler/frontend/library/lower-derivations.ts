// Derivations: the functions without a body that the runtime declares with the tag @derived: the compiler makes them, a type at a time.

import ts from "typescript";
import { callDerived, type Derivation } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import type { Argument } from "../functions/arguments.ts";
import type { Operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { clonePart } from "./lower-clones.ts";
import { callInspect, lineOf } from "./lower-console.ts";
import { inspectionOf } from "./lower-inspection.ts";
import { jsonOf, replacingJsonOf } from "./lower-json.ts";

const derivations: Readonly<Record<string, (program: Program) => Derivation>> = {
  inspectPart: inspectionOf,
  jsonPart: jsonOf,
  replacedPart: replacingJsonOf,
};

export function callDerivation(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  // The call itself would name type parameters of the function around it.
  const place = ts.isCallExpression(node) ? node.expression : node;
  if (name === "clonePart") {
    const given = args[0].lower();
    return clonePart(context, given, args[1].lower(), place);
  }
  if (name === "format") return lineOf(context, args, node);
  if (name === "inspect") return callInspect(context, args, node);
  const make = derivations[name];
  if (make === undefined) return context.refuse(node, "TSM3016", name, "the compiler");
  const derivation = make(context.program);
  const [value, extra] = [args[0].lower(), args[1].lower(derivation.extra)];
  return callDerived(context, derivation, value, extra, place);
}
