// Loop-invariant code motion: computes before a loop what each round of it would compute anew.
// Requires:    no unreachable blocks.
// Establishes: in a loop with one way in, operations without effects whose operands come from outside are outside; so are lengths and
//              fields that nothing in the loop can write, when they are read on every round.

import { findLoops, type Loop } from "../analysis/loops.ts";
import { splitEdge } from "../ir/blocks.ts";
import { DominatorTree } from "../ir/control-flow.ts";
import type { Block, Edge, IrFunction, Value } from "../ir/function.ts";
import { Effect, Op } from "../ir/ops.ts";
import { effectsOf } from "./eliminate-dead-code.ts";

export function hoistInvariants(fn: IrFunction): void {
  // Making a block to hoist into changes the tree, so each loop gets one first.
  for (const loop of findLoops(fn, new DominatorTree(fn))) makePreheader(fn, loop);
  const tree = new DominatorTree(fn);
  for (const loop of findLoops(fn, tree)) {
    const preheader = preheaderOf(fn, loop);
    if (preheader !== undefined) hoist(fn, loop, preheader, tree);
  }
}

function entries(fn: IrFunction, loop: Loop): { from: Block; edge: Edge }[] {
  return fn.blocks.flatMap((from) =>
    loop.blocks.has(from.id) ? [] : from.edges.filter((edge) => edge.target === loop.header).map((edge) => ({ from, edge })),
  );
}

function makePreheader(fn: IrFunction, loop: Loop): void {
  const ways = entries(fn, loop);
  if (ways.length !== 1) return;
  const [{ from, edge }] = ways;
  if (from.edges.length > 1) splitEdge(fn, edge, fn.position(fn.terminator(from)));
}

/** The one block outside that leads into the loop and nowhere else. */
function preheaderOf(fn: IrFunction, loop: Loop): Block | undefined {
  const ways = entries(fn, loop);
  return ways.length === 1 && ways[0].from.edges.length === 1 ? ways[0].from : undefined;
}

function hoist(fn: IrFunction, loop: Loop, preheader: Block, tree: DominatorTree): void {
  const inside = new Set<Value>();
  for (const id of loop.blocks) for (const value of [...fn.blocks[id].params, ...fn.blocks[id].insts]) inside.add(value);
  const isWriting = [...loop.blocks].some((id) => fn.blocks[id].insts.some((value) => (effectsOf(fn, value) & Effect.Write) !== 0));
  for (const id of tree.order) {
    if (!loop.blocks.has(id)) continue;
    const block = fn.blocks[id];
    const kept: Value[] = [];
    for (const value of block.insts) {
      const isInvariant = fn.operands(value).every((operand) => !inside.has(operand));
      // A read may only move when it would have happened: in the header, before anything that could end the round.
      const mayRead = !isWriting && id === loop.header && kept.every((earlier) => (effectsOf(fn, earlier) & ~Effect.Read) === 0);
      if (isInvariant && isMovable(fn, value, mayRead)) {
        inside.delete(value);
        preheader.insts.splice(preheader.insts.length - 1, 0, value);
      } else kept.push(value);
    }
    block.insts = kept;
  }
}

function isMovable(fn: IrFunction, value: Value, mayRead: boolean): boolean {
  const effects = effectsOf(fn, value);
  const op = fn.op(value);
  // Constants are cheaper made again than kept in a register.
  if (op === Op.Nop || op === Op.Constant) return false;
  // The lengths of strings never change, but reading one needs the string not to be null.
  if (op === Op.StringLength || op === Op.ClassId) return mayRead;
  return effects === Effect.None || (effects === Effect.Read && mayRead);
}
