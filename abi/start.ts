// Start: what a process finds when it begins, and where its address space has what.
//
//   registers at the entry point of the program file:
//     rdi  address of ProcessStart (START_PAGE)         rsi  address of the message buffer of the first thread
//     rsp  USER_STACK_TOP - 8 (as if called), rbp 0, direction flag clear, SSE ready (MXCSR 0x1f80), everything else 0
//
//   0x0000_0000_0040_0000  program file: code (read, execute), constants (read), variables (read, write)
//   0x0000_0010_0000_0000  HEAP_BASE: heapSizeBytes of zeroed memory, committed when touched
//   0x0000_6000_0000_0000  MAPPINGS_BASE: where the kernel places mappings without a wished address
//   0x0000_7fff_0000_0000  MESSAGE_BUFFERS_BASE: message buffer of thread n at + n * MESSAGE_BUFFER_STRIDE
//   0x0000_7fff_e000_0000  START_PAGE: ProcessStart, then the payload
//   0x0000_7fff_f000_0000  USER_STACK_TOP: the stack, USER_STACK_SIZE_BYTES below it, then an unmapped guard
//
//   the start page:  ProcessStart │ StartPayload │ handleCount x StartHandle │ arguments, each ended by a zero byte

export const USER_BASE: u64 = 0x1_0000;
export const USER_END: u64 = 0x0000_7fff_ffff_f000;
export const PROGRAM_BASE: u64 = 0x40_0000;
export const HEAP_BASE: u64 = 0x0000_0010_0000_0000;
export const HEAP_SIZE_BYTES: u64 = 0x4000_0000;
export const MAPPINGS_BASE: u64 = 0x0000_6000_0000_0000;
export const MESSAGE_BUFFERS_BASE: u64 = 0x0000_7fff_0000_0000;
export const MESSAGE_BUFFER_STRIDE: u64 = 0x2000;
export const START_PAGE: u64 = 0x0000_7fff_e000_0000;
export const START_PAGE_SIZE_BYTES: u64 = 0x1000;
export const USER_STACK_TOP: u64 = 0x0000_7fff_f000_0000;
export const USER_STACK_SIZE_BYTES: u64 = 0x4_0000;
export const START_VERSION: u32 = 1;

/** Written by the kernel. @packed */
export class ProcessStart {
  version: u32 = 0;
  payloadSizeBytes: u32 = 0;
  processId: u64 = 0;
  heapBase: u64 = 0;
  heapSizeBytes: u64 = 0;
  stackLow: u64 = 0;
  stackTop: u64 = 0;
}
export const START_PAYLOAD_OFFSET: u32 = 48;
export const START_PAYLOAD_SIZE_MAX: u32 = 4048;

/** Written by the supervisor: ProcessOperation.Start copies it. @packed */
export class StartPayload {
  handleCount: u32 = 0;
  argumentsSizeBytes: u32 = 0;
}

/** One handle the process begins with, by name: ASCII, filled up with zeros, read as little-endian numbers. @packed */
export class StartHandle {
  handle: u64 = 0;
  name0: u64 = 0;
  name1: u64 = 0;
}
export const START_HANDLE_NAME_SIZE_MAX: u32 = 16;
