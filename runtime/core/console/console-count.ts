// Console counts: how often each label was counted.

import { Map } from "../collections/map.ts";

/** Null until something is counted: most programs count nothing. */
let counts: Map<string, number> | null = null;

/** Counts once more, and says how often that was. */
export function counted(label: string): string {
  counts ??= new Map<string, number>();
  const count: number = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return `${label}: ${count}`;
}

/** Starts again. Whether the label was counted at all. */
export function resetCount(label: string): boolean {
  return counts?.delete(label) ?? false;
}
