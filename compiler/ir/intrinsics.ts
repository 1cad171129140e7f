// Machine intrinsics: functions of tsmetal/unsafe that become a few instructions in place. One row each: signature and effects.

import { Effect } from "./ops.ts";
import { ValueType } from "./types.ts";

export interface IntrinsicRow {
  /** The name that tsmetal/unsafe exports, and that the text form prints. */
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result: ValueType;
  readonly effects: Effect;
  readonly isPrivileged: boolean;
}

function row(name: string, parameters: readonly ValueType[], result: ValueType, effects: Effect, isPrivileged: boolean): IntrinsicRow {
  return { name, parameters, result, effects, isPrivileged };
}

const i32 = ValueType.I32;
const i64 = ValueType.I64;
const none = ValueType.Void;
const device = Effect.Read | Effect.Write;

export const intrinsics: readonly IntrinsicRow[] = [
  row("inputByte", [i32], i32, device, true),
  row("inputWord", [i32], i32, device, true),
  row("inputLong", [i32], i32, device, true),
  row("outputByte", [i32, i32], none, device, true),
  row("outputWord", [i32, i32], none, device, true),
  row("outputLong", [i32, i32], none, device, true),
  row("halt", [], none, Effect.Call, true),
  row("pause", [], none, device, false),
  row("enableInterrupts", [], none, device, true),
  row("disableInterrupts", [], none, device, true),
  row("enableInterruptsAndHalt", [], none, Effect.Call, true),
  row("readTimeStampCounter", [], i64, device, false),
  row("readModelSpecificRegister", [i32], i64, device, true),
  row("writeModelSpecificRegister", [i32, i64], none, device, true),
  row("readCr0", [], i64, device, true),
  row("readCr2", [], i64, device, true),
  row("readCr3", [], i64, device, true),
  row("readCr4", [], i64, device, true),
  row("writeCr0", [i64], none, device, true),
  row("writeCr3", [i64], none, device, true),
  row("writeCr4", [i64], none, device, true),
  row("invalidatePage", [i64], none, device, true),
  row("readFlags", [], i64, device, false),
  row("memoryFence", [], none, device, false),
  row("framePointer", [], i64, Effect.Read, false),
  row("stackPointer", [], i64, Effect.Read, false),
  // number, then up to six arguments in the order of the SYSCALL convention (rdi rsi rdx r10 r8 r9); the result is rax.
  row("systemCall", [i64, i64, i64, i64, i64, i64, i64], i64, Effect.Call, false),
  // target, source, byte count; the ranges do not overlap with target above source.
  row("copyMemory", [i64, i64, i64], none, device, false),
  // target, byte value, byte count
  row("fillMemory", [i64, i32, i64], none, device, false),
  row("atomicExchange32", [i64, i32], i32, device, false),
  row("atomicExchange64", [i64, i64], i64, device, false),
  // Adds and returns the value before.
  row("atomicAdd32", [i64, i32], i32, device, false),
  row("atomicAdd64", [i64, i64], i64, device, false),
  // address, expected, replacement; returns the value before.
  row("atomicCompareExchange32", [i64, i32, i32], i32, device, false),
  row("atomicCompareExchange64", [i64, i64, i64], i64, device, false),
  // Index of the lowest or highest set bit; the argument is not zero.
  row("lowestBit64", [i64], i32, Effect.None, false),
  row("highestBit64", [i64], i32, Effect.None, false),
  row("multiplyHighUnsigned", [i64, i64], i64, Effect.None, false),
  row("breakpoint", [], none, Effect.Call, false),
  row("undefinedInstruction", [], none, Effect.Call, false),
  // Calls code at an address with up to four integer arguments.
  row("callAddress", [i64, i64, i64, i64, i64], i64, Effect.Call, false),
  // Lets the kernel touch user pages (STAC), and forbids it again (CLAC).
  row("allowUserAccess", [], none, device, true),
  row("forbidUserAccess", [], none, device, true),
  row("swapGs", [], none, device, true),
];

export const intrinsicIndexByName: ReadonlyMap<string, number> = new Map(intrinsics.map((intrinsic, index) => [intrinsic.name, index]));
