// Object replacement: an object that nothing outside the function can see becomes values, one for each of its fields.
// Requires:    high operations; references are not counted yet.
// Establishes: no object is made whose every use is a read or a write of its own fields in the same function.

import { jumpAlong, orderBlocks, Replacements } from "../ir/blocks.ts";
import { predecessors, reversePostorder } from "../ir/control-flow.ts";
import type { Block, BlockId, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind, memoryKinds, type ValueType } from "../ir/types.ts";

export function replaceObjects(fn: IrFunction, module: Module): void {
  if (!fn.blocks.some((block) => block.insts.some((value) => fn.op(value) === Op.New))) return;
  orderBlocks(fn);
  // What a replaced object referred to may be private now.
  for (let found = findPrivateObjects(fn, module); found.size > 0; found = findPrivateObjects(fn, module)) {
    for (const [object, fields] of found) new ObjectReplacement(fn, module, object, fields).run();
    orderBlocks(fn);
  }
}

/** Objects that are only used to reach their fields, with the fields that are. */
function findPrivateObjects(fn: IrFunction, module: Module): Map<Value, Set<number>> {
  const found = new Map<Value, Set<number>>();
  for (const block of fn.blocks) {
    for (const value of block.insts) if (fn.op(value) === Op.New) found.set(value, new Set());
  }
  if (found.size === 0) return found;
  for (const block of fn.blocks) {
    for (const value of block.insts) findUses(fn, module, value, found);
    for (const { args } of block.edges) for (const argument of args) found.delete(argument);
  }
  return found;
}

function findUses(fn: IrFunction, module: Module, value: Value, found: Map<Value, Set<number>>): void {
  const op = fn.op(value);
  const operands = fn.operands(value);
  const isAccess = (op === Op.FieldGet || op === Op.FieldSet) && isWholeValue(module.fields[fn.aux(value)].kind);
  if (isAccess) found.get(operands[0])?.add(fn.aux(value));
  else if (op !== Op.CheckNull) for (const operand of operands) found.delete(operand);
  if (op === Op.FieldSet) found.delete(operands[1]);
}

/** Whether a cell gives back exactly the value that was put into it: not so for cells narrower than their value. */
function isWholeValue(kind: MemoryKind): boolean {
  return kind === MemoryKind.Bool || memoryKinds[kind].sizeBytes >= 4;
}

/** Follows the fields of one object through the function as if each were a variable. */
class ObjectReplacement {
  private readonly fn: IrFunction;
  private readonly module: Module;
  private readonly object: Value;
  private readonly fields: ReadonlySet<number>;
  private readonly preds: readonly BlockId[][];
  private readonly replacements = new Replacements();
  /** By block and field: the value at the block's end, where the block sets it or it was asked for. */
  private readonly atEnd = new Map<string, Value>();
  private readonly atStart = new Map<string, Value>();

  constructor(fn: IrFunction, module: Module, object: Value, fields: ReadonlySet<number>) {
    this.fn = fn;
    this.module = module;
    this.object = object;
    this.fields = fields;
    this.preds = predecessors(fn);
  }

  run(): void {
    const { fn } = this;
    const order = reversePostorder(fn);
    for (const id of order) this.findAssignments(fn.blocks[id]);
    for (const id of order) this.replaceReads(fn.blocks[id]);
    this.replacements.apply(fn);
    fn.compactInsts();
  }

  private isAccess(value: Value, op: Op): boolean {
    return this.fn.op(value) === op && this.fn.operand(value, 0) === this.object;
  }

  private typeOf(field: number): ValueType {
    return memoryKinds[this.module.fields[field].kind].valueType;
  }

  /** Where the object is made its fields are zero. */
  private findAssignments(block: Block): void {
    const { fn } = this;
    for (let place = 0; place < block.insts.length; place++) {
      const value = block.insts[place];
      if (value === this.object) {
        const zeros = [...this.fields].map((field) => {
          const zero = fn.create(Op.Constant, this.typeOf(field), [], 0, fn.position(value));
          this.atEnd.set(`${block.id} ${field}`, zero);
          return zero;
        });
        block.insts.splice(place, 0, ...zeros);
        place += zeros.length;
      } else if (this.isAccess(value, Op.FieldSet)) {
        this.atEnd.set(`${block.id} ${fn.aux(value)}`, fn.operand(value, 1));
      }
    }
  }

  private replaceReads(block: Block): void {
    const { fn } = this;
    const current = new Map<number, Value>();
    let zeros = 0;
    for (const [place, value] of block.insts.entries()) {
      if (value === this.object) {
        zeros = place - this.fields.size;
        for (const field of this.fields) current.set(field, block.insts[zeros++]);
        this.removeMemoryTest(block, place + 1);
        fn.remove(value);
      } else if (this.isAccess(value, Op.FieldSet)) {
        current.set(fn.aux(value), fn.operand(value, 1));
        fn.remove(value);
      } else if (this.isAccess(value, Op.FieldGet)) {
        const field = fn.aux(value);
        this.replacements.set(value, current.get(field) ?? this.valueAtStart(block.id, field));
        fn.remove(value);
      } else if (this.isAccess(value, Op.CheckNull)) {
        fn.remove(value);
      }
    }
  }

  /** The test behind `new` whether memory was out: it is needed no more. */
  private removeMemoryTest(block: Block, place: number): void {
    const { fn, module } = this;
    const [pending, isThrown, branch] = block.insts.slice(place, place + 4).filter((value) => fn.op(value) !== Op.Constant);
    if (branch === undefined || fn.op(branch) !== Op.Branch || fn.operand(branch, 0) !== isThrown) return;
    if (fn.op(pending) !== Op.GlobalGet || fn.aux(pending) !== module.pendingException) return;
    if (fn.op(isThrown) !== Op.NotEqual || fn.operand(isThrown, 0) !== pending) return;
    jumpAlong(fn, block, block.edges[1]);
  }

  private valueAtEnd(block: BlockId, field: number): Value {
    return this.atEnd.get(`${block} ${field}`) ?? this.valueAtStart(block, field);
  }

  /** Requires: every way to the block comes by the making of the object. */
  private valueAtStart(block: BlockId, field: number): Value {
    const key = `${block} ${field}`;
    const known = this.atStart.get(key);
    if (known !== undefined) return known;
    const preds = this.preds[block];
    if (preds.length === 1) {
      const value = this.valueAtEnd(preds[0], field);
      this.atStart.set(key, value);
      return value;
    }
    const { fn } = this;
    const parameter = fn.addParameter(fn.blocks[block], this.typeOf(field));
    this.atStart.set(key, parameter);
    const place = fn.blocks[block].params.length - 1;
    for (const pred of new Set(preds)) {
      for (const edge of fn.blocks[pred].edges) {
        // Parameters are added one at a time, and their arguments while others are asked for: each has its place.
        if (edge.target === block) edge.args[place] = this.valueAtEnd(pred, field);
      }
    }
    return parameter;
  }
}
