// Sourced functions: what debuggers are told of one function of the image.

import type { DebugFacts } from "../object/debug-facts.ts";
import type { TracedFunction, TracedPosition } from "./backtrace-table.ts";

/** A traced function whose positions know their column as well (0 = none). */
export interface SourcedFunction extends TracedFunction {
  readonly positions: readonly (TracedPosition & { readonly column: number })[];
  readonly debug?: DebugFacts | undefined;
}
