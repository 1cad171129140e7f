// Program campaign: random programs, a pack at a time, until the time is up.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, type PackedProgram, tryPack } from "./pack-trial.ts";
import { type PolicyName, policyNames } from "./policies.ts";
import { makeRandomProgram } from "./random-program.ts";
import { shrink } from "./shrink.ts";

declare const REPOSITORY_ROOT: string;

/** Programs compiled together. */
const PACK_SIZE = 40;

export interface ProgramFind {
  readonly policy: PolicyName;
  readonly seed: number;
  readonly file: string;
  readonly detail: string;
}

export interface ProgramCampaign {
  /** By policy: programs that did the same everywhere, were refused, were found to differ. */
  readonly counts: ReadonlyMap<PolicyName, Record<Outcome["kind"], number>>;
  readonly finds: readonly ProgramFind[];
  /** What programs were refused for, and how many. */
  readonly refusals: ReadonlyMap<string, number>;
}

export interface CampaignOptions {
  readonly seed: number;
  readonly seconds: number;
  /** One policy, or all in turn. */
  readonly policy?: PolicyName;
  readonly isShrunk: boolean;
  readonly packSize?: number;
}

export function runProgramCampaign(options: CampaignOptions, onFind: (find: ProgramFind) => void): ProgramCampaign {
  const folder = join(REPOSITORY_ROOT, "build", "fuzz", `programs-${options.seed}`);
  mkdirSync(folder, { recursive: true });
  const counts = new Map<PolicyName, Record<Outcome["kind"], number>>();
  const finds: ProgramFind[] = [];
  const refusals = new Map<string, number>();
  const policies = options.policy === undefined ? policyNames : [options.policy];
  const end = performance.now() + options.seconds * 1000;
  let seed = options.seed;
  for (let round = 0; performance.now() < end; round++) {
    const policy = policies[round % policies.length] ?? "mixed";
    const programs = new Map(Array.from({ length: options.packSize ?? PACK_SIZE }, () => [`program${seed}`, seed++]));
    const outcomes = tryPack(
      [...programs].map(([name, from]) => packed(name, from, policy)),
      join(folder, "pack"),
    );
    const count = counts.get(policy) ?? { alike: 0, refused: 0, find: 0 };
    counts.set(policy, count);
    for (const [name, outcome] of outcomes) {
      count[outcome.kind]++;
      if (outcome.kind === "refused") countRefusal(refusals, outcome.detail);
      if (outcome.kind !== "find") continue;
      const found = keepFind(
        packed(name, programs.get(name) ?? 0, policy),
        policy,
        programs.get(name) ?? 0,
        outcome.detail,
        folder,
        options,
      );
      finds.push(found);
      onFind(found);
    }
  }
  return { counts, finds, refusals };
}

function packed(name: string, seed: number, policy: PolicyName): PackedProgram {
  return { name, text: makeRandomProgram(seed, policy), isMachine: policy === "machine" };
}

function countRefusal(refusals: Map<string, number>, detail: string): void {
  // One of a kind is enough to look at: the places in it differ.
  const key = detail.split("\n").slice(0, 3).join("\n");
  const code = /TSM\d+[^\n]*/.exec(key)?.[0] ?? key;
  refusals.set(code, (refusals.get(code) ?? 0) + 1);
}

function keepFind(
  program: PackedProgram,
  policy: PolicyName,
  seed: number,
  detail: string,
  folder: string,
  options: CampaignOptions,
): ProgramFind {
  const file = join(folder, `${policy}-${seed}.ts`);
  writeFileSync(file, program.text);
  if (options.isShrunk) writeFileSync(file, shrink(program, join(folder, "shrink")));
  return { policy, seed, file, detail };
}
