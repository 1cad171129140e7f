// Number module: valid IR from a seed that computes with f64 values which are mostly integers, near the edges of int32, uint32 and 2^53,
// with zeros of both signs, fractions and NaN among them: what narrowing must not change.
// Shapes: functions that pass numbers to each other, loops with bounds, branches that meet, a global, a field, divisions that are rounded,
//         truncations, comparisons. Every program ends; what it computes is summed up in the bits of main's result.

import { Builder } from "../../compiler/ir/builder.ts";
import type { Block, IrFunction, Value } from "../../compiler/ir/function.ts";
import { ClassShape, Module } from "../../compiler/ir/module.ts";
import { Op } from "../../compiler/ir/ops.ts";
import { runtimeFunctions } from "../../compiler/ir/runtime-functions.ts";
import { MemoryKind, ValueType } from "../../compiler/ir/types.ts";
import { Random } from "./random-module.ts";

const { Bool, I32, I64, F64, Ref } = {
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F64: ValueType.F64 as const,
  Ref: ValueType.Ref as const,
};

const constants = [
  0,
  0,
  1,
  1,
  2,
  3,
  7,
  10,
  16,
  100,
  255,
  1000,
  65536,
  -1,
  -1,
  -2,
  -7,
  -100,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 - 1,
  2 ** 32,
  2 ** 52,
  2 ** 53 - 1,
];
const oddConstants = [-0, -0, 0.5, -0.5, 0.25, 1.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY];

/** Functions f0, f1, ...; the last is exported as `main`, takes two i32 and calls the others. */
export function makeNumberModule(seed: number): Module {
  const random = new Random(seed);
  const module = new Module("linux");
  const remainder = module.addFunction("remainder", runtimeFunctions.floatRemainder);
  remainder.exportName = runtimeFunctions.floatRemainder.exportName;
  remainder.isExternal = true;
  const owner = module.addClass("Cell", null, ClassShape.Instance);
  const field = module.addField(owner, "number", MemoryKind.F64);
  const global = module.addGlobal("number", MemoryKind.F64);
  const count = 1 + random.below(4);
  const callees: IrFunction[] = [];
  for (let index = 0; index < count; index++) {
    const isMain = index === count - 1;
    const params = isMain ? [I32, I32] : [Ref, ...Array.from({ length: 1 + random.below(3) }, () => F64)];
    const fn = module.addFunction(`f${index}`, { params, result: isMain ? I64 : F64 });
    fn.inlining = random.chance(0.7) ? "never" : "auto";
    if (isMain) fn.exportName = "main";
    new NumberFunction(module, fn, random, { owner: owner.index, field: field.index, global: global.index, remainder, callees }).make();
    callees.push(fn);
  }
  return module;
}

interface Surroundings {
  readonly owner: number;
  readonly field: number;
  readonly global: number;
  readonly remainder: IrFunction;
  readonly callees: readonly IrFunction[];
}

class NumberFunction {
  private readonly b: Builder;
  private readonly fn: IrFunction;
  private readonly random: Random;
  private readonly around: Surroundings;
  private readonly isMain: boolean;
  private numbers: Value[] = [];
  private cell: Value = 0;
  private budget: number;
  private loops = 0;

  constructor(module: Module, fn: IrFunction, random: Random, around: Surroundings) {
    this.fn = fn;
    this.random = random;
    this.around = around;
    this.isMain = fn.exportName !== null;
    this.budget = 6 + random.below(30);
    this.b = new Builder(module, fn, fn.addBlock());
  }

  make(): void {
    const { b, fn } = this;
    const params = fn.params.map((type) => fn.addParameter(b.block, type));
    if (this.isMain) {
      this.cell = b.emit(Op.New, [], this.around.owner);
      for (const param of params)
        this.numbers.push(b.emit(this.random.chance(0.5) ? Op.SignedToFloat : Op.UnsignedToFloat, [this.masked(param)]));
    } else {
      this.cell = params[0];
      this.numbers.push(...params.slice(1));
    }
    this.statements(3);
    if (!this.isMain) {
      b.return(this.use());
      return;
    }
    // Every value counts, with the sign of its zero.
    const observed = [
      ...this.numbers.slice(-6),
      b.emit(Op.FieldGet, [this.cell], this.around.field),
      b.emit(Op.GlobalGet, [], this.around.global),
    ];
    let hash = b.int(I64, 1);
    for (const number of observed) {
      const signed = this.random.chance(0.5) ? number : b.emit(Op.FloatAdd, [number, b.float(0)]);
      // The bits of NaN are not defined.
      const canonical = b.emit(Op.Select, [b.emit(Op.FloatEqual, [signed, signed]), signed, b.float(2 ** -1000)]);
      hash = b.emit(Op.Xor, [b.emit(Op.Multiply, [hash, b.int(I64, 0x1_0000_01b3n)]), b.emit(Op.FloatToBits, [canonical])]);
    }
    b.return(hash);
  }

  private masked(value: Value): Value {
    const { b, random } = this;
    switch (random.below(4)) {
      case 0:
        return b.emit(Op.And, [value, b.int(I32, random.pick([1, 255, 65535, 0x7fffffff]))]);
      case 1:
        return b.emit(Op.SignExtend8, [value]);
      default:
        return value;
    }
  }

  private use(): Value {
    const { b, random } = this;
    if (this.numbers.length > 0 && random.chance(0.75)) return random.pick(this.numbers.slice(-8));
    return b.float(random.pick(random.chance(0.88) ? constants : oddConstants));
  }

  private define(value: Value): void {
    this.numbers.push(value);
  }

  private statements(depth: number): void {
    for (let left = 1 + this.random.below(8); left > 0 && this.budget > 0; left--) this.statement(depth);
  }

  private statement(depth: number): void {
    this.budget--;
    const kind = this.random.next();
    if (kind < 0.55 || depth === 0) this.define(this.operation());
    else if (kind < 0.65) this.memory();
    else if (kind < 0.75) this.call();
    else if (kind < 0.87) this.conditional(depth);
    else this.loop(depth);
  }

  private operation(): Value {
    const { b, random } = this;
    switch (random.below(12)) {
      case 0:
      case 1:
      case 2:
        return b.emit(random.pick([Op.FloatAdd, Op.FloatSubtract, Op.FloatMultiply]), [this.use(), this.use()]);
      case 3:
        return b.emit(random.pick([Op.FloatNegate, Op.FloatAbsolute, Op.FloatFloor, Op.FloatCeiling, Op.FloatTruncate]), [this.use()]);
      case 4:
        return b.emit(Op.Call, [this.use(), this.use()], this.around.remainder.index);
      case 5:
        return b.emit(random.pick([Op.FloatFloor, Op.FloatTruncate]), [this.quotient()]);
      case 6:
        return b.emit(Op.SignedToFloat, [b.emit(Op.FloatToInt32, [random.chance(0.4) ? this.quotient() : this.use()])]);
      case 7:
        return b.emit(Op.UnsignedToFloat, [this.masked(b.emit(Op.FloatToInt32, [this.sum()]))]);
      case 8:
        return b.emit(Op.SignedToFloat, [b.emit(Op.FloatToInt32, [this.sum()])]);
      case 9:
        return b.emit(Op.Select, [this.condition(), this.use(), this.use()]);
      case 10:
        return b.emit(Op.SignedToFloat, [this.index()]);
      default:
        return b.emit(Op.SignedToFloat, [b.emit(Op.And, [b.emit(Op.FloatToInt32, [this.use()]), b.int(I32, random.pick([7, 255, 1023]))])]);
    }
  }

  private sum(): Value {
    const { b, random } = this;
    const add = (left: Value): Value =>
      b.emit(random.pick([Op.FloatAdd, Op.FloatAdd, Op.FloatSubtract, Op.FloatMultiply]), [left, this.use()]);
    return random.chance(0.5) ? add(this.use()) : add(add(this.use()));
  }
  private quotient(): Value {
    const { b, random } = this;
    if (random.chance(0.4)) return b.emit(Op.FloatMultiply, [this.use(), b.float(random.pick([0.5, 0.25, 1 / 1024]))]);
    return b.emit(Op.FloatDivide, [this.use(), random.chance(0.5) ? b.float(random.pick([2, 3, 10, -3, -1])) : this.use()]);
  }

  private condition(): Value {
    const { b, random } = this;
    return b.emit(random.pick([Op.FloatLess, Op.FloatLessEqual, Op.FloatEqual, Op.FloatNotEqual]), [this.use(), this.use()]);
  }

  /** As element accesses check it: the number if it is an index, otherwise -1. */
  private index(): Value {
    const { b } = this;
    const number = this.use();
    const integer = b.emit(Op.FloatToInt32, [number]);
    const isIndex = b.emit(Op.FloatEqual, [b.emit(Op.SignedToFloat, [integer]), number]);
    return b.emit(Op.Select, [isIndex, integer, b.int(I32, -1)]);
  }

  private memory(): void {
    const { b, around } = this;
    switch (this.random.below(4)) {
      case 0:
        b.emit(Op.FieldSet, [this.cell, this.use()], around.field);
        break;
      case 1:
        b.emit(Op.GlobalSet, [this.use()], around.global);
        break;
      case 2:
        this.define(b.emit(Op.FieldGet, [this.cell], around.field));
        break;
      default:
        this.define(b.emit(Op.GlobalGet, [], around.global));
    }
  }

  private call(): void {
    if (this.around.callees.length === 0 || this.loops > 1) return;
    const callee = this.random.pick(this.around.callees);
    const args = callee.params.slice(1).map(() => this.use());
    this.define(this.b.emit(Op.Call, [this.cell, ...args], callee.index));
  }

  private nested(body: () => void): void {
    const before = this.numbers;
    this.numbers = [...before];
    body();
    this.numbers = before;
  }

  private conditional(depth: number): void {
    const { b, fn } = this;
    const [first, second, after] = [fn.addBlock(), fn.addBlock(), fn.addBlock()];
    b.branch(this.condition(), first, second);
    const met = fn.addParameter(after, F64);
    for (const block of [first, second]) {
      b.block = block;
      this.nested(() => {
        this.statements(depth - 1);
        b.jump(after, [this.use()]);
      });
    }
    b.block = after;
    this.define(met);
  }

  /** A counter from one number to another by a step, and a value carried along; an i32 count of its own ends it in any case. */
  private loop(depth: number): void {
    const { b, fn, random } = this;
    const [header, body, after]: Block[] = [fn.addBlock(), fn.addBlock(), fn.addBlock()];
    const limit = this.use();
    b.jump(header, [this.use(), this.use(), b.int(I32, 0)]);
    const counter = fn.addParameter(header, F64);
    const carried = fn.addParameter(header, F64);
    const rounds = fn.addParameter(header, I32);
    b.block = header;
    const isBelow = b.emit(
      random.pick([Op.FloatLess, Op.FloatLessEqual, Op.FloatNotEqual]),
      random.chance(0.8) ? [counter, limit] : [limit, counter],
    );
    const isAllowed = b.emit(Op.LessSigned, [rounds, b.int(I32, 5)]);
    b.branch(b.emitTyped(Op.Select, Bool, [isBelow, isAllowed, b.int(Bool, 0)]), body, after);
    b.block = body;
    this.loops++;
    this.nested(() => {
      this.numbers.push(counter, carried);
      this.statements(depth - 1);
      const step = random.chance(0.8) ? b.float(random.pick([1, 1, 2, -1, 0.5])) : this.use();
      const next = b.emit(random.pick([Op.FloatAdd, Op.FloatAdd, Op.FloatSubtract]), [counter, step]);
      b.jump(header, [next, this.use(), b.emit(Op.Add, [rounds, b.int(I32, 1)])]);
    });
    this.loops--;
    b.block = after;
    this.define(counter);
    this.define(carried);
  }
}
