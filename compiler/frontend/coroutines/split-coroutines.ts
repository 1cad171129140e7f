// Splitting of coroutines: a body with suspensions becomes a function that returns at each and, called again, goes on behind it.
// Invariants: (1) the frame, the body's first parameter, keeps the number of the suspension and every value that lives across one
//             (2) such a value is stored where it is defined and loaded where it is used, so that no value crosses a suspension
//
//   entry: switch frame.state      0: the body's beginning      n: what comes behind suspension n

import type { Block, IrFunction, Value } from "../../ir/function.ts";
import type { IrClass, Module } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";

export interface CoroutineBody {
  readonly fn: IrFunction;
  readonly frame: IrClass;
  /** Field of the frame, I32, at first 0: which suspension the body is at. */
  readonly stateField: number;
}

/** Requires: the body is finished; it returns nothing. Establishes: no suspend is left in it. */
export function splitCoroutine(module: Module, { fn, frame, stateField }: CoroutineBody): void {
  const [entry] = fn.blocks;
  const begin = moveEntry(fn, entry);
  const resumed = cutAtSuspensions(fn, stateField);
  const across = valuesAcross(fn, resumed);
  new Spiller(module, fn, frame, across).run(entry);
  const state = fn.create(Op.FieldGet, ValueType.I32, [entry.params[0]], stateField);
  entry.insts = [state, fn.create(Op.Switch, ValueType.Void, [state])];
  entry.cases = resumed.map((_, index) => index + 1);
  entry.edges = [...resumed.map(({ after }) => after), begin].map((block) => ({ target: block.id, args: [] }));
}

/** The entry's code in a block of its own: the entry will choose where to go on. */
function moveEntry(fn: IrFunction, entry: Block): Block {
  const begin = fn.addBlock();
  begin.insts = entry.insts;
  begin.edges = entry.edges;
  begin.cases = entry.cases;
  entry.insts = [];
  entry.edges = [];
  entry.cases = [];
  return begin;
}

interface Suspension {
  readonly before: Block;
  readonly after: Block;
}

/** Each suspension ends its block with a return; what came behind it gets a block of its own. */
function cutAtSuspensions(fn: IrFunction, stateField: number): Suspension[] {
  const result: Suspension[] = [];
  const [frame] = fn.blocks[0].params;
  // The list grows while it is walked: the new block may hold further suspensions.
  for (const before of fn.blocks) {
    const place = before.insts.findIndex((value) => fn.op(value) === Op.Suspend);
    if (place < 0) continue;
    const position = fn.position(before.insts[place]);
    const after = fn.addBlock();
    after.insts = before.insts.slice(place + 1);
    after.edges = before.edges;
    after.cases = before.cases;
    after.isCold = before.isCold;
    result.push({ before, after });
    const state = fn.create(Op.Constant, ValueType.I32, [], 0, position);
    fn.setImmediate(state, result.length);
    const set = fn.create(Op.FieldSet, ValueType.Void, [frame, state], stateField, position);
    const leave = fn.create(Op.Return, ValueType.Void, [], 0, position);
    before.insts = [...before.insts.slice(0, place), state, set, leave];
    before.edges = [];
    before.cases = [];
  }
  return result;
}

/** The values that are live where the body goes on; not the function's parameters, which each call brings anew. */
function valuesAcross(fn: IrFunction, suspensions: readonly Suspension[]): Set<Value> {
  const goesOn = new Map(suspensions.map(({ before, after }) => [before, after]));
  const liveIn = fn.blocks.map(() => new Set<Value>());
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let index = fn.blocks.length - 1; index >= 0; index--) {
      const block = fn.blocks[index];
      const live = new Set<Value>();
      const after = goesOn.get(block);
      if (after !== undefined) for (const value of liveIn[after.id]) live.add(value);
      for (const edge of block.edges) {
        for (const value of liveIn[edge.target]) live.add(value);
        for (const value of edge.args) live.add(value);
      }
      for (let place = block.insts.length - 1; place >= 0; place--) {
        const value = block.insts[place];
        live.delete(value);
        for (const operand of fn.operands(value)) live.add(operand);
      }
      for (const param of block.params) live.delete(param);
      if (live.size === liveIn[index].size) continue;
      liveIn[index] = live;
      isChanged = true;
    }
  }
  const result = new Set(suspensions.flatMap(({ after }) => [...liveIn[after.id]]));
  for (const param of fn.blocks[0].params) result.delete(param);
  return result;
}

const cells: Partial<Record<ValueType, MemoryKind>> = {
  [ValueType.Bool]: MemoryKind.Bool,
  [ValueType.I32]: MemoryKind.I32,
  [ValueType.I64]: MemoryKind.I64,
  [ValueType.F32]: MemoryKind.F32,
  [ValueType.F64]: MemoryKind.F64,
  [ValueType.Ref]: MemoryKind.Ref,
};

/** Constants and addresses are made again instead of being kept. */
function isConstant(op: Op): boolean {
  return op >= Op.Constant && op <= Op.SymbolAddress;
}

class Spiller {
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly frame: IrClass;
  private readonly across: ReadonlySet<Value>;
  private readonly fields = new Map<Value, number>();

  constructor(module: Module, fn: IrFunction, frame: IrClass, across: ReadonlySet<Value>) {
    this.module = module;
    this.fn = fn;
    this.frame = frame;
    this.across = across;
  }

  run(entry: Block): void {
    for (const block of this.fn.blocks) if (block !== entry) this.rewrite(block);
  }

  private rewrite(block: Block): void {
    const { fn } = this;
    const insts: Value[] = [];
    const known = new Map<Value, Value>();
    const use = (value: Value, position: number): Value => {
      if (!this.across.has(value)) return value;
      let found = known.get(value);
      if (found === undefined) {
        found = this.load(value, position);
        insts.push(found);
        known.set(value, found);
      }
      return found;
    };
    const define = (value: Value): void => {
      if (!this.across.has(value)) return;
      known.set(value, value);
      if (!isConstant(fn.op(value))) insts.push(this.store(value));
    };
    for (const param of block.params) define(param);
    for (const value of block.insts) {
      const position = fn.position(value);
      for (let index = 0; index < fn.operandCount(value); index++) fn.setOperand(value, index, use(fn.operand(value, index), position));
      if (value === block.insts[block.insts.length - 1])
        for (const edge of block.edges) edge.args = edge.args.map((argument) => use(argument, position));
      insts.push(value);
      define(value);
    }
    block.insts = insts;
  }

  private fieldOf(value: Value): number {
    let field = this.fields.get(value);
    if (field === undefined) {
      const kind = cells[this.fn.type(value)] ?? MemoryKind.Ref;
      field = this.module.addField(this.frame, `kept${this.fields.size}`, kind).index;
      this.fields.set(value, field);
    }
    return field;
  }

  private store(value: Value): Value {
    const [frame] = this.fn.blocks[0].params;
    return this.fn.create(Op.FieldSet, ValueType.Void, [frame, value], this.fieldOf(value), this.fn.position(value));
  }

  private load(value: Value, position: number): Value {
    const { fn } = this;
    const op = fn.op(value);
    if (!isConstant(op)) return fn.create(Op.FieldGet, fn.type(value), [fn.blocks[0].params[0]], this.fieldOf(value), position);
    const copy = fn.create(op, fn.type(value), [], fn.aux(value), position);
    if (op === Op.Constant) fn.copyImmediate(copy, fn, value);
    return copy;
  }
}
