// Pack trial: many random programs compiled as one, and run at every level; the output of each must be what its oracle says.
// Oracle: Node; for programs of machine integers, which Node cannot run, the interpreter on the IR as the front end made it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDiagnostic } from "../../../compiler/frontend/diagnostics.ts";
import { loadAndLower } from "../../../compiler/frontend/frontend.ts";
import type { Module } from "../../../compiler/ir/module.ts";
import { verifyModule } from "../../../compiler/ir/verify.ts";
import { removeDeadFunctions } from "../../../compiler/passes/remove-dead-functions.ts";
import { type Behaviour, interpreted, LEAK_STATUS, native, nodeBehaviours, passed } from "../program-runs.ts";

declare const REPOSITORY_ROOT: string;

export interface PackedProgram {
  readonly name: string;
  readonly text: string;
  readonly isMachine: boolean;
}

export type Outcome =
  | { readonly kind: "alike" }
  /** The compiler does not take it; says why. */
  | { readonly kind: "refused"; readonly detail: string }
  /** The compiler is wrong. */
  | { readonly kind: "find"; readonly detail: string };

const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");
const ALIKE: Outcome = { kind: "alike" };

function mainText(programs: readonly PackedProgram[]): string {
  const imports = programs.map(({ name }) => `import { run as ${name} } from "./${name}.ts";\n`);
  const calls = programs.map(({ name }) => `attempt("${name}", ${name});\n`);
  return `${imports.join("")}function attempt(name: string, run: () => void): void {
  console.log("== " + name);
  try {
    run();
  } catch (error) {
    console.log(error instanceof Error ? "uncaught " + error.message : "uncaught");
  }
}
${calls.join("")}`;
}

/** Tries all of them; programs that are refused, or end the process, are put aside and the others tried again without them. */
export function tryPack(programs: readonly PackedProgram[], folder: string): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  let left = programs;
  while (left.length > 0) {
    const found = tryTogether(left, folder);
    for (const [name, outcome] of found) outcomes.set(name, outcome);
    const missing = left.filter(({ name }) => !found.has(name));
    if (missing.length === left.length) throw new Error("a trial without a result");
    left = missing;
  }
  return outcomes;
}

/** The outcomes of some or all: whoever has none is to be tried again. */
function tryTogether(programs: readonly PackedProgram[], folder: string): Map<string, Outcome> {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of programs) writeFileSync(join(folder, `${name}.ts`), text);
  const main = join(folder, "main.ts");
  writeFileSync(main, mainText(programs));
  try {
    const lowered = loadAndLower({ entries: [main], profile: "linux", runtimeDirectory, root: REPOSITORY_ROOT });
    if (lowered.module === null) {
      const outcomes = refusals(programs, lowered.diagnostics);
      if (outcomes.size > 0) return outcomes;
      throw new Error(lowered.diagnostics.slice(0, 3).map(formatDiagnostic).join("\n"));
    }
    const faults = verifyModule(lowered.module);
    if (faults.length > 0) throw new Error(`not well-formed: ${faults.slice(0, 3).join("; ")}`);
    removeDeadFunctions(lowered.module);
    return compareRuns(programs, lowered.module, main);
  } catch (error) {
    return crashed(programs, error, folder);
  }
}

type Diagnostics = ReturnType<typeof loadAndLower>["diagnostics"];

function refusals(programs: readonly PackedProgram[], diagnostics: Diagnostics): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const diagnostic of diagnostics) {
    const program = programs.find(({ name }) => diagnostic.file.endsWith(`/${name}.ts`));
    if (program !== undefined && !outcomes.has(program.name))
      outcomes.set(program.name, { kind: "refused", detail: formatDiagnostic(diagnostic) });
  }
  return outcomes;
}

/** Which program made the compiler fail is found by halves. */
function crashed(programs: readonly PackedProgram[], error: unknown, folder: string): Map<string, Outcome> {
  const [program] = programs;
  if (programs.length > 1 || program === undefined) {
    const middle = Math.ceil(programs.length / 2);
    return new Map([...tryPack(programs.slice(0, middle), folder), ...tryPack(programs.slice(middle), folder)]);
  }
  return new Map([[program.name, { kind: "find", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }]]);
}

interface Level {
  readonly name: string;
  readonly behaviour: Behaviour;
}

function compareRuns(programs: readonly PackedProgram[], module: Module, main: string): Map<string, Outcome> {
  const isMachine = programs.some((program) => program.isMachine);
  const expected: Level = isMachine
    ? { name: "interpreted", behaviour: interpreted(passed(module, "counted")) }
    : { name: "Node", behaviour: nodeBehaviours([main])[0] ?? { stdout: "", end: "none" } };
  const outcomes = new Map<string, Outcome>();
  const levels: Level[] = [
    { name: "plain", behaviour: native(passed(module, "plain"), main, "plain") },
    { name: "optimised", behaviour: native(passed(module, "optimised"), main, "optimised") },
  ];
  const wanted = sections(expected.behaviour.stdout);
  for (const { name, behaviour } of levels) compareLevel(programs, wanted, expected, { name, behaviour }, outcomes);
  const isComplete = [expected, ...levels].every(({ behaviour }) => hasEnded(behaviour));
  if (isComplete) for (const program of programs) if (!outcomes.has(program.name)) outcomes.set(program.name, ALIKE);
  return outcomes.size > 0 ? outcomes : ended(programs, [expected, ...levels]);
}

/** Objects may be left over: closures in arrays and objects, made at random, come to hold themselves. */
function hasEnded({ end }: Behaviour): boolean {
  return end === 0 || String(end).startsWith(`${LEAK_STATUS}\n`);
}

/** Every level ended early in the same place: nothing differs, but the programs after it have not run. */
function ended(programs: readonly PackedProgram[], levels: readonly Level[]): Map<string, Outcome> {
  const last = [...sections(levels[0]?.behaviour.stdout ?? "").keys()].pop() ?? programs[0]?.name ?? "";
  const detail = levels.map(({ name, behaviour }) => `${name}: ${behaviour.end}`).join("; ");
  return new Map([[last, levels.some(({ behaviour }) => behaviour.end !== levels[0]?.behaviour.end) ? { kind: "find", detail } : ALIKE]]);
}

function compareLevel(
  programs: readonly PackedProgram[],
  wanted: ReadonlyMap<string, string>,
  expected: Level,
  level: Level,
  outcomes: Map<string, Outcome>,
): void {
  const given = sections(level.behaviour.stdout);
  for (const { name } of programs) {
    const [left, right] = [wanted.get(name), given.get(name)];
    if (left === right || outcomes.has(name)) continue;
    // Where a run stopped, later programs have no section: they are tried again without the one that stopped it.
    if (left === undefined || right === undefined) break;
    const end = hasEnded(level.behaviour) ? "" : `\n${level.name} ended with ${level.behaviour.end}`;
    outcomes.set(name, { kind: "find", detail: difference(expected.name, left, level.name, right) + end });
  }
}

/** Output by program. */
function sections(stdout: string): Map<string, string> {
  return new Map(
    stdout
      .split(/^== /m)
      .slice(1)
      .map((section) => {
        const end = section.indexOf("\n");
        return [section.slice(0, end), section.slice(end + 1)];
      }),
  );
}

function difference(leftName: string, left: string, rightName: string, right: string): string {
  const [a, b] = [left.split("\n"), right.split("\n")];
  const line = a.findIndex((text, index) => text !== b[index]);
  return `line ${line + 1}\n  ${leftName}: ${JSON.stringify(a[line])}\n  ${rightName}: ${JSON.stringify(b[line])}`;
}
