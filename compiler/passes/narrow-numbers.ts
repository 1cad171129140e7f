// Narrowing: computes in int32 what is a `number` (f64) in the source and always an int32 in fact: loop counters, indices, small sums.
// Requires:    high operations; no unreachable blocks. fold afterwards removes the conversions that meet.
// Establishes: additions, subtractions, multiplications, remainders and block parameters whose range fits are i32 with a conversion back.
// Never visible: the ranges exclude NaN, -0 and everything that an int32 is not.

import { IntegerRanges, isInt32 } from "../analysis/integer-ranges.ts";
import { incomingEdges, Replacements } from "../ir/blocks.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";
import { ValueType } from "../ir/types.ts";

export function narrowNumbers(fn: IrFunction, module: Module): void {
  if (!hasNumbers(fn)) return;
  new Narrowing(fn, module).run();
}

function hasNumbers(fn: IrFunction): boolean {
  return fn.blocks.some(
    (block) =>
      block.insts.some((value) => fn.type(value) === ValueType.F64) || block.params.some((value) => fn.type(value) === ValueType.F64),
  );
}

const intOps: Partial<Record<Op, Op>> = { [Op.FloatAdd]: Op.Add, [Op.FloatSubtract]: Op.Subtract, [Op.FloatMultiply]: Op.Multiply };

class Narrowing {
  private readonly fn: IrFunction;
  private readonly module: Module;
  private readonly ranges: IntegerRanges;
  private readonly replacements = new Replacements();

  constructor(fn: IrFunction, module: Module) {
    this.fn = fn;
    this.module = module;
    this.ranges = new IntegerRanges(fn, module);
  }

  run(): void {
    const { fn } = this;
    for (const block of fn.blocks) this.narrowInsts(block);
    const incoming = incomingEdges(fn);
    const owners = new Map<Edge, Block>();
    for (const block of fn.blocks) for (const edge of block.edges) owners.set(edge, block);
    for (const block of fn.blocks.slice(1)) this.narrowParameters(block, incoming[block.id], owners);
    this.replacements.apply(fn);
  }

  /** Replaces an operation by the same on integers, converted back. */
  private narrowInsts(block: Block): void {
    const { fn } = this;
    const out: Value[] = [];
    for (const value of block.insts) {
      const op = this.integerOp(block.id, value);
      if (op === undefined) {
        out.push(value);
        continue;
      }
      const position = fn.position(value);
      const operands = fn.operands(value).map((operand) => this.create(out, Op.FloatToInt32, ValueType.I32, [operand], position));
      const result = this.create(out, op, ValueType.I32, operands, position);
      fn.replace(value, Op.SignedToFloat, ValueType.F64, [result]);
      out.push(value);
    }
    block.insts = out;
  }

  private create(out: Value[], op: Op, type: ValueType, operands: readonly Value[], position: number): Value {
    const value = this.fn.create(op, type, operands, 0, position);
    out.push(value);
    return value;
  }

  private integerOp(block: BlockId, value: Value): Op | undefined {
    const { fn, ranges } = this;
    if (fn.type(value) !== ValueType.F64 || !isInt32(ranges.of(value))) return undefined;
    const areIntegers = (): boolean => fn.operands(value).every((operand) => isInt32(ranges.at(operand, block)));
    const op = intOps[fn.op(value)];
    if (op !== undefined) return areIntegers() ? op : undefined;
    const isRemainder =
      fn.op(value) === Op.Call && this.module.functions[fn.aux(value)].exportName === runtimeFunctions.floatRemainder.exportName;
    return isRemainder && areIntegers() ? Op.RemainderSigned : undefined;
  }

  private narrowParameters(block: Block, incoming: readonly Edge[], owners: ReadonlyMap<Edge, Block>): void {
    const { fn } = this;
    block.params.forEach((parameter, index) => {
      if (fn.type(parameter) !== ValueType.F64 || !isInt32(this.ranges.of(parameter))) return;
      // The parameter's number now is that of an integer; its uses see the conversion.
      const position = fn.position(parameter);
      const back = fn.create(Op.SignedToFloat, ValueType.F64, [], 0, position);
      this.replacements.set(parameter, back);
      const integer = fn.create(Op.Parameter, ValueType.I32, [], 0, position);
      fn.setOperands(back, [integer]);
      block.params[index] = integer;
      block.insts.unshift(back);
      for (const edge of incoming) edge.args[index] = this.toInteger(edge.args[index], owners.get(edge));
    });
  }

  private toInteger(argument: Value, from: Block | undefined): Value {
    const { fn } = this;
    if (from === undefined) return argument;
    const last = fn.terminator(from);
    const converted = fn.create(Op.FloatToInt32, ValueType.I32, [argument], 0, fn.position(last));
    from.insts.splice(from.insts.length - 1, 0, converted);
    return converted;
  }
}
