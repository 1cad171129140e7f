// Source snippets: pieces of every part of TypeScript, supported here or not, for putting into programs at random places.
// Each stands alone as far as types go; names with $ are fresh enough not to clash.

export const expressionSnippets: readonly string[] = [
  "[1, 2, 3]", "[]", "[[1], [2]]", "[..." + "[1, 2]]", "({})", "({ a: 1 })", "({ a: 1, b: { c: [2] } })", "({ ...{ a: 1 }, b: 2 })",
  "({ get a() { return 1; } })", "({ m() { return 1; } })", "({ [`k`]: 1 })", "(() => 1)", "((x: number) => x + 1)(2)", "(function () { return 1; })()",
  "(function f$(n: number): number { return n < 1 ? 0 : f$(n - 1); })(3)", "(async () => 1)", "(function* () { yield 1; })", "(class {})",
  "new (class { x = 1 })()", "new Map<string, number>()", "new Map([[1, 2]])", "new Set([1])", "new Array<number>(3)", "new Error(`e`)", "new Uint8Array(4)",
  "/x+/g", "10n", "1_000", "0x1f", "1e400", "-0", "NaN", "Infinity", "undefined", "null", "void 0", "typeof 1", "typeof {}", "true", "`a${1}b`", "String.raw`x`",
  "'\\u{1f600}'", "(1, 2)", "(1 as number)", "(1 as unknown)", "(1 as any)", "(<number>1)", "(1 satisfies number)", "([1] as const)", "(1 as number | string)",
  "(null as { a: number } | null)?.a", "(null as (() => number) | null)?.()", "(null as number[] | null)?.[0]", "([1][0] ?? 2)", "([1])[0]!",
  "this", "super.x", "new.target", "import.meta", "import('./x.ts')", "eval(`1`)", "Symbol()", "globalThis", "JSON.stringify({})", "Date.now()", "Promise.resolve(1)",
  "Object.keys({ a: 1 })", "(`a` in { a: 1 })", "([] instanceof Array)", "delete ({ a: 1 } as { a?: number }).a", "await 1", "yield 1",
  "[1, 2].map((x) => x * 2)", "[1, 2].map(String)", "[`a`].map(Number)", "[1].reduce((a, b) => a + b, 0)", "[3, 1].sort()", "[1, 2].filter(Boolean)", "[1, `a`, true]",
  "[1, 2].map((x, i, all) => all.length)", "`abc`.split(``)", "`abc`[1]", "`abc`.length", "[1, 2].length", "[].length", "[1].at(-1)", "[[1, 2], [3]].flat()", "Array.from([1])",
  "Math.max(...[1, 2])", "Math.max()", "Math.floor", "Number(`1`)", "parseInt(`12`, 10)", "(1).toFixed(2)", "1 / 0", "5 % 0", "2 ** 31", "1 << 33", "-1 >>> 0", "~1", "!0", "+`1`", "-`1`",
  "1 < 2 < 3", "`a` < `b`", "1 === NaN", "null == undefined", "(1 as number) == (2 as number)", "[] === []", "u8(300)", "i64(1)", "u32(1) + 1", "f32(0.1)", "u64(1) * 2", "i32(-1) >>> 1", "isize(1)",
  "(() => { throw 1; })()", "((...rest: number[]) => rest.length)(1, 2)", "((a = 1, { b } = { b: 2 }) => a + b)()", "(([a, b]: [number, number]) => a + b)([1, 2])",
  "(<T,>(x: T) => x)(1)", "(x => x)(1)", "(() => () => 1)()()", "[() => 1][0]()", "({ f: () => 1 }).f()", "(true ? 1 : `a`)", "(true ? [1] : [`a`])", "(true ? { a: 1 } : { b: 2 })",
];

export const statementSnippets: readonly string[] = [
  ";", "{}", "{ let a$ = 1; a$++; }", "var v$ = 1;", "let l$;", "const c$ = 1, d$ = 2;", "let [x$, y$ = 2, ...z$] = [1, 2, 3];", "let { p$, q$: r$ = 3, ...s$ } = { p$: 1, q$: 2, t$: 3 };",
  "function f$() {}", "function g$<T>(x: T): T { return x; } g$(1); g$(`a`);", "async function h$() { await 1; }", "function* k$() { yield 1; }", "class C$ { static { } }",
  "class D$ { #p = 1; get q() { return this.#p; } set q(v) { this.#p = v; } static s = 1; static m() { return D$.s; } } new D$().q = 2;", "abstract class E$ { abstract m(): void; }",
  "class G$<T> { constructor(readonly v: T) {} } new G$(1).v; new G$(`a`).v;", "class H$ extends Array<number> {}", "class I$ extends Error {} new I$(`x`).message;", "interface J$ { a: number } const j$: J$ = { a: 1 }; j$.a;",
  "interface Call$ { (x: number): number }", "type T$ = number | string;", "type R$ = { [k: string]: number }; const r$$: R$ = {};", "type M$<T> = { [K in keyof T]: T[K] }; const m$: M$<{ a: number }> = { a: 1 };",
  "enum N$ { A, B = 5, C }", "enum O$ { A = `a` } O$.A;", "const enum P$ { A = 1 << 3 } P$.A;", "namespace Q$ { export const a = 1; } Q$.a;", "declare const amb$: number;", "declare function ext$(x: number): number;",
  "for (;;) break;", "for (let i$ = 0; i$ < 3; i$++) { if (i$ === 1) continue; }", "for (const x of [1, 2]) { x; }", "for (const k in { a: 1 }) { k; }", "for (const c of `abc`) { c; }", "for (const [k, v] of new Map([[1, 2]])) { k + v; }",
  "while (false) {}", "do { } while (false);", "label$: for (;;) { for (;;) break label$; }", "block$: { break block$; }", "switch (1 as number) { case 1: break; default: }", "switch (`a` as string) { case `b`: case `c`: { } }",
  "try { throw new Error(`x`); } catch (e) { } finally { }", "throw 1;", "if (1) ; else ;", "debugger;", "using u$ = null;", "import * as ns$ from `./x.ts`;", "export default 1;", "export {};", "return;", "break;", "continue;",
  "console.log(1, `a`, true, null, undefined);", "console.log([1, 2], { a: 1 });", "console.log();", "console.error(1);", "let un$: number | string = 1; if (typeof un$ === `number`) un$ + 1;",
  "let opt$: { a?: number } = {}; opt$.a?.toFixed();", "const tup$: [number, string] = [1, `a`]; tup$[0]; tup$.length;", "const tup2$: [number, string?] = [1];", "const fn$: (x: number) => void = (x) => { x; }; fn$(1);",
  "const self$ = () => self$;", "let self2$ = { next: null as unknown };", "type Rec$ = { next: Rec$ | null }; const rec$: Rec$ = { next: null }; rec$.next?.next;", "function over$(a: number): void; function over$(a: string): void; function over$(a: number | string): void { a; } over$(1);",
  "function guard$(x: unknown): x is number { return typeof x === `number`; } guard$(1);", "function rest$(...a: number[]) { return a.length; } rest$(...[1, 2]); rest$(1, ...[2]);", "function dflt$(a: number, b = a) { return b; } dflt$(1);",
  "function never$(): never { throw 1; }", "function rec2$(n: number) { return n < 1 ? 0 : rec2$(n - 1); }", "(function iife$() {})();", "new class { m() { return this; } }().m().m();", "let big$: bigint = 1n;", "let sym$: symbol;",
  "let any$: any = 1; any$.x.y();", "let unk$: unknown = 1;", "let obj$: object = {};", "let fun$: Function;", "[1, 2][5];", "const { length } = `abc`;", "({ a: 1 }).a++;", "let n$ = 0; n$ += 1; n$ **= 2; n$ ||= 3; n$ &&= 4; n$ ??= 5;",
  "@dec class Dec$ { }", "class Idx$ { [k: string]: number }", "class Acc$ { accessor a = 1; }", "let x$$ = <const T,>(a: T) => a;", "export type { Foo$ } from `./x.ts`;", "let o$: { m(): number; readonly n: number } = { m: () => 1, n: 2 }; o$.m();",
  "const wm$ = new WeakMap();", "Object.freeze({});", "const date$ = new Date();", "setTimeout(() => {}, 1);", "type Cond$<T> = T extends string ? 1 : 2; let cond$: Cond$<string> = 1;", "let tpl$: `a${number}` = `a1`;", "let uniq$: unique symbol;",
];

export const typeSnippets: readonly string[] = [
  "number", "string", "boolean", "null", "undefined", "void", "never", "unknown", "any", "object", "bigint", "symbol", "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "usize",
  "number[]", "string[]", "readonly number[]", "[number, string]", "[number, ...string[]]", "{ a: number }", "{}", "() => void", "(x: number) => number", "number | string", "number | null", "string | undefined",
  "number | null | undefined", "1 | 2", "`a` | `b`", "true", "Map<string, number>", "Set<number>", "Array<Array<number>>", "Uint8Array", "Error", "Record<string, number>", "Partial<{ a: number }>", "keyof { a: 1 }", "typeof Math",
  "{ [k: string]: number }", "new () => object", "this", "unique symbol", "Promise<number>", "{ a: number } & { b: string }", "(number | string)[]", "Iterable<number>", "asserts x", "infer U", "number extends string ? 1 : 2",
];
