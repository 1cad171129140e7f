// Debugging a program that was compiled without optimisation: every variable is there, in the whole of its block.

import test from "ava";
import { expectedText } from "../golden.ts";
import { Debuggee } from "./gdb.ts";

const ledger = new Debuggee("test/debug/programs/ledger.ts", false);

test("a session: breakpoints by line, steps, every kind of variable, results", (t) => {
  const places = ["// deposit", "// total done", "// collect", "// count"].map((text) => `break ${ledger.lineWith(text)}`);
  const commands = [
    ...places,
    "run",
    ...["info args", "info locals", "print *this", "ptype this", "whatis this", "next", "print this.balance", "finish"],
    ...["continue", "info args", "info locals", "print visits", "print values.elements[1] * 2", "finish"],
    ...["continue", "info args", "info locals", "up", "info args", "print calls", "print text", "down"],
    ...["continue", "info args", "info locals", "whatis names", "print accounts.elements[1].owner", "print mine == accounts.elements[0]"],
    ...["delete", "continue"],
  ];
  const answers = ledger.ask(commands);
  const session = commands.map((command, index) => `(gdb) ${command}\n${answers[index]}\n`).join("");
  t.is(
    session.replace(/\[Inferior.*\]/, "[ended]"),
    expectedText("debug/goldens/plain-session.txt", session.replace(/\[Inferior.*\]/, "[ended]")),
  );
});

test("a loop is stepped line by line, and its variables are those of this turn", (t) => {
  const answers = ledger.ask([
    `tbreak ${ledger.lineWith("const value = values[index]")}`,
    "run",
    ...["next", "next", "next", "next", "next", "info locals"],
  ]);
  const lines = answers.slice(2, 7).map((answer) => answer.split("\t")[1]?.trim());
  t.deepEqual(lines, [
    "sum += value; // total",
    "visits++;",
    "for (let index = 0; index < values.length; index++) {",
    "const value = values[index];",
    "sum += value; // total",
  ]);
  t.is(answers[7], "value = 2\nindex = 1\nsum = 1");
});

test("the calls of a recursion are frames with their own variables", (t) => {
  const answers = ledger.ask([
    `break ${ledger.lineWith("// bottom")} if depth == 0`,
    "run",
    "bt -frame-arguments all 4",
    "up 2",
    "print depth",
  ]);
  t.regex(answers[2], /^#0 {2}descend \(depth=0\).*\n#1 .*descend \(depth=1\).*\n#2 .*descend \(depth=2\).*\n#3 .*descend \(depth=3\)/);
  t.is(answers[4], "$1 = 2");
});

test("a variable of an inner block hides the outer one, and is gone behind the block", (t) => {
  const blocks = new Debuggee("test/debug/programs/nested-blocks.ts", false);
  const answers = blocks.ask([
    `break ${blocks.lineWith("// inner")}`,
    `break ${blocks.lineWith("// outer")}`,
    "run",
    "print value",
    "continue",
    "print value",
    "print only",
  ]);
  t.deepEqual([answers[3], answers[5], answers[6]], ["$1 = 2", "$2 = 1", ""]);
});

test("the first line of a loop's body has this turn's element, also when what it calls is found in the object", (t) => {
  const walk = new Debuggee("test/debug/programs/walk.ts", false);
  const answers = walk.ask([
    `break ${walk.lineWith("// body")}`,
    "run",
    "print shape.side",
    "next",
    "next",
    "next",
    "print shape.side",
    "info locals",
  ]);
  t.deepEqual([answers[2], answers[6]], ["$1 = 3", "$2 = 4"]);
  t.deepEqual(
    answers.slice(3, 6).map((answer) => answer.split("\t")[1]?.trim()),
    ["sum += shape.side;", "for (const shape of shapes) {", "sum += shape.area(); // body"],
  );
  t.regex(answers[7], /sum = 12$/m);
});
