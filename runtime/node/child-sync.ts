// Child processes that are waited for: spawnSync, execFileSync, execSync.
// Manual:     Node "Child process", Synchronous process creation.

import { collectChild, signalChild } from "tsmetal/children";
import { waitForDescriptors } from "tsmetal/events";
import { closeSocket, endWriting, receiveBytes, sendBytes } from "tsmetal/sockets";
import { ChildError, type CommonOptions, type Started, signalName, signalNumber, start, startError, wordsOf } from "./child-start.ts";
import { process } from "./process.ts";
import { SystemError, wordsOfError } from "./system-error.ts";
import { Ready } from "./watches.ts";

export interface SpawnSyncOptions extends CommonOptions {
  input?: string | Uint8Array;
  encoding?: "utf8" | "utf-8" | "buffer";
}

/** A class, so that one of texts is another than one of bytes. */
export class SpawnSyncReturns<T> {
  pid = 0;
  output: (T | null)[] = [];
  stdout: T;
  stderr: T;
  status: number | null = null;
  signal: string | null = null;
  error?: Error;

  constructor(stdout: T, stderr: T) {
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

type Text = "utf8" | "utf-8";

const READ_SIZE = 65536;
const WOULD_BLOCK = -11;
const FOREVER = -1;
const ETIMEDOUT = -110;
const SIGNAL_MASK = 0x7f;
const STATUS_SHIFT = 8;

/** What is read from a child, and written to it, until both have ended. */
class Transfer {
  readonly outputs: Buffer[][] = [[], [], []];
  status: number | null = null;
  signal: string | null = null;
  isLate = false;
  private readonly child: Started;
  private readonly input: Uint8Array;
  private written = 0;

  constructor(child: Started, input: Uint8Array) {
    this.child = child;
    this.input = input;
  }

  run(limit: number, signal: number): void {
    const end = limit > 0 ? performance.now() + limit : Infinity;
    const { streams } = this.child;
    while (streams.some((descriptor) => descriptor >= 0)) {
      const rest = end === Infinity ? FOREVER : Math.max(0, Math.ceil(end - performance.now()));
      this.round(rest);
      if (end === Infinity || performance.now() < end || this.isLate) continue;
      this.isLate = true;
      signalChild(this.child.process, signal);
      for (let i = 0; i < streams.length; i++) this.close(i);
    }
    const found: number[] = [];
    collectChild(this.child.process, found, true);
    const [ended = 0] = found;
    if ((ended & SIGNAL_MASK) === 0) this.status = (ended >> STATUS_SHIFT) & 0xff;
    else this.signal = signalName(ended & SIGNAL_MASK);
  }

  private round(milliseconds: number): void {
    const { streams } = this.child;
    const places = [0, 1, 2].filter((place) => streams[place] >= 0);
    const found: number[] = [];
    const descriptors = places.map((place) => streams[place]);
    const wanted = places.map((place): number => (place === 0 ? Ready.Write : Ready.Read));
    waitForDescriptors(descriptors, wanted, found, milliseconds);
    places.forEach((place, index) => {
      if (found[index] === Ready.None) return;
      if (place === 0) this.write();
      else this.read(place);
    });
  }

  private write(): void {
    const rest = this.input.length - this.written;
    const count = rest === 0 ? 0 : sendBytes(this.child.streams[0], this.input, this.written, rest);
    if (count > 0) this.written += count;
    if ((count < 0 && count !== WOULD_BLOCK) || this.written === this.input.length) {
      endWriting(this.child.streams[0]);
      this.close(0);
    }
  }

  private read(place: number): void {
    const buffer = Buffer.alloc(READ_SIZE);
    const count = receiveBytes(this.child.streams[place], buffer, 0, READ_SIZE);
    if (count > 0) this.outputs[place].push(Buffer.from(buffer.subarray(0, count)));
    else if (count !== WOULD_BLOCK) this.close(place);
  }

  private close(place: number): void {
    const { streams } = this.child;
    if (streams[place] >= 0) closeSocket(streams[place]);
    streams[place] = -1;
  }
}

function bytesOf(input: string | Uint8Array | undefined): Uint8Array {
  if (input === undefined) return new Uint8Array(0);
  return typeof input === "string" ? new TextEncoder().encode(input) : input;
}

function run(command: string, args: readonly string[], options: SpawnSyncOptions): SpawnSyncReturns<Buffer> {
  const nothing = Buffer.alloc(0);
  const result = new SpawnSyncReturns<Buffer>(nothing, nothing);
  try {
    const child = start(wordsOf(command, args, options.shell ?? false), options);
    result.pid = child.process;
    const transfer = new Transfer(child, bytesOf(options.input));
    transfer.run(options.timeout ?? 0, signalNumber(options.killSignal ?? "SIGTERM"));
    result.stdout = Buffer.concat(transfer.outputs[1]);
    result.stderr = Buffer.concat(transfer.outputs[2]);
    result.output = [null, result.stdout, result.stderr];
    result.status = transfer.status;
    result.signal = transfer.signal;
    if (transfer.isLate) result.error = startError(lateError(), command, args, "spawnSync");
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    result.error = startError(error, command, args, "spawnSync");
  }
  return result;
}

function lateError(): SystemError {
  const error = new SystemError(wordsOfError(ETIMEDOUT));
  error.errno = ETIMEDOUT;
  error.code = "ETIMEDOUT";
  return error;
}

export function spawnSync(command: string, options: SpawnSyncOptions & { encoding: Text }): SpawnSyncReturns<string>;
export function spawnSync(command: string, options?: SpawnSyncOptions & { encoding?: "buffer" }): SpawnSyncReturns<Buffer>;
export function spawnSync(
  command: string,
  args: readonly string[],
  options: SpawnSyncOptions & { encoding: Text },
): SpawnSyncReturns<string>;
export function spawnSync(
  command: string,
  args?: readonly string[],
  options?: SpawnSyncOptions & { encoding?: "buffer" },
): SpawnSyncReturns<Buffer>;
export function spawnSync(
  command: string,
  args: readonly string[] | SpawnSyncOptions = [],
  options: SpawnSyncOptions = {},
): SpawnSyncReturns<string> | SpawnSyncReturns<Buffer> {
  const settings = isList(args) ? options : args;
  const result = run(command, isList(args) ? args : [], settings);
  if (settings.encoding === undefined || settings.encoding === "buffer") return result;
  const ofText = new SpawnSyncReturns<string>(result.stdout.toString(), result.stderr.toString());
  ofText.pid = result.pid;
  ofText.output = [null, ofText.stdout, ofText.stderr];
  ofText.status = result.status;
  ofText.signal = result.signal;
  if (result.error !== undefined) ofText.error = result.error;
  return ofText;
}

function isList(args: readonly string[] | SpawnSyncOptions): args is readonly string[] {
  return Array.isArray(args);
}

export function execFileSync(file: string, args: readonly string[], options: SpawnSyncOptions & { encoding: Text }): string;
export function execFileSync(file: string, args?: readonly string[], options?: SpawnSyncOptions & { encoding?: "buffer" }): Buffer;
export function execFileSync(file: string, args: readonly string[] = [], options: SpawnSyncOptions = {}): string | Buffer {
  return outputOf(run(file, args, options), [file, ...args].join(" "), options);
}

export function execSync(command: string, options: SpawnSyncOptions & { encoding: Text }): string;
export function execSync(command: string, options?: SpawnSyncOptions & { encoding?: "buffer" }): Buffer;
export function execSync(command: string, options: SpawnSyncOptions = {}): string | Buffer {
  const { shell = true } = options;
  return outputOf(run(command, [], { ...options, shell }), command, options);
}

/** What the child wrote; throws if it did not end well. Its errors are shown unless the program takes them. */
function outputOf(result: SpawnSyncReturns<Buffer>, command: string, options: SpawnSyncOptions): string | Buffer {
  const isText = options.encoding !== undefined && options.encoding !== "buffer";
  if (options.stdio === undefined && result.stderr.length > 0) process.stderr.write(result.stderr.toString());
  const shown = (bytes: Buffer): string | Buffer => (isText ? bytes.toString() : bytes);
  if (result.error !== undefined && result.pid === 0) throw result.error;
  if (result.error === undefined && result.status === 0) return shown(result.stdout);
  const stderr = result.stderr.toString();
  const error = new ChildError(result.error?.message ?? `Command failed: ${command}${stderr === "" ? "" : `\n${stderr}`}`);
  error.status = result.status;
  error.signal = result.signal;
  error.stdout = shown(result.stdout);
  error.stderr = shown(result.stderr);
  throw error;
}
