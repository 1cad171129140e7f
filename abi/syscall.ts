// Syscalls: number, arguments, answer and statuses of each. One row here, one row in kernel/syscall/dispatch.asm, one handler.
// Invariants: (1) numbers are dense from 0
//             (2) every call can also answer BadSyscall, BadHandle, WrongKind and NoRights; a row lists the other statuses
//
//   SYSCALL   in   rax number; arguments 1..6 in rdi rsi rdx r10 r8 r9
//             out  rax status or value; rcx and r11 lost; everything else preserved, but for the calls marked "message":
//   message   in   rdi handle, rsi label word, rdx r10 r8 r9 words 0..3
//             out  rax status, rdi badge (only receive and replyAndReceive change it), rsi label word, rdx r10 r8 r9 words 0..3
//   The label word and the message buffer are in message.ts. An argument that is not named is not read; of 32-bit arguments
//   (handles, kinds, operations, rights, ports) only the low half is.

export const enum Syscall {
  /** `()`: answers Ok. The price of a syscall. */
  Null = 0,
  /**
   * `(endpoint, label, words)`, message: gives the message to a thread that receives on the endpoint and waits for its reply.
   * Call. PeerDied: nobody can receive any more, or the reply was dropped. BadArgument, NoSpace: see message.ts.
   */
  Call = 1,
  /**
   * `(endpoint)`, message: waits for a call, or for a signal on the notification bound to this thread (badge 0, label LABEL_SIGNAL,
   * word 0 the bits). A caller not answered yet is dropped first: it gets PeerDied. Receive. Cancelled.
   */
  Receive = 2,
  /**
   * `(HANDLE_CALLER or reply handle, label, words)`: answers a caller and goes on. A reply handle is consumed. BadHandle: no such caller.
   */
  Reply = 3,
  /** `(endpoint, label, words)`, message: answers the last caller, if one is open, then receives: one step of a server. Receive. */
  ReplyAndReceive = 4,
  /** `(notification, bits)`: sets bits and wakes the waiter. Signal. BadArgument: bit 63 is set. */
  Signal = 5,
  /** `(notification, mayBlock)`: answers the bits set since the last wait and clears them. Wait. WouldBlock, Busy: another thread waits. */
  Wait = 6,
  /**
   * `(kind, a, b, c, d)`: makes an object and answers a handle to it with all its rights. NoMemory, NoSpace, BadArgument.
   * - Process `(supervisor endpoint, badge, memory limit in bytes, name address, name length)`: empty; see Process.
   *   The endpoint handle needs Receive: it will be called for faults and the exit, with that badge.
   * - Thread `(process)`: suspended, with a message buffer; see Thread. Control on the process.
   * - Memory `(size in bytes, MemoryType, physical address, System)`: the last two only for Device memory, where System needs Device.
   *   Contiguous memory is committed at once, other memory page by page when touched, zeroed.
   * - Endpoint `()`, Notification `()`, Timer `(notification, bits)`: the timer needs Wait on the notification.
   * - Interrupt `(System, interrupt line, notification, bits)`: the line is an ISA interrupt number below 16, or a GSI. Device. Busy.
   * - IoPorts `(System, first port, count)`. Device.
   */
  Create = 7,
  /** `(handle)`: gives the handle up; the object goes with its last handle and user. */
  Close = 8,
  /**
   * `(handle or HANDLE_CALLER, rights, badge, process or HANDLE_NONE for this one)`: answers a new handle, valid in that process, to the
   * same object, with the rights both in the handle and in `rights`. A badge other than 0 can be given once, to an endpoint handle.
   * HANDLE_CALLER makes a Reply handle of the open caller. Into another process: Grant on the handle, Populate on the process. NoSpace.
   */
  Copy = 9,
  /**
   * `(memory, process, address or 0, offset, size, PageAccess)`: maps a part of the memory and answers the address, chosen by the kernel
   * for 0. Everything in whole pages. Read, Write and Execute as the access asks, Populate on the process. Busy, NoMemory, BadArgument:
   * not aligned, outside the memory, outside user space, or writable and executable at once.
   */
  Map = 10,
  /** `(process, address)`: takes the mapping that begins there away. Populate. NotFound. */
  Unmap = 11,
  /** `(process, ProcessOperation, ...)`: see there. */
  Process = 12,
  /** `(thread, ThreadOperation, ...)`: see there. */
  Thread = 13,
  /** `(interrupt)`: the device is served; the line may interrupt again. Control. */
  Acknowledge = 14,
  /** `(ioPorts, port, PortOperation, value)`: answers the value read, or Ok. Read or Write. BadArgument: the port is not in the range. */
  Port = 15,
  /** `(timer, deadlineNs, periodNs)`: signals at that time since boot, and then every period, if it is not 0. Deadline 0 stops. Control. */
  SetTimer = 16,
  /** `()`: answers nanoseconds since boot. */
  Clock = 17,
  /** `(System, QueryKind, index, address, size)`: writes one record, see query.ts, and answers its size. Inspect. NotFound, BadAddress. */
  Query = 18,
  /** `(System, SystemOperation, ...)`: see there. */
  System = 19,
}

export const SYSCALL_COUNT: u32 = 20;

export const enum ProcessOperation {
  /**
   * `(memory, offset, size)`: loads an ELF64 program from the memory into the empty process and makes its first thread. Control;
   * Read on the memory. BadImage, Busy, NoMemory.
   */
  Load = 0,
  /** `(address, size)`: copies these bytes as start payload (start.ts) and lets the first thread run. Control. BadAddress, Busy. */
  Start = 1,
  /** `()`: ends the process at once, with all its threads. Control. Its supervisor gets no message: it is the one who kills. */
  Kill = 2,
  /** `(code)`: ends this process (HANDLE_PROCESS); the supervisor is called with LABEL_EXIT. Does not return. */
  Exit = 3,
  /** `(address, buffer address, size)`: copies its memory into the caller's buffer. Inspect. BadAddress. */
  ReadMemory = 4,
  /** `()`: answers the process id that query records and fault messages carry. Inspect. */
  Id = 5,
  /**
   * `(priority)`: its threads begin with this priority and can never have more. Control. NoRights: above the caller's own limit.
   * Busy: it has threads already. Without it: PRIORITY_DEFAULT, or the maker's own limit if that is less.
   */
  LimitPriority = 6,
}

export const enum ThreadOperation {
  /** `(entry, stack, argument)`: first run of a created thread: rdi argument, rsi its message buffer. Control. BadArgument, Busy. */
  Start = 0,
  /** `()`: stops it where it is; a wait ends with Cancelled. Control. */
  Suspend = 1,
  /** `()`: lets it run on. Control. Busy: it is not suspended. */
  Resume = 2,
  /** `(priority)`: 0 lowest .. 31. Control. NoRights: above the priority limit of the caller's process. */
  SetPriority = 3,
  /** `(notification or HANDLE_NONE)`: its receives also wake for the signals of this notification. Control, Wait. Busy. */
  BindNotification = 4,
  /** `()`: lets others of its priority run first; only for the calling thread. */
  Yield = 5,
  /** `()`: ends the calling thread; with the last thread the process exits with code 0. Does not return. */
  Exit = 6,
}

export const enum MemoryType {
  /** Zeroed pages, committed when touched. */
  Anonymous = 0,
  /** Zeroed, physically contiguous, below 4 GiB, committed at once; Query MemoryObject gives its physical address to a device. */
  Contiguous = 1,
  /** Registers or frame buffer of a device: mapped uncached. */
  Device = 2,
  /** Device memory that may be written in bursts: a frame buffer. */
  DeviceWriteCombining = 3,
}

/** Bits. */
export const enum PageAccess {
  Read = 1,
  Write = 2,
  Execute = 4,
}

export const enum PortOperation {
  ReadByte = 0,
  ReadWord = 1,
  ReadLong = 2,
  WriteByte = 3,
  WriteWord = 4,
  WriteLong = 5,
}

export const enum SystemOperation {
  /** `(address, size)`: appends text to the kernel log and COM1. Log. At most LOG_WRITE_SIZE_MAX bytes. */
  Log = 0,
  /** `()`: turns the machine off. Power. NoDevice: it cannot. */
  PowerOff = 1,
  /** `()`: starts it anew. Power. */
  Reboot = 2,
}

export const LOG_WRITE_SIZE_MAX: u32 = 1024;
export const PRIORITY_COUNT: u32 = 32;
export const PRIORITY_DEFAULT: u32 = 16;
export const PROCESS_NAME_SIZE_MAX: u32 = 24;
/** Notification bits are 0..62, so that the answer of Wait is never negative. */
export const NOTIFICATION_BITS_ALL: u64 = 0x7fff_ffff_ffff_ffff;
