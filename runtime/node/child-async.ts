// Child processes that run beside the program: spawn, exec, execFile.
// Invariants: (1) the exit is told when the child has ended, the close when its streams have, too
// Manual:     Node "Child process", Class ChildProcess.

import { collectChild, signalChild, watchChild } from "tsmetal/children";
import { closeFile } from "tsmetal/files";
import { clearTimeout, setTimeout, type Timeout } from "../core/async/timers.ts";
import { ChildError, type CommonOptions, Started, signalName, signalNumber, start, startError, wordsOf } from "./child-start.ts";
import { Duplex } from "./duplex.ts";
import { EventEmitter } from "./events.ts";
import { SystemError } from "./system-error.ts";
import { queueTick } from "./ticks.ts";
import { forget, Ready, watch } from "./watches.ts";

export interface ChildProcessEvents {
  close: [code: number | null, signal: string | null];
  error: [error: ChildError];
  exit: [code: number | null, signal: string | null];
  spawn: [];
}

export interface ExecOptions extends CommonOptions {
  encoding?: "utf8" | "utf-8";
}

export type ExecCallback = (error: ChildError | null, stdout: string, stderr: string) => void;

const SIGNAL_MASK = 0x7f;
const STATUS_SHIFT = 8;

export class ChildProcess extends EventEmitter<ChildProcessEvents> {
  readonly pid: number | undefined;
  readonly spawnfile: string;
  readonly spawnargs: readonly string[];
  /** Ours for each of its own; one that has ended where that is not piped. */
  readonly stdin: Duplex;
  readonly stdout: Duplex;
  readonly stderr: Duplex;
  exitCode: number | null = null;
  signalCode: string | null = null;
  killed = false;
  descriptor = -1;
  wanted: number = Ready.None;
  isReferenced = true;
  private timer: Timeout | null = null;
  /** What has yet to end: the process, and the streams it writes to. */
  private open = 0;

  constructor(command: string, args: readonly string[], options: CommonOptions) {
    super();
    this.spawnfile = command;
    this.spawnargs = [command, ...args];
    let started = new Started();
    try {
      started = start(wordsOf(command, args, options.shell ?? false), options);
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      const failed = startError(error, command, args);
      queueTick(() => this.fail(failed));
    }
    this.stdin = streamOf(started.streams[0]);
    this.stdout = streamOf(started.streams[1]);
    this.stderr = streamOf(started.streams[2]);
    this.pid = started.process === 0 ? undefined : started.process;
    if (this.pid !== undefined) this.begin(this.pid, options);
  }

  kill(signal: string | number = "SIGTERM"): boolean {
    if (this.pid === undefined || this.descriptor < 0) return false;
    const number = typeof signal === "number" ? signal : signalNumber(signal);
    if (number < 0) throw new TypeError(`Unknown signal: ${signal}`);
    const isDone = signalChild(this.pid, number) === 0;
    if (isDone) this.killed = true;
    return isDone;
  }

  ref(): void {
    this.isReferenced = true;
  }

  unref(): void {
    this.isReferenced = false;
  }

  /** For the event loop. */
  ready(_found: number): void {
    const status: number[] = [];
    if (this.pid === undefined || collectChild(this.pid, status, false) === 0) return;
    forget(this);
    closeFile(this.descriptor);
    this.descriptor = -1;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const [ended = 0] = status;
    if ((ended & SIGNAL_MASK) === 0) this.exitCode = (ended >> STATUS_SHIFT) & 0xff;
    else this.signalCode = signalName(ended & SIGNAL_MASK);
    this.emit("exit", this.exitCode, this.signalCode);
    this.ended();
  }

  private begin(process: number, options: CommonOptions): void {
    this.descriptor = watchChild(process);
    this.open = 1;
    watch(this, Ready.Read);
    for (const stream of [this.stdout, this.stderr]) {
      if (stream.destroyed) continue;
      this.open++;
      stream.on("close", () => this.ended());
    }
    const { timeout = 0, killSignal } = options;
    if (timeout > 0) this.timer = setTimeout(() => this.kill(killSignal), timeout);
    queueTick(() => this.emit("spawn"));
  }

  private ended(): void {
    this.open--;
    if (this.open > 0) return;
    this.emit("close", this.exitCode, this.signalCode);
    this.removeAllListeners();
  }

  private fail(error: ChildError): void {
    this.exitCode = error.errno ?? null;
    this.emit("error", error);
    this.emit("close", this.exitCode, null);
    this.removeAllListeners();
  }
}

function streamOf(descriptor: number): Duplex {
  const stream = new Duplex(descriptor);
  if (descriptor < 0) stream.destroy();
  else stream.begin();
  return stream;
}

export type ChildProcessWithoutNullStreams = ChildProcess;

export function spawn(command: string, options?: CommonOptions): ChildProcess;
export function spawn(command: string, args: readonly string[], options?: CommonOptions): ChildProcess;
export function spawn(command: string, args: readonly string[] | CommonOptions = [], options: CommonOptions = {}): ChildProcess {
  return isList(args) ? new ChildProcess(command, args, options) : new ChildProcess(command, [], args);
}

function isList(args: readonly string[] | CommonOptions): args is readonly string[] {
  return Array.isArray(args);
}

export function execFile(file: string, callback?: ExecCallback): ChildProcess;
export function execFile(file: string, args: readonly string[], callback?: ExecCallback): ChildProcess;
export function execFile(file: string, args: readonly string[], options: ExecOptions, callback?: ExecCallback): ChildProcess;
export function execFile(
  file: string,
  args: readonly string[] | ExecCallback = [],
  options?: ExecOptions | ExecCallback,
  callback?: ExecCallback,
): ChildProcess {
  const words = typeof args === "function" ? [] : args;
  const told = typeof args === "function" ? args : typeof options === "function" ? options : callback;
  return collect(spawn(file, words, typeof options === "object" ? options : {}), [file, ...words].join(" "), told);
}

export function exec(command: string, callback?: ExecCallback): ChildProcess;
export function exec(command: string, options: ExecOptions, callback?: ExecCallback): ChildProcess;
export function exec(command: string, options?: ExecOptions | ExecCallback, callback?: ExecCallback): ChildProcess {
  const settings = typeof options === "object" ? options : {};
  const { shell = true } = settings;
  const told = typeof options === "function" ? options : callback;
  return collect(spawn(command, [], { ...settings, shell }), command, told);
}

/** Tells what the child has written when it has closed. */
function collect(child: ChildProcess, command: string, callback: ExecCallback | undefined): ChildProcess {
  if (callback === undefined) return child;
  const texts = ["", ""];
  [child.stdout, child.stderr].forEach((stream, place) => {
    stream.setEncoding("utf8").on("data", (chunk) => {
      texts[place] += chunk;
    });
  });
  let failure: ChildError | null = null;
  child.on("error", (error) => {
    failure = error;
    callback(error, "", "");
  });
  child.on("close", (code, signal) => {
    if (failure !== null) return;
    const [stdout, stderr] = texts;
    if (code === 0) callback(null, stdout, stderr);
    else callback(exitError(command, code, signal, stderr), stdout, stderr);
  });
  return child;
}

function exitError(command: string, code: number | null, signal: string | null, stderr: string): ChildError {
  const error = new ChildError(`Command failed: ${command}\n${stderr}`);
  error.status = code;
  error.signal = signal;
  error.cmd = command;
  return error;
}
