// Lowering: the shape of the IR for small functions: direct calls, slots only where needed, checks, constants.

import test from "ava";
import type { IrFunction } from "../../compiler/ir/function.ts";
import type { Module } from "../../compiler/ir/module.ts";
import { Op, ops } from "../../compiler/ir/ops.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { acceptedModule } from "./sources.ts";

function functionOf(module: Module, exportName: string): IrFunction {
  const found = module.functionByExportName(exportName);
  if (found === undefined) throw new Error(`no function ${exportName}`);
  return found;
}

/** Names of the operations in a function, constants left out. */
function operations(fn: IrFunction): string[] {
  return fn.blocks
    .flatMap((block) => block.insts.map((value) => fn.op(value)))
    .filter((op) => op !== Op.Constant)
    .map((op) => ops[op].name);
}

test("integer arithmetic keeps its type through operators and inference", (t) => {
  const module = acceptedModule(`/** @exportName f */ export function f(a: u32, b: u32) { const sum = a + b; return sum * 3; }`);
  const fn = functionOf(module, "f");
  t.is(fn.result, ValueType.I32);
  t.deepEqual(operations(fn), ["add", "mul", "return"]);
});

test("narrow integers are brought back to their width", (t) => {
  const module = acceptedModule(`/** @exportName f */ export function f(a: u8, b: i16): i16 { return i16(u8(a + 1)) + b; }`);
  t.deepEqual(operations(functionOf(module, "f")), ["add", "zext8", "add", "sext16", "return"]);
});

test("division checks its divisor, unless it is a constant", (t) => {
  const module = acceptedModule(`/** @exportName f */ export function f(a: u32, b: u32): u32 { return a / b % 10; }`);
  t.deepEqual(operations(functionOf(module, "f")), ["ne", "check", "udiv", "urem", "return"]);
});

test("a 64-bit constant is exact", (t) => {
  const module = acceptedModule(
    `const MASK: u64 = 0xffff_ffff_ffff_fffe;\n/** @exportName f */ export function f(a: u64): u64 { return a & MASK; }`,
  );
  const fn = functionOf(module, "f");
  const constant = fn.blocks[0].insts.find((value) => fn.op(value) === Op.Constant);
  t.is(constant === undefined ? 0n : BigInt.asUintN(64, fn.immediateBigInt(constant)), 0xffff_ffff_ffff_fffen);
});

test("lengths and bitwise results stay integers", (t) => {
  const module = acceptedModule(`/** @exportName f */ export function f(a: number[]): boolean { return a.length - 1 > (a.length & 3); }`);
  t.deepEqual(operations(functionOf(module, "f")), ["array.length", "sub", "array.length", "and", "slt", "return"]);
});

test("a method goes through the table only where a subclass overrides it", (t) => {
  const module = acceptedModule(`
    class A { plain(): i32 { return 1; } virtual(): i32 { return 2; } }
    class B extends A { override virtual(): i32 { return 3; } }
    /** @exportName f */ export function f(a: A): i32 { return a.plain() + a.virtual(); }
    console.log(f(new A()), f(new B()));`);
  t.deepEqual(operations(functionOf(module, "f")), ["call", "call.virtual", "add", "return"]);
});

test("classes that reach an interface have its members in their tables", (t) => {
  const module = acceptedModule(`
    interface Shape { area(): f32 }
    class Square implements Shape { constructor(private side: f32) {} area(): f32 { return this.side * this.side; } }
    class Empty implements Shape { area(): f32 { return 0; } }
    function total(shapes: Shape[]): f32 { let sum: f32 = 0; for (const shape of shapes) sum += shape.area(); return sum; }
    console.log(total([new Square(2), new Empty()]));`);
  for (const name of ["Square", "Empty"]) {
    const found = module.classes.find((candidate) => candidate.name === name);
    // Another interface may have members that all classes may lack.
    const own = found?.slots.map((index) => module.functions[index].name).filter((slot) => !slot.startsWith("no "));
    t.deepEqual(own, [`${name}.area`]);
  }
});

test("functions without captures are static closures; tables of them allocate no closure", (t) => {
  const module = acceptedModule(
    `
    function one(): u32 { return 1; }
    function two(): u32 { return 2; }
    const table: (() => u32)[] = [one, two];
    /** @exportName f */ export function f(i: u32): u32 { return table[i](); }`,
    "kernel",
  );
  t.deepEqual(operations(functionOf(module, "f")), ["global.get", "array.length", "check.bounds", "array.get", "call.closure", "return"]);
  const initializers = module.functions.filter(({ name }) => /^source-.*\.initialize$/.test(name));
  t.is(initializers.length, 1);
  t.false(operations(initializers[0]).includes("new"));
});

test("fields of packed classes are loads at offsets of an address", (t) => {
  const module = acceptedModule(`
    import { viewAt } from "tsmetal/unsafe";
    /** @packed */ class Inner { low: u16 = 0; high: u16 = 0; }
    /** @packed */ class Outer { tag: u32 = 0; inner: Inner = viewAt(Inner, 0); }
    /** @exportName f */ export function f(at: u64): u16 { return viewAt(Outer, at).inner.high; }`);
  const fn = functionOf(module, "f");
  t.deepEqual(operations(fn), ["add", "field.get", "return"]);
});

test("a generic function is lowered once for each combination of types", (t) => {
  const module = acceptedModule(`
    function larger<T extends number>(a: T, b: T): T { return a > b ? a : b; }
    let n: u32 = 3; let m: u64 = 4; n++; m++;
    console.log(larger(n, 5), larger(m, 6), larger(n + 1, n), larger(0.5, 1.5));`);
  const instances = module.functions.map((fn) => fn.name).filter((name) => name.startsWith("larger<"));
  t.deepEqual(instances.sort(), ["larger<number>", "larger<u32>", "larger<u64>"]);
});

test("a name captured and changed lives in a cell; one that is not is copied", (t) => {
  const module = acceptedModule(`
    function counter(start: i32): () => i32 { let n = start; const step = i32(2); return () => { n += step; return n; }; }
    console.log(counter(1)());`);
  const closure = module.classes.find((candidate) => candidate.name === "closure<ref>" || candidate.name === "closure<ref,i32>");
  t.truthy(closure);
  t.true(module.classes.some((candidate) => candidate.name === "cell<i32>"));
});

test("only calls that can throw are followed by a test of the pending exception", (t) => {
  const module = acceptedModule(`
    function safe(n: i32): i32 { return n + 1; }
    function risky(n: i32): i32 { if (n < 0) throw new Error("negative"); return n; }
    /** @exportName f */ export function f(n: i32): i32 { return safe(n); }
    /** @exportName g */ export function g(n: i32): i32 { return risky(n); }`);
  t.deepEqual(operations(functionOf(module, "f")), ["call", "return"]);
  t.deepEqual(operations(functionOf(module, "g")), ["call", "global.get", "ne", "branch", "return", "return"]);
});
