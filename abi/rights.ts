// Rights: what a handle allows. A copy of a handle has the same rights or fewer; no call adds one.

export const enum Rights {
  None = 0,
  /** Endpoint: call. */
  Call = 0x0001,
  /** Endpoint: receive. */
  Receive = 0x0002,
  /** Notification: signal. */
  Signal = 0x0004,
  /** Notification: wait, and be bound to a thread, an interrupt or a timer. */
  Wait = 0x0008,
  /** Memory: map readable. IoPorts: input. Thread: read registers. */
  Read = 0x0010,
  /** Memory: map writable. IoPorts: output. Thread: write registers. */
  Write = 0x0020,
  /** Memory: map executable. */
  Execute = 0x0040,
  /** Process and Thread: load, start, kill, suspend, priority. Interrupt: acknowledge. Timer: set. */
  Control = 0x0080,
  /** Process: read its memory and state. System: query. */
  Inspect = 0x0100,
  /** Process: put handles into its table, map memory into its address space. */
  Populate = 0x0200,
  /** System: make Interrupt, IoPorts and device Memory objects. */
  Device = 0x0400,
  /** System: power off and reboot. */
  Power = 0x0800,
  /** System: write to the kernel log. */
  Log = 0x1000,
  /** Any: the handle may be copied into another process or moved in a message. */
  Grant = 0x2000,
  All = 0x3fff,
}
