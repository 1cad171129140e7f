// Thenables: objects with a method `then` that are no promises of the library. A promise that is resolved with one asks it in a job, with
// two functions of which the first that is called counts.
// Manual:     ECMA-262 "Promise Resolve Functions", "NewPromiseResolveThenableJob".

import type ts from "typescript";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { callMember, callSlot } from "../expressions/lower-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { lowerGuarded } from "../statements/lower-exceptions.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { functionType, type GenericSignature, presentType, type Type, TypeKind, types } from "../types/types.ts";
import { runtimeClass } from "./lower-coroutines.ts";
import { resolvePromise } from "./lower-promises.ts";

/** What a thenable calls its first argument with; undefined for what is none. */
export function thenableValue(context: Context, type: Type): Type | undefined {
  const callback = callbackOf(context, type);
  if (callback === undefined) return undefined;
  const present = presentType(callback);
  return present.kind === TypeKind.Function && present.params.length > 0 ? present.params[0] : types.undefined;
}

/** The type of the first parameter of `then`; undefined where there is no such method. */
function callbackOf(context: Context, type: Type): Type | undefined {
  const { program } = context;
  if (type.kind === TypeKind.Object) {
    const property = type.properties().get("then");
    if (property?.generic !== undefined) return genericParameters(context, property.generic)[0] ?? types.undefined;
    const own = property?.type;
    return own?.kind === TypeKind.Function ? (own.params[0] ?? types.undefined) : undefined;
  }
  if (type.kind !== TypeKind.Class || type.isPacked || isRuntimeClass(context, type, "Promise")) return undefined;
  const found = program.classes.findMember(type, "then", "method");
  if (found === undefined) return undefined;
  const [first] = (found.node as ts.SignatureDeclaration).parameters;
  if (first === undefined) return types.undefined;
  const seen = program.checker.getNonNullableType(program.checker.getTypeAtLocation(first));
  const value = seen.getCallSignatures()[0]?.parameters[0];
  if (value === undefined) return types.undefined;
  const given = program.checker.getTypeOfSymbolAtLocation(value, first);
  return functionType([program.converter.convertLoosely(given, found.owner.environment, first)], types.void);
}

/** What the parameters are where each type parameter stands for undefined: what `then` gives is of no interest. */
function genericParameters(context: Context, { signature, environment }: GenericSignature): Type[] {
  const inner = environment.extend(new Map((signature.typeParameters ?? []).map(({ symbol }) => [symbol, types.undefined])));
  const node = signature.declaration ?? context.program.loaded.files[0];
  return context.program.converter.signatureParameters(signature, inner, node).params;
}

/** Settles the promise with what the thenable will say, which is asked in a job. */
export function followThenable(context: Context, target: Operand, given: Operand, node: ts.Node): void {
  callMember(context, target, "lock", [], node);
  const held = operand(given.type, context.value(given));
  const job = synthesizeClosure(context, "ask", functionType([], types.void), [target, held], node, (inner, [promise, thenable]) => {
    askThenable(inner, promise, thenable, node);
    return VOID_OPERAND;
  });
  const declaration = context.program.coreFunction("jobs", "queueJob");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "queueJob", "runtime/core/async/jobs.ts");
  callDeclared(context, declaration, null, null, [evaluated(job, node)], node);
}

function askThenable(context: Context, target: Operand, thenable: Operand, node: ts.Node): void {
  const value = thenableValue(context, thenable.type) ?? types.undefined;
  const first = construct(context, runtimeClass(context, "FirstCall", [], node), [], node);
  const resolve = onFirstCall(context, first, target, value, node, (inner, promise, given) => resolvePromise(inner, promise, given, node));
  const reject = onFirstCall(context, first, target, types.unknown, node, (inner, promise, reason) => {
    callMember(inner, promise, "reject", [reason], node);
  });
  lowerGuarded(context, () => void callThen(context, thenable, [resolve, reject], node), {
    leave: () => {},
    end: () => {},
    fail: (thrown) => {
      const fail = (): Operand => callMember(context, target, "reject", [operand(types.unknown, thrown)], node);
      conditional(context, context.value(callMember(context, first, "take", [], node)), fail, () => VOID_OPERAND, node);
    },
  });
}

/** A function that does this if neither it nor the other one was called before. */
function onFirstCall(
  context: Context,
  first: Operand,
  target: Operand,
  value: Type,
  node: ts.Node,
  act: (inner: Context, promise: Operand, given: Operand) => void,
): Operand {
  return synthesizeClosure(
    context,
    "settle",
    functionType([value], types.void),
    [first, target],
    node,
    (inner, [calls, promise], [given]) => {
      const settle = (): Operand => {
        act(inner, promise, given);
        return VOID_OPERAND;
      };
      return conditional(inner, inner.value(callMember(inner, calls, "take", [], node)), settle, () => VOID_OPERAND, node);
    },
  );
}

function callThen(context: Context, thenable: Operand, args: readonly Operand[], node: ts.Node): Operand {
  const { type } = thenable;
  const generic = type.kind === TypeKind.Object ? type.properties().get("then")?.generic : undefined;
  if (generic === undefined) return callMember(context, thenable, "then", args, node);
  const { signature, environment } = generic;
  const parameters = signature.typeParameters ?? [];
  const inner = environment.extend(new Map(parameters.map(({ symbol }) => [symbol, types.undefined])));
  const result = context.program.converter.convert(signature.getReturnType(), inner, node);
  const wanted = functionType(genericParameters(context, generic), result);
  return callSlot(
    context,
    thenable,
    "then",
    wanted,
    args,
    node,
    parameters.map(() => types.undefined),
  );
}
