// Process: what a program knows of itself and of what runs it, and how it ends.
// Owns:       the listeners for the end of the program and for errors that nothing caught.
// Invariants: (1) listeners for the end run once, whatever ends the program but a panic
// Manual:     Node "Process".

import * as processes from "tsmetal/processes";
import { haveEnd } from "../core/async/turns.ts";
import { haveUncaughtHandler } from "../core/errors/uncaught.ts";
import { ProcessEnv } from "./environment.ts";
import { resolve } from "./path.ts";
import { ReadStream } from "./standard-input.ts";
import { WriteStream } from "./standard-streams.ts";
import { checkedAnswer } from "./system-error.ts";
import { queueTick } from "./ticks.ts";

const NANOSECONDS_PER_SECOND = 1_000_000_000;
const MILLISECONDS_PER_SECOND = 1000;
const NANOSECONDS_PER_MILLISECOND = 1_000_000;
const FAILURE_STATUS = 1;
const STATUS_MASK = 0xff;

type ExitListener = (code: number) => void;
type ErrorListener = (error: Error) => void;

export class Process {
  readonly argv: string[] = wordsOfCommand();
  readonly argv0: string;
  readonly execPath: string;
  readonly execArgv: string[] = [];
  readonly env: NodeJS.ProcessEnv = new ProcessEnv() as unknown as NodeJS.ProcessEnv;
  readonly platform: "linux" = "linux";
  readonly arch: "x64" = "x64";
  readonly stdout: WriteStream = new WriteStream(1);
  readonly stderr: WriteStream = new WriteStream(2);
  exitCode: number | undefined = undefined;
  title: string;
  private input: ReadStream | null = null;
  private readonly exitListeners: ExitListener[] = [];
  private readonly errorListeners: ErrorListener[] = [];
  private hasEnded = false;
  private readonly startedAt: number = performance.now();

  constructor() {
    this.argv0 = this.argv[0];
    this.execPath = this.argv[0];
    this.title = this.argv[0];
  }

  get stdin(): ReadStream {
    this.input ??= new ReadStream();
    return this.input;
  }

  get pid(): number {
    return processes.processId();
  }

  get ppid(): number {
    return processes.parentId();
  }

  cwd(): string {
    return processes.workingDirectory();
  }

  chdir(directory: string): void {
    checkedAnswer(processes.changeDirectory(directory), "chdir", this.cwd(), directory);
  }

  getuid(): number {
    return processes.userId();
  }

  /** Seconds since the program began. */
  uptime(): number {
    return (performance.now() - this.startedAt) / MILLISECONDS_PER_SECOND;
  }

  /** Seconds and nanoseconds of a clock, or those since an earlier answer. */
  hrtime(since?: [number, number]): [number, number] {
    const now = performance.now();
    const seconds = Math.floor(now / MILLISECONDS_PER_SECOND);
    const nanoseconds = Math.floor((now % MILLISECONDS_PER_SECOND) * NANOSECONDS_PER_MILLISECOND);
    if (since === undefined) return [seconds, nanoseconds];
    const difference = nanoseconds - since[1];
    return difference < 0 ? [seconds - since[0] - 1, difference + NANOSECONDS_PER_SECOND] : [seconds - since[0], difference];
  }

  nextTick<A extends unknown[]>(callback: (...args: A) => void, ...args: A): void {
    queueTick(() => callback(...args));
  }

  /** Ends the program now. */
  exit(code?: number): never {
    if (code !== undefined) this.exitCode = code;
    processes.endProcess(this.runExitListeners(0));
  }

  on(event: "exit", listener: ExitListener): this;
  on(event: "uncaughtException", listener: ErrorListener): this;
  on(event: string, listener: ExitListener | ErrorListener): this {
    if (event === "exit") {
      this.exitListeners.push(listener as ExitListener);
    } else {
      haveUncaughtHandler((thrown) => this.handleError(thrown));
      this.errorListeners.push(listener as ErrorListener);
    }
    return this;
  }

  /** What the program ends with. */
  runExitListeners(status: number): number {
    if (status !== 0) this.exitCode = status;
    if (!this.hasEnded) {
      this.hasEnded = true;
      for (const listener of this.exitListeners) listener(this.exitCode ?? 0);
    }
    return (this.exitCode ?? 0) & STATUS_MASK;
  }

  private handleError(thrown: unknown): boolean {
    if (this.errorListeners.length === 0 || this.hasEnded) return false;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    try {
      for (const listener of this.errorListeners) listener(error);
    } catch {
      this.exit(FAILURE_STATUS);
    }
    return true;
  }
}

/** As in Node: what runs the program, then the program, then what it was given. */
function wordsOfCommand(): string[] {
  const [first, ...given] = processes.commandWords();
  const program = resolve(first ?? "");
  return [program, program, ...given];
}

export const process: Process = new Process();

haveEnd((status) => u32(process.runExitListeners(Number(status))));
