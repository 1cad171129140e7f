// Registers: the physical registers of x86-64 under the numbers the hardware encodes.
// Invariants: (1) 0..15 are the general registers, 16..31 the vector registers xmm0..xmm15
//             (2) numbers from VIRTUAL_REGISTERS_FIRST on are virtual and never reach the assembler
// Manual:     SDM 2A "Instruction Format", "REX Prefixes"

/** A physical register, or before register allocation a virtual one (>= VIRTUAL_REGISTERS_FIRST). */
export type Register = number;

export const RAX = 0;
export const RCX = 1;
export const RDX = 2;
export const RBX = 3;
export const RSP = 4;
export const RBP = 5;
export const RSI = 6;
export const RDI = 7;
export const R8 = 8;
export const R9 = 9;
export const R10 = 10;
export const R11 = 11;
export const R12 = 12;
export const R13 = 13;
export const R14 = 14;
export const R15 = 15;
export const XMM0 = 16;
export const XMM15 = 31;

export const GENERAL_REGISTER_COUNT = 16;
export const PHYSICAL_REGISTER_COUNT = 32;
export const VIRTUAL_REGISTERS_FIRST = 32;

export type RegisterWidth = 8 | 16 | 32 | 64 | 128;

const LEGACY_NAMES = ["ax", "cx", "dx", "bx", "sp", "bp", "si", "di"] as const;

/** xmm0..xmm15 by index. */
export function xmm(index: number): Register {
  return XMM0 + index;
}

export function isGeneral(register: Register): boolean {
  return register < GENERAL_REGISTER_COUNT;
}

export function isVector(register: Register): boolean {
  return register >= XMM0 && register <= XMM15;
}

export function isVirtual(register: Register): boolean {
  return register >= VIRTUAL_REGISTERS_FIRST;
}

/** Name as the manuals and nasm spell it; a vector register has one name for all widths, a virtual one is written v7. */
export function registerName(register: Register, widthBits: RegisterWidth = 64): string {
  if (isVirtual(register)) return `v${register - VIRTUAL_REGISTERS_FIRST}`;
  if (isVector(register)) return `xmm${register - XMM0}`;
  if (register >= R8) return `r${register}${{ 8: "b", 16: "w", 32: "d", 64: "", 128: "" }[widthBits]}`;
  const name = LEGACY_NAMES[register];
  if (widthBits === 16) return name;
  if (widthBits === 32) return `e${name}`;
  if (widthBits === 64) return `r${name}`;
  return register < RSP ? `${name[0]}l` : `${name}l`;
}
