// High operations natively: objects, fields, arrays, virtual and closure calls, counts, checks, strings, after `lower`.
// The runtime functions they call are written in the IR here: an object is a page of its own, a panic ends the process.

import test from "ava";
import { parseModule } from "../../compiler/ir/parse.ts";
import { ALLOCATORS, bitsOfDouble, compileCalls, type NativeCall, runCalls, runExecutable } from "./native.ts";

const PRELUDE = `module linux
class "string" string size 8 align 8 ids 9..9
class "closure" closure size 8 align 8 ids 8..8
class "Shape" instance size 16 align 8 ids 0..1 slots "Shape.area", "Shape.twice"
  field "width" i32 +8
  field "tag" u16 +12
class "Square" parent "Shape" instance size 32 align 8 ids 1..1 slots "Square.area", "Shape.twice"
  field "next" ref +16
  field "weight" f64 +24
class "Cell" instance packed size 8 align 8 ids 0..0
  field "low" i8 +0
  field "high" i16 +2
string-class "string"
closure-class "closure"
global "dropped" i64
string "hello"
string "\\u20ac and \\u00e9"
function "tsm_allocate_object" (i64, i64) -> ref export "tsm_allocate_object" {
b0(%1: i64, %2: i64):
  %3 = const i64 9
  %4 = const i64 0
  %5 = const i64 3
  %6 = const i64 34
  %7 = const i64 -1
  %8 = intrinsic i64 systemCall %3, %4, %2, %5, %6, %7, %4
  %9 = const i32 1
  store i32 %8, %9 +0
  %11 = trunc %1
  store i32 %8, %11 +4
  %13 = address.to.ref %8
  return %13
}
function "tsm_drop_object" (i64) -> void export "tsm_drop_object" {
b0(%1: i64):
  %2 = global.get i64 "dropped"
  %3 = const i64 1
  %4 = add i64 %2, %3
  global.set "dropped" %4
  return
}
function "exit" (i32) -> void noreturn {
b0(%1: i32):
  %2 = const i64 231
  %3 = sext32 %1
  %4 = intrinsic i64 systemCall %2, %3, %3, %3, %3, %3, %3
  unreachable
}
function "tsm_panic_bounds" (i32, i32) -> void export "tsm_panic_bounds" noreturn {
b0(%1: i32, %2: i32):
  %3 = add i32 %1, %2
  call "exit" %3
  unreachable
}
function "tsm_panic_null" () -> void export "tsm_panic_null" noreturn {
b0():
  %1 = const i32 41
  call "exit" %1
  unreachable
}
function "tsm_panic_division" () -> void export "tsm_panic_division" noreturn {
b0():
  %1 = const i32 42
  call "exit" %1
  unreachable
}
function "Shape.area" (ref) -> i32 {
b0(%1: ref):
  %2 = const i32 0
  return %2
}
function "Square.area" (ref) -> i32 {
b0(%1: ref):
  %2 = field.get i32 "Shape"."width" %1
  %3 = mul i32 %2, %2
  return %3
}
function "Shape.twice" (ref) -> i32 {
b0(%1: ref):
  %2 = call.virtual i32 0:"area" %1
  %3 = add i32 %2, %2
  return %3
}
method "area" slot 0 (ref) -> i32
method "twice" slot 1 (ref) -> i32
function "add" (ref, i32, f64) -> f64 {
b0(%1: ref, %2: i32, %3: f64):
  %4 = sitof %2
  %5 = fadd f64 %4, %3
  return %5
}
`;

interface Example {
  readonly title: string;
  /** Of function "f". */
  readonly text: string;
  readonly calls: readonly { readonly args: readonly bigint[]; readonly result: bigint }[];
}

const EXAMPLES: readonly Example[] = [
  {
    title: "objects have fields and virtual methods",
    text: `function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = new "Square"
  field.set "Shape"."width" %2, %1
  %4 = call.virtual i32 1:"twice" %2
  %5 = new "Shape"
  field.set "Shape"."width" %5, %1
  %7 = call.virtual i32 1:"twice" %5
  %8 = class.id %2
  %9 = class.id %5
  %10 = const i32 100
  %11 = mul i32 %8, %10
  %12 = add i32 %11, %9
  %13 = add i32 %4, %7
  %14 = const i32 1000
  %15 = mul i32 %13, %14
  %16 = add i32 %15, %12
  return %16
}`,
    calls: [{ args: [3n], result: 18100n }],
  },
  {
    title: "fields of every width keep their values apart",
    text: `function "f" (i32, f64) -> f64 {
b0(%1: i32, %2: f64):
  %3 = new "Square"
  field.set "Shape"."width" %3, %1
  field.set "Shape"."tag" %3, %1
  field.set "Square"."next" %3, %3
  field.set "Square"."weight" %3, %2
  %8 = field.get ref "Square"."next" %3
  %9 = field.get i32 "Shape"."tag" %8
  %10 = field.get i32 "Shape"."width" %8
  %11 = field.get f64 "Square"."weight" %8
  %12 = sitof %9
  %13 = sitof %10
  %14 = fadd f64 %12, %13
  %15 = fmul f64 %14, %11
  %16 = ref.to.address %3
  %17 = const i32 -3
  field.set "Cell"."high" %16, %17
  %19 = field.get i32 "Cell"."high" %16
  %20 = sitof %19
  %21 = fadd f64 %15, %20
  return %21
}`,
    calls: [{ args: [-1n, bitsOfDouble(0.5)], result: bitsOfDouble((65535 - 1) / 2 - 3) }],
  },
  {
    title: "closures are called with themselves first",
    text: `function "f" (i32, f64) -> f64 {
b0(%1: i32, %2: f64):
  %3 = closure.static "add"
  %4 = call.closure f64 (ref, i32, f64) -> f64 %3, %1, %2
  return %4
}`,
    calls: [{ args: [-2n, bitsOfDouble(0.25)], result: bitsOfDouble(-1.75) }],
  },
  {
    title: "strings are laid out with length and units, narrow and wide",
    text: `function "f" (i64) -> i32 {
b0(%1: i64):
  %2 = string "hello"
  %3 = string "\\u20ac and \\u00e9"
  %4 = string.length %2
  %5 = string.length %3
  %6 = load i32 i32 %3 +12
  %7 = load i32 u16 %3 +16
  %8 = load i32 u8 %2 +20
  %9 = load i32 i32 %2 +0
  %10 = add i32 %6, %9
  %11 = add i32 %10, %7
  %12 = add i32 %11, %8
  %13 = const i32 65536
  %14 = mul i32 %5, %13
  %15 = add i32 %12, %14
  %16 = add i32 %15, %4
  return %16
}`,
    calls: [{ args: [0n], result: BigInt(0x20ac + 0x6f + 7 * 65536 + 5) }],
  },
  {
    title: "counts go up and down, spare null and constants, and the last reference drops the object",
    text: `function "f" (ref) -> i64 {
b0(%1: ref):
  %2 = new "Shape"
  retain %2
  retain %2
  release %2
  %6 = load i32 i32 %2 +0
  release %2
  %8 = global.get i64 "dropped"
  release %2
  %10 = global.get i64 "dropped"
  retain %1
  release %1
  %13 = string "hello"
  retain %13
  release %13
  %16 = load i32 i32 %13 +0
  %17 = zext32 %16
  %18 = zext32 %6
  %19 = add i64 %17, %18
  %20 = const i64 16
  %21 = mul i64 %8, %20
  %22 = add i64 %19, %21
  %23 = const i64 256
  %24 = mul i64 %10, %23
  %25 = add i64 %22, %24
  return %25
}`,
    calls: [{ args: [0n], result: 0x8000_0000n + 2n + 256n }],
  },
  {
    title: "array elements of every width are found by index",
    text: `function "f" (i32, i32) -> i32 {
b0(%1: i32, %2: i32):
  %3 = new "Square"
  %4 = ref.to.address %3
  %5 = const i64 64
  %6 = add i64 %4, %5
  store i64 %3, %6 +16
  store i32 %3, %1 +8
  array.set i32 %3, %2, %1
  %10 = array.get i32 i32 %3, %2
  array.set u8 %3, %2, %10
  %12 = array.get i32 i8 %3, %2
  array.set u16 %3, %2, %12
  %14 = array.get i32 u16 %3, %2
  %15 = array.length %3
  check.bounds %2, %15
  %17 = add i32 %14, %10
  return %17
}`,
    calls: [{ args: [200n, 5n], result: BigInt(65536 - 56 + 200) }],
  },
];

for (const allocator of ALLOCATORS) {
  for (const { title, text, calls } of EXAMPLES) {
    test(`${allocator}: ${title}`, (t) => {
      const native = calls.map(({ args }): NativeCall => ({ name: "f", args }));
      t.deepEqual(
        runCalls(parseModule(PRELUDE + text), native, allocator),
        calls.map(({ result }) => result),
      );
    });
  }
}

const CHECKS: readonly { readonly title: string; readonly body: string; readonly status: number }[] = [
  { title: "an index beyond the length", body: "%1 = const i32 7\n  %2 = const i32 3\n  check.bounds %1, %2\n  return", status: 10 },
  { title: "a negative index", body: "%1 = const i32 -1\n  %2 = const i32 31\n  check.bounds %1, %2\n  return", status: 30 },
  { title: "null", body: "%1 = const ref null\n  check.null %1\n  return", status: 41 },
  { title: "a false condition", body: "%1 = const bool 0\n  check division %1\n  return", status: 42 },
  { title: "nothing wrong", body: "%1 = const i32 2\n  %2 = const i32 3\n  check.bounds %1, %2\n  return", status: 0 },
];

for (const allocator of ALLOCATORS) {
  for (const { title, body, status } of CHECKS) {
    test(`${allocator}: a check panics for ${title}`, (t) => {
      const module = parseModule(`${PRELUDE}function "f" () -> void {\nb0():\n  ${body}\n}`);
      t.is(runExecutable(compileCalls(module, [{ name: "f", args: [] }], allocator)).status, status);
    });
  }
}
