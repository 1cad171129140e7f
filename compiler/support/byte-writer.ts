// Byte writer: a growing buffer of little-endian bytes, the one way machine code and ELF files are put together.
// Invariants: length <= buffer.length; bytes before length are final unless patched.

import { assert } from "./assert.ts";

const INITIAL_SIZE_BYTES = 256;

export class ByteWriter {
  length = 0;
  private buffer: Uint8Array;
  private view: DataView;

  constructor(initialSizeBytes: number = INITIAL_SIZE_BYTES) {
    this.buffer = new Uint8Array(Math.max(initialSizeBytes, 16));
    this.view = new DataView(this.buffer.buffer);
  }

  private reserve(sizeBytes: number): void {
    if (this.length + sizeBytes <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + sizeBytes));
    grown.set(this.buffer);
    this.buffer = grown;
    this.view = new DataView(grown.buffer);
  }

  u8(value: number): void {
    if (this.length === this.buffer.length) this.reserve(1);
    this.buffer[this.length++] = value;
  }

  u16(value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, value, true);
    this.length += 2;
  }

  /** Takes signed and unsigned values alike. */
  u32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value, true);
    this.length += 4;
  }

  /** Takes signed and unsigned values alike. */
  u64(value: number | bigint): void {
    this.reserve(8);
    this.view.setBigUint64(this.length, BigInt.asUintN(64, BigInt(value)), true);
    this.length += 8;
  }

  /** Unsigned LEB128, the variable-length number of DWARF: seven bits a byte, lowest first. */
  uleb(value: number): void {
    assert(Number.isSafeInteger(value) && value >= 0, "not an unsigned number");
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.u8((rest % 128) | 128);
    this.u8(rest);
  }

  /** Signed LEB128; the highest bit of the last seven is the sign. */
  sleb(value: number): void {
    assert(value === (value | 0), "not a signed 32-bit number");
    let rest = value;
    for (; rest < -64 || rest > 63; rest >>= 7) this.u8((rest & 127) | 128);
    this.u8(rest & 127);
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** UTF-8 with a terminating zero. */
  string(text: string): void {
    this.bytes(new TextEncoder().encode(text));
    this.u8(0);
  }

  zeros(count: number): void {
    this.reserve(count);
    this.buffer.fill(0, this.length, this.length + count);
    this.length += count;
  }

  /** Pads with zeros up to the next multiple of the boundary (a power of two). */
  align(boundary: number): void {
    this.zeros(alignUp(this.length, boundary) - this.length);
  }

  patchU32(offset: number, value: number): void {
    assert(offset >= 0 && offset + 4 <= this.length, "patch outside the written bytes");
    this.view.setUint32(offset, value, true);
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** The smallest multiple of boundary that is not below value; plain arithmetic, so it holds above 2^32 too. */
export function alignUp(value: number, boundary: number): number {
  return Math.ceil(value / boundary) * boundary;
}
