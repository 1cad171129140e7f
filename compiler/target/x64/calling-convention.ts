// Calling convention: where arguments and results are.
// Manual:     System V ABI, AMD64 supplement, "Parameter Passing" (integers and doubles only; no aggregates)

import { ValueType } from "../../ir/types.ts";
import { R8, R9, R12, R13, R14, R15, RAX, RBX, RCX, RDI, RDX, type Register, RSI, XMM0 } from "./registers.ts";

const INTEGER_ARGUMENTS: readonly Register[] = [RDI, RSI, RDX, RCX, R8, R9];
const FLOAT_ARGUMENT_COUNT = 8;
export const STACK_ARGUMENT_SIZE_BYTES = 8;
/** From the frame pointer to the first argument on the stack: the caller's frame pointer and the return address lie between. */
export const INCOMING_ARGUMENTS_OFFSET = 16;

/** Registers a function must give back as it found them, frame pointer apart. */
export const CALLEE_SAVED: readonly Register[] = [RBX, R12, R13, R14, R15];

export type ArgumentPlace = { readonly register: Register } | { readonly stackOffset: number };

export interface ArgumentPlaces {
  readonly places: readonly ArgumentPlace[];
  readonly stackSizeBytes: number;
}

/** The place of each argument, in order. */
export function placeArguments(types: readonly ValueType[]): ArgumentPlaces {
  let integerCount = 0;
  let floatCount = 0;
  let stackSizeBytes = 0;
  const places = types.map((type): ArgumentPlace => {
    if (type === ValueType.F32 || type === ValueType.F64) {
      if (floatCount < FLOAT_ARGUMENT_COUNT) return { register: XMM0 + floatCount++ };
    } else if (integerCount < INTEGER_ARGUMENTS.length) {
      return { register: INTEGER_ARGUMENTS[integerCount++] };
    }
    const stackOffset = stackSizeBytes;
    stackSizeBytes += STACK_ARGUMENT_SIZE_BYTES;
    return { stackOffset };
  });
  return { places, stackSizeBytes };
}

export function resultRegister(type: ValueType): Register {
  return type === ValueType.F32 || type === ValueType.F64 ? XMM0 : RAX;
}
