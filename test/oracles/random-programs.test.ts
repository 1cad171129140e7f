// Random programs: TypeScript from a seed does the same on Node, in the interpreter before and after all passes, and as a Linux executable.
// SEED and COUNT in the environment choose others; a failure leaves its program in build/test/language/random-SEED.ts.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import test from "ava";
import { expectedBehaviours, interpreted, loadModule, native, passed } from "./program-runs.ts";
import { makeRandomProgram } from "./random-program.ts";

declare const REPOSITORY_ROOT: string;

const firstSeed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 4);
const folder = join(REPOSITORY_ROOT, "build", "test", "language");

for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  test.serial(`random program of seed ${seed}`, async (t) => {
    await nextTurn();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `random-${seed}.ts`);
    writeFileSync(file, makeRandomProgram(seed));
    const module = loadModule(file);
    if (typeof module === "string") {
      t.fail(module);
      return;
    }
    const expected = expectedBehaviours([file]).get(file);
    t.deepEqual(interpreted(module), expected, "interpreted as lowered by the front end");
    const optimised = passed(module, "optimised");
    t.deepEqual(interpreted(optimised), expected, "interpreted after all passes");
    t.deepEqual(native(optimised, file, "optimised"), expected, "compiled with optimisation");
    t.deepEqual(native(passed(module, "plain"), file, "plain"), expected, "compiled without optimisation");
  });
}
