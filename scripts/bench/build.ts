// Build bench: how long a build takes, from nothing and after a change, in a copy of the tree.

import { type BuildResult, TreeCopy } from "../tree-copy.ts";
import { median, type Table } from "./table.ts";

const ROUNDS = 3;
const DAEMON = "daemons/echo/main.ts";

function successful(result: BuildResult): BuildResult {
  if (result.status !== 0) throw new Error(`the build failed:\n${result.output}`);
  return result;
}

function seconds(results: readonly BuildResult[]): number {
  return median(results.map((result) => result.elapsedMs)) / 1000;
}

function deepestStack(output: string): (string | number)[] {
  const match = /^deepest kernel stack: (\d+) bytes, from (\S+)/m.exec(output);
  return match === null ? ["not printed", Number.NaN] : [match[2] ?? "", Number(match[1])];
}

export function measureBuild(): Table[] {
  const tree = new TreeCopy("tree");
  try {
    const full = successful(tree.build("--all"));
    const changed: BuildResult[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      tree.edit(DAEMON, (text) => `${text}// ${round}\n`);
      changed.push(successful(tree.build()));
    }
    const unchanged = Array.from({ length: ROUNDS }, () => successful(tree.build()));
    const times = [
      ["full", full.elapsedMs / 1000],
      [`after a change in ${DAEMON}`, seconds(changed)],
      ["nothing changed", seconds(unchanged)],
    ] as const;
    return [
      { title: "Build, seconds", columns: ["build", "seconds"], rows: times },
      { title: "Deepest kernel stack", columns: ["entry", "bytes"], rows: [deepestStack(full.output)] },
    ];
  } finally {
    tree.remove();
  }
}
