// Interpreted runtime: the few runtime functions that a module can do without, for tests of modules that have no runtime in them.

import type { Scalar } from "./evaluate.ts";
import type { InterpreterMemory } from "./interpret-memory.ts";
import * as layout from "./layout.ts";
import { type PanicKind, panicKindNames } from "./ops.ts";
import { panicFunctions, runtimeFunctions } from "./runtime-functions.ts";
import { MemoryKind } from "./types.ts";

/** The program ended where it should not have. */
export class ProgramFailure extends Error {
  override name = "ProgramFailure";
}

const panicKinds: ReadonlyMap<string, string> = new Map(
  panicKindNames.map((name, kind) => [runtimeFunctions[panicFunctions[kind as PanicKind]].exportName, name]),
);

/** The function's result (any scalar for none); throws ProgramFailure for a panic, and for a function that is not known here. */
export function runMissingFunction(symbol: string, args: readonly Scalar[], memory: InterpreterMemory): Scalar {
  const panic = panicKinds.get(symbol);
  if (panic === "bounds") throw new ProgramFailure(`panic: index ${args[0]} out of bounds for length ${args[1]}`);
  if (panic !== undefined) throw new ProgramFailure(`panic: ${panic}`);
  switch (symbol) {
    case runtimeFunctions.allocateObject.exportName:
      return allocate(Number(args[0]), Number(args[1]), memory);
    case runtimeFunctions.floatRemainder.exportName:
      return Number(args[0]) % Number(args[1]);
    // Memory is never given back.
    case runtimeFunctions.dropObject.exportName:
    case runtimeFunctions.detachMethod.exportName:
      return 0;
    default:
      throw new ProgramFailure(`call of ${symbol}, which the module does not define`);
  }
}

function allocate(descriptor: number, size: number, memory: InterpreterMemory): number {
  const object = memory.reserve(size, 8);
  memory.store(MemoryKind.I32, object + layout.COUNT_OFFSET, 1);
  memory.store(MemoryKind.I32, object + layout.DESCRIPTOR_OFFSET, descriptor);
  return object;
}
