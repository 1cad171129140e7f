// Random module: valid IR from a seed, for comparing what it does before and after passes.
// Shapes: arithmetic of all integer and float operations, branches that meet again with values, counted loops, switches, globals, objects,
//         checks that mostly hold, calls of the functions made before. Every program ends.

import { Builder } from "../../compiler/ir/builder.ts";
import type { IrFunction, Value } from "../../compiler/ir/function.ts";
import { ClassShape, type Field, type Global, Module } from "../../compiler/ir/module.ts";
import { Op, ops, PanicKind } from "../../compiler/ir/ops.ts";
import { MemoryKind, ValueType } from "../../compiler/ir/types.ts";

/** Numbers from a seed: the same on every machine (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

const { Bool, I32, I64, F64, Ref } = {
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F64: ValueType.F64 as const,
  Ref: ValueType.Ref as const,
};
const scalarTypes = [Bool, I32, I64, F64];
const edgeInts = [0, 1, -1, 2, 3, 7, 8, 31, 32, 255, 256, 65535, 0x7fffffff, -0x80000000];
const edgeFloats = [0, -0, 1, -1, 0.5, 2, 1e10, 2 ** 31, 2 ** 32, -3.75, Number.NaN, Number.POSITIVE_INFINITY];

/** A module with functions f0, f1, ...; the last is exported as `main` and calls the others. */
export function makeRandomModule(seed: number): Module {
  const random = new Random(seed);
  const module = new Module("linux");
  const owner = module.addClass("Record", null, ClassShape.Instance);
  const fields = [MemoryKind.I32, MemoryKind.U8, MemoryKind.I64, MemoryKind.F64].map((kind, index) =>
    module.addField(owner, `field${index}`, kind),
  );
  const globals = [MemoryKind.I32, MemoryKind.I64, MemoryKind.F64, MemoryKind.I16].map((kind, index) =>
    module.addGlobal(`global${index}`, kind),
  );
  const count = 1 + random.below(4);
  for (let index = 0; index < count; index++) {
    const isMain = index === count - 1;
    const params = isMain ? [I32, I64, F64] : Array.from({ length: random.below(4) }, () => random.pick(scalarTypes));
    const fn = module.addFunction(`f${index}`, { params, result: isMain ? I64 : random.pick(scalarTypes) });
    if (isMain) fn.exportName = "main";
    else if (random.chance(0.2)) fn.inlining = "never";
    new FunctionMaker(module, fn, random, { owner: owner.index, fields, globals }).make();
  }
  return module;
}

interface Surroundings {
  readonly owner: number;
  readonly fields: readonly Field[];
  readonly globals: readonly Global[];
}

class FunctionMaker {
  private readonly b: Builder;
  private readonly random: Random;
  private readonly around: Surroundings;
  /** Values that dominate the cursor, by type. */
  private scope = new Map<ValueType, Value[]>();
  private budget: number;
  private loopDepth = 0;

  constructor(module: Module, fn: IrFunction, random: Random, around: Surroundings) {
    this.random = random;
    this.around = around;
    this.budget = 5 + random.below(40);
    this.b = new Builder(module, fn, fn.addBlock());
    for (const type of fn.params) this.define(fn.addParameter(this.b.block, type));
    this.define(this.b.emit(Op.New, [], around.owner));
  }

  make(): void {
    const { b } = this;
    this.statements(4);
    const hash = this.scopeHash();
    b.return(b.fn.result === I64 ? hash : this.convert(hash, b.fn.result));
  }

  private define(value: Value): Value {
    const type = this.b.fn.type(value);
    this.scope.set(type, [...(this.scope.get(type) ?? []), value]);
    return value;
  }

  private use(type: ValueType): Value {
    const known = this.scope.get(type) ?? [];
    return known.length === 0 || (type !== Ref && this.random.chance(0.25)) ? this.constant(type) : this.random.pick(known);
  }

  private constant(type: ValueType): Value {
    const { b, random } = this;
    if (type === F64) return b.float(random.chance(0.7) ? random.pick(edgeFloats) : random.below(1000) / 8);
    if (type === Bool) return b.int(Bool, random.below(2));
    const value = random.chance(0.7) ? random.pick(edgeInts) : random.below(2 ** 32);
    return b.int(type === I64 ? I64 : I32, type === I64 && random.chance(0.3) ? BigInt(value) * 0x1_0000_0001n : value);
  }

  private statements(depth: number): void {
    for (let count = 1 + this.random.below(6); count > 0 && this.budget > 0; count--) this.statement(depth);
  }

  private statement(depth: number): void {
    this.budget--;
    const kind = this.random.next();
    if (depth > 0 && kind < 0.12) this.conditional(depth);
    else if (depth > 0 && kind < 0.18 && this.loopDepth < 2) this.loop(depth);
    else if (depth > 0 && kind < 0.21) this.select(depth);
    else if (kind < 0.4) this.memory();
    else if (kind < 0.46) this.check();
    else if (kind < 0.52) this.call();
    else this.operation();
  }

  private operation(): void {
    const { b, random } = this;
    const op: Op = Op.Add + random.below(Op.Select + 1 - Op.Add);
    const row = ops[op];
    const type = row.of === "float" || row.operands[0] === "float" ? F64 : random.pick([I32, I64]);
    if (row.operands.some((pattern) => pattern === Ref || pattern === ValueType.F32) || [Op.AddressToRef, Op.FloatDemote].includes(op))
      return;
    // 0 or 1 only, and bits that a comparison of NaNs could tell apart.
    if (op === Op.IntToBool || op === Op.FloatToBits) return;
    const operands = row.operands.map((pattern) => this.use(typeof pattern === "number" ? pattern : type));
    const isDivision = op >= Op.DivideSigned && op <= Op.RemainderUnsigned;
    if (isDivision) operands[1] = b.emit(Op.Or, [operands[1], b.int(type as typeof I32, 1)]);
    this.define(row.result === "T" ? b.emitTyped(op, type, operands) : b.emit(op, operands));
  }

  private memory(): void {
    const { b, random, around } = this;
    const object = this.use(Ref);
    const field = random.pick(around.fields);
    const global = random.pick(around.globals);
    const operandOf = (kind: MemoryKind): Value => this.use(kind === MemoryKind.I64 ? I64 : kind === MemoryKind.F64 ? F64 : I32);
    switch (random.below(5)) {
      case 0:
        this.define(b.emit(Op.FieldGet, [object], field.index));
        break;
      case 1:
        b.emit(Op.FieldSet, [object, operandOf(field.kind)], field.index);
        break;
      case 2:
        this.define(b.emit(Op.GlobalGet, [], global.index));
        break;
      case 3:
        b.emit(Op.GlobalSet, [operandOf(global.kind)], global.index);
        break;
      default:
        this.define(b.emit(Op.New, [], around.owner));
    }
  }

  private check(): void {
    const { b, random } = this;
    const kind = random.next();
    if (kind < 0.4) b.emit(Op.CheckBounds, [b.emit(Op.And, [this.use(I32), b.int(I32, 15)]), b.int(I32, random.pick([15, 16, 17, 100]))]);
    else if (kind < 0.6) b.emit(Op.CheckNull, [this.use(Ref)]);
    else
      b.emit(
        Op.Check,
        [random.chance(0.2) ? this.use(Bool) : b.emit(Op.LessEqualUnsigned, [this.use(I32), b.int(I32, -1)])],
        PanicKind.Assertion,
      );
  }

  private call(): void {
    const { b, random } = this;
    const callees = b.module.functions.slice(0, b.fn.index);
    if (callees.length === 0) return;
    const callee = random.pick(callees);
    this.define(
      b.emit(
        Op.Call,
        callee.params.map((type) => this.use(type)),
        callee.index,
      ),
    );
  }

  /** Runs `body` at the start of a block, and gives the values of the types that it makes there; what it defined is out of scope again. */
  private inside(start: ReturnType<IrFunction["addBlock"]>, types: readonly ValueType[], body: () => void): Value[] {
    const scope = new Map([...this.scope].map(([type, values]) => [type, [...values]]));
    this.b.block = start;
    body();
    const results = types.map((type) => this.use(type));
    this.scope = scope;
    return results;
  }

  private conditional(depth: number): void {
    const { b, random } = this;
    const [ifTrue, ifFalse, after] = [b.fn.addBlock(), b.fn.addBlock(), b.fn.addBlock()];
    const types = Array.from({ length: random.below(3) }, () => random.pick(scalarTypes));
    const isOneSided = random.chance(0.3);
    const direct = isOneSided ? types.map((type) => this.use(type)) : [];
    b.branch(this.use(Bool), ifTrue, isOneSided ? after : ifFalse, [], direct);
    b.block = ifTrue;
    const first = this.inside(ifTrue, types, () => this.statements(depth - 1));
    b.jump(after, first);
    b.block = ifFalse;
    if (isOneSided) b.unreachable();
    else
      b.jump(
        after,
        this.inside(ifFalse, types, () => this.statements(depth - 1)),
      );
    b.block = after;
    for (const type of types) this.define(b.fn.addParameter(after, type));
  }

  /** A counter from a small number up to a small limit, an i32 or a number, with values carried around. */
  private loop(depth: number): void {
    const { b, random } = this;
    const [header, body, after] = [b.fn.addBlock(), b.fn.addBlock(), b.fn.addBlock()];
    const types = Array.from({ length: random.below(3) }, () => random.pick(scalarTypes));
    const isNumber = random.chance(0.5);
    const constant = (value: number): Value => (isNumber ? b.float(value) : b.int(I32, value));
    b.jump(header, [constant(random.chance(0.8) ? 0 : -random.below(3)), ...types.map((type) => this.use(type))]);
    b.block = header;
    const counter = b.fn.addParameter(header, isNumber ? F64 : I32);
    const carried = types.map((type) => b.fn.addParameter(header, type));
    const masked = random.chance(0.5) ? b.int(I32, random.below(6)) : b.emit(Op.And, [this.use(I32), b.int(I32, 7)]);
    const limit = isNumber ? b.emit(Op.SignedToFloat, [masked]) : masked;
    b.branch(b.emit(isNumber ? random.pick([Op.FloatLess, Op.FloatLessEqual]) : Op.LessSigned, [counter, limit]), body, after);
    this.loopDepth++;
    const next = this.inside(body, types, () => {
      for (const value of [counter, ...carried]) this.define(value);
      b.emit(Op.CheckBounds, [isNumber ? b.emit(Op.FloatToInt32, [counter]) : counter, masked]);
      this.statements(depth - 1);
    });
    this.loopDepth--;
    b.jump(header, [b.emit(isNumber ? Op.FloatAdd : Op.Add, [counter, constant(1)]), ...next]);
    b.block = after;
    for (const value of [counter, ...carried]) this.define(value);
  }

  private select(depth: number): void {
    const { b, random } = this;
    const targets = [b.fn.addBlock(), b.fn.addBlock(), b.fn.addBlock()];
    const after = b.fn.addBlock();
    const type = random.pick(scalarTypes);
    const value = b.emit(Op.And, [this.use(I32), b.int(I32, 3)]);
    b.switch(value, [0, 2], targets.slice(0, 2), targets[2]);
    for (const target of targets) {
      const results = this.inside(target, [type], () => this.statements(depth - 1));
      b.jump(after, results);
    }
    b.block = after;
    this.define(b.fn.addParameter(after, type));
  }

  private scopeHash(): Value {
    const { b } = this;
    let hash = b.int(I64, 17);
    for (const [type, values] of this.scope) {
      for (const value of values) {
        const word = this.word(type, value);
        if (word !== undefined) hash = b.emit(Op.Xor, [b.emit(Op.Multiply, [hash, b.int(I64, 31)]), word]);
      }
    }
    return hash;
  }

  private word(type: ValueType, value: Value): Value | undefined {
    const { b } = this;
    switch (type) {
      case I64:
        return value;
      case I32:
        return b.emit(Op.SignExtend32, [value]);
      case Bool:
        return b.emit(Op.SignExtend32, [b.emit(Op.BoolToInt, [value])]);
      case F64:
        return b.emit(Op.SignExtend32, [b.emit(Op.BoolToInt, [b.emit(Op.FloatLess, [value, b.float(1)])])]);
      default:
        return undefined;
    }
  }

  private convert(hash: Value, type: ValueType): Value {
    const { b } = this;
    if (type === F64) return b.emit(Op.Signed64ToFloat, [hash]);
    const int = b.emit(Op.Truncate, [hash]);
    return type === I32 ? int : b.emit(Op.Equal, [b.emit(Op.And, [int, b.int(I32, 1)]), b.int(I32, 1)]);
  }
}
