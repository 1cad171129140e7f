// Registers: names and bits of control and model-specific registers, as the manual spells them.
// Manual: SDM 3A "Control Registers", SDM 4 "Model-Specific Registers"

export const CR0_WP: u64 = 0x1_0000;
export const CR0_NE: u64 = 0x20;
export const CR0_MP: u64 = 0x2;
export const CR0_EM: u64 = 0x4;
export const CR0_TS: u64 = 0x8;

export const CR4_TSD: u64 = 0x4;
export const CR4_PGE: u64 = 0x80;
export const CR4_OSFXSR: u64 = 0x200;
export const CR4_OSXMMEXCPT: u64 = 0x400;
export const CR4_UMIP: u64 = 0x800;
export const CR4_FSGSBASE: u64 = 0x1_0000;
export const CR4_SMEP: u64 = 0x10_0000;
export const CR4_SMAP: u64 = 0x20_0000;

export const IA32_APIC_BASE: u32 = 0x1b;
export const APIC_BASE_X2APIC: u64 = 0x400;
export const APIC_BASE_ENABLE: u64 = 0x800;
export const APIC_BASE_ADDRESS_MASK: u64 = 0xf_ffff_ffff_f000;
export const IA32_PAT: u32 = 0x277;
export const IA32_EFER: u32 = 0xc000_0080;
export const EFER_SCE: u64 = 0x1;
export const EFER_NXE: u64 = 0x800;
export const IA32_STAR: u32 = 0xc000_0081;
export const IA32_LSTAR: u32 = 0xc000_0082;
export const IA32_FMASK: u32 = 0xc000_0084;
export const IA32_GS_BASE: u32 = 0xc000_0101;
export const IA32_KERNEL_GS_BASE: u32 = 0xc000_0102;

export const RFLAGS_RESERVED_ONE: u64 = 0x2;
export const RFLAGS_TF: u64 = 0x100;
export const RFLAGS_IF: u64 = 0x200;
export const RFLAGS_DF: u64 = 0x400;
export const RFLAGS_IOPL: u64 = 0x3000;
export const RFLAGS_NT: u64 = 0x4000;
export const RFLAGS_AC: u64 = 0x4_0000;
/** What user code may set: the arithmetic flags, DF and TF. */
export const RFLAGS_USER_MASK: u64 = 0xdd5;
