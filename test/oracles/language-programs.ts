// Language programs: each does the same on Node, in the interpreter before and after all passes, and as an optimised Linux executable.
// Every second one also runs as a plain executable, which is the least that passes can break. Programs of machine integers have their
// output beside them instead of Node. PROGRAM=part-of-a-path runs those that have it.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import test, { type ExecutionContext } from "ava";
import { passes } from "../../compiler/passes/passes.ts";
import {
  type Behaviour,
  expectedBehaviours,
  interpreted,
  loadModule,
  native,
  openSources,
  passed,
  passedAndWithout,
  plainFrom,
} from "../../scripts/fuzz/program-runs.ts";

declare const REPOSITORY_ROOT: string;

const folder = join(REPOSITORY_ROOT, "test", "language");
/** Programs that are checked, and run under Node, together. */
const BATCH_SIZE = 70;

function findPrograms(): string[] {
  const only = process.env.PROGRAM;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && (only === undefined || name.includes(only)))
    .sort();
}

/** Declares the tests of every `count`th program: the files that call this run at the same time. */
export function testPrograms(part: number, count: number): void {
  const programs = findPrograms().filter((_, index) => index % count === part);
  for (let start = 0; start < programs.length; start += BATCH_SIZE)
    testBatch(programs.slice(start, start + BATCH_SIZE), part * 1000 + start);
}

function testBatch(names: readonly string[], firstNumber: number): void {
  const files = names.map((name) => join(folder, name));
  let opened: ReturnType<typeof openSources> | undefined;
  let expected: ReadonlyMap<string, Behaviour> | undefined;
  for (const [index, file] of files.entries()) {
    // One after the other, and each in a turn of its own: the runner hears of a result only when nothing runs.
    test.serial(names[index].replace(/\.ts$/, ""), async (t) => {
      await nextTurn();
      opened ??= openSources(files);
      expected ??= expectedBehaviours(files);
      // Each program does without another pass, so that all programs together try each.
      const passOff = passes[(firstNumber + index) % passes.length].name;
      testProgram(t, file, opened, expected.get(file), passOff, index % 2 === 0);
      if (index === files.length - 1) opened = undefined;
    });
  }
}

function testProgram(
  t: ExecutionContext,
  file: string,
  sources: ReturnType<typeof openSources>,
  expected: Behaviour | undefined,
  passOff: string,
  isPlain: boolean,
): void {
  const module = loadModule(file, sources);
  if (typeof module === "string") return t.fail(module);
  const counted = passed(module, "counted");
  t.deepEqual(interpreted(counted), expected, "interpreted as lowered by the front end");
  if (isPlain) t.deepEqual(native(plainFrom(counted), file, "plain"), expected, "compiled without optimisation");
  const { optimised, without } = passedAndWithout(module, passOff);
  t.deepEqual(interpreted(optimised), expected, "interpreted after all passes");
  t.deepEqual(native(optimised, file, "optimised"), expected, "compiled with optimisation");
  t.deepEqual(interpreted(without), expected, `interpreted after all passes but ${passOff}`);
}
