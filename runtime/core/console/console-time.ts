// Console time: how long something took, by labels; and where in the program a line was written.

import { Map } from "../collections/map.ts";
import { Error } from "../errors/error.ts";
import { now } from "../system/performance.ts";

const SECOND: number = 1000;
const MINUTE: number = 60 * SECOND;
const HOUR: number = 60 * MINUTE;

/** Null until a clock is started: most programs start none. */
let starts: Map<string, number> | null = null;

/** Starts a clock. What to complain of, or nothing. */
export function startTime(label: string): string {
  starts ??= new Map<string, number>();
  if (starts.has(label)) return `Warning: Label '${label}' already exists for console.time()`;
  starts.set(label, now());
  return "";
}

export function isTimed(label: string): boolean {
  return starts?.has(label) ?? false;
}

/** Requires: the clock was started. */
export function timeText(label: string): string {
  return `${label}: ${durationText(now() - (starts?.get(label) ?? 0))}`;
}

export function endTime(label: string): void {
  starts?.delete(label);
}

/** `1.5ms`, `2.034s`, `3:07.250 (m:ss.mmm)`, `1:00:00.000 (h:mm:ss.mmm)`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < SECOND) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(3)}s`;
  const seconds: string = ((milliseconds % MINUTE) / SECOND).toFixed(3).padStart(6, "0");
  const minutes: number = Math.floor((milliseconds % HOUR) / MINUTE);
  if (milliseconds < HOUR) return `${minutes}:${seconds} (m:ss.mmm)`;
  return `${Math.floor(milliseconds / HOUR)}:${`${minutes}`.padStart(2, "0")}:${seconds} (h:mm:ss.mmm)`;
}

/** The line, and the calls that led here. */
export function traceText(line: string): string {
  const trace: Error = new Error(line);
  trace.name = "Trace";
  const { stack } = trace;
  // Not the call of this function.
  const start: number = stack.indexOf("\n    at traceText");
  if (start < 0) return stack;
  const end: number = stack.indexOf("\n", start + 1);
  return stack.slice(0, start) + (end < 0 ? "" : stack.slice(end));
}
