// The backtrace table: encoding and lookup, and what the linker puts in it.

import test from "ava";
import { type BacktraceTable, decodeBacktraceTable, encodeBacktraceTable, findCodeFrames } from "../../compiler/debug/backtrace-table.ts";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { symbol } from "../../compiler/target/x64/operands.ts";
import { ReadExecutable } from "./executable.ts";
import { codeObject, linkedBytes, nasmObject } from "./objects.ts";

const HEADER_SIZE_BYTES = 32;
const FUNCTION_SIZE_BYTES = 20;

const insertion = { name: "insert", file: "tree.ts", callLine: 9, caller: undefined };
const rotation = { name: "rotate", file: "balance.ts", callLine: 40, caller: insertion };

const TABLE: BacktraceTable = {
  textBase: 0xffff_ffff_8020_0000n,
  functions: [
    {
      start: 0,
      sizeBytes: 10,
      name: "List.push",
      file: "list.ts",
      isTopLevel: false,
      positions: [
        { offset: 0, line: 3, body: undefined },
        { offset: 4, line: 5, body: undefined },
      ],
    },
    { start: 16, sizeBytes: 4, name: "größer", file: "", isTopLevel: false, positions: [] },
    {
      start: 32,
      sizeBytes: 2000,
      name: "main",
      file: "main.ts",
      isTopLevel: true,
      positions: [
        { offset: 40, line: 300, body: undefined },
        { offset: 48, line: 12, body: insertion },
        { offset: 50, line: 70_000, body: rotation },
        { offset: 700, line: 13, body: insertion },
        { offset: 701, line: 13, body: undefined },
        { offset: 1700, line: 0, body: undefined },
      ],
    },
  ],
};

test("a table decodes to what was encoded", (t) => {
  t.deepEqual(decodeBacktraceTable(encodeBacktraceTable(TABLE)), TABLE);
});

test("the layout is the documented one", (t) => {
  const bytes = Buffer.from(encodeBacktraceTable(TABLE));
  t.is(bytes.toString("latin1", 0, 4), "TSBT");
  const scopes = HEADER_SIZE_BYTES + 3 * FUNCTION_SIZE_BYTES;
  const positions = scopes + 2 * 4;
  const [version, functionCount, scopesOffset, positionsOffset, strings] = [4, 8, 12, 16, 20].map((offset) => bytes.readUInt32LE(offset));
  t.deepEqual([version, functionCount, scopesOffset, positionsOffset], [2, 3, scopes, positions]);
  t.is(bytes.readBigUInt64LE(24), TABLE.textBase);
  t.is(bytes.readUInt32LE(HEADER_SIZE_BYTES + 2 * FUNCTION_SIZE_BYTES + 4), 2000 + 2 ** 31, "top-level code");
  t.deepEqual([bytes[scopes + 2], bytes[scopes + 3]], [9, 0], "insert was called in line 9 of a function");
  const [name, file, line, caller] = bytes.subarray(scopes + 4);
  t.deepEqual([bytes.toString("latin1", strings + name, strings + name + 7), line, caller], ["rotate\0", 40, 4]);
  t.is(bytes.toString("latin1", strings + file, strings + file + 11), "balance.ts\0");
  // None; two of List.push: lines 0 + 3, 3 + 2 with the step doubled for its sign and again for the scope.
  t.deepEqual([...bytes.subarray(positions, positions + 6)], [0, 2, 0, 12, 4, 8]);
});

test("addresses are found with line, also at the borders, and not between functions", (t) => {
  const find = (offset: number): string => {
    const [frame] = findCodeFrames(TABLE, TABLE.textBase + BigInt(offset));
    return frame === undefined ? "none" : `${frame.name}:${frame.line}`;
  };
  t.deepEqual([0, 3, 4, 9, 10, 15, 16, 19, 20].map(find), [
    "List.push:3",
    "List.push:3",
    "List.push:5",
    "List.push:5",
    "none",
    "none",
    "größer:0",
    "größer:0",
    "none",
  ]);
});

test("an address in inlined code has a frame for each inlined call, with the line of that call in the file of its caller", (t) => {
  const frames = (offset: number): string[] =>
    findCodeFrames(TABLE, TABLE.textBase + BigInt(offset)).map(({ name, file, line }) => `${name} ${file}:${line}`);
  t.deepEqual(frames(32), ["main main.ts:0"]);
  t.deepEqual(frames(47), ["main main.ts:300"]);
  t.deepEqual(frames(49), ["insert tree.ts:12", "main main.ts:9"]);
  t.deepEqual(frames(699), ["rotate balance.ts:70000", "insert tree.ts:40", "main main.ts:9"]);
  t.deepEqual(frames(700), ["insert tree.ts:13", "main main.ts:9"]);
  t.deepEqual(frames(701), ["main main.ts:13"]);
});

test("equal inlined bodies are written once, whatever function they stand in", (t) => {
  const { functions } = TABLE;
  const second = { ...functions[2], start: 3000, positions: [{ offset: 3000, line: 1, body: { ...rotation, caller: { ...insertion } } }] };
  const sizes = [TABLE, { ...TABLE, functions: [...functions, second] }].map((table) => {
    const bytes = Buffer.from(encodeBacktraceTable(table));
    return bytes.readUInt32LE(16) - bytes.readUInt32LE(12);
  });
  t.is(sizes[0], sizes[1]);
});

test("bytes that are no table are refused", (t) => {
  t.throws(() => decodeBacktraceTable(new Uint8Array(64)), { message: "not a backtrace table" });
  const older = encodeBacktraceTable(TABLE);
  older[4] = 1;
  t.throws(() => decodeBacktraceTable(older), { message: "a backtrace table of version 1, not 2" });
});

test("the linked image carries lines of compiled functions and names of nasm's", (t) => {
  const start = codeObject("_start", (assembler) => {
    assembler.position(10, 3);
    assembler.emit("nop");
    assembler.position(11, 3);
    assembler.emit("call", symbol("nasm_function"));
    assembler.position(7, 1, { name: "stop", file: "end.ts", callLine: 12, caller: undefined });
    assembler.emit("ud2");
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
    const frames = findCodeFrames(table, address).map(({ name, file, line }) => `${name} ${file}:${line}`);
    return frames.join(" < ");
  };
  const entry = image.entry;
  t.is(place(entry), "_start _start.ts:10");
  t.is(place(entry + 1n), "_start _start.ts:11");
  t.is(place(entry + 6n), "stop end.ts:7 < _start _start.ts:12");
  t.is(place(entry + 8n), "_start _start.ts:0");
  t.is(place(image.symbol("nasm_function").address + 4n), "nasm_function :0");
  t.is(place(image.symbol("local_function").address), "local_function :0");
});
