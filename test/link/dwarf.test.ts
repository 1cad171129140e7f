// DWARF: the line program and the entries, read back by a small interpreter of their own, for two files and nasm code between.

import test from "ava";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { symbol } from "../../compiler/target/x64/operands.ts";
import { ReadExecutable } from "./executable.ts";
import { codeObject, linkedBytes, nasmObject } from "./objects.ts";

/** Reads little-endian numbers, LEB128 and strings one after the other. */
class Cursor {
  offset = 0;
  constructor(readonly bytes: Buffer) {}

  u8(): number {
    return this.bytes.readUInt8(this.offset++);
  }
  u16(): number {
    this.offset += 2;
    return this.bytes.readUInt16LE(this.offset - 2);
  }
  u32(): number {
    this.offset += 4;
    return this.bytes.readUInt32LE(this.offset - 4);
  }
  u64(): bigint {
    this.offset += 8;
    return this.bytes.readBigUInt64LE(this.offset - 8);
  }
  leb(isSigned = false): number {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.u8();
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte >= 128);
    return isSigned && (byte & 64) !== 0 ? value - 2 ** shift : value;
  }
  string(): string {
    const end = this.bytes.indexOf(0, this.offset);
    const text = this.bytes.toString("utf8", this.offset, end);
    this.offset = end + 1;
    return text;
  }
}

function sectionOf(image: ReadExecutable, name: string): Cursor {
  const { offset, sizeBytes } = image.section(name);
  return new Cursor(Buffer.from(image.bytes.subarray(offset, offset + sizeBytes)));
}

function readFileNames(cursor: Cursor): string[] {
  const formats = (): void => {
    for (let count = cursor.u8(); count > 0; count--) cursor.offset += 2;
  };
  formats();
  for (let count = cursor.leb(); count > 0; count--) cursor.string();
  formats();
  return Array.from({ length: cursor.leb() }, () => {
    const name = cursor.string();
    cursor.leb();
    return name;
  });
}

interface LineState {
  address: bigint;
  file: number;
  line: number;
  column: number;
}

/** Runs one extended opcode; true at the end of a sequence. */
function runExtended(cursor: Cursor, state: LineState): boolean {
  const sizeBytes = cursor.leb();
  const opcode = cursor.u8();
  if (opcode === 2) state.address = cursor.u64();
  else cursor.offset += sizeBytes - 1;
  return opcode === 1;
}

/** Runs the line program. Rows as text: address, file:line:column, or "end". */
function readRows(cursor: Cursor): string[] {
  const end = cursor.u32() + 4;
  cursor.offset += 4;
  cursor.offset += 4 + 3;
  const [base, range, opcodeBase] = [cursor.bytes.readInt8(cursor.offset++), cursor.u8(), cursor.u8()];
  cursor.offset += opcodeBase - 1;
  const files = readFileNames(cursor);
  const rows: string[] = [];
  const start: LineState = { address: 0n, file: 1, line: 1, column: 0 };
  let state = { ...start };
  const append = (): void => {
    rows.push(`${state.address.toString(16)} ${files[state.file]}:${state.line}:${state.column}`);
  };
  while (cursor.offset < end) {
    const opcode = cursor.u8();
    if (opcode >= opcodeBase) {
      state.address += BigInt(Math.floor((opcode - opcodeBase) / range));
      state.line += base + ((opcode - opcodeBase) % range);
      append();
    } else if (opcode === 0) {
      if (!runExtended(cursor, state)) continue;
      rows.push(`${state.address.toString(16)} end`);
      state = { ...start };
    } else if (opcode === 1) append();
    else if (opcode === 2) state.address += BigInt(cursor.leb());
    else if (opcode === 3) state.line += cursor.leb(true);
    else if (opcode === 4) state.file = cursor.leb();
    else if (opcode === 5) state.column = cursor.leb();
    else throw new Error(`unexpected opcode ${opcode}`);
  }
  return rows;
}

const SUBPROGRAM = 0x2e;

interface ReadEntry {
  readonly tag: number;
  readonly values: unknown[];
  readonly children: ReadEntry[];
}

interface Shape {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly forms: readonly number[];
}

function readShapes(cursor: Cursor): Map<number, Shape> {
  const shapes = new Map<number, Shape>();
  for (let number = cursor.leb(); number !== 0; number = cursor.leb()) {
    const [tag, hasChildren, forms] = [cursor.leb(), cursor.u8() === 1, [] as number[]];
    for (;;) {
      const [attribute, form] = [cursor.leb(), cursor.leb()];
      if (attribute === 0 && form === 0) break;
      forms.push(form);
    }
    shapes.set(number, { tag, hasChildren, forms });
  }
  return shapes;
}

/** The forms that the compiler uses: strp, udata, addr, data of four bytes (sec_offset, ref4), exprloc, flag_present, sdata. */
function readValue(cursor: Cursor, strings: Cursor, form: number): unknown {
  switch (form) {
    case 0x0e:
      strings.offset = cursor.u32();
      return strings.string();
    case 0x0f:
      return cursor.leb();
    case 0x0d:
      return cursor.leb(true);
    case 0x01:
      return cursor.u64();
    case 0x17:
    case 0x13:
      return cursor.u32();
    case 0x18: {
      const sizeBytes = cursor.leb();
      cursor.offset += sizeBytes;
      return cursor.bytes.toString("hex", cursor.offset - sizeBytes, cursor.offset);
    }
    case 0x19:
      return true;
    default:
      throw new Error(`unexpected form ${form}`);
  }
}

function readEntry(cursor: Cursor, strings: Cursor, shapes: ReadonlyMap<number, Shape>): ReadEntry | null {
  const shape = shapes.get(cursor.leb());
  if (shape === undefined) return null;
  const entry: ReadEntry = { tag: shape.tag, values: shape.forms.map((form) => readValue(cursor, strings, form)), children: [] };
  if (!shape.hasChildren) return entry;
  for (let child = readEntry(cursor, strings, shapes); child !== null; child = readEntry(cursor, strings, shapes))
    entry.children.push(child);
  return entry;
}

/** The only unit of an image, read to its end. */
function readUnit(image: ReadExecutable): ReadEntry {
  const cursor = sectionOf(image, ".debug_info");
  if (cursor.u32() + 4 !== cursor.bytes.length) throw new Error("the unit is not the whole section");
  if (cursor.u16() !== 5 || cursor.u8() !== 1 || cursor.u8() !== 8 || cursor.u32() !== 0) throw new Error("unexpected head");
  const unit = readEntry(cursor, sectionOf(image, ".debug_str"), readShapes(sectionOf(image, ".debug_abbrev")));
  if (unit === null || cursor.offset !== cursor.bytes.length) throw new Error("the entries do not end with the section");
  return unit;
}

function linkTwoFiles(isStripped: boolean): ReadExecutable {
  const start = codeObject("_start", (assembler) => {
    assembler.position(700, 3);
    assembler.emit("nop");
    assembler.position(2, 130);
    assembler.emit("call", symbol("between"));
    assembler.position(0);
    for (let count = 0; count < 300; count++) assembler.emit("nop");
    assembler.position(21, 4, { name: "inlined", file: "third.ts", callLine: 5, caller: undefined });
    assembler.emit("nop");
    assembler.position(5, 1);
    assembler.emit("call", symbol("other"));
  });
  const between = nasmObject("global between\nbetween: ret\n");
  const other = codeObject("other", (assembler) => {
    assembler.position(9, 2);
    assembler.emit("ret");
  });
  return new ReadExecutable(linkedBytes(link([start, between, other], LINUX_LAYOUT, { isStripped })));
}

test("the line program gives each position its row, and each function its end", (t) => {
  const image = linkTwoFiles(false);
  const otherAddress = image.symbol("other").address;
  t.deepEqual(readRows(sectionOf(image, ".debug_line")), [
    "400000 _start.ts:700:3",
    "400001 _start.ts:2:130",
    "400006 _start.ts:0:0",
    `${(0x400006 + 300).toString(16)} third.ts:21:4`,
    `${(0x400006 + 301).toString(16)} _start.ts:5:1`,
    `${(0x400006 + 306).toString(16)} end`,
    `${otherAddress.toString(16)} other.ts:9:2`,
    `${(otherAddress + 1n).toString(16)} end`,
  ]);
});

test("the entries name the compiled functions with their place and extent", (t) => {
  const image = linkTwoFiles(false);
  const unit = readUnit(image);
  const other = image.symbol("other").address;
  t.deepEqual(unit.values.slice(0, 7), ["tsmetal", 0xd453, "_start.ts", ".", 0, 0x40_0000n, 12]);
  t.deepEqual(
    unit.children.map(({ tag, values }) => [tag, ...values.slice(0, 6)]),
    [
      [SUBPROGRAM, "_start", 1, 700, 0x40_0000n, 312, "56"],
      [SUBPROGRAM, "other", 3, 9, other, 1, "56"],
    ],
  );
});

test("a stripped image keeps symbols and the backtrace table, and is smaller by the debug sections only", (t) => {
  const stripped = linkTwoFiles(true);
  const full = linkTwoFiles(false);
  const names = (image: ReadExecutable): string[] => image.sections.map((section) => section.name);
  t.deepEqual(
    names(full).filter((name) => !names(stripped).includes(name)),
    [".debug_info", ".debug_abbrev", ".debug_line", ".debug_str", ".debug_rnglists"],
  );
  t.deepEqual(stripped.symbols, full.symbols);
  t.deepEqual(stripped.segments, full.segments);
});
