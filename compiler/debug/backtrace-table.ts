// Backtrace table: from a code address to functions, files and lines, in the form the running program itself reads (section .backtrace).
// Invariants: (1) functions ascend and do not overlap; the positions of each begin anew, so that no line leaks into the next
//             (2) a scope, a body that stands in place of a call, comes behind the scope that the call was in
//
//   offset  0   u32 magic               4  u32 version            8  u32 functionCount
//          12   u32 scopesOffset       16  u32 positionsOffset   20  u32 stringsOffset       24  u64 textBase
//   functions   { u32 start (from textBase), u32 sizeBytes (bit 31: top-level code of a file), u32 name, u32 file, u32 positions }
//   scopes      { name, file, line of the call, bytes back to the scope that the call was in, or 0 if it was the function itself }
//   positions   of each function: a count, then for each { advance, line step x 2 + (1 if the scope changes) [, scope] }
//               advance: bytes from the position before, or the function's start; line step: from the line before, or 0, as zigzag
//   strings     UTF-8, each with a terminating zero
//   Numbers of scopes and positions are unsigned LEB128. name and file count from stringsOffset, positions from positionsOffset; a scope
//   counts from scopesOffset, and from 1: the function's own code is in scope 0. Line 0: not known.

import type { InlinedBody } from "../object/debug-facts.ts";
import { ByteWriter } from "../support/byte-writer.ts";

/** "TSBT" read as a little-endian 32-bit number. */
export const BACKTRACE_MAGIC = 0x5442_5354;
export const BACKTRACE_VERSION = 2;
const HEADER_SIZE_BYTES = 32;
const FUNCTION_SIZE_BYTES = 20;
const TOP_LEVEL_FLAG = 0x8000_0000;

export interface TracedPosition {
  /** From textBase. */
  readonly offset: number;
  /** 0: none. */
  readonly line: number;
  /** Undefined: the function's own code. */
  readonly body?: InlinedBody | undefined;
}

export interface TracedFunction {
  readonly start: number;
  readonly sizeBytes: number;
  readonly name: string;
  /** Empty: not known. */
  readonly file: string;
  /** Top-level code of a file, where backtraces end. */
  readonly isTopLevel: boolean;
  readonly positions: readonly TracedPosition[];
}

export interface BacktraceTable {
  readonly textBase: bigint;
  readonly functions: readonly TracedFunction[];
}

/** One frame of a code address: the function whose line it is, or the caller of the frame before, which was inlined into it. */
export interface CodeFrame {
  readonly name: string;
  readonly file: string;
  /** 0: not known. */
  readonly line: number;
}

/** Requires: functions in ascending order of start, their positions likewise. */
export function encodeBacktraceTable(table: BacktraceTable): Uint8Array {
  const strings = new StringSection();
  const scopes = new ScopeSection(strings);
  const functions = new ByteWriter();
  const positions = new ByteWriter();
  // Functions without lines share the empty list at offset 0.
  positions.uleb(0);
  for (const traced of table.functions) {
    functions.u32(traced.start);
    functions.u32(traced.sizeBytes + (traced.isTopLevel ? TOP_LEVEL_FLAG : 0));
    functions.u32(strings.add(traced.name));
    functions.u32(strings.add(traced.file));
    functions.u32(traced.positions.length === 0 ? 0 : positions.length);
    if (traced.positions.length > 0) writePositions(positions, traced, scopes);
  }
  const writer = new ByteWriter();
  const scopesOffset = HEADER_SIZE_BYTES + functions.length;
  const positionsOffset = scopesOffset + scopes.bytes.length;
  for (const field of [BACKTRACE_MAGIC, BACKTRACE_VERSION, table.functions.length, scopesOffset, positionsOffset]) writer.u32(field);
  writer.u32(positionsOffset + positions.length);
  writer.u64(table.textBase);
  for (const part of [functions, scopes.bytes, positions, strings.bytes]) writer.bytes(part.toBytes());
  return writer.toBytes();
}

class StringSection {
  readonly bytes = new ByteWriter();
  private readonly offsets = new Map<string, number>();

  add(text: string): number {
    const offset = this.offsets.get(text) ?? this.bytes.length;
    if (!this.offsets.has(text)) {
      this.offsets.set(text, offset);
      this.bytes.string(text);
    }
    return offset;
  }
}

class ScopeSection {
  readonly bytes = new ByteWriter();
  private readonly strings: StringSection;
  private readonly numbers = new Map<string, number>();

  constructor(strings: StringSection) {
    this.strings = strings;
  }

  /** Bodies with the same content are one scope, in whatever function they stand. */
  numberOf(body: InlinedBody | undefined): number {
    if (body === undefined) return 0;
    const caller = this.numberOf(body.caller);
    const fields = [this.strings.add(body.name), this.strings.add(body.file), body.callLine];
    const key = [...fields, caller].join();
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.bytes.length + 1;
      this.numbers.set(key, number);
      for (const field of [...fields, caller === 0 ? 0 : number - caller]) this.bytes.uleb(field);
    }
    return number;
  }
}

function writePositions(writer: ByteWriter, traced: TracedFunction, scopes: ScopeSection): void {
  const distinct: { offset: number; line: number; scope: number }[] = [];
  for (const { offset, line, body } of traced.positions) {
    const scope = scopes.numberOf(body);
    const last = distinct.at(-1) ?? { line: 0, scope: 0 };
    if (line !== last.line || scope !== last.scope) distinct.push({ offset, line, scope });
  }
  let before = { offset: traced.start, line: 0, scope: 0 };
  writer.uleb(distinct.length);
  for (const position of distinct) {
    const hasScope = position.scope !== before.scope;
    writer.uleb(position.offset - before.offset);
    writer.uleb(zigzag(position.line - before.line) * 2 + (hasScope ? 1 : 0));
    if (hasScope) writer.uleb(position.scope);
    before = position;
  }
}

/** Small numbers of either sign as small unsigned ones: 0, -1, 1, -2 ... become 0, 1, 2, 3 ... */
function zigzag(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

/** Throws RangeError or Error on bytes that are not a table. */
export function decodeBacktraceTable(bytes: Uint8Array): BacktraceTable {
  return new TableReader(bytes).read();
}

class TableReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly bodies = new Map<number, InlinedBody>();
  private cursor = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.u32(0) !== BACKTRACE_MAGIC) throw new Error("not a backtrace table");
    if (this.u32(4) !== BACKTRACE_VERSION) throw new Error(`a backtrace table of version ${this.u32(4)}, not ${BACKTRACE_VERSION}`);
  }

  read(): BacktraceTable {
    for (this.cursor = this.u32(12); this.cursor < this.u32(16); ) {
      const scope = this.cursor - this.u32(12) + 1;
      const [name, file, callLine, distance] = [this.number(), this.number(), this.number(), this.number()];
      const caller = distance === 0 ? undefined : this.bodies.get(scope - distance);
      this.bodies.set(scope, { name: this.string(name), file: this.string(file), callLine, caller });
    }
    const functions = Array.from({ length: this.u32(8) }, (_, index) => this.function(HEADER_SIZE_BYTES + index * FUNCTION_SIZE_BYTES));
    return { textBase: this.view.getBigUint64(24, true), functions };
  }

  private function(at: number): TracedFunction {
    const start = this.u32(at);
    const size = this.u32(at + 4);
    this.cursor = this.u32(16) + this.u32(at + 16);
    return {
      start,
      sizeBytes: size % TOP_LEVEL_FLAG,
      name: this.string(this.u32(at + 8)),
      file: this.string(this.u32(at + 12)),
      isTopLevel: size >= TOP_LEVEL_FLAG,
      positions: this.positions(start),
    };
  }

  private positions(start: number): TracedPosition[] {
    let [offset, line, scope] = [start, 0, 0];
    return Array.from({ length: this.number() }, () => {
      offset += this.number();
      const step = this.number();
      const zigzagged = step >>> 1;
      line += (zigzagged & 1) === 0 ? zigzagged >>> 1 : -((zigzagged + 1) >>> 1);
      if ((step & 1) !== 0) scope = this.number();
      return { offset, line, body: this.bodies.get(scope) };
    });
  }

  private u32(offset: number): number {
    return this.view.getUint32(offset, true);
  }

  private number(): number {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.view.getUint8(this.cursor++);
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte >= 128);
    return value;
  }

  private string(offset: number): string {
    const start = this.u32(20) + offset;
    return new TextDecoder().decode(this.bytes.subarray(start, this.bytes.indexOf(0, start)));
  }
}

/**
 * The frames of a code address, the innermost first; none where the table knows no function. For a return address ask for the byte before
 * it: the call may be the last inst of its line or function.
 */
export function findCodeFrames(table: BacktraceTable, address: bigint): CodeFrame[] {
  const offset = Number(address - table.textBase);
  const traced = table.functions.find((candidate) => offset >= candidate.start && offset < candidate.start + candidate.sizeBytes);
  if (traced === undefined) return [];
  const position = traced.positions.findLast((candidate) => candidate.offset <= offset);
  const frames: CodeFrame[] = [];
  let line = position?.line ?? 0;
  for (let body = position?.body; body !== undefined; body = body.caller) {
    frames.push({ name: body.name, file: body.file, line });
    line = body.callLine;
  }
  return [...frames, { name: traced.name, file: traced.file, line }];
}
