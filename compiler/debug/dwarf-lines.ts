// DWARF lines: which source line each stretch of code comes from, as .debug_line.
// Invariants: file names stay relative, so the same input gives the same bytes on every machine
// Manual:     DWARF 5, "Line Number Information", chapter 6.2

import { ByteWriter } from "../support/byte-writer.ts";
import type { SourcedFunction } from "./sourced-function.ts";

const DWARF_VERSION = 5;
const ADDRESS_SIZE_BYTES = 8;
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

export function writeLines(base: bigint, functions: readonly SourcedFunction[], fileNumbers: ReadonlyMap<string, number>): Uint8Array {
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

/** The unit with its length in front, as every DWARF unit has it. */
function withLength(unit: ByteWriter): Uint8Array {
  const writer = new ByteWriter(unit.length + 4);
  writer.u32(unit.length);
  writer.bytes(unit.toBytes());
  return writer.toBytes();
}
