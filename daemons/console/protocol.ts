// Console protocol: the byte stream of runtime/user/stream.ts for programs, and the keys that keyboard drivers bring.
//
//   Write, ReadKey, Size    as in stream.ts
//   KeyPressed              word 0 key: a code point, or Key         no answer words

import type { Message } from "../../abi/message.ts";
import { message } from "../../runtime/user/message.ts";
import { call } from "../../runtime/user/system.ts";

export const enum ConsoleLabel {
  KeyPressed = 16,
}

/** Hands a key to the console; it keeps the last KEYS_WAITING_MAX until somebody reads. */
export function pressKey(console: u32, key: u32): i64 {
  const request: Message = message();
  request.label = ConsoleLabel.KeyPressed;
  request.word0 = u64(key);
  return call(console, request);
}
