// Text form: the printer and the parser are inverse to each other, and the parser refuses what is not the form.

import test from "ava";
import { Builder } from "../../compiler/ir/builder.ts";
import { intrinsicIndexByName } from "../../compiler/ir/intrinsics.ts";
import { ClassShape, Module } from "../../compiler/ir/module.ts";
import { Op, ops, PanicKind } from "../../compiler/ir/ops.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { IrSyntaxError } from "../../compiler/ir/tokens.ts";
import { MemoryKind, ValueType } from "../../compiler/ir/types.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { expectedText } from "../golden.ts";

/** One of everything that the text form has. */
function makeModule(): Module {
  const module = new Module("linux");
  const text = module.addClass("string", null, ClassShape.String);
  module.stringClass = text.index;
  module.closureClass = module.addClass("closure", null, ClassShape.Closure).index;
  const shape = module.addClass("Shape", null, ClassShape.Instance);
  const width = module.addField(shape, "width", MemoryKind.I32);
  const square = module.addClass("Square", shape.index, ClassShape.Instance);
  module.addField(square, '#label "quoted"', MemoryKind.Ref);
  module.addClass("Array<u8>", null, ClassShape.Array, false, MemoryKind.U8);
  const packed = module.addClass("Gate", null, ClassShape.Instance, true);
  module.addField(packed, "limit", MemoryKind.U16);
  const count = module.addGlobal("counter.count", MemoryKind.I32);
  count.exportName = "count";
  count.initial = -7n;
  module.blobs.push({ name: "font", alignment: 8, bytes: Uint8Array.of(0, 17, 255) });

  const external = module.addFunction("lidt", { params: [ValueType.I64], result: ValueType.Void });
  external.isExternal = true;
  external.exportName = "load_idt";
  const area = module.addFunction("Shape.area", { params: [ValueType.Ref], result: ValueType.I32 });
  area.inlining = "always";
  area.declaredAt = module.internPosition("shapes.ts", 3, 1);
  shape.slots = [area.index, -1];
  shape.lastId = 1;
  square.firstId = square.lastId = 1;
  const method = module.addMethod("area", 0, { params: [ValueType.Ref], result: ValueType.I32 });
  const b = new Builder(module, area, area.addBlock());
  const self = area.addParameter(b.block, ValueType.Ref);
  b.position = module.internPosition("shapes.ts", 4, 12);
  const loaded = b.emit(Op.FieldGet, [self], width.index);
  b.return(b.emit(Op.Multiply, [loaded, loaded]));

  const main = module.addFunction("main", { params: [ValueType.I32], result: ValueType.F64 });
  main.exportName = "main";
  main.inlining = "never";
  main.isInitializer = true;
  main.isAdapter = true;
  main.shownAs = "[Function: main]";
  const entry = new Builder(module, main, main.addBlock());
  const argument = main.addParameter(entry.block, ValueType.I32);
  const [loop, out, cold] = [main.addBlock(), main.addBlock(), main.addBlock()];
  cold.isCold = true;
  entry.position = module.internPosition("library.ts", 9, 5);
  const object = entry.emit(Op.New, [], square.index);
  entry.position = module.internPosition("shapes.ts", 4, 12, module.internScope("Shape.area", module.internPosition("library.ts", 9, 7)));
  entry.emit(Op.FieldSet, [object, argument], width.index);
  entry.position = module.internPosition("library.ts", 9, 5);
  entry.emit(Op.CheckNull, [object]);
  entry.emit(Op.Call, [entry.int(ValueType.I64, -(2n ** 63n))], external.index);
  entry.emit(Op.StringConstant, [], module.internString('a "b"\n\ud800 ; no comment %1'));
  entry.emit(Op.Check, [entry.int(ValueType.Bool, 1)], PanicKind.OutOfMemory);
  entry.emit(Op.StaticClosure, [], area.index);
  entry.emit(Op.Intrinsic, [], intrinsicIndexByName.get("readTimeStampCounter"));
  entry.emit(
    Op.CallClosure,
    [entry.nullRef(), argument],
    module.internSignature({ params: [ValueType.Ref, ValueType.I32], result: ValueType.Void }),
  );
  entry.jump(loop, [entry.emit(Op.CallVirtual, [object], method.index)]);
  const step = new Builder(module, main, loop);
  const counter = main.addParameter(loop, ValueType.I32);
  step.switch(counter, [-1, 5], [out, cold], cold);
  const last = new Builder(module, main, out);
  const address = last.emit(Op.GlobalAddress, [], count.index);
  last.store(MemoryKind.U8, address, last.load(MemoryKind.I16, address, -8), 24);
  last.return(last.emit(Op.FloatAdd, [last.float(-0), last.emit(Op.FloatSubtract, [last.float(Number.NaN), last.float(1e300)])]));
  new Builder(module, main, cold).unreachable();
  return module;
}

test("the printed form of a module is as expected", (t) => {
  const module = makeModule();
  t.deepEqual(verifyModule(module), []);
  t.is(printModule(module), expectedText("ir/goldens/text-form.ir", printModule(module)));
});

test("parsing what was printed gives the same text", (t) => {
  const text = printModule(makeModule());
  const parsed = parseModule(text);
  t.deepEqual(verifyModule(parsed), []);
  t.is(printModule(parsed), text);
});

test("positions can be left out", (t) => {
  t.notRegex(printModule(makeModule(), { positions: false }), /@/);
});

test("every operation has a name of its own and stands where its number says", (t) => {
  t.is(new Set(ops.map((row) => row.name)).size, ops.length);
  t.is(ops[Op.StaticClosure].name, "closure.static");
  t.is(ops[Op.Select].name, "select");
  t.is(ops[Op.Unreachable].name, "unreachable");
  t.is(ops.length, Op.Unreachable + 1);
});

const refused: readonly (readonly [string, string, RegExp])[] = [
  ["an unknown operation", 'function "f" () -> void {\nb0():\n  frobnicate\n}', /line 4: expected an operation/],
  ["a function that is not there", 'function "f" () -> void {\nb0():\n  call "g"\n  return\n}', /no function g/],
  ["a block that is not there", 'function "f" () -> void {\nb0():\n  jump b1()\n}', /no block b1 in f/],
  ["a body without end", 'function "f" () -> void {\nb0():\n  return', /has no end/],
  ["a stray character", 'global "g" i32 ~', /line 2: unexpected "~"/],
];
for (const [what, text, message] of refused) {
  test(`the parser refuses ${what}`, (t) => {
    const error = t.throws(() => parseModule(`module linux\n${text}\n`), { instanceOf: IrSyntaxError });
    t.regex(error.message, message);
  });
}
