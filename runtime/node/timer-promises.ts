// Timer promises: Node's module `timers/promises`: waiting as promises.
// Manual:     Node "Timers", Timers Promises API.

import { setTimeout as startTimer } from "../core/async/timers.ts";
import { queueImmediate } from "./ticks.ts";

export function setTimeout<T = void>(delay?: number, value?: T): Promise<T> {
  return new Promise<T>((resolve) => {
    startTimer(() => resolve(value as T), delay);
  });
}

export function setImmediate(): Promise<void> {
  return new Promise((resolve) => {
    queueImmediate(() => resolve());
  });
}

/** Gives the value again and again, each time after the delay. */
export async function* setInterval(delay: number = 1): AsyncGenerator<undefined, void, void> {
  while (true) {
    await setTimeout(delay);
    yield undefined;
  }
}
