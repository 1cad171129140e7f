// Readable: the side of a stream that a program reads: by events, or by walking over it.
// Owns:       what has come and was not yet read.
// Invariants: (1) what has come is read in its order, then the end is told, once, then the close, once
//             (2) after the close nobody is told anything: listeners are forgotten, so that what they refer to can end
// Manual:     Node "Stream", Readable Streams.

import "./buffer.ts";
import { EventEmitter, type ListenerOf } from "./events.ts";
import type { SystemError } from "./system-error.ts";
import { queueTick } from "./ticks.ts";

/** What streams of all kinds tell. */
export interface StreamEvents {
  close: [hadError: boolean];
  connect: [];
  data: [chunk: string | Buffer];
  drain: [];
  end: [];
  error: [error: SystemError];
  finish: [];
  pause: [];
  ready: [];
  resume: [];
  timeout: [];
}

/** Where what is read can go on to. */
export interface PipeTarget {
  write(chunk: string | Uint8Array): boolean;
  endOfPipe(): void;
  whenDrained(go: () => void): void;
}

const enum Flow {
  /** Nobody has said yet what to do with what comes. */
  Undecided = 0,
  Flowing = 1,
  Paused = 2,
}

/** Bytes that are kept for a reader who does not read. */
const KEPT_MAX = 65536;

export class Readable extends EventEmitter<StreamEvents> {
  private chunks: (string | Buffer)[] = [];
  private keptSize = 0;
  private flow: Flow = Flow.Undecided;
  private decoder: TextDecoder | null = null;
  private hasComeToEnd = false;
  private isEndTold = false;
  private isDestroyed = false;
  private isClosed = false;
  private isTelling = false;
  /** Whom to wake who walks over the stream. */
  private waiting: (() => void) | null = null;
  private failure: SystemError | null = null;

  get destroyed(): boolean {
    return this.isDestroyed;
  }

  get closed(): boolean {
    return this.isClosed;
  }

  get readableEnded(): boolean {
    return this.isEndTold;
  }

  get readable(): boolean {
    return !this.isDestroyed && !this.isEndTold;
  }

  get errored(): SystemError | null {
    return this.failure;
  }

  override on<K extends keyof StreamEvents & string>(event: K, listener: ListenerOf<StreamEvents[K]>): this {
    super.on(event, listener);
    if (event === "data" && this.flow !== Flow.Paused) this.resume();
    return this;
  }

  override once<K extends keyof StreamEvents & string>(event: K, listener: ListenerOf<StreamEvents[K]>): this {
    super.once(event, listener);
    if (event === "data" && this.flow !== Flow.Paused) this.resume();
    return this;
  }

  /** What comes is given as text from now on. */
  setEncoding(_encoding: "utf8" | "utf-8"): this {
    this.decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const kept = this.chunks;
    this.chunks = [];
    this.keptSize = 0;
    for (const chunk of kept) if (typeof chunk !== "string") this.keep(this.decoded(chunk, this.decoder));
    return this;
  }

  pause(): this {
    if (this.flow === Flow.Paused) return this;
    this.flow = Flow.Paused;
    this.emit("pause");
    this.updateReading();
    return this;
  }

  resume(): this {
    if (this.flow === Flow.Flowing) return this;
    this.flow = Flow.Flowing;
    queueTick(() => this.beginFlow());
    return this;
  }

  isPaused(): boolean {
    return this.flow === Flow.Paused;
  }

  pipe<T extends PipeTarget>(target: T): T {
    this.on("data", (chunk) => {
      if (target.write(chunk)) return;
      this.pause();
      target.whenDrained(() => this.resume());
    });
    this.once("end", () => target.endOfPipe());
    return target;
  }

  destroy(error?: SystemError): this {
    if (this.isDestroyed) return this;
    this.isDestroyed = true;
    if (error !== undefined) this.failure = error;
    this.release();
    queueTick(() => this.close());
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string | Buffer, void, void> {
    this.flow = Flow.Paused;
    try {
      while (true) {
        const chunk = this.takeChunk();
        if (chunk !== undefined) {
          yield chunk;
          continue;
        }
        if (this.failure !== null) throw this.failure;
        if (this.isEndTold || this.isClosed) return;
        await new Promise<void>((resolve) => {
          this.waiting = resolve;
          this.updateReading();
          this.tellEnd();
        });
      }
    } finally {
      this.destroy();
    }
  }

  // For what brings the bytes

  /** Gives up what the stream stands on. */
  protected release(): void {}

  /** Reading begins or ceases, as `wantsMore` says. */
  protected updateReading(): void {}

  /** After the end was told. */
  protected hasEnded(): void {}

  protected wantsMore(): boolean {
    if (this.isDestroyed || this.hasComeToEnd) return false;
    if (this.flow === Flow.Flowing || this.waiting !== null) return true;
    return this.flow === Flow.Undecided && this.keptSize < KEPT_MAX;
  }

  /** Nobody has said yet what to do with what comes. */
  protected isUndecided(): boolean {
    return this.flow === Flow.Undecided && this.waiting === null;
  }

  protected push(bytes: Buffer): void {
    const { decoder } = this;
    const chunk = decoder === null ? bytes : this.decoded(bytes, decoder);
    if (chunk.length === 0) return;
    if (this.flow === Flow.Flowing && this.chunks.length === 0) this.emit("data", chunk);
    else this.keep(chunk);
    this.wake();
    this.updateReading();
  }

  protected pushEnd(): void {
    const rest = this.decoder?.decode() ?? "";
    if (rest !== "") this.push(Buffer.from(rest));
    this.hasComeToEnd = true;
    this.updateReading();
    this.tellEnd();
  }

  private decoded(bytes: Buffer, decoder: TextDecoder): string {
    return decoder.decode(bytes, { stream: true });
  }

  private keep(chunk: string | Buffer): void {
    this.chunks.push(chunk);
    this.keptSize += chunk.length;
  }

  private takeChunk(): string | Buffer | undefined {
    const chunk = this.chunks.shift();
    if (chunk !== undefined) this.keptSize -= chunk.length;
    return chunk;
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) waiting();
  }

  private beginFlow(): void {
    if (this.flow !== Flow.Flowing || this.isDestroyed) return;
    this.emit("resume");
    while (this.flow === Flow.Flowing) {
      const chunk = this.takeChunk();
      if (chunk === undefined) break;
      this.emit("data", chunk);
    }
    this.updateReading();
    this.tellEnd();
  }

  /** Tells the end in a tick of its own when all was read. */
  private tellEnd(): void {
    if (!this.hasComeToEnd || this.chunks.length > 0 || this.isTelling || this.isDestroyed) return;
    this.isTelling = true;
    queueTick(() => {
      if (this.isDestroyed) return;
      this.isEndTold = true;
      this.emit("end");
      this.wake();
      this.hasEnded();
    });
  }

  private close(): void {
    const { failure } = this;
    this.isClosed = true;
    try {
      if (failure !== null && (this.waiting === null || this.listenerCount("error") > 0)) this.emit("error", failure);
    } finally {
      this.emit("close", failure !== null);
      this.wake();
      this.removeAllListeners();
      this.chunks = [];
    }
  }
}
