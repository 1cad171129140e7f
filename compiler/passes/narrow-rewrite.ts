// Narrowing, rewriting: computes one function's numbers in the representations that were chosen for the program.
// Requires:    all functions are rewritten by the same representations, once.
// Establishes: each narrowed value is the conversion back of an integer; its other uses as an integer use that. What nobody needs as a
//              float any more is dead.

import { isFloatRemainder } from "../analysis/range-transfer.ts";
import { Replacements } from "../ir/blocks.ts";
import type { Block, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { operandsOf, type Quotient } from "./narrow-quotients.ts";
import { type FunctionNumbers, isRingOperation, Operands, Representation, type Representations, typeOf } from "./narrow-representations.ts";

type IntegerType = ValueType.I32 | ValueType.I64;

const ringOps: Partial<Record<Op, Op>> = {
  [Op.FloatAdd]: Op.Add,
  [Op.FloatSubtract]: Op.Subtract,
  [Op.FloatMultiply]: Op.Multiply,
  [Op.FloatNegate]: Op.Negate,
};
const comparisons: Partial<Record<Op, Op>> = {
  [Op.FloatEqual]: Op.Equal,
  [Op.FloatNotEqual]: Op.NotEqual,
  [Op.FloatLess]: Op.LessSigned,
  [Op.FloatLessEqual]: Op.LessEqualSigned,
};
const unsignedOps: Partial<Record<Op, Op>> = { [Op.LessSigned]: Op.LessUnsigned, [Op.LessEqualSigned]: Op.LessEqualUnsigned };

export class NarrowRewriting {
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly numbers: FunctionNumbers;
  private readonly all: Representations;
  /** By f64 value, the integer that it is. */
  private readonly integers = new Map<Value, Value>();
  private readonly replacements = new Replacements();
  private out: Value[] = [];
  private position = 0;

  constructor(module: Module, numbers: FunctionNumbers, all: Representations) {
    this.module = module;
    this.fn = numbers.fn;
    this.numbers = numbers;
    this.all = all;
  }

  run(): void {
    const { fn } = this;
    for (const block of fn.blocks) this.narrowParameters(block);
    for (const block of fn.blocks) this.rewrite(block);
    this.replacements.apply(fn);
    fn.compactInsts();
  }

  private representation(value: Value): Representation {
    return this.numbers.representations[value] as Representation;
  }

  /** The parameter's number becomes that of the conversion back, so that its uses stay as they are. */
  private narrowParameters(block: Block): void {
    const { fn } = this;
    block.params.forEach((parameter, index) => {
      const representation = this.representation(parameter);
      if (representation === Representation.Float) return;
      const integer = fn.create(Op.Parameter, typeOf(representation), [], 0, fn.position(parameter));
      block.params[index] = integer;
      this.setInteger(parameter, integer);
      block.insts.unshift(parameter);
    });
  }

  /** Makes the f64 value the conversion of the integer. */
  private setInteger(value: Value, integer: Value): void {
    const conversion = this.fn.type(integer) === ValueType.I64 ? Op.Signed64ToFloat : Op.SignedToFloat;
    this.fn.replace(value, conversion, ValueType.F64, [integer]);
    this.integers.set(value, integer);
  }

  private rewrite(block: Block): void {
    const { fn } = this;
    const insts = block.insts;
    this.out = [];
    for (const value of insts) {
      this.position = fn.position(value);
      if (value === insts[insts.length - 1]) this.rewriteEdges(block);
      if (!this.integers.has(value)) this.rewriteInst(value);
      this.out.push(value);
    }
    block.insts = this.out;
  }

  private rewriteEdges(block: Block): void {
    const { fn } = this;
    for (const edge of block.edges) {
      fn.blocks[edge.target].params.forEach((parameter, index) => {
        const type = fn.type(parameter);
        if (type !== ValueType.F64 && fn.type(edge.args[index]) === ValueType.F64)
          edge.args[index] = this.integerOf(edge.args[index], type as IntegerType);
      });
    }
  }

  private rewriteInst(value: Value): void {
    const { fn } = this;
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.Call:
        if (!isFloatRemainder(this.module, fn, value)) return this.rewriteCall(value);
        break;
      case Op.FieldGet:
        return this.rewriteRead(value, this.all.fields[aux]);
      case Op.GlobalGet:
        return this.rewriteRead(value, this.all.globals[aux]);
      case Op.FieldSet:
        return this.rewriteWrite(value, 1, this.all.fields[aux]);
      case Op.GlobalSet:
        return this.rewriteWrite(value, 0, this.all.globals[aux]);
      case Op.Return:
        return this.rewriteWrite(value, 0, this.all.results[fn.index]);
      case Op.FloatToInt32:
        return this.rewriteTruncation(value, ValueType.I32);
      case Op.FloatToInt64:
        return this.rewriteTruncation(value, ValueType.I64);
      case Op.FloatEqual:
      case Op.FloatNotEqual:
      case Op.FloatLess:
      case Op.FloatLessEqual:
        return this.rewriteComparison(value);
    }
    const representation = this.representation(value);
    if (representation !== Representation.Float) this.setInteger(value, this.compute(value, typeOf(representation)));
  }

  private rewriteCall(call: Value): void {
    const { fn } = this;
    const callee = fn.aux(call);
    fn.operands(call).forEach((operand, index) => {
      const representation = this.all.parameter(callee, index);
      if (representation !== Representation.Float) fn.setOperand(call, index, this.integerOf(operand, typeOf(representation)));
    });
    this.rewriteRead(call, this.all.results[callee]);
  }

  /** A read, or a call, that gives an integer now; the value's number goes to the conversion back. */
  private rewriteRead(value: Value, representation: Representation): void {
    const { fn } = this;
    if (representation === Representation.Float || fn.type(value) !== ValueType.F64) return;
    this.setInteger(value, this.create(fn.op(value), typeOf(representation), fn.operands(value), fn.aux(value)));
  }

  private rewriteWrite(value: Value, index: number, representation: Representation): void {
    const { fn } = this;
    if (representation === Representation.Float || fn.operandCount(value) <= index) return;
    fn.setOperand(value, index, this.integerOf(fn.operand(value, index), typeOf(representation)));
  }

  private rewriteTruncation(value: Value, type: IntegerType): void {
    const { fn } = this;
    const quotient = this.numbers.quotients.get(value);
    const source = fn.operand(value, 0);
    if (this.isInteger(source)) this.replaceBy(value, this.integerOf(source, type));
    else if (quotient !== undefined && operandsOf(quotient).every((operand) => this.isInteger(operand)))
      this.replaceBy(value, this.divide(quotient));
  }

  private replaceBy(value: Value, replacement: Value): void {
    this.replacements.set(value, replacement);
    this.fn.remove(value);
  }

  private rewriteComparison(value: Value): void {
    const { fn } = this;
    const op = comparisons[fn.op(value)];
    const operands = fn.operands(value);
    const isPossible = (this.numbers.operands[value] & Operands.Integral) !== 0 && fn.type(operands[0]) === ValueType.F64;
    if (op === undefined || !isPossible || !operands.every((operand) => this.isInteger(operand))) return;
    const type = this.commonType(value);
    const integers = operands.map((operand) => this.integerOf(operand, type));
    const isSigned = type === ValueType.I64 || operands.every((operand) => this.fits32(operand));
    fn.replace(value, isSigned ? op : (unsignedOps[op] ?? op), ValueType.Bool, integers);
  }

  /** Whether the value is at hand as an integer. */
  private isInteger(value: Value): boolean {
    const { fn } = this;
    return this.integers.has(value) || (fn.type(value) === ValueType.F64 && this.all.isAvailable(this.numbers, value));
  }

  /** Whether the integer at hand is an I32, with its sign. */
  private fits32(value: Value): boolean {
    const { fn } = this;
    const integer = this.integers.get(value);
    if (integer !== undefined) return fn.type(integer) === ValueType.I32;
    if (fn.isConstant(value)) return (fn.immediateFloat(value) | 0) === fn.immediateFloat(value);
    return fn.op(value) === Op.SignedToFloat;
  }

  /** The value, or for I32 its low 32 bits. Requires: it is a safe integer. */
  private integerOf(value: Value, type: IntegerType): Value {
    const { fn } = this;
    const integer = this.integers.get(value);
    if (integer !== undefined) return this.resized(integer, type, Op.SignExtend32);
    switch (fn.op(value)) {
      case Op.Constant:
        return this.constant(type, fn.immediateFloat(value));
      case Op.SignedToFloat:
        return this.resized(this.replacements.resolve(fn.operand(value, 0)), type, Op.SignExtend32);
      case Op.UnsignedToFloat:
        return this.resized(this.replacements.resolve(fn.operand(value, 0)), type, Op.ZeroExtend32);
      case Op.Signed64ToFloat:
        if (this.isInteger(value)) return this.resized(this.replacements.resolve(fn.operand(value, 0)), type, Op.SignExtend32);
        break;
    }
    return this.create(type === ValueType.I64 ? Op.FloatToInt64 : Op.FloatToInt32, type, [value]);
  }

  private resized(integer: Value, type: IntegerType, extension: Op): Value {
    const from = this.fn.type(integer);
    if (from === type) return integer;
    return this.create(type === ValueType.I64 ? extension : Op.Truncate, type, [integer]);
  }

  private constant(type: IntegerType, value: number): Value {
    const constant = this.create(Op.Constant, type, []);
    // In code that is never reached it may be anything.
    const integer = Number.isInteger(value) ? BigInt(value) : 0n;
    this.fn.setImmediate(constant, BigInt.asIntN(type === ValueType.I64 ? 64 : 32, integer));
    return constant;
  }

  private create(op: Op, type: ValueType, operands: readonly Value[], aux = 0): Value {
    const value = this.fn.create(op, type, operands, aux, this.position);
    this.out.push(value);
    return value;
  }

  /** The integer that the narrowed operation gives. */
  private compute(value: Value, type: IntegerType): Value {
    const { fn } = this;
    const op = fn.op(value);
    if (isRingOperation(op)) {
      const operands = fn.operands(value).map((operand) => this.integerOf(operand, type));
      return this.create(ringOps[op] ?? Op.Nop, type, operands);
    }
    switch (op) {
      case Op.Select: {
        const [condition, first, second] = fn.operands(value);
        return this.create(Op.Select, type, [condition, this.integerOf(first, type), this.integerOf(second, type)]);
      }
      case Op.FloatAbsolute:
        return this.absolute(this.integerOf(fn.operand(value, 0), type), type);
      case Op.Call:
        return this.remainder(value, type);
      default: {
        const quotient = this.numbers.quotients.get(value);
        if (quotient === undefined) return this.integerOf(fn.operand(value, 0), type);
        return this.resized(this.divide(quotient), type, Op.ZeroExtend32);
      }
    }
  }

  /** In which the operands can be told apart: signed or unsigned. */
  private commonType(value: Value): IntegerType {
    const isUnsigned = (this.numbers.operands[value] & Operands.Unsigned32) !== 0;
    return isUnsigned || this.fn.operands(value).every((operand) => this.fits32(operand)) ? ValueType.I32 : ValueType.I64;
  }

  private remainder(value: Value, type: IntegerType): Value {
    const isUnsigned = (this.numbers.operands[value] & Operands.Unsigned32) !== 0;
    const common = this.commonType(value);
    const operands = this.fn.operands(value).map((operand) => this.integerOf(operand, common));
    const result = this.create(isUnsigned ? Op.RemainderUnsigned : Op.RemainderSigned, common, operands);
    return this.resized(result, type, isUnsigned ? Op.ZeroExtend32 : Op.SignExtend32);
  }

  private absolute(integer: Value, type: IntegerType): Value {
    const isNegative = this.create(Op.LessSigned, ValueType.Bool, [integer, this.constant(type, 0)]);
    return this.create(Op.Select, type, [isNegative, this.create(Op.Negate, type, [integer]), integer]);
  }

  private divide(quotient: Quotient): Value {
    const dividend = this.integerOf(quotient.dividend, ValueType.I32);
    const divisor =
      quotient.divisor === 0 ? this.constant(ValueType.I32, quotient.constant) : this.integerOf(quotient.divisor, ValueType.I32);
    return this.create(quotient.op, ValueType.I32, [dividend, divisor]);
  }
}
