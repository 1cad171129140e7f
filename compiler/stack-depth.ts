// Stack depth: how deep a stack can get, from the frame of every function and from who calls whom.
// Invariants: never too small. What has no bound (recursion, assembly that moves the stack by computed amounts) has a reason instead.

import { panicFunctions, runtimeFunctions } from "./ir/runtime-functions.ts";

/** What a function takes from the stack of its caller, and whom it may call. */
export interface StackFrame {
  readonly symbol: string;
  /** Return address included. Undefined: not known, for the reason. */
  readonly frameSizeBytes: number | undefined;
  readonly reason?: string;
  /** Symbols; those that no frame has count for nothing. */
  readonly callees: readonly string[];
  /** Assembly that loads another stack pointer: whom it calls on that stack, and what it has put there by then. */
  readonly switched?: readonly { readonly callee: string; readonly sizeBytes: number }[];
}

export interface StackDepth {
  readonly root: string;
  /** Undefined: not bounded, for the reason. */
  readonly sizeBytes: number | undefined;
  readonly reason: string;
  /** The deepest chain of calls, the root first; or the chain that leads to the circle. */
  readonly path: readonly string[];
}

const panicSymbols: ReadonlySet<string> = new Set(Object.values(panicFunctions).map((name) => runtimeFunctions[name].exportName));

type Depth = Omit<StackDepth, "root">;

const NOTHING: Depth = { sizeBytes: 0, reason: "", path: [] };

/**
 * The stacks of a program. Almost every function may call a panic, and what reports panics is checked itself and may panic, which would be
 * a circle: but the second panic ends the program at once. So a panic counts as a leaf of twice the size that one panic has.
 */
export class StackDepths {
  private readonly frames: ReadonlyMap<string, StackFrame>;
  private readonly known = new Map<string, Depth>();
  private readonly open: string[] = [];
  private panic: Depth = NOTHING;

  constructor(frames: readonly StackFrame[]) {
    this.frames = new Map(frames.map((frame) => [frame.symbol, frame]));
    const panics = [...panicSymbols].filter((symbol) => this.frames.has(symbol)).map((symbol) => this.enter(symbol));
    const deepest = panics.reduce(deeper, NOTHING);
    this.known.clear();
    this.panic = { ...deepest, sizeBytes: deepest.sizeBytes && deepest.sizeBytes * 2 };
  }

  /** The deepest that the stack gets below a call of the function. */
  of(root: string): StackDepth {
    return { root, ...this.below(root) };
  }

  /** The deepest of the stack that an assembly function switches to, or undefined if it stays on its caller's. */
  afterSwitch(root: string): StackDepth | undefined {
    const switched = this.frames.get(root)?.switched ?? [];
    if (switched.length === 0) return undefined;
    const depths = switched.map(({ callee, sizeBytes }) => {
      const depth = this.below(callee);
      return { ...depth, sizeBytes: depth.sizeBytes === undefined ? undefined : depth.sizeBytes + sizeBytes };
    });
    const { path, ...deepest } = depths.reduce(deeper, NOTHING);
    return { root, ...deepest, path: [root, ...path] };
  }

  private below(symbol: string): Depth {
    if (panicSymbols.has(symbol)) return this.panic;
    const known = this.known.get(symbol);
    if (known !== undefined) return known;
    const start = this.open.indexOf(symbol);
    if (start >= 0) return { sizeBytes: undefined, reason: "recursive", path: [symbol] };
    const depth = this.enter(symbol);
    this.known.set(symbol, depth);
    return depth;
  }

  private enter(symbol: string): Depth {
    const frame = this.frames.get(symbol);
    if (frame === undefined) return NOTHING;
    if (frame.frameSizeBytes === undefined) return { sizeBytes: undefined, reason: frame.reason ?? "not known", path: [symbol] };
    this.open.push(symbol);
    const { sizeBytes, reason, path } = frame.callees.map((callee) => this.below(callee)).reduce(deeper, NOTHING);
    this.open.pop();
    return { sizeBytes: sizeBytes === undefined ? undefined : sizeBytes + frame.frameSizeBytes, reason, path: [symbol, ...path] };
  }
}

/** What has no bound is deeper than anything else. */
export function deeper(a: Depth, b: Depth): Depth {
  return (b.sizeBytes ?? Number.POSITIVE_INFINITY) > (a.sizeBytes ?? Number.POSITIVE_INFINITY) ? b : a;
}

/** The deepest stack from every function that nobody calls, deepest first; of assembly, from functions that lead to compiled code. */
export function stackReport(frames: readonly StackFrame[], compiled: readonly StackFrame[]): string {
  const called = new Set(frames.flatMap((frame) => [...frame.callees, ...(frame.switched ?? []).map(({ callee }) => callee)]));
  const compiledSymbols = new Set(compiled.map((frame) => frame.symbol));
  const depths = new StackDepths(frames);
  const roots = frames.filter((frame) => !called.has(frame.symbol)).map((frame) => depths.of(frame.symbol));
  const entries = frames.flatMap((frame) => depths.afterSwitch(frame.symbol) ?? []);
  return [...roots, ...entries]
    .filter(({ path }) => path.some((symbol) => compiledSymbols.has(symbol)))
    .sort((a, b) => (b.sizeBytes ?? Number.MAX_SAFE_INTEGER) - (a.sizeBytes ?? Number.MAX_SAFE_INTEGER))
    .map(({ sizeBytes, reason, path }) => `${(sizeBytes === undefined ? reason : String(sizeBytes)).padStart(9)}  ${path.join(" > ")}\n`)
    .join("");
}
