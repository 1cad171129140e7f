// Function: the body of one function in SSA form, as a struct of typed arrays.
// Owns:       instructions, operand lists, blocks and edges of one function.
// Invariants: (1) a value is the number of the instruction that defines it; block parameters are Op.Parameter instructions
//             (2) block 0 is the entry; its parameters are the function's parameters, and no edge leads to it
//             (3) every block ends with exactly one terminator, the last of its instructions, and has as many edges as that wants
//             (4) an edge carries as many arguments, of the same types, as its target has parameters
//             (5) a definition dominates its uses; verify.ts checks all of these

import { growFloat64, growInt32, growUint8 } from "../support/growable.ts";
import { type Aux, Effect, Op, ops } from "./ops.ts";
import { ValueType } from "./types.ts";
import { VariableBindings } from "./variables.ts";

/** A value: the number of its instruction. */
export type Value = number;
export type BlockId = number;
/** "No position": code that no source line asked for. */
export const NO_POSITION = 0;

export interface Edge {
  target: BlockId;
  args: Value[];
}

export interface Block {
  readonly id: BlockId;
  params: Value[];
  /** In execution order, the terminator last. */
  insts: Value[];
  /** Of the terminator: jump 1; branch 2, true first; switch one a case and then the default; return and unreachable none. */
  edges: Edge[];
  /** Of a switch: the I32 values, one an edge but the last. */
  cases: number[];
  /** Not expected to run (panics): laid out at the end of the function. */
  isCold: boolean;
}

export interface FunctionSignature {
  readonly params: readonly ValueType[];
  readonly result: ValueType;
}

/** What a function without a body shares with all others. */
const NO_INSTS = {
  ops: new Uint8Array(0),
  types: new Uint8Array(0),
  auxes: new Int32Array(0),
  positions: new Int32Array(0),
  operandStarts: new Int32Array(0),
  operandCounts: new Int32Array(0),
  immediates: new Float64Array(0),
  immediateBits: new BigInt64Array(0),
  immediateWords: new Int32Array(0),
  operandPool: new Int32Array(0),
  operandPoolSize: 0,
  instCount: 1,
};
const ROOM_MIN = 32;

/** IrFunction.shownAs of functions without a name. */
export const NAMELESS = "[Function (anonymous)]";

export class IrFunction {
  /** In Module.functions. */
  readonly index: number;
  /** What a reader sees: `Pool.free`, `divide`, `Map<string,number>.get`. Unique; also the linker's symbol unless exportName is set. */
  readonly name: string;
  params: readonly ValueType[];
  result: ValueType;
  /** Linker symbol that assembly and the runtime know it by. */
  exportName: string | null = null;
  /** Defined in assembly: no body here. */
  isExternal = false;
  inlining: "never" | "always" | "auto" = "auto";
  /** Calls to it do not return. */
  isNoReturn = false;
  /** Top-level code of a module, or what only that calls: may allocate in the kernel profile. Set by the front end. */
  isInitializer = false;
  /** What the console shows of it as a value. */
  shownAs = NAMELESS;
  /** As a value it stands for the function value that its first capture holds. */
  isAdapter = false;
  /** No root reaches it: it has no blocks, and no code is generated for it. Set by remove-dead-functions. */
  isRemoved = false;
  /** Where it is declared (Module.positions). */
  declaredAt = NO_POSITION;

  /** While references are counted and not lowered yet: the block parameters that arrive with a count of their own. Null otherwise. */
  ownedParameters: ReadonlySet<Value> | null = null;

  blocks: Block[] = [];
  /** Which values the variables of the sources have. */
  variables = new VariableBindings();
  /** Of the result (Module.sourceTypes). */
  resultType = 0;
  /** Number of instructions, dead ones included; instruction 0 is a Nop, so that 0 means "no value". */
  instCount = 1;

  // Room comes with the first instruction: most functions of the runtime are removed before they get any.
  private ops = NO_INSTS.ops;
  private types = NO_INSTS.types;
  private auxes = NO_INSTS.auxes;
  private positions = NO_INSTS.positions;
  private operandStarts = NO_INSTS.operandStarts;
  private operandCounts = NO_INSTS.operandCounts;
  private immediates = NO_INSTS.immediates;
  private immediateBits = NO_INSTS.immediateBits;
  /** The same memory in halves, the lower first: most immediates are small, and numbers are faster than bigints. */
  private immediateWords = NO_INSTS.immediateWords;
  private operandPool = NO_INSTS.operandPool;
  private operandPoolSize = 0;

  constructor(index: number, name: string, signature: FunctionSignature) {
    this.index = index;
    this.name = name;
    this.params = signature.params;
    this.result = signature.result;
  }

  // Blocks

  addBlock(): Block {
    const block: Block = { id: this.blocks.length, params: [], insts: [], edges: [], cases: [], isCold: false };
    this.blocks.push(block);
    return block;
  }

  /** Adds a parameter at the end; edges to the block must be given an argument for it. */
  addParameter(block: Block, type: ValueType, position = NO_POSITION): Value {
    const value = this.create(Op.Parameter, type, [], 0, position);
    block.params.push(value);
    return value;
  }

  // Instructions

  /** Makes an instruction in no block yet: the caller puts its number into a block's list. */
  create(op: Op, type: ValueType, operands: readonly Value[], aux = 0, position = NO_POSITION): Value {
    const value = this.instCount++;
    if (value >= this.ops.length) this.growInsts();
    this.ops[value] = op;
    this.types[value] = type;
    this.auxes[value] = aux;
    this.positions[value] = position;
    this.setOperands(value, operands);
    return value;
  }

  op(value: Value): Op {
    return this.ops[value] as Op;
  }
  type(value: Value): ValueType {
    return this.types[value] as ValueType;
  }
  aux(value: Value): number {
    return this.auxes[value];
  }
  setAux(value: Value, aux: number): void {
    this.auxes[value] = aux;
  }
  position(value: Value): number {
    return this.positions[value];
  }
  setPosition(value: Value, position: number): void {
    this.positions[value] = position;
  }

  operandCount(value: Value): number {
    return this.operandCounts[value];
  }
  operand(value: Value, index: number): Value {
    return this.operandPool[this.operandStarts[value] + index];
  }
  setOperand(value: Value, index: number, operand: Value): void {
    this.operandPool[this.operandStarts[value] + index] = operand;
  }
  /** A copy. */
  operands(value: Value): Value[] {
    const start = this.operandStarts[value];
    const copy: Value[] = [];
    for (let at = start; at < start + this.operandCounts[value]; at++) copy.push(this.operandPool[at]);
    return copy;
  }
  setOperands(value: Value, operands: readonly Value[]): void {
    if (operands.length > this.operandCounts[value] || this.operandCounts[value] === 0) {
      this.operandStarts[value] = this.operandPoolSize;
      this.operandPoolSize += operands.length;
      if (this.operandPoolSize > this.operandPool.length) this.operandPool = growInt32(this.operandPool, this.operandPoolSize);
    }
    this.operandCounts[value] = operands.length;
    const start = this.operandStarts[value];
    for (let i = 0; i < operands.length; i++) this.operandPool[start + i] = operands[i];
  }

  /** Turns an instruction into another in place, so that its uses see the new one. The immediate becomes 0. */
  replace(value: Value, op: Op, type: ValueType, operands: readonly Value[], aux = 0): void {
    this.ops[value] = op;
    this.types[value] = type;
    this.auxes[value] = aux;
    this.immediates[value] = 0;
    this.setOperands(value, operands);
  }

  /** Makes the instruction a Nop. It stays in its block's list until compactInsts(). Requires: no uses are left. */
  remove(value: Value): void {
    this.variables.forgetValue(this, value);
    this.replace(value, Op.Nop, ValueType.Void, []);
  }

  /** Drops Nops from the blocks' lists. */
  compactInsts(): void {
    for (const block of this.blocks) {
      if (!this.variables.isEmpty) this.keepBindings(block);
      block.insts = block.insts.filter((value) => this.ops[value] !== Op.Nop);
    }
  }

  /** Bindings before a Nop hold from the next instruction on. */
  private keepBindings({ insts }: Block): void {
    for (let index = insts.length - 2; index >= 0; index--)
      if (this.ops[insts[index]] === Op.Nop) this.variables.moveTo(insts[index], insts[index + 1]);
  }

  // Immediates: constants, and the byte offsets of loads and stores

  /** The constant of an I32 (sign-extended), Bool (0 or 1) or an offset. */
  immediate(value: Value): number {
    const low = this.immediateWords[2 * value];
    return this.immediateWords[2 * value + 1] === low >> 31 ? low : Number(this.immediateBits[value]);
  }
  /** The constant of an I32 or I64, signed. */
  immediateBigInt(value: Value): bigint {
    return this.immediateBits[value];
  }
  setImmediate(value: Value, immediate: number | bigint): void {
    if (typeof immediate === "number" && (immediate | 0) === immediate) {
      this.immediateWords[2 * value] = immediate;
      this.immediateWords[2 * value + 1] = immediate >> 31;
    } else {
      this.immediateBits[value] = BigInt(immediate);
    }
  }
  /** Whatever its type is. */
  copyImmediate(value: Value, from: IrFunction, source: Value): void {
    this.immediateWords[2 * value] = from.immediateWords[2 * source];
    this.immediateWords[2 * value + 1] = from.immediateWords[2 * source + 1];
  }
  immediateFloat(value: Value): number {
    return this.immediates[value];
  }
  setImmediateFloat(value: Value, immediate: number): void {
    this.immediates[value] = immediate;
  }

  // Questions

  terminator(block: Block): Value {
    return block.insts[block.insts.length - 1];
  }
  isTerminated(block: Block): boolean {
    return block.insts.length > 0 && ops[this.ops[this.terminator(block)]].effects === Effect.Terminator;
  }
  isConstant(value: Value): boolean {
    return this.ops[value] === Op.Constant;
  }
  auxKind(value: Value): Aux {
    return ops[this.ops[value]].aux;
  }
  /** For whoever changes the entry block, the returns and all calls as well. */
  changeSignature(signature: FunctionSignature): void {
    this.params = signature.params;
    this.result = signature.result;
  }
  signature(): FunctionSignature {
    return { params: this.params, result: this.result };
  }

  /** The same function for another module: nothing that changes is shared. */
  copy(): IrFunction {
    const copy = Object.assign(new IrFunction(this.index, this.name, this.signature()), this);
    copy.blocks = this.blocks.map(copyBlock);
    if (this.blocks.length === 0) return Object.assign(copy, NO_INSTS);
    copy.ops = this.ops.slice();
    copy.types = this.types.slice();
    copy.auxes = this.auxes.slice();
    copy.positions = this.positions.slice();
    copy.operandStarts = this.operandStarts.slice();
    copy.operandCounts = this.operandCounts.slice();
    copy.immediateBits = this.immediateBits.slice();
    copy.immediates = new Float64Array(copy.immediateBits.buffer);
    copy.immediateWords = new Int32Array(copy.immediateBits.buffer);
    copy.operandPool = this.operandPool.slice();
    copy.variables = this.variables.copy();
    return copy;
  }

  private growInsts(): void {
    const wanted = Math.max(ROOM_MIN, this.ops.length + 1);
    this.ops = growUint8(this.ops, wanted);
    this.types = growUint8(this.types, wanted);
    this.auxes = growInt32(this.auxes, wanted);
    this.positions = growInt32(this.positions, wanted);
    this.operandStarts = growInt32(this.operandStarts, wanted);
    this.operandCounts = growInt32(this.operandCounts, wanted);
    this.immediates = growFloat64(this.immediates, wanted);
    this.immediateBits = new BigInt64Array(this.immediates.buffer);
    this.immediateWords = new Int32Array(this.immediates.buffer);
  }
}

function copyBlock({ id, params, insts, edges, cases, isCold }: Block): Block {
  const copied = edges.map(({ target, args }) => ({ target, args: args.slice() }));
  return { id, params: params.slice(), insts: insts.slice(), edges: copied, cases: cases.slice(), isCold };
}
