// CPU block: what entry code must find before it has a stack: one for each processor, at its kernel GS base.
// Owns:       nothing; the boot processor's block is `boot_cpu` in trap.asm
// Invariants: (1) frame is the trap frame of the running thread, 0 while the processor idles
//             (2) GS base is this block in the kernel and the user's own in user mode: SWAPGS on every crossing
// Called:     by arch/x64/trap.asm and sched/scheduler.ts
// Manual:     SDM 2B "SWAPGS"

/** @packed */
export class CpuBlock {
  frame: u64 = 0;
  /** Where the kernel stack begins (it grows down), 16 bytes left above for the entry code. */
  kernelStack: u64 = 0;
  /** A user stack pointer for the few instructions of SYSCALL entry. */
  scratch: u64 = 0;
  /** Trap frame of the thread whose FPU registers are loaded; never 0. */
  fpuOwner: u64 = 0;
}

// Segment selectors: the order is what SYSCALL and SYSRET demand (SDM 2B "SYSRET": user stack below user code).
export const SELECTOR_KERNEL_CODE: u16 = 0x08;
export const SELECTOR_KERNEL_DATA: u16 = 0x10;
/** IA32_STAR: SYSRET adds 8 for the stack and 16 for the code selector. */
export const SELECTOR_SYSRET_BASE: u16 = 0x1b;
export const SELECTOR_USER_DATA: u16 = 0x23;
export const SELECTOR_USER_CODE: u16 = 0x2b;
export const SELECTOR_TASK_STATE: u16 = 0x30;
export const TASK_STATE_SIZE_BYTES: u32 = 104;
/** In the task state segment: stack pointer for traps from user mode; not aligned to 8. */
export const TASK_STATE_RSP0_OFFSET: u32 = 4;
/** IST1; the others follow, 8 bytes each. */
export const TASK_STATE_IST1_OFFSET: u32 = 36;
export const TASK_STATE_IO_MAP_OFFSET: u32 = 102;
export const IST_DOUBLE_FAULT: u32 = 1;
export const IST_NON_MASKABLE: u32 = 2;
export const IST_MACHINE_CHECK: u32 = 3;
export const IST_DEBUG: u32 = 4;
export const TRAP_STUB_SIZE_BYTES: u32 = 16;
export const VECTOR_COUNT: u32 = 256;
export const KERNEL_STACK_SIZE_BYTES: u32 = 0x4000;
export const IST_STACK_SIZE_BYTES: u32 = 0x2000;
