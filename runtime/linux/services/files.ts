// Files: the service `tsmetal/files`, by Linux. Answers below zero are numbers of errors.
// Manual:     Linux man-pages, section 2: open, read, write, stat, getdents64, mkdir, unlink, rename, readlink.

import { elementsAddress, loadI64, loadU8, loadU32, loadU64, systemCall } from "tsmetal/unsafe";
import { type FileStatus, FolderEntry } from "../../core/system/file-status.ts";
import { flushOutput } from "../output.ts";
import { textAt, textOf, zeroEnded } from "./memory.ts";

const enum FileCall {
  Read = 0,
  Write = 1,
  Open = 2,
  Close = 3,
  Status = 4,
  DescriptorStatus = 5,
  LinkStatus = 6,
  ReadAt = 17,
  WriteAt = 18,
  Access = 21,
  Truncate = 76,
  Rename = 82,
  MakeFolder = 83,
  RemoveFolder = 84,
  RemoveFile = 87,
  MakeLink = 88,
  ReadLink = 89,
  ChangeMode = 90,
  ListFolder = 217,
}

const INTERRUPTED: i64 = -4;
const STATUS_SIZE = 144;
const PATH_SIZE_MAX = 4096;
const LIST_SIZE = 32768;
const MILLISECONDS_PER_SECOND = 1000;
const NANOSECONDS_PER_MILLISECOND = 1_000_000;
const STANDARD_OUTPUT_LAST = 2;

/** struct linux_dirent64: inode, offset, then size of the entry, kind, name. */
const ENTRY_SIZE_OFFSET: u64 = 16;
const ENTRY_KIND_OFFSET: u64 = 18;
const ENTRY_NAME_OFFSET: u64 = 19;
const ENTRY_KIND_SHIFT = 12;

function callWithPath(call: FileCall, path: string, second: u64, third: u64): number {
  const bytes: Uint8Array = zeroEnded(path);
  let result: i64 = INTERRUPTED;
  while (result === INTERRUPTED) result = systemCall(u64(call), elementsAddress(bytes), second, third, 0, 0, 0);
  // The path's bytes live until here.
  return bytes.length === 0 ? 0 : Number(result);
}

function callWithPaths(call: FileCall, first: string, second: string): number {
  const firstBytes: Uint8Array = zeroEnded(first);
  const secondBytes: Uint8Array = zeroEnded(second);
  const result: i64 = systemCall(u64(call), elementsAddress(firstBytes), elementsAddress(secondBytes), 0, 0, 0, 0);
  return firstBytes.length + secondBytes.length === 0 ? 0 : Number(result);
}

/** The descriptor of the opened file; flags as POSIX has them. */
export function openFile(path: string, flags: number, mode: number): number {
  return callWithPath(FileCall.Open, path, u64(flags), u64(mode));
}

export function closeFile(descriptor: number): number {
  return Number(systemCall(FileCall.Close, u64(descriptor), 0, 0, 0, 0, 0));
}

/** Reads into part of the array: from a place in the file, or from where it stands if that is below zero. The count of bytes. */
export function readFile(descriptor: number, into: Uint8Array, start: number, length: number, position: number): number {
  flushOutput();
  return transfer(position < 0 ? FileCall.Read : FileCall.ReadAt, descriptor, into, start, length, position);
}

export function writeFile(descriptor: number, from: Uint8Array, start: number, length: number, position: number): number {
  if (descriptor <= STANDARD_OUTPUT_LAST) flushOutput();
  return transfer(position < 0 ? FileCall.Write : FileCall.WriteAt, descriptor, from, start, length, position);
}

function transfer(call: FileCall, descriptor: number, bytes: Uint8Array, start: number, length: number, position: number): number {
  if (start < 0 || length < 0 || start + length > bytes.length) throw new RangeError('The value of "length" is out of range');
  const place: u64 = position < 0 ? 0 : u64(position);
  let result: i64 = INTERRUPTED;
  while (result === INTERRUPTED)
    result = systemCall(u64(call), u64(i64(descriptor)), elementsAddress(bytes) + u64(start), u64(length), place, 0, 0);
  return bytes.length < 0 ? 0 : Number(result);
}

/** Fills the status of the file; of a link itself, or of what it leads to. */
export function fileStatus(path: string, followsLinks: boolean, status: FileStatus): number {
  const buffer: Uint8Array = new Uint8Array(STATUS_SIZE);
  const call = followsLinks ? FileCall.Status : FileCall.LinkStatus;
  const result = callWithPath(call, path, elementsAddress(buffer), 0);
  if (result === 0) fillStatus(status, buffer);
  return result;
}

export function descriptorStatus(descriptor: number, status: FileStatus): number {
  const buffer: Uint8Array = new Uint8Array(STATUS_SIZE);
  const result: i64 = systemCall(FileCall.DescriptorStatus, u64(i64(descriptor)), elementsAddress(buffer), 0, 0, 0, 0);
  if (result === 0) fillStatus(status, buffer);
  return Number(result);
}

/** struct stat of x86-64. */
function fillStatus(status: FileStatus, buffer: Uint8Array): void {
  const address: u64 = elementsAddress(buffer);
  status.device = Number(loadU64(address));
  status.inode = Number(loadU64(address + 8));
  status.links = Number(loadU64(address + 16));
  status.mode = Number(loadU32(address + 24));
  status.user = Number(loadU32(address + 28));
  status.group = Number(loadU32(address + 32));
  status.size = Number(loadI64(address + 48));
  status.accessed = millisecondsAt(address + 72);
  status.modified = millisecondsAt(address + 88);
  status.changed = millisecondsAt(address + 104);
  if (buffer.length < STATUS_SIZE) status.size = 0;
}

function millisecondsAt(address: u64): number {
  return Number(loadI64(address)) * MILLISECONDS_PER_SECOND + Number(loadI64(address + 8)) / NANOSECONDS_PER_MILLISECOND;
}

/** Adds what is in an open folder, in no order, without `.` and `..`. */
export function listFolder(descriptor: number, entries: FolderEntry[]): number {
  const buffer: Uint8Array = new Uint8Array(LIST_SIZE);
  while (true) {
    const size: i64 = systemCall(FileCall.ListFolder, u64(descriptor), elementsAddress(buffer), u64(LIST_SIZE), 0, 0, 0);
    if (size <= 0) return Number(size);
    addEntries(buffer, u64(size), entries);
  }
}

function addEntries(buffer: Uint8Array, size: u64, entries: FolderEntry[]): void {
  let entry: u64 = elementsAddress(buffer);
  const end: u64 = entry + size;
  while (entry < end) {
    const name = textAt(entry + ENTRY_NAME_OFFSET);
    const kind = Number(loadU8(entry + ENTRY_KIND_OFFSET)) << ENTRY_KIND_SHIFT;
    if (name !== "." && name !== "..") entries.push(new FolderEntry(name, kind));
    entry += u64(loadU8(entry + ENTRY_SIZE_OFFSET)) + (u64(loadU8(entry + ENTRY_SIZE_OFFSET + 1)) << 8);
  }
  if (buffer.length === 0) entries.pop();
}

export function isAccessible(path: string, mode: number): number {
  return callWithPath(FileCall.Access, path, u64(mode), 0);
}

export function makeFolder(path: string, mode: number): number {
  return callWithPath(FileCall.MakeFolder, path, u64(mode), 0);
}

export function removeFolder(path: string): number {
  return callWithPath(FileCall.RemoveFolder, path, 0, 0);
}

export function removeFile(path: string): number {
  return callWithPath(FileCall.RemoveFile, path, 0, 0);
}

export function changeMode(path: string, mode: number): number {
  return callWithPath(FileCall.ChangeMode, path, u64(mode), 0);
}

export function truncateFile(path: string, size: number): number {
  return callWithPath(FileCall.Truncate, path, u64(size), 0);
}

export function renameFile(from: string, to: string): number {
  return callWithPaths(FileCall.Rename, from, to);
}

export function makeLink(target: string, path: string): number {
  return callWithPaths(FileCall.MakeLink, target, path);
}

/** Where a link leads to; the number of an error where it is none. */
export function readLink(path: string): string | number {
  const buffer: Uint8Array = new Uint8Array(PATH_SIZE_MAX);
  const size = callWithPath(FileCall.ReadLink, path, elementsAddress(buffer), u64(PATH_SIZE_MAX));
  return size < 0 ? size : textOf(buffer, size);
}
