// Copies of a module: what passes do to the copy, the original does not see.

import test from "ava";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { Reading } from "../../compiler/ir/variables.ts";

const SOURCE = `module linux
function "f" (i32) -> i32 {
b0(%1: i32):
  %2 = add i32 %1, %1
  return %2
}
`;

function bound(): ReturnType<typeof parseModule> {
  const module = parseModule(SOURCE);
  module.functions[0].variables.add(2, {
    variable: 0,
    scope: 0,
    value: 1,
    reading: Reading.Same,
    position: 0,
    isMerge: false,
    constant: null,
  });
  return module;
}

test("instructions of a copy are its own", (t) => {
  const module = bound();
  const before = printModule(module);
  const [fn] = module.copy().functions;
  fn.setOperand(2, 0, 2);
  fn.blocks[0].insts.pop();
  t.is(printModule(module), before);
});

test("variables of a copy are its own", (t) => {
  const module = bound();
  const [original] = module.functions;
  const [copied] = module.copy().functions;
  t.deepEqual(copied.variables.at(2), original.variables.at(2));
  copied.variables.replaceValues((value) => (value === 1 ? 2 : value));
  copied.variables.add(3, { ...original.variables.at(2)[0] });
  t.is(copied.variables.at(2)[0].value, 2);
  t.is(original.variables.at(2)[0].value, 1);
  t.is(original.variables.at(3).length, 0);
});
