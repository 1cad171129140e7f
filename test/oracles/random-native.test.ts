// Random modules natively: what the interpreter says of a module as it was made, machine code must do after all passes, and without any.
// SEED and COUNT in the environment choose others.

import test from "ava";
import type { Scalar } from "../../compiler/ir/evaluate.ts";
import { Interpreter, type Outcome } from "../../compiler/ir/interpret.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { panicKindNames } from "../../compiler/ir/ops.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import type { AllocatorName } from "../../compiler/target/x64/generate.ts";
import { bitsOfDouble, compileCalls, runExecutable } from "../backend/native.ts";
import { makeRandomModule } from "../passes/random-module.ts";

const firstSeed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 25);
const PANIC_STATUS = 70;

const inputs: readonly (readonly [number, bigint, number])[] = [
  [0, 0n, 0],
  [-1, 2n ** 63n - 1n, Number.NaN],
  [0x12345678, -(2n ** 40n), -0.5],
];

/** Objects from pages of their own; every panic ends the process with one status. */
const RUNTIME = `
function "exit" (i64) -> void noreturn {
b0(%1: i64):
  %2 = const i64 231
  %3 = intrinsic i64 systemCall %2, %1, %1, %1, %1, %1, %1
  unreachable
}
function "tsm_allocate_object" (i64, i64) -> ref export "tsm_allocate_object" {
b0(%1: i64, %2: i64):
  %3 = const i64 9
  %4 = const i64 0
  %5 = const i64 3
  %6 = const i64 34
  %7 = const i64 -1
  %8 = intrinsic i64 systemCall %3, %4, %2, %5, %6, %7, %4
  %9 = const i32 1
  store i32 %8, %9
  %10 = trunc %1
  store i32 %8, %10 +4
  %11 = adopt %8
  return %11
}
function "tsm_drop_object" (i64) -> void export "tsm_drop_object" {
b0(%1: i64):
  return
}
${panicKindNames
  .map((name) => {
    const params = name === "bounds" ? ["%8: i32", "%9: i32"] : [];
    const symbol = `"tsm_panic_${name.replaceAll("-", "_")}"`;
    const types = params.map(() => "i32").join(", ");
    return `function ${symbol} (${types}) -> void export ${symbol} noreturn {\nb0(${params.join(", ")}):\n  %1 = const i64 ${PANIC_STATUS}\n  call "exit" %1\n  unreachable\n}\n`;
  })
  .join("")}`;

/** The inputs one after the other on the same globals. */
function interpretAll(module: Module): Outcome[] {
  const main = module.functionByExportName("main");
  if (main === undefined) return [];
  const interpreter = new Interpreter(module, { memoryBytes: 1 << 20, stepsMax: 100_000 });
  return inputs.map((input) => interpreter.run(main, input));
}

function runNatively(text: string, allocator: AllocatorName, isOptimised: boolean): (bigint | string)[] {
  const module = parseModule(`${text}\n${RUNTIME}`);
  const main = module.functionByExportName("main");
  runPasses(module, passes, { onlyRequired: !isOptimised });
  const calls = inputs.map(([int, long, float]) => ({ name: main?.name ?? "", args: [BigInt(int), long, bitsOfDouble(float)] }));
  const { status, signal, output } = runExecutable(compileCalls(module, calls, allocator));
  return status === 0
    ? inputs.map((_, index) => output.readBigInt64LE(index * 8))
    : [status === null ? `signal ${signal}` : `status ${status}`];
}

function expectedResults(outcomes: readonly Outcome[]): (Scalar | string | undefined)[] {
  const isPanic = outcomes.some((outcome) => outcome.kind === "failed" && outcome.message.startsWith("panic"));
  return isPanic ? [`status ${PANIC_STATUS}`] : outcomes.map((outcome) => (outcome.kind === "returned" ? outcome.value : "failed"));
}

const levels: readonly (readonly [string, AllocatorName, boolean])[] = [
  ["without passes", "spill-everything", false],
  ["after all passes", "linear-scan", true],
];
for (const [level, allocator, isOptimised] of levels) {
  test(`machine code ${level} does what the interpreter says, seeds from ${firstSeed}`, (t) => {
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const module = makeRandomModule(seed);
      const outcomes = interpretAll(module);
      if (outcomes.some((outcome) => outcome.kind === "failed" && !outcome.message.startsWith("panic"))) continue;
      try {
        t.deepEqual(runNatively(printModule(module), allocator, isOptimised), expectedResults(outcomes), `seed ${seed}`);
      } catch (error) {
        t.fail(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  });
}
