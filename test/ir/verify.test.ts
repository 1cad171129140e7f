// Verifier: each broken invariant is found, and the message names function, block and value.

import test from "ava";
import { parseModule } from "../../compiler/ir/parse.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";

function messagesOf(body: string, signature = "(i32, i32) -> i32"): string[] {
  return verifyModule(
    parseModule(`module linux\nclass "C" instance size 16 align 8 ids 0..0\n  field "x" i32 +8\n
function "g" (i64) -> f64 external\nfunction "f" ${signature} {\n${body}\n}\n`),
  );
}

const HEAD = "b0(%1: i32, %2: i32):\n";

test("a loop with block parameters is valid", (t) => {
  t.deepEqual(
    messagesOf(`${HEAD}  jump b1(%1)\nb1(%3: i32):\n  %4 = slt %3, %2\n  branch %4, b2(), b3()
b2():\n  %5 = const i32 1\n  %6 = add i32 %3, %5\n  jump b1(%6)\nb3():\n  return %3`),
    [],
  );
});

const broken: readonly (readonly [string, string, RegExp])[] = [
  [
    "an operand of another type",
    `${HEAD}  %3 = sext32 %1\n  %4 = add i32 %1, %3\n  return %4`,
    /function "f", block b0, %4 = add: operand 1 is i64, not T/,
  ],
  ["comparison of two types", `${HEAD}  %3 = sext32 %1\n  %4 = eq %1, %3\n  return %1`, /%4 = eq: operand 1 is i64, not same/],
  ["an equality of floats", `${HEAD}  %3 = const f64 1\n  %4 = eq %3, %3\n  return %1`, /floats compare with feq/],
  ["a result outside the class", `${HEAD}  %3 = const f64 1\n  %4 = add f64 %3, %3\n  return %1`, /result f64 is not of class int/],
  [
    "a use before the definition",
    `${HEAD}  %4 = add i32 %3, %1\n  %3 = add i32 %1, %1\n  return %4`,
    /%3 of b0 does not dominate this use/,
  ],
  [
    "a use that is not dominated",
    `${HEAD}  %3 = slt %1, %2\n  branch %3, b1(), b2()\nb1():\n  %4 = add i32 %1, %2\n  jump b2()\nb2():\n  return %4`,
    /block b2.*%4 of b1 does not dominate/,
  ],
  ["an undefined value", `${HEAD}  return %7`, /uses %7, which is not defined/],
  ["a void operand", `${HEAD}  %3 = const i64 0\n  store i32 %3, %1\n  return %3`, /operand 0 is i64, not i32/],
  ["too few arguments", `${HEAD}  jump b1()\nb1(%3: i32):\n  return %3`, /edge to b1 carries 0 arguments, not 1/],
  ["an argument of another type", `${HEAD}  %4 = sext32 %1\n  jump b1(%4)\nb1(%3: i32):\n  return %3`, /argument 0 to b1 is i64, not i32/],
  ["a missing terminator", `${HEAD}  %3 = add i32 %1, %2`, /does not end with a terminator/],
  ["a terminator in the middle", `${HEAD}  return %1\n  return %2`, /terminator before the end/],
  ["an edge to the entry", `${HEAD}  jump b0(%1, %2)`, /edge to the entry/],
  ["a branch with one edge", `${HEAD}  %3 = slt %1, %2\n  branch %3, b1()\nb1():\n  return %1`, /1 edges, not 2/],
  ["equal cases", `${HEAD}  switch %1, 4: b1(), 4: b1(), default: b1()\nb1():\n  return %1`, /two equal cases/],
  ["wrong entry parameters", "b0(%1: i32):\n  return %1", /entry parameters \(i32\) are not the function's \(i32, i32\)/],
  ["a wrong call", `${HEAD}  %3 = call f64 "g" %1\n  return %1`, /operand 0 is i32, not i64/],
  ["a call without its argument", `${HEAD}  %3 = call f64 "g"\n  return %1`, /0 operands, not 1/],
  ["a wrong result of a call", `${HEAD}  %3 = const i64 1\n  %4 = call i32 "g" %3\n  return %1`, /result is i32, not f64/],
  ["a wrong return", `${HEAD}  return`, /0 operands, not 1/],
  ["a second definition", `${HEAD}  %3 = add i32 %1, %2\n  jump b1()\nb1():\n  %3 = add i32 %1, %1\n  return %3`, /defined before, in b0/],
  ["a constant that does not fit", `${HEAD}  %3 = const i32 4294967296\n  return %3`, /4294967296 is no constant of type i32/],
  [
    "a field of another type",
    `${HEAD}  %3 = new "C"\n  %4 = const i64 1\n  field.set "C"."x" %3, %4\n  return %1`,
    /operand 1 is i64, not memory/,
  ],
];
for (const [what, body, message] of broken) {
  test(`finds ${what}`, (t) => t.regex(messagesOf(body).join("\n"), message));
}

const brokenTables: readonly (readonly [string, string, RegExp])[] = [
  ["two equal linker symbols", 'global "a" i32 export "x"\nglobal "b" i32 export "x"', /two linker symbols are named "x"/],
  [
    "two classes of one name",
    'class "A" instance size 8 align 8 ids 0..0\nclass "A" instance size 8 align 8 ids 1..1',
    /two classes are named "A"/,
  ],
  ["a field outside the object", 'class "A" instance size 8 align 8 ids 0..0\n  field "x" i32 +8', /class "A": field x ends outside/],
  [
    "ids outside the parent's",
    'class "A" instance size 8 align 8 ids 0..0\nclass "B" parent "A" instance size 8 align 8 ids 1..1',
    /outside the parent's/,
  ],
];
for (const [what, text, message] of brokenTables) {
  test(`finds ${what}`, (t) => t.regex(verifyModule(parseModule(`module kernel\n${text}\n`)).join("\n"), message));
}
