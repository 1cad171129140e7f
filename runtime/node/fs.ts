// Files: Node's module `fs`, the functions that are done when they return.
// Manual:     Node "File system", Synchronous API.

import * as files from "tsmetal/files";
import { FileStatus, type FolderEntry, KIND_FOLDER, KIND_LINK, KIND_MASK } from "../core/system/file-status.ts";
import "./buffer.ts";
import { bytesOf, type Encoding, type EncodingOptions, encodingOf, flagsOf, OpenFlag, sizeOfRest } from "./file-options.ts";
import { dirname, join, resolve } from "./path.ts";
import { Dirent, Stats } from "./stats.ts";
import { checkedAnswer, systemError } from "./system-error.ts";

export type PathLike = string;
export type PathOrFileDescriptor = PathLike | number;
export type { BufferEncoding, Encoding } from "./file-options.ts";
export { createReadStream, createWriteStream } from "./file-streams.ts";
export { Dirent, Stats };

export const constants = {
  F_OK: 0,
  X_OK: 1,
  W_OK: 2,
  R_OK: 4,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 64,
  O_EXCL: 128,
  O_TRUNC: 512,
  O_APPEND: 1024,
};

export interface WriteFileOptions {
  encoding?: Encoding | null;
  mode?: number;
  flag?: string;
}

export interface MakeDirectoryOptions {
  recursive?: boolean;
  mode?: number;
}

export interface RmOptions {
  recursive?: boolean;
  force?: boolean;
}

const MODE_OF_FILES = 0o666;
const MODE_OF_FOLDERS = 0o777;
const READ_STEP = 65536;
const LINKS_MAX = 40;
const ENOENT = -2;
const EEXIST = -17;
const ENOTDIR = -20;
const ELOOP = -40;

// Whole files

export function readFileSync(path: PathOrFileDescriptor, options: Encoding | { encoding: Encoding; flag?: string }): string;
export function readFileSync(path: PathOrFileDescriptor, options?: { encoding?: null; flag?: string } | null): Buffer;
export function readFileSync(path: PathOrFileDescriptor, options?: Encoding | EncodingOptions | null): string | Buffer {
  const bytes = readWhole(path);
  return encodingOf(options) === undefined ? bytes : bytes.toString();
}

function readWhole(path: PathOrFileDescriptor): Buffer {
  if (typeof path === "number") return readRest(path);
  const descriptor = openSync(path);
  try {
    return readRest(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** From where the file stands to its end. */
function readRest(descriptor: number): Buffer {
  const status = new FileStatus();
  checkedAnswer(files.descriptorStatus(descriptor, status), "fstat");
  if ((status.mode & KIND_MASK) === KIND_FOLDER) throw systemError(-21, "read");
  let buffer = Buffer.alloc(sizeOfRest(status, READ_STEP));
  let size = 0;
  while (true) {
    if (size === buffer.length) {
      const larger = Buffer.alloc(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    const count = checkedAnswer(files.readFile(descriptor, buffer, size, buffer.length - size, -1), "read");
    if (count === 0) return size === buffer.length ? buffer : buffer.subarray(0, size);
    size += count;
  }
}

export function writeFileSync(path: PathOrFileDescriptor, data: string | Uint8Array, options?: Encoding | WriteFileOptions | null): void {
  writeWhole(path, data, options, "w");
}

export function appendFileSync(path: PathOrFileDescriptor, data: string | Uint8Array, options?: Encoding | WriteFileOptions | null): void {
  writeWhole(path, data, options, "a");
}

function writeWhole(
  path: PathOrFileDescriptor,
  data: string | Uint8Array,
  options: Encoding | WriteFileOptions | null | undefined,
  flag: string,
): void {
  const settings = typeof options === "object" && options !== null ? options : undefined;
  const bytes = bytesOf(data);
  if (typeof path === "number") return writeAll(path, bytes);
  const descriptor = openSync(path, settings?.flag ?? flag, settings?.mode ?? MODE_OF_FILES);
  try {
    writeAll(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += checkedAnswer(files.writeFile(descriptor, bytes, written, bytes.length - written, -1), "write");
}

export function copyFileSync(source: PathLike, target: PathLike): void {
  const status = new FileStatus();
  const found = files.fileStatus(source, true, status);
  const from = found < 0 ? found : files.openFile(source, 0, 0);
  if (from < 0) throw systemError(from, "copyfile", source, target);
  try {
    const to = files.openFile(target, OpenFlag.WriteOnly | OpenFlag.Create | OpenFlag.Truncate, status.mode & MODE_OF_FOLDERS);
    if (to < 0) throw systemError(to, "copyfile", source, target);
    try {
      writeAll(to, readRest(from));
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

// Descriptors

export function openSync(path: PathLike, flags: string | number = "r", mode: number = MODE_OF_FILES): number {
  return checkedAnswer(files.openFile(path, typeof flags === "number" ? flags : flagsOf(flags), mode), "open", path);
}

export function closeSync(fd: number): void {
  checkedAnswer(files.closeFile(fd), "close");
}

/** The count of bytes that were read; 0 at the end. */
export function readSync(
  fd: number,
  buffer: Uint8Array,
  offset: number = 0,
  length: number = buffer.length - offset,
  position: number | null = null,
): number {
  return checkedAnswer(files.readFile(fd, buffer, offset, length, position ?? -1), "read");
}

export function writeSync(
  fd: number,
  data: string | Uint8Array,
  offset?: number | null,
  length?: number | null,
  position?: number | null,
): number {
  const bytes = bytesOf(data);
  if (typeof data === "string") return checkedAnswer(files.writeFile(fd, bytes, 0, bytes.length, offset ?? -1), "write");
  const start = offset ?? 0;
  return checkedAnswer(files.writeFile(fd, bytes, start, length ?? bytes.length - start, position ?? -1), "write");
}

export function fstatSync(fd: number): Stats {
  const status = new FileStatus();
  checkedAnswer(files.descriptorStatus(fd, status), "fstat");
  return new Stats(status);
}

// What there is

export function existsSync(path: PathLike): boolean {
  return files.isAccessible(path, 0) === 0;
}

export function accessSync(path: PathLike, mode: number = 0): void {
  checkedAnswer(files.isAccessible(path, mode), "access", path);
}

export function statSync(path: PathLike, options: { throwIfNoEntry: false }): Stats | undefined;
export function statSync(path: PathLike, options?: { throwIfNoEntry?: true }): Stats;
export function statSync(path: PathLike, options?: { throwIfNoEntry?: boolean }): Stats | undefined {
  return statusOf(path, true, options?.throwIfNoEntry ?? true);
}

export function lstatSync(path: PathLike, options: { throwIfNoEntry: false }): Stats | undefined;
export function lstatSync(path: PathLike, options?: { throwIfNoEntry?: true }): Stats;
export function lstatSync(path: PathLike, options?: { throwIfNoEntry?: boolean }): Stats | undefined {
  return statusOf(path, false, options?.throwIfNoEntry ?? true);
}

function statusOf(path: PathLike, followsLinks: boolean, throwIfNoEntry: boolean): Stats | undefined {
  const status = new FileStatus();
  const answer = files.fileStatus(path, followsLinks, status);
  if (!throwIfNoEntry && (answer === ENOENT || answer === ENOTDIR)) return undefined;
  checkedAnswer(answer, followsLinks ? "stat" : "lstat", path);
  return new Stats(status);
}

/** Absolute, and without links. */
export function realpathSync(path: PathLike): string {
  let links = 0;
  let rest = resolve(path).split("/");
  let found = "";
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === "") continue;
    const next = `${found}/${rest[i]}`;
    const status = new FileStatus();
    checkedAnswer(files.fileStatus(next, false, status), "lstat", next);
    if ((status.mode & KIND_MASK) !== KIND_LINK) {
      found = next;
      continue;
    }
    links++;
    if (links > LINKS_MAX) throw systemError(ELOOP, "stat", path);
    rest = [...resolve(found === "" ? "/" : found, readlinkSync(next)).split("/"), ...rest.slice(i + 1)];
    found = "";
    i = -1;
  }
  return found === "" ? "/" : found;
}

export function readlinkSync(path: PathLike): string {
  const target = files.readLink(path);
  if (typeof target === "number") throw systemError(target, "readlink", path);
  return target;
}

export function readdirSync(path: PathLike, options: { withFileTypes: true; recursive?: boolean }): Dirent[];
export function readdirSync(
  path: PathLike,
  options?: Encoding | { encoding?: Encoding | null; withFileTypes?: false; recursive?: boolean } | null,
): string[];
export function readdirSync(
  path: PathLike,
  options?: Encoding | { withFileTypes?: boolean; recursive?: boolean } | null,
): string[] | Dirent[] {
  const settings = typeof options === "object" && options !== null ? options : undefined;
  const entries: Dirent[] = [];
  addEntries(path, settings?.recursive ?? false, entries);
  if (settings?.withFileTypes ?? false) return entries;
  const skipped = path.endsWith("/") ? path.length : path.length + 1;
  return entries.map(({ name, parentPath }) => (parentPath === path ? name : join(parentPath.slice(skipped), name)));
}

function addEntries(path: string, isRecursive: boolean, into: Dirent[]): void {
  const found = entriesOf(path);
  for (const { name, kind } of found) into.push(new Dirent(name, path, kind));
  if (!isRecursive) return;
  for (const { name, kind } of found) if (kind === KIND_FOLDER) addEntries(join(path, name), true, into);
}

function entriesOf(path: string): FolderEntry[] {
  const descriptor = checkedAnswer(files.openFile(path, OpenFlag.Folder, 0), "scandir", path);
  const entries: FolderEntry[] = [];
  try {
    checkedAnswer(files.listFolder(descriptor, entries), "scandir", path);
  } finally {
    closeSync(descriptor);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

// Changes

export function mkdirSync(path: PathLike, options: MakeDirectoryOptions & { recursive: true }): string | undefined;
export function mkdirSync(path: PathLike, options?: number | MakeDirectoryOptions | null): undefined;
export function mkdirSync(path: PathLike, options?: number | MakeDirectoryOptions | null): string | undefined {
  const settings = typeof options === "object" && options !== null ? options : undefined;
  const mode = typeof options === "number" ? options : (settings?.mode ?? MODE_OF_FOLDERS);
  if (settings?.recursive ?? false) return makeFolders(resolve(path), mode);
  checkedAnswer(files.makeFolder(path, mode), "mkdir", path);
  return undefined;
}

/** The first folder that was made. */
function makeFolders(path: string, mode: number): string | undefined {
  const answer = files.makeFolder(path, mode);
  if (answer === 0) return path;
  if (answer === EEXIST) {
    const status = new FileStatus();
    if (files.fileStatus(path, true, status) === 0 && (status.mode & KIND_MASK) === KIND_FOLDER) return undefined;
  }
  if (answer !== ENOENT) throw systemError(answer, "mkdir", path);
  const first = makeFolders(dirname(path), mode);
  checkedAnswer(files.makeFolder(path, mode), "mkdir", path);
  return first ?? path;
}

export function rmSync(path: PathLike, options?: RmOptions): void {
  const status = new FileStatus();
  const answer = files.fileStatus(path, false, status);
  if (answer === ENOENT && (options?.force ?? false)) return;
  checkedAnswer(answer, "lstat", path);
  if ((status.mode & KIND_MASK) !== KIND_FOLDER) return unlinkSync(path);
  if (options?.recursive ?? false) return removeTree(path);
  const error = systemError(-21, "rm", path);
  error.code = "ERR_FS_EISDIR";
  error.message = `Path is a directory: rm returned EISDIR (is a directory) ${path}`;
  throw error;
}

function removeTree(path: string): void {
  for (const { name, kind } of entriesOf(path)) {
    if (kind === KIND_FOLDER) removeTree(`${path}/${name}`);
    else unlinkSync(`${path}/${name}`);
  }
  rmdirSync(path);
}

export function rmdirSync(path: PathLike): void {
  checkedAnswer(files.removeFolder(path), "rmdir", path);
}

export function unlinkSync(path: PathLike): void {
  checkedAnswer(files.removeFile(path), "unlink", path);
}

export function renameSync(from: PathLike, to: PathLike): void {
  checkedAnswer(files.renameFile(from, to), "rename", from, to);
}

export function symlinkSync(target: PathLike, path: PathLike): void {
  checkedAnswer(files.makeLink(target, path), "symlink", target, path);
}

export function chmodSync(path: PathLike, mode: number): void {
  checkedAnswer(files.changeMode(path, mode), "chmod", path);
}

export function truncateSync(path: PathLike, size: number = 0): void {
  checkedAnswer(files.truncateFile(path, size), "open", path);
}

const SUFFIX_SIZE = 6;
const SUFFIX_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Makes a folder whose name begins like this and is that of no other; its path. */
export function mkdtempSync(prefix: string): string {
  while (true) {
    const random = crypto.getRandomValues(new Uint8Array(SUFFIX_SIZE));
    let path = prefix;
    for (const byte of random) path += SUFFIX_LETTERS[byte % SUFFIX_LETTERS.length];
    const answer = files.makeFolder(path, 0o700);
    if (answer === 0) return path;
    if (answer !== EEXIST) throw systemError(answer, "mkdtemp", `${prefix}XXXXXX`);
  }
}
