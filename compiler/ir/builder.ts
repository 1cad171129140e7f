// Builder: appends instructions to blocks, with result types taken from the operation table.
// Owns:       the cursor: current block and current source position.

import { type Block, type Edge, type IrFunction, NO_POSITION, type Value } from "./function.ts";
import { intrinsics } from "./intrinsics.ts";
import type { Module } from "./module.ts";
import { Aux, Op, ops } from "./ops.ts";
import { type MemoryKind, memoryKinds, ValueType } from "./types.ts";

export class Builder {
  readonly module: Module;
  readonly fn: IrFunction;
  block: Block;
  position = NO_POSITION;

  constructor(module: Module, fn: IrFunction, block: Block) {
    this.module = module;
    this.fn = fn;
    this.block = block;
  }

  /** Appends an instruction whose type follows from its row and operands; for rows with result "T" and no "T" operand use emitTyped. */
  emit(op: Op, operands: readonly Value[], aux = 0): Value {
    return this.emitTyped(op, this.resultType(op, operands, aux), operands, aux);
  }

  emitTyped(op: Op, type: ValueType, operands: readonly Value[], aux = 0): Value {
    const value = this.fn.create(op, type, operands, aux, this.position);
    this.block.insts.push(value);
    return value;
  }

  int(type: ValueType.I32 | ValueType.I64 | ValueType.Bool, value: number | bigint): Value {
    const result = this.emitTyped(Op.Constant, type, []);
    this.fn.setImmediate(result, type === ValueType.I32 ? BigInt.asIntN(32, BigInt(value)) : BigInt.asIntN(64, BigInt(value)));
    return result;
  }
  float(value: number, type: ValueType.F32 | ValueType.F64 = ValueType.F64): Value {
    const result = this.emitTyped(Op.Constant, type, []);
    this.fn.setImmediateFloat(result, type === ValueType.F32 ? Math.fround(value) : value);
    return result;
  }
  nullRef(): Value {
    return this.emitTyped(Op.Constant, ValueType.Ref, []);
  }

  load(kind: MemoryKind, address: Value, offset = 0, op: Op.Load | Op.LoadVolatile = Op.Load): Value {
    const result = this.emit(op, [address], kind);
    this.fn.setImmediate(result, offset);
    return result;
  }
  store(kind: MemoryKind, address: Value, value: Value, offset = 0, op: Op.Store | Op.StoreVolatile = Op.Store): Value {
    const result = this.emit(op, [address, value], kind);
    this.fn.setImmediate(result, offset);
    return result;
  }

  jump(target: Block, args: Value[] = []): void {
    this.terminate(Op.Jump, [], [{ target: target.id, args }]);
  }
  branch(condition: Value, ifTrue: Block, ifFalse: Block, trueArgs: Value[] = [], falseArgs: Value[] = []): void {
    this.terminate(
      Op.Branch,
      [condition],
      [
        { target: ifTrue.id, args: trueArgs },
        { target: ifFalse.id, args: falseArgs },
      ],
    );
  }
  switch(value: Value, cases: readonly number[], targets: readonly Block[], otherwise: Block): void {
    this.block.cases = [...cases];
    const edges = [...targets, otherwise].map((target) => ({ target: target.id, args: [] }));
    this.terminate(Op.Switch, [value], edges);
  }
  return(value?: Value): void {
    this.terminate(Op.Return, value === undefined ? [] : [value], []);
  }
  unreachable(): void {
    this.terminate(Op.Unreachable, [], []);
  }

  private terminate(op: Op, operands: Value[], edges: Edge[]): void {
    this.emitTyped(op, ValueType.Void, operands);
    this.block.edges = edges;
  }

  private resultType(op: Op, operands: readonly Value[], aux: number): ValueType {
    const { result, aux: auxKind } = ops[op];
    if (result === "T") {
      const index = ops[op].operands.indexOf("T");
      return this.fn.type(operands[index]);
    }
    if (result === "memory") return memoryKinds[this.memoryKind(auxKind, aux)].valueType;
    if (result === "callee") return calleeResult(this.module, auxKind, aux);
    return result;
  }

  private memoryKind(auxKind: Aux, aux: number): MemoryKind {
    if (auxKind === Aux.Field) return this.module.fields[aux].kind;
    if (auxKind === Aux.Global) return this.module.globals[aux].kind;
    return aux as MemoryKind;
  }
}

/** Result type of a call-like instruction. */
export function calleeResult(module: Module, auxKind: Aux, aux: number): ValueType {
  switch (auxKind) {
    case Aux.Function:
      return module.functions[aux].result;
    case Aux.Method:
      return module.methods[aux].signature.result;
    case Aux.Signature:
      return module.signatures[aux].result;
    default:
      return intrinsics[aux].result;
  }
}
