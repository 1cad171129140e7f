// Program campaign: random programs, a pack at a time, until the time is up.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Outcome, type PackedProgram, tryPack } from "./pack-trial.ts";
import { type PolicyName, policyNames } from "./policies.ts";
import { makeRandomProgram, programName } from "./random-program.ts";
import { withoutImport } from "./shared-declarations.ts";
import { shrink } from "./shrink.ts";

declare const REPOSITORY_ROOT: string;

/** Programs compiled together. */
const PACK_SIZE = 80;
/** Async functions make several times as much code. */
const ASYNC_PACK_SIZE = 24;

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
  /** Asked after every pack. */
  readonly isStopped: () => boolean;
}

/** Ends early when it is told to stop. `onRound` hears how far it is after every pack. */
export async function runProgramCampaign(
  options: CampaignOptions,
  onFind: (find: ProgramFind) => void,
  onRound: (campaign: ProgramCampaign) => void,
): Promise<ProgramCampaign> {
  const folder = join(REPOSITORY_ROOT, "build", "fuzz", `programs-${options.seed}`);
  mkdirSync(folder, { recursive: true });
  const counts = new Map<PolicyName, Record<Outcome["kind"], number>>();
  const finds: ProgramFind[] = [];
  const refusals = new Map<string, number>();
  const campaign = { counts, finds, refusals };
  const policies = options.policy === undefined ? policyNames : [options.policy];
  const end = performance.now() + options.seconds * 1000;
  let seed = options.seed;
  for (let round = 0; performance.now() < end && !options.isStopped(); round++) {
    const policy = policies[round % policies.length] ?? "mixed";
    const length = policy === "async" ? ASYNC_PACK_SIZE : PACK_SIZE;
    const programs = new Map(Array.from({ length }, () => [programName(seed), seed++]));
    const packs = [...programs].map(([name, from]) => packed(name, from, policy));
    // Policies come round in another course each time.
    const outcomes = tryPack(packs, join(folder, "pack"), round + Math.floor(round / policies.length));
    const count = counts.get(policy) ?? { alike: 0, refused: 0, find: 0 };
    counts.set(policy, count);
    for (const [name, outcome] of outcomes) {
      count[outcome.kind]++;
      if (outcome.kind === "refused") countRefusal(refusals, outcome.detail);
      if (outcome.kind !== "find") continue;
      const from = programs.get(name) ?? 0;
      finds.push(keepFind(packed(name, from, policy), { policy, seed: from, detail: outcome.detail }, folder, options));
      onFind(finds[finds.length - 1]);
    }
    onRound(campaign);
    // Signals are heard of between turns only.
    await nextTurn();
  }
  return campaign;
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

/** Writes the program down, smaller if that is wanted. */
function keepFind(program: PackedProgram, find: Omit<ProgramFind, "file">, folder: string, options: CampaignOptions): ProgramFind {
  const file = join(folder, `${find.policy}-${find.seed}.ts`);
  const whole = { ...program, text: withoutImport(program.text) };
  writeFileSync(file, whole.text);
  if (options.isShrunk) writeFileSync(file, shrink(whole, join(folder, "shrink")));
  return { ...find, file };
}
