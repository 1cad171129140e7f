// Profile check: what the kernel profile forbids is found, with the way to it, and what it allows is not.

import test from "ava";
import { parseModule } from "../../compiler/ir/parse.ts";
import { checkCalls, checkFloats } from "../../compiler/passes/check-profile.ts";

const MODULE = `module kernel
class "C" instance size 16 align 8 ids 0..0 slots "C.method"
method "method" slot 0 (ref) -> void
function "__initialize" () -> void export "__initialize" initializer {
b0():
  call "setUp"
  return
}
function "setUp" () -> void initializer {
b0():
  %1 = new "C"
  return
}
function "C.method" (ref) -> void at "c.ts":1:1 {
b0(%1: ref):
  call "even" @2:3
  return
}
function "odd" () -> void at "c.ts":5:1 {
b0():
  call "even" @6:3
  return
}
function "even" () -> void at "c.ts":9:1 {
b0():
  call "odd" @10:3
  return
}
`;

test("allocation in module initialisers is allowed", (t) => {
  t.deepEqual(
    checkCalls(parseModule(MODULE)).filter(({ kind }) => kind === "allocation"),
    [],
  );
});

test("a circle of calls is recursion, shown with its first call", (t) => {
  const [violation] = checkCalls(parseModule(MODULE));
  t.is(violation.kind, "recursion");
  t.deepEqual([...violation.path].sort(), violation.path[0] === "odd" ? ["even", "odd", "odd"] : ["even", "even", "odd"]);
  t.is(violation.position.file, "c.ts");
});

test("a method that calls itself through its virtual table is recursion", (t) => {
  const text = MODULE.replace('call "even" @2:3', 'call.virtual 0:"method" %1 @2:3').replace('call "even" @6:3\n', "");
  t.deepEqual(
    checkCalls(parseModule(text)).map(({ kind, functionName, position }) => [kind, functionName, position.line]),
    [["recursion", "C.method", 2]],
  );
});

test("functions that nothing reaches are not looked at", (t) => {
  const text = 'module kernel\nfunction "f" () -> void {\nb0():\n  call "f"\n  return\n}';
  t.deepEqual(checkCalls(parseModule(text)), []);
});

test("an allocation after boot is found with the calls that lead to it", (t) => {
  const text = `module kernel
class "C" instance size 16 align 8 ids 0..0
function "kernel_main" () -> void export "kernel_main" {
b0():
  call "run"
  return
}
function "run" () -> void at "run.ts":3:1 {
b0():
  %1 = new "C" @4:5
  return
}`;
  const [violation, ...others] = checkCalls(parseModule(text));
  t.deepEqual(others, []);
  t.is(violation.kind, "allocation");
  t.deepEqual(violation.path, ["kernel_main", "run"]);
  t.like(violation.position, { file: "run.ts", line: 4, column: 5 });
});

test("a call of the allocator counts as allocation, the allocator itself does not", (t) => {
  const text = `module kernel
function "concat" (ref, ref) -> ref export "tsm_string_concat" {
b0(%1: ref, %2: ref):
  %3 = const i64 1
  %4 = call ref "allocate" %3, %3
  return %4
}
function "allocate" (i64, i64) -> ref export "tsm_allocate_object" {
b0(%1: i64, %2: i64):
  %3 = const ref null
  return %3
}
function "join" (ref) -> ref export "join" {
b0(%1: ref):
  %2 = call ref "concat" %1, %1
  return %2
}`;
  t.deepEqual(
    checkCalls(parseModule(text)).map(({ functionName }) => functionName),
    ["join"],
  );
});

test("floating point that is left is found once a function", (t) => {
  const text =
    'module kernel\nfunction "f" (f64) -> f64 at "f.ts":1:1 {\nb0(%1: f64):\n  %2 = fadd f64 %1, %1 @2:2\n  return %2\n}\nfunction "g" () -> void {\nb0():\n  return\n}';
  t.deepEqual(
    checkFloats(parseModule(text)).map(({ kind, functionName }) => [kind, functionName]),
    [["float", "f"]],
  );
});
