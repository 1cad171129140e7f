// Fuzz: random trials of the compiler for as long as one likes.  npm run fuzz -- sources [--seed N] [--seconds S]
// Exit status 0 when nothing was found, 1 when something was: its file is kept below build/fuzz; 2 for a wrong command line.

import { parseArgs } from "node:util";
import { runSourceCampaign } from "./fuzz/source-campaign.ts";

const USAGE =
  "npm run fuzz -- sources [--seed N] [--seconds S]\n  sources   programs changed at random: the compiler answers each, and what it compiles runs alike\n";

function readWords(words: readonly string[]): { seed: number; seconds: number } | undefined {
  try {
    const options = { seed: { type: "string" }, seconds: { type: "string", default: "60" } } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    const seconds = Number(values.seconds);
    return positionals.join() === "sources" && Number.isInteger(seed) && seconds > 0 ? { seed, seconds } : undefined;
  } catch {
    return undefined;
  }
}

function main(words: readonly string[]): number {
  const chosen = readWords(words);
  if (chosen === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  process.stdout.write(`seed ${chosen.seed}\n`);
  const { counts, finds } = runSourceCampaign(chosen.seed, chosen.seconds, ({ file, profile, what, detail }) => {
    process.stdout.write(`${what} (--profile ${profile}) ${file}\n  ${detail.split("\n").join("\n  ")}\n`);
  });
  for (const [what, count] of counts) process.stdout.write(`${String(count).padStart(7)}  ${what}\n`);
  return finds.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
