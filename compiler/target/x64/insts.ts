// Insts: every x64 inst the compiler can emit, as data: forms, operand roles, implied registers, flags, control flow.
// Invariants: (1) of several forms that fit, the first is the shortest
//             (2) registers inside a memory operand are always used, whatever the operand's role
//             (3) rsp is implied by push, pop, call and ret and not listed, as nobody allocates it
// Manual:     SDM 2A-2D "Instruction Set Reference"
//
//   To add an inst: one row in the table below; the comparison with nasm and the disassembler is generated from it.
//   `sized` rows make one inst for each width, named mnemonic + width (add64); in their forms w stands for 16, 32 and 64, and a third
//   element restricts a form to one width.

import { assert, required } from "../../support/assert.ts";
import { CONDITIONS, type Condition } from "./conditions.ts";
import { type Form, parseForm } from "./forms.ts";
import { R11, RAX, RBX, RCX, RDI, RDX, type Register, RSI } from "./registers.ts";

export type Role = "use" | "def" | "usedef";
type Width = 8 | 16 | 32 | 64;
type FormRow = readonly [patterns: string, encoding: string, width?: Width];

/** "branch" falls through or jumps, "jump" and "return" never continue, "stop" traps or halts for good. */
export type Control = "next" | "jump" | "branch" | "call" | "return" | "stop";

interface Facts {
  /** Roles by operand, separated by spaces. */
  readonly roles?: string;
  /** nasm's name where it is not the row's key. */
  readonly mnemonic?: string;
  readonly flags?: "read" | "write" | "readwrite";
  /** Registers read or written without being operands. */
  readonly uses?: readonly Register[];
  readonly defs?: readonly Register[];
  readonly control?: Control;
  /** Operands 0 and 1 may be exchanged. */
  readonly isCommutative?: boolean;
  /** Must not be removed or moved although no result is used. */
  readonly hasEffect?: boolean;
}

interface Family<W extends Width> extends Facts {
  readonly widths: readonly W[];
  readonly forms: readonly FormRow[];
}

/** One inst. `add64` and `add32` are two insts. */
export interface InstSpec {
  /** Dense, for tables indexed by inst. */
  readonly id: number;
  readonly name: Inst;
  readonly mnemonic: string;
  /** 0 where the row is not sized. */
  readonly widthBits: 0 | Width;
  readonly roles: readonly Role[];
  /** By operand: the register it must be if it is a register (shift counts, ports, accumulators), else undefined. */
  readonly fixedRegisters: readonly (Register | undefined)[];
  readonly implicitUses: readonly Register[];
  readonly implicitDefs: readonly Register[];
  readonly readsFlags: boolean;
  readonly writesFlags: boolean;
  readonly control: Control;
  readonly isCommutative: boolean;
  readonly hasEffect: boolean;
  readonly forms: readonly Form[];
}

const sized = <const W extends readonly Width[]>(widths: W, facts: Facts, forms: readonly FormRow[]): Family<W[number]> => ({
  ...facts,
  widths,
  forms,
});
const single = (facts: Facts, forms: readonly FormRow[]): Family<never> => ({ ...facts, widths: [], forms });
/** No operands. */
const bare = (encoding: string, facts: Facts = {}): Family<never> => ({ hasEffect: true, ...facts, widths: [], forms: [["", encoding]] });

const ALL = [8, 16, 32, 64] as const;
const WORDS = [16, 32, 64] as const;
const LARGE = [32, 64] as const;
const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, "0");

/** add, or, adc, sbb, and, sub, xor, cmp: eight rows of the opcode map that differ in bits 3..5. */
function arithmetic(digit: number, facts: Facts): Family<Width> {
  const opcode = (low: number): string => hex(digit * 8 + low);
  return sized(ALL, { roles: "usedef use", flags: "write", ...facts }, [
    ["rm8, r8", `${opcode(0)} /r`, 8],
    ["r8, rm8", `${opcode(2)} /r`, 8],
    ["acc8, imm8", `${opcode(4)} ib`, 8],
    ["rm8, imm8", `80 /${digit} ib`, 8],
    ["rmw, rw", `${opcode(1)} /r`],
    ["rw, rmw", `${opcode(3)} /r`],
    ["rmw, imm8s", `83 /${digit} ib`],
    ["accw, immw", `${opcode(5)} iz`],
    ["rmw, immw", `81 /${digit} iz`],
  ]);
}

/** The same on memory, as one indivisible step. */
function lockedArithmetic(mnemonic: string, digit: number): Family<Width> {
  return sized(ALL, { mnemonic: `lock ${mnemonic}`, roles: "usedef use", flags: "write", hasEffect: true }, [
    ["m8, r8", `F0 ${hex(digit * 8)} /r`, 8],
    ["m8, imm8", `F0 80 /${digit} ib`, 8],
    ["mw, rw", `F0 ${hex(digit * 8 + 1)} /r`],
    ["mw, imm8s", `F0 83 /${digit} ib`],
    ["mw, immw", `F0 81 /${digit} iz`],
  ]);
}

function shift(digit: number, facts: Facts = {}): Family<Width> {
  return sized(ALL, { roles: "usedef use", flags: "write", ...facts }, [
    ["rm8, one", `D0 /${digit}`, 8],
    ["rm8, u8", `C0 /${digit} ib`, 8],
    ["rm8, cl", `D2 /${digit}`, 8],
    ["rmw, one", `D1 /${digit}`],
    ["rmw, u8", `C1 /${digit} ib`],
    ["rmw, cl", `D3 /${digit}`],
  ]);
}

function doubleShift(opcode: number): Family<16 | 32 | 64> {
  return sized(WORDS, { roles: "usedef use use", flags: "write" }, [
    ["rmw, rw, u8", `0F ${hex(opcode)} /r ib`],
    ["rmw, rw, cl", `0F ${hex(opcode + 1)} /r`],
  ]);
}

/** One operand in the F6/F7 and FE/FF groups. */
function unary(opcode: number, digit: number, facts: Facts): Family<Width> {
  return sized(ALL, facts, [
    ["rm8", `${hex(opcode)} /${digit}`, 8],
    ["rmw", `${hex(opcode + 1)} /${digit}`],
  ]);
}

const WIDE_MULTIPLY: Facts = { roles: "use", flags: "write", uses: [RAX], defs: [RAX, RDX] };
const DIVIDE: Facts = { roles: "use", flags: "write", uses: [RAX, RDX], defs: [RAX, RDX], hasEffect: true };

function bitTest(registerOpcode: number, digit: number, role: Role): Family<16 | 32 | 64> {
  return sized(WORDS, { roles: `${role} use`, flags: "write" }, [
    ["rmw, rw", `0F ${hex(registerOpcode)} /r`],
    ["rmw, u8", `0F BA /${digit} ib`],
  ]);
}

const scan = (encoding: string): Family<16 | 32 | 64> => sized(WORDS, { roles: "def use", flags: "write" }, [["rw, rmw", encoding]]);
const extend = <const W extends readonly Width[]>(widths: W, source: number, encoding: string, mnemonic: string): Family<W[number]> =>
  sized(widths, { mnemonic, roles: "def use" }, [[`rw, rm${source}`, encoding]]);

/** Scalar double (sd) or single (ss) with an operand that may be memory. */
const scalar = (bits: 32 | 64, encoding: string, facts: Facts): Family<never> => single(facts, [[`x, xm${bits}`, encoding]]);
const packed = (encoding: string, facts: Facts = {}): Family<never> => single({ roles: "usedef use", ...facts }, [["x, xm128", encoding]]);
const COMMUTATIVE: Facts = { roles: "usedef use", isCommutative: true };
const USEDEF: Facts = { roles: "usedef use" };
const CONVERT: Facts = { roles: "def use" };
const COMPARE: Facts = { roles: "use use", flags: "write" };
const vectorMove = (load: string, store: string, bits: 32 | 64 | 128): Family<never> =>
  single({ roles: "def use" }, [
    [`x, xm${bits}`, load],
    [`m${bits}, x`, store],
  ]);

const systemMemory = (encoding: string, role: Role): Family<never> => single({ roles: role, hasEffect: true }, [["m", encoding]]);
const stateArea = (encoding: string, role: Role): Family<never> =>
  single({ roles: role, uses: [RAX, RDX], hasEffect: true }, [["m", encoding]]);
const baseRegister = (digit: number, role: Role): Family<never> =>
  single({ roles: role, hasEffect: true }, [["r64:rm", `F3 REX.W 0F AE /${digit}`]]);

type PerCondition<Prefix extends string, F> = { [K in `${Prefix}${Condition}`]: F };

function perCondition<Prefix extends string, F>(prefix: Prefix, make: (condition: number) => F): PerCondition<Prefix, F> {
  return Object.fromEntries(CONDITIONS.map((condition, number) => [prefix + condition, make(number)])) as PerCondition<Prefix, F>;
}

const STRING_MOVE: Facts = { uses: [RCX, RSI, RDI], defs: [RCX, RSI, RDI] };
const STRING_STORE: Facts = { uses: [RAX, RCX, RDI], defs: [RCX, RDI] };

const TABLE = {
  // Moves
  mov: sized(ALL, { roles: "def use" }, [
    ["rm8, r8", "88 /r", 8],
    ["r8, rm8", "8A /r", 8],
    ["r8, imm8", "B0+r ib", 8],
    ["rm8, imm8", "C6 /0 ib", 8],
    ["rmw, rw", "89 /r"],
    ["rw, rmw", "8B /r"],
    ["r16, imm16", "B8+r iw", 16],
    ["r32, imm32", "B8+r id", 32],
    // Writing a 32-bit register clears the upper half, so a constant below 2^32 needs no REX.W.
    ["r64, imm32u", "-W B8+r id", 64],
    ["rmw, immw", "C7 /0 iz"],
    ["r64, imm64", "B8+r iq", 64],
  ]),
  movzx8to: extend(WORDS, 8, "0F B6 /r", "movzx"),
  movzx16to: extend(LARGE, 16, "0F B7 /r", "movzx"),
  movsx8to: extend(WORDS, 8, "0F BE /r", "movsx"),
  movsx16to: extend(LARGE, 16, "0F BF /r", "movsx"),
  movsx32to: extend([64], 32, "63 /r", "movsxd"),
  lea: sized(WORDS, { roles: "def use" }, [["rw, m", "8D /r"]]),
  // 90+r for 32 bits would make xchg eax, eax a nop, which does not clear the upper half.
  xchg: sized(ALL, { roles: "usedef usedef" }, [
    ["r8, rm8", "86 /r", 8],
    ["rm8, r8", "86 /r", 8],
    ["acc16, r16", "90+r", 16],
    ["r16, acc16", "90+r", 16],
    ["acc64, r64", "90+r", 64],
    ["r64, acc64", "90+r", 64],
    ["rw, rmw", "87 /r"],
    ["rmw, rw", "87 /r"],
  ]),
  bswap: sized(LARGE, { roles: "usedef" }, [["rw", "0F C8+r"]]),
  push: single({ roles: "use", hasEffect: true }, [
    ["r64", "50+r"],
    ["imm8s", "6A ib"],
    ["imm32s", "68 id"],
    ["m64", "FF /6"],
  ]),
  pop: single({ roles: "def", hasEffect: true }, [
    ["r64", "58+r"],
    ["m64", "8F /0"],
  ]),
  ...perCondition("cmov", (condition) =>
    sized(WORDS, { roles: "usedef use", flags: "read" }, [["rw, rmw", `0F ${hex(0x40 + condition)} /r`]]),
  ),

  // Integer arithmetic
  add: arithmetic(0, { isCommutative: true }),
  or: arithmetic(1, { isCommutative: true }),
  adc: arithmetic(2, { isCommutative: true, flags: "readwrite" }),
  sbb: arithmetic(3, { flags: "readwrite" }),
  and: arithmetic(4, { isCommutative: true }),
  sub: arithmetic(5, {}),
  xor: arithmetic(6, { isCommutative: true }),
  cmp: arithmetic(7, { roles: "use use" }),
  test: sized(ALL, { roles: "use use", flags: "write", isCommutative: true }, [
    ["rm8, r8", "84 /r", 8],
    ["acc8, imm8", "A8 ib", 8],
    ["rm8, imm8", "F6 /0 ib", 8],
    ["rmw, rw", "85 /r"],
    ["accw, immw", "A9 iz"],
    ["rmw, immw", "F7 /0 iz"],
  ]),
  not: unary(0xf6, 2, { roles: "usedef" }),
  neg: unary(0xf6, 3, { roles: "usedef", flags: "write" }),
  /** Leave carry as it is. */
  inc: unary(0xfe, 0, { roles: "usedef", flags: "write" }),
  dec: unary(0xfe, 1, { roles: "usedef", flags: "write" }),
  imul: sized(WORDS, { roles: "usedef use", flags: "write", isCommutative: true }, [["rw, rmw", "0F AF /r"]]),
  imulby: sized(WORDS, { mnemonic: "imul", roles: "def use use", flags: "write" }, [
    ["rw, rmw, imm8s", "6B /r ib"],
    ["rw, rmw, immw", "69 /r iz"],
  ]),
  /** rdx:rax = rax * operand. There is no 8-bit form, whose results would lie in ah. */
  mul: sized(WORDS, WIDE_MULTIPLY, [["rmw", "F7 /4"]]),
  imulwide: sized(WORDS, { ...WIDE_MULTIPLY, mnemonic: "imul" }, [["rmw", "F7 /5"]]),
  div: sized(WORDS, DIVIDE, [["rmw", "F7 /6"]]),
  idiv: sized(WORDS, DIVIDE, [["rmw", "F7 /7"]]),
  cwd: bare("66 99", { uses: [RAX], defs: [RDX], hasEffect: false }),
  cdq: bare("99", { uses: [RAX], defs: [RDX], hasEffect: false }),
  cqo: bare("REX.W 99", { uses: [RAX], defs: [RDX], hasEffect: false }),
  cdqe: bare("REX.W 98", { uses: [RAX], defs: [RAX], hasEffect: false }),
  rol: shift(0),
  ror: shift(1),
  rcl: shift(2, { flags: "readwrite" }),
  rcr: shift(3, { flags: "readwrite" }),
  shl: shift(4),
  shr: shift(5),
  sar: shift(7),
  shld: doubleShift(0xa4),
  shrd: doubleShift(0xac),
  bt: bitTest(0xa3, 4, "use"),
  bts: bitTest(0xab, 5, "usedef"),
  btr: bitTest(0xb3, 6, "usedef"),
  btc: bitTest(0xbb, 7, "usedef"),
  bsf: scan("0F BC /r"),
  bsr: scan("0F BD /r"),
  popcnt: scan("F3 0F B8 /r"),
  tzcnt: scan("F3 0F BC /r"),
  lzcnt: scan("F3 0F BD /r"),
  ...perCondition("set", (condition) => single({ roles: "def", flags: "read" }, [["rm8", `0F ${hex(0x90 + condition)} /0`]])),

  // Control flow
  jmp: single({ roles: "use", control: "jump" }, [
    ["rel8", "EB cb"],
    ["rel32", "E9 cd"],
    ["rm64", "FF /4"],
  ]),
  ...perCondition("j", (condition) =>
    single({ roles: "use", flags: "read", control: "branch" }, [
      ["rel8", `${hex(0x70 + condition)} cb`],
      ["rel32", `0F ${hex(0x80 + condition)} cd`],
    ]),
  ),
  call: single({ roles: "use", control: "call", flags: "write", hasEffect: true }, [
    ["rel32", "E8 cd"],
    ["rm64", "FF /2"],
  ]),
  ret: single({ roles: "use", control: "return" }, [
    ["", "C3"],
    ["u16", "C2 iw"],
  ]),
  leave: bare("C9"),
  ud2: bare("0F 0B", { control: "stop" }),
  int3: bare("CC"),
  int: single({ roles: "use", hasEffect: true }, [["u8", "CD ib"]]),
  nop: bare("90"),
  endbr64: bare("F3 0F 1E FA"),

  // Indivisible steps and ordering
  lock_add: lockedArithmetic("add", 0),
  lock_or: lockedArithmetic("or", 1),
  lock_and: lockedArithmetic("and", 4),
  lock_sub: lockedArithmetic("sub", 5),
  lock_xor: lockedArithmetic("xor", 6),
  lock_xadd: sized(ALL, { mnemonic: "lock xadd", roles: "usedef usedef", flags: "write", hasEffect: true }, [
    ["m8, r8", "F0 0F C0 /r", 8],
    ["mw, rw", "F0 0F C1 /r"],
  ]),
  lock_cmpxchg: sized(ALL, { mnemonic: "lock cmpxchg", roles: "usedef use", flags: "write", uses: [RAX], defs: [RAX], hasEffect: true }, [
    ["m8, r8", "F0 0F B0 /r", 8],
    ["mw, rw", "F0 0F B1 /r"],
  ]),
  lock_cmpxchg16b: single(
    { mnemonic: "lock cmpxchg16b", roles: "usedef", flags: "write", uses: [RAX, RBX, RCX, RDX], defs: [RAX, RDX], hasEffect: true },
    [["m128", "F0 REX.W 0F C7 /1"]],
  ),
  lock_inc: sized(LARGE, { mnemonic: "lock inc", roles: "usedef", flags: "write", hasEffect: true }, [["mw", "F0 FF /0"]]),
  lock_dec: sized(LARGE, { mnemonic: "lock dec", roles: "usedef", flags: "write", hasEffect: true }, [["mw", "F0 FF /1"]]),
  lock_bts: sized(LARGE, { mnemonic: "lock bts", roles: "usedef use", flags: "write", hasEffect: true }, [
    ["mw, rw", "F0 0F AB /r"],
    ["mw, u8", "F0 0F BA /5 ib"],
  ]),
  lock_btr: sized(LARGE, { mnemonic: "lock btr", roles: "usedef use", flags: "write", hasEffect: true }, [
    ["mw, rw", "F0 0F B3 /r"],
    ["mw, u8", "F0 0F BA /6 ib"],
  ]),
  mfence: bare("0F AE F0"),
  lfence: bare("0F AE E8"),
  sfence: bare("0F AE F8"),
  pause: bare("F3 90"),
  clflush: systemMemory("0F AE /7", "use"),
  prefetcht0: systemMemory("0F 18 /1", "use"),

  // Strings; the direction flag is clear by convention
  rep_movsb: bare("F3 A4", { mnemonic: "rep movsb", ...STRING_MOVE }),
  rep_movsq: bare("F3 REX.W A5", { mnemonic: "rep movsq", ...STRING_MOVE }),
  rep_stosb: bare("F3 AA", { mnemonic: "rep stosb", ...STRING_STORE }),
  rep_stosq: bare("F3 REX.W AB", { mnemonic: "rep stosq", ...STRING_STORE }),
  rep_insw: bare("F3 66 6D", { mnemonic: "rep insw", uses: [RCX, RDX, RDI], defs: [RCX, RDI] }),
  rep_outsw: bare("F3 66 6F", { mnemonic: "rep outsw", uses: [RCX, RDX, RSI], defs: [RCX, RSI] }),
  cld: bare("FC"),
  std: bare("FD"),
  clc: bare("F8", { flags: "write" }),
  stc: bare("F9", { flags: "write" }),
  pushfq: bare("9C", { flags: "read" }),
  popfq: bare("9D", { flags: "write" }),

  // Ports
  in: sized([8, 16, 32], { roles: "def use", hasEffect: true }, [
    ["acc8, dx", "EC", 8],
    ["acc8, u8", "E4 ib", 8],
    ["accw, dx", "ED"],
    ["accw, u8", "E5 ib"],
  ]),
  out: sized([8, 16, 32], { roles: "use use", hasEffect: true }, [
    ["dx, acc8", "EE", 8],
    ["u8, acc8", "E6 ib", 8],
    ["dx, accw", "EF"],
    ["u8, accw", "E7 ib"],
  ]),

  // The processor and its privileged state
  hlt: bare("F4"),
  cli: bare("FA"),
  sti: bare("FB"),
  rdtsc: bare("0F 31", { defs: [RAX, RDX] }),
  rdtscp: bare("0F 01 F9", { defs: [RAX, RCX, RDX] }),
  cpuid: bare("0F A2", { uses: [RAX, RCX], defs: [RAX, RBX, RCX, RDX] }),
  rdmsr: bare("0F 32", { uses: [RCX], defs: [RAX, RDX] }),
  wrmsr: bare("0F 30", { uses: [RAX, RCX, RDX] }),
  rdpmc: bare("0F 33", { uses: [RCX], defs: [RAX, RDX] }),
  xgetbv: bare("0F 01 D0", { uses: [RCX], defs: [RAX, RDX] }),
  xsetbv: bare("0F 01 D1", { uses: [RAX, RCX, RDX] }),
  swapgs: bare("0F 01 F8"),
  syscall: bare("0F 05", { defs: [RCX, R11], flags: "write" }),
  sysretq: bare("REX.W 0F 07", { uses: [RCX, R11], control: "return", mnemonic: "o64 sysret" }),
  iretq: bare("REX.W CF", { control: "return" }),
  retfq: bare("REX.W CB", { control: "return" }),
  wbinvd: bare("0F 09"),
  clts: bare("0F 06"),
  clac: bare("0F 01 CA"),
  stac: bare("0F 01 CB"),
  fninit: bare("DB E3"),
  invlpg: systemMemory("0F 01 /7", "use"),
  sgdt: systemMemory("0F 01 /0", "def"),
  sidt: systemMemory("0F 01 /1", "def"),
  lgdt: systemMemory("0F 01 /2", "use"),
  lidt: systemMemory("0F 01 /3", "use"),
  lldt: single({ roles: "use", hasEffect: true }, [["rm16", "0F 00 /2"]]),
  ltr: single({ roles: "use", hasEffect: true }, [["rm16", "0F 00 /3"]]),
  movfromcr: single({ mnemonic: "mov", roles: "def use", hasEffect: true }, [["r64:rm, cr", "0F 20 /r"]]),
  movtocr: single({ mnemonic: "mov", roles: "def use", hasEffect: true }, [["cr, r64:rm", "0F 22 /r"]]),
  fxsave: systemMemory("0F AE /0", "def"),
  fxrstor: systemMemory("0F AE /1", "use"),
  fxsave64: systemMemory("REX.W 0F AE /0", "def"),
  fxrstor64: systemMemory("REX.W 0F AE /1", "use"),
  xsave: stateArea("0F AE /4", "def"),
  xrstor: stateArea("0F AE /5", "use"),
  xsave64: stateArea("REX.W 0F AE /4", "def"),
  xrstor64: stateArea("REX.W 0F AE /5", "use"),
  xsaveopt64: stateArea("REX.W 0F AE /6", "def"),
  ldmxcsr: single({ roles: "use", hasEffect: true }, [["m32", "0F AE /2"]]),
  stmxcsr: single({ roles: "def", hasEffect: true }, [["m32", "0F AE /3"]]),
  rdfsbase: baseRegister(0, "def"),
  rdgsbase: baseRegister(1, "def"),
  wrfsbase: baseRegister(2, "use"),
  wrgsbase: baseRegister(3, "use"),
  rdrand: sized(LARGE, { roles: "def", flags: "write", hasEffect: true }, [["rw:rm", "0F C7 /6"]]),
  rdseed: sized(LARGE, { roles: "def", flags: "write", hasEffect: true }, [["rw:rm", "0F C7 /7"]]),

  // SSE2 moves. Copy registers with movaps: movsd between registers keeps the upper half and so waits for it.
  movsd: vectorMove("F2 0F 10 /r", "F2 0F 11 /r", 64),
  movss: vectorMove("F3 0F 10 /r", "F3 0F 11 /r", 32),
  movaps: vectorMove("0F 28 /r", "0F 29 /r", 128),
  movups: vectorMove("0F 10 /r", "0F 11 /r", 128),
  movdqa: vectorMove("66 0F 6F /r", "66 0F 7F /r", 128),
  movdqu: vectorMove("F3 0F 6F /r", "F3 0F 7F /r", 128),
  movd: single({ roles: "def use" }, [
    ["x, rm32", "66 0F 6E /r"],
    ["rm32, x", "66 0F 7E /r"],
  ]),
  movq: single({ roles: "def use" }, [
    ["x, xm64", "F3 0F 7E /r"],
    ["m64, x", "66 0F D6 /r"],
    ["x, rm64", "66 REX.W 0F 6E /r"],
    ["rm64, x", "66 REX.W 0F 7E /r"],
  ]),
  movmskpd: single({ roles: "def use" }, [["r32, x:rm", "66 0F 50 /r"]]),
  pmovmskb: single({ roles: "def use" }, [["r32, x:rm", "66 0F D7 /r"]]),

  // SSE2 scalar arithmetic
  addsd: scalar(64, "F2 0F 58 /r", COMMUTATIVE),
  mulsd: scalar(64, "F2 0F 59 /r", COMMUTATIVE),
  subsd: scalar(64, "F2 0F 5C /r", USEDEF),
  divsd: scalar(64, "F2 0F 5E /r", USEDEF),
  minsd: scalar(64, "F2 0F 5D /r", USEDEF),
  maxsd: scalar(64, "F2 0F 5F /r", USEDEF),
  sqrtsd: scalar(64, "F2 0F 51 /r", CONVERT),
  addss: scalar(32, "F3 0F 58 /r", COMMUTATIVE),
  mulss: scalar(32, "F3 0F 59 /r", COMMUTATIVE),
  subss: scalar(32, "F3 0F 5C /r", USEDEF),
  divss: scalar(32, "F3 0F 5E /r", USEDEF),
  minss: scalar(32, "F3 0F 5D /r", USEDEF),
  maxss: scalar(32, "F3 0F 5F /r", USEDEF),
  sqrtss: scalar(32, "F3 0F 51 /r", CONVERT),
  ucomisd: scalar(64, "66 0F 2E /r", COMPARE),
  comisd: scalar(64, "66 0F 2F /r", COMPARE),
  ucomiss: scalar(32, "0F 2E /r", COMPARE),
  comiss: scalar(32, "0F 2F /r", COMPARE),
  cvtss2sd: scalar(32, "F3 0F 5A /r", CONVERT),
  cvtsd2ss: scalar(64, "F2 0F 5A /r", CONVERT),
  cvtsi2sd: sized(LARGE, CONVERT, [["x, rmw", "F2 0F 2A /r"]]),
  cvtsi2ss: sized(LARGE, CONVERT, [["x, rmw", "F3 0F 2A /r"]]),
  cvttsd2si: sized(LARGE, CONVERT, [["rw, xm64", "F2 0F 2C /r"]]),
  cvttss2si: sized(LARGE, CONVERT, [["rw, xm32", "F3 0F 2C /r"]]),
  cvtsd2si: sized(LARGE, CONVERT, [["rw, xm64", "F2 0F 2D /r"]]),
  /** SSE4.1 */
  roundsd: single({ roles: "def use use" }, [["x, xm64, u8", "66 0F 3A 0B /r ib"]]),
  roundss: single({ roles: "def use use" }, [["x, xm32, u8", "66 0F 3A 0A /r ib"]]),

  // SSE2 packed
  xorps: packed("0F 57 /r", COMMUTATIVE),
  xorpd: packed("66 0F 57 /r", COMMUTATIVE),
  andps: packed("0F 54 /r", COMMUTATIVE),
  andpd: packed("66 0F 54 /r", COMMUTATIVE),
  andnpd: packed("66 0F 55 /r"),
  orps: packed("0F 56 /r", COMMUTATIVE),
  orpd: packed("66 0F 56 /r", COMMUTATIVE),
  addpd: packed("66 0F 58 /r", COMMUTATIVE),
  mulpd: packed("66 0F 59 /r", COMMUTATIVE),
  subpd: packed("66 0F 5C /r"),
  divpd: packed("66 0F 5E /r"),
  unpcklpd: packed("66 0F 14 /r"),
  unpckhpd: packed("66 0F 15 /r"),
  pxor: packed("66 0F EF /r", COMMUTATIVE),
  por: packed("66 0F EB /r", COMMUTATIVE),
  pand: packed("66 0F DB /r", COMMUTATIVE),
  pandn: packed("66 0F DF /r"),
  paddd: packed("66 0F FE /r", COMMUTATIVE),
  paddq: packed("66 0F D4 /r", COMMUTATIVE),
  psubd: packed("66 0F FA /r"),
  psubq: packed("66 0F FB /r"),
  pcmpeqb: packed("66 0F 74 /r", COMMUTATIVE),
  pcmpeqw: packed("66 0F 75 /r", COMMUTATIVE),
  pcmpeqd: packed("66 0F 76 /r", COMMUTATIVE),
  punpcklbw: packed("66 0F 60 /r"),
  punpckldq: packed("66 0F 62 /r"),
  punpcklqdq: packed("66 0F 6C /r"),
  pshufd: single({ roles: "def use use" }, [["x, xm128, u8", "66 0F 70 /r ib"]]),
} as const;

type Table = typeof TABLE;
type FamilyNames<K extends string, F> = F extends Family<infer W> ? ([W] extends [never] ? K : `${K}${W}`) : never;

/** The name of every inst: a wrong one does not compile. */
export type Inst = { [K in keyof Table & string]: FamilyNames<K, Table[K]> }[keyof Table & string];

/** Insts with a conditional operand suffix, made from a condition at run time. */
export type ConditionalInst = `j${Condition}` | `set${Condition}` | `cmov${Condition}${16 | 32 | 64}`;

/** Replaces the width placeholders of a row; undefined where the row is not for this width. */
function expandForm([patterns, encoding, only]: FormRow, width: Width | 0): Form | undefined {
  if (width === 0) return parseForm(patterns, encoding);
  if (only === undefined ? width === 8 : only !== width) return undefined;
  const immediate = width === 64 ? "imm32s" : `imm${width}`;
  const text = patterns.replace(/immw/, immediate).replace(/\b(r|rm|m|acc)w\b/g, `$1${width}`);
  let bytes = encoding.replace(/\biz\b/, width === 16 ? "iw" : "id");
  if (width === 16) bytes = bytes.startsWith("F0 ") ? bytes.replace("F0", "F0 66") : `66 ${bytes}`;
  else if (width === 64 && !bytes.startsWith("-W ")) bytes = bytes.replace(/^((?:(?:66|F[023]) )*)/, "$1REX.W ");
  return parseForm(text, bytes.replace("-W ", ""));
}

function fixedRegisters(forms: readonly Form[]): (Register | undefined)[] {
  const count = Math.max(...forms.map((form) => form.patterns.length));
  return Array.from({ length: count }, (_, index) => {
    const registers = forms.map((form) => form.patterns[index]).filter((pattern) => pattern !== undefined && takesRegister(pattern.kind));
    const first = registers[0]?.register;
    return registers.every((pattern) => pattern.register === first) ? first : undefined;
  });
}

function takesRegister(kind: string): boolean {
  return kind === "general" || kind === "generalOrMemory" || kind === "vector" || kind === "vectorOrMemory" || kind === "fixed";
}

function makeSpec(id: number, key: string, width: Width | 0, family: Family<Width>): InstSpec {
  const forms = family.forms.map((row) => expandForm(row, width)).filter((form) => form !== undefined);
  assert(forms.length > 0, () => `no form for ${key}${width}`);
  return {
    id,
    name: (width === 0 ? key : `${key}${width}`) as Inst,
    mnemonic: family.mnemonic ?? key,
    widthBits: width,
    roles: (family.roles ?? "").split(" ").filter((role): role is Role => role !== ""),
    fixedRegisters: fixedRegisters(forms),
    implicitUses: family.uses ?? [],
    implicitDefs: family.defs ?? [],
    readsFlags: family.flags === "read" || family.flags === "readwrite",
    writesFlags: family.flags === "write" || family.flags === "readwrite",
    control: family.control ?? "next",
    isCommutative: family.isCommutative ?? false,
    hasEffect: family.hasEffect ?? (family.control !== undefined && family.control !== "next"),
    forms,
  };
}

function makeSpecs(): InstSpec[] {
  const specs: InstSpec[] = [];
  for (const [key, family] of Object.entries<Family<Width>>(TABLE)) {
    const widths: readonly (Width | 0)[] = family.widths.length === 0 ? [0] : family.widths;
    for (const width of widths) specs.push(makeSpec(specs.length, key, width, family));
  }
  return specs;
}

/** Every inst, indexed by its id. */
export const INSTS: readonly InstSpec[] = makeSpecs();

const BY_NAME = new Map<string, InstSpec>(INSTS.map((spec) => [spec.name, spec]));
assert(BY_NAME.size === INSTS.length, "two insts of one name");

export function instSpec(inst: Inst): InstSpec {
  return required(BY_NAME.get(inst), inst);
}
