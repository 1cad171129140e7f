// Mutated sources: a short run of the campaign that `npm run fuzz -- sources` runs for long, and what it has found before.
// SEED and SECONDS in the environment choose others.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { tryProgram } from "../../scripts/fuzz/mutant-trial.ts";
import { mutateSource, tokensOf } from "../../scripts/fuzz/mutate-source.ts";
import { Random } from "../../scripts/fuzz/random.ts";
import { runSourceCampaign } from "../../scripts/fuzz/source-campaign.ts";

declare const REPOSITORY_ROOT: string;

const programs = join(REPOSITORY_ROOT, "test", "fuzz", "programs");

for (const name of readdirSync(programs)) {
  test(`found before: ${name.replace(/\.ts$/, "")}`, (t) => {
    t.deepEqual(tryProgram(join(programs, name), "linux", join(REPOSITORY_ROOT, "build", "test", "fuzz")), { kind: "ran like Node" });
  });
}

test("mutants get an answer, and what compiles does the same at every level and on Node", (t) => {
  const seed = Number(process.env.SEED ?? 1);
  t.log(`seed ${seed}`);
  const { counts, finds } = runSourceCampaign(seed, Number(process.env.SECONDS ?? 10), () => {});
  t.deepEqual(finds, []);
  t.true([...counts.values()].reduce((sum, count) => sum + count, 0) > 0);
});

test("a seed always makes the same mutant", (t) => {
  const food = { file: "/a.ts", text: `const x = \`a\${[1, 2].map((y) => y * 3)}b\`;\nconsole.log(x);\n` };
  const mutants = (seed: number): string[] => Array.from({ length: 20 }, (_, index) => mutateSource(new Random(seed + index), [food], "/"));
  t.deepEqual(mutants(1), mutants(1));
  t.true(new Set(mutants(1)).size > 10);
});

test("tokens put together again are the text, but for what follows the last", (t) => {
  const text = `const s = \`a\${ {b: \`c\${1}d\`}.b }e\`; // end\nlet n = 1`;
  t.is(
    tokensOf(text)
      .map((token) => token.space + token.text)
      .join(""),
    text,
  );
});
