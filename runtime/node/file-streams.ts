// File streams: files that are read and written piece by piece.
// Manual:     Node "File system", Classes fs.ReadStream and fs.WriteStream.

import { closeFile, openFile, readFile, writeFile } from "tsmetal/files";
import { EventEmitter } from "./events.ts";
import { flagsOf } from "./file-options.ts";
import { type PipeTarget, Readable, type StreamEvents } from "./readable.ts";
import { systemError } from "./system-error.ts";
import { queueImmediate, queueTick } from "./ticks.ts";

export interface ReadStreamOptions {
  encoding?: "utf8" | "utf-8";
  start?: number;
  end?: number;
  highWaterMark?: number;
}

export interface WriteStreamOptions {
  flags?: string;
  mode?: number;
}

type Done = () => void;

const PIECE_SIZE = 65536;
const MODE_OF_FILES = 0o666;

export class FileReadStream extends Readable {
  readonly path: string;
  bytesRead = 0;
  private descriptor = -1;
  private isReading = false;
  private position: number;
  private rest: number;
  private readonly pieceSize: number;

  constructor(path: string, options: ReadStreamOptions) {
    super();
    this.path = path;
    this.pieceSize = options.highWaterMark ?? PIECE_SIZE;
    this.position = options.start ?? -1;
    this.rest = (options.end ?? Infinity) - (options.start ?? 0) + 1;
    if (options.encoding !== undefined) this.setEncoding(options.encoding);
    queueImmediate(() => this.open());
  }

  protected override updateReading(): void {
    if (this.isReading || this.descriptor < 0 || !this.wantsMore()) return;
    this.isReading = true;
    queueImmediate(() => this.readPiece());
  }

  protected override release(): void {
    if (this.descriptor >= 0) closeFile(this.descriptor);
    this.descriptor = -1;
  }

  protected override hasEnded(): void {
    this.destroy();
  }

  private open(): void {
    const opened = openFile(this.path, 0, 0);
    if (opened < 0) this.destroy(systemError(opened, "open", this.path));
    else this.descriptor = opened;
    this.updateReading();
  }

  private readPiece(): void {
    this.isReading = false;
    if (this.descriptor < 0) return;
    const wanted = Math.min(this.pieceSize, this.rest);
    const buffer = Buffer.alloc(wanted);
    const count = wanted === 0 ? 0 : readFile(this.descriptor, buffer, 0, wanted, this.position);
    if (count < 0) {
      this.destroy(systemError(count, "read"));
      return;
    }
    if (this.position >= 0) this.position += count;
    this.rest -= count;
    this.bytesRead += count;
    if (count === 0) this.pushEnd();
    else this.push(buffer.subarray(0, count));
  }
}

export class FileWriteStream extends EventEmitter<StreamEvents> implements PipeTarget {
  readonly path: string;
  bytesWritten = 0;
  private descriptor: number;
  private isEnding = false;
  private isDestroyed = false;

  constructor(path: string, options: WriteStreamOptions) {
    super();
    this.path = path;
    this.descriptor = openFile(path, flagsOf(options.flags ?? "w"), options.mode ?? MODE_OF_FILES);
    if (this.descriptor < 0) this.fail(this.descriptor, "open", path);
  }

  get writableEnded(): boolean {
    return this.isEnding;
  }

  get destroyed(): boolean {
    return this.isDestroyed;
  }

  /** Always true: what is written is written. */
  write(chunk: string | Uint8Array, encoding?: "utf8" | Done, callback?: Done): boolean {
    const done = typeof encoding === "function" ? encoding : callback;
    if (this.isEnding || this.descriptor < 0) return false;
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    for (let start = 0; start < bytes.length; ) {
      const count = writeFile(this.descriptor, bytes, start, bytes.length - start, -1);
      if (count < 0) {
        this.fail(count, "write", undefined);
        return false;
      }
      start += count;
    }
    this.bytesWritten += bytes.length;
    if (done !== undefined) queueTick(done);
    return true;
  }

  end(): this;
  end(done: Done): this;
  end(chunk: string | Uint8Array, done?: Done): this;
  end(chunk?: string | Uint8Array | Done, done?: Done): this {
    if (this.isEnding) return this;
    const callback = typeof chunk === "function" ? chunk : done;
    if (callback !== undefined) this.once("finish", callback);
    if (chunk !== undefined && typeof chunk !== "function") this.write(chunk);
    this.isEnding = true;
    queueImmediate(() => {
      if (this.isDestroyed) return;
      this.emit("finish");
      this.destroy();
    });
    return this;
  }

  destroy(): this {
    if (this.isDestroyed) return this;
    this.isDestroyed = true;
    if (this.descriptor >= 0) closeFile(this.descriptor);
    this.descriptor = -1;
    queueTick(() => {
      this.emit("close", false);
      this.removeAllListeners();
    });
    return this;
  }

  endOfPipe(): void {
    this.end();
  }

  whenDrained(go: () => void): void {
    this.once("drain", go);
  }

  private fail(answer: number, call: string, path: string | undefined): void {
    const error = systemError(answer, call, path);
    queueImmediate(() => {
      this.emit("error", error);
      this.destroy();
    });
  }
}

export function createReadStream(path: string, options: ReadStreamOptions | "utf8" | "utf-8" = {}): FileReadStream {
  return new FileReadStream(path, typeof options === "string" ? { encoding: options } : options);
}

export function createWriteStream(path: string, options: WriteStreamOptions | "utf8" = {}): FileWriteStream {
  return new FileWriteStream(path, typeof options === "string" ? {} : options);
}
