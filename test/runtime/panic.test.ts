// Panics: message, backtrace and exit status of programs that break their types' promises.

import test from "ava";
import { compileForLinux, run } from "./linux-program.ts";

const PANIC_STATUS = 70;
const folder = "test/runtime/programs";

function panicOf(name: string, isOptimised = false): { message: string; trace: string[]; stdout: string } {
  const { status, stdout, stderr } = run(compileForLinux(`${folder}/${name}.ts`, isOptimised));
  const [message = "", ...trace] = stderr.trimEnd().split("\n");
  if (status !== PANIC_STATUS) throw new Error(`${name}: status ${status}, stderr ${stderr}`);
  return { message, trace, stdout };
}

test("an index out of bounds names index and length, and the calls that led there", (t) => {
  const { message, trace, stdout } = panicOf("index-out-of-bounds");
  t.is(message, "panic: index 5 out of bounds for length 3");
  t.is(trace[0], `  at pick (${folder}/index-out-of-bounds.ts:4)`);
  t.is(trace[1], `  at first (${folder}/index-out-of-bounds.ts:7)`);
  t.is(trace[2], `  at index-out-of-bounds (${folder}/index-out-of-bounds.ts:10)`);
  t.is(trace.length, 3, "nothing of the runtime below the program's own code");
  t.is(stdout, "before\n");
});

test("an integer division by zero", (t) => {
  const { message, trace, stdout } = panicOf("division-by-zero");
  t.is(message, "panic: integer division by zero");
  t.is(trace[0], `  at divide (${folder}/division-by-zero.ts:4)`);
  t.is(stdout, "4\n6\n12\n");
});

test("a null that was promised not to be one", (t) => {
  const { message, trace } = panicOf("null-use");
  t.is(message, "panic: used a value that is null or undefined");
  t.is(trace[0], `  at third (${folder}/null-use.ts:8)`);
});

test("a field that is not any more what a test showed", (t) => {
  const { message, trace, stdout } = panicOf("changed-since-tested");
  t.is(message, "panic: a value is not of the type it was cast to");
  t.is(trace[0], `  at changed-since-tested (${folder}/changed-since-tested.ts:14)`);
  t.is(stdout, "4\n");
});

test("a method that is taken from an object that it looks at", (t) => {
  const { message, trace, stdout } = panicOf("taken-method");
  t.is(message, "panic: a method that looks at `this` was taken from its object");
  t.true(trace.includes(`  at read (${folder}/taken-method.ts:17)`));
  t.is(stdout, "42\n");
});

test("a value where a type says that there is none", (t) => {
  const { message, trace, stdout } = panicOf("value-of-type-never");
  t.is(message, "panic: used a value of type never");
  t.is(trace[0], `  at None.orElse (${folder}/value-of-type-never.ts:8)`);
  t.is(stdout, "before\n");
});

test("a full stack", (t) => {
  const { message, trace } = panicOf("endless-recursion");
  t.is(message, "panic: stack overflow");
  const frame = `  at descend (${folder}/endless-recursion.ts:4)`;
  t.true(trace.includes(frame));
  t.regex(trace.at(-2) ?? "", /^ {2}\.\.\. \d{4,} more$/);
  t.is(trace.at(-1), `  at endless-recursion (${folder}/endless-recursion.ts:6)`);
  t.true(trace.length <= 4);
});

for (const name of ["index-out-of-bounds", "division-by-zero", "null-use", "failed-assertion", "inlined-division"]) {
  test(`${name}: report and output are the same with and without optimisation`, (t) => {
    t.deepEqual(panicOf(name, true), panicOf(name, false));
  });
}

for (const isOptimised of [false, true]) {
  const title = isOptimised ? "optimised" : "not optimised";
  test(`${title}: a backtrace has every call, inlined or not, each with its own file`, (t) => {
    const { message, trace, stdout } = panicOf("inlined-division", isOptimised);
    t.is(message, "panic: integer division by zero");
    t.deepEqual(trace, [
      `  at divide (${folder}/inlined-share.ts:4)`,
      `  at split (${folder}/inlined-share.ts:8)`,
      `  at shareOf (${folder}/inlined-division.ts:8)`,
      `  at inlined-division (${folder}/inlined-division.ts:13)`,
    ]);
    t.is(stdout, "6\n");
  });

  test(`${title}: a deep backtrace is sixteen lines and the number of the others`, (t) => {
    const { trace } = panicOf("mutual-recursion", isOptimised);
    const [even, odd] = [4, 8].map((line) => `(${folder}/mutual-recursion.ts:${line})`);
    t.is(trace.length, 17);
    t.deepEqual(trace.slice(0, 3), [`  at fail (${folder}/mutual-recursion.ts:13)`, `  at even ${even}`, `  at odd ${odd}`]);
    // A call of fail, 41 of even and odd, the top level.
    t.is(trace[16], `  ... ${43 - 16} more`);
  });
}

test("an assertion that fails", (t) => {
  const { message, trace } = panicOf("failed-assertion");
  t.is(message, "panic: assertion failed");
  t.regex(trace[0] ?? "", /failed-assertion\.ts:5\)$/);
});
