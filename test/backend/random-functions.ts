// Random functions: valid IR with loops, branches, calls, memory and many live values, grown from a seed. For comparing two
// ways to compile.

import { Builder } from "../../compiler/ir/builder.ts";
import type { Block, IrFunction, Value } from "../../compiler/ir/function.ts";
import { Module } from "../../compiler/ir/module.ts";
import { Op } from "../../compiler/ir/ops.ts";
import { MemoryKind, ValueType } from "../../compiler/ir/types.ts";

const { I32, I64, F64, Bool } = {
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F64: ValueType.F64 as const,
  Bool: ValueType.Bool as const,
};
type Kind = typeof I32 | typeof I64 | typeof F64;

/** xorshift: the same seed gives the same function. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) | 1;
  }
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }
  below(limit: number): number {
    return this.next() % limit;
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

const INTEGER_OPS = [Op.Add, Op.Subtract, Op.Multiply, Op.And, Op.Or, Op.Xor, Op.ShiftLeft, Op.ShiftRightSigned, Op.ShiftRightUnsigned];
const DIVISIONS = [Op.DivideSigned, Op.DivideUnsigned, Op.RemainderSigned, Op.RemainderUnsigned];
const FLOAT_OPS = [Op.FloatAdd, Op.FloatSubtract, Op.FloatMultiply];
const COMPARES = [Op.Equal, Op.NotEqual, Op.LessSigned, Op.LessEqualSigned, Op.LessUnsigned, Op.LessEqualUnsigned];
const FLOAT_COMPARES = [Op.FloatEqual, Op.FloatNotEqual, Op.FloatLess, Op.FloatLessEqual];

export const RANDOM_PARAMS: readonly ValueType[] = [I64, I32, F64, I64, I32, F64, I64, I32, I64, I64, F64];

/** A module with functions "random 0", "random 1", ..., each of RANDOM_PARAMS to i64; later ones may call earlier ones. */
export function randomModule(seed: number, functionCount: number): Module {
  const module = new Module("linux");
  for (let index = 0; index < 4; index++) module.addGlobal(`cell${index}`, MemoryKind.I64);
  const random = new Random(seed);
  for (let index = 0; index < functionCount; index++) {
    const fn = module.addFunction(`random ${index}`, { params: RANDOM_PARAMS, result: I64 });
    new Growth(module, fn, random, index).grow();
  }
  return module;
}

class Growth {
  private readonly fn: IrFunction;
  private readonly random: Random;
  private readonly callable: number;
  private readonly builder: Builder;
  private readonly values: Record<Kind, Value[]> = { [I32]: [], [I64]: [], [F64]: [] };
  private callsLeft = 3;

  constructor(module: Module, fn: IrFunction, random: Random, callable: number) {
    this.fn = fn;
    this.random = random;
    this.callable = callable;
    this.builder = new Builder(module, fn, fn.addBlock());
  }

  grow(): void {
    for (const type of this.fn.params) this.values[type as Kind].push(this.fn.addParameter(this.builder.block, type));
    this.statements(4 + this.random.below(8), 0);
    let result = this.builder.int(I64, 1);
    for (const value of this.values[I64].slice(-20)) result = this.mix(result, value);
    for (const value of this.values[I32].slice(-20)) result = this.mix(result, this.builder.emit(Op.ZeroExtend32, [value]));
    for (const value of this.values[F64].slice(-20)) result = this.mix(result, this.bits(value));
    this.builder.return(result);
  }

  private mix(a: Value, b: Value): Value {
    const scaled = this.builder.emit(Op.Multiply, [a, this.builder.int(I64, 31)]);
    return this.builder.emit(Op.Xor, [scaled, b]);
  }
  /** Bits of a double, one pattern for all NaNs. */
  private bits(value: Value): Value {
    const isNumber = this.builder.emit(Op.FloatEqual, [value, value]);
    const bits = this.builder.emit(Op.FloatToBits, [value]);
    return this.builder.emit(Op.Select, [isNumber, bits, this.builder.int(I64, 7)]);
  }

  private statements(count: number, depth: number): void {
    for (let index = 0; index < count; index++) this.statement(depth);
  }

  private statement(depth: number): void {
    const choice = this.random.below(16);
    if (choice < 9) this.addValues(1 + this.random.below(4));
    else if (choice === 9) this.memory();
    else if (choice === 10) this.call();
    else if (depth >= 3) this.addValues(1);
    else if (choice < 14) this.conditional(depth);
    else this.loop(depth);
  }

  private value(kind: Kind): Value {
    const known = this.values[kind];
    // Recent ones often, old ones sometimes: some live long.
    if (this.random.below(8) === 0 || known.length === 0) return this.constant(kind);
    return this.random.below(2) === 0 ? known[known.length - 1 - this.random.below(Math.min(4, known.length))] : this.random.pick(known);
  }

  private constant(kind: Kind): Value {
    if (kind === F64) return this.builder.float(this.random.pick([0, 1, -1.5, 1e10, 0.25]));
    if (kind === I64) return this.builder.int(I64, this.random.pick([0n, 1n, -1n, 8n, 1000n, 0x1234_5678_9abcn, -5n]));
    return this.builder.int(I32, this.random.pick([0, 1, -1, 3, 4, 255, 1000, -100000]));
  }

  private addValues(count: number): void {
    for (let index = 0; index < count; index++) {
      const kind = this.random.pick<Kind>([I32, I64, F64, I32, I64]);
      this.values[kind].push(this.newValue(kind));
    }
  }

  private newValue(kind: Kind): Value {
    const { builder, random } = this;
    const choice = random.below(12);
    if (choice === 0) return builder.emit(Op.Select, [this.condition(), this.value(kind), this.value(kind)]);
    if (kind === F64) {
      if (choice === 1) return builder.emit(Op.SignedToFloat, [this.value(I32)]);
      if (choice === 2) return builder.emit(Op.Signed64ToFloat, [this.value(I64)]);
      if (choice === 3) return builder.emit(Op.FloatNegate, [this.value(F64)]);
      return builder.emit(random.pick(FLOAT_OPS), [this.value(F64), this.value(F64)]);
    }
    if (choice === 1) return kind === I32 ? builder.emit(Op.Truncate, [this.value(I64)]) : builder.emit(Op.SignExtend32, [this.value(I32)]);
    if (choice === 2)
      return kind === I32 ? builder.emit(Op.FloatToInt32, [this.value(F64)]) : builder.emit(Op.ZeroExtend32, [this.value(I32)]);
    if (choice === 3) {
      const divisor = builder.emit(Op.Or, [this.value(kind), builder.int(kind, random.pick([1, 2, -16, 12]))]);
      return builder.emit(random.pick(DIVISIONS), [
        this.value(kind),
        random.below(3) === 0 ? builder.int(kind, random.pick([1, 2, 8, 7, -1, 16])) : divisor,
      ]);
    }
    if (choice === 4 && kind === I32)
      return builder.emit(random.pick([Op.SignExtend8, Op.ZeroExtend8, Op.SignExtend16, Op.ZeroExtend16, Op.Not]), [this.value(I32)]);
    return builder.emit(random.pick(INTEGER_OPS), [this.value(kind), this.value(kind)]);
  }

  private condition(): Value {
    const kind = this.random.pick<Kind>([I32, I64, F64]);
    return this.builder.emitTyped(this.random.pick(kind === F64 ? FLOAT_COMPARES : COMPARES), Bool, [this.value(kind), this.value(kind)]);
  }

  private memory(): void {
    const address = this.builder.emit(Op.GlobalAddress, [], this.random.below(4));
    if (this.random.below(2) === 0) this.builder.store(MemoryKind.I64, address, this.value(I64));
    else this.values[I64].push(this.builder.load(MemoryKind.I64, address));
    if (this.random.below(2) === 0)
      this.values[I32].push(
        this.builder.load(this.random.pick([MemoryKind.I8, MemoryKind.U16, MemoryKind.I32]), address, this.random.below(4)),
      );
  }

  private call(): void {
    if (this.callable === 0 || this.callsLeft-- <= 0) return this.addValues(1);
    const args = RANDOM_PARAMS.map((type) => this.value(type as Kind));
    this.values[I64].push(this.builder.emit(Op.Call, args, this.random.below(this.callable)));
  }

  /** Runs `body` with its own list of values: what it adds does not dominate what follows. */
  private scoped(body: () => void): void {
    const lengths = [this.values[I32].length, this.values[I64].length, this.values[F64].length];
    body();
    [this.values[I32].length, this.values[I64].length, this.values[F64].length] = lengths;
  }

  private conditional(depth: number): void {
    const { builder, fn } = this;
    const [ifTrue, ifFalse, join] = [fn.addBlock(), fn.addBlock(), fn.addBlock()];
    const kinds = [this.random.pick<Kind>([I32, I64, F64]), this.random.pick<Kind>([I32, I64, F64]), I64];
    builder.branch(this.condition(), ifTrue, ifFalse);
    for (const block of [ifTrue, ifFalse]) {
      this.scoped(() => {
        builder.block = block;
        this.statements(1 + this.random.below(3), depth + 1);
        builder.jump(
          join,
          kinds.map((kind) => this.value(kind)),
        );
      });
    }
    builder.block = join;
    for (const kind of kinds) this.values[kind].push(fn.addParameter(join, kind));
  }

  /** A loop of a few rounds whose parameters may change places. */
  private loop(depth: number): void {
    const { builder, fn } = this;
    const [header, body, exit]: Block[] = [fn.addBlock(), fn.addBlock(), fn.addBlock()];
    const kinds: Kind[] = [I64, I64, I32, F64, F64];
    builder.jump(header, [builder.int(I32, 1 + this.random.below(4)), ...kinds.map((kind) => this.value(kind))]);
    builder.block = header;
    const counter = fn.addParameter(header, I32);
    const params = kinds.map((kind) => fn.addParameter(header, kind));
    for (const [index, kind] of kinds.entries()) this.values[kind].push(params[index]);
    builder.branch(builder.emit(Op.NotEqual, [counter, builder.int(I32, 0)]), body, exit);
    this.scoped(() => {
      builder.block = body;
      this.statements(1 + this.random.below(4), depth + 1);
      const next = builder.emit(Op.Subtract, [counter, builder.int(I32, 1)]);
      const [a, b, c, d, e] = params;
      const isSwap = this.random.below(2) === 0;
      builder.jump(header, [next, ...(isSwap ? [b, a, c, e, d] : kinds.map((kind) => this.value(kind)))]);
    });
    builder.block = exit;
  }
}
