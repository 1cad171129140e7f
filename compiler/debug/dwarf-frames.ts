// DWARF frames: how to find the caller of each function and the registers it had, as .debug_frame.
// Invariants: every function pushes rbp first and lets rbp point there; only the inst that returns runs with the caller's rbp
// Manual:     DWARF 5, "Call Frame Information", chapter 6.4

import type { FrameShape } from "../object/debug-facts.ts";
import { ByteWriter } from "../support/byte-writer.ts";

const CIE_ID = 0xffff_ffff;
const CIE_VERSION = 4;
const ADDRESS_SIZE_BYTES = 8;
const DATA_ALIGNMENT = -8;
const RETURN_ADDRESS_COLUMN = 16;
const RSP = 7;
const RBP = 6;
const DW_CFA_ADVANCE_LOC4 = 0x04;
const DW_CFA_DEF_CFA = 0x0c;
const DW_CFA_DEF_CFA_REGISTER = 0x0d;
const DW_CFA_DEF_CFA_OFFSET = 0x0e;
const DW_CFA_ADVANCE_LOC = 0x40;
const DW_CFA_OFFSET = 0x80;
/** push rbp; mov rbp, rsp */
const PUSH_SIZE_BYTES = 1;
const MOVE_END = 4;
/** The first word below the return address and rbp, counted in words from the frame's top. */
const SAVED_FIRST = 3;

export interface FramedFunction {
  readonly address: bigint;
  readonly sizeBytes: number;
  readonly frame: FrameShape;
}

export function writeFrames(functions: readonly FramedFunction[]): Uint8Array {
  const writer = new ByteWriter(4096);
  writeRecord(writer, (record) => {
    record.u32(CIE_ID);
    record.u8(CIE_VERSION);
    record.u8(0);
    record.u8(ADDRESS_SIZE_BYTES);
    record.u8(0);
    record.uleb(1);
    record.sleb(DATA_ALIGNMENT);
    record.uleb(RETURN_ADDRESS_COLUMN);
    for (const byte of [DW_CFA_DEF_CFA, RSP, 8, DW_CFA_OFFSET + RETURN_ADDRESS_COLUMN, 1]) record.u8(byte);
  });
  for (const { address, sizeBytes, frame } of functions) {
    writeRecord(writer, (record) => {
      record.u32(0);
      record.u64(address);
      record.u64(sizeBytes);
      writeRules(record, frame, sizeBytes);
    });
  }
  return writer.toBytes();
}

function writeRecord(writer: ByteWriter, fill: (record: ByteWriter) => void): void {
  const record = new ByteWriter(64);
  fill(record);
  record.align(ADDRESS_SIZE_BYTES);
  // Padding is DW_CFA_nop; the length itself is not counted.
  writer.u32(record.length);
  writer.bytes(record.toBytes());
}

function writeRules(record: ByteWriter, { savedRegisters, pushedAt, returns }: FrameShape, sizeBytes: number): void {
  record.u8(DW_CFA_ADVANCE_LOC + PUSH_SIZE_BYTES);
  for (const byte of [DW_CFA_DEF_CFA_OFFSET, 16, DW_CFA_OFFSET + RBP, 2]) record.u8(byte);
  record.u8(DW_CFA_ADVANCE_LOC + MOVE_END - PUSH_SIZE_BYTES);
  for (const byte of [DW_CFA_DEF_CFA_REGISTER, RBP]) record.u8(byte);
  let at = MOVE_END;
  const advance = (to: number): void => {
    if (to === at) return;
    record.u8(DW_CFA_ADVANCE_LOC4);
    record.u32(to - at);
    at = to;
  };
  advance(pushedAt);
  for (const [index, register] of savedRegisters.entries()) {
    record.u8(DW_CFA_OFFSET + register);
    record.uleb(SAVED_FIRST + index);
  }
  for (const offset of returns) {
    advance(offset);
    for (const byte of [DW_CFA_DEF_CFA, RSP, 8]) record.u8(byte);
    if (offset + 1 >= sizeBytes) continue;
    advance(offset + 1);
    for (const byte of [DW_CFA_DEF_CFA, RBP, 16]) record.u8(byte);
  }
}
