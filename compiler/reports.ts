// Reports: what the compiler tells about its own work: time by stage, the deepest stack, bytes by function.

import { panicFunctions, runtimeFunctions } from "./ir/runtime-functions.ts";
import type { LinkMap } from "./link/linker.ts";
import type { FrameReport } from "./target/x64/generate.ts";

export function timeReport(stages: readonly { readonly name: string; readonly milliseconds: number }[]): string {
  return stages.map(({ name, milliseconds }) => `${milliseconds.toFixed(1).padStart(9)} ms  ${name}\n`).join("");
}

const panicSymbols: ReadonlySet<string> = new Set(Object.values(panicFunctions).map((name) => runtimeFunctions[name].exportName));

export interface StackDepth {
  readonly root: string;
  /** Undefined: recursive, or calls through addresses nobody knows. */
  readonly sizeBytes: number | undefined;
  readonly path: readonly string[];
}

/** The deepest chain of frames from each root. A call through an address counts as the deepest function that any table or closure holds. */
export function stackDepths(frames: readonly FrameReport[], roots: readonly string[]): StackDepth[] {
  const bySymbol = new Map(frames.map((frame) => [frame.symbol, frame]));
  const known = new Map<string, { sizeBytes: number; path: string[] } | undefined>();
  const open = new Set<string>();
  const depthOf = (symbol: string): { sizeBytes: number; path: string[] } | undefined => {
    const frame = bySymbol.get(symbol);
    if (frame === undefined) return { sizeBytes: 0, path: [symbol] };
    if (known.has(symbol)) return known.get(symbol);
    // A circle through a panic is a check inside the code that reports panics: the second panic ends at once, on what the first one uses.
    if (open.has(symbol)) return [...open].some((caller) => panicSymbols.has(caller)) ? { sizeBytes: 0, path: [symbol] } : undefined;
    open.add(symbol);
    let deepest: { sizeBytes: number; path: string[] } | undefined = { sizeBytes: 0, path: [] };
    for (const callee of frame.callees) {
      const below = depthOf(callee);
      if (below === undefined) {
        deepest = undefined;
        break;
      }
      if (below.sizeBytes > deepest.sizeBytes) deepest = below;
    }
    open.delete(symbol);
    const depth = deepest && { sizeBytes: deepest.sizeBytes + frame.frameSizeBytes, path: [symbol, ...deepest.path] };
    known.set(symbol, depth);
    return depth;
  };
  return roots.map((root) => {
    const depth = depthOf(root);
    return { root, sizeBytes: depth?.sizeBytes, path: depth?.path ?? [] };
  });
}

/** The deepest stack of every function that nobody calls directly, deepest first. */
export function stackReport(frames: readonly FrameReport[]): string {
  const called = new Set(frames.flatMap((frame) => frame.callees));
  const roots = frames.map((frame) => frame.symbol).filter((symbol) => !called.has(symbol));
  const depths = stackDepths(frames, roots).sort((a, b) => (b.sizeBytes ?? Number.MAX_SAFE_INTEGER) - (a.sizeBytes ?? Number.MAX_SAFE_INTEGER));
  return depths
    .map(({ root, sizeBytes, path }) => `${(sizeBytes === undefined ? "recursive" : String(sizeBytes)).padStart(9)}  ${sizeBytes === undefined ? root : path.join(" > ")}\n`)
    .join("");
}

/** Bytes of every kept section, largest first. */
export function sizeReport(map: LinkMap): string {
  return [...map.sections]
    .sort((a, b) => b.sizeBytes - a.sizeBytes)
    .map(({ sizeBytes, section, name }) => `${String(sizeBytes).padStart(9)}  ${section.padEnd(10)}  ${name}\n`)
    .join("");
}
