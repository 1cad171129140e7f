// Selector: turns the SSA form of one function into LIR, bottom-up: an inst is made for a value only when something needs it in a register.
// Owns:       the LIR under construction, which values are needed, and the virtual register of each.
// Invariants: (1) blocks are taken in postorder and insts from last to first, so every use of a value is seen before the value itself
//             (2) while a value is being selected, insts go to `pending` in execution order; a finished value goes before what is there
//             (3) a value that is folded into its user is not needed unless another user wants it in a register

import { predecessors, reversePostorder } from "../../ir/control-flow.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "../../ir/function.ts";
import { intrinsics } from "../../ir/intrinsics.ts";
import type { Module } from "../../ir/module.ts";
import { Effect, Op, ops } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { assert, required } from "../../support/assert.ts";
import type { SymbolNames } from "../symbol-names.ts";
import { type InstIndex, isFloatType, type LirBlock, LirFunction, type RegisterType, registerType } from "./lir.ts";
import type { LirName } from "./lir-insts.ts";
import { imm, type MemoryOperand, memSymbol, type Operand, reg } from "./operands.ts";
import type { Register } from "./registers.ts";
import { buildAddress } from "./select-address.ts";
import { findZeroUpperHalves } from "./upper-halves.ts";

const INT32_MIN = -(2n ** 31n);
const INT32_MAX = 2n ** 31n - 1n;

/** One law of selection. */
export interface Rule {
  readonly op: Op;
  /** What the row claims, as algebra or in words. */
  readonly law: string;
  /** Emits insts for the value, or returns false and has done nothing: the row does not fit. */
  apply(selector: Selector, value: Value): boolean;
}
export type RuleTable = ReadonlyMap<Op, readonly Rule[]>;

export function rule(op: Op, law: string, apply: Rule["apply"]): Rule {
  return { op, law, apply };
}

/** A row that always fits. */
export function always(op: Op, law: string, apply: (selector: Selector, value: Value) => void): Rule {
  return rule(op, law, (selector, value) => {
    apply(selector, value);
    return true;
  });
}

/** Hears of the code as it is selected, for debuggers. */
export interface VariableRecorder {
  /** Called when all from this instruction of the IR to its block's end is selected: the insts so far, last first. */
  before(value: Value, selected: InstIndex[]): void;
  finish(): void;
}

export class Selector {
  readonly module: Module;
  readonly fn: IrFunction;
  readonly names: SymbolNames;
  readonly lir: LirFunction;
  private readonly rules: RuleTable;
  private readonly useCounts: Int32Array;
  private readonly isNeeded: Uint8Array;
  private readonly registers: Int32Array;
  private readonly blockOf: Int32Array;
  /** Number of possible writes to memory before the value in its block. */
  private readonly writesBefore: Int32Array;
  private readonly isZeroUpper: Uint8Array;
  private readonly predecessorCounts: number[];
  private pending: number[] = [];
  private rootBlock = 0;
  private rootWrites = 0;
  private position = 0;

  constructor(module: Module, fn: IrFunction, names: SymbolNames, rules: RuleTable) {
    this.rules = rules;
    this.module = module;
    this.fn = fn;
    this.names = names;
    this.lir = new LirFunction(names.functionSymbol(fn));
    this.useCounts = new Int32Array(fn.instCount);
    this.isNeeded = new Uint8Array(fn.instCount);
    this.registers = new Int32Array(fn.instCount);
    this.blockOf = new Int32Array(fn.instCount).fill(-1);
    this.writesBefore = new Int32Array(fn.instCount);
    this.isZeroUpper = findZeroUpperHalves(fn);
    this.predecessorCounts = predecessors(fn).map((list) => list.length);
    for (const block of fn.blocks) this.lir.addBlock(block.isCold);
  }

  run(variables: VariableRecorder | null): void {
    const order = reversePostorder(this.fn);
    for (const id of order) this.survey(this.fn.blocks[id]);
    for (let index = order.length - 1; index >= 0; index--) this.selectBlock(this.fn.blocks[order[index]], variables);
    variables?.finish();
  }

  // Facts about the function

  private survey(block: Block): void {
    const { fn } = this;
    let writes = 0;
    for (const value of block.insts) {
      this.blockOf[value] = block.id;
      this.writesBefore[value] = writes;
      if ((this.effects(value) & Effect.Write) !== 0) writes++;
      for (let index = 0; index < fn.operandCount(value); index++) this.useCounts[fn.operand(value, index)]++;
    }
    for (const edge of block.edges) for (const arg of edge.args) this.useCounts[arg]++;
  }

  private effects(value: Value): Effect {
    if (this.fn.op(value) === Op.Intrinsic) return intrinsics[this.fn.aux(value)].effects;
    return ops[this.fn.op(value)].effects;
  }

  /** Whether the inst must be there even if no one uses its value. */
  private isRoot(value: Value): boolean {
    return (this.effects(value) & (Effect.Write | Effect.Terminator)) !== 0;
  }

  // The walk

  private selectBlock(block: Block, variables: VariableRecorder | null): void {
    this.rootBlock = block.id;
    let selected: number[] = [];
    for (let index = block.insts.length - 1; index >= 0; index--) {
      const value = block.insts[index];
      if (this.isSelected(value)) {
        this.rootWrites = this.writesBefore[value];
        this.pendAt(this.fn.position(value));
        this.selectValue(value);
        for (let i = this.pending.length - 1; i >= 0; i--) selected.push(this.pending[i]);
      }
      variables?.before(value, selected);
    }
    if (block.id === 0) {
      this.pending = [];
      this.position = this.fn.declaredAt;
      required(this.rules.get(Op.Parameter), "parameter rule")[0].apply(this, block.params[0] ?? 0);
      for (let i = this.pending.length - 1; i >= 0; i--) selected.push(this.pending[i]);
    } else {
      this.lir.blocks[block.id].params = block.params.map((param) => this.target(param));
    }
    selected = selected.reverse();
    this.lir.blocks[block.id].insts = selected;
  }

  private isSelected(value: Value): boolean {
    if (!this.isRoot(value) && this.isNeeded[value] === 0) return false;
    return !this.isPassedOn(value) && this.fn.op(value) !== Op.Constant;
  }

  /** Starts a new list of insts of a source position. */
  pendAt(position: number): void {
    this.position = position;
    this.pending = [];
  }
  takePending(): number[] {
    return this.pending;
  }

  /** The register of the value once all is selected; null if it never needed one. */
  finalRegister(value: Value): Register | null {
    const source = this.resolve(value);
    return this.isNeeded[source] === 1 ? this.target(source) : null;
  }

  private selectValue(value: Value): void {
    const rules = this.rules.get(this.fn.op(value));
    assert(rules !== undefined, () => `no rule selects ${ops[this.fn.op(value)].name} in ${this.fn.name}`);
    for (const rule of rules) if (rule.apply(this, value)) return;
    assert(false, () => `no rule of ${ops[this.fn.op(value)].name} matches %${value} in ${this.fn.name}`);
  }

  // What rules build with

  emit(name: LirName, ...operands: Operand[]): void {
    this.pending.push(this.lir.create(name, operands, this.position));
  }

  emitUsing(name: LirName, implicitUses: readonly Register[], ...operands: Operand[]): void {
    this.pending.push(this.lir.create(name, operands, this.position, implicitUses));
  }

  temporary(type: RegisterType): Register {
    return this.lir.newRegister(type);
  }

  /** The register that the value's own inst defines. */
  target(value: Value): Register {
    if (this.registers[value] === 0) this.registers[value] = this.lir.newRegister(registerType(this.fn.type(value)));
    return this.registers[value];
  }

  isUsed(value: Value): boolean {
    return this.isNeeded[value] === 1;
  }

  /** Whether the value is needed by code after this point already, so that its register must survive. */
  livesOn(value: Value): boolean {
    const source = this.resolve(value);
    return this.fn.isConstant(source) || this.isNeeded[source] === 1;
  }

  /** The value in a register; constants are made on the spot, each time. */
  register(value: Value): Register {
    const source = this.resolve(value);
    if (this.fn.isConstant(source) || this.isSymbolAddress(source)) {
      const register = this.temporary(registerType(this.fn.type(value)));
      this.materialize(register, value);
      return register;
    }
    this.isNeeded[source] = 1;
    return this.target(source);
  }

  /** Puts a value into a given register, physical or virtual. */
  moveInto(register: Register, value: Value): void {
    const source = this.resolve(value);
    if (this.fn.isConstant(source) || this.isSymbolAddress(source)) this.materialize(register, value);
    else this.copy(registerType(this.fn.type(value)), register, this.register(value));
  }

  copy(type: RegisterType, target: Register, source: Register): void {
    const name = isFloatType(type) ? "copyf" : type === ValueType.I64 ? "copy64" : "copy32";
    this.emit(name, reg(target), reg(source));
  }

  private materialize(register: Register, value: Value): void {
    const source = this.resolve(value);
    if (this.isSymbolAddress(source)) return this.emit("lea64", reg(register), memSymbol(this.symbolOf(source)));
    const type = registerType(this.fn.type(value));
    if (isFloatType(type)) {
      if (this.fn.immediateBigInt(source) === 0n) return this.emit("zerof", reg(register));
      return this.emit(type === ValueType.F64 ? "movsd" : "movss", reg(register), this.floatConstant(source));
    }
    const constant = required(this.constant(value), "constant");
    if (type === ValueType.I32) this.emit("mov32", reg(register), imm(Number(constant)));
    else this.emit("mov64", reg(register), imm(constant));
  }

  // Matching

  /** Follows operations that need no inst: the value is in that register. */
  resolve(value: Value): Value {
    let source = value;
    while (this.isPassedOn(source)) source = this.fn.operand(source, 0);
    return source;
  }

  private isPassedOn(value: Value): boolean {
    switch (this.fn.op(value)) {
      case Op.Truncate:
      case Op.BoolToInt:
      case Op.IntToBool:
      case Op.RefToAddress:
      case Op.AddressToRef:
        return true;
      case Op.ZeroExtend32:
        return this.hasZeroUpperHalf(this.fn.operand(value, 0));
      default:
        return false;
    }
  }

  private hasZeroUpperHalf(value: Value): boolean {
    return this.isZeroUpper[value] === 1;
  }

  /** 32 or 64: the width of the insts that compute with values of this type. */
  width(value: Value): 32 | 64 {
    return registerType(this.fn.type(value)) === ValueType.I32 ? 32 : 64;
  }

  /** The integer constant that the value is, signed at the value's width. */
  constant(value: Value): bigint | undefined {
    const source = this.resolve(value);
    if (!this.fn.isConstant(source) || isFloatType(registerType(this.fn.type(source)))) return undefined;
    const bits = this.fn.immediateBigInt(source);
    return this.width(value) === 32 ? BigInt.asIntN(32, bits) : bits;
  }

  /** The constant, if an inst can hold it as a sign-extended 32-bit immediate. */
  immediate(value: Value): number | undefined {
    const constant = this.constant(value);
    if (constant === undefined || constant < INT32_MIN || constant > INT32_MAX) return undefined;
    return Number(constant);
  }

  isSymbolAddress(value: Value): boolean {
    switch (this.fn.op(value)) {
      case Op.StringConstant:
      case Op.FunctionAddress:
      case Op.GlobalAddress:
      case Op.BlobAddress:
      case Op.ClassDescriptor:
      case Op.StaticClosure:
      case Op.SymbolAddress:
        return true;
      default:
        return false;
    }
  }

  symbolOf(value: Value): string {
    const aux = this.fn.aux(value);
    switch (this.fn.op(value)) {
      case Op.StringConstant:
        return this.names.stringSymbol(aux);
      case Op.FunctionAddress:
        return this.names.functionSymbol(this.module.functions[aux]);
      case Op.StaticClosure:
        return this.names.closureSymbol(this.module.functions[aux]);
      case Op.SymbolAddress:
        return this.module.strings[aux];
      case Op.GlobalAddress:
        return this.names.globalSymbol(aux);
      case Op.BlobAddress:
        return this.names.blobSymbol(aux);
      default:
        return this.names.descriptorSymbol(aux);
    }
  }

  /** The memory cell of a float constant. */
  floatConstant(value: Value): MemoryOperand {
    const isDouble = this.fn.type(value) === ValueType.F64;
    return memSymbol(
      this.names.floatSymbol(isDouble ? this.fn.immediateFloat(value) : Math.fround(this.fn.immediateFloat(value)), isDouble),
    );
  }

  /** Whether the value may be computed inside the inst being selected: this is its only use, and not beyond a write. */
  canFold(value: Value): boolean {
    if (this.useCounts[value] !== 1 || this.blockOf[value] !== this.rootBlock) return false;
    return this.fn.op(value) !== Op.Load || this.writesBefore[value] === this.rootWrites;
  }

  /** Whether recomputing the value at its user is worth it: nothing has asked for it in a register so far. */
  canRepeat(value: Value): boolean {
    return this.isNeeded[value] === 0;
  }

  useCount(value: Value): number {
    return this.useCounts[value];
  }

  isOnlyUse(value: Value): boolean {
    return this.useCounts[value] === 1;
  }

  /** The operand of an address that a load or store takes: address value plus offset. */
  address(value: Value, offset: number): MemoryOperand {
    return buildAddress(this, value, offset);
  }

  /** The cell of a load that can be folded and is at least as wide as the value, or undefined. */
  foldedLoad(value: Value): MemoryOperand | undefined {
    let source = value;
    while (this.fn.op(source) === Op.Truncate || this.fn.op(source) === Op.RefToAddress || this.fn.op(source) === Op.AddressToRef) {
      if (!this.isOnlyUse(source)) return undefined;
      source = this.fn.operand(source, 0);
    }
    if (this.fn.op(source) !== Op.Load || !this.canFold(source) || !isFullWidth(this.fn, source)) return undefined;
    return this.address(this.fn.operand(source, 0), this.fn.immediate(source));
  }

  /** A register, or memory where the value is a load that only this inst uses. */
  source(value: Value): Operand {
    const resolved = this.resolve(value);
    if (this.fn.isConstant(resolved) && isFloatType(registerType(this.fn.type(resolved)))) return this.floatConstant(resolved);
    return this.foldedLoad(value) ?? reg(this.register(value));
  }

  /** As source, or an immediate. */
  sourceOrImmediate(value: Value): Operand {
    const immediate = this.immediate(value);
    return immediate === undefined ? this.source(value) : imm(immediate);
  }

  registerOrImmediate(value: Value): Operand {
    const immediate = this.immediate(value);
    return immediate === undefined ? reg(this.register(value)) : imm(immediate);
  }

  // Control flow

  /** The block whose terminator is being selected, in the IR and in the LIR. */
  irBlock(): Block {
    return this.fn.blocks[this.rootBlock];
  }
  lirBlock(): LirBlock {
    return this.lir.blocks[this.rootBlock];
  }

  /** Adds a block that the insts made by `fill` go to; the current inst's position stays. */
  addBlock(isCold: boolean, fill: (block: LirBlock) => void): BlockId {
    const block = this.lir.addBlock(isCold);
    const saved = this.pending;
    this.pending = [];
    fill(block);
    block.insts = this.pending;
    this.pending = saved;
    return block.id;
  }

  /** A jump: the edge carries its arguments itself. */
  selectJump(block: LirBlock, edge: Edge): void {
    block.edges = [{ target: edge.target, args: edge.args.map((arg) => this.register(arg)) }];
    this.emit("jump");
  }

  /** As splitEdge, for an edge that several new blocks take. */
  splitSharedEdge(edge: Edge): BlockId {
    return this.addBlock(this.fn.blocks[edge.target].isCold, (block) => this.selectJump(block, edge));
  }

  /** Target for one of several edges: the block itself if moves may stand at its start, else a new block between. */
  splitEdge(edge: Edge): BlockId {
    if (edge.args.length === 0 && this.predecessorCounts[edge.target] === 1) return edge.target;
    return this.addBlock(this.fn.blocks[edge.target].isCold, (block) => this.selectJump(block, edge));
  }
}

function isFullWidth(fn: IrFunction, load: Value): boolean {
  const type = fn.type(load);
  return type !== ValueType.Bool && (type !== ValueType.I32 || fn.aux(load) === MemoryKind.I32);
}
