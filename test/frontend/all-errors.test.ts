// All errors of a program in one run: of code that nothing calls, beside TypeScript's own errors, in order, each once.

import test from "ava";
import { lowerSource, refusals } from "./sources.ts";

interface Case {
  readonly text: string;
  readonly refused: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "a function that nothing calls": {
    text: "function lonely(a: u64, b: u32): void {\n  console.log(a + b);\n}\n",
    refused: ["TSM2001 2"],
  },
  "functions that only each other call": {
    text: "function ping(): u8 {\n  const much: u8 = 300;\n  return pong() + much;\n}\nfunction pong(): u8 {\n  const more: u8 = 400;\n  return ping() + more;\n}\n",
    refused: ["TSM2003 2", "TSM2003 6"],
  },
  "methods, accessors, static members and the constructor of a class without instances": {
    text: [
      "class Idle {",
      "  size: u8 = 300;",
      "  constructor(start: u64) {",
      "    const half: u32 = start;",
      "    console.log(half);",
      "  }",
      "  get wide(): u64 { return u64(1) + u32(2); }",
      "  set wide(value: u64) { const small: u8 = value; console.log(small); }",
      "  grow(): void { const old: any = 1; console.log(old); }",
      "  static make(): void { var legacy = 1; console.log(legacy); }",
      "}",
    ].join("\n"),
    refused: ["TSM2003 2", "TSM1001 4", "TSM2001 7", "TSM1001 8", "TSM3001 9", "TSM3002 10"],
  },
  "a subclass that nothing makes": {
    text: "class Base {\n  value: u32 = 1;\n}\nclass Derived extends Base {\n  twice(): u64 {\n    return this.value * u64(2);\n  }\n}\n",
    refused: ["TSM2001 6"],
  },
  "a closure in a function that nothing calls": {
    text: "function outer(): () => u8 {\n  return () => {\n    const big: u8 = 1000;\n    return big;\n  };\n}\n",
    refused: ["TSM2003 3"],
  },
  "generic functions stay out until something gives their types": {
    text: "function first<T>(list: T[]): T {\n  return list[0];\n}\nclass Box<T> {\n  value: T | undefined = undefined;\n}\n",
    refused: [],
  },
  "abstract methods, overloads and declarations have nothing to lower": {
    text: "abstract class Shape {\n  abstract area(): number;\n}\nfunction both(x: number): number;\nfunction both(x: string): string;\nfunction both(x: number | string): number | string {\n  return x;\n}\ndeclare function outside(x: u64): u64;\n",
    refused: [],
  },
  "TypeScript's errors and ours, each statement's own": {
    text: "const text: string = 5;\nvar old = 1;\nconst small: u8 = 300;\nfunction lonely(): void {\n  const a: u64 = u64(1) + u32(1);\n  missing(a);\n}\n",
    refused: ["TSM1001 1", "TSM3002 2", "TSM2003 3", "TSM2001 5", "TSM1001 6"],
  },
  "what uses an expression that has an error is not blamed for its type": {
    text: "const lost = missing();\nconst more = lost.length + 1;\nconsole.log(more, lost);\nfor (const item of lost) console.log(item);\n",
    refused: ["TSM1001 1"],
  },
  "an explicit any is refused beside other errors": {
    text: "const lost = missing();\nconst free: any = 1;\nconsole.log(lost, free);\n",
    refused: ["TSM1001 1", "TSM3001 2"],
  },
  "uses of a variable whose declaration was refused": {
    text: "function f(): void {\n  const wide: u8 = 300;\n  console.log(wide);\n  console.log(wide + 1);\n}\nf();\n",
    refused: ["TSM2003 2"],
  },
  "after a syntax error only TypeScript speaks": {
    text: "const a: number = ;\nvar b = 1;\n",
    refused: ["TSM1001 1"],
  },
};

for (const [name, { text, refused }] of Object.entries(cases)) {
  test(name, (t) => t.deepEqual(refusals(text), [...refused]));
}

test("the same error of several instances of a generic function is told once", (t) => {
  const text =
    "function wide<T>(value: T): u64 {\n  console.log(value);\n  return u64(1) + u32(1);\n}\nconsole.log(wide(1), wide('a'), wide(true));\n";
  t.deepEqual(refusals(text), ["TSM2001 3"]);
});

test("code that nothing calls leaves nothing in the module", (t) => {
  const used = "console.log(1);\n";
  const unused = `${used}class Idle {\n  name: string = "idle";\n  greet(): string {\n    return this.name;\n  }\n}\nfunction lonely(): Idle {\n  return new Idle();\n}\n`;
  const names = (text: string): string[] =>
    lowerSource(text).module?.functions.flatMap((fn) => (fn.isRemoved ? [] : [fn.name.replace(/source-\d+-\d+/, "source")])) ?? [];
  t.deepEqual(names(unused), names(used));
});

test("ill-typed programs of every shape get TypeScript's errors and no failure of ours", (t) => {
  const texts = [
    "class A extends Missing { x = this.y; }\nnew A().z();\n",
    "const f = (x: Missing) => x.y;\nf(1)(2)(3);\n",
    "interface I { a: I2 }\ntype T = T[];\nconst t: T = [];\nconst i: I = { b: t };\n",
    "function f<T extends U>(x: T): T { return x + 1; }\nf<string, number>();\n",
    "enum E { A = 'x', B = A + missing }\nswitch (E.C) { case E.A: case 1n: }\n",
    "for (const [a, { b }] of { c: 1 }) console.log(a.b.c, ...b);\n",
    "async function* g() { yield* await missing; }\ng().next().value.then();\n",
    "const { a, ...rest } = null;\nrest.b = a?.c!.d;\nlabel: { break missing; }\n",
    "class C { #p = 1; static #q(): C { return this.#r; } get x() { } set x(a, b) { } }\nC.#q();\n",
    "export default class { constructor(private a = super.b) { super(); } }\nimport x from './nowhere.ts';\nx();\n",
  ];
  for (const text of texts) {
    const { module, diagnostics } = lowerSource(text);
    t.is(module, null);
    t.true(
      diagnostics.some(({ code }) => code === "TSM1001"),
      text,
    );
  }
});
