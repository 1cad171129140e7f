// LIR insts: every x64 inst, and the pseudo insts that exist only until emission, which expands each to a few real ones.
// Invariants: (1) ids are dense: x64 insts first, under their own ids, then the pseudo insts
//             (2) an expansion writes no register but those its row declares, and the flags only if the row says so

import { required } from "../../support/assert.ts";
import { CONDITIONS, type Condition, exchangeCondition, invertCondition } from "./conditions.ts";
import { type Control, INSTS, type Inst, type Role } from "./insts.ts";
import { R8, R9, R10, R11, RAX, RCX, RDI, RDX, type Register, RSI, XMM0, XMM15 } from "./registers.ts";

/**
 * The conditions of the flags, and two for equality after ucomisd, where "unordered" sets zero and parity:
 * "eo" equal and ordered (e and np), "nu" not equal or unordered (ne or p).
 */
export type LirCondition = Condition | "eo" | "nu";
export const LIR_CONDITIONS: readonly LirCondition[] = [...CONDITIONS, "eo", "nu"];

export function invertLirCondition(condition: LirCondition): LirCondition {
  if (condition === "eo") return "nu";
  if (condition === "nu") return "eo";
  return invertCondition(condition);
}

/** The condition after the operands of the comparison changed places. */
export function exchangeLirCondition(condition: LirCondition): LirCondition {
  return condition === "eo" || condition === "nu" ? condition : exchangeCondition(condition);
}

type DivisionName = `${"divide" | "remainder"}.${"signed" | "unsigned"}${32 | 64}`;

export type PseudoName =
  | "copy32"
  | "copy64"
  | "copyf"
  | "zerof"
  | "jump"
  | "jump.table"
  | `branch.${LirCondition}`
  | `set.${LirCondition}`
  | `movef.${LirCondition}`
  | DivisionName
  | "ftoi64"
  | "call.symbol"
  | "call.register"
  | "system.call"
  | "return"
  | "stop";

export type LirName = Inst | PseudoName;

/** What allocation needs to know of an inst; InstSpec has all of it. */
export interface LirSpec {
  readonly id: number;
  readonly name: LirName;
  readonly roles: readonly Role[];
  readonly implicitUses: readonly Register[];
  readonly implicitDefs: readonly Register[];
  readonly readsFlags: boolean;
  readonly writesFlags: boolean;
  readonly control: Control;
  /** The expansion reads its used operands after it has written a defined register: they must not share one. */
  readonly usesAreLate?: boolean;
  /** Of branch, set and movef. */
  readonly condition?: LirCondition;
  /** A copy between registers that allocation tries to make vanish. */
  readonly isCopy?: boolean;
}

/** Registers that a call may change: all but rbx, rbp, rsp and r12 to r15. Manual: System V ABI, AMD64, "Function Calling Sequence" */
export const CALLER_SAVED: readonly Register[] = [
  RAX,
  RCX,
  RDX,
  RSI,
  RDI,
  R8,
  R9,
  R10,
  R11,
  ...Array.from({ length: XMM15 - XMM0 + 1 }, (_, index) => XMM0 + index),
];

type PseudoFacts = Omit<Partial<LirSpec>, "id" | "name">;

const pseudoRows: [PseudoName, PseudoFacts][] = [
  ["copy32", { roles: ["def", "use"], isCopy: true }],
  ["copy64", { roles: ["def", "use"], isCopy: true }],
  ["copyf", { roles: ["def", "use"], isCopy: true }],
  ["zerof", { roles: ["def"] }],
  ["jump", { control: "jump" }],
  // Operand 0: the entry's number, checked to be in range, zero-extended to 64 bits.
  ["jump.table", { roles: ["use"], control: "jump" }],
  // Operand 0: cvttsd2si with ECMAScript's result modulo 2^64 where that inst has none.
  ["ftoi64", { roles: ["def", "use"], writesFlags: true }],
  ["call.symbol", { roles: ["use"], implicitDefs: CALLER_SAVED, writesFlags: true, control: "call" }],
  ["call.register", { roles: ["use"], implicitDefs: CALLER_SAVED, writesFlags: true, control: "call" }],
  ["system.call", { implicitUses: [RAX], implicitDefs: [RAX, RCX, R11], writesFlags: true }],
  ["return", { control: "return" }],
  ["stop", { control: "stop" }],
];
for (const condition of LIR_CONDITIONS) {
  pseudoRows.push([`branch.${condition}`, { condition, readsFlags: true, control: "branch" }]);
  pseudoRows.push([`set.${condition}`, { condition, roles: ["def"], readsFlags: true }]);
  // Operand 0 becomes operand 1 if the condition holds: there is no cmov for vector registers.
  pseudoRows.push([`movef.${condition}`, { condition, roles: ["usedef", "use"], readsFlags: true }]);
}
// rax = dividend, operand 0 = divisor, in rax the quotient or in rdx the remainder. MIN / -1 = MIN, MIN % -1 = 0.
for (const width of [32, 64] as const) {
  for (const sign of ["signed", "unsigned"] as const) {
    const facts: PseudoFacts = { roles: ["use"], implicitUses: [RAX], implicitDefs: [RAX, RDX], writesFlags: true, usesAreLate: true };
    pseudoRows.push([`divide.${sign}${width}`, facts], [`remainder.${sign}${width}`, facts]);
  }
}

const NO_FACTS = { roles: [], implicitUses: [], implicitDefs: [], readsFlags: false, writesFlags: false, control: "next" } as const;

/** Indexed by id. */
export const LIR_SPECS: readonly LirSpec[] = [
  ...INSTS,
  ...pseudoRows.map(([name, facts], index) => ({ ...NO_FACTS, ...facts, id: INSTS.length + index, name })),
];

const BY_NAME = new Map<string, LirSpec>(LIR_SPECS.map((spec) => [spec.name, spec]));

export function lirSpec(name: LirName): LirSpec {
  return required(BY_NAME.get(name), name);
}

/** By a name read from text. */
export function lirSpecByText(name: string): LirSpec | undefined {
  return BY_NAME.get(name);
}

export function isPseudo(spec: LirSpec): boolean {
  return spec.id >= INSTS.length;
}
