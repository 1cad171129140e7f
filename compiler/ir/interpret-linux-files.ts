// Interpreted Linux, files: the system calls on files and folders, done by the host's own files.
// Owns: what is still to be listed of each open folder. Descriptors are the host's.

import * as fs from "node:fs";
import type { InterpreterMemory } from "./interpret-memory.ts";
import { MemoryKind } from "./types.ts";

const EINVAL = 22n;
const ERANGE = 34n;
const ENOTDIR = 20n;

const enum FileCall {
  Read = 0,
  Open = 2,
  Close = 3,
  Status = 4,
  DescriptorStatus = 5,
  LinkStatus = 6,
  ReadAt = 17,
  WriteAt = 18,
  Access = 21,
  Truncate = 76,
  WorkingDirectory = 79,
  Rename = 82,
  MakeFolder = 83,
  RemoveFolder = 84,
  RemoveFile = 87,
  MakeLink = 88,
  ReadLink = 89,
  ChangeMode = 90,
  ListFolder = 217,
}

type Words = readonly bigint[];

interface OpenFolder {
  readonly path: string;
  /** Null before the first call. */
  rest: fs.Dirent[] | null;
}

const STANDARD_ERROR = 2;
const STANDARD_INPUT = 0;
const NANOSECONDS_PER_SECOND = 1_000_000_000n;
/** struct linux_dirent64: inode, offset, size of the entry, kind, name, zero. */
const ENTRY_NAME_OFFSET = 19;
const ENTRY_ALIGNMENT = 8;
const KIND_FOLDER = 4;
const KIND_FILE = 8;
const KIND_LINK = 10;

export class LinuxFiles {
  private readonly folders = new Map<number, OpenFolder>();

  /** The answer of a call on files; undefined where it is none. */
  call(number: number, words: Words, memory: InterpreterMemory): bigint | undefined {
    try {
      return this.answer(number, words, memory);
    } catch (error) {
      const errno = (error as { errno?: unknown }).errno;
      if (typeof errno === "number") return BigInt(errno);
      throw error;
    }
  }

  private answer(number: FileCall, words: Words, memory: InterpreterMemory): bigint | undefined {
    const [first, second, third] = words.map(Number);
    switch (number) {
      case FileCall.Open:
        return this.open(textAt(memory, first), second, third);
      case FileCall.Close:
        this.folders.delete(first);
        fs.closeSync(first);
        return 0n;
      case FileCall.Read:
        if (first === STANDARD_INPUT) return 0n;
        return BigInt(fs.readSync(first, memory.bytes, second, third, null));
      case FileCall.ReadAt:
        return BigInt(fs.readSync(first, memory.bytes, second, third, Number(words[3])));
      case FileCall.WriteAt:
        return BigInt(fs.writeSync(first, memory.bytes, second, third, Number(words[3])));
      case FileCall.Status:
        return storeStatus(memory, second, fs.statSync(textAt(memory, first), { bigint: true }));
      case FileCall.LinkStatus:
        return storeStatus(memory, second, fs.lstatSync(textAt(memory, first), { bigint: true }));
      case FileCall.DescriptorStatus:
        return storeStatus(memory, second, fs.fstatSync(first, { bigint: true }));
      case FileCall.ListFolder:
        return this.list(first, second, third, memory);
      case FileCall.WorkingDirectory:
        return storeText(memory, first, second, `${process.cwd()}\0`, ERANGE);
      default:
        return pathCall(number, words, memory);
    }
  }

  /** What the program writes to a file of its own. */
  write(descriptor: number, bytes: Uint8Array): bigint | undefined {
    if (descriptor <= STANDARD_ERROR) return undefined;
    try {
      return BigInt(fs.writeSync(descriptor, bytes));
    } catch (error) {
      return BigInt((error as { errno: number }).errno);
    }
  }

  private open(path: string, flags: number, mode: number): bigint {
    const descriptor = fs.openSync(path, flags, mode);
    if (fs.fstatSync(descriptor).isDirectory()) this.folders.set(descriptor, { path, rest: null });
    return BigInt(descriptor);
  }

  private list(descriptor: number, address: number, size: number, memory: InterpreterMemory): bigint {
    const folder = this.folders.get(descriptor);
    if (folder === undefined) return -ENOTDIR;
    folder.rest ??= fs.readdirSync(folder.path, { withFileTypes: true });
    let used = 0;
    for (let entry = folder.rest[0]; entry !== undefined; entry = folder.rest[0]) {
      const name = Buffer.from(`${entry.name}\0`);
      const entrySize = Math.ceil((ENTRY_NAME_OFFSET + name.length) / ENTRY_ALIGNMENT) * ENTRY_ALIGNMENT;
      if (used + entrySize > size) return used === 0 ? -EINVAL : BigInt(used);
      const place = address + used;
      memory.store(MemoryKind.I64, place, 1n);
      memory.store(MemoryKind.I64, place + 8, 0n);
      memory.store(MemoryKind.U16, place + 16, entrySize);
      memory.store(MemoryKind.U8, place + 18, entry.isDirectory() ? KIND_FOLDER : entry.isSymbolicLink() ? KIND_LINK : KIND_FILE);
      memory.bytes.set(name, place + ENTRY_NAME_OFFSET);
      used += entrySize;
      folder.rest.shift();
    }
    return BigInt(used);
  }
}

/** Calls that a path is all, or nearly all, of. */
function pathCall(number: FileCall, words: Words, memory: InterpreterMemory): bigint | undefined {
  const [first, second, third] = words.map(Number);
  const path = (): string => textAt(memory, first);
  switch (number) {
    case FileCall.Access:
      fs.accessSync(path(), second);
      return 0n;
    case FileCall.Truncate:
      fs.truncateSync(path(), second);
      return 0n;
    case FileCall.Rename:
      fs.renameSync(path(), textAt(memory, second));
      return 0n;
    case FileCall.MakeFolder:
      fs.mkdirSync(path(), second);
      return 0n;
    case FileCall.RemoveFolder:
      fs.rmdirSync(path());
      return 0n;
    case FileCall.RemoveFile:
      fs.unlinkSync(path());
      return 0n;
    case FileCall.MakeLink:
      fs.symlinkSync(path(), textAt(memory, second));
      return 0n;
    case FileCall.ChangeMode:
      fs.chmodSync(path(), second);
      return 0n;
    case FileCall.ReadLink:
      return storeText(memory, second, third, fs.readlinkSync(path()), EINVAL);
    default:
      return undefined;
  }
}

/** The text that lies at an address, ended by zero. */
export function textAt(memory: InterpreterMemory, address: number): string {
  return Buffer.from(memory.bytes.subarray(address, memory.bytes.indexOf(0, address))).toString("utf8");
}

function storeText(memory: InterpreterMemory, address: number, room: number, text: string, tooSmall: bigint): bigint {
  const bytes = Buffer.from(text);
  if (bytes.length > room) return -tooSmall;
  memory.bytes.set(bytes, address);
  return BigInt(bytes.length);
}

/** struct stat of x86-64. */
function storeStatus(memory: InterpreterMemory, address: number, status: fs.BigIntStats): bigint {
  const store = (offset: number, value: bigint): void => void memory.store(MemoryKind.I64, address + offset, value);
  store(0, status.dev);
  store(8, status.ino);
  store(16, status.nlink);
  store(24, status.mode | (status.uid << 32n));
  store(32, status.gid);
  store(48, status.size);
  for (const [offset, nanoseconds] of [
    [72, status.atimeNs],
    [88, status.mtimeNs],
    [104, status.ctimeNs],
  ] as const) {
    store(offset, nanoseconds / NANOSECONDS_PER_SECOND);
    store(offset + 8, nanoseconds % NANOSECONDS_PER_SECOND);
  }
  return 0n;
}
