// Backtrace table: from a code address to function, file and line, in the form the running program itself reads (section .backtrace).
// Invariants: functions ascend and do not overlap; positions ascend, and each function begins with one, so that no line leaks into the next
//
//   offset  0   u32 magic          4   u32 functionCount     8   u32 positionCount     12  u32 stringsOffset     16  u64 textBase
//   then        functionCount x    { u32 start (from textBase), u32 sizeBytes, u32 nameOffset, u32 fileOffset }
//   then        positionCount x    { u32 offset (from textBase), u32 line (0 = none) }
//   then        strings: UTF-8, each with a terminating zero; nameOffset and fileOffset count from stringsOffset

import { ByteWriter } from "../support/byte-writer.ts";

/** "TSBT" read as a little-endian 32-bit number. */
export const BACKTRACE_MAGIC = 0x5442_5354;
const HEADER_SIZE_BYTES = 24;
const FUNCTION_SIZE_BYTES = 16;
const POSITION_SIZE_BYTES = 8;

export interface TracedFunction {
  readonly start: number;
  readonly sizeBytes: number;
  readonly name: string;
  /** Empty: not known. */
  readonly file: string;
  /** Offsets from textBase. */
  readonly positions: readonly { readonly offset: number; readonly line: number }[];
}

export interface BacktraceTable {
  readonly textBase: bigint;
  readonly functions: readonly TracedFunction[];
}

export interface CodePlace {
  readonly name: string;
  readonly file: string;
  /** 0: not known. */
  readonly line: number;
  /** From the function's first byte. */
  readonly offset: number;
}

/** Requires: functions in ascending order of start, their positions likewise. */
export function encodeBacktraceTable(table: BacktraceTable): Uint8Array {
  const strings = new ByteWriter();
  const offsets = new Map<string, number>();
  const addString = (text: string): number => {
    const offset = offsets.get(text) ?? strings.length;
    if (!offsets.has(text)) {
      offsets.set(text, offset);
      strings.string(text);
    }
    return offset;
  };
  addString("");
  const functions = new ByteWriter();
  const positions = new ByteWriter();
  for (const traced of table.functions) {
    functions.u32(traced.start);
    functions.u32(traced.sizeBytes);
    functions.u32(addString(traced.name));
    functions.u32(addString(traced.file));
    writePositions(positions, traced);
  }
  const writer = new ByteWriter();
  writer.u32(BACKTRACE_MAGIC);
  writer.u32(functions.length / FUNCTION_SIZE_BYTES);
  writer.u32(positions.length / POSITION_SIZE_BYTES);
  writer.u32(HEADER_SIZE_BYTES + functions.length + positions.length);
  writer.u64(table.textBase);
  writer.bytes(functions.toBytes());
  writer.bytes(positions.toBytes());
  writer.bytes(strings.toBytes());
  return writer.toBytes();
}

function writePositions(writer: ByteWriter, traced: TracedFunction): void {
  let line = -1;
  const first = traced.positions[0];
  const positions = first?.offset === traced.start ? traced.positions : [{ offset: traced.start, line: 0 }, ...traced.positions];
  for (const position of positions) {
    if (position.line === line) continue;
    line = position.line;
    writer.u32(position.offset);
    writer.u32(position.line);
  }
}

/** Throws RangeError or Error on bytes that are not a table. */
export function decodeBacktraceTable(bytes: Uint8Array): BacktraceTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== BACKTRACE_MAGIC) throw new Error("not a backtrace table");
  const functionCount = view.getUint32(4, true);
  const positionCount = view.getUint32(8, true);
  const stringsOffset = view.getUint32(12, true);
  const positionsOffset = HEADER_SIZE_BYTES + functionCount * FUNCTION_SIZE_BYTES;
  const readString = (offset: number): string => {
    const start = stringsOffset + offset;
    return new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(0, start)));
  };
  const positions = Array.from({ length: positionCount }, (_, index) => {
    const at = positionsOffset + index * POSITION_SIZE_BYTES;
    return { offset: view.getUint32(at, true), line: view.getUint32(at + 4, true) };
  });
  const functions = Array.from({ length: functionCount }, (_, index) => {
    const at = HEADER_SIZE_BYTES + index * FUNCTION_SIZE_BYTES;
    const start = view.getUint32(at, true);
    const sizeBytes = view.getUint32(at + 4, true);
    return {
      start,
      sizeBytes,
      name: readString(view.getUint32(at + 8, true)),
      file: readString(view.getUint32(at + 12, true)),
      positions: positions.filter((position) => position.offset >= start && position.offset < start + sizeBytes),
    };
  });
  return { textBase: view.getBigUint64(16, true), functions };
}

/** The source of a code address. For a return address ask for the byte before it: the call may be the last inst of its line or function. */
export function findCodePlace(table: BacktraceTable, address: bigint): CodePlace | undefined {
  const offset = Number(address - table.textBase);
  const traced = table.functions.find((candidate) => offset >= candidate.start && offset < candidate.start + candidate.sizeBytes);
  if (traced === undefined) return undefined;
  const position = traced.positions.findLast((candidate) => candidate.offset <= offset);
  return { name: traced.name, file: traced.file, line: position?.line ?? 0, offset: offset - traced.start };
}
