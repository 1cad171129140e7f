// Interpreted Linux: the few system calls that the linux profile's runtime makes, on the interpreter's memory.
// Owns: what the program wrote to standard output and standard error.

import { randomFillSync } from "node:crypto";
import { Interpreter, type InterpreterOptions, type Outcome, ProgramExit } from "./interpret.ts";
import type { IntrinsicHost } from "./interpret-intrinsics.ts";
import { type InterpreterMemory, MemoryFault } from "./interpret-memory.ts";
import type { Module } from "./module.ts";
import { MemoryKind } from "./types.ts";

const ENOMEM = 12n;
const ENOSYS = 38n;
const EBADF = 9n;

const enum LinuxCall {
  Write = 1,
  MapMemory = 9,
  UnmapMemory = 11,
  Exit = 60,
  ClockGetTime = 228,
  ClockNanosleep = 230,
  ExitGroup = 231,
  GetRandom = 318,
}

const NANOSECONDS_PER_SECOND = 1_000_000_000n;
/** What the interpreted clock moves on each time that it is read. */
const CLOCK_STEP = 1_000n;

export class LinuxHost implements IntrinsicHost {
  /** Nanoseconds of a clock of its own: waiting takes no time. */
  private time = NANOSECONDS_PER_SECOND;
  private readonly written: Record<number, Uint8Array[]> = { 1: [], 2: [] };

  systemCall([number, first, second, third]: readonly bigint[], memory: InterpreterMemory): bigint {
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
      case LinuxCall.GetRandom:
        randomFillSync(memory.bytes, Number(first), Number(second));
        return second;
      case LinuxCall.UnmapMemory:
        return 0n;
      case LinuxCall.Exit:
      case LinuxCall.ExitGroup:
        throw new ProgramExit(Number(first & 0xffn));
      default:
        return -ENOSYS;
    }
  }

  /** What the program wrote to the descriptor, as UTF-8. */
  text(descriptor: 1 | 2): string {
    return Buffer.concat(this.written[descriptor]).toString("utf8");
  }

  private sleepUntil(address: number, memory: InterpreterMemory): bigint {
    const seconds = BigInt(memory.load(MemoryKind.I64, address));
    const wanted = seconds * NANOSECONDS_PER_SECOND + BigInt(memory.load(MemoryKind.I64, address + 8));
    if (wanted > this.time) this.time = wanted;
    return 0n;
  }

  private write(descriptor: number, address: number, size: number, memory: InterpreterMemory): bigint {
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

/** A count of arguments, the end of their addresses, the end of the environment's: all zero. */
const INITIAL_STACK_SIZE = 32;

/** Runs a whole program of the linux profile from its start function on. */
export function interpretLinuxProgram(module: Module, options: InterpreterOptions = {}): LinuxRun {
  const host = new LinuxHost();
  const interpreter = new Interpreter(module, { ...options, host });
  const start = module.functionByExportName("tsm_start");
  const outcome: Outcome =
    start === undefined
      ? { kind: "failed", message: "the module has no tsm_start", trace: [] }
      : interpreter.run(start, [BigInt(interpreter.memory.reserve(INITIAL_STACK_SIZE, 16))]);
  interpreter.memory.release();
  return { outcome, stdout: host.text(1), stderr: host.text(2), steps: interpreter.steps };
}
