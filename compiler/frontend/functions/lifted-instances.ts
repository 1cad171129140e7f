// Lifted instances: the functions that inner functions become when they are called directly, with what they use as their first arguments.
// Owns:       their bodies, one for each combination of types of captures and of type arguments.

import type { IrFunction } from "../../ir/function.ts";
import { memoryKinds } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { lowerFunctionStatements } from "../statements/lower-statements.ts";
import { valueTypeOf } from "../types/representation.ts";
import type { TypeEnvironment } from "../types/type-environment.ts";
import { type FunctionType, identity } from "../types/types.ts";
import type { Capture } from "./captures.ts";
import { shownFunction } from "./function-names.ts";
import { type ClosureNode, closureSignature, closureType, enterFunction } from "./lower-closures.ts";

export interface LiftedInstance {
  readonly fn: IrFunction;
  readonly type: FunctionType;
}

/** An inner function, and for what it is wanted. */
export interface LiftedUse {
  readonly node: ClosureNode;
  readonly name: string;
  /** Tells uses apart whose bodies differ though all else is the same. */
  readonly kind: string;
  /** The body that the function stands in. */
  readonly home: Context;
  readonly environment: TypeEnvironment;
  readonly captures: readonly Capture[];
  /** The type that it is declared or wanted as, told by what is known inside. */
  readonly expected: (scope: Context) => FunctionType | undefined;
}

/** The function for this use; its body is lowered later, once. */
export function requestLiftedInstance({ node, name, kind, home, environment, captures, expected }: LiftedUse): LiftedInstance {
  const { program } = home;
  const captured = captures.map((capture) => capture.type.id).join();
  const key = `${kind}${identity(node)}<${environment.key}>${captured}/${home.ownClass?.id ?? ""}`;
  const known = program.liftedFunctions.get(key);
  if (known !== undefined) return known;
  const scope = Context.scratch(program, environment);
  scope.ownClass = home.ownClass;
  scope.inherit(home);
  const type = closureType(scope, node, expected(scope), captures, true);
  const params = [...captures.map((capture) => memoryKinds[capture.kind].valueType), ...closureSignature(type).params.slice(1)];
  const fn = program.addFunction(name, node.getSourceFile(), { params, result: valueTypeOf(type.result) });
  fn.declaredAt = program.positionOf(node);
  fn.shownAs = shownFunction(node);
  const instance = { fn, type };
  program.liftedFunctions.set(key, instance);
  const inner = new Context(program, fn, environment, type.result);
  inner.ownClass = home.ownClass;
  inner.inherit(home);
  program.enqueue(() =>
    program.attempt(node, () => {
      enterFunction(inner, node, type, captures, true);
      lowerFunctionStatements(inner, node);
      inner.finish();
    }),
  );
  return instance;
}
