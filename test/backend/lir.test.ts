// LIR: selection makes valid LIR, its text form can be read back, and the verifier sees each broken invariant.

import test from "ava";
import { lowerModule } from "../../compiler/passes/lower.ts";
import { SymbolNames } from "../../compiler/target/symbol-names.ts";
import type { LirFunction } from "../../compiler/target/x64/lir.ts";
import { LirSyntaxError, parseLir } from "../../compiler/target/x64/lir-parse.ts";
import { printLir } from "../../compiler/target/x64/lir-print.ts";
import { verifyLir } from "../../compiler/target/x64/lir-verify.ts";
import { selectFunction } from "../../compiler/target/x64/select-rules.ts";
import { randomModule } from "./random-functions.ts";

function selectedFunctions(seed: number): LirFunction[] {
  const module = randomModule(seed, 20);
  lowerModule(module);
  const names = new SymbolNames(module);
  return module.functions.map((fn) => selectFunction(module, fn, names));
}

test("selected functions are valid", (t) => {
  for (const lir of selectedFunctions(21)) t.deepEqual(verifyLir(lir), []);
});

test("parser and printer are inverse", (t) => {
  for (const lir of selectedFunctions(22)) {
    const text = printLir(lir);
    t.is(printLir(parseLir(text)), text);
  }
});

test("nonsense is refused", (t) => {
  for (const text of ["", "lir", 'lir "f" outgoing 0 ()\nmov', 'lir "f" outgoing 0 ()\nb0():\n  fly rax', 'lir "f" outgoing 0 ()\nb1():']) {
    t.throws(() => parseLir(text), { instanceOf: LirSyntaxError });
  }
});

const BROKEN: readonly { readonly title: string; readonly text: string; readonly message: RegExp }[] = [
  {
    title: "a register that nothing defines",
    text: "b0():\n  copy64 rax, v0\n  return | rax\n  -> ",
    message: /v0 is used where it is not defined/,
  },
  { title: "a block without terminator", text: "b0():\n  mov64 v0, 1\n  -> ", message: /no terminator/ },
  { title: "a terminator in the middle", text: "b0():\n  stop\n  stop\n  -> ", message: /no terminator, or one that is not at the end/ },
  { title: "an edge too many", text: "b0():\n  jump\n  -> b1(), b1()\nb1():\n  stop\n  -> ", message: /jump with 2 edges/ },
  { title: "a missing argument", text: "b0():\n  jump\n  -> b1()\nb1(v0):\n  stop\n  -> ", message: /0 arguments for 1 parameters/ },
  {
    title: "an argument of another kind",
    text: "b0():\n  mov64 v0, 1\n  jump\n  -> b1(v0)\nb1(v1):\n  stop\n  -> ",
    message: /of another kind/,
  },
  {
    title: "a critical edge",
    text: "b0():\n  mov64 v0, 1\n  cmp64 v0, 1\n  branch.e\n  -> b1(), b1()\nb1():\n  stop\n  -> ",
    message: /the edge to b1 is critical/,
  },
  {
    title: "a physical register read in another block",
    text: "b0():\n  jump\n  -> b1()\nb1():\n  copy64 v0, rdi\n  stop\n  -> ",
    message: /reads rdi, which nothing here defines/,
  },
];

for (const { title, text, message } of BROKEN) {
  test(`the verifier finds ${title}`, (t) => {
    t.regex(verifyLir(parseLir(`lir "f" outgoing 0 (v0:i64, v1:f64)\n${text}\n`)).join("\n"), message);
  });
}
