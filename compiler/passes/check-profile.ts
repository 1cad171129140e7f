// Profile check: what the kernel profile forbids and only the whole program shows: recursion, allocation after boot, floating point.
// It changes nothing; the driver turns what it finds into diagnostics.
// Requires: checkCalls before inlining, while call sites are those of the source; checkFloats after all passes, when what is left is real.

import { CallGraph, type CallSite } from "../analysis/call-graph.ts";
import { findReachableFunctions } from "../analysis/reachable-functions.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import type { Module, Position } from "../ir/module.ts";
import { Op, ops } from "../ir/ops.ts";
import { RUNTIME_PREFIX } from "../ir/positions.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";
import { ValueType } from "../ir/types.ts";

export interface ProfileViolation {
  readonly kind: "recursion" | "allocation" | "float";
  readonly position: Position;
  /** The function with the forbidden thing in it. */
  readonly functionName: string;
  /** Of an allocation: the calls that lead to it, a root first. Of recursion: the circle, its first function again at the end. */
  readonly path: readonly string[];
}

/** What makes objects on the heap. */
const allocatingSymbols: ReadonlySet<string> = new Set(
  (
    [
      "allocateObject",
      "createArray",
      "createTypedArray",
      "extendArray",
      "stringConcat",
      "numberToString",
      "signedToString",
      "unsignedToString",
    ] as const
  ).map((name) => runtimeFunctions[name].exportName),
);

/** Circles in the call graph, and allocations that code outside of module initialisers can reach. What no root reaches is not looked at. */
export function checkCalls(module: Module): ProfileViolation[] {
  const graph = new CallGraph(module, findReachableFunctions(module));
  return [...findRecursion(module, graph), ...findAllocations(module, graph)];
}

/** The place of an instruction, or of its function. Of what the runtime does, the place in the program that it does it for. */
function positionIn(module: Module, graph: () => CallGraph, fn: IrFunction, value: Value): Position {
  const own = value === 0 || fn.position(value) === 0 ? fn.declaredAt : fn.position(value);
  const inlined = outsideOfRuntime(module, own);
  return module.position(inlined ?? callFromProgram(module, graph(), fn) ?? own);
}

/** The position, or the innermost of the calls through which it was inlined, that is not in the runtime. */
function outsideOfRuntime(module: Module, position: number): number | undefined {
  for (let at = position; at !== 0; ) {
    const { file, scope } = module.position(at);
    if (!file.startsWith(RUNTIME_PREFIX)) return at;
    at = scope === 0 ? 0 : module.scope(scope).callPosition;
  }
  return undefined;
}

/** The nearest call outside of the runtime that leads to the function. */
function callFromProgram(module: Module, graph: CallGraph, fn: IrFunction): number | undefined {
  const callers = new Map<number, CallSite[]>();
  for (const site of graph.sites.flat()) for (const target of site.targets) callers.set(target, [...(callers.get(target) ?? []), site]);
  const pending = [fn.index];
  const seen = new Set(pending);
  for (let next = 0; next < pending.length; next++) {
    for (const { caller, call } of callers.get(pending[next]) ?? []) {
      const position = outsideOfRuntime(module, caller.position(call));
      if (position !== undefined) return position;
      if (!seen.has(caller.index)) pending.push(caller.index);
      seen.add(caller.index);
    }
  }
  return undefined;
}

function findRecursion(module: Module, graph: CallGraph): ProfileViolation[] {
  const violations: ProfileViolation[] = [];
  for (const component of graph.components()) {
    const members = new Set(component);
    const start = component[0];
    const circle = shortestPath(graph, start, (index) => members.has(index), start);
    if (circle === undefined) continue;
    const fn = module.functions[start];
    const site = graph.sites[start].find(({ targets }) => targets.some((target) => members.has(target)));
    const path = circle.map((index) => module.functions[index].name);
    violations.push({ kind: "recursion", position: positionIn(module, () => graph, fn, site?.call ?? 0), functionName: fn.name, path });
  }
  return violations;
}

/** By breadth: the functions from one to another, both included, or undefined. A circle when they are the same. */
function shortestPath(graph: CallGraph, from: number, isAllowed: (index: number) => boolean, to: number): number[] | undefined {
  const reachedFrom = new Map<number, number>();
  const pending = [from];
  for (let next = 0; next < pending.length; next++) {
    for (const callee of graph.callees(pending[next])) {
      if (!isAllowed(callee) || reachedFrom.has(callee)) continue;
      reachedFrom.set(callee, pending[next]);
      if (callee === to) return pathTo(reachedFrom, from, to);
      pending.push(callee);
    }
  }
  return undefined;
}

function pathTo(reachedFrom: ReadonlyMap<number, number>, from: number, to: number): number[] {
  const path = [to];
  for (let at = reachedFrom.get(to); at !== undefined && at !== from; at = reachedFrom.get(at)) path.unshift(at);
  return [from, ...path];
}

function findAllocations(module: Module, graph: CallGraph): ProfileViolation[] {
  const violations: ProfileViolation[] = [];
  const reachedFrom = new Map<number, number>();
  const pending: number[] = [];
  const reach = (index: number, from: number): void => {
    if (reachedFrom.has(index) || module.functions[index].isInitializer) return;
    reachedFrom.set(index, from);
    pending.push(index);
  };
  for (const fn of module.functions) if (isRoot(fn, graph)) reach(fn.index, -1);
  for (let next = 0; next < pending.length; next++) {
    const fn = module.functions[pending[next]];
    const allocation = firstAllocation(module, fn);
    // What allocates is to blame, not the allocator that it calls.
    if (allocation !== 0) {
      const path = [fn.name];
      for (let at = reachedFrom.get(fn.index) ?? -1; at >= 0; at = reachedFrom.get(at) ?? -1) path.unshift(module.functions[at].name);
      violations.push({ kind: "allocation", position: positionIn(module, () => graph, fn, allocation), functionName: fn.name, path });
    }
    for (const callee of graph.callees(fn.index)) if (!isAllocator(module.functions[callee])) reach(callee, fn.index);
  }
  return violations;
}

function isAllocator(fn: IrFunction): boolean {
  return fn.exportName !== null && allocatingSymbols.has(fn.exportName);
}

function isRoot(fn: IrFunction, graph: CallGraph): boolean {
  if (fn.blocks.length === 0 || isAllocator(fn)) return false;
  return fn.exportName !== null || graph.addressTaken.has(fn.index);
}

function firstAllocation(module: Module, fn: IrFunction): Value {
  for (const block of fn.blocks) {
    for (const value of block.insts) {
      const op = fn.op(value);
      if (op === Op.New || (op === Op.Call && isAllocator(module.functions[fn.aux(value)]))) return value;
    }
  }
  return 0;
}

/** The first floating-point operation of each function that still has one. */
export function checkFloats(module: Module): ProfileViolation[] {
  let made: CallGraph | undefined;
  const graph = (): CallGraph => (made ??= new CallGraph(module));
  return module.functions.flatMap((fn) => {
    const value = firstFloat(fn);
    if (value === undefined) return [];
    return [
      { kind: "float" as const, position: positionIn(module, graph, fn, value), functionName: fn.name, path: [ops[fn.op(value)].name] },
    ];
  });
}

function isFloat(type: ValueType): boolean {
  return type === ValueType.F32 || type === ValueType.F64;
}

function firstFloat(fn: IrFunction): Value | undefined {
  for (const block of fn.blocks) {
    const found = [...block.params, ...block.insts].find(
      (value) => isFloat(fn.type(value)) || fn.operands(value).some((operand) => isFloat(fn.type(operand))),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
