// Instructions: the routines of cpu.asm and the symbols of trap.asm and entry.asm, as TypeScript sees them.
// Called:     from arch/x64 and memory

/** CPUID into four u32 at `result`: eax, ebx, ecx, edx. @exportName cpu_identify */
export declare function identifyCpu(leaf: u32, subleaf: u32, result: u64): void;
/** Loads GDT, IDT, task register and segment registers; GS base becomes 0. @exportName cpu_load_tables */
export declare function loadCpuTables(gdt: u64, gdtLimit: u32, idt: u64, idtLimit: u32): void;
/** Writes the FPU state that a thread begins with; the area is 16-byte aligned. @exportName cpu_reset_fpu */
export declare function resetFpuArea(area: u64): void;
/** Requires: address a multiple of 8. @exportName zero_words */
export declare function zeroWords(address: u64, wordCount: u64): void;
/** Requires: no overlap, addresses multiples of 8. @exportName copy_words */
export declare function copyWords(target: u64, source: u64, wordCount: u64): void;
/** About a microsecond for an old device to settle. @exportName store_io_wait */
export declare function waitForDevice(): void;
/**
 * Loads the table register from 10 bytes in memory and raises an exception: with an empty table the machine resets.
 * @exportName cpu_triple_fault
 */
export declare function loadInterruptTableAndFault(register: u64): void;
