// Console counts: how often each label was counted.

import { Map } from "../collections/map.ts";

const counts: Map<string, number> = new Map<string, number>();

/** Counts once more, and says how often that was. */
export function counted(label: string): string {
  const count: number = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return `${label}: ${count}`;
}

/** Starts again. Whether the label was counted at all. */
export function resetCount(label: string): boolean {
  return counts.delete(label);
}
