// Variables: which value each variable of the sources has where, for debuggers. Beside the code: nothing that computes reads it.
// Owns:       the bindings of one function: from an instruction on, a variable has a value.
// Invariants: (1) passes may lose a binding, never change code for one: what is not known is shown as "optimised out"
//             (2) the binding of a value that was removed tells the constant that it was, or what it was converted from
//             (3) bindings before one instruction are in the order in which the assignments happened

import { Op } from "./ops.ts";
import type { ValueType } from "./types.ts";

/** A value, as function.ts has it. */
type Value = number;

/** What has to be known of a function to say what a value was made of. */
interface Instructions {
  op(value: Value): Op;
  type(value: Value): ValueType;
  operand(value: Value, index: number): Value;
  isConstant(value: Value): boolean;
  immediateBigInt(value: Value): bigint;
}

/** From the first character of the block that a variable is declared in to behind its last; lines and columns from 1. */
export interface Extent {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SourceVariable {
  readonly name: string;
  /** What the front end knows its type by; a number until Module.sourceTypes describes it. */
  readonly type: number;
  /** In Module.positions. */
  readonly declaredAt: number;
  readonly isParameter: boolean;
  /** Null: the whole body of its function. */
  readonly extent: Extent | null;
  /** Of a variable that closures share: the field (Module.fields) that it is, of the object that its value refers to. */
  readonly cellField: number | null;
}

/** How the bits of the value stand for those of the variable. */
export const enum Reading {
  Same,
  /** The variable is a float, the value an integer of 32 bits with sign, or without, or of 64. */
  Signed32,
  Unsigned32,
  Signed64,
}

export interface Binding {
  /** In Module.variables. */
  readonly variable: number;
  /** The inlined body (Module.scope) that the variable belongs to, or 0. */
  readonly scope: number;
  /** If it is in no block any more, and there is no constant, the variable is not known from here on. */
  value: Value;
  reading: Reading;
  /** Of the assignment. */
  readonly position: number;
  /** Not an assignment: paths with several values meet here. */
  readonly isMerge: boolean;
  /** The bits of a constant that was removed. */
  constant: { readonly bits: bigint; readonly type: ValueType } | null;
}

export class VariableBindings {
  private readonly before = new Map<Value, Binding[]>();
  private readonly ofValue = new Map<Value, Binding[]>();

  /** The same bindings again: changes to the one leave the other alone. */
  copy(): VariableBindings {
    const copies = new Map<Binding, Binding>();
    const copy = new VariableBindings();
    for (const [inst, bindings] of this.before) {
      copy.before.set(
        inst,
        bindings.map((binding) => {
          const copied = { ...binding };
          copies.set(binding, copied);
          return copied;
        }),
      );
    }
    // A binding that belongs to no instruction any more needs no copy.
    for (const [value, bindings] of this.ofValue) {
      const kept = bindings.flatMap((binding) => copies.get(binding) ?? []);
      if (kept.length > 0) copy.ofValue.set(value, kept);
    }
    return copy;
  }

  get isEmpty(): boolean {
    return this.before.size === 0;
  }

  /** The bindings that hold from this instruction on. */
  at(inst: Value): readonly Binding[] {
    return this.before.get(inst) ?? [];
  }

  add(inst: Value, binding: Binding): void {
    append(this.before, inst, binding);
    append(this.ofValue, binding.value, binding);
  }

  /** For whoever takes an instruction away, or to another place: its bindings hold from that other one on. */
  moveTo(from: Value, to: Value): void {
    const moved = this.before.get(from);
    if (moved === undefined || from === to) return;
    this.before.delete(from);
    this.before.set(to, [...moved, ...this.at(to)]);
  }

  /** Lets every binding follow a replacement of values. */
  replaceValues(resolve: (value: Value) => Value): void {
    for (const value of [...this.ofValue.keys()]) {
      const target = resolve(value);
      if (target !== value) this.rebind(value, target);
    }
  }

  /** To be called before an instruction becomes a Nop. What then stands for its value, if something does, may be told later. */
  forgetValue(fn: Instructions, value: Value): void {
    const bindings = this.ofValue.get(value);
    if (bindings === undefined) return;
    const source = sourceOf(fn, value);
    if (fn.isConstant(value)) for (const binding of bindings) binding.constant = { bits: fn.immediateBigInt(value), type: fn.type(value) };
    else if (source !== null && bindings.every((binding) => binding.reading === Reading.Same)) {
      for (const binding of bindings) binding.reading = source.reading;
      this.rebind(value, source.value);
    }
  }

  private rebind(from: Value, to: Value): void {
    for (const binding of this.ofValue.get(from) ?? []) {
      binding.value = to;
      binding.constant = null;
      append(this.ofValue, to, binding);
    }
    this.ofValue.delete(from);
  }
}

function append<T>(lists: Map<Value, T[]>, key: Value, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** What a conversion converts, and how to read that. */
export function sourceOf(fn: Instructions, value: Value): { readonly value: Value; readonly reading: Reading } | null {
  switch (fn.op(value)) {
    case Op.SignedToFloat:
      return { value: fn.operand(value, 0), reading: Reading.Signed32 };
    case Op.UnsignedToFloat:
      return { value: fn.operand(value, 0), reading: Reading.Unsigned32 };
    case Op.Signed64ToFloat:
      return { value: fn.operand(value, 0), reading: Reading.Signed64 };
    case Op.Truncate:
    case Op.BoolToInt:
    case Op.IntToBool:
    case Op.RefToAddress:
    case Op.AddressToRef:
      return { value: fn.operand(value, 0), reading: Reading.Same };
    default:
      return null;
  }
}
