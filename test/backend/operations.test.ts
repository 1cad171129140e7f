// Every operation without effects, natively, against ir/evaluate.ts: all types of its row, edge values, operands in registers
// and as constants.

import test from "ava";
import { Builder } from "../../compiler/ir/builder.ts";
import { evaluate, type Scalar } from "../../compiler/ir/evaluate.ts";
import type { Value } from "../../compiler/ir/function.ts";
import { Module } from "../../compiler/ir/module.ts";
import { Aux, Effect, Op, type OpRow, ops, type TypePattern } from "../../compiler/ir/ops.ts";
import { ValueType, valueTypeNames } from "../../compiler/ir/types.ts";
import { ALLOCATORS, bitsOfDouble, bitsOfSingle, doubleOfBits, type NativeCall, runCalls } from "./native.ts";

const { Bool, I32, I64, F32, F64, Ref } = {
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F32: ValueType.F32 as const,
  F64: ValueType.F64 as const,
  Ref: ValueType.Ref as const,
};

const INTS = [
  0,
  1,
  -1,
  2,
  3,
  5,
  7,
  8,
  31,
  32,
  33,
  127,
  128,
  255,
  256,
  -128,
  -129,
  32767,
  32768,
  65535,
  65536,
  1 << 30,
  0x7fff_ffff,
  -0x8000_0000,
  -0x7fff_ffff,
];
const LONGS = [
  ...[0, 1, -1, 2, 3, 9, 16, 63, 64, 127, 128, -128, 0x7fff_ffff, -0x8000_0000].map(BigInt),
  0x8000_0000n,
  0xffff_ffffn,
  0x1_0000_0000n,
  -0x8000_0001n,
  0x7fff_ffff_ffff_ffffn,
  -0x8000_0000_0000_0000n,
  -0x7fff_ffff_ffff_ffffn,
  0x0020_0000_0000_0001n,
  0x7fff_ffff_ffff_fbffn,
  0x1234_5678_9abc_def0n,
];
const DOUBLES = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  1e-320,
  4.9e-324,
  1e300,
  -1e300,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 32 + 5,
  2 ** 52 + 0.5,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  -(2 ** 63),
  2 ** 63 + 2048,
  2 ** 64,
  2 ** 64 + 4096,
  -(2 ** 64) - 4096,
  1e20,
  -1e20,
  2 ** 83,
  2 ** 116,
  2 ** 117,
  Infinity,
  -Infinity,
  NaN,
  Math.PI,
  4294967295.7,
  -4294967295.7,
];
const EDGES: Readonly<Record<number, readonly Scalar[]>> = {
  [Bool]: [0, 1],
  [I32]: INTS,
  [I64]: LONGS,
  [F32]: DOUBLES.map(Math.fround),
  [F64]: DOUBLES,
  [Ref]: [0, 0x1000, 0x7fff_fff0],
};

function typesOf(row: OpRow): readonly ValueType[] {
  switch (row.result === "T" ? row.of : undefined) {
    case "int":
      return [I32, I64];
    case "float":
      return [F32, F64];
    case "any":
      return [Bool, I32, I64, F32, F64, Ref];
    default:
      return comparedTypes(row.operands[0]);
  }
}

function comparedTypes(pattern: TypePattern): readonly ValueType[] {
  if (pattern === "int") return [I32, I64];
  if (pattern === "float") return [F32, F64];
  return pattern === "any" ? [Bool, I32, I64, Ref] : [pattern as ValueType];
}

interface Shape {
  readonly op: Op;
  readonly operands: readonly ValueType[];
  readonly result: ValueType;
}

/** Each operation with each choice of types. */
function shapes(): Shape[] {
  const found: Shape[] = [];
  ops.forEach((row, op) => {
    const isPure = row.effects === Effect.None || row.effects === Effect.Trap;
    if (!isPure || row.aux !== Aux.None || row.level !== "low" || row.operands.length === 0) return;
    for (const type of typesOf(row)) {
      const operands = row.operands.map((pattern) => (typeof pattern === "number" ? pattern : type));
      found.push({ op, operands, result: row.result === "T" ? type : (row.result as ValueType) });
    }
  });
  return found;
}

function bitsOf(type: ValueType, value: Scalar): bigint {
  if (type === F64) return bitsOfDouble(Number(value));
  if (type === F32) return bitsOfSingle(Number(value));
  return BigInt.asUintN(type === I32 || type === Bool ? 32 : 64, BigInt(value));
}

function constant(builder: Builder, type: ValueType, value: Scalar): Value {
  if (type === F32 || type === F64) return builder.float(Number(value), type);
  if (type !== Ref) return builder.int(type as typeof I32, value);
  const result = builder.nullRef();
  builder.fn.setImmediate(result, value);
  return result;
}

/** One case in so many is tried with constants too; prime to the number of edge values, so that each is met. */
const CONSTANT_STEP = 7;

interface Case extends NativeCall {
  readonly expected: bigint;
  readonly isNotNumber: boolean;
}

/** A function for the shape in which the operands of the mask are constants, the others parameters. */
function addFunction(module: Module, name: string, shape: Shape, values: readonly Scalar[], constantMask: number): void {
  const params = shape.operands.filter((_, index) => (constantMask & (1 << index)) === 0);
  const fn = module.addFunction(name, { params, result: shape.result });
  const block = fn.addBlock();
  const builder = new Builder(module, fn, block);
  const operands = shape.operands.map((type, index) =>
    (constantMask & (1 << index)) === 0 ? fn.addParameter(block, type) : constant(builder, type, values[index]),
  );
  builder.return(builder.emitTyped(shape.op, shape.result, operands));
}

function tuples(operands: readonly ValueType[]): Scalar[][] {
  const isTernary = operands.length > 2;
  let result: Scalar[][] = [[]];
  for (const type of operands) {
    const edges = isTernary ? EDGES[type].slice(0, 4) : EDGES[type];
    result = result.flatMap((tuple) => edges.map((value) => [...tuple, value]));
  }
  return result;
}

function isRequired({ op }: Shape, [first, second]: readonly Scalar[]): boolean {
  if (op === Op.IntToBool) return first === 0 || first === 1;
  // evaluate holds a reference as a number.
  if (op === Op.AddressToRef) return Number.isSafeInteger(Number(first));
  return ![Op.DivideSigned, Op.DivideUnsigned, Op.RemainderSigned, Op.RemainderUnsigned].includes(op) || Number(second) !== 0;
}

function addCases(module: Module, cases: Case[], shape: Shape): void {
  const title = `${ops[shape.op].name} ${shape.operands.map((type) => valueTypeNames[type]).join(" ")}`;
  addFunction(module, title, shape, [], 0);
  for (const values of tuples(shape.operands)) {
    if (!isRequired(shape, values)) continue;
    const [a, b = 0, c = 0] = values;
    const result = evaluate(shape.op, shape.result, a, b, c);
    if (result === undefined) throw new Error(`evaluate has no result for ${title}`);
    const expected = bitsOf(shape.result, result);
    const isNotNumber = typeof result === "number" && Number.isNaN(result);
    const args = values.map((value, index) => bitsOf(shape.operands[index], value));
    cases.push({ name: title, args, expected, isNotNumber });
    if (shape.operands.length === 1 || isFloatOperation(shape) || cases.length % CONSTANT_STEP !== 0) continue;
    // With a constant on the left and on the right: other insts are selected.
    for (const mask of [1, 2]) {
      if (shape.operands[mask - 1] === Ref && values[mask - 1] !== 0) continue;
      const name = `${title} ${mask} ${cases.length}: ${values.join(", ")}`;
      addFunction(module, name, shape, values, mask);
      cases.push({ name, args: args.filter((_, index) => (mask & (1 << index)) === 0), expected, isNotNumber });
    }
  }
}

function isFloatOperation({ operands }: Shape): boolean {
  return operands[0] === F32 || operands[0] === F64;
}

for (const allocator of ALLOCATORS) {
  test(`${allocator}: every operation computes what evaluate says`, (t) => {
    const module = new Module("linux");
    const cases: Case[] = [];
    for (const shape of shapes()) addCases(module, cases, shape);
    const results = runCalls(module, cases, allocator, false);
    const wrong = cases.flatMap((item, index) => {
      const isSame = item.isNotNumber
        ? Number.isNaN(doubleOfBits(results[index])) || (results[index] & 0x7f80_0000n) === 0x7f80_0000n
        : results[index] === item.expected;
      return isSame
        ? []
        : [
            `${item.name}(${item.args.map((arg) => arg.toString(16)).join(", ")}) = ${results[index].toString(16)}, not ${item.expected.toString(16)}`,
          ];
    });
    t.deepEqual(wrong.slice(0, 20), []);
    t.true(cases.length > 5000);
  });
}
