// Trap frame: all registers of a thread while it is not running, in the order in which entry code stores them.
// Owns:       nothing; every thread block holds one (see object/thread.ts), 512 bytes above its FXSAVE area
// Invariants: (1) the frame ends on a 16-byte boundary: RSP0 points there, so the CPU pushes ss .. rip straight into it
//             (2) vector is VECTOR_SYSCALL while the thread waits in a syscall: then SYSRET brings it back, else IRETQ
// Called:     by arch/x64/trap.asm through the generated include, and by every kernel file that reads or sets registers
// Manual:     SDM 3A "64-Bit Mode Stack Frame"
//
//   high   ss  rsp  rflags  cs  rip        pushed by the CPU (SYSCALL entry stores rip, rflags and rsp itself)
//          errorCode  vector               pushed by the stub of the vector
//   low    rax rbx rcx rdx rsi rdi rbp r8 .. r15

/** @packed */
export class TrapFrame {
  r15: u64 = 0;
  r14: u64 = 0;
  r13: u64 = 0;
  r12: u64 = 0;
  r11: u64 = 0;
  r10: u64 = 0;
  r9: u64 = 0;
  r8: u64 = 0;
  rbp: u64 = 0;
  rdi: u64 = 0;
  rsi: u64 = 0;
  rdx: u64 = 0;
  rcx: u64 = 0;
  rbx: u64 = 0;
  rax: u64 = 0;
  vector: u64 = 0;
  errorCode: u64 = 0;
  rip: u64 = 0;
  cs: u64 = 0;
  rflags: u64 = 0;
  rsp: u64 = 0;
  ss: u64 = 0;
}

export const TRAP_FRAME_SIZE_BYTES: u64 = 176;
/** FXSAVE area, directly below the frame. */
export const FPU_AREA_SIZE_BYTES: u64 = 512;
/** Not a vector of the CPU: marks a frame that SYSCALL entry filled. */
export const VECTOR_SYSCALL: u64 = 0x100;
