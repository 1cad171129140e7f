// Analyses: dominators against their definition, loops, strongly connected components, the call graph.

import test from "ava";
import { CallGraph, strongComponents } from "../../compiler/analysis/call-graph.ts";
import { findLoops } from "../../compiler/analysis/loops.ts";
import { findReachableFunctions } from "../../compiler/analysis/reachable-functions.ts";
import { DominatorTree, reversePostorder } from "../../compiler/ir/control-flow.ts";
import type { IrFunction } from "../../compiler/ir/function.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { makeRandomModule } from "../passes/random-module.ts";

function parseFunction(text: string): { module: Module; fn: IrFunction } {
  const module = parseModule(`module linux\n${text}`);
  return { module, fn: module.functions[module.functions.length - 1] };
}

/** Blocks that can be reached from the entry without going through `avoided`. */
function reachableWithout(fn: IrFunction, avoided: number): Set<number> {
  const reached = new Set<number>();
  const pending = avoided === 0 ? [] : [0];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { target } of fn.blocks[id].edges) if (target !== avoided) pending.push(target);
  }
  return reached;
}

test("a block dominates exactly those that cannot be reached without it", (t) => {
  for (let seed = 1; seed <= 40; seed++) {
    for (const fn of makeRandomModule(seed).functions) {
      const tree = new DominatorTree(fn);
      const reachable = reachableWithout(fn, -1);
      for (const above of reachable) {
        const others = reachableWithout(fn, above);
        const wrong = [...reachable].filter((below) => tree.dominates(above, below) !== (below === above || !others.has(below)));
        t.deepEqual(wrong, [], `seed ${seed}, ${fn.name}, b${above}`);
      }
    }
  }
});

test("reverse postorder has each reachable block once, after its dominators", (t) => {
  for (let seed = 1; seed <= 40; seed++) {
    for (const fn of makeRandomModule(seed).functions) {
      const order = reversePostorder(fn);
      t.deepEqual([...order].sort(), [...reachableWithout(fn, -1)].sort());
      const tree = new DominatorTree(fn);
      t.true(order.every((id, index) => id === 0 || order.indexOf(tree.immediateDominators[id]) < index));
    }
  }
});

const NESTED = `function "f" (bool) -> void {
b0(%1: bool):
  jump b1()
b1():
  branch %1, b2(), b5()
b2():
  branch %1, b2(), b3()
b3():
  branch %1, b1(), b4()
b4():
  jump b1()
b5():
  return
}`;

test("nested loops are found, the inner one first, with all ways back in one loop", (t) => {
  const { fn } = parseFunction(NESTED);
  const loops = findLoops(fn, new DominatorTree(fn)).map(({ header, blocks }) => [header, [...blocks].sort()]);
  t.deepEqual(loops, [
    [2, [2]],
    [1, [1, 2, 3, 4]],
  ]);
});

test("strong components come callees first", (t) => {
  const edges: Record<number, number[]> = { 0: [1], 1: [2, 3], 2: [1], 3: [3, 4], 4: [], 5: [0] };
  const components = strongComponents(6, (node) => edges[node]).map((component) => component.sort());
  t.deepEqual(components, [[4], [3], [1, 2], [0], [5]]);
});

const CALLS = `class "A" instance size 8 align 8 ids 0..0 slots "A.m"
class "B" instance size 8 align 8 ids 1..1 slots "B.m"
method "m" slot 0 (ref) -> void
function "A.m" (ref) -> void {
b0(%1: ref):
  return
}
function "B.m" (ref) -> void {
b0(%1: ref):
  return
}
function "value" (ref) -> void {
b0(%1: ref):
  return
}
function "other" (ref, i32) -> void {
b0(%1: ref, %2: i32):
  return
}
function "main" (ref) -> void export "main" {
b0(%1: ref):
  %2 = new "A"
  %3 = closure.static "value"
  %4 = closure.static "other"
  call.virtual 0:"m" %1
  call.closure (ref) -> void %3
  return
}`;

test("virtual calls reach classes that are made, function values those of the signature", (t) => {
  const { module, fn } = parseFunction(CALLS);
  const names = [...new CallGraph(module).callees(fn.index)].map((index) => module.functions[index].name);
  t.deepEqual(names.sort(), ["A.m", "value"]);
});

test("reachable is what roots call, and the methods of classes that are made", (t) => {
  const { module } = parseFunction(CALLS);
  const reached = module.functions.filter((fn) => findReachableFunctions(module)[fn.index] === 1).map((fn) => fn.name);
  t.deepEqual(reached, ["A.m", "value", "other", "main"]);
});
