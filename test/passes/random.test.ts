// Random modules through the passes: the interpreter must see the same result, failure and globals before and after. SEED and COUNT in the
// environment choose others; a failure names its seed and the first pass after which the result differs.

import test from "ava";
import type { Scalar } from "../../compiler/ir/evaluate.ts";
import { Interpreter } from "../../compiler/ir/interpret.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import { makeRandomModule } from "./random-module.ts";

const firstSeed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 150);

const inputs: readonly (readonly Scalar[])[] = [
  [0, 0n, 0],
  [-1, 2n ** 63n - 1n, Number.NaN],
  [0x12345678, -(2n ** 40n), -0.5],
];

/** What the module does with each input, globals included, as text. */
function behaviour(module: Module): string {
  const main = module.functionByExportName("main");
  if (main === undefined) return "no main";
  return inputs
    .map((input) => {
      const interpreter = new Interpreter(module, { memoryBytes: 1 << 20, stepsMax: 200_000 });
      const outcome = interpreter.run(main, input);
      const globals = module.globals.map((global) => interpreter.memory.load(global.kind, interpreter.memory.globals[global.index]));
      const result = outcome.kind === "returned" ? String(outcome.value) : outcome.kind === "failed" ? outcome.message : "";
      return `${outcome.kind} ${result} [${globals.map((value) => (Object.is(value, -0) ? "-0" : String(value))).join()}]`;
    })
    .join("; ");
}

/** The name of the first pass after which the module does something else. */
function guiltyPass(seed: number, wanted: string): string {
  for (const pass of passes) {
    const module = makeRandomModule(seed);
    runPasses(module, passes, { stopAfter: pass.name });
    if (behaviour(module) !== wanted) return pass.name;
  }
  return "none";
}

test(`random modules do the same after all passes, seeds from ${firstSeed}`, (t) => {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const plain = makeRandomModule(seed);
    t.deepEqual(verifyModule(plain), [], `seed ${seed}`);
    const wanted = behaviour(plain);
    if (wanted.includes("no end") || wanted.includes("is full")) continue;
    const optimised = makeRandomModule(seed);
    try {
      runPasses(optimised, passes);
    } catch (error) {
      t.fail(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const found = behaviour(optimised);
    if (found !== wanted) t.fail(`seed ${seed}: ${found}, not ${wanted}; wrong after ${guiltyPass(seed, wanted)}`);
  }
  t.pass();
});

test("random modules do the same with any single pass switched off", (t) => {
  passes.forEach((pass, index) => {
    const seed = firstSeed + index;
    const module = makeRandomModule(seed);
    const wanted = behaviour(module);
    if (wanted.includes("no end") || wanted.includes("is full")) return;
    runPasses(module, passes, { off: new Set([pass.name]) });
    t.is(behaviour(module), wanted, `seed ${seed} without ${pass.name}`);
  });
});

test("random modules read back as they were printed", (t) => {
  for (let seed = firstSeed; seed < firstSeed + 20; seed++) {
    const text = printModule(makeRandomModule(seed));
    const parsed = parseModule(text);
    t.is(printModule(parsed), text, `seed ${seed}`);
    t.is(behaviour(parsed), behaviour(makeRandomModule(seed)), `seed ${seed}`);
  }
});
