// Handle: how a process names a kernel object: an index into its own table, with the generation of that table entry above it.
// Invariants: (1) a closed handle never becomes valid again before its entry was reused 2^20 times
//             (2) the first handles of a process have generation 0, so they equal their index
//
//    31             12 11          0
//   ├─── generation ───┼─── index ──┤

export const HANDLE_INDEX_BITS: u32 = 12;
export const HANDLE_INDEX_MASK: u32 = 0xfff;
/** Never valid; where a handle is optional it means none. */
export const HANDLE_NONE: u32 = 0;
/** Every process holds itself here, with all rights but Grant. */
export const HANDLE_PROCESS: u32 = 1;
/** The thread that the process began with. */
export const HANDLE_THREAD: u32 = 2;
/** Handles that the supervisor copies into a new process count up from here, in the order of copying. */
export const HANDLE_FIRST_FREE: u32 = 3;
/** Not in any table: in `handleCopy` and `reply`, the caller that this thread received last and did not answer yet. */
export const HANDLE_CALLER: u32 = 0xffff_ffff;

export const enum ObjectKind {
  None = 0,
  Process = 1,
  Thread = 2,
  Memory = 3,
  Endpoint = 4,
  Reply = 5,
  Notification = 6,
  Interrupt = 7,
  IoPorts = 8,
  Timer = 9,
  /** The machine as a whole: the authority to make device objects, to query, to log, to power off. One exists; init gets it. */
  System = 10,
}
