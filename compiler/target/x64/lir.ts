// LIR: one function as x64 insts on virtual registers, as parallel arrays: what selection makes, allocation rewrites and emission encodes.
// Invariants: (1) an inst is its index in specs, operands, positions and implicitUses; blocks list insts in execution order
//             (2) the last inst of a block is its only terminator; a block with several successors has no edge with arguments and no
//                 successor with several predecessors, so that moves on an edge always have a place
//             (3) virtual registers are defined before use on every path; unlike IR values they may be defined again (usedef operands)
//             (4) physical registers in LIR before allocation live within one block, from a copy into them to the inst that implies them

import type { BlockId } from "../../ir/function.ts";
import { ValueType } from "../../ir/types.ts";
import type { Reading } from "../../ir/variables.ts";
import { type LirName, type LirSpec, lirSpec } from "./lir-insts.ts";
import type { Operand } from "./operands.ts";
import { isVector, isVirtual, type Register, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

export type InstIndex = number;
/** What a virtual register holds; decides its register file, and how wide a copy must be. */
export type RegisterType = ValueType.I32 | ValueType.I64 | ValueType.F32 | ValueType.F64;

export interface LirEdge {
  target: BlockId;
  args: Register[];
}

export interface LirBlock {
  readonly id: BlockId;
  params: Register[];
  insts: InstIndex[];
  /** Of branch: taken first, then not taken. Of jump.table: each target once. */
  edges: LirEdge[];
  /** Of jump.table: for each entry, which edge it takes. */
  table?: number[];
  isCold: boolean;
}

export class LirFunction {
  readonly symbol: string;
  readonly blocks: LirBlock[] = [];
  readonly specs: LirSpec[] = [];
  readonly operands: (readonly Operand[])[] = [];
  /** Index into Module.positions. */
  readonly positions: number[] = [];
  /** Registers an inst reads besides its operands and its spec's: the arguments of a call, the result of a return. */
  readonly implicitUses: (readonly Register[] | undefined)[] = [];
  readonly registerTypes: RegisterType[] = [];
  /** Bytes at the bottom of the frame for arguments that calls pass on the stack. */
  outgoingSizeBytes = 0;
  /** Symbols called, for the stack report. */
  readonly callees = new Set<string>();
  /** Signatures (Module.signatures) called through an address, for the same; null: a bare address, which may be any function. */
  readonly indirectCalls = new Set<number | null>();
  /** By inst, in the order of the assignments. */
  readonly bindings = new Map<InstIndex, LirBinding[]>();
  readonly homes = new Map<string, VariableHome>();

  constructor(symbol: string) {
    this.symbol = symbol;
  }

  addBlock(isCold = false): LirBlock {
    const block: LirBlock = { id: this.blocks.length, params: [], insts: [], edges: [], isCold };
    this.blocks.push(block);
    return block;
  }

  newRegister(type: RegisterType): Register {
    return this.registerTypes.push(type) - 1 + VIRTUAL_REGISTERS_FIRST;
  }

  /** Makes an inst that is in no block yet. */
  create(name: LirName | LirSpec, operands: readonly Operand[], position: number, implicitUses?: readonly Register[]): InstIndex {
    const spec = typeof name === "string" ? lirSpec(name) : name;
    this.specs.push(spec);
    this.operands.push(operands);
    this.positions.push(position);
    this.implicitUses.push(implicitUses);
    return this.specs.length - 1;
  }

  typeOf(register: Register): RegisterType {
    if (isVirtual(register)) return this.registerTypes[register - VIRTUAL_REGISTERS_FIRST];
    return isVector(register) ? ValueType.F64 : ValueType.I64;
  }
  isFloat(register: Register): boolean {
    return isFloatType(this.typeOf(register));
  }

  terminator(block: LirBlock): InstIndex {
    return block.insts[block.insts.length - 1];
  }
}

export function isFloatType(type: RegisterType): boolean {
  return type === ValueType.F32 || type === ValueType.F64;
}

/** The register type that holds values of an IR type. */
export function registerType(type: ValueType): RegisterType {
  switch (type) {
    case ValueType.Bool:
    case ValueType.I32:
      return ValueType.I32;
    case ValueType.F32:
      return ValueType.F32;
    case ValueType.F64:
      return ValueType.F64;
    default:
      return ValueType.I64;
  }
}

/** From an inst on, a variable of the sources (Module.variables, in an inlined body) has what is in a register, or a constant. */
export interface LirBinding {
  readonly variable: number;
  readonly scope: number;
  /** Null with no constant either: it is not known from here on. */
  readonly register: Register | null;
  readonly constant: { readonly bits: bigint; readonly type: ValueType } | null;
  readonly type: ValueType;
  readonly reading: Reading;
}

/** More than a program has variables. */
const VARIABLES_MAX = 2 ** 24;

/** A number for one variable of one inlined body. */
export function variableKey({ variable, scope }: Pick<LirBinding, "variable" | "scope">): number {
  return scope * VARIABLES_MAX + variable;
}

/** A register that holds one variable in the whole function. */
export interface VariableHome {
  readonly variable: number;
  readonly scope: number;
  readonly register: Register;
  readonly type: ValueType;
}

/** How an inst touches a register. Registers inside memory operands are uses. */
export interface RegisterVisitor {
  use(register: Register): void;
  def(register: Register): void;
}

/** Calls the visitor for each register the inst reads, then for each it writes; a usedef operand is both. */
export function visitRegisters(lir: LirFunction, inst: InstIndex, visitor: RegisterVisitor): void {
  const spec = lir.specs[inst];
  const operands = lir.operands[inst];
  for (let index = 0; index < operands.length; index++) {
    const operand = operands[index];
    if (operand.kind === "reg") {
      if (spec.roles[index] !== "def") visitor.use(operand.reg);
    } else if (operand.kind === "mem") {
      if (operand.base !== undefined) visitor.use(operand.base);
      if (operand.index !== undefined) visitor.use(operand.index);
    }
  }
  for (const register of spec.implicitUses) visitor.use(register);
  for (const register of lir.implicitUses[inst] ?? []) visitor.use(register);
  for (let index = 0; index < operands.length; index++) {
    const operand = operands[index];
    if (operand.kind === "reg" && spec.roles[index] !== "use") visitor.def(operand.reg);
  }
  for (const register of spec.implicitDefs) visitor.def(register);
}

/** Block ids in reverse postorder from the entry; unreachable blocks are left out. */
export function lirOrder(lir: LirFunction): BlockId[] {
  const order: BlockId[] = [];
  const isSeen = new Uint8Array(lir.blocks.length);
  const path: { id: BlockId; nextEdge: number }[] = [{ id: 0, nextEdge: 0 }];
  isSeen[0] = 1;
  while (path.length > 0) {
    const top = path[path.length - 1];
    const edges = lir.blocks[top.id].edges;
    if (top.nextEdge === edges.length) {
      order.push(top.id);
      path.pop();
      continue;
    }
    const target = edges[top.nextEdge++].target;
    if (isSeen[target] === 1) continue;
    isSeen[target] = 1;
    path.push({ id: target, nextEdge: 0 });
  }
  return order.reverse();
}
