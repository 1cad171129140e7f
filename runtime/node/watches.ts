// Watches: the descriptors that a program waits for, in the place where its event loop sleeps.
// Owns:       the list of who watches one.
// Invariants: (1) after what one descriptor brought, ticks and jobs run before the next is looked at
//             (2) the program goes on while somebody watches, but for those that are not referenced
// Manual:     Node "The Node.js Event Loop", poll; Linux man-pages, poll(2).

import { waitForDescriptors } from "tsmetal/events";
import { nextDue } from "../core/async/timers.ts";
import { finishTurn, haveEvents } from "../core/async/turns.ts";
import { runGuarded } from "./ticks.ts";

/** @exportName tsm_monotonic_clock */
declare function monotonicClock(): u64;

/** What is wanted of a descriptor, and what it can do: poll's bits. */
export const enum Ready {
  None = 0,
  Read = 0x1,
  Write = 0x4,
  Error = 0x8,
  HangUp = 0x10,
}

export interface Watcher {
  readonly descriptor: number;
  /** Bits of Ready; the others are told of anyway. */
  wanted: number;
  isReferenced: boolean;
  ready(found: number): void;
}

const NANOSECONDS_PER_MILLISECOND: u64 = 1_000_000;
const FOREVER = -1;

let watchers: Watcher[] = [];

/** Adds a watcher, or changes what it wants. */
export function watch(watcher: Watcher, wanted: number): void {
  haveEvents(runEvents);
  watcher.wanted = wanted;
  if (!watchers.includes(watcher)) watchers.push(watcher);
}

export function forget(watcher: Watcher): void {
  watcher.wanted = Ready.None;
  watchers = watchers.filter((one) => one !== watcher);
}

function runEvents(mayWait: boolean): boolean {
  const active = watchers.filter(({ wanted }) => wanted !== Ready.None);
  const isKept = active.some(({ isReferenced }) => isReferenced);
  if (active.length === 0 || (!isKept && mayWait && nextDue() === 0)) return false;
  const found: number[] = [];
  const descriptors = active.map(({ descriptor }) => descriptor);
  const wanted = active.map((watcher) => watcher.wanted);
  waitForDescriptors(descriptors, wanted, found, mayWait ? timeToWait() : 0);
  active.forEach((watcher, place) => {
    // One that came before may have made this one wait for something else, or for nothing.
    const isStill = found[place] !== Ready.None && watcher.wanted !== Ready.None;
    if (!isStill) return;
    runGuarded(() => watcher.ready(found[place]));
    finishTurn();
  });
  return isKept;
}

/** Milliseconds until the next timer is due. */
function timeToWait(): number {
  const due: u64 = nextDue();
  if (due === 0) return FOREVER;
  const now: u64 = monotonicClock();
  return due <= now ? 0 : Number((due - now + NANOSECONDS_PER_MILLISECOND - 1) / NANOSECONDS_PER_MILLISECOND);
}
