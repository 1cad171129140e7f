// Match: one instruction as a fold rule sees it, and what the rule may build in its place.

import { constantOf, evaluate, type Scalar, setConstant } from "../ir/evaluate.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import { Aux, Effect, Op, ops } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";

export interface Rule {
  /** The law in words of algebra: `x + 0 = x`. */
  readonly law: string;
  readonly ops: readonly Op[];
  /** The value that stands for the instruction, or undefined where the law does not apply. */
  readonly rewrite: (match: Match) => Value | undefined;
}

/** A row of the rule table. */
export function rule(law: string, op: Op | readonly Op[], rewrite: Rule["rewrite"]): Rule {
  return { law, ops: typeof op === "number" ? [op] : op, rewrite };
}

export class Match {
  readonly fn: IrFunction;
  readonly value: Value;
  private readonly builder: FoldingBuilder;

  constructor(fn: IrFunction, value: Value, builder: FoldingBuilder) {
    this.fn = fn;
    this.value = value;
    this.builder = builder;
  }

  get op(): Op {
    return this.fn.op(this.value);
  }
  get type(): ValueType {
    return this.fn.type(this.value);
  }
  get left(): Value {
    return this.fn.operand(this.value, 0);
  }
  get right(): Value {
    return this.fn.operand(this.value, 1);
  }

  /** The number behind a constant; undefined for other values. */
  constant(value: Value): Scalar | undefined {
    return this.fn.isConstant(value) ? constantOf(this.fn, value) : undefined;
  }
  /** Whether it is that constant: of any integer type for safe integers; -0 and 0 differ. */
  is(value: Value, wanted: number): boolean {
    const constant = this.constant(value);
    return typeof constant === "bigint" ? constant === BigInt(wanted) : constant !== undefined && Object.is(constant, wanted);
  }
  /** Whether an instruction of that operation makes the value. */
  isMadeBy(value: Value, op: Op): boolean {
    return this.fn.op(value) === op;
  }
  operand(value: Value, index = 0): Value {
    return this.fn.operand(value, index);
  }

  /** k where the constant, seen unsigned, is 2^k. */
  powerOfTwo(value: Value): number | undefined {
    const constant = this.constant(value);
    if (constant === undefined) return undefined;
    const bits = BigInt.asUintN(this.widthBits(value), BigInt(constant));
    return bits !== 0n && (bits & (bits - 1n)) === 0n ? bits.toString(2).length - 1 : undefined;
  }
  widthBits(value: Value): number {
    return this.fn.type(value) === ValueType.I64 ? 64 : 32;
  }

  make(op: Op, type: ValueType, operands: readonly Value[]): Value {
    return this.builder.make(op, type, operands);
  }
  /** A constant of the type; integers wrap. */
  makeConstant(type: ValueType, scalar: Scalar): Value {
    return this.builder.makeConstant(type, scalar);
  }
}

/** Builds instructions in place, each folded as it is made. */
export class FoldingBuilder {
  private readonly fn: IrFunction;
  private readonly rulesByOp: ReadonlyMap<Op, readonly Rule[]>;
  private out: Value[] = [];
  private position = 0;

  constructor(fn: IrFunction, rulesByOp: ReadonlyMap<Op, readonly Rule[]>) {
    this.fn = fn;
    this.rulesByOp = rulesByOp;
  }

  /** Where made instructions go from now on. */
  setPlace(out: Value[], position: number): void {
    this.out = out;
    this.position = position;
  }

  make(op: Op, type: ValueType, operands: readonly Value[]): Value {
    const value = this.fn.create(op, type, operands, 0, this.position);
    const folded = this.fold(value);
    if (folded !== undefined) return folded;
    this.out.push(value);
    return value;
  }

  makeConstant(type: ValueType, scalar: Scalar): Value {
    const value = this.fn.create(Op.Constant, type, [], 0, this.position);
    const bits = type === ValueType.I32 ? 32 : 64;
    const isInteger = type === ValueType.I32 || type === ValueType.I64;
    setConstant(this.fn, value, isInteger ? BigInt.asIntN(bits, BigInt(scalar)) : scalar);
    this.out.push(value);
    return value;
  }

  /** A value equal to the instruction's and simpler, or undefined. May exchange the operands of a commutative operation. */
  fold(value: Value): Value | undefined {
    const { fn } = this;
    const row = ops[fn.op(value)];
    if ((row.effects & ~Effect.Trap) !== 0 || row.aux !== Aux.None || fn.operandCount(value) === 0 || row.result === ValueType.Void)
      return undefined;
    const constant = this.evaluate(value);
    if (constant !== undefined) return this.makeConstant(fn.type(value), constant);
    if (row.isCommutative === true && fn.isConstant(fn.operand(value, 0))) fn.setOperands(value, fn.operands(value).reverse());
    const match = new Match(fn, value, this);
    for (const candidate of this.rulesByOp.get(fn.op(value)) ?? []) {
      const result = candidate.rewrite(match);
      if (result !== undefined) return result;
    }
    return undefined;
  }

  private evaluate(value: Value): Scalar | undefined {
    const { fn } = this;
    const operands = fn.operands(value);
    if (!operands.every((operand) => fn.isConstant(operand))) return undefined;
    const [a, b = 0, c = 0] = operands.map((operand) => constantOf(fn, operand));
    return evaluate(fn.op(value), fn.type(value), a, b, c);
  }
}
