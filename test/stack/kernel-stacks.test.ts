// Kernel stacks: how boot, syscalls, traps and exceptions of the kernel itself add up, and what is said when they do not fit.

import test from "ava";
import type { StackFrame } from "../../compiler/stack-depth.ts";
import { describeStack, measureKernelStacks, stackMistakes } from "../../scripts/kernel-stacks.ts";

const LAYOUT = { kernelStackBytes: 1016, interruptStackBytes: 500, interruptFrameBytes: 64 };

function frame(symbol: string, frameSizeBytes: number, ...callees: string[]): StackFrame {
  return { symbol, frameSizeBytes, callees };
}

function kernel(deepestBytes: number): StackFrame[] {
  const switched = (callee: string): { callee: string; sizeBytes: number }[] => [{ callee, sizeBytes: 0 }];
  return [
    { ...frame("kernel_entry", 8), switched: switched("kernel_main") },
    { ...frame("syscall_entry", 8), switched: switched("syscall_send") },
    { ...frame("trap_common", 136, "handle_kernel_trap"), switched: switched("handle_trap") },
    frame("trap_fatal", 136, "handle_fatal_trap"),
    frame("trap_debug", 24),
    frame("kernel_main", 100),
    frame("syscall_send", deepestBytes),
    frame("handle_trap", 200),
    frame("handle_kernel_trap", 16, "report"),
    frame("handle_fatal_trap", 32, "report"),
    frame("report", 80),
  ];
}

test("the kernel stack holds the deepest entry and an exception on top of it, an interrupt stack one trap", (t) => {
  const [stack, interrupts] = measureKernelStacks(kernel(300), LAYOUT);
  t.is(stack.neededBytes, 300 + 64 + 136 + 16 + 80);
  t.is(interrupts.neededBytes, 64 + 136 + 32 + 80);
  t.is(describeStack(stack), "kernel stack: at most 596 of 1000 bytes");
  t.regex(stack.why, /syscall_entry > syscall_send.*trap_common > handle_kernel_trap > report/);
  t.deepEqual(stackMistakes([stack, interrupts]), []);
});

test("a stack that is too small, and one without a bound, are mistakes", (t) => {
  const tooDeep = measureKernelStacks(kernel(705), LAYOUT);
  t.is(stackMistakes(tooDeep).length, 1);
  t.regex(
    stackMistakes(tooDeep)[0],
    /^kernel stack: at most 1001 of 1000 bytes, which is too little: 705 \(syscall_entry > syscall_send\)/,
  );
  t.deepEqual(stackMistakes(measureKernelStacks(kernel(704), LAYOUT)), []);
  const renamed = kernel(300).filter(({ symbol }) => symbol !== "trap_fatal");
  t.regex(stackMistakes(measureKernelStacks(renamed, LAYOUT)).join("\n"), /^interrupt stacks: .*no such function \(trap_fatal\)/);
  const recursive = kernel(300).map((item) => (item.symbol === "report" ? { ...item, callees: ["report"] } : item));
  t.regex(
    stackMistakes(measureKernelStacks(recursive, LAYOUT)).join("\n"),
    /^kernel stack: at most unbounded.*recursive.*\ninterrupt stacks: .*recursive/,
  );
});
