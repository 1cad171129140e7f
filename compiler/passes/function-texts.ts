// Function texts: the function that answers Op.FunctionText, by the code address in the function value.
// Requires:    dead functions are removed: every function that is a value here gets a test and keeps alive.

import { Builder } from "../ir/builder.ts";
import { type IrFunction, NAMELESS } from "../ir/function.ts";
import * as layout from "../ir/layout.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";

/** Adds the function to a module that asks for texts; null where none does. The counts are done: its result is a constant. */
export function addFunctionTexts(module: Module): IrFunction | null {
  const { isAsked, values } = functionValues(module);
  if (!isAsked) return null;
  const fn = module.addFunction("function.text", { params: [ValueType.Ref], result: ValueType.Ref });
  fn.inlining = "never";
  const entry = fn.addBlock();
  const given = fn.addParameter(entry, ValueType.Ref);
  const loop = fn.addBlock();
  const closure = fn.addParameter(loop, ValueType.Ref);
  const builder = new Builder(module, fn, entry);
  builder.jump(loop, [given]);
  builder.block = loop;
  const address = builder.emit(Op.RefToAddress, [closure]);
  const code = builder.load(MemoryKind.I64, address, layout.CLOSURE_CODE_OFFSET);
  for (const value of values) {
    if (!value.isAdapter && value.shownAs === NAMELESS) continue;
    const [found, next] = [fn.addBlock(), fn.addBlock()];
    builder.branch(builder.emit(Op.Equal, [code, builder.emit(Op.FunctionAddress, [], value.index)]), found, next);
    builder.block = found;
    if (value.isAdapter) builder.jump(loop, [builder.load(MemoryKind.Ref, address, layout.CLOSURE_CAPTURES_OFFSET)]);
    else builder.return(builder.emit(Op.StringConstant, [], module.internString(value.shownAs)));
    builder.block = next;
  }
  builder.return(builder.emit(Op.StringConstant, [], module.internString(NAMELESS)));
  return fn;
}

function functionValues(module: Module): { isAsked: boolean; values: IrFunction[] } {
  const values = new Set<IrFunction>();
  let isAsked = false;
  for (const fn of module.functions) {
    for (const block of fn.blocks) {
      for (const inst of block.insts) {
        const op = fn.op(inst);
        if (op === Op.FunctionText) isAsked = true;
        else if (op === Op.FunctionAddress || op === Op.StaticClosure) values.add(module.functions[fn.aux(inst)]);
      }
    }
  }
  return { isAsked, values: [...values] };
}
