// Language programs: each does the same on Node, in the interpreter before and after all passes, and as a Linux executable, plain and
// optimised. Programs of machine integers have their output beside them instead of Node. PROGRAM=name runs one.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import test from "ava";
import { passes } from "../../compiler/passes/passes.ts";
import { expectedBehaviour, interpreted, loadModule, native, passed } from "./program-runs.ts";

declare const REPOSITORY_ROOT: string;

const folder = join(REPOSITORY_ROOT, "test", "language");

function findPrograms(): string[] {
  const only = process.env.PROGRAM;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => only === undefined || name.includes(only))
    .sort();
}

for (const [index, name] of findPrograms().entries()) {
  // One after the other, and each in a turn of its own: the runner hears of a result only when nothing runs.
  test.serial(name.replace(/\.ts$/, ""), async (t) => {
    await nextTurn();
    const file = join(folder, name);
    const module = loadModule(file);
    if (typeof module === "string") {
      t.fail(module);
      return;
    }
    const expected = expectedBehaviour(file);
    t.deepEqual(interpreted(module), expected, "interpreted as lowered by the front end");
    const plain = passed(module, "plain");
    t.deepEqual(native(plain, file, "plain"), expected, "compiled without optimisation");
    const optimised = passed(module, "optimised");
    t.deepEqual(interpreted(optimised), expected, "interpreted after all passes");
    t.deepEqual(native(optimised, file, "optimised"), expected, "compiled with optimisation");
    // Each program does without another pass, so that all programs together try each.
    const off = passes[index % passes.length].name;
    t.deepEqual(interpreted(passed(module, "optimised", new Set([off]))), expected, `interpreted after all passes but ${off}`);
  });
}
