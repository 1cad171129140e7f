// Lower: replaces high operations (objects, arrays, checks, counts, virtual calls) by loads, stores, branches and calls.
// Requires:    a verified module; every function the runtime needs is present or is declared external here.
// Establishes: only operations of level "low" are left. A check has become a branch to a cold block of its own, whose call's return
//              address tells the line.

import type { Block, IrFunction, Value } from "../ir/function.ts";
import * as layout from "../ir/layout.ts";
import type { Module } from "../ir/module.ts";
import { Op, ops, type PanicKind } from "../ir/ops.ts";
import { panicFunctions, type RuntimeFunction, runtimeFunction, runtimeFunctions } from "../ir/runtime-functions.ts";
import { MemoryKind, memoryKinds, ValueType } from "../ir/types.ts";
import { addFunctionTexts } from "./function-texts.ts";

const SLOT_SIZE_BYTES = 8;

/** Lowers every function of the module in place. */
export function lowerModule(module: Module): void {
  const lowered = module.functions.filter((fn) => !fn.isExternal);
  const showing = addFunctionTexts(module);
  for (const fn of lowered) new Lowering(module, fn, showing).run();
}

/** Rewrites one function. Its cursor is the block that instructions are being appended to. */
class Lowering {
  private readonly module: Module;
  private readonly fn: IrFunction;
  private block: Block;
  private position = 0;
  /** Answers Op.FunctionText, if it is in the module. */
  private readonly showing: IrFunction | null;

  constructor(module: Module, fn: IrFunction, showing: IrFunction | null) {
    this.module = module;
    this.fn = fn;
    this.showing = showing;
    this.block = fn.blocks[0];
  }

  run(): void {
    this.fn.ownedParameters = null;
    for (const block of [...this.fn.blocks]) {
      const insts = block.insts;
      if (!insts.some((value) => ops[this.fn.op(value)].level === "high")) continue;
      const { edges, cases } = block;
      this.block = block;
      block.insts = [];
      block.edges = [];
      block.cases = [];
      for (const value of insts) this.lowerInPlace(value);
      this.block.edges = edges;
      this.block.cases = cases;
    }
  }

  /** What now comes first of an instruction takes over the variables that had their values from it on. */
  private lowerInPlace(value: Value): void {
    const first = this.fn.instCount;
    this.lower(value);
    if (this.fn.instCount > first) this.fn.variables.moveTo(value, first);
  }

  private lower(value: Value): void {
    const { fn, module } = this;
    const aux = fn.aux(value);
    this.position = fn.position(value);
    switch (fn.op(value)) {
      case Op.FieldGet:
        return this.becomeLoad(value, module.fields[aux].kind, fn.operand(value, 0), module.fields[aux].offset);
      case Op.FieldSet:
        return this.becomeStore(value, module.fields[aux].kind, fn.operand(value, 0), fn.operand(value, 1), module.fields[aux].offset);
      case Op.GlobalGet:
        return this.becomeLoad(value, module.globals[aux].kind, this.emit(Op.GlobalAddress, ValueType.I64, [], aux), 0);
      case Op.GlobalSet:
        return this.becomeStore(
          value,
          module.globals[aux].kind,
          this.emit(Op.GlobalAddress, ValueType.I64, [], aux),
          fn.operand(value, 0),
          0,
        );
      case Op.ArrayLength:
        return this.becomeLoad(value, MemoryKind.I32, fn.operand(value, 0), layout.ARRAY_LENGTH_OFFSET);
      case Op.ArrayElements:
        return this.becomeLoad(value, MemoryKind.I64, fn.operand(value, 0), layout.ARRAY_ELEMENTS_OFFSET);
      case Op.StringLength:
        return this.becomeLoad(value, MemoryKind.I32, fn.operand(value, 0), layout.STRING_LENGTH_OFFSET);
      case Op.ArrayGet:
        return this.becomeLoad(value, aux as MemoryKind, this.elementAddress(value, aux as MemoryKind), 0);
      case Op.ArraySet:
        return this.becomeStore(value, aux as MemoryKind, this.elementAddress(value, aux as MemoryKind), fn.operand(value, 2), 0);
      case Op.ClassId:
        return this.becomeLoad(value, MemoryKind.I32, this.descriptorOf(fn.operand(value, 0)), layout.DESCRIPTOR_FIRST_ID_OFFSET);
      case Op.FunctionText:
        return this.become(value, Op.Call, ValueType.Ref, fn.operands(value), this.showing?.index ?? 0);
      case Op.New:
        return this.lowerNew(value);
      case Op.Share:
        this.become(value, Op.AddressToRef, ValueType.Ref, this.fn.operands(value), 0);
        return this.lowerRetain(value);
      case Op.Adopt:
        return this.become(value, Op.AddressToRef, ValueType.Ref, this.fn.operands(value), 0);
      case Op.CallVirtual:
        return this.lowerCallVirtual(value);
      case Op.CallClosure:
        return this.lowerCallClosure(value);
      default:
        return this.lowerControl(value);
    }
  }

  /** Operations that end the current block, and the low ones, which stay as they are. */
  private lowerControl(value: Value): void {
    const { fn } = this;
    const operands = fn.operands(value);
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.Check:
        fn.remove(value);
        return this.panicUnless(operands[0], panicFunctions[aux as PanicKind], []);
      case Op.CheckBounds:
        fn.remove(value);
        return this.panicUnless(this.emit(Op.LessUnsigned, ValueType.Bool, operands), "panicBounds", operands);
      case Op.CheckNull:
        fn.remove(value);
        return this.panicUnless(this.isNotNull(operands[0]), "panicNull", []);
      case Op.Retain:
        fn.remove(value);
        return this.lowerRetain(operands[0]);
      case Op.Release:
        fn.remove(value);
        return this.lowerRelease(operands[0]);
      default:
        this.block.insts.push(value);
    }
  }

  private emit(op: Op, type: ValueType, operands: readonly Value[], aux = 0): Value {
    const value = this.fn.create(op, type, operands, aux, this.position);
    this.block.insts.push(value);
    return value;
  }

  private constant(type: ValueType, value: number | bigint): Value {
    const constant = this.emit(Op.Constant, type, []);
    this.fn.setImmediate(constant, value);
    return constant;
  }

  private load(kind: MemoryKind, address: Value, offset: number): Value {
    const value = this.emit(Op.Load, memoryKinds[kind].valueType, [address], kind);
    this.fn.setImmediate(value, offset);
    return value;
  }

  private store(kind: MemoryKind, address: Value, stored: Value, offset: number): void {
    this.fn.setImmediate(this.emit(Op.Store, ValueType.Void, [address, stored], kind), offset);
  }

  private becomeLoad(value: Value, kind: MemoryKind, address: Value, offset: number): void {
    this.become(value, Op.Load, memoryKinds[kind].valueType, [address], kind);
    this.fn.setImmediate(value, offset);
  }

  private becomeStore(value: Value, kind: MemoryKind, address: Value, stored: Value, offset: number): void {
    this.become(value, Op.Store, ValueType.Void, [address, stored], kind);
    this.fn.setImmediate(value, offset);
  }

  private become(value: Value, op: Op, type: ValueType, operands: readonly Value[], aux: number): void {
    this.fn.replace(value, op, type, operands, aux);
    this.block.insts.push(value);
  }

  /** elements + index * size. */
  private elementAddress(value: Value, kind: MemoryKind): Value {
    const elements = this.load(MemoryKind.I64, this.fn.operand(value, 0), layout.ARRAY_ELEMENTS_OFFSET);
    const index = this.emit(Op.ZeroExtend32, ValueType.I64, [this.fn.operand(value, 1)]);
    const shift = Math.log2(memoryKinds[kind].sizeBytes);
    const offset = shift === 0 ? index : this.emit(Op.ShiftLeft, ValueType.I64, [index, this.constant(ValueType.I64, shift)]);
    return this.emit(Op.Add, ValueType.I64, [elements, offset]);
  }

  private descriptorOf(object: Value): Value {
    return this.emit(Op.SignExtend32, ValueType.I64, [this.load(MemoryKind.I32, object, layout.DESCRIPTOR_OFFSET)]);
  }

  private isNotNull(reference: Value): Value {
    return this.emit(Op.NotEqual, ValueType.Bool, [reference, this.constant(ValueType.Ref, 0)]);
  }

  private lowerNew(value: Value): void {
    const classIndex = this.fn.aux(value);
    const descriptor = this.emit(Op.ClassDescriptor, ValueType.I64, [], classIndex);
    const size = this.constant(ValueType.I64, this.module.classes[classIndex].sizeBytes);
    this.become(value, Op.Call, ValueType.Ref, [descriptor, size], runtimeFunction(this.module, "allocateObject").index);
  }

  private lowerCallVirtual(value: Value): void {
    const method = this.module.methods[this.fn.aux(value)];
    const operands = this.fn.operands(value);
    const offset = layout.DESCRIPTOR_SLOTS_OFFSET + method.slot * SLOT_SIZE_BYTES;
    const code = this.load(MemoryKind.I64, this.descriptorOf(operands[0]), offset);
    const signature = this.module.internSignature(method.signature);
    this.become(value, Op.CallIndirect, this.fn.type(value), [code, ...operands], signature);
  }

  private lowerCallClosure(value: Value): void {
    const operands = this.fn.operands(value);
    const code = this.load(MemoryKind.I64, operands[0], layout.CLOSURE_CODE_OFFSET);
    this.become(value, Op.CallIndirect, this.fn.type(value), [code, ...operands], this.fn.aux(value));
  }

  private callRuntime(name: RuntimeFunction, operands: readonly Value[]): void {
    this.emit(Op.Call, runtimeFunctions[name].result, operands, runtimeFunction(this.module, name).index);
  }

  private addBlock(isCold = false): Block {
    const block = this.fn.addBlock();
    block.isCold = isCold || this.block.isCold;
    return block;
  }

  private branch(condition: Value, ifTrue: Block, ifFalse: Block): void {
    this.emit(Op.Branch, ValueType.Void, [condition]);
    this.block.edges = [
      { target: ifTrue.id, args: [] },
      { target: ifFalse.id, args: [] },
    ];
  }

  private jump(target: Block): void {
    this.emit(Op.Jump, ValueType.Void, []);
    this.block.edges = [{ target: target.id, args: [] }];
  }

  private panicUnless(condition: Value, panic: RuntimeFunction, operands: readonly Value[]): void {
    const next = this.addBlock();
    const cold = this.addBlock(true);
    this.branch(condition, next, cold);
    this.block = cold;
    this.callRuntime(panic, operands);
    this.emit(Op.Unreachable, ValueType.Void, []);
    this.block = next;
  }

  /** if (object != null && count >= 0 as signed, that is, not immortal) count = count + 1 */
  private lowerRetain(object: Value): void {
    const next = this.addBlock();
    const count = this.countUnlessConstant(object, next);
    this.store(MemoryKind.I32, object, this.emit(Op.Add, ValueType.I32, [count, this.constant(ValueType.I32, 1)]), layout.COUNT_OFFSET);
    this.jump(next);
    this.block = next;
  }

  /** The same downwards; the last reference drops the object. */
  private lowerRelease(object: Value): void {
    const next = this.addBlock();
    const count = this.countUnlessConstant(object, next);
    const left = this.emit(Op.Subtract, ValueType.I32, [count, this.constant(ValueType.I32, 1)]);
    const keep = this.addBlock();
    const drop = this.addBlock(true);
    this.branch(this.emit(Op.NotEqual, ValueType.Bool, [left, this.constant(ValueType.I32, 0)]), keep, drop);
    this.block = drop;
    this.callRuntime("dropObject", [this.emit(Op.RefToAddress, ValueType.I64, [object])]);
    this.jump(next);
    this.block = keep;
    this.store(MemoryKind.I32, object, left, layout.COUNT_OFFSET);
    this.jump(next);
    this.block = next;
  }

  /** Continues in a block where the object is not null and its count is no constant; goes to `next` otherwise. */
  private countUnlessConstant(object: Value, next: Block): Value {
    const present = this.addBlock();
    this.branch(this.isNotNull(object), present, next);
    this.block = present;
    const count = this.load(MemoryKind.I32, object, layout.COUNT_OFFSET);
    const counted = this.addBlock();
    const isCounted = this.emit(Op.LessEqualSigned, ValueType.Bool, [this.constant(ValueType.I32, 0), count]);
    this.branch(isCounted, counted, next);
    this.block = counted;
    return count;
  }
}
