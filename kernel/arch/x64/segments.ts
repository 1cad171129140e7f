// Segments, interrupt table and syscall registers: how the processor finds the kernel.
// Owns:       GDT, task state segment, IDT, IA32_STAR, IA32_LSTAR, IA32_FMASK, GS bases
// Invariants: (1) every vector has a gate; gates close interrupts
//             (2) RSP0 is the end of the running thread's trap frame (sched/scheduler.ts keeps it so)
// Called:     from main.ts, once
// Manual:     SDM 3A "64-Bit IDT Gate Descriptors", "Task Management in 64-bit Mode", "Fast System Calls in 64-Bit Mode"

import { readModelSpecificRegister, storeU16, storeU64, symbolAddress, writeModelSpecificRegister } from "tsmetal/unsafe";
import { PAGE_SIZE } from "./address.ts";
import { loadCpuTables } from "./instructions.ts";
import {
  IST_DEBUG,
  IST_DOUBLE_FAULT,
  IST_MACHINE_CHECK,
  IST_NON_MASKABLE,
  IST_STACK_SIZE_BYTES,
  SELECTOR_KERNEL_CODE,
  SELECTOR_SYSRET_BASE,
  SELECTOR_TASK_STATE,
  TASK_STATE_IO_MAP_OFFSET,
  TASK_STATE_IST1_OFFSET,
  TASK_STATE_RSP0_OFFSET,
  TASK_STATE_SIZE_BYTES,
  TRAP_STUB_SIZE_BYTES,
  VECTOR_COUNT,
} from "./layout/cpu-block.ts";
import {
  EFER_SCE,
  IA32_EFER,
  IA32_FMASK,
  IA32_GS_BASE,
  IA32_KERNEL_GS_BASE,
  IA32_LSTAR,
  IA32_STAR,
  RFLAGS_AC,
  RFLAGS_DF,
  RFLAGS_IF,
  RFLAGS_IOPL,
  RFLAGS_NT,
  RFLAGS_TF,
} from "./registers.ts";

/** Present, 64-bit interrupt gate. */
const GATE_KERNEL: u64 = 0x8e00;
/** The same, and INT n of user code may use it. */
const GATE_USER: u64 = 0xee00;
const GATE_SIZE_BYTES: u64 = 16;
const TASK_STATE_DESCRIPTOR: u64 = 0x89;
const VECTOR_DEBUG: u32 = 1;
const VECTOR_NON_MASKABLE: u32 = 2;
const VECTOR_BREAKPOINT: u32 = 3;
const VECTOR_DOUBLE_FAULT: u32 = 8;
const VECTOR_MACHINE_CHECK: u32 = 18;

/** The stack of an interrupt stack table entry, from its end. */
function istStackTop(ist: u32): u64 {
  const stride: u64 = PAGE_SIZE + u64(IST_STACK_SIZE_BYTES);
  return symbolAddress("ist_stack_guards") + stride * u64(ist);
}

function istOfVector(vector: u32): u32 {
  switch (vector) {
    case VECTOR_DEBUG:
      return IST_DEBUG;
    case VECTOR_NON_MASKABLE:
      return IST_NON_MASKABLE;
    case VECTOR_DOUBLE_FAULT:
      return IST_DOUBLE_FAULT;
    case VECTOR_MACHINE_CHECK:
      return IST_MACHINE_CHECK;
    default:
      return 0;
  }
}

//   gate   offset 63..32 (second word) │ offset 31..16 │ type, DPL, present │ IST │ selector │ offset 15..0
function fillGate(vector: u32): void {
  const entry: u64 = symbolAddress("trap_stubs") + u64(vector) * u64(TRAP_STUB_SIZE_BYTES);
  const gate: u64 = symbolAddress("boot_idt") + u64(vector) * GATE_SIZE_BYTES;
  const flags: u64 = vector === VECTOR_BREAKPOINT ? GATE_USER : GATE_KERNEL;
  const low: u64 = (entry & 0xffff) | (u64(SELECTOR_KERNEL_CODE) << 16) | ((flags | u64(istOfVector(vector))) << 32);
  storeU64(gate, low | ((entry & 0xffff_0000) << 32));
  storeU64(gate + 8, entry >> 32);
}

function fillTaskState(): void {
  const taskState: u64 = symbolAddress("boot_task_state");
  for (let ist: u32 = 1; ist <= 4; ist++) {
    storeU64(taskState + u64(TASK_STATE_IST1_OFFSET) + u64(ist - 1) * 8, istStackTop(ist));
  }
  storeU64(taskState + u64(TASK_STATE_RSP0_OFFSET), symbolAddress("kernel_stack_top"));
  storeU16(taskState + u64(TASK_STATE_IO_MAP_OFFSET), u16(TASK_STATE_SIZE_BYTES));
}

//   task state descriptor   base 63..32 (second word) │ base 31..24 │ limit 19..16 │ type, present │ base 23..0 │ limit 15..0
function fillTaskStateDescriptor(): void {
  const base: u64 = symbolAddress("boot_task_state");
  const limit: u64 = u64(TASK_STATE_SIZE_BYTES - 1);
  const descriptor: u64 = symbolAddress("boot_gdt_table") + u64(SELECTOR_TASK_STATE);
  storeU64(descriptor, limit | ((base & 0xff_ffff) << 16) | (TASK_STATE_DESCRIPTOR << 40) | ((base & 0xff00_0000) << 32));
  storeU64(descriptor + 8, base >> 32);
}

/** After this an exception no longer resets the machine. */
export function initialiseSegments(): void {
  for (let vector: u32 = 0; vector < VECTOR_COUNT; vector++) fillGate(vector);
  fillTaskState();
  fillTaskStateDescriptor();
  const gdt: u64 = symbolAddress("boot_gdt_table");
  const gdtLimit: u32 = u32(symbolAddress("boot_gdt_table_end") - gdt) - 1;
  loadCpuTables(gdt, gdtLimit, symbolAddress("boot_idt"), VECTOR_COUNT * 16 - 1);
  writeModelSpecificRegister(IA32_GS_BASE, symbolAddress("boot_cpu"));
  writeModelSpecificRegister(IA32_KERNEL_GS_BASE, 0);
}

/** Opens the SYSCALL instruction to user code. */
export function initialiseSyscallEntry(): void {
  writeModelSpecificRegister(IA32_EFER, readModelSpecificRegister(IA32_EFER) | EFER_SCE);
  writeModelSpecificRegister(IA32_STAR, (u64(SELECTOR_SYSRET_BASE) << 48) | (u64(SELECTOR_KERNEL_CODE) << 32));
  writeModelSpecificRegister(IA32_LSTAR, symbolAddress("syscall_entry"));
  writeModelSpecificRegister(IA32_FMASK, RFLAGS_TF | RFLAGS_IF | RFLAGS_DF | RFLAGS_IOPL | RFLAGS_NT | RFLAGS_AC);
}
