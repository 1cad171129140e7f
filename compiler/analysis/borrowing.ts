// Borrowing: which references of a function need a count of their own, and which are good without one.
//
//   trivial    null, constants and static closures: never counted
//   owned      holds a count that somebody must give up: new objects, results of calls, and references that could not be borrowed
//   borrowed   good as long as its roots (owned values) live and nothing releases the places in memory that it was read through
//   derived    an address inside an object, or read from one: keeps alive what it was computed from
//
// Invariants: (1) parameters of the function are borrowed, and their roots are the caller's business
//             (2) every root of a block parameter is defined in a block that strictly dominates the parameter's: the instance that is alive
//                 is the one it was read through

import { DominatorTree } from "../ir/control-flow.ts";
import type { Block, BlockId, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import type { BitSet } from "../support/bit-set.ts";
import { ELEMENTS, type PlaceId, type ReleasedPlaces } from "./released-places.ts";
import { ValueLiveness } from "./value-liveness.ts";

export const enum Ownership {
  None,
  Trivial,
  Borrowed,
  Owned,
  Derived,
}

/** What a borrowed or derived value depends on. Shared between values, never changed. */
interface Dependence {
  readonly roots: ReadonlySet<Value>;
  readonly places: ReadonlySet<PlaceId>;
  /** Of addresses: the borrowed references that they were computed from. */
  readonly sources: ReadonlySet<Value>;
}

const NOTHING: Dependence = { roots: new Set(), places: new Set(), sources: new Set() };

export class Borrowing {
  private readonly fn: IrFunction;
  private readonly places: ReleasedPlaces;
  private readonly dominators: DominatorTree;
  private readonly blockOf: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly dependences: (Dependence | undefined)[] = [];
  /** References that could not be borrowed: they take a count where they are defined. */
  private readonly raised = new Set<Value>();

  constructor(module: Module, fn: IrFunction, places: ReleasedPlaces) {
    this.fn = fn;
    this.places = places;
    this.dominators = new DominatorTree(fn);
    this.kinds = new Uint8Array(fn.instCount);
    this.blockOf = new Int32Array(fn.instCount).fill(-1);
    for (const block of this.blocks()) {
      for (const value of block.params) this.blockOf[value] = block.id;
      for (const value of block.insts) this.blockOf[value] = block.id;
    }
    this.solve(module);
  }

  ownership(value: Value): Ownership {
    return this.kinds[value];
  }
  isOwned(value: Value): boolean {
    return this.kinds[value] === Ownership.Owned;
  }
  /** Whether the value was read or chosen, not made: then it takes a count of its own where it is defined. */
  isRaised(value: Value): boolean {
    return this.raised.has(value) && this.fn.op(value) !== Op.Parameter;
  }
  /** The owned values that a use of the value keeps alive. */
  rootsOf(value: Value): Iterable<Value> {
    if (this.kinds[value] === Ownership.Owned) return [value];
    return this.dependences[value]?.roots ?? [];
  }
  /** Reachable blocks in reverse postorder. */
  blocks(): Block[] {
    return this.dominators.order.map((id) => this.fn.blocks[id]);
  }

  private solve(module: Module): void {
    const { fn } = this;
    const incoming = this.incomingArguments();
    const followed = this.followedValues();
    this.propagate(module, incoming);
    if (!this.kinds.some((kind) => kind === Ownership.Borrowed || kind === Ownership.Derived)) return;
    const liveness = new ValueLiveness(
      fn,
      followed.index,
      followed.values.length,
      (value) => [value],
      () => true,
    );
    for (;;) {
      const before = this.raised.size;
      this.raiseUnrooted();
      if (this.raised.size === before) this.raiseReleased(followed, liveness);
      if (this.raised.size === before) return;
      this.kinds.fill(Ownership.None);
      this.dependences.length = 0;
      this.propagate(module, incoming);
    }
  }

  /** By block parameter, the arguments that edges bring. */
  private incomingArguments(): Map<Value, Value[]> {
    const incoming = new Map<Value, Value[]>();
    for (const block of this.blocks()) {
      for (const { target, args } of block.edges) {
        this.fn.blocks[target].params.forEach((parameter, place) => {
          const list = incoming.get(parameter);
          if (list === undefined) incoming.set(parameter, [args[place]]);
          else list.push(args[place]);
        });
      }
    }
    return incoming;
  }

  private followedValues(): { index: Int32Array; values: Value[] } {
    const index = new Int32Array(this.fn.instCount).fill(-1);
    const values: Value[] = [];
    for (const block of this.blocks()) {
      for (const value of [...block.params, ...block.insts]) {
        const type = this.fn.type(value);
        if (type !== ValueType.Ref && type !== ValueType.I64) continue;
        index[value] = values.push(value) - 1;
      }
    }
    return { index, values };
  }

  /** Finds kind and dependence of every value, until nothing changes: dependences of block parameters only grow. */
  private propagate(module: Module, incoming: ReadonlyMap<Value, readonly Value[]>): void {
    const blocks = this.blocks();
    let isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (const block of blocks) {
        for (const parameter of block.params) {
          if (this.fn.type(parameter) !== ValueType.Ref) continue;
          if (block.id === 0) this.set(parameter, Ownership.Borrowed, NOTHING);
          else if (this.setUnion(parameter, incoming.get(parameter) ?? [], [])) isChanged = true;
        }
        for (const value of block.insts) if (this.visit(module, value)) isChanged = true;
      }
    }
  }

  /** Result: whether what is known of the value changed. */
  private visit(module: Module, value: Value): boolean {
    const { fn } = this;
    const type = fn.type(value);
    if (type === ValueType.I64) return this.visitAddress(value);
    if (type !== ValueType.Ref) return false;
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.Constant:
      case Op.StringConstant:
      case Op.StaticClosure:
      case Op.FunctionText:
        return this.set(value, Ownership.Trivial, NOTHING);
      case Op.FieldGet: {
        const isPacked = module.classes[module.fields[aux].classIndex].isPacked;
        return this.setUnion(value, [fn.operand(value, 0)], isPacked ? [] : [this.places.fieldPlace(aux)]);
      }
      case Op.GlobalGet:
        return this.setUnion(value, [], [this.places.globalPlace(aux)]);
      case Op.ArrayGet:
      case Op.Load:
      case Op.LoadVolatile:
        return this.setUnion(value, [fn.operand(value, 0)], [ELEMENTS]);
      case Op.Select:
        return this.setUnion(value, fn.operands(value).slice(1), []);
      case Op.AddressToRef:
        return this.setUnion(value, [fn.operand(value, 0)], []);
      default:
        return this.set(value, Ownership.Owned, NOTHING);
    }
  }

  private visitAddress(value: Value): boolean {
    const { fn } = this;
    if (fn.op(value) === Op.Parameter) return false;
    const from = fn.operands(value).filter((operand) => this.kinds[operand] > Ownership.Trivial);
    if (from.length === 0) return false;
    const known = this.dependences[value];
    const found = this.union(known ?? NOTHING, from, [], true);
    if (known === found) return false;
    return this.set(value, Ownership.Derived, found);
  }

  private setUnion(value: Value, from: readonly Value[], places: readonly PlaceId[]): boolean {
    if (this.raised.has(value)) return this.set(value, Ownership.Owned, NOTHING);
    const known = this.dependences[value];
    return this.set(value, Ownership.Borrowed, this.union(known ?? NOTHING, from, places, false));
  }

  private set(value: Value, kind: Ownership, dependence: Dependence): boolean {
    if (this.kinds[value] === kind && this.dependences[value] === dependence) return false;
    this.kinds[value] = kind;
    this.dependences[value] = dependence;
    return true;
  }

  /** `known` itself when the values and places add nothing to it. */
  private union(known: Dependence, from: readonly Value[], places: readonly PlaceId[], isAddress: boolean): Dependence {
    const roots = new Set(known.roots);
    const allPlaces = new Set(known.places);
    const sources = new Set(known.sources);
    for (const place of places) allPlaces.add(place);
    for (const value of from) {
      for (const root of this.rootsOf(value)) roots.add(root);
      const dependence = this.dependences[value];
      if (dependence === undefined) continue;
      for (const place of dependence.places) allPlaces.add(place);
      if (!isAddress) continue;
      if (this.kinds[value] === Ownership.Borrowed) sources.add(value);
      for (const source of dependence.sources) sources.add(source);
    }
    const isSame = roots.size === known.roots.size && allPlaces.size === known.places.size && sources.size === known.sources.size;
    return isSame ? known : { roots, places: allPlaces, sources };
  }

  /** Block parameters whose roots may be other instances by the time they are used. */
  private raiseUnrooted(): void {
    for (const block of this.blocks()) {
      if (block.id === 0) continue;
      for (const parameter of block.params) {
        if (this.kinds[parameter] !== Ownership.Borrowed) continue;
        for (const root of this.rootsOf(parameter)) {
          if (!this.strictlyDominates(this.blockOf[root], block.id)) this.raised.add(parameter);
        }
      }
    }
  }

  private strictlyDominates(above: BlockId, below: BlockId): boolean {
    return above !== below && this.dominators.dominates(above, below);
  }

  /** References that are still used when something releases a place they were read through. */
  private raiseReleased(followed: { index: Int32Array; values: Value[] }, liveness: ValueLiveness): void {
    const { fn } = this;
    for (const block of this.blocks()) {
      const live = liveness.liveOut[block.id].clone();
      for (let place = block.insts.length - 1; place >= 0; place--) {
        const value = block.insts[place];
        if (followed.index[value] >= 0) live.remove(followed.index[value]);
        const released = this.places.releasedBy(fn, value);
        if (released !== undefined) {
          for (const member of live.members()) this.raiseIfReleased(followed.values[member], released);
          if (isCall(fn.op(value))) for (const operand of fn.operands(value)) this.raiseIfReleased(operand, released);
        }
        for (const operand of fn.operands(value)) if (followed.index[operand] >= 0) live.add(followed.index[operand]);
      }
    }
  }

  private raiseIfReleased(value: Value, released: BitSet): void {
    const dependence = this.dependences[value];
    if (dependence === undefined || ![...dependence.places].some((place) => released.has(place))) return;
    if (this.kinds[value] === Ownership.Borrowed) this.raised.add(value);
    else for (const source of dependence.sources) this.raiseIfReleased(source, released);
  }
}

function isCall(op: Op): boolean {
  return op === Op.Call || op === Op.CallVirtual || op === Op.CallClosure || op === Op.CallIndirect || op === Op.Intrinsic;
}
