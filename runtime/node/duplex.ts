// Duplex: a stream on a descriptor, which is read and written when the system can.
// Owns:       the descriptor; what is still to be written.
// Invariants: (1) the descriptor is watched while there is something to wait for, and closed once
//             (2) when the end was read and the last byte is written, the stream closes by itself
// Manual:     Node "Stream", Duplex Streams; "Net", Class net.Socket.

import { closeSocket, endWriting, receiveBytes, sendBytes } from "tsmetal/sockets";
import { Readable } from "./readable.ts";
import { codedError, type SocketError, socketError } from "./socket-errors.ts";
import { queueTick } from "./ticks.ts";
import { forget, Ready, watch } from "./watches.ts";

type Done = () => void;

/** What is to be written, from `start` on. */
class Pending {
  readonly bytes: Uint8Array;
  readonly done: Done | undefined;
  start = 0;

  constructor(bytes: Uint8Array, done: Done | undefined) {
    this.bytes = bytes;
    this.done = done;
  }
}

/** From this on writers are told to wait, as in Node. */
const QUEUED_MAX = 16384;
const READ_SIZE = 65536;
const WOULD_BLOCK = -11;

/** Where all streams read to; what has come is copied out of it. */
const readBuffer = new Uint8Array(READ_SIZE);

export class Duplex extends Readable {
  descriptor: number;
  wanted: number = Ready.None;
  isReferenced = true;
  bytesRead = 0;
  bytesWritten = 0;
  protected isOpen: boolean;
  private queue: Pending[] = [];
  private queuedSize = 0;
  private needsDrain = false;
  private isEnding = false;
  private isFinished = false;
  /** Whether the other side has ended, after which it takes nothing more. */
  private isPeerGone = false;

  constructor(descriptor: number) {
    super();
    this.descriptor = descriptor;
    this.isOpen = descriptor >= 0;
  }

  get writable(): boolean {
    return !this.isEnding && !this.destroyed;
  }

  get writableEnded(): boolean {
    return this.isEnding;
  }

  get writableFinished(): boolean {
    return this.isFinished;
  }

  get writableLength(): number {
    return this.queuedSize;
  }

  /** Whether more may be written at once. */
  write(chunk: string | Uint8Array, encoding?: "utf8" | Done, callback?: Done): boolean {
    const done = typeof encoding === "function" ? encoding : callback;
    if (this.isEnding) {
      this.fail(codedError("ERR_STREAM_WRITE_AFTER_END", "write after end"));
      return false;
    }
    if (this.isPeerGone) {
      this.fail(codedError("EPIPE", "This socket has been ended by the other party"));
      return false;
    }
    return !this.destroyed && this.send(chunk, done);
  }

  end(): this;
  end(done: Done): this;
  end(chunk: string | Uint8Array, done?: Done): this;
  end(chunk?: string | Uint8Array | Done, done?: Done): this {
    if (this.isEnding || this.destroyed) return this;
    const callback = typeof chunk === "function" ? chunk : done;
    if (callback !== undefined) this.once("finish", callback);
    if (chunk !== undefined && typeof chunk !== "function") this.send(chunk, undefined);
    this.isEnding = true;
    this.finishWriting();
    return this;
  }

  endOfPipe(): void {
    this.end();
  }

  whenDrained(go: () => void): void {
    this.once("drain", go);
  }

  ref(): this {
    this.isReferenced = true;
    return this;
  }

  unref(): this {
    this.isReferenced = false;
    return this;
  }

  /** Of a descriptor that was there from the beginning. */
  begin(): void {
    this.open();
  }

  /** For the event loop. */
  ready(found: number): void {
    if ((found & Ready.Write) !== 0) this.writeQueued();
    if ((found & (Ready.Read | Ready.HangUp | Ready.Error)) !== 0 && !this.destroyed) this.readOnce();
  }

  /** The descriptor is there, and can be used. */
  protected open(): void {
    this.isOpen = true;
    this.writeQueued();
    this.finishWriting();
    this.updateReading();
  }

  protected override updateReading(): void {
    if (!this.isOpen || this.destroyed) return;
    const wanted = (this.wantsMore() ? Ready.Read : Ready.None) | (this.queue.length > 0 ? Ready.Write : Ready.None);
    if (wanted !== this.wanted) watch(this, wanted);
  }

  protected override release(): void {
    this.queue = [];
    this.isOpen = false;
    forget(this);
    if (this.descriptor < 0) return;
    closeSocket(this.descriptor);
    this.descriptor = -1;
  }

  /** The end was read: the other side is answered in kind. */
  protected override hasEnded(): void {
    this.isPeerGone = true;
    queueTick(() => {
      if (!this.isEnding) this.end();
      this.closeWhenDone();
    });
  }

  protected touch(): void {}

  private send(chunk: string | Uint8Array, done: Done | undefined): boolean {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    this.queue.push(new Pending(bytes, done));
    this.queuedSize += bytes.length;
    this.bytesWritten += bytes.length;
    if (this.isOpen && this.queue.length === 1) this.writeQueued();
    const isRoomy = this.queuedSize < QUEUED_MAX;
    if (!isRoomy) this.needsDrain = true;
    return isRoomy;
  }

  private writeQueued(): void {
    while (this.queue.length > 0 && this.isOpen) {
      const [next] = this.queue;
      const rest = next.bytes.length - next.start;
      const count = rest === 0 ? 0 : sendBytes(this.descriptor, next.bytes, next.start, rest);
      if (count === WOULD_BLOCK) break;
      if (count < 0) {
        this.destroy(socketError(count, "write"));
        return;
      }
      this.touch();
      next.start += count;
      this.queuedSize -= count;
      if (next.start < next.bytes.length) continue;
      this.queue.shift();
      if (next.done !== undefined) queueTick(next.done);
    }
    this.updateReading();
    if (this.queue.length > 0) return;
    if (this.needsDrain) {
      this.needsDrain = false;
      queueTick(() => {
        if (!this.isEnding && !this.destroyed) this.emit("drain");
      });
    }
    this.finishWriting();
  }

  private finishWriting(): void {
    if (!this.isEnding || this.isFinished || !this.isOpen || this.queue.length > 0) return;
    this.isFinished = true;
    endWriting(this.descriptor);
    queueTick(() => {
      if (this.destroyed) return;
      this.emit("finish");
      this.closeWhenDone();
    });
  }

  private closeWhenDone(): void {
    if (this.isFinished && this.readableEnded) this.destroy();
  }

  private readOnce(): void {
    const count = receiveBytes(this.descriptor, readBuffer, 0, READ_SIZE);
    if (count === WOULD_BLOCK) return;
    if (count < 0) {
      this.destroy(socketError(count, "read"));
      return;
    }
    this.touch();
    if (count === 0) {
      this.pushEnd();
      return;
    }
    this.bytesRead += count;
    this.push(Buffer.from(readBuffer.subarray(0, count)));
  }

  private fail(error: SocketError): void {
    this.destroy(error);
  }
}
