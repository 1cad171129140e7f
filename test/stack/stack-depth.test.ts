// Stack depth: computed from call graphs by hand, from IR with calls through addresses, and against what a running program measures itself.

import { join } from "node:path";
import test from "ava";
import { compile } from "../../compiler/driver.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { StackDepths, type StackFrame, stackReport } from "../../compiler/stack-depth.ts";
import { generateCode } from "../../compiler/target/x64/generate.ts";
import { compileForLinux, run } from "../runtime/linux-program.ts";

declare const REPOSITORY_ROOT: string;

function frame(symbol: string, frameSizeBytes: number | undefined, ...callees: string[]): StackFrame {
  return { symbol, frameSizeBytes, callees };
}

test("the deepest chain counts, however many calls the others have", (t) => {
  const frames = [
    frame("main", 16, "wide", "deep"),
    frame("wide", 40, "leaf"),
    frame("deep", 16, "deeper"),
    frame("deeper", 32, "leaf"),
    frame("leaf", 16),
  ];
  const depths = new StackDepths(frames);
  t.deepEqual(depths.of("main"), { root: "main", sizeBytes: 80, reason: "", path: ["main", "deep", "deeper", "leaf"] });
  t.is(depths.of("wide").sizeBytes, 56);
});

test("recursion has no bound, and its circle is shown", (t) => {
  const depths = new StackDepths([frame("main", 16, "even"), frame("even", 16, "odd"), frame("odd", 16, "even"), frame("leaf", 8)]);
  const { sizeBytes, reason, path } = depths.of("main");
  t.deepEqual([sizeBytes, reason, path.join(" > ")], [undefined, "recursive", "main > even > odd > even"]);
  t.is(depths.of("leaf").sizeBytes, 8);
});

test("a frame of unknown size makes all callers unknown, for its reason", (t) => {
  const depths = new StackDepths([frame("main", 16, "strange"), { ...frame("strange", undefined), reason: "a loop grows the stack" }]);
  t.deepEqual(depths.of("main"), { root: "main", sizeBytes: undefined, reason: "a loop grows the stack", path: ["main", "strange"] });
});

test("a panic may panic once more: it counts twice, and is no recursion", (t) => {
  const depths = new StackDepths([
    frame("main", 16, "check"),
    frame("check", 16, "tsm_panic_bounds"),
    frame("tsm_panic_bounds", 24, "report"),
    frame("report", 40, "tsm_panic_bounds"),
  ]);
  t.is(depths.of("main").sizeBytes, 32 + 2 * 64);
});

test("what runs on a stack that assembly switches to is counted from there", (t) => {
  const entry: StackFrame = { symbol: "entry", frameSizeBytes: 8, callees: [], switched: [{ callee: "main", sizeBytes: 24 }] };
  const frames = [entry, frame("main", 16, "leaf"), frame("leaf", 48)];
  const depths = new StackDepths(frames);
  t.is(depths.of("entry").sizeBytes, 8);
  t.is(depths.afterSwitch("entry")?.sizeBytes, 24 + 16 + 48);
  t.is(depths.afterSwitch("main"), undefined);
  t.is(stackReport(frames, frames.slice(1)), "       88  entry > main > leaf\n");
});

const INDIRECT = `module linux
class "Animal" instance size 8 align 8 ids 0..1 slots "speak"
class "Dog" parent "Animal" instance size 8 align 8 ids 1..1 slots "bark"
function "speak" (ref) -> i32 {
b0(%1: ref):
  %2 = const i32 1
  return %2
}
function "bark" (ref) -> i32 {
b0(%1: ref):
  %2 = const i32 2
  return %2
}
function "taken" (i32) -> i32 {
b0(%1: i32):
  return %1
}
function "direct" (i32) -> i32 {
b0(%1: i32):
  return %1
}
function "main" (ref, i64) -> i32 export "main" {
b0(%1: ref, %2: i64):
  %3 = function.address "taken"
  %4 = class.descriptor "Dog"
  %5 = const i32 7
  %6 = call i32 "direct" %5
  %7 = call.indirect i32 (i32) -> i32 %2, %6
  %8 = call.indirect i32 (ref) -> i32 %4, %1
  %9 = add i32 %7, %8
  return %9
}
`;

test("a call through an address may reach what has its signature and an address that is taken, or stands in a class's table", (t) => {
  const { frames } = generateCode(parseModule(INDIRECT), { optimise: true, allocator: "linear-scan" });
  const main = frames.find(({ symbol }) => symbol === "main");
  t.deepEqual([...(main?.callees ?? [])].sort(), ["bark", "direct", "taken"]);
});

for (const isOptimised of [false, true]) {
  test(`${isOptimised ? "optimised" : "not optimised"}: the computed depth is what the program measures`, (t) => {
    const file = "test/stack/programs/measured-depth.ts";
    const { code } = compile({
      entries: [join(REPOSITORY_ROOT, file)],
      profile: "linux",
      runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
      root: REPOSITORY_ROOT,
      isOptimised,
    });
    const depth = new StackDepths(code?.frames ?? []).of("root");
    t.deepEqual(depth.path, ["root", "measure", "Square.area", "record"]);
    t.is(run(compileForLinux(file, isOptimised)).stdout, `${depth.sizeBytes}\n`);
  });
}
