// Refusals: what the language leaves out has a code, at the line that is to blame; nothing makes the front end fail.

import test from "ava";
import { diagnosticTable, explainDiagnostic, formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import type { Profile } from "../../compiler/ir/module.ts";
import { lowerSource, refusals } from "./sources.ts";

interface Case {
  readonly text: string;
  readonly refused: readonly string[];
  readonly profile?: Profile;
}

const cases: Readonly<Record<string, Case>> = {
  "a type error of TypeScript": { text: `const s: string = 5;\nconsole.log(s);`, refused: ["TSM1001 1"] },
  "names that the library does not have": {
    text: `console.log(new Intl.NumberFormat("en-US").format(1));\nconsole.log(new Proxy({ a: 1 }, {}).a);\nconst missing = nothing;\nconsole.log(missing);`,
    refused: ["TSM1007 1", "TSM1007 2", "TSM1001 3"],
  },
  "members that the library does not have": {
    text: `console.log("a".anchor("b"), Object.getPrototypeOf({}) === null);\nconst own = { a: 1 };\nconsole.log(own.b);`,
    refused: ["TSM1007 1", "TSM1007 1", "TSM1001 3"],
  },
  "different integer types": { text: `let a: u32 = 1;\nlet b: u64 = 2;\nconsole.log(a + b);`, refused: ["TSM2001 3"] },
  "a number for an integer": { text: `let a: u32 = 1;\nlet n = 2.5;\nn += 1;\na = n;\nconsole.log(a);`, refused: ["TSM2002 4"] },
  "a constant too large": { text: `const a: u8 = 300;\nconsole.log(a);`, refused: ["TSM2003 1"] },
  "a negative constant for an unsigned type": { text: `let a: u32 = -1;\na++;\nconsole.log(a);`, refused: ["TSM2003 1"] },
  "an argument of another integer type": {
    text: `function f(x: u8): u8 {\n  return x;\n}\nlet wide = u8(1) + 1;\nconsole.log(f(wide));\nconst other = u32(5) + u32(wide);\nconsole.log(f(other));`,
    refused: ["TSM2002 7"],
  },
  "division by the constant zero": { text: `console.log(7 / u32(0));`, refused: ["TSM2004 1"] },
  "an enum member that is computed at run time": {
    text: `enum E {\n  A = Math.random(),\n}\nconsole.log(E.A);`,
    refused: ["TSM2007 1"],
  },
  "a type that makes ever other types of itself": {
    text: `type P<T> = T | P<T[]>[];\nfunction f(p: P<number>): number {\n  return p === 1 ? 1 : 2;\n}\nconsole.log(f(1));`,
    refused: ["TSM3081 2"],
  },
  any: { text: `let x: any = 1;\nconsole.log(x);`, refused: ["TSM3001 1"] },
  var: { text: `var q = 1;\nconsole.log(q);`, refused: ["TSM3002 1"] },
  "an array with holes": { text: `console.log(new Array<string>(3).map(() => 1));`, refused: ["TSM3006 1"] },
  "structuredClone of a function": { text: `console.log(typeof structuredClone(() => 1));`, refused: ["TSM3055 1"] },
  "structuredClone of an instance": {
    text: `class A { n = 1; }\nconst a = structuredClone([new A()]);\nconsole.log(a.length);`,
    refused: ["TSM3055 2"],
  },
  "JSON.parse of a class": {
    text: `class P {\n  x = 1;\n}\nconst p = JSON.parse("{}") as P;\nconsole.log(p.x);`,
    refused: ["TSM3051 4"],
  },
  "JSON.parse of an object with methods": {
    text: `interface P {\n  f(): number;\n}\nconst p = JSON.parse("{}") as P;\nconsole.log(p.f());`,
    refused: ["TSM3051 4"],
  },
  "JSON.parse of arrays that are alike in the text": {
    text: `const p = JSON.parse("[]") as number[] | string[];\nconsole.log(p.length);`,
    refused: ["TSM3020 1"],
  },
  "JSON.stringify with what may be a list or a function": {
    text: `declare const choice: string[] | ((key: string, value: unknown) => unknown);\nconsole.log(JSON.stringify({ a: 1 }, choice));`,
    refused: ["TSM3008 2"],
  },
  "Object.assign of properties that the object has no place for": {
    text: `const o = { a: 1 };\nconst p = Object.assign(o, { b: 2 });\nconsole.log(p.b);`,
    refused: ["TSM3056 2"],
  },
  "a list of machine integers as one of unknown values": {
    text: `const a: u32[] = [1, 2];\nconst b: unknown[] = a;\nconsole.log(b.length);`,
    refused: ["TSM3008 2"],
  },
  "Object.values of an array": { text: `console.log(Object.values([1, 2]).length);`, refused: ["TSM3052 1"] },
  "Object.keys of a map": { text: `console.log(Object.keys(new Map([["a", 1]])));`, refused: ["TSM3052 1"] },
  "Object.freeze of what others see": { text: `const o = { a: 1 };\nconsole.log(Object.freeze(o).a);`, refused: ["TSM3053 2"] },
  "the time of day in a program": { text: `console.log(Date.now());`, refused: ["TSM4006 1"], profile: "program" },
  "files in a program": {
    text: `import { existsSync } from "node:fs";\nconsole.log(existsSync("/"));`,
    refused: ["TSM4006 1"],
    profile: "program",
  },
  "the arguments of a program": { text: `console.log(process.argv.length);`, refused: ["TSM4006 1"], profile: "program" },
  "immediates in a program": { text: `setImmediate(() => {});`, refused: ["TSM4006 1"], profile: "program" },
  "a module of Node that is not there": {
    text: `import { gzipSync } from "node:zlib";\nconsole.log(gzipSync("a").length);`,
    refused: ["TSM1006 1"],
  },
  "random bits in a program": {
    text: `console.log(crypto.getRandomValues(new Uint8Array(1)));`,
    refused: ["TSM4006 1"],
    profile: "program",
  },
  "an index signature": { text: `interface D {\n  [k: string]: number;\n}\nfunction f(d: D): void {}\nf({});`, refused: ["TSM3010 4"] },
  delete: { text: `const d: { a?: number } = {};\ndelete d.a;`, refused: ["TSM3011 2"] },
  "a reference in a packed class": {
    text: `/** @packed */\nclass P {\n  name: string = "";\n}\nimport { sizeOf } from "tsmetal/unsafe";\nconsole.log(sizeOf(P));`,
    refused: ["TSM3015 3"],
  },
  "a property of a function in `in`": {
    text: `function g(v: () => void): boolean {\n  return "a" in v;\n}\nconsole.log(g(() => {}));`,
    refused: ["TSM3021 2"],
  },
  "throw in the kernel": {
    text: `/** @exportName f */\nexport function f(): void {\n  throw new Error("x");\n}`,
    refused: ["TSM4001 3"],
    profile: "kernel",
  },
  "async functions in the kernel": {
    text: `async function later() {}\n/** @exportName f */\nexport function f(): void {\n  later();\n}`,
    refused: ["TSM4001 1"],
    profile: "kernel",
  },
  "a class in a function before it is declared": {
    text: `function f(n: number): number {\n  const make = (): C => new C();\n  class C {\n    m(): number {\n      return n;\n    }\n  }\n  return make().m();\n}\nconsole.log(f(1));`,
    refused: ["TSM3025 2"],
  },
  "two classes in a function that make each other": {
    text: `function f(n: number): number {\n  class A {\n    v = n;\n    other(): B {\n      return new B();\n    }\n  }\n  class B {\n    other(): A {\n      return new A();\n    }\n  }\n  return new A().other().other().v;\n}\nconsole.log(f(1));`,
    refused: ["TSM3025 5"],
  },
  "a method that uses its object as a value": {
    text: `class A {\n  n = 1;\n  m(): number {\n    return this.n;\n  }\n}\nconst m = new A().m;\nconsole.log(m());`,
    refused: ["TSM3023 7"],
  },
  "a method of an interface as a value, where a literal has such a method that looks at its object": {
    text: `interface I {\n  n: number;\n  m(): number;\n}\nfunction f(i: I): I {\n  return { ...i, n: 2 };\n}\nconst one: I = { n: 1, m() { return this.n; } };\nconsole.log(f(one).m());`,
    refused: ["TSM3023 6"],
  },
  "a class that extends a parameter that is one of two classes": {
    text: `class B {\n  b = 1;\n}\nclass C extends B {}\nfunction mix(Base: typeof B) {\n  return class extends Base {\n    c = 2;\n  };\n}\nconsole.log(new (mix(B))().c, new (mix(C))().c);`,
    refused: ["TSM3029 6"],
  },
  "a mixin with private names that is applied to what it made": {
    text: `class B {}\nconst mix = <T extends new (...args: any[]) => B>(Base: T) =>\n  class extends Base {\n    #own = 1;\n    get(): number {\n      return this.#own;\n    }\n  };\nconsole.log(new (mix(mix(B)))().get());`,
    refused: ["TSM9001 3"],
  },
  "call of a method that subclasses override, on another object": {
    text: `class A {\n  m(): number {\n    return 1;\n  }\n}\nclass B extends A {\n  override m(): number {\n    return 2;\n  }\n}\nconst a: A = new B();\nconsole.log(a.m.call(new A()));`,
    refused: ["TSM3023 12"],
  },
  "functions with a `this` where nothing gives them one": {
    text: `interface P { x: number }
function f(this: P): number { return this.x; }
const o = { x: 1, g: function (this: P): number { return this.x; } };
console.log(f.call(o), o.g());
const h: () => number = f;
console.log([1].map(f).length);
const taken: () => number = o.g;
console.log(h(), taken());
`,
    refused: ["TSM3023 5", "TSM3023 6", "TSM3023 7"],
  },
  "a setter or getter that hides the other one of a class above": {
    text: `class A {\n  x = 1;\n  get v(): number {\n    return this.x;\n  }\n  set v(n: number) {\n    this.x = n;\n  }\n}
class B extends A {\n  override set v(n: number) {}\n}\nclass C extends A {\n  override get v(): number {\n    return 9;\n  }\n}
const list: A[] = [new B(), new C()];\nconsole.log(list[0].v);`,
    refused: ["TSM3080 11", "TSM3080 14"],
  },
  "classes with type parameters as values, and instanceof with any function": {
    text: `class A {}\nfunction isA(kind: Function): boolean {\n  return new A() instanceof kind;\n}\nconsole.log(isA(A));\nconst kinds = [Map, Set];\nconsole.log(kinds.length);`,
    refused: ["TSM3008 3", "TSM3005 6"],
  },
  "one of a circle of functions as a value that is kept": {
    text: `function f(): number {\n  const kept: (() => void)[] = [];\n  function a(): void {\n    kept.push(b);\n  }\n  function b(): void {\n    a();\n  }\n  a();\n  return kept.length;\n}\nconsole.log(f());`,
    refused: ["TSM3030 4"],
  },
  "a namespace as a value": {
    text: `namespace N {\n  export const a = 1;\n}\nconst n = N;\nconsole.log(n.a);`,
    refused: ["TSM3005 4"],
  },
  "another name for a variable that changes": {
    text: `namespace N {\n  export let a = 1;\n}\nimport a = N.a;\nconsole.log(a);`,
    refused: ["TSM9001 4"],
  },
  "an error in a namespace, and in a function there that nobody calls": {
    text: `namespace N {\n  export const a = { ...[1] };\n  function f(x: { [k: string]: number }): void {}\n}\nconsole.log(1);`,
    refused: ["TSM3010 2", "TSM3010 3"],
  },
  "await at the top level in the kernel": {
    text: `const n = await Promise.resolve(1);\nconsole.log(n);`,
    refused: ["TSM4001 1"],
    profile: "kernel",
  },
  "an object with then where a promise is wanted": {
    text: `class A {\n  then<R>(use: (n: number) => R): Promise<R> {\n    return Promise.resolve(use(1));\n  }\n}\nconst p: PromiseLike<number> = new A() as never as PromiseLike<number>;\nvoid p;`,
    refused: ["TSM3008 6"],
  },
  "generators in the kernel": {
    text: `function* g() {\n  yield 1;\n}\n/** @exportName f */\nexport function f(): void {\n  g();\n}`,
    refused: ["TSM4001 1"],
    profile: "kernel",
  },
  "two errors in two statements": {
    text: `const a: u8 = 256;\nconst b: i8 = 128;\nconsole.log(a, b);`,
    refused: ["TSM2003 1", "TSM2003 2"],
  },
};

for (const [name, { text, refused, profile }] of Object.entries(cases)) {
  test(name, (t) => {
    t.deepEqual(refusals(text, profile), [...refused]);
  });
}

test("texts that are no programs get diagnostics too", (t) => {
  for (const text of ["const a = ;", "class {", "`${", "function f(", "import x from './nowhere.ts';", "@dec class X {}", "enum", "\0"]) {
    t.notThrows(() => lowerSource(text), text);
    t.true(lowerSource(text).diagnostics.length > 0, text);
  }
});

test("a diagnostic shows place, caret, reason and way out", (t) => {
  const [diagnostic] = lowerSource("let a: u32 = 1;\nlet b: u64 = 2;\nconsole.log(a + b);").diagnostics;
  const lines = formatDiagnostic(diagnostic).split("\n");
  t.regex(lines[0], /:3:13: TSM2001: operands of `\+` have different types: u32 and u64$/);
  t.is(lines[1], "  3 | console.log(a + b);");
  t.is(lines[2], "    |             ^^^^^");
  t.regex(lines[4], /`u64\(x\)`/);
});

test("every code can be explained", (t) => {
  for (const code of Object.keys(diagnosticTable)) t.regex(explainDiagnostic(code) ?? "", /why: .*\n {2}instead: /);
  t.is(explainDiagnostic("TSM0000"), undefined);
});
