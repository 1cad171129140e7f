// DWARF places: where variables are, as expressions and location lists, and stretches of code as range lists.
// Owns:       the sections .debug_loclists and .debug_rnglists.
// Manual:     DWARF 5, "DWARF Expressions" and "Location Lists", chapters 2.5, 2.6 and 7.28

import { ValueType } from "../ir/types.ts";
import { Reading } from "../ir/variables.ts";
import type { PlacedVariable, VariablePlace } from "../object/debug-facts.ts";
import { required } from "../support/assert.ts";
import { ByteWriter } from "../support/byte-writer.ts";
import type { Entry, SectionPlace } from "./dwarf-entries.ts";
import type { ConversionTypes } from "./dwarf-types.ts";

const DWARF_VERSION = 5;
const ADDRESS_SIZE_BYTES = 8;
const HEAD_SIZE_BYTES = 12;
const DW_OP_ADDR = 0x03;
const DW_OP_DEREF = 0x06;
const DW_OP_PLUS_UCONST = 0x23;
const DW_OP_REG0 = 0x50;
const DW_OP_BREG0 = 0x70;
const DW_OP_FBREG = 0x91;
const DW_OP_IMPLICIT_VALUE = 0x9e;
const DW_OP_STACK_VALUE = 0x9f;
const DW_OP_REGVAL_TYPE = 0xa5;
const DW_OP_DEREF_TYPE = 0xa6;
const DW_OP_CONVERT = 0xa8;
/** Two offsets from the unit's base, in both kinds of list. */
const OFFSET_PAIR = 4;

/** From the unit's base; `to` is exclusive. */
export interface CodeRange {
  readonly from: number;
  readonly to: number;
}

export function addressExpression(address: bigint): Uint8Array {
  const writer = new ByteWriter(16);
  writer.u8(DW_OP_ADDR);
  writer.u64(address);
  return writer.toBytes();
}

/** What an expression has to know of its variable. */
export interface PlaceContext {
  /** Of a shared variable: where in the object that the place refers to. */
  readonly cellOffset: number | null;
  /** Of the variable, where it is a constant. */
  readonly sizeBytes: number;
  /** The variable is a float, whatever holds it. */
  readonly isNumber: boolean;
  readonly conversions: ConversionTypes;
}

/** Requires: entries are written, unless the place reads the value as it is. */
export function placeExpression(place: VariablePlace, context: PlaceContext): Uint8Array {
  const writer = new ByteWriter(16);
  if (place.kind === "constant") writeConstant(writer, place, context);
  else if (context.cellOffset !== null) writeCell(writer, place, context.cellOffset);
  else if (place.reading !== Reading.Same) writeConversion(writer, place, context.conversions);
  else if (place.kind === "register") writer.u8(DW_OP_REG0 + place.register);
  else writeFrameOffset(writer, place.offset);
  return writer.toBytes();
}

function writeFrameOffset(writer: ByteWriter, offset: number): void {
  writer.u8(DW_OP_FBREG);
  writer.sleb(offset);
}

function writeCell(writer: ByteWriter, place: Exclude<VariablePlace, { kind: "constant" }>, offset: number): void {
  if (place.kind === "register") {
    writer.u8(DW_OP_BREG0 + place.register);
    writer.sleb(offset);
    return;
  }
  writeFrameOffset(writer, place.offset);
  writer.u8(DW_OP_DEREF);
  writer.u8(DW_OP_PLUS_UCONST);
  writer.uleb(offset);
}

function writeConversion(writer: ByteWriter, place: Exclude<VariablePlace, { kind: "constant" }>, types: ConversionTypes): void {
  const source = sourceType(place.reading, types);
  if (place.kind === "register") {
    writer.u8(DW_OP_REGVAL_TYPE);
    writer.uleb(place.register);
    writer.uleb(source.offset);
  } else {
    writeFrameOffset(writer, place.offset);
    writer.u8(DW_OP_DEREF_TYPE);
    writer.u8(place.reading === Reading.Signed64 ? 8 : 4);
    writer.uleb(source.offset);
  }
  writer.u8(DW_OP_CONVERT);
  writer.uleb(types.f64.offset);
  writer.u8(DW_OP_STACK_VALUE);
}

function sourceType(reading: Reading, types: ConversionTypes): Entry {
  if (reading === Reading.Signed64) return types.i64;
  return reading === Reading.Unsigned32 ? types.u32 : types.i32;
}

function writeConstant(
  writer: ByteWriter,
  { bits, type, reading }: Extract<VariablePlace, { kind: "constant" }>,
  { sizeBytes, isNumber }: PlaceContext,
): void {
  const bytes = new DataView(new ArrayBuffer(8));
  const integer = reading === Reading.Unsigned32 ? BigInt.asUintN(32, bits) : bits;
  if (isNumber && type !== ValueType.F64) bytes.setFloat64(0, Number(integer), true);
  else if (type === ValueType.F32) bytes.setFloat32(0, floatOf(bits), true);
  else bytes.setBigInt64(0, integer, true);
  writer.u8(DW_OP_IMPLICIT_VALUE);
  writer.uleb(sizeBytes);
  writer.bytes(new Uint8Array(bytes.buffer, 0, sizeBytes));
}

/** An F32 constant is kept as the float of 64 bits that it equals. */
function floatOf(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, bits);
  return view.getFloat64(0);
}

/** A section of lists that entries refer to. */
export class ListSection {
  private readonly writer = new ByteWriter(1024);

  constructor() {
    this.writer.u32(0);
    this.writer.u16(DWARF_VERSION);
    this.writer.u8(ADDRESS_SIZE_BYTES);
    this.writer.u8(0);
    this.writer.u32(0);
  }

  get isEmpty(): boolean {
    return this.writer.length === HEAD_SIZE_BYTES;
  }

  addRanges(place: SectionPlace, ranges: readonly CodeRange[]): void {
    place.offset = this.writer.length;
    for (const range of ranges) this.writePair(range);
    this.writer.u8(0);
  }

  addLocations(place: SectionPlace, ranges: readonly (CodeRange & { readonly expression: Uint8Array })[]): void {
    place.offset = this.writer.length;
    for (const range of ranges) {
      this.writePair(range);
      this.writer.uleb(range.expression.length);
      this.writer.bytes(range.expression);
    }
    this.writer.u8(0);
  }

  private writePair({ from, to }: CodeRange): void {
    this.writer.u8(OFFSET_PAIR);
    this.writer.uleb(from);
    this.writer.uleb(to);
  }

  toBytes(): Uint8Array {
    this.writer.patchU32(0, this.writer.length - 4);
    return this.writer.toBytes();
  }
}

/** Whether the variable is in one place in all of its function. */
export function onlyPlace(placed: PlacedVariable, sizeBytes: number): VariablePlace | null {
  const [first, ...others] = placed.ranges;
  const isWhole = first !== undefined && others.length === 0 && first.from === 0 && first.to >= sizeBytes;
  return isWhole && first.place.reading === Reading.Same ? first.place : null;
}

/** Neighbours that touch become one. */
export function joined(ranges: readonly CodeRange[]): CodeRange[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    if (from === to) continue;
    const last = result.at(-1);
    if (last !== undefined && last.to === from) last.to = to;
    else result.push({ from, to });
  }
  return result.length > 0 ? result : [required(ranges[0], "code of a body")];
}
