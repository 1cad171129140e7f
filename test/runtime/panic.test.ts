// Panics: message, backtrace and exit status of programs that break their types' promises.

import test from "ava";
import { compileForLinux, run } from "./linux-program.ts";

const PANIC_STATUS = 70;
const folder = "test/runtime/programs";

function panicOf(name: string): { message: string; trace: string[]; stdout: string } {
  const { status, stdout, stderr } = run(compileForLinux(`${folder}/${name}.ts`, false));
  const [message = "", ...trace] = stderr.trimEnd().split("\n");
  if (status !== PANIC_STATUS) throw new Error(`${name}: status ${status}, stderr ${stderr}`);
  return { message, trace, stdout };
}

test("an index out of bounds names index and length, and the calls that led there", (t) => {
  const { message, trace, stdout } = panicOf("index-out-of-bounds");
  t.is(message, "panic: index 5 out of bounds for length 3");
  t.is(trace[0], `  at pick (${folder}/index-out-of-bounds.ts:4)`);
  t.is(trace[1], `  at first (${folder}/index-out-of-bounds.ts:7)`);
  t.regex(trace[2] ?? "", /index-out-of-bounds\.ts:10\)$/);
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

test("a full stack", (t) => {
  const { message, trace } = panicOf("endless-recursion");
  t.is(message, "panic: stack overflow");
  t.regex(trace[1] ?? "", /^ {2}at descend \(.*endless-recursion\.ts:4\)$/);
  t.true(trace.length <= 70);
});

test("an assertion that fails", (t) => {
  const { message, trace } = panicOf("failed-assertion");
  t.is(message, "panic: assertion failed");
  t.regex(trace[0] ?? "", /failed-assertion\.ts:5\)$/);
});
