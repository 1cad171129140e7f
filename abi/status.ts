// Status: what a syscall answers. Zero or more is success (often a value: a handle, a count, signal bits); below zero is one of these.
// Invariants: (1) numbers are never reused; a new status takes the next free number
//             (2) a status names what the caller can do about it, not where in the kernel it arose

export const enum Status {
  Ok = 0,
  /** No syscall has this number, or no operation of this syscall does. */
  BadSyscall = -1,
  /** The handle was never given out, or is closed. */
  BadHandle = -2,
  /** The handle names an object of another kind. */
  WrongKind = -3,
  /** The handle lacks a right this needs. */
  NoRights = -4,
  /** An argument is out of its range, or not aligned. */
  BadArgument = -5,
  /** A buffer is not mapped, or not with the access this needs. */
  BadAddress = -6,
  /** The quota of the paying process, or the machine, has no memory left. */
  NoMemory = -7,
  /** The handle table, or a fixed limit of the object, is full. */
  NoSpace = -8,
  /** The object is in a state that forbids this: started already, bound already, the address range is taken. */
  Busy = -9,
  /** Nothing is there now, and the caller did not want to wait. */
  WouldBlock = -10,
  /** The other side is gone: the endpoint has no server any more, or the server dropped the reply. */
  PeerDied = -11,
  /** No such entry: the end of a listing, or an unmapped range. */
  NotFound = -12,
  /** The wait was ended from outside, by suspending or resuming the thread. */
  Cancelled = -13,
  /** The program file is no ELF64 executable this system runs, or is damaged. */
  BadImage = -14,
  /** The machine has no such device. */
  NoDevice = -15,
}
