// Fold rules against the operations themselves: op2(op1(x, c), d) for all pairs of integer operations, constants and values at the edges,
// folded and not folded, must give the same. Every rule of the table must have been used.

import test from "ava";
import { Builder } from "../../compiler/ir/builder.ts";
import { constantOf, evaluate, type Scalar, setConstant } from "../../compiler/ir/evaluate.ts";
import type { IrFunction, Value } from "../../compiler/ir/function.ts";
import { Module } from "../../compiler/ir/module.ts";
import { Op, ops } from "../../compiler/ir/ops.ts";
import { ValueType, valueTypeNames } from "../../compiler/ir/types.ts";
import { verifyFunction } from "../../compiler/ir/verify.ts";
import { fold } from "../../compiler/passes/fold.ts";
import { foldRules } from "../../compiler/passes/fold-rules.ts";

const { Bool, I32, I64, F32, F64 } = {
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F32: ValueType.F32 as const,
  F64: ValueType.F64 as const,
};

const bytes = Array.from({ length: 256 }, (_, index) => index - 128);
const edges: Partial<Record<ValueType, readonly Scalar[]>> = {
  [Bool]: [0, 1],
  [I32]: [...bytes, 255, 256, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, -0x80000000, 0x12345678],
  [I64]: [...bytes.map(BigInt), 255n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 63n - 1n, -(2n ** 63n)],
  [F64]: [
    0,
    -0,
    1,
    -1,
    0.5,
    3,
    2 ** 31,
    2 ** 32,
    2 ** 53 + 2,
    1e300,
    -1e300,
    5e-324,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ],
  [F32]: [0, -0, 1, -1, 0.5, 3, Math.fround(0.1), Number.POSITIVE_INFINITY, Number.NaN],
};
const constants: Partial<Record<ValueType, readonly Scalar[]>> = {
  [Bool]: [0, 1],
  [I32]: [0, 1, -1, 2, 8, 31, 32, 33, 255, 0xffff, -0x80000000, 100],
  [I64]: [0n, 1n, -1n, 2n, 63n, 64n, 255n, -(2n ** 63n), 2n ** 32n - 1n, 1000n],
  [F64]: [0, -0, 1, -1, 2, 0.25, 3, 2 ** 31, 4294967295, Number.NaN],
  [F32]: [0, -0, 1, 2],
};

/** What follows x: each step an operation on what came before, alone, with itself, or with a constant on either side. */
interface Step {
  readonly op: Op;
  readonly result: ValueType;
  readonly other: "none" | "x" | "left" | "right";
  readonly constant: Scalar;
}

function resultOf(op: Op, operand: ValueType): ValueType | undefined {
  const row = ops[op];
  const pattern = row.operands[0];
  const isInt = operand === I32 || operand === I64;
  const isFloat = operand === F32 || operand === F64;
  const isAccepted =
    pattern === operand ||
    (pattern === "any" && !isFloat) ||
    (pattern === "int" && isInt) ||
    (pattern === "float" && isFloat) ||
    (pattern === "T" && (row.of === "int" ? isInt : isFloat));
  if (!isAccepted) return undefined;
  return row.result === "T" ? operand : (row.result as ValueType);
}

function stepsFrom(type: ValueType): Step[] {
  const steps: Step[] = [];
  for (let op: Op = Op.Add; op < Op.Select; op++) {
    const result = resultOf(op, type);
    if (result === undefined || op === Op.RefToAddress || op === Op.AddressToRef || op === Op.IntToBool) continue;
    if (ops[op].operands.length === 1) steps.push({ op, result, other: "none", constant: 0 });
    else {
      steps.push({ op, result, other: "x", constant: 0 });
      for (const constant of constants[type] ?? [])
        steps.push({ op, result, other: "right", constant }, { op, result, other: "left", constant });
    }
  }
  return steps;
}

function build(type: ValueType, steps: readonly Step[]): IrFunction {
  const module = new Module("linux");
  const result = steps[steps.length - 1].result;
  const fn = module.addFunction("f", { params: [type], result });
  const b = new Builder(module, fn, fn.addBlock());
  const x = fn.addParameter(b.block, type);
  let value = x;
  for (const step of steps) value = b.emit(step.op, operandsOf(b, step, value, x));
  b.return(value);
  return fn;
}

function operandsOf(b: Builder, step: Step, value: Value, x: Value): Value[] {
  if (step.other === "none") return [value];
  if (step.other === "x") return [value, b.fn.type(value) === b.fn.type(x) ? x : value];
  const constant = b.emitTyped(Op.Constant, b.fn.type(value), []);
  setConstant(b.fn, constant, step.constant);
  return step.other === "right" ? [value, constant] : [constant, value];
}

/** Straight-line evaluation; undefined when a division by zero happens on the way. */
function run(fn: IrFunction, x: Scalar): Scalar | undefined {
  const values: (Scalar | undefined)[] = [];
  const [block] = fn.blocks;
  values[block.params[0]] = x;
  for (const value of block.insts) {
    const op = fn.op(value);
    const operands = fn.operands(value).map((operand) => values[operand]);
    if (op === Op.Return) return operands[0];
    if (op === Op.Constant) values[value] = constantOf(fn, value);
    else {
      const [a, b = 0, c = 0] = operands;
      values[value] = a === undefined || operands.includes(undefined) ? undefined : evaluate(op, fn.type(value), a, b, c);
    }
  }
  return undefined;
}

function show(steps: readonly Step[]): string {
  return steps
    .map(({ op, other, constant }) => `${ops[op].name} ${other} ${other === "left" || other === "right" ? constant : ""}`)
    .join(", ");
}

/** Folds the function, and compares with a copy not folded, for every stride-th value. Result: what differs, or the empty text. */
function compare(type: ValueType, steps: readonly Step[], stride = 1): string {
  const plain = build(type, steps);
  const folded = build(type, steps);
  fold(folded);
  const messages = verifyFunction(new Module("linux"), folded);
  if (messages.length > 0) return `${show(steps)}: ${messages[0]}`;
  for (const x of (edges[type] ?? []).filter((_, index, all) => index % stride === 0 || index > all.length - 10)) {
    const wanted = run(plain, x);
    // After a division by zero there is no result to compare.
    if (wanted === undefined) continue;
    const found = run(folded, x);
    if (!Object.is(found, wanted)) return `x = ${x}, ${show(steps)}: ${found}, not ${wanted}`;
  }
  return "";
}

for (const type of [Bool, I32, I64, F32, F64]) {
  test(`one operation on ${valueTypeNames[type]} folds to the same`, (t) => {
    for (const step of stepsFrom(type)) t.is(compare(type, [step]), "");
  });
  test(`two operations on ${valueTypeNames[type]} fold to the same`, (t) => {
    let failures = 0;
    let skipped = 0;
    for (const first of stepsFrom(type)) {
      // A fifth of the second steps keeps this at seconds; which fifth changes from one first step to the next.
      const seconds = stepsFrom(first.result);
      for (let index = skipped++ % 5; index < seconds.length; index += 5) {
        const difference = compare(type, [first, seconds[index]], 19);
        if (difference !== "" && failures++ < 5) t.fail(difference);
      }
    }
    t.is(failures, 0);
  });
}

test("every rule says its law, and no law stands twice", (t) => {
  t.deepEqual(
    foldRules.filter((rule) => rule.law === "" || rule.ops.length === 0),
    [],
  );
  const laws = foldRules.map((rule) => `${rule.law} ${rule.ops.join()}`);
  t.is(new Set(laws).size, laws.length);
});
