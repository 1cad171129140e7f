// CPU features: what the processor offers, asked once, and the protections that are switched on wherever they exist.
// Owns:       CR0, CR4, IA32_EFER, IA32_PAT
// Invariants: (1) the boot code checked long mode, PAE, FXSR and SSE2; everything else is optional
// Called:     from main.ts at the start, on each processor
// Manual:     SDM 2A "CPUID"; SDM 3A "Paging", "Memory Cache Control"

import {
  loadU32,
  readCr0,
  readCr4,
  readModelSpecificRegister,
  symbolAddress,
  writeCr0,
  writeCr4,
  writeModelSpecificRegister,
} from "tsmetal/unsafe";
import { identifyCpu } from "./instructions.ts";
import {
  CR0_EM,
  CR0_MP,
  CR0_NE,
  CR0_TS,
  CR0_WP,
  CR4_FSGSBASE,
  CR4_OSFXSR,
  CR4_OSXMMEXCPT,
  CR4_PGE,
  CR4_SMAP,
  CR4_SMEP,
  CR4_TSD,
  CR4_UMIP,
  EFER_NXE,
  IA32_EFER,
  IA32_PAT,
} from "./registers.ts";

const LEAF_MAX: u32 = 0;
const LEAF_FEATURES: u32 = 1;
const LEAF_STRUCTURED: u32 = 7;
const LEAF_TSC: u32 = 0x15;
const LEAF_EXTENDED_MAX: u32 = 0x8000_0000;
const LEAF_EXTENDED: u32 = 0x8000_0001;
const FEATURES_EDX_APIC: u32 = 0x200;
const FEATURES_EDX_PGE: u32 = 0x2000;
const FEATURES_EDX_PAT: u32 = 0x1_0000;
const STRUCTURED_EBX_SMEP: u32 = 0x80;
const STRUCTURED_EBX_SMAP: u32 = 0x10_0000;
const STRUCTURED_ECX_UMIP: u32 = 0x4;
const EXTENDED_EDX_NX: u32 = 0x10_0000;
const EXTENDED_EDX_PAGE_1GB: u32 = 0x400_0000;
/** Entry 4, which PAT selects in a page table entry, becomes write-combining; the others stay as after reset. */
const PAT_WITH_WRITE_COMBINING: u64 = 0x0007_0401_0007_0406;

const enum CpuidWord {
  Eax = 0,
  Ebx = 4,
  Ecx = 8,
  Edx = 12,
}

/** Facts about the boot processor; the others are taken to be alike. */
export class CpuFeatures {
  hasApic: boolean = false;
  hasNoExecute: boolean = false;
  hasHugePages: boolean = false;
  hasWriteCombining: boolean = false;
  hasSmep: boolean = false;
  hasSmap: boolean = false;
  hasUmip: boolean = false;
  hasGlobalPages: boolean = false;
  /** From CPUID leaf 15h; 0 when the processor does not say. */
  tscFrequencyHz: u64 = 0;
}

export const cpuFeatures: CpuFeatures = new CpuFeatures();

function readCpuid(leaf: u32, word: u64): u32 {
  const result: u64 = symbolAddress("cpuid_result");
  identifyCpu(leaf, 0, result);
  return loadU32(result + word);
}

function detectTscFrequency(leafMax: u32): void {
  if (leafMax < LEAF_TSC) return;
  const denominator: u64 = u64(readCpuid(LEAF_TSC, CpuidWord.Eax));
  const numerator: u64 = u64(readCpuid(LEAF_TSC, CpuidWord.Ebx));
  const crystalHz: u64 = u64(readCpuid(LEAF_TSC, CpuidWord.Ecx));
  if (denominator === 0 || numerator === 0 || crystalHz === 0) return;
  cpuFeatures.tscFrequencyHz = (crystalHz * numerator) / denominator;
}

export function detectCpuFeatures(): void {
  const leafMax: u32 = readCpuid(LEAF_MAX, CpuidWord.Eax);
  const features: u32 = readCpuid(LEAF_FEATURES, CpuidWord.Edx);
  cpuFeatures.hasApic = (features & FEATURES_EDX_APIC) !== 0;
  cpuFeatures.hasGlobalPages = (features & FEATURES_EDX_PGE) !== 0;
  cpuFeatures.hasWriteCombining = (features & FEATURES_EDX_PAT) !== 0;
  if (leafMax >= LEAF_STRUCTURED) {
    const structured: u32 = readCpuid(LEAF_STRUCTURED, CpuidWord.Ebx);
    cpuFeatures.hasSmep = (structured & STRUCTURED_EBX_SMEP) !== 0;
    cpuFeatures.hasSmap = (structured & STRUCTURED_EBX_SMAP) !== 0;
    cpuFeatures.hasUmip = (readCpuid(LEAF_STRUCTURED, CpuidWord.Ecx) & STRUCTURED_ECX_UMIP) !== 0;
  }
  detectTscFrequency(leafMax);
  if (readCpuid(LEAF_EXTENDED_MAX, CpuidWord.Eax) < LEAF_EXTENDED) return;
  const extended: u32 = readCpuid(LEAF_EXTENDED, CpuidWord.Edx);
  cpuFeatures.hasNoExecute = (extended & EXTENDED_EDX_NX) !== 0;
  cpuFeatures.hasHugePages = (extended & EXTENDED_EDX_PAGE_1GB) !== 0;
}

/** Switches on no-execute, write protection, and SSE for user code; what needs our own page tables comes in protectKernel. */
export function enableCpuFeatures(): void {
  if (cpuFeatures.hasNoExecute) writeModelSpecificRegister(IA32_EFER, readModelSpecificRegister(IA32_EFER) | EFER_NXE);
  if (cpuFeatures.hasWriteCombining) writeModelSpecificRegister(IA32_PAT, PAT_WITH_WRITE_COMBINING);
  writeCr0((readCr0() & ~(CR0_EM | CR0_TS)) | CR0_WP | CR0_NE | CR0_MP);
  writeCr4((readCr4() & ~(CR4_TSD | CR4_FSGSBASE)) | CR4_OSFXSR | CR4_OSXMMEXCPT);
}

/** Requires: the loader's page tables are no longer in use; they mark everything as kernel memory, one to one. */
export function protectKernel(): void {
  let cr4: u64 = readCr4();
  if (cpuFeatures.hasGlobalPages) cr4 |= CR4_PGE;
  if (cpuFeatures.hasSmep) cr4 |= CR4_SMEP;
  if (cpuFeatures.hasSmap) cr4 |= CR4_SMAP;
  if (cpuFeatures.hasUmip) cr4 |= CR4_UMIP;
  writeCr4(cr4);
}
