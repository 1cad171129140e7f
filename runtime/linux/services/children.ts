// Children: the service `tsmetal/children`, by Linux: programs that this one starts. Answers below zero are numbers of errors.
// Manual:     Linux man-pages, section 2: vfork, execve, wait4, kill, socketpair, pidfd_open, fcntl.

import { elementsAddress, loadI32, loadI64, storeI32, storeU64, systemCall } from "tsmetal/unsafe";
import { flushOutput } from "../output.ts";
import { zeroEnded } from "./memory.ts";

const enum ChildCall {
  SocketPair = 53,
  Wait = 61,
  Signal = 62,
  Control = 72,
  Watch = 434,
}

const WORD = 8;
/** The request, as child.asm has it. */
const REQUEST_SIZE = 56;
const WORDS_OFFSET: u64 = 8;
const SETTINGS_OFFSET: u64 = 16;
const FOLDER_OFFSET: u64 = 24;
const STREAMS_OFFSET: u64 = 32;
const ERROR_OFFSET: u64 = 48;

const FAMILY_LOCAL: u64 = 1;
/** SOCK_STREAM, SOCK_CLOEXEC. */
const PAIR_KIND: u64 = 0x8_0001;
const SET_FLAGS: u64 = 4;
const WITHOUT_WAITING: u64 = 0x800;
const DO_NOT_WAIT: u64 = 1;
const STATUS_SIZE = 8;
const STREAMS = 3;

/** @exportName tsm_start_child */
declare function startProgram(request: u64): i64;

/** Texts, each ended by zero, and a list of their addresses that ends with zero. */
class TextList {
  readonly texts: Uint8Array[] = [];
  readonly addresses: Uint8Array;

  constructor(texts: readonly string[]) {
    this.addresses = new Uint8Array((texts.length + 1) * WORD);
    let place: u64 = elementsAddress(this.addresses);
    for (const text of texts) {
      const bytes = zeroEnded(text);
      this.texts.push(bytes);
      storeU64(place, elementsAddress(bytes));
      place += u64(WORD);
    }
  }
}

/**
 * Starts the program at the path, with these words as its command line and settings as its environment, in a folder or in this one's where
 * that is empty. Its standard streams are those descriptors. The number of its process.
 */
export function startChild(
  path: string,
  words: readonly string[],
  settings: readonly string[],
  folder: string,
  streams: readonly number[],
): number {
  flushOutput();
  const pathBytes = zeroEnded(path);
  const folderBytes = zeroEnded(folder);
  const wordList = new TextList(words);
  const settingList = new TextList(settings);
  const request = new Uint8Array(REQUEST_SIZE);
  const address: u64 = elementsAddress(request);
  storeU64(address, elementsAddress(pathBytes));
  storeU64(address + WORDS_OFFSET, elementsAddress(wordList.addresses));
  storeU64(address + SETTINGS_OFFSET, elementsAddress(settingList.addresses));
  storeU64(address + FOLDER_OFFSET, folder === "" ? 0 : elementsAddress(folderBytes));
  for (let i = 0; i < STREAMS; i++) storeI32(address + STREAMS_OFFSET + u64(i * 4), i32(streams[i]));
  const started: i64 = startProgram(address);
  const error: i64 = loadI64(address + ERROR_OFFSET);
  // What the request refers to lives until here.
  const isWhole = pathBytes.length + folderBytes.length + wordList.texts.length + settingList.texts.length + request.length > 0;
  if (started < 0 || error === 0 || !isWhole) return Number(started);
  collectChild(Number(started), [], true);
  return Number(error);
}

/** A pair of descriptors, each of which reads what is written to the other. The first one never waits. */
export function connectedPair(pair: number[]): number {
  const buffer: Uint8Array = new Uint8Array(WORD);
  const address: u64 = elementsAddress(buffer);
  const result: i64 = systemCall(ChildCall.SocketPair, FAMILY_LOCAL, PAIR_KIND, 0, address, 0, 0);
  if (result === 0) {
    pair.push(Number(loadI32(address)), Number(loadI32(address + 4)));
    systemCall(ChildCall.Control, u64(pair[0]), SET_FLAGS, WITHOUT_WAITING, 0, 0, 0);
  }
  return buffer.length === 0 ? 0 : Number(result);
}

/** A descriptor that can be read when the child has ended. */
export function watchChild(process: number): number {
  return Number(systemCall(ChildCall.Watch, u64(process), 0, 0, 0, 0, 0));
}

/** How a child has ended, as Linux says it, comes into the list. The child, or 0 while it runs and nobody waits. */
export function collectChild(process: number, status: number[], waits: boolean): number {
  const buffer: Uint8Array = new Uint8Array(STATUS_SIZE);
  const address: u64 = elementsAddress(buffer);
  const result: i64 = systemCall(ChildCall.Wait, u64(process), address, waits ? 0 : DO_NOT_WAIT, 0, 0, 0);
  if (result > 0) status.push(Number(loadI32(address)));
  return buffer.length === 0 ? 0 : Number(result);
}

export function signalChild(process: number, signal: number): number {
  return Number(systemCall(ChildCall.Signal, u64(process), u64(signal), 0, 0, 0, 0));
}
