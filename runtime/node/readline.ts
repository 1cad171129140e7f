// Readline: Node's module `readline`: the lines of a stream, and questions to who writes them.
// Invariants: (1) a line ends with \n, \r or \r\n; what stands behind the last one is a line, if it is anything
//             (2) after the close the lines of what came last are still told, as Node does, and the input is left alone
// Manual:     Node "Readline".

import { EventEmitter } from "./events.ts";
import type { Readable } from "./readable.ts";
import { queueTick } from "./ticks.ts";

/** Where questions are written to. */
export interface LineOutput {
  write(text: string): boolean;
}

export interface ReadLineOptions {
  input: Readable;
  output?: LineOutput;
  prompt?: string;
  terminal?: boolean;
  crlfDelay?: number;
  historySize?: number;
}

export interface InterfaceEvents {
  close: [];
  line: [line: string];
  pause: [];
  resume: [];
}

const DEFAULT_PROMPT = "> ";

export class Interface extends EventEmitter<InterfaceEvents> {
  readonly terminal = false;
  private readonly input: Readable;
  private readonly output: LineOutput | undefined;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private readonly onData = (chunk: string | Buffer): void => this.take(chunk);
  private readonly onEnd = (): void => this.finish();
  private promptText: string;
  private begun = "";
  /** Whether a \n that comes next belongs to the \r before. */
  private hasReturn = false;
  private isClosed = false;
  private answer: ((line: string) => void) | null = null;
  private isWalked = false;
  private lines: string[] = [];
  private waiting: (() => void) | null = null;

  constructor({ input, output, prompt }: ReadLineOptions) {
    super();
    this.input = input;
    this.output = output;
    this.promptText = prompt ?? DEFAULT_PROMPT;
    input.on("data", this.onData);
    input.on("end", this.onEnd);
    input.resume();
  }

  get closed(): boolean {
    return this.isClosed;
  }

  getPrompt(): string {
    return this.promptText;
  }

  setPrompt(text: string): void {
    this.promptText = text;
  }

  prompt(_keepsCursor?: boolean): void {
    this.output?.write(this.promptText);
    this.input.resume();
  }

  /** Gives the next line to the callback. */
  question(query: string, callback: (answer: string) => void): void {
    if (this.isClosed) throw new Error("readline was closed");
    this.output?.write(query);
    this.answer = callback;
    this.input.resume();
  }

  pause(): this {
    this.input.pause();
    this.emit("pause");
    return this;
  }

  resume(): this {
    this.input.resume();
    this.emit("resume");
    return this;
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.answer = null;
    this.input.off("data", this.onData);
    this.input.off("end", this.onEnd);
    this.input.pause();
    this.emit("close");
    this.wake();
    queueTick(() => this.removeAllListeners());
  }

  [Symbol.dispose](): void {
    this.close();
  }

  [Symbol.asyncIterator](): AsyncGenerator<string, void, void> {
    this.isWalked = true;
    return this.walk();
  }

  private async *walk(): AsyncGenerator<string, void, void> {
    try {
      while (true) {
        const line = this.lines.shift();
        if (line !== undefined) yield line;
        else if (this.isClosed) return;
        else
          await new Promise<void>((resolve) => {
            this.waiting = resolve;
          });
      }
    } finally {
      this.isWalked = false;
      this.close();
    }
  }

  private take(chunk: string | Buffer): void {
    const text = typeof chunk === "string" ? chunk : this.decoder.decode(chunk, { stream: true });
    let start = 0;
    if (this.hasReturn && text.startsWith("\n")) start = 1;
    if (text !== "") this.hasReturn = false;
    for (let i = start; i < text.length; i++) {
      const unit = text[i];
      if (unit !== "\n" && unit !== "\r") continue;
      const line = this.begun + text.slice(start, i);
      this.begun = "";
      if (unit === "\r" && i === text.length - 1) this.hasReturn = true;
      if (unit === "\r" && text[i + 1] === "\n") i++;
      start = i + 1;
      this.give(line);
    }
    this.begun += text.slice(start);
  }

  private give(line: string): void {
    const { answer } = this;
    this.answer = null;
    if (answer !== null) {
      answer(line);
      return;
    }
    this.emit("line", line);
    if (this.isWalked) this.lines.push(line);
    this.wake();
  }

  private finish(): void {
    if (this.begun !== "") this.give(this.begun);
    this.begun = "";
    this.close();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) waiting();
  }
}

export function createInterface(options: ReadLineOptions): Interface;
export function createInterface(input: Readable, output?: LineOutput): Interface;
export function createInterface(options: ReadLineOptions | Readable, output?: LineOutput): Interface {
  return new Interface("input" in options ? options : { input: options, output });
}
