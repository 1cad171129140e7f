// Memory places: which part of memory an instruction reads or writes, so that a write to one part leaves what is known of the others.
// Invariants: two accesses that may touch the same bytes have the same place, or one of them is RAW.

import type { IrFunction, Value } from "../ir/function.ts";
import { intrinsics } from "../ir/intrinsics.ts";
import type { Module } from "../ir/module.ts";
import { Effect, Op, ops } from "../ir/ops.ts";

/** Raw addresses may be anywhere. */
export const RAW = "raw";
export type Place = string;

/** What the instruction does besides making its value: the row's effects, for intrinsics the intrinsic's. */
export function effectsOf(fn: IrFunction, value: Value): Effect {
  const op = fn.op(value);
  return op === Op.Intrinsic ? intrinsics[fn.aux(value)].effects : ops[op].effects;
}

/** Of an instruction that reads or writes. */
export function placeOf(module: Module, fn: IrFunction, value: Value): Place {
  const aux = fn.aux(value);
  switch (fn.op(value)) {
    case Op.FieldGet:
    case Op.FieldSet: {
      // Packed classes overlay each other and anything else.
      const isPacked = module.classes[module.fields[aux].classIndex].isPacked;
      return isPacked ? RAW : `field ${aux}`;
    }
    case Op.GlobalGet:
    case Op.GlobalSet:
      return `global ${aux}`;
    case Op.ArrayGet:
    case Op.ArraySet:
      return `elements ${aux}`;
    // Only calls change the head of an array, and they change everything.
    case Op.ArrayLength:
    case Op.ArrayElements:
      return "head";
    case Op.Load:
    case Op.Store:
      return isElementAddress(fn, fn.operand(value, 0)) ? `elements ${aux}` : RAW;
    default:
      return RAW;
  }
}

/** array.elements plus an offset: an element of the kind that is loaded or stored. */
function isElementAddress(fn: IrFunction, address: Value): boolean {
  return fn.op(address) === Op.Add && fn.operands(address).some((term) => fn.op(term) === Op.ArrayElements);
}

/** The place that the instruction writes to; RAW for what may write anywhere, undefined for what writes nowhere. */
export function writtenPlace(module: Module, fn: IrFunction, value: Value): Place | undefined {
  const effects = effectsOf(fn, value);
  if ((effects & Effect.Write) === 0) return undefined;
  const isPlainWrite = (effects & ~(Effect.Write | Effect.Trap)) === 0;
  return isPlainWrite ? placeOf(module, fn, value) : RAW;
}

/** Whether a write to the one place may change what is read from the other. */
export function mayOverlap(written: Place, read: Place): boolean {
  return written === read || written === RAW || read === RAW;
}
