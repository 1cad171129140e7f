// Number ranges of single functions: what loops, branches, checks and operations say of a value.

import test from "ava";
import { isIntegral } from "../../compiler/analysis/interval.ts";
import { NumberRanges } from "../../compiler/analysis/number-ranges.ts";
import { ProgramRanges } from "../../compiler/analysis/program-ranges.ts";
import { anythingOf, type ProgramFacts } from "../../compiler/analysis/range-transfer.ts";
import { Op } from "../../compiler/ir/ops.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { ValueType } from "../../compiler/ir/types.ts";

const nothingKnown: ProgramFacts = {
  parameter: (fn, index) => anythingOf(fn.params[index]),
  result: (fn) => anythingOf(fn.result),
  field: () => anythingOf(ValueType.F64),
  global: () => anythingOf(ValueType.F64),
};

/** Of the value where it is defined, or as the named instruction finds it. */
function rangeOf(text: string, value: number, at?: Op): string {
  const module = parseModule(`module linux\n\n${text}\n`);
  const fn = module.functions[module.functions.length - 1];
  const ranges = new NumberRanges(module, fn, nothingKnown);
  const nobody = (): void => undefined;
  ranges.solve(nobody);
  ranges.refine(nobody);
  let range = ranges.of(value);
  if (at !== undefined)
    ranges.visit((inst, _block, scope) => {
      if (fn.op(inst) === at) range = scope.rangeOf(value);
    });
  return isIntegral(range) ? `${range.low}..${range.high}${range.flags === 0 ? "" : " or -0"}` : "none";
}

const COUNTER = `function "f" (ref) -> f64 {
b0(%1: ref):
  %2 = const f64 0
  %3 = const f64 1
  %4 = array.length %1
  %5 = sitof %4
  jump b1(%2)
b1(%6: f64):
  %7 = flt %6, %5
  branch %7, b2(), b3()
b2():
  %8 = fadd f64 %6, %3
  %9 = fmul f64 %6, %6
  jump b1(%8)
b3():
  return %6
}`;

test("a counter below a length stays an int32", (t) => {
  t.is(rangeOf(COUNTER, 6), "0..2147483647");
  t.is(rangeOf(COUNTER, 6, Op.FloatAdd), "0..2147483646");
  t.is(rangeOf(COUNTER, 8), "1..2147483647");
});

test("a counter below a constant ends there", (t) => {
  const counter = COUNTER.replace("%5 = sitof %4", "%5 = const f64 1000");
  t.is(rangeOf(counter, 6), "0..1000");
  t.is(rangeOf(counter, 6, Op.Return), "1000..1000");
  t.is(rangeOf(counter, 9), `0..${999 * 999}`);
});

test("a counter that nothing holds back has no bound", (t) => {
  t.is(rangeOf(COUNTER.replace("flt %6, %5", "feq %5, %5"), 6), "0..Infinity");
});

const straight = (lines: string): string =>
  `function "f" (i32, i32, f64, ref) -> void {\nb0(%1: i32, %2: i32, %30: f64, %31: ref):\n${lines}\n  return\n}`;

test("a product that may be -0 says so", (t) => {
  const product = (low: string): string => straight(`  %3 = zext8 %1\n  %4 = sitof %3\n  ${low}\n  %6 = sitof %5\n  %7 = fmul f64 %4, %6`);
  t.is(rangeOf(product("%5 = sext8 %2"), 7), `${-128 * 255}..${127 * 255} or -0`);
  t.is(rangeOf(product("%5 = zext16 %2"), 7), `0..${255 * 65535}`);
});

test("minus zero and fractions are no plain integers", (t) => {
  t.is(rangeOf(straight("  %3 = const f64 -0"), 3), "0..0 or -0");
  t.is(rangeOf(straight("  %3 = const f64 0.5"), 3), "none");
  t.is(rangeOf(straight("  %3 = const f64 -7"), 3), "-7..-7");
});

test("rounding a quotient gives an integer between the rounded bounds", (t) => {
  const lines = "  %3 = zext8 %1\n  %4 = sitof %3\n  %5 = const f64 0.5\n  %6 = fmul f64 %4, %5\n  %7 = ffloor f64 %6";
  t.is(rangeOf(straight(lines), 6), "none");
  t.is(rangeOf(straight(lines), 7), "0..127");
});

test("a number that passed a bounds check as an index is one", (t) => {
  const lines = `  %4 = ftoi32 %30
  %5 = sitof %4
  %6 = feq %5, %30
  %7 = const i32 -1
  %8 = select i32 %6, %4, %7
  %9 = array.length %31
  check.bounds %8, %9
  %11 = sext8 %1`;
  t.is(rangeOf(straight(lines), 30), "none");
  t.is(rangeOf(straight(lines), 30, Op.SignExtend8), "0..2147483646 or -0");
});

const PROGRAM = `module linux

global "seed" f64

function "next" () -> f64 {
b0():
  %1 = global.get f64 "seed"
  %2 = ftoi32 %1
  %3 = const i32 5
  %4 = add i32 %2, %3
  %5 = uitof %4
  global.set "seed" %5
  return %5
}

function "count" (f64) -> f64 {
b0(%1: f64):
  %2 = const f64 0
  %3 = fle %1, %2
  branch %3, b1(), b2()
b1():
  return %2
b2():
  %4 = const f64 1
  %5 = fsub f64 %1, %4
  %6 = call f64 "count" %5
  return %6
}

function "main" (f64) -> f64 export "main" {
b0(%1: f64):
  %2 = const f64 100
  %3 = call f64 "count" %2
  %4 = call f64 "next"
  return %4
}
`;

test("calls, results and globals bound each other", (t) => {
  const module = parseModule(PROGRAM);
  const ranges = new ProgramRanges(module);
  const [next, count, main] = module.functions;
  const text = ({ low, high }: { low: number; high: number }): string => `${low}..${high}`;
  t.is(text(ranges.global(0)), `0..${2 ** 32 - 1}`);
  t.is(text(ranges.result(next)), `0..${2 ** 32 - 1}`);
  t.is(text(ranges.parameter(count, 0)), "0..100");
  t.is(text(ranges.result(count)), "0..0");
  t.is(text(ranges.parameter(main, 0)), "-Infinity..Infinity");
});
