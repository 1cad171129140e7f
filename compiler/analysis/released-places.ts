// Released places: which references in memory a call or a store may overwrite, and so release. A reference that was read from a place is
// good without a count of its own until something releases what is in that place.
// Invariants: never too small. Counts that only local values hold are no matter of these: their objects are reached through no place.

import type { IrFunction, Value } from "../ir/function.ts";
import { intrinsics } from "../ir/intrinsics.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";
import { MemoryKind } from "../ir/types.ts";
import { BitSet } from "../support/bit-set.ts";
import { CallGraph } from "./call-graph.ts";
import { initializingStores } from "./initializing-stores.ts";

/** Number of a place: a field, a global, or all elements of all arrays. */
export type PlaceId = number;
export const ELEMENTS: PlaceId = 0;

export class ReleasedPlaces {
  readonly placeCount: number;
  /** By function index: what a call of it may release. */
  private readonly summaries: BitSet[];
  private readonly callTargets: Map<Value, readonly number[]>[];
  private readonly module: Module;
  private readonly initializing: Set<Value>[] = [];
  private readonly everything: BitSet;
  private readonly single = new Map<PlaceId, BitSet>();

  constructor(module: Module) {
    this.module = module;
    this.placeCount = 1 + module.fields.length + module.globals.length;
    this.everything = this.newSet();
    this.everything.addEvery();
    const graph = new CallGraph(module);
    this.summaries = module.functions.map(() => this.newSet());
    this.callTargets = graph.sites.map((sites) => new Map(sites.map(({ call, targets }) => [call, targets])));
    for (const component of graph.components()) this.summarize(component);
  }

  fieldPlace(field: number): PlaceId {
    return 1 + field;
  }
  globalPlace(global: number): PlaceId {
    return 1 + this.module.fields.length + global;
  }

  /** Whether the store is the first one to that field of an object just made: there is nothing to release. */
  isInitializing(fn: IrFunction, store: Value): boolean {
    return this.initializingStores(fn).has(store);
  }

  /** What the instruction may release; undefined for nothing. */
  releasedBy(fn: IrFunction, value: Value): BitSet | undefined {
    const op = fn.op(value);
    if (op === Op.Call || op === Op.CallVirtual || op === Op.CallClosure || op === Op.CallIndirect) {
      const targets = this.callTargets[fn.index].get(value) ?? [];
      if (targets.length === 1) return this.releasedByFunction(targets[0]);
      const all = this.newSet();
      for (const target of targets) {
        const released = this.releasedByFunction(target);
        if (released !== undefined) all.addAll(released);
      }
      return all.isEmpty() ? undefined : all;
    }
    if (op === Op.Intrinsic) return intrinsics[fn.aux(value)].name === "callAddress" ? this.everything : undefined;
    const place = this.storedPlace(fn, value);
    return place === undefined ? undefined : this.only(place);
  }

  /** The place of references that the instruction itself stores into; undefined for other instructions, and for first stores. */
  private storedPlace(fn: IrFunction, value: Value): PlaceId | undefined {
    const { module } = this;
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.FieldSet:
        return module.fields[aux].kind === MemoryKind.Ref && !this.isInitializing(fn, value) ? this.fieldPlace(aux) : undefined;
      case Op.GlobalSet:
        return module.globals[aux].kind === MemoryKind.Ref ? this.globalPlace(aux) : undefined;
      case Op.ArraySet:
      case Op.Store:
      case Op.StoreVolatile:
        return aux === MemoryKind.Ref ? ELEMENTS : undefined;
      default:
        return undefined;
    }
  }

  private releasedByFunction(index: number): BitSet | undefined {
    const fn = this.module.functions[index];
    // The runtime drops what its own raw memory holds: elements of arrays.
    if (fn.exportName === runtimeFunctions.dropObject.exportName) return this.only(ELEMENTS);
    return this.summaries[index].isEmpty() ? undefined : this.summaries[index];
  }

  private summarize(component: readonly number[]): void {
    let isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (const index of component) {
        const fn = this.module.functions[index];
        for (const block of fn.blocks) {
          for (const value of block.insts) {
            const released = this.releasedBy(fn, value);
            if (released !== undefined && this.summaries[index].addAll(released)) isChanged = true;
          }
        }
      }
      if (component.length === 1) return;
    }
  }

  private initializingStores(fn: IrFunction): Set<Value> {
    this.initializing[fn.index] ??= initializingStores(fn);
    return this.initializing[fn.index];
  }

  private only(place: PlaceId): BitSet {
    let set = this.single.get(place);
    if (set === undefined) {
      set = this.newSet();
      set.add(place);
      this.single.set(place, set);
    }
    return set;
  }

  private newSet(): BitSet {
    return new BitSet(this.placeCount);
  }
}
