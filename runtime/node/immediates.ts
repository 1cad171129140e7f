// Immediates: what runs after the timers that are due, and before those that become due later.
// Manual:     Node "Timers".

import { Immediate, queueImmediate } from "./ticks.ts";

export { Immediate };

export function setImmediate<A extends unknown[]>(callback: (...args: A) => void, ...args: A): Immediate {
  return queueImmediate(() => callback(...args));
}

export function clearImmediate(immediate: Immediate | undefined): void {
  if (immediate !== undefined) immediate.callback = null;
}
