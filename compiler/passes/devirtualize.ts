// Devirtualisation: a virtual call that can reach one function only becomes a direct call. The whole program is known, so that is certain.
// Requires:    high operations.
// Establishes: call.virtual is left only where two or more instantiated classes differ.

import { CallGraph } from "../analysis/call-graph.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";

export function devirtualize(module: Module): void {
  const graph = new CallGraph(module);
  for (const sites of graph.sites) {
    for (const { caller, call, targets } of sites) {
      if (caller.op(call) !== Op.CallVirtual || targets.length !== 1) continue;
      caller.replace(call, Op.Call, caller.type(call), caller.operands(call), targets[0]);
    }
  }
}
