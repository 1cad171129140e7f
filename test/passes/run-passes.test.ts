// Pass runner: order constraints, switches, and the verifier's word after each pass.

import test from "ava";
import { Op } from "../../compiler/ir/ops.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { cleanRound } from "../../compiler/passes/clean-rounds.ts";
import { checkedPasses, type Pass } from "../../compiler/passes/pass.ts";
import { passes } from "../../compiler/passes/passes.ts";
import { runPasses } from "../../compiler/passes/run-passes.ts";
import { CompilerBug } from "../../compiler/support/assert.ts";

const TEXT = 'module linux\nfunction "f" () -> i32 export "f" {\nb0():\n  %1 = const i32 1\n  %2 = add i32 %1, %1\n  return %2\n}';

function recorder(log: string[], name: string, rest: Partial<Pass> = {}): Pass {
  return { name, run: () => void log.push(name), ...rest };
}

test("passes run in order, without those switched off", (t) => {
  const log: string[] = [];
  const table = [recorder(log, "a"), recorder(log, "b"), recorder(log, "c", { isRequired: true }), recorder(log, "d")];
  runPasses(parseModule(TEXT), table, { off: new Set(["b", "c"]) });
  t.deepEqual(log, ["a", "c", "d"]);
  log.length = 0;
  runPasses(parseModule(TEXT), table, { onlyRequired: true });
  t.deepEqual(log, ["c"]);
  log.length = 0;
  runPasses(parseModule(TEXT), table, { stopAfter: "b" });
  t.deepEqual(log, ["a", "b"]);
});

test("a pass that breaks the module is named", (t) => {
  const breaking: Pass = {
    name: "breaking",
    run: (module) => {
      const [fn] = module.functions;
      fn.replace(2, Op.Add, ValueType.I64, [1, 1]);
    },
  };
  const error = t.throws(() => runPasses(parseModule(TEXT), [breaking]), { instanceOf: CompilerBug });
  t.regex(error.message, /after pass breaking: function "f", block b0, %2 = add/);
});

test("a table out of order is refused", (t) => {
  const first = recorder([], "first", { after: ["second"] });
  const second = recorder([], "second");
  t.throws(() => checkedPasses([first, second]), { message: "pass first must come after second" });
  t.throws(() => checkedPasses([first]), { message: "pass first comes after second, which is not in the table" });
  t.throws(() => checkedPasses([second, second]), { message: "two passes have one name" });
});

test("the real table leaves low operations only, even with all that may be off switched off", (t) => {
  const module = parseModule(
    'module linux\nclass "C" instance size 16 align 8 ids 0..0\nfunction "f" () -> ref export "f" {\nb0():\n  %1 = new "C"\n  return %1\n}',
  );
  runPasses(module, passes, { onlyRequired: true });
  t.false(module.functions[0].blocks.some((block) => block.insts.some((value) => module.functions[0].op(value) === Op.New)));
});

test("a clean round takes up the functions that changed since the round before, and no others", (t) => {
  const module = parseModule(`${TEXT}\n${TEXT.replaceAll('"f"', '"g"').replace("module linux\n", "")}`);
  const [f, g] = module.functions;
  runPasses(module, checkedPasses(cleanRound("first")));
  t.is(printModule(module, { positions: false }).match(/const i32 2/g)?.length, 2);
  // In place, which no pass does: what is not seen to have changed is left alone.
  const left = g.blocks[0].insts[0];
  g.replace(left, Op.Add, ValueType.I32, [left, left]);
  const sum = f.create(Op.Add, ValueType.I32, [f.blocks[0].insts[0], f.blocks[0].insts[0]]);
  f.blocks[0].insts.splice(1, 0, sum);
  f.setOperand(f.terminator(f.blocks[0]), 0, sum);
  runPasses(module, checkedPasses(cleanRound("second")), { verify: false });
  t.regex(printModule(module, { positions: false }), /const i32 4/);
  t.is(g.op(left), Op.Add);
});
