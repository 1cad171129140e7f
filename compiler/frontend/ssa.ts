// SSA construction: variables become values and block parameters while blocks are filled (Braun et al., "Simple and Efficient Construction
// of Static Single Assignment Form").
// Owns:       the definitions of each variable by block, the predecessors of each block, and which blocks are sealed.
// Invariants: (1) a sealed block gets no further predecessor
//             (2) after finish(): no unreachable block, and no parameter that is always the same value

import { Builder } from "../ir/builder.ts";
import { type Block, type Edge, type IrFunction, NO_POSITION, type Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op, ops } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { type Binding, Reading } from "../ir/variables.ts";
import { assert } from "../support/assert.ts";

/** A local variable whose value is followed through the blocks. */
export class SsaVariable {
  readonly name: string;
  readonly type: ValueType;
  /** In Module.variables; null of what the compiler made up. */
  readonly source: number | null;
  /** By block id, the value at its end so far. */
  readonly definitions = new Map<number, Value>();

  constructor(name: string, type: ValueType, source: number | null = null) {
    this.name = name;
    this.type = type;
    this.source = source;
  }
}

/** What a variable has at the end of a block, which has no next instruction yet. */
type UnplacedBinding = Pick<Binding, "variable" | "value" | "position" | "isMerge">;

export class SsaBuilder extends Builder {
  private readonly predecessors = new Map<Block, { block: Block; edge: Edge }[]>();
  private readonly sealed = new Set<Block>();
  private readonly incomplete = new Map<Block, Map<SsaVariable, Value>>();
  /** Variables that got values at the end of a block so far: they have them from its next instruction on. */
  private readonly unplaced = new Map<Block, UnplacedBinding[]>();

  constructor(module: Module, fn: IrFunction) {
    const entry = fn.addBlock();
    super(module, fn, entry);
    this.sealed.add(entry);
  }

  /** A block that may still get predecessors: seal it when all jumps to it are made. */
  openBlock(isCold = false): Block {
    const block = this.fn.addBlock();
    block.isCold = isCold;
    return block;
  }

  /** Continues in a block; with `seal`, no further jump to it will be made. */
  enter(block: Block, seal = true): void {
    this.block = block;
    if (!seal) return;
    this.seal(block);
    // Nothing leads here: what follows is not compiled. In a generic function it may not even have a meaning.
    if (!this.predecessors.has(block) && !this.isTerminated) super.unreachable();
  }

  seal(block: Block): void {
    if (this.sealed.has(block)) return;
    this.sealed.add(block);
    for (const [variable, parameter] of this.incomplete.get(block) ?? []) this.addArguments(block, variable, parameter);
    this.incomplete.delete(block);
  }

  /** Whether the current block already ended, so that what follows is unreachable. */
  get isTerminated(): boolean {
    return this.fn.isTerminated(this.block);
  }

  write(variable: SsaVariable, value: Value): void {
    assert(this.fn.type(value) === variable.type, () => `${variable.name}: value type ${this.fn.type(value)}, not ${variable.type}`);
    variable.definitions.set(this.block.id, value);
    if (variable.source !== null) this.nameValue(variable.source, value);
  }

  /** From here on, a variable of the sources has this value. */
  nameValue(source: number, value: Value): void {
    if (this.isTerminated) return;
    const binding = { variable: source, value, position: this.position, isMerge: false };
    const list = this.unplaced.get(this.block);
    if (list === undefined) this.unplaced.set(this.block, [binding]);
    else list.push(binding);
  }

  /** A constant that is in no block: the value of a variable that costs no code. */
  apart(make: () => Value): Value {
    const { block } = this;
    this.block = { id: -1, params: [], insts: [], edges: [], cases: [], isCold: false };
    const value = make();
    this.block = block;
    return value;
  }

  private placeBindings(inst: Value): void {
    const list = this.unplaced.get(this.block);
    if (list === undefined) return;
    this.unplaced.delete(this.block);
    for (const binding of list) this.addBinding(inst, binding);
  }

  private addBinding(inst: Value, { variable, value, position, isMerge }: UnplacedBinding): void {
    this.fn.variables.add(inst, { variable, scope: 0, value, reading: Reading.Same, position, isMerge, constant: null });
  }

  read(variable: SsaVariable): Value {
    return this.readIn(variable, this.block);
  }

  override jump(target: Block, args: Value[] = []): void {
    if (this.isTerminated) return;
    super.jump(target, args);
    this.recordEdges();
  }
  override branch(condition: Value, ifTrue: Block, ifFalse: Block, trueArgs: Value[] = [], falseArgs: Value[] = []): void {
    if (this.isTerminated) return;
    super.branch(condition, ifTrue, ifFalse, trueArgs, falseArgs);
    this.recordEdges();
  }
  override switch(value: Value, cases: readonly number[], targets: readonly Block[], otherwise: Block): void {
    if (this.isTerminated) return;
    super.switch(value, cases, targets, otherwise);
    this.recordEdges();
  }
  override return(value?: Value): void {
    if (!this.isTerminated) super.return(value);
  }
  override unreachable(): void {
    if (!this.isTerminated) super.unreachable();
  }

  override emitTyped(op: Op, type: ValueType, operands: readonly Value[], aux = 0): Value {
    // What follows a return or a call that does not return goes into a block nothing jumps to; finish() drops it.
    if (this.isTerminated) {
      this.block = this.openBlock();
      this.seal(this.block);
    }
    for (const operand of operands) assert(operand > 0, () => `operand without a value for ${ops[op].name}`);
    const value = super.emitTyped(op, type, operands, aux);
    this.placeBindings(value);
    return value;
  }

  /** A string constant. */
  emitString(text: string): Value {
    return this.emit(Op.StringConstant, [], this.module.internString(text));
  }

  /** The zero of a type. */
  zero(type: ValueType): Value {
    switch (type) {
      case ValueType.F32:
      case ValueType.F64:
        return this.float(0, type);
      case ValueType.Ref:
        return this.nullRef();
      case ValueType.Bool:
      case ValueType.I32:
      case ValueType.I64:
        return this.int(type, 0);
      default:
        throw new RangeError("void has no zero");
    }
  }

  private recordEdges(): void {
    for (const edge of this.block.edges) {
      const target = this.fn.blocks[edge.target];
      assert(!this.sealed.has(target), () => `jump to the sealed block b${target.id}`);
      const list = this.predecessors.get(target);
      if (list === undefined) this.predecessors.set(target, [{ block: this.block, edge }]);
      else list.push({ block: this.block, edge });
    }
  }

  private readIn(variable: SsaVariable, block: Block): Value {
    const local = variable.definitions.get(block.id);
    if (local !== undefined) return local;
    const value = this.readAbove(variable, block);
    variable.definitions.set(block.id, value);
    return value;
  }

  private readAbove(variable: SsaVariable, block: Block): Value {
    if (!this.sealed.has(block)) {
      const parameter = this.addVariable(block, variable);
      const list = this.incomplete.get(block) ?? new Map<SsaVariable, Value>();
      this.incomplete.set(block, list.set(variable, parameter));
      return parameter;
    }
    const preds = this.predecessors.get(block) ?? [];
    if (preds.length === 1) return this.readIn(variable, preds[0].block);
    if (preds.length === 0) return this.zeroIn(variable.type, block);
    const parameter = this.addVariable(block, variable);
    variable.definitions.set(block.id, parameter);
    this.addArguments(block, variable, parameter);
    return parameter;
  }

  /** A parameter of the block that is the variable's value from the start of the block on. */
  private addVariable(block: Block, variable: SsaVariable): Value {
    const parameter = this.fn.addParameter(block, variable.type);
    const { source } = variable;
    if (source === null) return parameter;
    const binding = { variable: source, value: parameter, position: NO_POSITION, isMerge: true };
    if (block.insts.length > 0) this.addBinding(block.insts[0], binding);
    else this.unplaced.set(block, [binding, ...(this.unplaced.get(block) ?? [])]);
    return parameter;
  }

  private addArguments(block: Block, variable: SsaVariable, parameter: Value): void {
    // By place, not by push: reading in a predecessor can add further parameters to this very block.
    const place = block.params.indexOf(parameter);
    for (const { block: pred, edge } of this.predecessors.get(block) ?? []) edge.args[place] = this.readIn(variable, pred);
  }

  /** A variable that no path has set: in the entry or in an unreachable block. */
  private zeroIn(type: ValueType, block: Block): Value {
    const value = this.fn.create(Op.Constant, type, []);
    block.insts.unshift(value);
    return value;
  }

  /** Drops unreachable blocks and parameters that are always one value. Requires: every block is terminated and sealed. */
  finish(): void {
    cleanBlocks(this.fn);
  }
}

/** Drops unreachable blocks and parameters that are always one value. */
export function cleanBlocks(fn: IrFunction): void {
  dropUnreachableBlocks(fn);
  dropTrivialParameters(fn);
}

/** Joins blocks that only follow each other. Requires: no trivial parameters. */
export function mergeStraightBlocks(fn: IrFunction): void {
  const incoming = fn.blocks.map(() => 0);
  for (const block of fn.blocks) for (const edge of block.edges) incoming[edge.target]++;
  const merged = new Set<Block>();
  for (const block of fn.blocks) {
    while (!merged.has(block) && fn.op(fn.terminator(block)) === Op.Jump) {
      const next = fn.blocks[block.edges[0].target];
      if (next.id === 0 || next === block || incoming[next.id] !== 1 || next.params.length > 0) break;
      fn.variables.moveTo(fn.terminator(block), next.insts[0]);
      block.insts.pop();
      block.insts.push(...next.insts);
      block.edges = next.edges;
      block.cases = next.cases;
      next.edges = [];
      merged.add(next);
    }
  }
  if (merged.size > 0) dropUnreachableBlocks(fn);
}

function dropUnreachableBlocks(fn: IrFunction): void {
  const reached = new Set<Block>([fn.blocks[0]]);
  for (const block of reached) for (const edge of block.edges) reached.add(fn.blocks[edge.target]);
  const kept = fn.blocks.filter((block) => reached.has(block));
  const numbers = new Map(kept.map((block, index) => [block.id, index]));
  for (const block of kept) {
    for (const edge of block.edges) edge.target = numbers.get(edge.target) ?? 0;
  }
  kept.forEach((block, index) => {
    (block as { id: number }).id = index;
  });
  fn.blocks = kept;
}

function dropTrivialParameters(fn: IrFunction): void {
  const replacements = new Map<Value, Value>();
  const resolve = (value: Value): Value => {
    let current = value;
    for (let next = replacements.get(current); next !== undefined; next = replacements.get(current)) current = next;
    return current;
  };
  const incoming: Edge[][] = fn.blocks.map(() => []);
  for (const block of fn.blocks) for (const edge of block.edges) incoming[edge.target].push(edge);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const block of fn.blocks.slice(1)) {
      for (let index = block.params.length - 1; index >= 0; index--) {
        const parameter = block.params[index];
        const only = onlyArgument(incoming[block.id], index, parameter, resolve);
        if (only === null) continue;
        replacements.set(parameter, only);
        block.params.splice(index, 1);
        for (const edge of incoming[block.id]) edge.args.splice(index, 1);
        isChanged = true;
      }
    }
  }
  if (replacements.size > 0) replaceUses(fn, resolve);
}

/** The one value that all edges give the parameter, itself left out; null where there are several, or none. */
function onlyArgument(incoming: readonly Edge[], index: number, parameter: Value, resolve: (value: Value) => Value): Value | null {
  let only: Value | null = null;
  for (const edge of incoming) {
    const value = resolve(edge.args[index]);
    if (value === parameter || value === only) continue;
    if (only !== null) return null;
    only = value;
  }
  return only;
}

function replaceUses(fn: IrFunction, resolve: (value: Value) => Value): void {
  for (const block of fn.blocks) {
    for (const value of block.insts) {
      for (let index = 0; index < fn.operandCount(value); index++) fn.setOperand(value, index, resolve(fn.operand(value, index)));
    }
    for (const edge of block.edges) edge.args = edge.args.map(resolve);
  }
  fn.variables.replaceValues(resolve);
}
