// Debugging an optimised program: what is shown is right, and what the code has no more is said to be optimised out.

import test from "ava";
import { Debuggee } from "./gdb.ts";

const ledger = new Debuggee("test/debug/programs/ledger.ts", true);

test("arguments, this and fields at a breakpoint in a method", (t) => {
  const answers = ledger.ask(["break Account.deposit", "run", "print this.owner", "print amount", "print kind", "next", "finish"]);
  t.regex(answers[1], /Account\.deposit \(this=Savings = \{\.\.\.\}, amount=12\.5, kind=Kind\.Expense\)/);
  t.deepEqual(answers.slice(2, 5), ['$1 = "Ada"', "$2 = 12.5", "$3 = Kind.Expense"]);
  t.regex(answers[6], /Value returned is \$4 = 29\.5$/);
});

test("variables that were narrowed to integers, or are constants, are still numbers", (t) => {
  const answers = ledger.ask([
    `break ${ledger.lineWith("visits++;")}`,
    "run",
    "print index",
    "print sum",
    "continue",
    "print index",
    "print index / 2",
  ]);
  t.deepEqual([answers[2], answers[3], answers[5], answers[6]], ["$1 = 0", "$2 = 1", "$3 = 1", "$4 = 0.5"]);
});

test("the callers' variables that live in saved registers are found through the frames", (t) => {
  const answers = ledger.ask([`break ${ledger.lineWith("// count")}`, "run", "up", "print text", "print names"]);
  t.deepEqual(answers.slice(3), ['$1 = "2 of two"', '$2 = Map<string,number> of 2 = {["Ada"] = 1, ["Grace"] = 2}']);
});

test("a body that stands in place of a call is a frame of its own", (t) => {
  const inlined = new Debuggee("test/debug/programs/inlined.ts", true);
  const answers = inlined.ask([`break ${inlined.lineWith("// innermost")}`, "run", "bt 3", "info args", "up", "info args"]);
  t.regex(answers[2], /^#0 {2}scaled \(.*\n#1 .*sumOfScaled \(.*\n#2 .*inlined \(\)/);
  t.regex(answers[3], /^value = 2\b/);
  t.regex(answers[5], /^values = length 2 = \{2, 3\}/);
});

test("what is not there any more is said to be so", (t) => {
  const answers = ledger.ask([`break ${ledger.lineWith("// total done")}`, "run", "print limit", "print sum", "print values"]);
  t.is(answers[3], "$2 = 6.5");
  t.true(["$3 = <optimized out>", "$3 = length 3 = {1, 2, 3.5}"].includes(answers[4]), answers[4]);
});
