// DWARF: functions and line numbers for debuggers, so that gdb sets breakpoints by TypeScript line, steps and names the calls.
// Invariants: (1) addresses are final: the sections need no relocation
//             (2) file names stay relative, so the same input gives the same bytes on every machine
// Manual:     DWARF 5, "Debugging Information Entry", "Line Number Information" (chapters 2 and 6.2)

import { ByteWriter } from "../support/byte-writer.ts";
import type { TracedFunction, TracedPosition } from "./backtrace-table.ts";

/** A traced function whose positions know their column as well (0 = none). */
export interface SourcedFunction extends TracedFunction {
  readonly positions: readonly (TracedPosition & { readonly column: number })[];
}

export interface DebugSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DWARF_VERSION = 5;
const ADDRESS_SIZE_BYTES = 8;
const DW_UT_COMPILE = 1;
/** gdb knows no TypeScript; C's expressions are the nearest. */
const DW_LANG_C99 = 0x000c;
const DW_OP_REG6_RBP = 0x56;

const ABBREVIATION_UNIT = 1;
const ABBREVIATION_FUNCTION = 2;

/** Tag, has children, then pairs of attribute and form; the writers of the entries follow this order. */
const ABBREVIATIONS: readonly (readonly number[])[] = [
  // DW_TAG_compile_unit: producer string, language data2, name string, comp_dir string, stmt_list sec_offset, low_pc addr, high_pc data8
  [ABBREVIATION_UNIT, 0x11, 1, 0x25, 0x08, 0x13, 0x05, 0x03, 0x08, 0x1b, 0x08, 0x10, 0x17, 0x11, 0x01, 0x12, 0x07, 0, 0],
  // DW_TAG_subprogram: name string, decl_file udata, decl_line udata, low_pc addr, high_pc data4, frame_base exprloc, external present
  [ABBREVIATION_FUNCTION, 0x2e, 0, 0x03, 0x08, 0x3a, 0x0f, 0x3b, 0x0f, 0x11, 0x01, 0x12, 0x06, 0x40, 0x18, 0x3f, 0x19, 0, 0],
];

function writeAbbreviations(): Uint8Array {
  const writer = new ByteWriter();
  for (const abbreviation of ABBREVIATIONS) for (const number of abbreviation) writer.uleb(number);
  writer.u8(0);
  return writer.toBytes();
}

/** The unit with its length in front, as every DWARF unit has it. */
function withLength(unit: ByteWriter): Uint8Array {
  const writer = new ByteWriter(unit.length + 4);
  writer.u32(unit.length);
  writer.bytes(unit.toBytes());
  return writer.toBytes();
}

function writeEntries(base: bigint, functions: readonly SourcedFunction[], fileNumbers: ReadonlyMap<string, number>): Uint8Array {
  const writer = new ByteWriter();
  const first = functions[0];
  const last = functions[functions.length - 1];
  writer.u16(DWARF_VERSION);
  writer.u8(DW_UT_COMPILE);
  writer.u8(ADDRESS_SIZE_BYTES);
  writer.u32(0);
  writer.uleb(ABBREVIATION_UNIT);
  writer.string("tsmetal");
  writer.u16(DW_LANG_C99);
  writer.string(first.file);
  writer.string(".");
  writer.u32(0);
  writer.u64(base + BigInt(first.start));
  writer.u64(last.start + last.sizeBytes - first.start);
  for (const traced of functions) {
    writer.uleb(ABBREVIATION_FUNCTION);
    writer.string(traced.name);
    writer.uleb(fileNumbers.get(traced.file) ?? 0);
    writer.uleb(traced.positions.find((position) => position.line > 0 && position.body === undefined)?.line ?? 0);
    writer.u64(base + BigInt(traced.start));
    writer.u32(traced.sizeBytes);
    writer.uleb(1);
    writer.u8(DW_OP_REG6_RBP);
  }
  writer.u8(0);
  return withLength(writer);
}

const DW_LNS_COPY = 1;
const DW_LNS_ADVANCE_PC = 2;
const DW_LNS_ADVANCE_LINE = 3;
const DW_LNS_SET_FILE = 4;
const DW_LNS_SET_COLUMN = 5;
const DW_LNE_END_SEQUENCE = 1;
const DW_LNE_SET_ADDRESS = 2;
const DW_LNCT_PATH = 1;
const DW_LNCT_DIRECTORY_INDEX = 2;
const DW_FORM_STRING = 0x08;
const DW_FORM_UDATA = 0x0f;

/** Operand counts of the standard opcodes 1..12. */
const STANDARD_OPCODE_LENGTHS = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];
/** A special opcode advances the line by LINE_BASE .. LINE_BASE + LINE_RANGE - 1 and the address, and appends a row. */
const LINE_BASE = -5;
const LINE_RANGE = 14;
const OPCODE_BASE = STANDARD_OPCODE_LENGTHS.length + 1;

function writeLineHeader(files: readonly string[]): ByteWriter {
  const writer = new ByteWriter();
  for (const byte of [1, 1, 1, LINE_BASE & 0xff, LINE_RANGE, OPCODE_BASE, ...STANDARD_OPCODE_LENGTHS]) writer.u8(byte);
  writer.u8(1);
  writer.uleb(DW_LNCT_PATH);
  writer.uleb(DW_FORM_STRING);
  writer.uleb(1);
  writer.string(".");
  writer.u8(2);
  for (const number of [DW_LNCT_PATH, DW_FORM_STRING, DW_LNCT_DIRECTORY_INDEX, DW_FORM_UDATA]) writer.uleb(number);
  writer.uleb(files.length);
  for (const file of files) {
    writer.string(file);
    writer.uleb(0);
  }
  return writer;
}

function writeRow(writer: ByteWriter, advance: number, lineStep: number): void {
  const special = lineStep - LINE_BASE + LINE_RANGE * advance + OPCODE_BASE;
  if (lineStep >= LINE_BASE && lineStep < LINE_BASE + LINE_RANGE && special <= 255) {
    writer.u8(special);
    return;
  }
  if (advance > 0) {
    writer.u8(DW_LNS_ADVANCE_PC);
    writer.uleb(advance);
  }
  if (lineStep !== 0) {
    writer.u8(DW_LNS_ADVANCE_LINE);
    writer.sleb(lineStep);
  }
  writer.u8(DW_LNS_COPY);
}

function writeSequence(writer: ByteWriter, base: bigint, traced: SourcedFunction, fileNumbers: ReadonlyMap<string, number>): void {
  for (const byte of [0, ADDRESS_SIZE_BYTES + 1, DW_LNE_SET_ADDRESS]) writer.u8(byte);
  writer.u64(base + BigInt(traced.start));
  let file = "";
  let offset = traced.start;
  let line = 1;
  for (const position of traced.positions) {
    const nextFile = position.body?.file ?? traced.file;
    if (nextFile !== file) {
      writer.u8(DW_LNS_SET_FILE);
      writer.uleb(fileNumbers.get(nextFile) ?? 0);
      file = nextFile;
    }
    writer.u8(DW_LNS_SET_COLUMN);
    writer.uleb(position.column);
    writeRow(writer, position.offset - offset, position.line - line);
    ({ offset, line } = position);
  }
  writer.u8(DW_LNS_ADVANCE_PC);
  writer.uleb(traced.start + traced.sizeBytes - offset);
  for (const byte of [0, 1, DW_LNE_END_SEQUENCE]) writer.u8(byte);
}

function writeLines(base: bigint, functions: readonly SourcedFunction[], fileNumbers: ReadonlyMap<string, number>): Uint8Array {
  // File 0 is the unit's own name; the others count from 1, so that the file register's start value 1 is one of them.
  const header = writeLineHeader([functions[0].file, ...fileNumbers.keys()]);
  const writer = new ByteWriter();
  writer.u16(DWARF_VERSION);
  writer.u8(ADDRESS_SIZE_BYTES);
  writer.u8(0);
  writer.u32(header.length);
  writer.bytes(header.toBytes());
  for (const traced of functions) writeSequence(writer, base, traced, fileNumbers);
  return withLength(writer);
}

/** Sections for the functions that have a file; none if there is no such function. Requires: functions in ascending order of start. */
export function makeDebugSections(base: bigint, functions: readonly SourcedFunction[]): DebugSection[] {
  const sourced = functions.filter((traced) => traced.file !== "");
  if (sourced.length === 0) return [];
  const files = [
    ...new Set(
      sourced.flatMap((traced) => [traced.file, ...traced.positions.flatMap(({ body }) => (body === undefined ? [] : [body.file]))]),
    ),
  ];
  const fileNumbers = new Map(files.map((file, index) => [file, index + 1]));
  return [
    { name: ".debug_info", bytes: writeEntries(base, sourced, fileNumbers) },
    { name: ".debug_abbrev", bytes: writeAbbreviations() },
    { name: ".debug_line", bytes: writeLines(base, sourced, fileNumbers) },
  ];
}
