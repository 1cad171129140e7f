// File promises: Node's module `fs/promises`. What is asked for is done at once; the promise is settled in a later round of the loop.
// Manual:     Node "File system", Promises API.

import type { Encoding, EncodingOptions } from "./file-options.ts";
import * as files from "./fs.ts";
import { queueImmediate } from "./ticks.ts";

function later<T>(action: () => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    try {
      const value = action();
      queueImmediate(() => resolve(value));
    } catch (error) {
      queueImmediate(() => reject(error));
    }
  });
}

export function readFile(path: string, options: Encoding | { encoding: Encoding; flag?: string }): Promise<string>;
export function readFile(path: string, options?: { encoding?: null; flag?: string } | null): Promise<Buffer>;
export function readFile(path: string, options?: Encoding | EncodingOptions | null): Promise<string> | Promise<Buffer> {
  const encoding = typeof options === "string" ? options : options?.encoding;
  return encoding === undefined || encoding === null
    ? later(() => files.readFileSync(path))
    : later(() => files.readFileSync(path, encoding));
}

export function writeFile(path: string, data: string | Uint8Array, options?: Encoding | files.WriteFileOptions | null): Promise<void> {
  return later(() => files.writeFileSync(path, data, options));
}

export function appendFile(path: string, data: string | Uint8Array, options?: Encoding | files.WriteFileOptions | null): Promise<void> {
  return later(() => files.appendFileSync(path, data, options));
}

export function copyFile(source: string, target: string): Promise<void> {
  return later(() => files.copyFileSync(source, target));
}

export function access(path: string, mode?: number): Promise<void> {
  return later(() => files.accessSync(path, mode));
}

export function stat(path: string): Promise<files.Stats> {
  return later(() => files.statSync(path));
}

export function lstat(path: string): Promise<files.Stats> {
  return later(() => files.lstatSync(path));
}

export function realpath(path: string): Promise<string> {
  return later(() => files.realpathSync(path));
}

export function readlink(path: string): Promise<string> {
  return later(() => files.readlinkSync(path));
}

export function mkdir(path: string, options?: number | files.MakeDirectoryOptions | null): Promise<string | undefined> {
  const settings = typeof options === "object" && options !== null ? options : undefined;
  const mode = typeof options === "number" ? options : settings?.mode;
  return later(() => {
    if (settings?.recursive ?? false) return files.mkdirSync(path, { recursive: true, mode });
    return files.mkdirSync(path, { mode });
  });
}

export function rm(path: string, options?: files.RmOptions): Promise<void> {
  return later(() => files.rmSync(path, options));
}

export function rmdir(path: string): Promise<void> {
  return later(() => files.rmdirSync(path));
}

export function unlink(path: string): Promise<void> {
  return later(() => files.unlinkSync(path));
}

export function rename(from: string, to: string): Promise<void> {
  return later(() => files.renameSync(from, to));
}

export function symlink(target: string, path: string): Promise<void> {
  return later(() => files.symlinkSync(target, path));
}

export function chmod(path: string, mode: number): Promise<void> {
  return later(() => files.chmodSync(path, mode));
}

export function truncate(path: string, size?: number): Promise<void> {
  return later(() => files.truncateSync(path, size));
}

export function mkdtemp(prefix: string): Promise<string> {
  return later(() => files.mkdtempSync(prefix));
}

export function readdir(path: string, options: { withFileTypes: true; recursive?: boolean }): Promise<files.Dirent[]>;
export function readdir(path: string, options?: { withFileTypes?: false; recursive?: boolean } | null): Promise<string[]>;
export function readdir(
  path: string,
  options?: { withFileTypes?: boolean; recursive?: boolean } | null,
): Promise<files.Dirent[]> | Promise<string[]> {
  const recursive = options?.recursive ?? false;
  if (options?.withFileTypes ?? false) return later(() => files.readdirSync(path, { withFileTypes: true, recursive }));
  return later(() => files.readdirSync(path, { recursive }));
}
