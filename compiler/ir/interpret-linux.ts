// Interpreted Linux: the few system calls that the linux profile's runtime makes, on the interpreter's memory.
// Owns: what the program wrote to standard output and standard error.

import { randomFillSync } from "node:crypto";
import type { Scalar } from "./evaluate.ts";
import { Interpreter, type InterpreterOptions, type Outcome, ProgramExit } from "./interpret.ts";
import type { IntrinsicHost } from "./interpret-intrinsics.ts";
import { LinuxChildren } from "./interpret-linux-children.ts";
import { LinuxFiles } from "./interpret-linux-files.ts";
import { LinuxSockets } from "./interpret-linux-sockets.ts";
import { type InterpreterMemory, MemoryFault } from "./interpret-memory.ts";
import { ProgramFailure } from "./interpret-runtime.ts";
import type { Module } from "./module.ts";
import { MemoryKind } from "./types.ts";

const ENOMEM = 12n;
const ENOSYS = 38n;
const EBADF = 9n;

const enum LinuxCall {
  Write = 1,
  MapMemory = 9,
  UnmapMemory = 11,
  ProcessId = 39,
  Exit = 60,
  ClockGetTime = 228,
  ClockNanosleep = 230,
  ExitGroup = 231,
  GetRandom = 318,
}

const NANOSECONDS_PER_SECOND = 1_000_000_000n;
const NANOSECONDS_PER_MILLISECOND = 1_000_000n;
/** What the interpreted clock moves on each time that it is read. */
const CLOCK_STEP = 1_000n;

export class LinuxHost implements IntrinsicHost {
  /** Nanoseconds of a clock of its own: waiting takes no time. */
  private time = NANOSECONDS_PER_SECOND;
  private readonly written: Record<number, Uint8Array[]> = { 1: [], 2: [] };

  private readonly files = new LinuxFiles();
  private readonly sockets = new LinuxSockets();
  private readonly children = new LinuxChildren(this.sockets, (descriptor, bytes) => this.written[descriptor]?.push(bytes));

  systemCall([number, ...words]: readonly bigint[], memory: InterpreterMemory): bigint {
    const [first, second, third] = words;
    this.children.runReady();
    const ofSocket = this.sockets.call(Number(number), words, memory, (milliseconds) => this.pass(milliseconds));
    const ofOthers = ofSocket ?? this.children.call(Number(number), words, memory);
    if (ofOthers !== undefined) return ofOthers;
    switch (Number(number)) {
      case LinuxCall.Write:
        return this.write(Number(first), Number(second), Number(third), memory);
      case LinuxCall.MapMemory:
        return mapMemory(Number(second), memory);
      case LinuxCall.ClockGetTime:
        this.time += CLOCK_STEP;
        memory.store(MemoryKind.I64, Number(second), this.time / NANOSECONDS_PER_SECOND);
        memory.store(MemoryKind.I64, Number(second) + 8, this.time % NANOSECONDS_PER_SECOND);
        return 0n;
      case LinuxCall.ClockNanosleep:
        return this.sleepUntil(Number(third), memory);
      case LinuxCall.ProcessId:
        return BigInt(process.pid);
      case LinuxCall.GetRandom:
        randomFillSync(memory.bytes, Number(first), Number(second));
        return second;
      case LinuxCall.UnmapMemory:
        return 0n;
      case LinuxCall.Exit:
      case LinuxCall.ExitGroup:
        throw new ProgramExit(Number(first & 0xffn));
      default:
        return this.files.call(Number(number), words, memory) ?? -ENOSYS;
    }
  }

  assembly(symbol: string, args: readonly Scalar[], memory: InterpreterMemory): Scalar | undefined {
    return symbol === "tsm_start_child" ? this.children.start(Number(args[0]), memory) : undefined;
  }

  /** What the program wrote to the descriptor, as UTF-8. */
  text(descriptor: 1 | 2): string {
    return Buffer.concat(this.written[descriptor]).toString("utf8");
  }

  private pass(milliseconds: number): void {
    if (milliseconds < 0 && !this.children.runAll()) throw new ProgramFailure("waits for what never comes");
    if (milliseconds < 0) return;
    this.time += BigInt(milliseconds) * NANOSECONDS_PER_MILLISECOND;
  }

  private sleepUntil(address: number, memory: InterpreterMemory): bigint {
    const seconds = BigInt(memory.load(MemoryKind.I64, address));
    const wanted = seconds * NANOSECONDS_PER_SECOND + BigInt(memory.load(MemoryKind.I64, address + 8));
    if (wanted > this.time) this.time = wanted;
    return 0n;
  }

  private write(descriptor: number, address: number, size: number, memory: InterpreterMemory): bigint {
    const toFile = this.files.write(descriptor, memory.bytes.subarray(address, address + size));
    if (toFile !== undefined) return toFile;
    if (this.written[descriptor] === undefined) return -EBADF;
    this.written[descriptor].push(memory.bytes.slice(address, address + size));
    return BigInt(size);
  }
}

function mapMemory(size: number, memory: InterpreterMemory): bigint {
  try {
    return BigInt(memory.mapPages(size));
  } catch (error) {
    if (error instanceof MemoryFault) return -ENOMEM;
    throw error;
  }
}

export interface LinuxRun {
  readonly outcome: Outcome;
  readonly stdout: string;
  readonly stderr: string;
  readonly steps: number;
}

const WORD = 8;

/** The stack as Linux makes it for a program: a count of words, their addresses, 0, the addresses of the settings, 0. */
function initialStack(memory: InterpreterMemory): number {
  const settings = Object.entries(process.env).filter(([name]) => name !== "TSM_DEBUG_HEAP");
  const texts = ["program", ...settings.map(([name, value]) => `${name}=${value}`)];
  const addresses = texts.map((text) => {
    const bytes = Buffer.from(text);
    const address = memory.reserve(bytes.length + 1, 1);
    memory.bytes.set(bytes, address);
    return address;
  });
  const words = [1, addresses[0], 0, ...addresses.slice(1), 0];
  const stack = memory.reserve(words.length * WORD, 16);
  words.forEach((word, place) => {
    memory.store(MemoryKind.I64, stack + place * WORD, BigInt(word));
  });
  memory.store(MemoryKind.I64, memory.symbolAddress("tsm_initial_stack"), BigInt(stack));
  return stack;
}

/** Runs a whole program of the linux profile from its start function on. */
export function interpretLinuxProgram(module: Module, options: InterpreterOptions = {}): LinuxRun {
  const host = new LinuxHost();
  const interpreter = new Interpreter(module, { ...options, host });
  const start = module.functionByExportName("tsm_start");
  const outcome: Outcome =
    start === undefined
      ? { kind: "failed", message: "the module has no tsm_start", trace: [] }
      : interpreter.run(start, [BigInt(initialStack(interpreter.memory))]);
  interpreter.memory.release();
  return { outcome, stdout: host.text(1), stderr: host.text(2), steps: interpreter.steps };
}
