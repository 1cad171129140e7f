// Runtime functions: what compiled code calls without the source saying so. The runtime defines each under this exportName.

import type { IrFunction } from "./function.ts";
import type { Module } from "./module.ts";
import { PanicKind } from "./ops.ts";
import { ValueType } from "./types.ts";

export interface RuntimeFunctionRow {
  readonly exportName: string;
  readonly params: readonly ValueType[];
  readonly result: ValueType;
  readonly isNoReturn: boolean;
}

function row(exportName: string, params: readonly ValueType[], result: ValueType, isNoReturn = false): RuntimeFunctionRow {
  return { exportName, params, result, isNoReturn };
}

const { I32, I64, Ref, Void, Bool, F64 } = {
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  Ref: ValueType.Ref as const,
  Void: ValueType.Void as const,
  Bool: ValueType.Bool as const,
  F64: ValueType.F64 as const,
};

export const runtimeFunctions = {
  /** (descriptor address, size in bytes): zeroed, header filled in, count 1. Panics when memory is out. */
  allocateObject: row("tsm_allocate_object", [I64, I64], Ref),
  /** (descriptor address, length, element size in bytes): an array of zeros. Panics when length is negative or memory is out. */
  createArray: row("tsm_create_array", [I64, I32, I32], Ref),
  /** The same for a typed array, with its ArrayBuffer. */
  createTypedArray: row("tsm_create_typed_array", [I64, I32, I32], Ref),
  /** (array, index, element size in bytes): appends one zeroed element if index is the length, otherwise panics out of bounds. */
  extendArray: row("tsm_extend_array", [Ref, I32, I32], Void),
  /** Count reached zero: drops what the object refers to, then frees it, without recursion. */
  dropObject: row("tsm_drop_object", [I64], Void),
  /** (object, what one of its fields held): the field holds it no more. The reference that it was is given up by the caller. */
  detachMethod: row("tsm_detach_method", [I64, I64], Void),
  panicBounds: row("tsm_panic_bounds", [I32, I32], Void, true),
  panicNull: row("tsm_panic_null", [], Void, true),
  panicDivision: row("tsm_panic_division", [], Void, true),
  panicNarrowing: row("tsm_panic_narrowing", [], Void, true),
  panicConversion: row("tsm_panic_conversion", [], Void, true),
  panicReceiver: row("tsm_panic_receiver", [], Void, true),
  panicAssertion: row("tsm_panic_assertion", [], Void, true),
  panicOutOfMemory: row("tsm_panic_out_of_memory", [], Void, true),
  panicUnreachable: row("tsm_panic_unreachable", [], Void, true),
  stringEquals: row("tsm_string_equals", [Ref, Ref], Bool),
  stringCompare: row("tsm_string_compare", [Ref, Ref], I32),
  stringConcat: row("tsm_string_concat", [Ref, Ref], Ref),
  numberToString: row("tsm_number_to_string", [F64], Ref),
  signedToString: row("tsm_signed_to_string", [I64], Ref),
  unsignedToString: row("tsm_unsigned_to_string", [I64], Ref),
  boolToString: row("tsm_bool_to_string", [Bool], Ref),
  floatRemainder: row("tsm_float_remainder", [F64, F64], F64),
  floatPower: row("tsm_float_power", [F64, F64], F64),
} as const satisfies Record<string, RuntimeFunctionRow>;

/** The linker symbols of all of them. */
export const runtimeSymbols: ReadonlySet<string> = new Set(Object.values(runtimeFunctions).map(({ exportName }) => exportName));

export type RuntimeFunction = keyof typeof runtimeFunctions;

/** Indexed by PanicKind; Bounds takes index and length, the others nothing. */
export const panicFunctions: Readonly<Record<PanicKind, RuntimeFunction>> = {
  [PanicKind.Bounds]: "panicBounds",
  [PanicKind.Null]: "panicNull",
  [PanicKind.Division]: "panicDivision",
  [PanicKind.Narrowing]: "panicNarrowing",
  [PanicKind.Conversion]: "panicConversion",
  [PanicKind.Receiver]: "panicReceiver",
  [PanicKind.Assertion]: "panicAssertion",
  [PanicKind.OutOfMemory]: "panicOutOfMemory",
  [PanicKind.Unreachable]: "panicUnreachable",
};

/** Those that passes call: they must be there, whatever the front end needs. */
export const lateRuntimeFunctions: readonly RuntimeFunction[] = [
  "allocateObject",
  "dropObject",
  "detachMethod",
  ...Object.values(panicFunctions),
];

export const lateRuntimeSymbols: ReadonlySet<string> = new Set(lateRuntimeFunctions.map((name) => runtimeFunctions[name].exportName));

/** The function the runtime exports for this purpose; declared external when the module does not define it. */
export function runtimeFunction(module: Module, name: RuntimeFunction): IrFunction {
  const row = runtimeFunctions[name];
  const found = module.functionByExportName(row.exportName);
  if (found !== undefined) return found;
  const declared = module.addFunction(row.exportName, row);
  declared.exportName = row.exportName;
  declared.isExternal = true;
  declared.isNoReturn = row.isNoReturn;
  return declared;
}
