// Kernel sources: what the kernel is built from, relative to the repository.

export const KERNEL_MAIN = "kernel/main.ts";
/** Functions that the kernel's TypeScript calls, or that call it, each on a stack of its own size: see kernel/arch/x64. */
export const KERNEL_ASSEMBLY: readonly string[] = [
  "kernel/arch/x64/entry.asm",
  "kernel/arch/x64/cpu.asm",
  "kernel/arch/x64/trap.asm",
  "kernel/syscall/dispatch.asm",
  "boot/pvh.asm",
];
