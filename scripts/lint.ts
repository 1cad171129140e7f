// Lint: format and rules (Biome), types of the host code (tsc), layers and tidiness (own).  npm run lint [-- --fix]
// Exit status 0 when there is nothing to say, 1 otherwise, 2 for a wrong option. --fix repairs what Biome can repair.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkSources, violationText } from "./lint/sources.ts";

declare const REPOSITORY_ROOT: string;

function runTool(script: string, parameters: readonly string[]): boolean {
  const result = spawnSync(process.execPath, [join(REPOSITORY_ROOT, "node_modules", script), ...parameters], {
    cwd: REPOSITORY_ROOT,
    stdio: "inherit",
  });
  return result.status === 0;
}

function runBiome(fix: boolean): boolean {
  const colours = process.stdout.isTTY ? [] : ["--colors=off"];
  return runTool("@biomejs/biome/bin/biome", ["check", ...(fix ? ["--write"] : []), "--error-on-warnings", ...colours, "."]);
}

function runOwnChecks(): boolean {
  const violations = checkSources();
  for (const violation of violations) process.stdout.write(`${violationText(violation)}\n`);
  return violations.length === 0;
}

const words = process.argv.slice(2);
const unknown = words.find((word) => word !== "--fix");
if (unknown !== undefined) {
  process.stderr.write(`unknown option ${unknown}; npm run lint [-- --fix]\n`);
  process.exit(2);
}
const verdicts = [runBiome(words.includes("--fix")), runTool("typescript/bin/tsc", ["-p", "tsconfig.json"]), runOwnChecks()];
process.exitCode = verdicts.every((isClean) => isClean) ? 0 : 1;
