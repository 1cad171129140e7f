// Kernel stacks: the proof that every stack of the kernel is as deep as its code needs, from the call graph and the kernel's own constants.
// Invariants: (1) the sizes are those that kernel/arch/x64 reserves, read from its layout files
//             (2) whatever cannot be bounded does not fit
//
//   kernel stack       boot, a syscall, a trap of user code or of the idle loop; on top of it one exception that the kernel itself raised
//   interrupt stacks   one trap each, that the kernel must survive on a stack of its own: double fault, NMI, machine check, debug

import { deeper, StackDepths, type StackFrame } from "../compiler/stack-depth.ts";
import { readAbiFolders } from "./abi-include.ts";

/** In kernel/arch/x64/trap.asm: where a trap stub goes on, on the stack that was in use and on one of its own. */
const TRAP_ENTRY = "trap_common";
const OWN_STACK_ENTRIES = ["trap_fatal", "trap_debug"];
/** The CPU aligns the stack before it pushes its part of the trap frame. */
const ALIGNMENT_SIZE_BYTES = 8;
/** CpuBlock.kernelStack lies so far below the top of the stack. */
const ENTRY_SIZE_BYTES = 16;

export interface KernelStack {
  readonly name: string;
  readonly neededBytes: number | undefined;
  readonly reservedBytes: number;
  /** The deepest chain of calls, and why there is no bound. */
  readonly why: string;
}

export function measureKernelStacks(frames: readonly StackFrame[], layout = readLayout()): KernelStack[] {
  const depths = new StackDepths(frames);
  const { interruptFrameBytes } = layout;
  const entries = frames.flatMap((frame) => depths.afterSwitch(frame.symbol) ?? []);
  const deepest = entries.reduce<Depth>(deeper, { sizeBytes: 0, reason: "", path: [] });
  const symbols = new Set(frames.map((frame) => frame.symbol));
  const depthOf = (entry: string): Depth =>
    symbols.has(entry) ? depths.of(entry) : { sizeBytes: undefined, reason: "no such function", path: [entry] };
  const exception = depthOf(TRAP_ENTRY);
  const own = OWN_STACK_ENTRIES.map(depthOf).reduce<Depth>(deeper, { sizeBytes: 0, reason: "", path: [] });
  return [
    {
      name: "kernel stack",
      neededBytes: sum([deepest.sizeBytes, interruptFrameBytes, exception.sizeBytes]),
      reservedBytes: layout.kernelStackBytes - ENTRY_SIZE_BYTES,
      why: `${describe(deepest)}, then an exception: ${describe(exception)}`,
    },
    {
      name: "interrupt stacks",
      neededBytes: sum([interruptFrameBytes, own.sizeBytes]),
      reservedBytes: layout.interruptStackBytes,
      why: describe(own),
    },
  ];
}

export interface StackLayout {
  readonly kernelStackBytes: number;
  readonly interruptStackBytes: number;
  /** What the CPU and a trap stub push before the registers. */
  readonly interruptFrameBytes: number;
}

function readLayout(): StackLayout {
  const equates = new Map([...readAbiFolders().values()].flat().map(({ name, value }) => [name, Number(value)]));
  const value = (name: string): number => {
    const found = equates.get(name);
    if (found === undefined) throw new Error(`kernel/arch/x64/layout has no ${name}`);
    return found;
  };
  return {
    kernelStackBytes: value("KERNEL_STACK_SIZE_BYTES"),
    interruptStackBytes: value("IST_STACK_SIZE_BYTES"),
    interruptFrameBytes: value("TRAP_FRAME_SIZE_BYTES") - value("TrapFrame.vector") + ALIGNMENT_SIZE_BYTES,
  };
}

interface Depth {
  readonly sizeBytes: number | undefined;
  readonly reason: string;
  readonly path: readonly string[];
}

function sum(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.reduce((total, size) => (total === undefined || size === undefined ? undefined : total + size), 0);
}

function describe({ sizeBytes, reason, path }: Depth): string {
  return `${sizeBytes ?? reason} (${path.join(" > ")})`;
}

/** One line for people. */
export function describeStack({ name, neededBytes, reservedBytes }: KernelStack): string {
  return `${name}: at most ${neededBytes ?? "unbounded"} of ${reservedBytes} bytes`;
}

/** What does not fit, as sentences. */
export function stackMistakes(stacks: readonly KernelStack[]): string[] {
  return stacks.flatMap((stack) => {
    if (stack.neededBytes !== undefined && stack.neededBytes <= stack.reservedBytes) return [];
    return [`${describeStack(stack)}, which is too little: ${stack.why}`];
  });
}
