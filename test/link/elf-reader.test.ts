// The ELF reader: nasm's objects in full, and clear errors for everything else.

import test from "ava";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import { assembleSource, nasmObject } from "./objects.ts";

const SOURCE = `
    bits 64
    global visible:function (visible.end - visible), table:object 16
    extern outside
    section .text align=32
    visible: call outside
            lea rax, [rel table]
            mov rcx, table
    .end:
    section .data.named write align=64
    table:  dq visible + 3, outside - 5
    section .bss
    buffer: resb 100
    section .note.test note alloc align=4
            dd 0, 0, 1
    section .comment
            db "not loaded"
    ANSWER  equ 42
    global ANSWER
`;

test("sections keep name, access, alignment, content and relocations", (t) => {
  const { sections } = nasmObject(SOURCE);
  const brief = sections.map((section) => [
    section.name,
    (section.isLoaded ? "a" : "") + (section.isWritable ? "w" : "") + (section.isExecutable ? "x" : ""),
    section.alignment,
    section.sizeBytes,
  ]);
  t.deepEqual(brief, [
    [".text", "ax", 32, 22],
    [".data.named", "aw", 64, 16],
    [".bss", "aw", 4, 100],
    [".note.test", "a", 4, 12],
    [".comment", "", 1, 10],
  ]);
  t.deepEqual(
    sections.map((section) => [section.isZeroFilled, section.isNote, section.bytes.length]),
    [
      [false, false, 22],
      [false, false, 16],
      [true, false, 0],
      [false, true, 12],
      [false, false, 10],
    ],
  );
  t.deepEqual(sections[0].relocations, [
    { offset: 1, kind: "pc32", symbol: "outside", addend: -4 },
    { offset: 8, kind: "pc32", symbol: ".data.named", addend: -4 },
    { offset: 14, kind: "abs64", symbol: ".data.named", addend: 0 },
  ]);
  t.deepEqual(
    sections[1].relocations.map(({ symbol, addend }) => [symbol, addend]),
    [
      [".text", 3],
      ["outside", -5],
    ],
  );
});

test("symbols keep binding, type, size and value; undefined ones are left out", (t) => {
  const { symbols } = nasmObject(SOURCE);
  const find = (name: string) => symbols.find((symbol) => symbol.name === name);
  t.deepEqual(find("visible"), { name: "visible", section: 0, value: 0, sizeBytes: 22, binding: "global", type: "function" });
  t.deepEqual(find("table"), { name: "table", section: 1, value: 0, sizeBytes: 16, binding: "global", type: "object" });
  t.deepEqual(find("buffer"), { name: "buffer", section: 2, value: 0, sizeBytes: 0, binding: "local", type: "none" });
  t.is(find("ANSWER")?.value, 42n);
  t.is(find("ANSWER")?.section, undefined);
  t.is(find("outside"), undefined);
});

test("what is not an object for this machine is refused by name", (t) => {
  const bytes = assembleSource(SOURCE);
  const refuse = (changed: Uint8Array, message: RegExp) => t.throws(() => readElfObject(changed, "input.o"), { name: "ElfError", message });
  const change = (offset: number, value: number): Uint8Array => {
    const copy = new Uint8Array(bytes);
    copy[offset] = value;
    return copy;
  };
  refuse(new Uint8Array(0), /^input\.o: not an ELF file$/);
  refuse(change(0, 0), /not an ELF file/);
  refuse(change(4, 1), /not a 64-bit little-endian ELF file/);
  refuse(change(16, 2), /not a relocatable object file/);
  refuse(change(18, 3), /not for x86-64/);
  refuse(change(47, 1), /out of range|outside the file/);
});

test("relocations of 16 bits are refused with their section", (t) => {
  const bytes = assembleSource("extern outside\nsection .data\ndw outside\n");
  t.throws(() => readElfObject(bytes, "small.o"), {
    name: "ElfError",
    message: /^small\.o: \.rela\.data: relocation type 12 is not supported/,
  });
});
