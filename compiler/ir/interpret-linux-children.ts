// Interpreted Linux, children: programs of the host that the interpreted one starts. Each runs in one piece as soon as all that it can read
// is there, so that a conversation with one is not to be had.
// Owns: the children that were started and not yet collected.

import { spawnSync } from "node:child_process";
import { accessSync, constants as fsConstants } from "node:fs";
import { constants } from "node:os";
import { textAt } from "./interpret-linux-files.ts";
import type { LinuxSockets, Socket } from "./interpret-linux-sockets.ts";
import type { InterpreterMemory } from "./interpret-memory.ts";
import { MemoryKind } from "./types.ts";

const ECHILD = 10n;
const ESRCH = 3n;
const ENOENT = 2;

const enum ChildCall {
  Wait = 61,
  Signal = 62,
  Control = 72,
  Watch = 434,
}

const WORD = 8;
const STREAMS = 3;
/** The request, as runtime/linux/child.asm has it. */
const WORDS_OFFSET = 8;
const SETTINGS_OFFSET = 16;
const FOLDER_OFFSET = 24;
const STREAMS_OFFSET = 32;
const ERROR_OFFSET = 48;
const STATUS_NO_START = 127;
const FIRST_PROCESS = 100_000;

class Child {
  readonly path: string;
  readonly words: readonly string[];
  readonly settings: readonly string[];
  readonly folder: string | undefined;
  /** By stream: where it goes, if that is a socket. */
  readonly sockets: readonly (Socket | undefined)[];
  readonly descriptors: readonly number[];
  /** As wait tells it. Null while it has not run. */
  status: number | null = null;
  readonly watchers: Socket[] = [];

  constructor(request: number, memory: InterpreterMemory, sockets: LinuxSockets) {
    const address = (offset: number): number => Number(memory.load(MemoryKind.I64, request + offset));
    this.path = textAt(memory, address(0));
    this.words = textsAt(memory, address(WORDS_OFFSET));
    this.settings = textsAt(memory, address(SETTINGS_OFFSET));
    this.folder = address(FOLDER_OFFSET) === 0 ? undefined : textAt(memory, address(FOLDER_OFFSET));
    this.descriptors = [0, 1, 2].map((stream) => Number(memory.load(MemoryKind.I32, request + STREAMS_OFFSET + stream * 4)));
    this.sockets = this.descriptors.map((descriptor) => sockets.hold(descriptor));
  }

  /** Whether all that it can read is there. */
  get isReady(): boolean {
    return this.status === null && (this.sockets[0]?.hasEnd ?? true);
  }
}

export class LinuxChildren {
  private readonly children = new Map<number, Child>();
  private nextProcess = FIRST_PROCESS;
  private readonly sockets: LinuxSockets;
  /** Takes what a child writes to a stream of this program. */
  private readonly write: (descriptor: number, bytes: Uint8Array) => void;

  constructor(sockets: LinuxSockets, write: (descriptor: number, bytes: Uint8Array) => void) {
    this.sockets = sockets;
    this.write = write;
  }

  /** The assembly function tsm_start_child. */
  start(request: number, memory: InterpreterMemory): bigint {
    const child = new Child(request, memory, this.sockets);
    const process = this.nextProcess++;
    this.children.set(process, child);
    if (!canRun(child.path)) {
      memory.store(MemoryKind.I64, request + ERROR_OFFSET, -BigInt(ENOENT));
      this.end(child, STATUS_NO_START << 8);
    }
    return BigInt(process);
  }

  /** The answer of a call on children; undefined where it is none. */
  call(number: ChildCall, words: readonly bigint[], memory: InterpreterMemory): bigint | undefined {
    const child = this.children.get(Number(words[0]));
    switch (number) {
      case ChildCall.Control:
        return 0n;
      case ChildCall.Watch:
        return child === undefined ? -ESRCH : this.watch(child);
      case ChildCall.Signal:
        if (child === undefined) return -ESRCH;
        if (child.status === null) this.end(child, Number(words[1]));
        return 0n;
      case ChildCall.Wait:
        if (child === undefined) return -ECHILD;
        if (child.status === null && words[2] === 0n) this.run(child);
        if (child.status === null) return 0n;
        memory.store(MemoryKind.I32, Number(words[1]), child.status);
        this.children.delete(Number(words[0]));
        return words[0];
      default:
        return undefined;
    }
  }

  /** Runs those that have all they can read. */
  runReady(): void {
    for (const child of this.children.values()) if (child.isReady) this.run(child);
  }

  /** Runs those that wait for more to read: there will be none. Whether there was one. */
  runAll(): boolean {
    const waiting = [...this.children.values()].filter(({ status }) => status === null);
    for (const child of waiting) this.run(child);
    return waiting.length > 0;
  }

  private watch(child: Child): bigint {
    const { descriptor, socket } = this.sockets.watched();
    socket.hasEnd = child.status !== null;
    child.watchers.push(socket);
    return BigInt(descriptor);
  }

  private run(child: Child): void {
    const [name, ...args] = child.words;
    const done = spawnSync(child.path, args, {
      argv0: name,
      cwd: child.folder,
      env: Object.fromEntries(child.settings.map((setting) => setting.split(/=(.*)/s, 2))),
      input: Buffer.concat(child.sockets[0]?.received ?? []),
    });
    for (let stream = 1; stream < STREAMS; stream++) this.deliver(child, stream, stream === 1 ? done.stdout : done.stderr);
    this.end(child, done.signal === null ? (done.status ?? STATUS_NO_START) << 8 : constants.signals[done.signal]);
  }

  private deliver(child: Child, stream: number, bytes: Uint8Array): void {
    const socket = child.sockets[stream];
    if (socket === undefined) this.write(child.descriptors[stream], bytes);
    else if (bytes.length > 0) socket.peer?.received.push(bytes);
  }

  private end(child: Child, status: number): void {
    child.status = status;
    for (const socket of child.sockets) if (socket !== undefined) this.sockets.letGo(socket);
    for (const socket of child.watchers) socket.hasEnd = true;
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, fsConstants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Texts by a list of their addresses that ends with zero. */
function textsAt(memory: InterpreterMemory, list: number): string[] {
  const texts: string[] = [];
  for (let place = list; memory.load(MemoryKind.I64, place) !== 0n; place += WORD)
    texts.push(textAt(memory, Number(memory.load(MemoryKind.I64, place))));
  return texts;
}
