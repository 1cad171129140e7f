// Variable homes: what selection does for debuggers: at -O0 each variable gets a register that every assignment writes; otherwise a note
// which register holds its value from an inst on, which costs no code.

import { DominatorTree } from "../../ir/control-flow.ts";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { type Binding, Reading, sourceOf } from "../../ir/variables.ts";
import { type InstIndex, type LirBinding, registerType } from "./lir.ts";
import type { Register } from "./registers.ts";
import type { Selector, VariableRecorder } from "./select.ts";

export class VariableHomes implements VariableRecorder {
  private readonly selector: Selector;
  private readonly tree: DominatorTree;
  /** By value, its block and place there. */
  private readonly places = new Map<Value, { readonly block: number; readonly place: number }>();

  constructor(selector: Selector) {
    this.selector = selector;
    this.tree = new DominatorTree(selector.fn);
    for (const block of selector.fn.blocks) {
      for (const value of block.params) this.places.set(value, { block: block.id, place: -1 });
      for (const [place, value] of block.insts.entries()) this.places.set(value, { block: block.id, place });
    }
  }

  before(inst: Value, selected: InstIndex[]): void {
    const { fn } = this.selector;
    for (const binding of [...fn.variables.at(inst)].reverse()) {
      if (binding.isMerge || !this.isAvailable(binding.value, inst)) continue;
      this.selector.pendAt(binding.position);
      this.selector.moveInto(this.homeOf(binding), binding.value);
      selected.push(...this.selector.takePending().reverse());
    }
  }

  finish(): void {}

  /** Whether the value is there before the instruction, whatever passes have done to either. */
  private isAvailable(value: Value, inst: Value): boolean {
    const { fn } = this.selector;
    if (value === 0) return false;
    if (fn.isConstant(value) || fn.op(value) === Op.StringConstant) return true;
    const [definition, use] = [this.places.get(value), this.places.get(inst)];
    if (definition === undefined || use === undefined || fn.op(value) === Op.Nop) return false;
    return definition.block === use.block ? definition.place < use.place : this.tree.dominates(definition.block, use.block);
  }

  private homeOf({ variable, scope, value }: Binding): Register {
    const { lir, fn } = this.selector;
    const type = fn.type(value);
    const key = `${variable}:${scope}:${registerType(type)}`;
    let home = lir.homes.get(key);
    if (home === undefined) {
      home = { variable, scope, register: lir.newRegister(registerType(type)), type };
      lir.homes.set(key, home);
    }
    return home.register;
  }
}

export class VariableNotes implements VariableRecorder {
  private readonly selector: Selector;
  private readonly notes: { readonly inst: InstIndex; readonly binding: Binding }[] = [];

  constructor(selector: Selector) {
    this.selector = selector;
  }

  before(value: Value, selected: InstIndex[]): void {
    const inst = selected[selected.length - 1];
    if (inst === undefined) return;
    for (const binding of [...this.selector.fn.variables.at(value)].reverse()) this.notes.push({ inst, binding });
  }

  finish(): void {
    const { lir } = this.selector;
    for (const { inst, binding } of this.notes.reverse()) {
      const list = lir.bindings.get(inst);
      if (list === undefined) lir.bindings.set(inst, [this.placed(binding)]);
      else list.push(this.placed(binding));
    }
  }

  private placed({ variable, scope, value, reading, constant }: Binding): LirBinding {
    const { fn } = this.selector;
    let [source, how] = [value, reading];
    for (let from = sourceOf(fn, source); from !== null && this.selector.finalRegister(source) === null; from = sourceOf(fn, source)) {
      if (from.reading !== Reading.Same && how !== Reading.Same) break;
      source = from.value;
      how = from.reading === Reading.Same ? how : from.reading;
    }
    const known = fn.isConstant(source) ? { bits: fn.immediateBigInt(source), type: fn.type(source) } : constant;
    const type = known?.type ?? (source === 0 ? ValueType.Void : fn.type(source));
    return { variable, scope, register: known === null ? this.selector.finalRegister(source) : null, constant: known, type, reading: how };
  }
}
