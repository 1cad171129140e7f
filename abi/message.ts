// Message: what travels in a call, a reply and a receive: a label word, four words in registers, and what lies in the message buffer.
// Invariants: (1) the kernel copies exactly byteCount bytes and handleCount handles, as the label word says, and nothing else
//             (2) handles move: the sender's handle is closed when the receiver has its own
//
//   label word   63   51 50      48 47  45 44            32 31                          0
//               ├─ zero ─┼ handles ─┼ zero ┼─ byte count ───┼─ label (of the protocol) ───┤
//
//   The message buffer is one page of the thread's own; the same bytes are read when it sends and written when it receives:
//
//   +0 bytes (MESSAGE_BYTES_MAX)     +4064 handle 0    +4072 handle 1    +4080 handle 2    +4088 handle 3     (u64 each)
//
//   BadArgument: the label word asks for more. BadHandle, NoRights: a handle to move is invalid or lacks Grant.
//   NoSpace: the receiver's handle table is full; the sender gets it, nothing was moved.

export const MESSAGE_WORDS: u32 = 4;
export const MESSAGE_BYTES_MAX: u32 = 4064;
export const MESSAGE_HANDLES_MAX: u32 = 4;
export const MESSAGE_HANDLES_OFFSET: u32 = 4064;
export const MESSAGE_BUFFER_SIZE_BYTES: u32 = 4096;
export const LABEL_BYTE_COUNT_SHIFT: u32 = 32;
export const LABEL_BYTE_COUNT_MASK: u32 = 0x1fff;
export const LABEL_HANDLE_COUNT_SHIFT: u32 = 48;
export const LABEL_HANDLE_COUNT_MASK: u32 = 7;

/** Labels from here on are the kernel's; a process cannot send them. */
export const LABEL_KERNEL_FIRST: u32 = 0xffff_0000;
/** Receive woke for the bound notification: word 0 holds its bits. */
export const LABEL_SIGNAL: u32 = 0xffff_0001;
/**
 * A thread of the process with this badge raised an exception. Words: vector, address (CR2 of a page fault), error code, rip.
 * The message buffer holds a FaultRecord. The thread waits: a reply with label FAULT_REPLY_RESUME runs it on, any other kills its process.
 */
export const LABEL_FAULT: u32 = 0xffff_0002;
/** The process with this badge ended. Word 0: its exit code; word 1: its id. Any reply releases what is left of it. */
export const LABEL_EXIT: u32 = 0xffff_0003;

export const FAULT_REPLY_KILL: u32 = 0;
export const FAULT_REPLY_RESUME: u32 = 1;

/** The registers of a message, as the user-side stubs load and store them. @packed */
export class Message {
  badge: u64 = 0;
  label: u64 = 0;
  word0: u64 = 0;
  word1: u64 = 0;
  word2: u64 = 0;
  word3: u64 = 0;
}

/** In the supervisor's message buffer after LABEL_FAULT. @packed */
export class FaultRecord {
  processId: u64 = 0;
  threadId: u64 = 0;
  vector: u64 = 0;
  errorCode: u64 = 0;
  /** Address of a page fault, else 0. */
  address: u64 = 0;
  rip: u64 = 0;
  rflags: u64 = 0;
  rsp: u64 = 0;
  rax: u64 = 0;
  rbx: u64 = 0;
  rcx: u64 = 0;
  rdx: u64 = 0;
  rsi: u64 = 0;
  rdi: u64 = 0;
  rbp: u64 = 0;
  r8: u64 = 0;
  r9: u64 = 0;
  r10: u64 = 0;
  r11: u64 = 0;
  r12: u64 = 0;
  r13: u64 = 0;
  r14: u64 = 0;
  r15: u64 = 0;
}

/** Vectors that faults carry, in the words of the manual. Manual: SDM 3A "Exception and Interrupt Reference". */
export const enum Vector {
  DivideError = 0,
  Debug = 1,
  NonMaskable = 2,
  Breakpoint = 3,
  Overflow = 4,
  BoundRange = 5,
  InvalidOpcode = 6,
  DeviceNotAvailable = 7,
  DoubleFault = 8,
  InvalidTss = 10,
  SegmentNotPresent = 11,
  StackSegment = 12,
  GeneralProtection = 13,
  PageFault = 14,
  FloatingPoint = 16,
  AlignmentCheck = 17,
  MachineCheck = 18,
  SimdFloatingPoint = 19,
}
