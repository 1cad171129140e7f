// Time limit: ends a computation of this process that takes too long.

import { createContext, Script } from "node:vm";

export class TimeOut extends Error {}

const script = new Script("compute()");

/** What the computation gives; throws TimeOut when it takes longer. It is cut off in the middle: what it was changing is lost. */
export function withinTime<T>(milliseconds: number, compute: () => T): T {
  const results: T[] = [];
  const context = createContext({ compute: () => void results.push(compute()) });
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      throw new TimeOut(`longer than ${milliseconds} ms`);
    throw error;
  }
  return results[0];
}
