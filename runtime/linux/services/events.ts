// Events: the service `tsmetal/events`, by Linux: waiting until one of several descriptors can be read or written.
// Manual:     Linux man-pages, section 2: poll, fcntl.

import { elementsAddress, loadU16, storeI32, storeU16, systemCall } from "tsmetal/unsafe";
import { flushOutput } from "../output.ts";

const enum EventCall {
  Poll = 7,
}

/** struct pollfd: descriptor, what is asked for, what is there. */
const RECORD_SIZE = 8;
const WANTED_OFFSET: u64 = 4;
const FOUND_OFFSET: u64 = 6;

/**
 * Waits until one of the descriptors can do what is wanted of it, or that many milliseconds; below zero for ever. What each can do, as poll
 * says it, comes into `found`.
 */
export function waitForDescriptors(descriptors: readonly number[], wanted: readonly number[], found: number[], milliseconds: number): void {
  flushOutput();
  const buffer: Uint8Array = new Uint8Array(RECORD_SIZE * descriptors.length);
  let record: u64 = elementsAddress(buffer);
  for (let i = 0; i < descriptors.length; i++) {
    storeI32(record, i32(descriptors[i]));
    storeU16(record + WANTED_OFFSET, u16(wanted[i]));
    record += u64(RECORD_SIZE);
  }
  // A signal ends the wait early; whoever waits asks again.
  systemCall(EventCall.Poll, elementsAddress(buffer), u64(descriptors.length), u64(i64(milliseconds)), 0, 0, 0);
  record = elementsAddress(buffer);
  for (let i = 0; i < descriptors.length; i++) {
    found[i] = Number(loadU16(record + FOUND_OFFSET));
    record += u64(RECORD_SIZE);
  }
  if (buffer.length < 0) found.pop();
}
