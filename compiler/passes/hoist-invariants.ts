// Loop-invariant code motion: computes before a loop what each round of it would compute anew.
// Requires:    no unreachable blocks.
// Establishes: in a loop with one way in, operations without effects whose operands come from outside are outside; so are lengths and
//              fields that nothing in the loop can write, when they are read on every round.

import { findLoops, type Loop } from "../analysis/loops.ts";
import { effectsOf, mayOverlap, type Place, placeOf, writtenPlace } from "../analysis/memory-places.ts";
import { splitEdge } from "../ir/blocks.ts";
import { DominatorTree } from "../ir/control-flow.ts";
import type { Block, Edge, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Effect, Op } from "../ir/ops.ts";

export function hoistInvariants(fn: IrFunction, module: Module): void {
  let tree = new DominatorTree(fn);
  let loops = findLoops(fn, tree);
  if (loops.length === 0) return;
  // Making a block to hoist into changes the tree, so each loop gets one first.
  const blockCount = fn.blocks.length;
  for (const loop of loops) makePreheader(fn, loop);
  if (fn.blocks.length !== blockCount) {
    tree = new DominatorTree(fn);
    loops = findLoops(fn, tree);
  }
  const nullable = new NullableReferences(fn);
  for (const loop of loops) {
    const preheader = preheaderOf(fn, loop);
    if (preheader !== undefined) hoist(module, fn, loop, preheader, tree, nullable);
  }
}

function entries(fn: IrFunction, loop: Loop): { from: Block; edge: Edge }[] {
  const ways: { from: Block; edge: Edge }[] = [];
  for (const from of fn.blocks) {
    if (loop.blocks.has(from.id)) continue;
    for (const edge of from.edges) if (edge.target === loop.header) ways.push({ from, edge });
  }
  return ways;
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

function hoist(module: Module, fn: IrFunction, loop: Loop, preheader: Block, tree: DominatorTree, nullable: NullableReferences): void {
  const inside = new Set<Value>();
  for (const id of loop.blocks) for (const value of [...fn.blocks[id].params, ...fn.blocks[id].insts]) inside.add(value);
  const written = writtenIn(module, fn, loop);
  for (const id of tree.order) {
    if (!loop.blocks.has(id)) continue;
    const block = fn.blocks[id];
    const kept: Value[] = [];
    // A read may only move when it would have happened: in the header, before anything that could end the round.
    let mayRead = id === loop.header;
    for (const [index, value] of block.insts.entries()) {
      const isInvariant = fn.operands(value).every((operand) => !inside.has(operand));
      if (isInvariant && isMovable(module, fn, value, mayRead || isAlwaysReadable(fn, value, nullable), written)) {
        inside.delete(value);
        fn.variables.moveTo(value, block.insts[index + 1]);
        // It happens where the loop begins: a debugger that stepped to its own line would seem to jump ahead.
        fn.setPosition(value, fn.position(fn.terminator(preheader)));
        preheader.insts.splice(preheader.insts.length - 1, 0, value);
        continue;
      }
      kept.push(value);
      if ((effectsOf(fn, value) & ~Effect.Read) !== 0) mayRead = false;
    }
    block.insts = kept;
  }
}

/**
 * References that the function compares with null or checks, and all read from the same place as one of them: only these can be null where
 * their type was narrowed.
 */
class NullableReferences {
  private readonly fn: IrFunction;
  private readonly sources = new Set<string>();

  constructor(fn: IrFunction) {
    this.fn = fn;
    for (const block of fn.blocks) {
      for (const value of block.insts) {
        const op = fn.op(value);
        if (op !== Op.CheckNull && op !== Op.Equal && op !== Op.NotEqual) continue;
        for (const operand of fn.operands(value)) this.sources.add(this.sourceOf(operand));
      }
    }
  }

  has(reference: Value): boolean {
    return this.fn.isConstant(reference) || this.sources.has(this.sourceOf(reference));
  }

  /** The same for two reads of one field, of one global, or of elements. */
  private sourceOf(reference: Value): string {
    const op = this.fn.op(reference);
    const isRead = op === Op.FieldGet || op === Op.GlobalGet || op === Op.ArrayGet || op === Op.Load;
    return isRead ? `${op} ${this.fn.aux(reference)}` : `value ${reference}`;
  }
}

/** A read that needs no more than its object, which is there, or not even that: it may happen though a round would have ended before it. */
function isAlwaysReadable(fn: IrFunction, value: Value, nullable: NullableReferences): boolean {
  const op = fn.op(value);
  if (op === Op.GlobalGet) return true;
  const isHead = op === Op.ArrayLength || op === Op.ArrayElements || op === Op.StringLength;
  return isHead && !nullable.has(fn.operand(value, 0));
}

function writtenIn(module: Module, fn: IrFunction, loop: Loop): Place[] {
  const places = new Set<Place>();
  for (const id of loop.blocks) {
    for (const value of fn.blocks[id].insts) {
      const place = writtenPlace(module, fn, value);
      if (place !== undefined) places.add(place);
    }
  }
  return [...places];
}

function isMovable(module: Module, fn: IrFunction, value: Value, mayRead: boolean, written: readonly Place[]): boolean {
  switch (fn.op(value)) {
    case Op.Nop:
    // Constants are cheaper made again than kept in a register.
    case Op.Constant:
      return false;
    // Never change, but are there only when the object is.
    case Op.StringLength:
    case Op.ClassId:
      return mayRead;
  }
  const effects = effectsOf(fn, value);
  if (effects !== Effect.Read) return effects === Effect.None;
  return mayRead && !written.some((place) => mayOverlap(place, placeOf(module, fn, value)));
}
