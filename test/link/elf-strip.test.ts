// Stripping: what is loaded stays, with the headers of its sections; symbols and debug information go.

import test from "ava";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { stripExecutable } from "../../compiler/object/elf-strip.ts";
import { ReadExecutable } from "./executable.ts";
import { linkedBytes, nasmObject } from "./objects.ts";

const SHF_ALLOC = 2;
const source = "bits 64\nglobal _start\nsection .text\n_start: mov eax, 60\n xor edi, edi\n syscall\nsection .data\nvalue: dq 7\n";

test("loaded sections keep their bytes and headers, the others are gone", (t) => {
  const full = new ReadExecutable(linkedBytes(link([nasmObject(source)], LINUX_LAYOUT)));
  const stripped = new ReadExecutable(stripExecutable(full.bytes));
  t.deepEqual(stripped.segments, full.segments);
  const loaded = full.sections.filter((section) => (section.flags & SHF_ALLOC) !== 0);
  t.true(loaded.some((section) => section.name === ".backtrace"));
  t.deepEqual(
    stripped.sections.filter((section) => section.type !== 0 && section.name !== ".shstrtab"),
    loaded,
  );
  for (const { offset, fileSizeBytes } of full.segments.slice(1))
    t.deepEqual(stripped.bytes.slice(offset, offset + fileSizeBytes), full.bytes.slice(offset, offset + fileSizeBytes));
  t.true(stripped.bytes.length < full.bytes.length);
  t.deepEqual(stripped.symbols, []);
});

test("a Buffer, whose parts share memory, gives the same bytes and is left as it was", (t) => {
  const bytes = linkedBytes(link([nasmObject(source)], LINUX_LAYOUT));
  const buffer = Buffer.from(bytes);
  t.deepEqual(new Uint8Array(stripExecutable(buffer)), new Uint8Array(stripExecutable(bytes)));
  t.deepEqual(new Uint8Array(buffer), new Uint8Array(bytes));
});
