// Random programs: TypeScript from a seed does the same on Node, plain and optimised, and what once was found wrong is right.
// SEED, COUNT and POLICY in the environment choose others; `npm run fuzz -- programs` goes on for long.

import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import test from "ava";
import { tryPack } from "../../scripts/fuzz/programs/pack-trial.ts";
import { policyNames } from "../../scripts/fuzz/programs/policies.ts";
import { makeRandomProgram, programName } from "../../scripts/fuzz/programs/random-program.ts";
import { foundBefore } from "./found-before.ts";

declare const REPOSITORY_ROOT: string;

const firstSeed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 6);
const folder = join(REPOSITORY_ROOT, "build", "test", "random-programs");

for (const policy of policyNames.filter((name) => (process.env.POLICY ?? name) === name)) {
  test.serial(`random programs, policy ${policy}, seeds from ${firstSeed}`, async (t) => {
    await nextTurn();
    const seeds = Array.from({ length: count }, (_, index) => firstSeed + index);
    seeds.push(...foundBefore.filter((found) => found.policy === policy).map((found) => found.seed));
    const programs = seeds.map((seed) => ({
      name: programName(seed),
      text: makeRandomProgram(seed, policy),
      isMachine: policy === "machine",
    }));
    const outcomes = tryPack(programs, join(folder, policy));
    t.is(outcomes.size, new Set(seeds).size);
    let alike = 0;
    for (const [name, outcome] of outcomes) {
      if (outcome.kind === "alike") alike++;
      // What TypeScript itself refuses is a program that the generator should not have made, no fault of the compiler.
      else if (outcome.kind !== "refused" || !/: TSM1001: /.test(outcome.detail)) t.fail(`${name}: ${outcome.detail}`);
    }
    t.true(alike >= 0.8 * outcomes.size, `${alike} of ${outcomes.size} programs could be compared`);
  });
}

test("a seed always makes the same program, and another seed another", (t) => {
  t.is(makeRandomProgram(7, "mixed"), makeRandomProgram(7, "mixed"));
  t.not(makeRandomProgram(7, "mixed"), makeRandomProgram(8, "mixed"));
});
