// Reference counting: inserts retain and release, so that every object lives as long as something refers to it and no longer.
// Requires:    high operations; nothing was counted yet.
// Establishes: an owned value is given up exactly once on each path that returns: moved into memory, a block parameter or the result, or
//              released after its last use. A store into memory that already held a reference releases the old one. verify-ownership.ts
//              checks it. On paths that end in a panic nothing is given up.

import { Borrowing, Ownership } from "../analysis/borrowing.ts";
import { consumedOperand } from "../analysis/consumed-operand.ts";
import { findDoomedBlocks } from "../analysis/doomed-blocks.ts";
import { ReleasedPlaces } from "../analysis/released-places.ts";
import { ValueLiveness } from "../analysis/value-liveness.ts";
import type { Block, Edge, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { runtimeFunction } from "../ir/runtime-functions.ts";
import { ValueType } from "../ir/types.ts";
import type { BitSet } from "../support/bit-set.ts";

/** Kernel code makes objects once and keeps them: it counts nothing. */
export function countReferences(module: Module): void {
  if (module.profile === "kernel") return;
  const places = new ReleasedPlaces(module);
  for (const fn of module.functions) {
    if (fn.blocks.length > 0 && mentionsReference(fn)) new Counting(module, fn, places).run();
  }
}

function mentionsReference(fn: IrFunction): boolean {
  return fn.blocks.some((block) =>
    [...block.params, ...block.insts].some((value) => fn.type(value) === ValueType.Ref || usesReference(fn, value)),
  );
}

function usesReference(fn: IrFunction, value: Value): boolean {
  return fn.operandCount(value) > 0 && fn.operands(value).some((operand) => fn.type(operand) === ValueType.Ref);
}

class Counting {
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly places: ReleasedPlaces;
  private readonly borrowing: Borrowing;
  private readonly index: Int32Array;
  private readonly owned: Value[] = [];
  private readonly isDoomed: Uint8Array;
  private readonly liveness: ValueLiveness;
  /** The instructions of the block at work, last first. */
  private reversed: Value[] = [];
  private position = 0;

  constructor(module: Module, fn: IrFunction, places: ReleasedPlaces) {
    this.module = module;
    this.fn = fn;
    this.places = places;
    this.borrowing = new Borrowing(module, fn, places);
    this.index = new Int32Array(fn.instCount).fill(-1);
    for (const block of this.borrowing.blocks()) {
      for (const value of [...block.params, ...block.insts]) {
        if (this.borrowing.isOwned(value)) this.index[value] = this.owned.push(value) - 1;
      }
    }
    this.isDoomed = findDoomedBlocks(fn);
    this.liveness = this.findLiveness();
  }

  run(): void {
    const { borrowing, fn } = this;
    fn.ownedParameters = new Set(fn.blocks.flatMap((block) => block.params.filter((value) => borrowing.isOwned(value))));
    // New blocks on edges need nothing more.
    for (const block of this.borrowing.blocks()) this.countBlock(block);
  }

  private findLiveness(): ValueLiveness {
    const { borrowing } = this;
    const isOwned = (parameter: Value): boolean => borrowing.isOwned(parameter);
    return new ValueLiveness(this.fn, this.index, this.owned.length, (value) => borrowing.rootsOf(value), isOwned);
  }

  private countBlock(block: Block): void {
    const { fn } = this;
    const terminator = fn.terminator(block);
    const insts = block.insts.slice(0, -1);
    this.reversed = [];
    this.position = fn.position(terminator);
    const live = this.liveness.liveOut[block.id].clone();
    const edgeCode = block.edges.map((edge) => this.edgeCode(block, edge, live));
    if (fn.op(terminator) === Op.Return) this.countReturn(block, terminator, live);
    else this.reversed.push(terminator);
    for (let place = insts.length - 1; place >= 0; place--) this.countInstruction(block, insts[place], live);
    for (const parameter of [...block.params].reverse()) {
      this.endDefinition(block, parameter, live);
      this.raise(parameter);
    }
    block.insts = this.reversed.reverse();
    block.edges.forEach((edge, place) => {
      this.placeEdgeCode(block, edge, edgeCode[place]);
    });
  }

  /** Instructions to run on the edge: counts for arguments that stay alive besides, then releases of what the target has no use for. */
  private edgeCode(block: Block, edge: Edge, live: BitSet): Value[] {
    const { fn, borrowing, index } = this;
    const target = fn.blocks[edge.target];
    const moved = new Set<Value>();
    const code: Value[] = [];
    edge.args.forEach((argument, place) => {
      if (!borrowing.isOwned(target.params[place])) return;
      if (borrowing.ownership(argument) === Ownership.Trivial) return;
      const isFree = borrowing.isOwned(argument) && !moved.has(argument) && !this.liveness.liveIn[target.id].has(index[argument]);
      if (isFree) moved.add(argument);
      else code.push(this.make(Op.Retain, argument));
    });
    if (this.isDoomed[target.id] !== 0 || this.isDoomed[block.id] !== 0) return code;
    for (const member of live.members()) {
      const value = this.owned[member];
      if (!moved.has(value) && !this.liveness.liveIn[target.id].has(member)) code.push(this.make(Op.Release, value));
    }
    return code;
  }

  private placeEdgeCode(block: Block, edge: Edge, code: readonly Value[]): void {
    if (code.length === 0) return;
    const { fn } = this;
    if (block.edges.length === 1) {
      block.insts.splice(-1, 0, ...code);
      return;
    }
    const target = fn.blocks[edge.target];
    const between = fn.addBlock();
    between.isCold = target.isCold;
    between.insts = [...code, fn.create(Op.Jump, ValueType.Void, [], 0, this.position)];
    between.edges = [{ target: edge.target, args: edge.args }];
    edge.target = between.id;
    edge.args = [];
  }

  /** The result leaves with a count; what kept it alive ends here. */
  private countReturn(block: Block, terminator: Value, live: BitSet): void {
    this.reversed.push(terminator);
    if (this.fn.operandCount(terminator) === 0) return;
    const result = this.fn.operand(terminator, 0);
    if (this.borrowing.isOwned(result)) {
      live.add(this.index[result]);
      return;
    }
    this.useLast(block, [result], live);
    if (this.borrowing.ownership(result) === Ownership.Borrowed) this.push(Op.Retain, result);
  }

  private countInstruction(block: Block, value: Value, live: BitSet): void {
    const { fn, borrowing, index } = this;
    this.position = fn.position(value);
    this.endDefinition(block, value, live);
    const operands = fn.operands(value);
    const consumed = consumedOperand(this.module, fn, value);
    const given = consumed < 0 ? 0 : operands[consumed];
    const isMoved =
      consumed >= 0 &&
      borrowing.isOwned(given) &&
      !live.has(index[given]) &&
      !operands.some((operand, place) => place !== consumed && this.keepsAlive(operand, given));
    const old = consumed >= 0 && !this.places.isInitializing(fn, value) ? this.oldReference(value) : 0;
    const others = isMoved ? operands.filter((_, place) => place !== consumed) : operands;
    this.useLast(block, others, live);
    if (old !== 0) {
      this.push(Op.Release, old);
      this.detach(value, old);
    }
    // Before the releases: what it was read from may go with them.
    this.raise(value);
    this.reversed.push(value);
    if (old !== 0) this.reversed.push(old);
    if (isMoved) live.add(index[given]);
    else if (consumed >= 0 && borrowing.ownership(given) !== Ownership.Trivial) this.push(Op.Retain, given);
  }

  private keepsAlive(operand: Value, root: Value): boolean {
    for (const kept of this.borrowing.rootsOf(operand)) if (kept === root) return true;
    return false;
  }

  /** Gives up the count of a value that nobody uses. */
  private endDefinition(block: Block, value: Value, live: BitSet): void {
    const { borrowing, index } = this;
    if (!borrowing.isOwned(value)) return;
    if (!live.has(index[value]) && this.isDoomed[block.id] === 0) this.push(Op.Release, value);
    live.remove(index[value]);
  }

  /** Takes the count of a value that comes without one. */
  private raise(value: Value): void {
    if (this.borrowing.isOwned(value) && this.borrowing.isRaised(value)) this.push(Op.Retain, value);
  }

  /** Makes the operands' roots live, and releases those that were not: this was their last use. */
  private useLast(block: Block, operands: readonly Value[], live: BitSet): void {
    for (const operand of operands) {
      for (const root of this.borrowing.rootsOf(operand)) {
        if (live.has(this.index[root])) continue;
        live.add(this.index[root]);
        if (this.isDoomed[block.id] === 0) this.push(Op.Release, root);
      }
    }
  }

  /** The read of what the store is about to overwrite. */
  private oldReference(store: Value): Value {
    const { fn } = this;
    const operands = fn.operands(store);
    const read = (op: Op, from: readonly Value[]): Value => {
      const value = fn.create(op, ValueType.Ref, from, fn.aux(store), this.position);
      if (op === Op.Load) fn.setImmediate(value, fn.immediate(store));
      return value;
    };
    switch (fn.op(store)) {
      case Op.FieldSet:
        return read(Op.FieldGet, [operands[0]]);
      case Op.GlobalSet:
        return read(Op.GlobalGet, []);
      case Op.ArraySet:
        return read(Op.ArrayGet, [operands[0], operands[1]]);
      default:
        return read(Op.Load, [operands[0]]);
    }
  }

  /** A method of the object that the field held becomes a function like any other. */
  private detach(store: Value, old: Value): void {
    const { fn, module } = this;
    if (fn.op(store) !== Op.FieldSet || !module.fields[fn.aux(store)].holdsMethod) return;
    const addresses = [fn.operand(store, 0), old].map((reference) =>
      fn.create(Op.RefToAddress, ValueType.I64, [reference], 0, this.position),
    );
    this.reversed.push(fn.create(Op.Call, ValueType.Void, addresses, runtimeFunction(module, "detachMethod").index, this.position));
    this.reversed.push(...addresses);
  }

  private make(op: Op.Retain | Op.Release, value: Value): Value {
    return this.fn.create(op, ValueType.Void, [value], 0, this.position);
  }

  /** In front of what was pushed last: the list runs backwards. */
  private push(op: Op.Retain | Op.Release, value: Value): void {
    this.reversed.push(this.make(op, value));
  }
}
