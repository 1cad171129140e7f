// Process: what this process was started with: handles by name, arguments, its heap and its message buffer.
// Invariants: (1) the kernel checked the start page's head and sizes; the supervisor wrote the rest, and this file trusts its supervisor
// Called:     by the runtime's start, daemons and programs. The layout is drawn in abi/start.ts.

import { loadU8, loadU64, sizeOf, stringUnitsAddress, symbolAddress, viewAt } from "tsmetal/unsafe";
import { HANDLE_NONE } from "../../abi/handle.ts";
import {
  MESSAGE_BUFFERS_BASE,
  ProcessStart,
  START_HANDLE_NAME_SIZE_MAX,
  START_PAYLOAD_OFFSET,
  StartHandle,
  StartPayload,
} from "../../abi/start.ts";

/** The kernel's record of this process. */
export function processStart(): ProcessStart {
  return viewAt(ProcessStart, loadU64(symbolAddress("tsm_process_start")));
}

/** Message buffer of the process's first thread. */
export function messageBuffer(): u64 {
  return MESSAGE_BUFFERS_BASE;
}

/** The handle that the supervisor gave under this name, or HANDLE_NONE. Requires: the name is ASCII. */
export function startHandle(name: string): u32 {
  const payload: StartPayload = startPayload();
  for (let index: u32 = 0; index < payload.handleCount; index++) {
    const entry: StartHandle = viewAt(StartHandle, firstHandleAddress() + u64(index) * sizeOf(StartHandle));
    if (isHandleName(entry, name)) return u32(entry.handle);
  }
  return HANDLE_NONE;
}

/** As startHandle; without the handle the process cannot do its work and panics. */
export function requiredHandle(name: string): u32 {
  const handle: u32 = startHandle(name);
  assert(handle !== HANDLE_NONE, "the manifest gives this process too few handles");
  return handle;
}

/** Address of the argument's bytes, ended by zero; 0 if there are fewer arguments. Argument 0 is the first after the program's name. */
export function argumentAddress(index: u32): u64 {
  const payload: StartPayload = startPayload();
  let address: u64 = firstHandleAddress() + u64(payload.handleCount) * sizeOf(StartHandle);
  const end: u64 = address + u64(payload.argumentsSizeBytes);
  for (let skipped: u32 = 0; skipped < index && address < end; skipped++) {
    address += textLength(address) + 1;
  }
  return address < end ? address : 0;
}

/** Whether there is such an argument and it is this text. Requires: the text is ASCII. */
export function isArgument(index: u32, text: string): boolean {
  const address: u64 = argumentAddress(index);
  return address !== 0 && isText(address, textLength(address), text);
}

/** Length of a text that ends with a zero byte. */
export function textLength(address: u64): u64 {
  let length: u64 = 0;
  while (loadU8(address + length) !== 0) length++;
  return length;
}

/** Whether the bytes are the text. Requires: the text is ASCII. */
export function isText(address: u64, length: u64, text: string): boolean {
  if (length !== u64(text.length)) return false;
  const units: u64 = stringUnitsAddress(text);
  for (let i: u64 = 0; i < length; i++) {
    if (loadU8(address + i) !== loadU8(units + i)) return false;
  }
  return true;
}

function startPayload(): StartPayload {
  return viewAt(StartPayload, loadU64(symbolAddress("tsm_process_start")) + u64(START_PAYLOAD_OFFSET));
}

function firstHandleAddress(): u64 {
  return loadU64(symbolAddress("tsm_process_start")) + u64(START_PAYLOAD_OFFSET) + sizeOf(StartPayload);
}

function isHandleName(entry: StartHandle, name: string): boolean {
  if (u32(name.length) > START_HANDLE_NAME_SIZE_MAX) return false;
  return entry.name0 === packedName(name, 0) && entry.name1 === packedName(name, 8);
}

/** Eight characters of a name from `start` on as a little-endian number, filled up with zeros. Requires: the name is ASCII. */
export function packedName(name: string, start: u32): u64 {
  let packed: u64 = 0;
  for (let i: u32 = 0; i < 8 && start + i < u32(name.length); i++) {
    packed |= u64(loadU8(stringUnitsAddress(name) + u64(start + i))) << u64(i * 8);
  }
  return packed;
}
