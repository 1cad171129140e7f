// Ownership verifier: whether a function whose references are counted gives up each count exactly once on every path that returns, and
// uses nothing whose last count it gave up. Independent of the pass that inserted the counts: it only follows them.
//
//   held       how many counts of a value the function holds; what is made, or arrives in an owned block parameter, begins with 1
//   borrowed   a value that was read through another holds none: while it is used, the one at the start of the chain must be held

import { DominatorTree } from "../ir/control-flow.ts";
import type { Block, BlockId, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op, ops } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { consumedOperand } from "./consumed-operand.ts";
import { findDoomedBlocks } from "./doomed-blocks.ts";

type Held = Map<Value, number>;

/** What is wrong with the counts of a function; empty for one whose references are not counted. */
export function verifyOwnership(module: Module, fn: IrFunction): string[] {
  if (fn.ownedParameters === null || fn.blocks.length === 0) return [];
  const verifier = new OwnershipVerifier(module, fn, fn.ownedParameters);
  verifier.run();
  return verifier.messages;
}

class OwnershipVerifier {
  readonly messages: string[] = [];
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly ownedParameters: ReadonlySet<Value>;
  private readonly isDoomed: Uint8Array;
  /** Values that begin with a count of their own. */
  private readonly made = new Set<Value>();
  private readonly read: ReadonlySet<Value>;
  private block: Block;

  constructor(module: Module, fn: IrFunction, ownedParameters: ReadonlySet<Value>) {
    this.module = module;
    this.fn = fn;
    this.ownedParameters = ownedParameters;
    this.isDoomed = findDoomedBlocks(fn);
    this.read = findReadValues(fn, ownedParameters);
    this.block = fn.blocks[0];
    for (const block of fn.blocks) {
      for (const value of block.params) if (ownedParameters.has(value)) this.made.add(value);
      for (const value of block.insts) if (isMade(fn, value)) this.made.add(value);
    }
  }

  run(): void {
    const entries: (Held | undefined)[] = [];
    const order: readonly BlockId[] = new DominatorTree(this.fn).order;
    for (const id of order) {
      this.block = this.fn.blocks[id];
      if (this.isDoomed[id] !== 0) continue;
      const held: Held = new Map(entries[id]);
      for (const value of this.block.params) if (this.ownedParameters.has(value)) held.set(value, 1);
      for (const value of this.block.insts) this.visit(value, held);
      for (const { target, args } of this.block.edges) {
        if (this.isDoomed[target] === 0) this.leave(target, args, new Map(held), entries);
      }
    }
  }

  private visit(value: Value, held: Held): void {
    const { fn } = this;
    const op = fn.op(value);
    const operands = fn.operands(value);
    if (op === Op.Retain) {
      this.use(held, operands[0], value);
      return this.change(held, operands[0], 1, value);
    }
    if (op === Op.Release) return this.change(held, operands[0], -1, value);
    for (const operand of operands) this.use(held, operand, value);
    const consumed = op === Op.Return && operands.length > 0 ? 0 : consumedOperand(this.module, fn, value);
    if (consumed >= 0 && fn.type(operands[consumed]) === ValueType.Ref) {
      if (!isTrivial(fn, operands[consumed])) this.change(held, operands[consumed], -1, value);
      this.take(held, value);
    }
    if (isMade(fn, value)) held.set(value, 1);
    if (op === Op.Return) this.checkEnd(held, value);
  }

  /** A read of the place in front of a store to it takes over the count that was there. */
  private take(held: Held, store: Value): void {
    const { fn, block } = this;
    const before = block.insts[block.insts.indexOf(store) - 1] ?? 0;
    if (before === 0 || fn.type(before) !== ValueType.Ref || fn.aux(before) !== fn.aux(store) || fn.op(before) !== readOf(fn.op(store)))
      return;
    const place = fn.operands(before);
    if (place.every((operand, index) => operand === fn.operand(store, index))) held.set(before, (held.get(before) ?? 0) + 1);
  }

  private leave(target: BlockId, args: readonly Value[], held: Held, entries: (Held | undefined)[]): void {
    const { fn } = this;
    const last = fn.terminator(this.block);
    args.forEach((argument, place) => {
      if (fn.type(argument) !== ValueType.Ref) return;
      const parameter = fn.blocks[target].params[place];
      if (this.read.has(parameter)) this.use(held, argument, last);
      if (this.ownedParameters.has(parameter) && !isTrivial(fn, argument)) this.change(held, argument, -1, last);
    });
    const known = entries[target];
    if (known === undefined) {
      entries[target] = held;
      return;
    }
    for (const value of new Set([...held.keys(), ...known.keys()])) {
      const [here, there] = [held.get(value) ?? 0, known.get(value) ?? 0];
      if (here !== there) this.report(last, `%${value} comes to b${target} with ${here} counts here and with ${there} elsewhere`);
    }
  }

  private change(held: Held, value: Value, change: number, at: Value): void {
    const count = (held.get(value) ?? 0) + change;
    if (count < 0) this.report(at, `gives up a count of %${value} that the function does not hold`);
    if (count <= 0) held.delete(value);
    else held.set(value, count);
  }

  private use(held: Held, value: Value, at: Value): void {
    const { fn } = this;
    let root = value;
    while (!held.has(root) && !this.made.has(root)) {
      const op = fn.op(root);
      const isAddress = op === Op.ArrayElements || op === Op.RefToAddress;
      if (!isAddress && (fn.type(root) !== ValueType.Ref || (op !== Op.FieldGet && op !== Op.ArrayGet))) return;
      root = fn.operand(root, 0);
    }
    if (!held.has(root)) this.report(at, `uses %${value} after the last count of %${root} was given up`);
  }

  private checkEnd(held: Held, at: Value): void {
    for (const [value, count] of held) if (count !== 0) this.report(at, `returns with ${count} counts of %${value}`);
  }

  private report(value: Value, message: string): void {
    this.messages.push(`function "${this.fn.name}", block b${this.block.id}, %${value} = ${ops[this.fn.op(value)].name}: ${message}`);
  }
}

/** What is looked at, and owned parameters. An argument for a borrowed parameter that nothing reads is not a use of it. */
function findReadValues(fn: IrFunction, ownedParameters: ReadonlySet<Value>): ReadonlySet<Value> {
  const read = new Set(ownedParameters);
  for (const block of fn.blocks) for (const value of block.insts) for (const operand of fn.operands(value)) read.add(operand);
  for (let size = -1; size !== read.size; ) {
    size = read.size;
    for (const { edges } of fn.blocks) {
      for (const { target, args } of edges) {
        args.forEach((argument, place) => {
          if (read.has(fn.blocks[target].params[place])) read.add(argument);
        });
      }
    }
  }
  return read;
}

function isMade(fn: IrFunction, value: Value): boolean {
  if (fn.type(value) !== ValueType.Ref) return false;
  switch (fn.op(value)) {
    case Op.New:
    case Op.Adopt:
    case Op.Share:
    case Op.Call:
    case Op.CallVirtual:
    case Op.CallClosure:
    case Op.CallIndirect:
      return true;
    default:
      return false;
  }
}

function isTrivial(fn: IrFunction, value: Value): boolean {
  const op = fn.op(value);
  return op === Op.Constant || op === Op.StringConstant || op === Op.StaticClosure || op === Op.FunctionText;
}

function readOf(store: Op): Op {
  switch (store) {
    case Op.FieldSet:
      return Op.FieldGet;
    case Op.GlobalSet:
      return Op.GlobalGet;
    case Op.ArraySet:
      return Op.ArrayGet;
    default:
      return Op.Load;
  }
}
