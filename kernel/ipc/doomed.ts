// Doomed processes: those that must end but cannot at once: ending one closes handles, which can doom others.
// Owns:       the list
// Invariants: (1) a process in the list holds a reference for it, and has isDoomed
// Called:     doomProcess from rendezvous.ts and lifetime.ts; takeDoomed from lifetime.ts

import { retain } from "../memory/counted.ts";
import type { Process } from "../object/process.ts";

let first: Process | null = null;

/** The process ends before the kernel is left. */
export function doomProcess(process: Process): void {
  if (process.isDoomed) return;
  process.isDoomed = true;
  retain(process);
  process.nextDoomed = first;
  first = process;
}

/** The next one, with the reference of the list; null when there is none. */
export function takeDoomed(): Process | null {
  const process: Process | null = first;
  if (process === null) return null;
  first = process.nextDoomed;
  process.nextDoomed = null;
  process.isDoomed = false;
  return process;
}
