// Inlined bodies: the scopes that the positions of one function lie in, in the form in which object files tell of them.
// Invariants: equal bodies are one object

import type { Module } from "../../ir/module.ts";
import type { InlinedBody } from "../../object/debug-facts.ts";

export class InlinedBodies {
  private readonly module: Module;
  /** By scope: the code of one function is in one file. */
  private readonly known = new Map<number, InlinedBody>();

  constructor(module: Module) {
    this.module = module;
  }

  /** The body that a position (Module.positions) lies in; undefined for the function's own code. */
  at(position: number): InlinedBody | undefined {
    const { file, scope } = this.module.position(position);
    return this.of(scope, file);
  }

  /** The body of a scope, whose own code is in a file. */
  of(scope: number, file: string): InlinedBody | undefined {
    if (scope === 0) return undefined;
    let body = this.known.get(scope);
    if (body === undefined) {
      const { functionName, callPosition } = this.module.scope(scope);
      body = { name: functionName, file, callLine: this.module.position(callPosition).line, caller: this.at(callPosition) };
      this.known.set(scope, body);
    }
    return body;
  }
}
