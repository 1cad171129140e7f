// File options: the words that Node's functions of files take.
// Manual:     Node "File system", File system flags.

import type { FileStatus } from "../core/system/file-status.ts";

/** Texts are in UTF-8. */
export type Encoding = "utf8" | "utf-8" | "UTF-8";
export type BufferEncoding = Encoding;

export interface EncodingOptions {
  encoding?: Encoding | null;
  flag?: string;
}

export const enum OpenFlag {
  WriteOnly = 0x1,
  ReadWrite = 0x2,
  Create = 0x40,
  Exclusive = 0x80,
  Truncate = 0x200,
  Append = 0x400,
  Folder = 0x10000,
  CloseOnExecution = 0x80000,
}

export function encodingOf(options: Encoding | EncodingOptions | null | undefined): Encoding | undefined {
  if (typeof options === "string") return options;
  return options?.encoding ?? undefined;
}

export function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? new TextEncoder().encode(data) : data;
}

/** `r`, `w+`, `ax` …: what it is opened for. */
export function flagsOf(words: string): number {
  const isBoth = words.includes("+");
  const written: number = isBoth ? OpenFlag.ReadWrite : OpenFlag.WriteOnly;
  const exclusive: number = words.includes("x") ? OpenFlag.Exclusive : 0;
  const made: number = OpenFlag.Create | exclusive;
  switch (words[0]) {
    case "r":
      return isBoth ? OpenFlag.ReadWrite : 0;
    case "w":
      return written | made | OpenFlag.Truncate;
    case "a":
      return written | made | OpenFlag.Append;
    default:
      throw new TypeError(`The argument 'flags' is invalid. Received '${words}'`);
  }
}

/** Room for the rest of a file, with a byte more to see its end; files without a size grow as they are read. */
export function sizeOfRest(status: FileStatus, step: number): number {
  return status.size > 0 ? status.size + 1 : step;
}
