// Fuzz: random trials of the compiler for as long as one likes.  npm run fuzz -- sources [--seed N] [--seconds S]
// Exit status 0 when nothing was found, 1 when something was: its file is kept below build/fuzz; 2 for a wrong command line.

import { parseArgs } from "node:util";
import { type PolicyName, policyNames } from "./fuzz/programs/policies.ts";
import { type ProgramCampaign, runProgramCampaign } from "./fuzz/programs/program-campaign.ts";
import { runSourceCampaign } from "./fuzz/source-campaign.ts";

const USAGE = `npm run fuzz -- sources|programs [--seed N] [--seconds S] [--policy P] [--no-shrink]
  sources   programs changed at random: the compiler answers each, and what it compiles runs alike
  programs  programs made at random: each runs alike on Node, plain and optimised; policies: ${policyNames.join(" ")}
`;

interface Choice {
  readonly what: "sources" | "programs";
  readonly seed: number;
  readonly seconds: number;
  readonly policy: PolicyName | undefined;
  readonly isShrunk: boolean;
}

function readWords(words: readonly string[]): Choice | undefined {
  try {
    const options = {
      seed: { type: "string" },
      seconds: { type: "string", default: "60" },
      policy: { type: "string" },
      "no-shrink": { type: "boolean", default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    const seconds = Number(values.seconds);
    const policy = policyNames.find((name) => name === values.policy);
    const [what, ...rest] = positionals;
    if ((what !== "sources" && what !== "programs") || rest.length > 0 || !Number.isInteger(seed) || !(seconds > 0)) return undefined;
    if (values.policy !== undefined && policy === undefined) return undefined;
    return { what, seed, seconds, policy, isShrunk: !values["no-shrink"] };
  } catch {
    return undefined;
  }
}

function fuzzSources({ seed, seconds }: Choice): number {
  const { counts, finds } = runSourceCampaign(seed, seconds, ({ file, profile, what, detail }) => {
    process.stdout.write(`${what} (--profile ${profile}) ${file}\n  ${detail.split("\n").join("\n  ")}\n`);
  });
  for (const [what, count] of counts) process.stdout.write(`${String(count).padStart(7)}  ${what}\n`);
  return finds.length;
}

const PROGRESS_INTERVAL_MS = 60_000;

/** Whether an interrupt, or a wish to end, has come: the counts so far are not lost by it. */
function stopSignal(): () => boolean {
  let isStopped = false;
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      isStopped = true;
    });
  return () => isStopped;
}

async function fuzzPrograms(choice: Choice): Promise<number> {
  const start = performance.now();
  let shownAt = start;
  const { counts, finds, refusals } = await runProgramCampaign(
    { ...choice, isStopped: stopSignal() },
    ({ policy, seed, file, detail }) => {
      process.stdout.write(`find (--policy ${policy} --seed ${seed}) ${file}\n  ${detail.split("\n").slice(0, 12).join("\n  ")}\n`);
    },
    (campaign) => {
      const now = performance.now();
      if (now - shownAt < PROGRESS_INTERVAL_MS) return;
      shownAt = now;
      process.stdout.write(`${totalsOf(campaign)} after ${Math.round((now - start) / 1000)} s\n`);
    },
  );
  for (const [refusal, count] of refusals) process.stdout.write(`${String(count).padStart(7)}  refused: ${refusal}\n`);
  for (const [policy, { alike, refused, find }] of counts)
    process.stdout.write(`${String(alike).padStart(7)}  alike, ${refused} refused, ${find} found  ${policy}\n`);
  process.stdout.write(`${totalsOf({ counts, finds, refusals })} in ${Math.round((performance.now() - start) / 1000)} s\n`);
  return finds.length;
}

function totalsOf({ counts }: ProgramCampaign): string {
  const sum = (kind: "alike" | "refused" | "find"): number => [...counts.values()].reduce((total, count) => total + count[kind], 0);
  return `${sum("alike")} alike, ${sum("refused")} refused, ${sum("find")} found`;
}

async function main(words: readonly string[]): Promise<number> {
  const chosen = readWords(words);
  if (chosen === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  process.stdout.write(`seed ${chosen.seed}\n`);
  const finds = chosen.what === "sources" ? fuzzSources(chosen) : await fuzzPrograms(chosen);
  return finds === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
