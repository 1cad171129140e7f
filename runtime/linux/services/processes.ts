// Processes: the service `tsmetal/processes`, by Linux. Answers below zero are numbers of errors.
// Manual:     Linux man-pages, section 2: getcwd, chdir, getpid, ioctl, uname; System V psABI, "Initial Stack and Register State".

import { elementsAddress, loadU64, symbolAddress, systemCall } from "tsmetal/unsafe";
import { flushOutput, writeText } from "../output.ts";
import { exitGroup } from "../system.ts";
import { textAt, zeroEnded } from "./memory.ts";

const enum ProcessCall {
  Control = 16,
  ProcessId = 39,
  SystemName = 63,
  WorkingDirectory = 79,
  ChangeDirectory = 80,
  UserId = 102,
  ParentId = 110,
}

const WORD: u64 = 8;
const PATH_SIZE_MAX = 4096;
const TERMINAL_SETTINGS: u64 = 0x5401;
const TERMINAL_SIZE: u64 = 0x5413;
const CONTROL_BUFFER_SIZE = 64;
/** struct utsname: six texts of 65 bytes. */
const SYSTEM_NAME_PART = 65;
const SYSTEM_NAME_PARTS = 6;

function initialStack(): u64 {
  return loadU64(symbolAddress("tsm_initial_stack"));
}

/** The words of the command line; the first is what the program was called. */
export function commandWords(): string[] {
  const stack: u64 = initialStack();
  const words: string[] = [];
  for (let i: u64 = 1; i <= loadU64(stack); i++) words.push(textAt(loadU64(stack + WORD * i)));
  return words;
}

/** The settings of the environment, as NAME=value. */
export function environmentSettings(): string[] {
  const stack: u64 = initialStack();
  const settings: string[] = [];
  let entry: u64 = stack + WORD * (loadU64(stack) + 2);
  while (loadU64(entry) !== 0) {
    settings.push(textAt(loadU64(entry)));
    entry += WORD;
  }
  return settings;
}

/** The path of the working directory, or empty if it is gone. */
export function workingDirectory(): string {
  const buffer: Uint8Array = new Uint8Array(PATH_SIZE_MAX);
  const size: i64 = systemCall(ProcessCall.WorkingDirectory, elementsAddress(buffer), u64(PATH_SIZE_MAX), 0, 0, 0, 0);
  const text = size < 0 ? "" : textAt(elementsAddress(buffer));
  return buffer.length === 0 ? "" : text;
}

export function changeDirectory(path: string): number {
  const bytes: Uint8Array = zeroEnded(path);
  const result: i64 = systemCall(ProcessCall.ChangeDirectory, elementsAddress(bytes), 0, 0, 0, 0, 0);
  return bytes.length === 0 ? 0 : Number(result);
}

export function processId(): number {
  return Number(systemCall(ProcessCall.ProcessId, 0, 0, 0, 0, 0, 0));
}

export function parentId(): number {
  return Number(systemCall(ProcessCall.ParentId, 0, 0, 0, 0, 0, 0));
}

export function userId(): number {
  return Number(systemCall(ProcessCall.UserId, 0, 0, 0, 0, 0, 0));
}

export function isTerminal(descriptor: number): boolean {
  const buffer: Uint8Array = new Uint8Array(CONTROL_BUFFER_SIZE);
  const result: i64 = systemCall(ProcessCall.Control, u64(descriptor), TERMINAL_SETTINGS, elementsAddress(buffer), 0, 0, 0);
  return buffer.length > 0 && result === 0;
}

/** Columns and rows of a terminal; none for anything else. */
export function terminalSize(descriptor: number): number[] {
  const buffer: Uint8Array = new Uint8Array(CONTROL_BUFFER_SIZE);
  const result: i64 = systemCall(ProcessCall.Control, u64(descriptor), TERMINAL_SIZE, elementsAddress(buffer), 0, 0, 0);
  return result === 0 ? [buffer[2] | (buffer[3] << 8), buffer[0] | (buffer[1] << 8)] : [];
}

/** What uname tells: the system, the name of the machine, release, version, architecture. */
export function systemNames(): string[] {
  const buffer: Uint8Array = new Uint8Array(SYSTEM_NAME_PART * SYSTEM_NAME_PARTS);
  systemCall(ProcessCall.SystemName, elementsAddress(buffer), 0, 0, 0, 0, 0);
  const names: string[] = [];
  for (let i = 0; i < SYSTEM_NAME_PARTS && buffer.length > 0; i++) names.push(textAt(elementsAddress(buffer) + u64(SYSTEM_NAME_PART * i)));
  return names;
}

/** Appends text to standard output or standard error, in the order of what the console writes. */
export function writeStream(descriptor: number, text: string): void {
  writeText(u64(descriptor), text);
}

/** @noreturn */
export function endProcess(status: number): never {
  flushOutput();
  exitGroup(u32(status));
}
