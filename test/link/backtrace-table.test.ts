// The backtrace table: encoding and lookup, and what the linker puts in it.

import test from "ava";
import { decodeBacktraceTable, encodeBacktraceTable, findCodePlace } from "../../compiler/debug/backtrace-table.ts";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { symbol } from "../../compiler/target/x64/operands.ts";
import { ReadExecutable } from "./executable.ts";
import { codeObject, linkedBytes, nasmObject } from "./objects.ts";

const TABLE = {
  textBase: 0xffff_ffff_8020_0000n,
  functions: [
    {
      start: 0,
      sizeBytes: 10,
      name: "List.push",
      file: "list.ts",
      positions: [
        { offset: 0, line: 3 },
        { offset: 4, line: 5 },
      ],
    },
    { start: 16, sizeBytes: 4, name: "größer", file: "", positions: [{ offset: 16, line: 0 }] },
  ],
};

test("a table decodes to what was encoded", (t) => {
  t.deepEqual(decodeBacktraceTable(encodeBacktraceTable(TABLE)), TABLE);
});

test("the layout is the documented one", (t) => {
  const bytes = Buffer.from(encodeBacktraceTable(TABLE));
  t.is(bytes.toString("latin1", 0, 4), "TSBT");
  t.deepEqual([bytes.readUInt32LE(4), bytes.readUInt32LE(8), bytes.readUInt32LE(12)], [2, 3, 24 + 2 * 16 + 3 * 8]);
  t.is(bytes.readBigUInt64LE(16), TABLE.textBase);
  t.deepEqual([bytes.readUInt32LE(24 + 32 + 8), bytes.readUInt32LE(24 + 32 + 12)], [4, 5]);
});

test("addresses are found with line, also at the borders, and not between functions", (t) => {
  const find = (offset: number): string => {
    const place = findCodePlace(TABLE, TABLE.textBase + BigInt(offset));
    return place === undefined ? "none" : `${place.name}+${place.offset}:${place.line}`;
  };
  t.deepEqual([0, 3, 4, 9, 10, 15, 16, 19, 20].map(find), [
    "List.push+0:3",
    "List.push+3:3",
    "List.push+4:5",
    "List.push+9:5",
    "none",
    "none",
    "größer+0:0",
    "größer+3:0",
    "none",
  ]);
});

test("bytes that are no table are refused", (t) => {
  t.throws(() => decodeBacktraceTable(new Uint8Array(64)), { message: "not a backtrace table" });
});

test("the linked image carries lines of compiled functions and names of nasm's", (t) => {
  const start = codeObject("_start", (assembler) => {
    assembler.position(10, 3);
    assembler.emit("nop");
    assembler.position(11, 3);
    assembler.emit("call", symbol("nasm_function"));
    assembler.position(0);
    assembler.emit("ud2");
  });
  const nasm = nasmObject("bits 64\nglobal nasm_function\nnasm_function: dec edi\n.again: jnz .again\n ret\nlocal_function: ret\n");
  const image = new ReadExecutable(linkedBytes(link([start, nasm], LINUX_LAYOUT)));
  const [from, to] = [image.symbol("__backtrace_start").address, image.symbol("__backtrace_end").address];
  const table = decodeBacktraceTable(image.at(from, Number(to - from)));
  t.deepEqual(
    table.functions.map(({ name, file }) => [name, file]),
    [
      ["_start", "_start.ts"],
      ["nasm_function", ""],
      ["local_function", ""],
    ],
  );
  const place = (address: bigint): string => {
    const found = findCodePlace(table, address);
    return found === undefined ? "none" : `${found.name} ${found.file}:${found.line}`;
  };
  const entry = image.entry;
  t.is(place(entry), "_start _start.ts:10");
  t.is(place(entry + 1n), "_start _start.ts:11");
  t.is(place(entry + 6n), "_start _start.ts:0");
  t.is(place(image.symbol("nasm_function").address + 4n), "nasm_function :0");
  t.is(place(image.symbol("local_function").address), "local_function :0");
});
