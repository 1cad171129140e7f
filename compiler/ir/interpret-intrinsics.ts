// Interpreted intrinsics: what machine intrinsics do in the interpreter. Those that need a machine or a kernel are asked of a host.

import type { Scalar } from "./evaluate.ts";
import type { InterpreterMemory } from "./interpret-memory.ts";
import { MemoryKind } from "./types.ts";

/** What surrounds an interpreted program. */
export interface IntrinsicHost {
  /** Number and six arguments. May throw ProgramExit. */
  systemCall?(args: readonly bigint[], memory: InterpreterMemory): bigint;
  /** An assembly function by its linker symbol; undefined where the host has none of that name. */
  assembly?(symbol: string, args: readonly Scalar[], memory: InterpreterMemory): Scalar | undefined;
  /** Any other intrinsic that this file does not do; undefined where the host does not either. */
  intrinsic?(name: string, operands: readonly Scalar[], memory: InterpreterMemory): Scalar | undefined;
}

let ticks = 0n;

type Row = (operands: readonly Scalar[], memory: InterpreterMemory) => Scalar;

const address = (value: Scalar): number => Number(value);

/** An atomic read-modify-write: stores what `change` gives and returns what was there. */
function exchange(kind: MemoryKind, change: (before: Scalar, operands: readonly Scalar[]) => Scalar): Row {
  return (operands, memory) => {
    const before = memory.load(kind, address(operands[0]));
    memory.store(kind, address(operands[0]), change(before, operands));
    return before;
  };
}

const rows: Readonly<Record<string, Row>> = {
  pause: () => 0,
  memoryFence: () => 0,
  readTimeStampCounter: () => (ticks += 1000n),
  readFlags: () => 0x202n,
  // No frames that a walk could follow: backtraces of interpreted programs are empty.
  framePointer: () => 0n,
  stackPointer: () => 0n,
  copyMemory: ([target, source, size], memory) => {
    memory.copy(address(target), address(source), address(size));
    return 0;
  },
  fillMemory: ([target, value, size], memory) => {
    memory.fill(address(target), address(value) & 0xff, address(size));
    return 0;
  },
  atomicExchange32: exchange(MemoryKind.I32, (_, operands) => operands[1]),
  atomicExchange64: exchange(MemoryKind.I64, (_, operands) => operands[1]),
  atomicAdd32: exchange(MemoryKind.I32, (before, operands) => (Number(before) + Number(operands[1])) | 0),
  atomicAdd64: exchange(MemoryKind.I64, (before, operands) => BigInt.asIntN(64, BigInt(before) + BigInt(operands[1]))),
  atomicCompareExchange32: exchange(MemoryKind.I32, (before, [, expected, replacement]) => (before === expected ? replacement : before)),
  atomicCompareExchange64: exchange(MemoryKind.I64, (before, [, expected, replacement]) => (before === expected ? replacement : before)),
  lowestBit64: ([value]) => {
    const bits = BigInt.asUintN(64, BigInt(value));
    return (bits & -bits).toString(2).length - 1;
  },
  highestBit64: ([value]) => BigInt.asUintN(64, BigInt(value)).toString(2).length - 1,
  multiplyHighUnsigned: ([a, b]) => BigInt.asIntN(64, (BigInt.asUintN(64, BigInt(a)) * BigInt.asUintN(64, BigInt(b))) >> 64n),
};

/** The result (any scalar for none), or undefined when neither this file nor the host does it. */
export function runIntrinsic(
  name: string,
  operands: readonly Scalar[],
  memory: InterpreterMemory,
  host: IntrinsicHost | undefined,
): Scalar | undefined {
  if (name === "systemCall" && host?.systemCall !== undefined) return host.systemCall(operands.map(BigInt), memory);
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  return row !== undefined ? row(operands, memory) : host?.intrinsic?.(name, operands, memory);
}
