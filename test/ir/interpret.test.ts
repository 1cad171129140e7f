// Interpreter: programs in text form, and what they must give. Semantics that are easy to get wrong stand here by name.

import test from "ava";
import type { Scalar } from "../../compiler/ir/evaluate.ts";
import { Interpreter, type InterpreterOptions, type Outcome } from "../../compiler/ir/interpret.ts";
import { interpretLinuxProgram } from "../../compiler/ir/interpret-linux.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { lowerModule } from "../../compiler/passes/lower.ts";

function run(text: string, args: readonly Scalar[] = [], options: InterpreterOptions & { lower?: boolean } = {}): Outcome {
  const module = parseModule(`module linux\n${text}`);
  const messages = verifyModule(module);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  if (options.lower === true) lowerModule(module);
  const main = module.functionByName("f");
  if (main === undefined) throw new Error("no function f");
  return new Interpreter(module, options).run(main, args);
}

function resultOf(op: string, types: string, result: string, args: readonly Scalar[]): Scalar | undefined {
  const names = types.split(" ").filter((type) => type !== "");
  const shown = [
    "add",
    "sub",
    "mul",
    "sdiv",
    "udiv",
    "srem",
    "urem",
    "shl",
    "sshr",
    "ushr",
    "neg",
    "not",
    "fadd",
    "fdiv",
    "select",
  ].includes(op)
    ? ` ${result}`
    : "";
  const params = names.map((type, index) => `%${index + 1}: ${type}`).join(", ");
  const operands = names.map((_, index) => `%${index + 1}`).join(", ");
  const outcome = run(
    `function "f" (${names.join(", ")}) -> ${result} {\nb0(${params}):\n  %9 = ${op}${shown} ${operands}\n  return %9\n}`,
    args,
  );
  return outcome.kind === "returned" ? outcome.value : undefined;
}

const operations: readonly (readonly [string, string, string, readonly Scalar[], Scalar])[] = [
  ["add", "i32 i32", "i32", [0x7fffffff, 1], -0x80000000],
  ["add", "i64 i64", "i64", [2n ** 63n - 1n, 1n], -(2n ** 63n)],
  ["mul", "i32 i32", "i32", [0x7fffffff, 0x7fffffff], 1],
  ["sdiv", "i32 i32", "i32", [-0x80000000, -1], -0x80000000],
  ["srem", "i32 i32", "i32", [-0x80000000, -1], 0],
  ["sdiv", "i64 i64", "i64", [-(2n ** 63n), -1n], -(2n ** 63n)],
  ["sdiv", "i32 i32", "i32", [-7, 2], -3],
  ["srem", "i32 i32", "i32", [-7, 2], -1],
  ["udiv", "i32 i32", "i32", [-1, 2], 0x7fffffff],
  ["urem", "i64 i64", "i64", [-1n, 10n], 5n],
  ["shl", "i32 i32", "i32", [1, 33], 2],
  ["ushr", "i64 i64", "i64", [-1n, 64n + 60n], 15n],
  ["sshr", "i64 i64", "i64", [-16n, 2n], -4n],
  ["ult", "i32 i32", "bool", [1, -1], 1],
  ["slt", "i32 i32", "bool", [1, -1], 0],
  ["ftoi32", "f64", "i32", [2 ** 32 + 5.9], 5],
  ["ftoi32", "f64", "i32", [Number.NaN], 0],
  ["ftoi32", "f64", "i32", [-(2 ** 31) - 1], 0x7fffffff],
  ["ftoi64", "f64", "i64", [Number.POSITIVE_INFINITY], 0n],
  ["ftoi64", "f64", "i64", [2 ** 64 + 2 ** 12], 4096n],
  ["ftou64", "f64", "i64", [2 ** 63], -(2n ** 63n)],
  ["ultof", "i64", "f64", [-1n], 2 ** 64],
  ["uitof", "i32", "f64", [-1], 2 ** 32 - 1],
  ["sext8", "i32", "i32", [0x180], -128],
  ["zext16", "i32", "i32", [-1], 65535],
  ["zext32", "i32", "i64", [-1], 2n ** 32n - 1n],
  ["trunc", "i64", "i32", [0x1_8000_0000n], -0x80000000],
  ["fdemote", "f64", "f32", [0.1], Math.fround(0.1)],
  ["flt", "f64 f64", "bool", [Number.NaN, 1], 0],
  ["fne", "f64 f64", "bool", [Number.NaN, Number.NaN], 1],
  ["float.to.bits", "f64", "i64", [-0], -(2n ** 63n)],
  ["select", "bool i32 i32", "i32", [0, 3, 4], 4],
];
for (const [op, types, result, args, wanted] of operations) {
  test(`${op} ${types} of ${args.join(", ")} is ${wanted}`, (t) => {
    t.is(resultOf(op, types, result, args), wanted);
  });
}

const LOOP = `function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = const i32 0
  %3 = const i32 1
  jump b1(%2, %3)
b1(%4: i32, %5: i32):
  %6 = slt %4, %1
  branch %6, b2(), b3()
b2():
  %7 = add i32 %4, %3
  jump b1(%5, %7)
b3():
  return %5
}`;

test("arguments of an edge are read before parameters change", (t) => {
  t.deepEqual(run(LOOP, [5]), { kind: "returned", value: 5 });
});

test("a program without end fails after the steps it may make", (t) => {
  const outcome = run('function "f" () -> void {\nb0():\n  jump b1()\nb1():\n  jump b1()\n}', [], { stepsMax: 1000 });
  t.is(outcome.kind === "failed" ? outcome.message : "", "no end after 1000 steps");
});

test("recursion as deep as the limit works, deeper is a stack overflow", (t) => {
  const text = `function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = const i32 0
  %3 = eq %1, %2
  branch %3, b1(), b2()
b1():
  return %1
b2():
  %4 = const i32 1
  %5 = sub i32 %1, %4
  %6 = call i32 "f" %5
  %7 = add i32 %6, %4
  return %7
}`;
  t.deepEqual(run(text, [50_000]), { kind: "returned", value: 50_000 });
  const deep = run(text, [200_000]);
  t.is(deep.kind === "failed" ? deep.message : "", "stack overflow");
});

const OBJECTS = `class "A" instance size 24 align 8 ids 0..1 slots "A.value"
  field "x" u8 +8
  field "y" f64 +16
class "B" parent "A" instance size 24 align 8 ids 1..1 slots "B.value"
global "g" i64 = -5
method "value" slot 0 (ref, i32) -> i32
function "A.value" (ref, i32) -> i32 {
b0(%1: ref, %2: i32):
  return %2
}
function "B.value" (ref, i32) -> i32 {
b0(%1: ref, %2: i32):
  %3 = field.get i32 "A"."x" %1
  %4 = add i32 %3, %2
  return %4
}
function "tsm_allocate_object" (i64, i64) -> ref export "tsm_allocate_object" {
b0(%1: i64, %2: i64):
  %3 = symbol.address "arena"
  %4 = global.get i64 "g"
  %5 = add i64 %3, %4
  %6 = const i64 5
  %7 = add i64 %5, %6
  %8 = trunc %1
  store i32 %7, %8 +4
  %9 = add i64 %4, %2
  global.set "g" %9
  %10 = address.to.ref %7
  return %10
}
function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = new "A"
  %3 = new "B"
  field.set "A"."x" %3, %1
  %4 = call.virtual i32 0:"value" %2, %1
  %5 = call.virtual i32 0:"value" %3, %1
  %6 = class.id %3
  %7 = const i32 1000
  %8 = mul i32 %6, %7
  %9 = add i32 %4, %5
  %10 = add i32 %9, %8
  return %10
}`;

for (const lower of [false, true]) {
  test(`objects, fields and virtual calls, ${lower ? "lowered" : "high"}`, (t) => {
    // 300 is stored in a byte: 44.
    t.deepEqual(run(OBJECTS, [300], { lower }), { kind: "returned", value: 300 + 344 + 1000 });
  });
}

test("a function value is called through its object", (t) => {
  const text = `class "closure" closure size 16 align 8 ids 0..0
closure-class "closure"
function "twice" (ref, i32) -> i32 {
b0(%1: ref, %2: i32):
  %3 = add i32 %2, %2
  return %3
}
function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = closure.static "twice"
  %3 = call.closure i32 (ref, i32) -> i32 %2, %1
  return %3
}`;
  for (const lower of [false, true]) t.deepEqual(run(text, [21], { lower }), { kind: "returned", value: 42 });
});

test("a failed check is a panic, with the function where it was", (t) => {
  const outcome = run(
    'function "f" (i32) -> void at "a.ts":1:1 {\nb0(%1: i32):\n  %2 = const i32 3\n  check.bounds %1, %2 @7:2\n  return\n}',
    [-1],
  );
  t.deepEqual(outcome, { kind: "failed", message: "panic: index -1 out of bounds for length 3", trace: ["f (a.ts:7)"] });
});

test("the trace of a failure names inlined calls too", (t) => {
  const outcome = run(
    'function "f" (i32) -> void at "a.ts":1:1 {\nb0(%1: i32):\n  %2 = const i32 3\n  check.bounds %1, %2 @"b.ts":4:2 in "pick" @7:2\n  return\n}',
    [3],
  );
  t.deepEqual(outcome.kind === "failed" ? outcome.trace : [], ["pick (b.ts:4)", "f (a.ts:7)"]);
});

test("a read near null is found", (t) => {
  const outcome = run('function "f" () -> i32 {\nb0():\n  %1 = const ref null\n  %2 = load i32 i32 %1 +8\n  return %2\n}');
  t.is(outcome.kind === "failed" ? outcome.message : "", "used a value that is null or undefined: no memory at 0x8");
});

test("a linux program writes and exits by system calls", (t) => {
  const text = `module linux
blob "hello" align 1 "68690a"
function "tsm_start" () -> void export "tsm_start" {
b0():
  %1 = blob.address "hello"
  %2 = const i64 1
  %3 = const i64 3
  %4 = const i64 0
  %5 = intrinsic i64 systemCall %2, %2, %1, %3, %4, %4, %4
  %6 = const i64 231
  %7 = intrinsic i64 systemCall %6, %5, %4, %4, %4, %4, %4
  unreachable
}`;
  const { outcome, stdout } = interpretLinuxProgram(parseModule(text));
  t.deepEqual(outcome, { kind: "exited", status: 3 });
  t.is(stdout, "hi\n");
});
