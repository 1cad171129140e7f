// Query: the records that Syscall.Query writes: what `ps`, `mem`, `irq` and `uptime` show, and what drivers need to know of the boot.
// Invariants: (1) a record grows only at its end; a buffer smaller than the record gets its beginning

export const enum QueryKind {
  /** One SystemRecord, index 0. */
  System = 0,
  /** ProcessRecord of the process with the lowest id that is at least the index. */
  Process = 1,
  /** InterruptRecord of the lowest vector with a count that is at least the index. Exceptions are not counted. */
  Interrupt = 2,
  /** FramebufferInfo of boot-info.ts. NotFound: text mode, or no screen. */
  Framebuffer = 3,
  /** The kernel log from byte `index` on, as many bytes as fit; NotFound when there are none. */
  Log = 4,
  /** MemoryRecord of the caller's memory handle `index`. */
  Memory = 5,
  /** BootCommandLine: the text the boot path passed. NotFound when it is empty. */
  CommandLine = 6,
}

/** @packed */
export class SystemRecord {
  uptimeNs: u64 = 0;
  tscFrequencyHz: u64 = 0;
  memoryTotalBytes: u64 = 0;
  memoryFreeBytes: u64 = 0;
  /** Taken by the kernel itself: image, page tables, pools. */
  memoryKernelBytes: u64 = 0;
  idleNs: u64 = 0;
  processCount: u32 = 0;
  threadCount: u32 = 0;
  /** Processors that the firmware lists, and those in use. */
  processorsPresent: u32 = 0;
  processorsUsed: u32 = 0;
  /** 1 while the local and I/O APIC deliver interrupts, 0 for the 8259 pair. */
  hasApic: u32 = 0;
  /** A BootSource. */
  bootSource: u32 = 0;
}

export const enum ProcessState {
  /** Made, not started. */
  Empty = 0,
  /** Some thread could use the processor. */
  Ready = 1,
  /** Every thread waits. */
  Blocked = 2,
  /** A thread raised an exception, the supervisor has not answered yet. */
  Faulted = 3,
  /** Ended, not yet released by its supervisor. */
  Ended = 4,
}

/** @packed */
export class ProcessRecord {
  id: u64 = 0;
  /** ASCII, filled up with zeros. */
  name0: u64 = 0;
  name1: u64 = 0;
  name2: u64 = 0;
  cpuTimeNs: u64 = 0;
  memoryBytes: u64 = 0;
  memoryLimitBytes: u64 = 0;
  /** A ProcessState. */
  state: u32 = 0;
  threadCount: u32 = 0;
  handleCount: u32 = 0;
  /** Highest priority of its threads. */
  priority: u32 = 0;
}

/** @packed */
export class InterruptRecord {
  vector: u32 = 0;
  /** Interrupt line (GSI, or ISA line on the 8259), or INTERRUPT_LINE_NONE: a source inside the processor. */
  line: u32 = 0;
  count: u64 = 0;
  /** Process id of the driver, 0 for the kernel. */
  processId: u64 = 0;
}
export const INTERRUPT_LINE_NONE: u32 = 0xffff_ffff;

/** @packed */
export class MemoryRecord {
  sizeBytes: u64 = 0;
  /** Of contiguous and device memory, else 0. */
  physicalAddress: u64 = 0;
  committedBytes: u64 = 0;
  /** A MemoryType. */
  type: u32 = 0;
  reserved: u32 = 0;
}
