// Interpreted Linux: the few system calls that the linux profile's runtime makes, on the interpreter's memory.
// Owns: what the program wrote to standard output and standard error.

import { Interpreter, type InterpreterOptions, type Outcome, ProgramExit } from "./interpret.ts";
import type { IntrinsicHost } from "./interpret-intrinsics.ts";
import { type InterpreterMemory, MemoryFault } from "./interpret-memory.ts";
import type { Module } from "./module.ts";

const ENOMEM = 12n;
const ENOSYS = 38n;
const EBADF = 9n;

const enum LinuxCall {
  Write = 1,
  MapMemory = 9,
  UnmapMemory = 11,
  Exit = 60,
  ExitGroup = 231,
}

export class LinuxHost implements IntrinsicHost {
  private readonly written: Record<number, Uint8Array[]> = { 1: [], 2: [] };

  systemCall([number, first, second, third]: readonly bigint[], memory: InterpreterMemory): bigint {
    switch (Number(number)) {
      case LinuxCall.Write:
        return this.write(Number(first), Number(second), Number(third), memory);
      case LinuxCall.MapMemory:
        return mapMemory(Number(second), memory);
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
