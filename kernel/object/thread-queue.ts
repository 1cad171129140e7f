// Thread queue: a doubly linked list through the threads themselves, first in, first out.
// Owns:       the link fields of the threads in it
// Invariants: (1) head and tail are both null or both not; every thread in it is in no other queue
// Called:     from sched and ipc, interrupts off

import { Counted } from "../memory/counted.ts";
import type { Thread } from "./thread.ts";

/** Counted, because an endpoint is one. */
export class ThreadQueue extends Counted {
  head: Thread | null = null;
  tail: Thread | null = null;

  pushBack(thread: Thread): void {
    const tail: Thread | null = this.tail;
    thread.next = null;
    thread.previous = tail;
    if (tail === null) this.head = thread;
    else tail.next = thread;
    this.tail = thread;
  }

  pushFront(thread: Thread): void {
    const head: Thread | null = this.head;
    thread.previous = null;
    thread.next = head;
    if (head === null) this.tail = thread;
    else head.previous = thread;
    this.head = thread;
  }

  /** Takes the head out. Requires: it is `thread`. @inline */
  removeHead(thread: Thread): void {
    const next: Thread | null = thread.next;
    this.head = next;
    if (next === null) this.tail = null;
    else next.previous = null;
  }

  /** Requires: the thread is in this queue. */
  remove(thread: Thread): void {
    const next: Thread | null = thread.next;
    const previous: Thread | null = thread.previous;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.tail = previous;
    else next.previous = previous;
    thread.next = null;
    thread.previous = null;
  }
}
