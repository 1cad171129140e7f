// Message: room for the messages that a process's first thread has in its hands.
// Owns:       tsm_message_space, tsm_second_message_space.

import { symbolAddress, viewAt } from "tsmetal/unsafe";
import { Message } from "../../abi/message.ts";

/** The process's message: overwritten by the next call or receive that uses it. For the first thread only. */
export function message(): Message {
  return viewAt(Message, symbolAddress("tsm_message_space"));
}

/** A second one, for a message sent while the first is still being served. */
export function secondMessage(): Message {
  return viewAt(Message, symbolAddress("tsm_second_message_space"));
}

/** Makes the request its own answer, with the status in word 0. Result: true, that there is one to send. */
export function answer(request: Message, status: i64, word1: u64, word2: u64): boolean {
  request.label = 0;
  request.word0 = u64(status);
  request.word1 = word1;
  request.word2 = word2;
  return true;
}
