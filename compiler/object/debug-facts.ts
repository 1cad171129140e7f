// Debug facts: what the code generator tells debuggers: variables and their places, frames, types, globals.

import type { Module } from "../ir/module.ts";
import type { MemoryKind, ValueType } from "../ir/types.ts";
import type { Reading, SourceVariable } from "../ir/variables.ts";

/** A function's body that stands in another function's code in place of a call. */
export interface InlinedBody {
  readonly name: string;
  readonly file: string;
  /** Of the call, in the file of the caller; 0: not known. */
  readonly callLine: number;
  /** The inlined body that held the call; undefined: it was the function's own code. */
  readonly caller: InlinedBody | undefined;
}

/** Where a variable is: what is there is of this type, and to be read in this way (ir/variables.ts). */
export type VariablePlace = { readonly type: ValueType; readonly reading: Reading } & (
  | { readonly kind: "constant"; readonly bits: bigint }
  /** By its number in DWARF. */
  | { readonly kind: "register"; readonly register: number }
  /** Bytes from rbp. */
  | { readonly kind: "frame"; readonly offset: number }
);

export interface PlacedVariable {
  readonly variable: SourceVariable;
  readonly declaredLine: number;
  /** The inlined body that it belongs to, if not the function's own. */
  readonly body: InlinedBody | undefined;
  /** Offsets from the function's first byte; `to` is exclusive. */
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly place: VariablePlace }[];
}

/** What the code does with the stack, for debuggers that look at frames from outside. */
export interface FrameShape {
  /** DWARF numbers, in the order in which they are pushed behind rbp. */
  readonly savedRegisters: readonly number[];
  /** Offset behind the last push. */
  readonly pushedAt: number;
  /** Offsets of the return instructions, before which rbp is the caller's again. */
  readonly returns: readonly number[];
}

/** What only debuggers want to know of a function. */
export interface DebugFacts {
  readonly declaredLine: number;
  /** Of the result: Module.sourceTypes, and what it is held in. */
  readonly resultType: number;
  readonly resultHeld: ValueType;
  readonly variables: readonly PlacedVariable[];
  readonly frame: FrameShape;
}

/** Types and variables of the program for debuggers. */
export interface DebugTables {
  readonly module: Pick<Module, "sourceTypes" | "sourceMembers" | "classes" | "fields">;
  readonly globals: readonly DebugGlobal[];
}

export interface DebugGlobal {
  readonly symbol: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly type: number;
  readonly kind: MemoryKind;
}
