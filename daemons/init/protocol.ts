// Init protocol: starting and ending programs.
//
//   Spawn   word 0 SpawnMode; bytes: the program's name and its arguments, each ended by a zero byte
//           answer: word 0 status, word 1 process id, word 2 exit code (Wait only; EXIT_CRASHED + vector after an exception)
//   Kill    word 0 process id                                     answer: word 0 status

import { copyMemory } from "tsmetal/unsafe";
import { HANDLE_NONE } from "../../abi/handle.ts";
import type { Message } from "../../abi/message.ts";
import { message } from "../../runtime/user/message.ts";
import { messageBuffer } from "../../runtime/user/process.ts";
import { call, labelWithBytes } from "../../runtime/user/system.ts";

export const enum InitLabel {
  Spawn = 1,
  Kill = 2,
}

export const enum SpawnMode {
  /** Answer as soon as the program runs. */
  Start = 0,
  /** Answer when it has ended. */
  Wait = 1,
}

/** Exit code of a program that an exception ended: this plus the exception's vector. */
export const EXIT_CRASHED: u32 = 0x100;
/** Exit code of a program that was killed. */
export const EXIT_KILLED: u32 = 0x200;

/** Starts a program; the answer is in the message returned. The words lie at `address`, each ended by a zero byte. */
export function spawn(init: u32, address: u64, sizeBytes: u32, mode: SpawnMode): Message {
  assert(init !== HANDLE_NONE);
  copyMemory(messageBuffer(), address, u64(sizeBytes));
  const request: Message = message();
  request.label = labelWithBytes(InitLabel.Spawn, sizeBytes);
  request.word0 = u64(mode);
  const status: i64 = call(init, request);
  if (status < 0) request.word0 = u64(status);
  return request;
}

/** Ends a process; answers a status. */
export function kill(init: u32, processId: u64): i64 {
  const request: Message = message();
  request.label = InitLabel.Kill;
  request.word0 = processId;
  const status: i64 = call(init, request);
  return status < 0 ? status : i64(request.word0);
}
