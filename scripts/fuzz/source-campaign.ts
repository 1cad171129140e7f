// Source campaign: mutants of the programs in this repository and of other TypeScript, one after the other, each on trial.
// Invariant: everything follows from the seed; a find names its mutant's file, which is kept.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "../../compiler/ir/module.ts";
import { acceptedByTypeScript, tryProgram, type Verdict } from "./mutant-trial.ts";
import { mutateSource } from "./mutate-source.ts";
import { Random } from "./random.ts";
import { TimeOut, withinTime } from "./time-limit.ts";

declare const REPOSITORY_ROOT: string;

/** Foreign text is there for its syntax: other people's habits. */
const FOODS = [
  "test/language",
  "test/runtime/programs",
  "runtime/core",
  "runtime/user",
  "daemons",
  "programs",
  "kernel",
  "node_modules/typescript/lib/lib.es5.d.ts",
  "node_modules/assemblyscript/std/assembly",
  "node_modules/glob/src",
];
/** More of what compiles as it stands. */
const FAVOURITES = ["test/language"];
const FAVOURITE_WEIGHT = 4;
const FOOD_SIZE_MAX = 40_000;
const BATCH = 6;
const BATCH_TIME_MAX_MS = 60_000;
const profiles: readonly Profile[] = ["linux", "linux", "linux", "linux", "program", "kernel"];

export interface Find {
  readonly file: string;
  readonly profile: Profile;
  readonly what: string;
  readonly detail: string;
}

export interface CampaignReport {
  readonly counts: ReadonlyMap<string, number>;
  readonly finds: readonly Find[];
}

interface Food {
  readonly file: string;
  readonly text: string;
}

/** Programs with an output of their own use what the Node that runs them may not have. */
function readFoods(): Food[] {
  return FOODS.flatMap((path) => {
    const files = path.endsWith(".ts")
      ? [path]
      : readdirSync(join(REPOSITORY_ROOT, path), { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
    const foods = files
      .filter((file) => file.endsWith(".ts") && !existsSync(join(REPOSITORY_ROOT, file.replace(/\.ts$/, ".out"))))
      .sort()
      .map((file) => ({ file: join(REPOSITORY_ROOT, file), text: readFileSync(join(REPOSITORY_ROOT, file), "utf8") }))
      .filter(({ text }) => text.length <= FOOD_SIZE_MAX || path.endsWith(".ts"));
    return FAVOURITES.includes(path) ? Array.from({ length: FAVOURITE_WEIGHT }, () => foods).flat() : foods;
  });
}

/** Runs trials for so many seconds; `onFind` hears of each fault of the compiler as it is found. */
export function runSourceCampaign(seed: number, seconds: number, onFind: (find: Find) => void): CampaignReport {
  const folder = join(REPOSITORY_ROOT, "build", "fuzz", `sources-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const random = new Random(seed);
  const foods = readFoods();
  const counts = new Map<string, number>();
  const finds: Find[] = [];
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const end = performance.now() + seconds * 1000;
  for (let batch = 0; performance.now() < end; batch++) {
    const profile = random.pick(profiles);
    const files = Array.from({ length: BATCH }, (_, index) => join(folder, `mutant-${batch}-${index}.ts`));
    for (const file of files) writeFileSync(file, mutateSource(random, foods, folder));
    const accepted = acceptedOf(files, profile);
    for (const file of files) {
      const verdict: Verdict = accepted.has(file) ? tryProgram(file, profile, folder) : { kind: "refused by TypeScript" };
      count(verdict.kind);
      if (verdict.kind === "find") {
        finds.push({ file, profile, what: verdict.what, detail: verdict.detail });
        onFind(finds[finds.length - 1]);
      } else removeProducts(file);
    }
  }
  return { counts, finds };
}

/** If reading them together fails, each is tried on its own, which tells which one it was. */
function acceptedOf(files: readonly string[], profile: Profile): ReadonlySet<string> {
  try {
    return withinTime(BATCH_TIME_MAX_MS, () => acceptedByTypeScript(files, profile));
  } catch (error) {
    if (!(error instanceof Error || error instanceof TimeOut)) throw error;
    return new Set(files);
  }
}

function removeProducts(file: string): void {
  for (const extension of [".ts", ".mjs", ".plain", ".optimised"]) rmSync(file.replace(/\.ts$/, extension), { force: true });
}
