// Pack trial: many random programs compiled as one, and run at every level; the output of each must be what its oracle says.
// Oracle: Node; for programs of machine integers, which Node cannot run, the interpreter.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDiagnostic } from "../../../compiler/frontend/diagnostics.ts";
import { lowerProgram } from "../../../compiler/frontend/frontend.ts";
import type { SourceSet } from "../../../compiler/frontend/load.ts";
import type { Module } from "../../../compiler/ir/module.ts";
import { verifyModule } from "../../../compiler/ir/verify.ts";
import { passes } from "../../../compiler/passes/passes.ts";
import { removeDeadFunctions } from "../../../compiler/passes/remove-dead-functions.ts";
import { type Behaviour, interpreted, LEAK_STATUS, native, nodeBehaviours, openSources, passed } from "../program-runs.ts";
import { SHARED_FILE, SHARED_TEXT } from "./shared-declarations.ts";

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

const ALIKE: Outcome = { kind: "alike" };

/** How a pack is tried: each program on Node, in the interpreter, and as machine code, but which of the ways there changes. */
interface Course {
  readonly native: "plain" | "optimised";
  /** What the interpreter runs: what the machine code was made of, or the module with references counted and high operations still. */
  readonly interpreted: "counted" | "same";
  /** Whether each allocation of registers is followed. */
  readonly isChecked: boolean;
  readonly isPassOff: boolean;
}

const courses: readonly Course[] = [
  { native: "optimised", interpreted: "counted", isChecked: true, isPassOff: false },
  { native: "optimised", interpreted: "same", isChecked: false, isPassOff: false },
  { native: "plain", interpreted: "same", isChecked: false, isPassOff: false },
  { native: "optimised", interpreted: "same", isChecked: false, isPassOff: true },
];
const optionalPasses = passes.filter(({ isRequired }) => isRequired !== true);

/** Tries all of them; programs that are refused, or end the process, are put aside and the others tried again without them. */
export function tryPack(programs: readonly PackedProgram[], folder: string, round = 0): Map<string, Outcome> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SHARED_FILE), SHARED_TEXT);
  for (const { name, text } of programs) writeFileSync(join(folder, `${name}.ts`), text);
  return new Pack(folder, programs, round).tryAll(programs);
}

/** Programs that are read and checked once, however often some of them are tried. */
class Pack {
  private readonly folder: string;
  private readonly sources: SourceSet;
  private readonly course: Course;
  private readonly passesOff: ReadonlySet<string>;

  constructor(folder: string, programs: readonly PackedProgram[], round: number) {
    this.folder = folder;
    this.sources = openSources(this.filesOf(programs));
    this.course = courses[round % courses.length];
    this.passesOff = new Set(this.course.isPassOff ? [optionalPasses[round % optionalPasses.length].name] : []);
  }

  tryAll(programs: readonly PackedProgram[]): Map<string, Outcome> {
    const outcomes = new Map<string, Outcome>();
    let left = programs;
    while (left.length > 0) {
      const found = this.tryTogether(left);
      for (const [name, outcome] of found) outcomes.set(name, outcome);
      const missing = left.filter(({ name }) => !found.has(name));
      if (missing.length === left.length) throw new Error("a trial without a result");
      left = missing;
    }
    return outcomes;
  }

  private filesOf(programs: readonly PackedProgram[]): string[] {
    return programs.map(({ name }) => join(this.folder, `${name}.ts`));
  }

  /** The outcomes of some or all: whoever has none is to be tried again. */
  private tryTogether(programs: readonly PackedProgram[]): Map<string, Outcome> {
    try {
      const lowered = lowerProgram(this.sources.load(this.filesOf(programs)));
      if (lowered.module === null) {
        const outcomes = refusals(programs, lowered.diagnostics);
        if (outcomes.size > 0) return outcomes;
        throw new Error(lowered.diagnostics.slice(0, 3).map(formatDiagnostic).join("\n"));
      }
      const faults = verifyModule(lowered.module);
      if (faults.length > 0) throw new Error(`not well-formed: ${faults.slice(0, 3).join("; ")}`);
      removeDeadFunctions(lowered.module);
      return this.compareRuns(programs, lowered.module);
    } catch (error) {
      return this.crashed(programs, error);
    }
  }

  /** Which program made the compiler fail is found by halves. */
  private crashed(programs: readonly PackedProgram[], error: unknown): Map<string, Outcome> {
    const [program] = programs;
    if (programs.length > 1 || program === undefined) {
      const middle = Math.ceil(programs.length / 2);
      return new Map([...this.tryAll(programs.slice(0, middle)), ...this.tryAll(programs.slice(middle))]);
    }
    return new Map([[program.name, { kind: "find", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }]]);
  }

  private compareRuns(programs: readonly PackedProgram[], module: Module): Map<string, Outcome> {
    const { course } = this;
    const main = join(this.folder, "main.ts");
    writeFileSync(main, programs.map(({ name }) => `import "./${name}.ts";\n`).join(""));
    const compiled = passed(module, course.native, this.passesOff);
    const levels: Level[] = [
      { name: "interpreted", behaviour: interpreted(course.interpreted === "same" ? compiled : passed(module, "counted")) },
      { name: course.native, behaviour: native(compiled, main, course.native, course.isChecked) },
    ];
    // Node cannot run programs of machine integers: there the interpreter stands for it.
    if (!programs.some(({ isMachine }) => isMachine)) levels.unshift({ name: "Node", behaviour: nodeBehaviours([main])[0] });
    return outcomesOf(programs, levels);
  }
}

type Diagnostics = ReturnType<typeof lowerProgram>["diagnostics"];

function refusals(programs: readonly PackedProgram[], diagnostics: Diagnostics): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const diagnostic of diagnostics) {
    const program = programs.find(({ name }) => diagnostic.file.endsWith(`/${name}.ts`));
    if (program !== undefined && !outcomes.has(program.name))
      outcomes.set(program.name, { kind: "refused", detail: formatDiagnostic(diagnostic) });
  }
  return outcomes;
}

interface Level {
  readonly name: string;
  readonly behaviour: Behaviour;
}

/** The first level is what the others must do. */
function outcomesOf(programs: readonly PackedProgram[], levels: readonly Level[]): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  const [expected, ...others] = levels;
  const wanted = sections(expected.behaviour.stdout);
  for (const level of others) compareLevel(programs, wanted, expected, level, outcomes);
  const isComplete = levels.every(({ behaviour }) => hasEnded(behaviour));
  if (isComplete) for (const program of programs) if (!outcomes.has(program.name)) outcomes.set(program.name, ALIKE);
  return outcomes.size > 0 ? outcomes : ended(programs, levels);
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
