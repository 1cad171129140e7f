// Stream: the protocol of byte streams, as the console speaks it: text to write, keys to read.
// Invariants: (1) a write is taken whole or answered with a status; (2) one client reads at a time, others get Busy
//
//   Write    bytes in the message buffer                          answer: word 0 status
//   ReadKey  waits for a key                                      answer: word 0 status, word 1 key: a code point, or Key
//   Size                                                          answer: word 0 status, word 1 columns, word 2 rows

import { copyMemory } from "tsmetal/unsafe";
import { MESSAGE_BYTES_MAX, type Message } from "../../abi/message.ts";
import { Status } from "../../abi/status.ts";
import { message } from "./message.ts";
import { messageBuffer } from "./process.ts";
import { call, labelWithBytes } from "./system.ts";

export const enum StreamLabel {
  Write = 1,
  ReadKey = 2,
  Size = 3,
}

/** Keys that are no characters, above the last code point. */
export const enum Key {
  Enter = 0x0a,
  Backspace = 0x08,
  Tab = 0x09,
  Escape = 0x1b,
  Up = 0x11_0000,
  Down = 0x11_0001,
  Left = 0x11_0002,
  Right = 0x11_0003,
  Home = 0x11_0004,
  End = 0x11_0005,
  Delete = 0x11_0006,
  PageUp = 0x11_0007,
  PageDown = 0x11_0008,
}

/** Writes all bytes, in as many messages as that takes. Answers the first status that is not Ok. */
export function writeStream(stream: u32, address: u64, length: u64): i64 {
  let written: u64 = 0;
  while (written < length) {
    const rest: u64 = length - written;
    const count: u64 = rest < u64(MESSAGE_BYTES_MAX) ? rest : u64(MESSAGE_BYTES_MAX);
    copyMemory(messageBuffer(), address + written, count);
    const answer: Message = message();
    answer.label = labelWithBytes(StreamLabel.Write, u32(count));
    const status: i64 = call(stream, answer);
    if (status < 0) return status;
    if (i64(answer.word0) < 0) return i64(answer.word0);
    written += count;
  }
  return Status.Ok;
}

/** Waits for a key; answers it, or a status below zero. */
export function readKey(stream: u32): i64 {
  const answer: Message = message();
  answer.label = StreamLabel.ReadKey;
  const status: i64 = call(stream, answer);
  if (status < 0) return status;
  return i64(answer.word0) < 0 ? i64(answer.word0) : i64(answer.word1);
}
