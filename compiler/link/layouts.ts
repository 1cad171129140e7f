// Layouts: where the three kinds of executables live in memory, as data for the linker.
// Invariants: addresses are multiples of the page size; physical address = virtual address - physicalOffset.
//
//   all layouts, ascending:   text (R X) | read-only (R): notes, constants, .backtrace | data (R W): .data, .bss      each begins a page

export interface Layout {
  readonly name: "kernel" | "program" | "linux";
  readonly baseAddress: bigint;
  readonly physicalOffset: bigint;
  readonly entrySymbol: string;
  /** Carries PT_GNU_STACK, which tells Linux that the stack is not executable. */
  readonly hasStackHeader: boolean;
}

/** The image mapping at -2 GiB: KERNEL_VIRTUAL_BASE and KERNEL_LOAD_ADDRESS of abi/boot-info.ts, which a test compares. */
export const KERNEL_PHYSICAL_OFFSET = 0xffff_ffff_8000_0000n;
export const KERNEL_LOAD_OFFSET = 0x20_0000n;
const PROGRAM_BASE = 0x40_0000n;

export const KERNEL_LAYOUT: Layout = {
  name: "kernel",
  baseAddress: KERNEL_PHYSICAL_OFFSET + KERNEL_LOAD_OFFSET,
  physicalOffset: KERNEL_PHYSICAL_OFFSET,
  entrySymbol: "kernel_entry",
  hasStackHeader: false,
};

/** A ring-3 process of our own system. */
export const PROGRAM_LAYOUT: Layout = {
  name: "program",
  baseAddress: PROGRAM_BASE,
  physicalOffset: 0n,
  entrySymbol: "_start",
  hasStackHeader: false,
};

/** A static executable for Linux. */
export const LINUX_LAYOUT: Layout = { ...PROGRAM_LAYOUT, name: "linux", hasStackHeader: true };

/** By the compiler's profile of the same name. */
export const layouts = { kernel: KERNEL_LAYOUT, program: PROGRAM_LAYOUT, linux: LINUX_LAYOUT } as const satisfies Record<
  Layout["name"],
  Layout
>;
