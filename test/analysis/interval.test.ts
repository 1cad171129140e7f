// Intervals hold what they must: of sets of edge values, every result of every operation lies in the interval that the operands' hulls
// give.

import test from "ava";
import { binaryIntegers, unaryInteger } from "../../compiler/analysis/integer-intervals.ts";
import {
  absoluteFloat,
  addFloats,
  divideFloats,
  type Interval,
  interval,
  multiplyFloats,
  NOTHING,
  negateFloat,
  Possibly,
  remainderOfFloats,
  roundedFloat,
  squareRootOfFloat,
  subtractFloats,
  union,
  widened,
} from "../../compiler/analysis/interval.ts";
import { evaluate, type Scalar } from "../../compiler/ir/evaluate.ts";
import { Op, ops } from "../../compiler/ir/ops.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { Random } from "../passes/random-module.ts";

const ROUNDS = 4000;
const floats = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  3,
  7,
  10,
  -10,
  0.5,
  -0.5,
  1.5,
  -1.5,
  1e-300,
  -1e-300,
  5e-324,
  255,
  65535,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 - 1,
  2 ** 32,
  2 ** 52 + 0.5,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e300,
  -1e300,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];
const ints = [
  0,
  1,
  -1,
  2,
  -2,
  3,
  5,
  7,
  10,
  31,
  32,
  33,
  100,
  -100,
  127,
  128,
  -129,
  255,
  256,
  65535,
  65536,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 30,
];
const longs = [
  ...ints.map(BigInt),
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  -(2n ** 32n),
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 62n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  63n,
  64n,
];

/** Of one value, exactly. */
function ofFloat(value: number): Interval {
  if (Number.isNaN(value)) return { ...NOTHING, flags: Possibly.NaN };
  const isFraction = Number.isFinite(value) && !Number.isInteger(value);
  return interval(value, value, (isFraction ? Possibly.Fraction : 0) | (Object.is(value, -0) ? Possibly.MinusZero : 0));
}

function holds(range: Interval, value: number): boolean {
  const single = ofFloat(value);
  return (single.flags & ~range.flags) === 0 && (Number.isNaN(value) || (range.low <= value && value <= range.high));
}

function ofInteger(value: Scalar): Interval {
  const number = Number(value);
  return Number.isSafeInteger(number) ? interval(number, number) : interval(-(2 ** 63), 2 ** 63);
}

function pickSome<T>(random: Random, items: readonly T[]): T[] {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(items));
}

const floatOperations: readonly (readonly [
  name: string,
  compute: (a: number, b: number) => number,
  of: (a: Interval, b: Interval) => Interval,
])[] = [
  ["+", (a, b) => a + b, addFloats],
  ["-", (a, b) => a - b, subtractFloats],
  ["*", (a, b) => a * b, multiplyFloats],
  ["/", (a, b) => a / b, divideFloats],
  ["%", (a, b) => a % b, remainderOfFloats],
  ["negate", (a) => -a, negateFloat],
  ["abs", (a) => Math.abs(a), absoluteFloat],
  ["sqrt", (a) => Math.sqrt(a), squareRootOfFloat],
  ["floor", (a) => Math.floor(a), (a) => roundedFloat(a, Math.floor, true)],
  ["ceil", (a) => Math.ceil(a), (a) => roundedFloat(a, Math.ceil, false)],
  ["trunc", (a) => Math.trunc(a), (a) => roundedFloat(a, Math.trunc, false)],
];

for (const [name, compute, of] of floatOperations) {
  test(`float ${name}`, (t) => {
    const random = new Random(1);
    for (let round = 0; round < ROUNDS; round++) {
      const [left, right] = [pickSome(random, floats), pickSome(random, floats)];
      const hulls = [left, right].map((values) => values.map(ofFloat).reduce(union));
      const range = of(hulls[0], hulls[1]);
      const lost = left.flatMap((a) => right.map((b) => [a, b])).find(([a, b]) => !holds(range, compute(a, b)));
      if (lost !== undefined) t.fail(`${lost.join(` ${name} `)} = ${compute(lost[0], lost[1])} is not in ${JSON.stringify(range)}`);
    }
    t.pass();
  });
}

const integerOps = Array.from({ length: Op.ShiftRightUnsigned - Op.Add + 1 }, (_, index) => (Op.Add + index) as Op);
for (const type of [ValueType.I32, ValueType.I64]) {
  for (const op of integerOps) {
    test(`${ops[op].name} of ${type === ValueType.I64 ? 64 : 32} bits`, (t) => {
      const random = new Random(2);
      const values: readonly Scalar[] = type === ValueType.I64 ? longs : ints;
      for (let round = 0; round < ROUNDS; round++) {
        const [left, right] = [pickSome(random, values), pickSome(random, values)];
        const range = binaryIntegers(op, type, left.map(ofInteger).reduce(union), right.map(ofInteger).reduce(union));
        for (const a of left) {
          for (const b of right) {
            const result = evaluate(op, type, a, b, 0);
            if (result !== undefined && !holds(range, Number(result))) t.fail(`${a} ${b}: ${result} is not in ${JSON.stringify(range)}`);
          }
        }
      }
      t.pass();
    });
  }
}

test("extensions, truncation and signs", (t) => {
  const random = new Random(3);
  const unary: readonly (readonly [Op, ValueType, readonly Scalar[]])[] = [
    ...[Op.SignExtend8, Op.SignExtend16, Op.ZeroExtend8, Op.ZeroExtend16, Op.Negate, Op.Not].map(
      (op) => [op, ValueType.I32, ints] as const,
    ),
    ...[Op.SignExtend32, Op.ZeroExtend32].map((op) => [op, ValueType.I64, ints] as const),
    [Op.Truncate, ValueType.I32, longs],
    [Op.Negate, ValueType.I64, longs],
    [Op.Not, ValueType.I64, longs],
  ];
  for (const [op, type, values] of unary) {
    for (let round = 0; round < ROUNDS; round++) {
      const some = pickSome(random, values);
      const range = unaryInteger(op, type, some.map(ofInteger).reduce(union));
      for (const value of some) {
        const result = Number(evaluate(op, type, value, 0, 0));
        if (!holds(range, result)) t.fail(`${ops[op].name} ${value}: ${result} is not in ${JSON.stringify(range)}`);
      }
    }
  }
  t.pass();
});

test("widening holds what it widens, and ends", (t) => {
  const random = new Random(4);
  for (let round = 0; round < 200; round++) {
    let range: Interval = ofFloat(random.pick(floats));
    let steps = 0;
    for (let more = 0; more < 100; more++) {
      const joined = union(range, ofFloat(random.pick(floats)));
      const next = widened(range, joined);
      t.is(JSON.stringify(union(next, joined)), JSON.stringify(next));
      if (JSON.stringify(next) !== JSON.stringify(range)) steps++;
      range = next;
    }
    t.true(steps <= 16, `${steps} steps`);
  }
});
