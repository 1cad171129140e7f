// Narrowing changes no result: modules of integer-like numbers do the same before and after narrowing, and after all passes.
// SEED and COUNT in the environment choose others.

import test from "ava";
import { Interpreter } from "../../compiler/ir/interpret.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { narrowNumbers } from "../../compiler/passes/narrow-numbers.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import { makeNumberModule } from "./number-module.ts";

const firstSeed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 300);

const inputs = [
  [0, 0],
  [1, -1],
  [-(2 ** 31), 2 ** 31 - 1],
  [1000, 12345678],
] as const;

function behaviour(module: Module): string {
  const main = module.functionByExportName("main");
  if (main === undefined) return "no main";
  const interpreter = new Interpreter(module, { memoryBytes: 1 << 20, stepsMax: 100_000 });
  return inputs
    .map((input) => {
      const outcome = interpreter.run(main, input);
      return outcome.kind === "returned" ? String(outcome.value) : outcome.kind === "failed" ? outcome.message : outcome.kind;
    })
    .join();
}

/** How many additions, comparisons and the like of f64 there are. */
function countFloats(module: Module): number {
  const isFloat = (fn: Module["functions"][number], value: number): boolean =>
    fn.operands(value).some((operand) => fn.type(operand) === ValueType.F64);
  return module.functions.flatMap((fn) => fn.blocks.flatMap((block) => block.insts.filter((value) => isFloat(fn, value)))).length;
}

test(`modules of numbers do the same narrowed, seeds from ${firstSeed}`, (t) => {
  let before = 0;
  let after = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const plain = makeNumberModule(seed);
    t.deepEqual(verifyModule(plain), [], `seed ${seed}`);
    const wanted = behaviour(plain);
    if (wanted.includes("no end")) continue;
    const narrowed = makeNumberModule(seed);
    narrowNumbers(narrowed);
    t.deepEqual(verifyModule(narrowed), [], `seed ${seed}, narrowed`);
    if (behaviour(narrowed) !== wanted) t.fail(`seed ${seed}: ${behaviour(narrowed)}, not ${wanted}, narrowed`);
    const optimised = makeNumberModule(seed);
    runPasses(optimised, passes, { stopAfter: "dead-code-narrowed", off: new Set(["narrow"]) });
    before += countFloats(optimised);
    const all = makeNumberModule(seed);
    runPasses(all, passes);
    after += countFloats(all);
    if (behaviour(all) !== wanted) t.fail(`seed ${seed}: ${behaviour(all)}, not ${wanted}, after all passes`);
  }
  // The modules are such that there is something to narrow.
  t.true(after < 0.9 * before, `${after} of ${before}`);
});
