// Forms: the notation of the inst table, after the manual's own, and its compiled shape that the encoder reads.
// Invariants: a form has at most one operand in the ModRM reg field (or in the opcode), one in ModRM rm, one immediate or relative target.
// Manual:     SDM 2A "Instruction Format", "Interpreting the Instruction Reference Pages"
//
//   patterns   r8 r16 r32 r64     general register in ModRM.reg or in the opcode (+r); with :rm in ModRM.rm
//              rm8 .. rm64        general register or memory
//              m m8 .. m128       memory only (m: of no particular size)
//              x x:rm             vector register in ModRM.reg or in ModRM.rm
//              xm32 xm64 xm128    vector register or memory
//              imm8 imm16 imm32   immediate of the inst's width, signed or unsigned
//              imm8s imm32s       immediate that is sign-extended to the inst's width;   imm32u: zero-extended
//              imm64              any
//              u8 u16 one         unsigned count or port; the constant 1
//              acc8 .. acc64      al, ax, eax, rax;    cl, dx: these registers
//              cr                 control register
//              rel8 rel32         distance to a label (rel32: or symbol)
//   encoding   66 F2 F3 F0 at the start are prefixes, REX.W as such, then opcode bytes, +r, /r or /digit,
//              and the immediate: ib iw id iq, or the distance: cb cd

import { assert, required } from "../../support/assert.ts";
import { RAX, RCX, RDX, type Register } from "./registers.ts";

export type PatternKind =
  | "general"
  | "generalOrMemory"
  | "memory"
  | "vector"
  | "vectorOrMemory"
  | "immediate"
  | "signExtended"
  | "zeroExtended"
  | "unsigned"
  | "one"
  | "fixed"
  | "control"
  | "relative";

/** Where an operand goes in the encoding; "none": it is implied by the opcode. */
export type Slot = "reg" | "rm" | "immediate" | "none";

export interface Pattern {
  readonly text: string;
  readonly kind: PatternKind;
  /** Width of the register, memory or immediate field; 0: of no particular size. */
  readonly widthBits: number;
  readonly slot: Slot;
  /** For kind "fixed": the only register accepted. */
  readonly register: Register | undefined;
}

export interface Form {
  readonly text: string;
  readonly patterns: readonly Pattern[];
  readonly prefixes: readonly number[];
  readonly isRexW: boolean;
  readonly opcode: readonly number[];
  /** "digit": ModRM.reg holds digit; "register": it holds the reg operand; "opcode": the reg operand is in the opcode's low bits. */
  readonly modrm: "none" | "register" | "digit" | "opcode";
  readonly digit: number;
  readonly immediateSizeBytes: 0 | 1 | 2 | 4 | 8;
  /** Operand index for each slot, or -1. */
  readonly regOperand: number;
  readonly rmOperand: number;
  readonly immediateOperand: number;
}

const PATTERN_KINDS: Readonly<Record<string, readonly [PatternKind, Slot]>> = {
  r: ["general", "reg"],
  rm: ["generalOrMemory", "rm"],
  m: ["memory", "rm"],
  x: ["vector", "reg"],
  xm: ["vectorOrMemory", "rm"],
  imm: ["immediate", "immediate"],
  u: ["unsigned", "immediate"],
  acc: ["fixed", "none"],
  cr: ["control", "reg"],
  rel: ["relative", "immediate"],
};

const FIXED_PATTERNS: Readonly<Record<string, Pattern>> = {
  one: { text: "one", kind: "one", widthBits: 8, slot: "none", register: undefined },
  cl: { text: "cl", kind: "fixed", widthBits: 8, slot: "none", register: RCX },
  dx: { text: "dx", kind: "fixed", widthBits: 16, slot: "none", register: RDX },
};

function parsePattern(text: string): Pattern {
  const fixed = FIXED_PATTERNS[text];
  if (fixed !== undefined) return fixed;
  const match = /^([a-z]+)(\d*)([su]?)(:rm)?$/.exec(text);
  assert(match !== null && PATTERN_KINDS[match[1]] !== undefined, () => `bad operand pattern ${text}`);
  const [kind, slot] = PATTERN_KINDS[match[1]];
  return {
    text,
    kind: match[3] === "s" ? "signExtended" : match[3] === "u" ? "zeroExtended" : kind,
    widthBits: match[2] === "" ? (match[1] === "x" ? 128 : 0) : Number(match[2]),
    slot: match[4] === undefined ? slot : "rm",
    register: match[1] === "acc" ? RAX : undefined,
  };
}

const IMMEDIATE_SIZES: Readonly<Record<string, 1 | 2 | 4 | 8>> = { ib: 1, iw: 2, id: 4, iq: 8, cb: 1, cd: 4 };
const PREFIXES: readonly string[] = ["66", "F2", "F3", "F0"];

interface Encoding {
  prefixes: number[];
  isRexW: boolean;
  opcode: number[];
  modrm: Form["modrm"];
  digit: number;
  immediateSizeBytes: Form["immediateSizeBytes"];
}

function parseEncodingToken(encoding: Encoding, token: string): void {
  const opcode = /^([0-9A-F]{2})(\+r)?$/.exec(token);
  if (opcode !== null) {
    if (encoding.opcode.length === 0 && !encoding.isRexW && PREFIXES.includes(token)) encoding.prefixes.push(Number.parseInt(token, 16));
    else encoding.opcode.push(Number.parseInt(opcode[1], 16));
    if (opcode[2] !== undefined) encoding.modrm = "opcode";
  } else if (token === "REX.W") {
    encoding.isRexW = true;
  } else if (token === "/r") {
    encoding.modrm = "register";
  } else if (/^\/[0-7]$/.test(token)) {
    encoding.modrm = "digit";
    encoding.digit = Number(token[1]);
  } else {
    encoding.immediateSizeBytes = required(IMMEDIATE_SIZES[token], `encoding token ${token}`);
  }
}

function parseEncoding(text: string): Encoding {
  const encoding: Encoding = { prefixes: [], isRexW: false, opcode: [], modrm: "none", digit: 0, immediateSizeBytes: 0 };
  for (const token of text.split(" ")) parseEncodingToken(encoding, token);
  return encoding;
}

/** Compiles one row: operand patterns separated by ", " and the encoding. */
export function parseForm(patternTexts: string, encodingText: string): Form {
  const patterns = patternTexts === "" ? [] : patternTexts.split(", ").map(parsePattern);
  const encoding = parseEncoding(encodingText);
  const form = {
    text: `${patternTexts}: ${encodingText}`,
    patterns,
    ...encoding,
    regOperand: patterns.findIndex((pattern) => pattern.slot === "reg"),
    rmOperand: patterns.findIndex((pattern) => pattern.slot === "rm"),
    immediateOperand: patterns.findIndex((pattern) => pattern.slot === "immediate"),
  };
  assert(form.modrm !== "register" || (form.regOperand >= 0 && form.rmOperand >= 0), () => `/r needs two operands: ${form.text}`);
  assert(form.modrm !== "digit" || form.rmOperand >= 0, () => `/digit needs an rm operand: ${form.text}`);
  assert(form.modrm !== "opcode" || form.regOperand >= 0, () => `+r needs a register: ${form.text}`);
  assert(form.immediateSizeBytes > 0 === form.immediateOperand >= 0, () => `immediate missing: ${form.text}`);
  return form;
}
