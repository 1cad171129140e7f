// ABI include: declarations of abi/*.ts as nasm equates; what cannot be translated is an error.

import test from "ava";
import { printInclude, readAbi } from "../../scripts/abi-include.ts";

function equates(...texts: string[]): Record<string, bigint> {
  const sources = texts.map((text, index) => ({ name: `source-${index}`, text }));
  return Object.fromEntries([...readAbi(sources).values()].flat().map((equate) => [equate.name, equate.value]));
}

test("constants: literals in every base, expressions, other constants, negative numbers", (t) => {
  const text = `
    export const PAGE_SHIFT: u32 = 12;
    export const PAGE_SIZE: u64 = 1 << PAGE_SHIFT;
    /** Not this: export const HIDDEN: u8 = 1; */
    export const MASK: u64 = ~(PAGE_SIZE - 1) & 0xffff_ffff; // nor this: export const TAIL: u8 = 2;
    export const BITS: u8 = 0b1010_0000 | 0x0f;
    export const SUM: i32 = -(2 + 3 * 4) / 2;
    export const NAME: string = "text";`;
  t.deepEqual(equates(text), { PAGE_SHIFT: 12n, PAGE_SIZE: 4096n, MASK: 0xffff_f000n, BITS: 0xafn, SUM: -7n });
});

test("enums: explicit values, counting on, references to earlier members", (t) => {
  const text = "export const enum Rights { Read = 1, Write = 1 << 1, Both = Read | Write, Next }\nexport const ALL: u32 = Rights.Both;";
  const found = equates(text, "export const LAST: u8 = Rights.Next;");
  t.throws(() => equates("export const A: u32 = B;", "export const B: u32 = A;"), { message: /cannot evaluate/ });
  t.like(found, { "Rights.Read": 1n, "Rights.Write": 2n, "Rights.Both": 3n, "Rights.Next": 4n, LAST: 4n });
});

test("packed classes: offsets without padding, nested ones of any file, aliases of types", (t) => {
  const outer =
    "/** @packed */\nexport class Outer { flag: u8 = 0; point: Point = new Point(); address: PhysAddr = 0; readonly tail: i16 = 0; }";
  const inner = "export type PhysAddr = u64;\n/** Text. @packed */\nexport class Point { x: u32 = 0; y: u32 = 0; }";
  t.deepEqual(equates(outer, inner), {
    "Outer.flag": 0n,
    "Outer.point": 1n,
    "Outer.address": 9n,
    "Outer.tail": 17n,
    Outer_size: 19n,
    "Point.x": 0n,
    "Point.y": 4n,
    Point_size: 8n,
  });
});

test("a class that is not packed is left out", (t) => {
  t.deepEqual(equates("/** Ordinary. */\nexport class Thing { name: string; }"), {});
});

test("what cannot be translated names the file and the declaration", (t) => {
  t.throws(() => equates("export const A: u32 = UNKNOWN + 1;"), {
    message: "abi/source-0.ts: cannot evaluate A = UNKNOWN + 1",
  });
  t.throws(() => equates("/** @packed */ export class A { text: string = 0; }"), { message: /the type string has no known size/ });
  t.throws(() => equates("/** @packed */ export class A { method() }"), { message: /cannot read a field of the packed class A/ });
  t.throws(() => equates("export const enum E { A = B }"), { message: /cannot evaluate E\.A/ });
});

test("the include file is guarded and writes negative numbers as 64 bits", (t) => {
  const text = printInclude("two-words", [
    { name: "A", value: 16n },
    { name: "B", value: -1n },
  ]);
  t.is(
    text,
    "; Generated from abi/two-words.ts. Do not edit.\n%ifndef ABI_TWO_WORDS_INC\n%define ABI_TWO_WORDS_INC\nA equ 0x10\nB equ 0xffffffffffffffff\n%endif\n",
  );
});
