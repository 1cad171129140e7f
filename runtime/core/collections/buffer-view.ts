// Data views: numbers of any size and byte order anywhere in an ArrayBuffer.
// Manual:     ECMA-262 "DataView Objects".

import { bitsOfNumber, loadI8, loadU8, numberOfBits, storeU8 } from "tsmetal/unsafe";
import { wholeOf } from "../text/index-range.ts";
import type { ArrayBuffer } from "./array-buffer.ts";

export class DataView {
  readonly buffer: ArrayBuffer;
  readonly byteOffset: number;
  readonly byteLength: number;

  constructor(buffer: ArrayBuffer, byteOffset: number = 0, byteLength: number | undefined = undefined) {
    const start: number = wholeOf(byteOffset);
    if (start < 0 || start > buffer.byteLength) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
    const length: number = byteLength === undefined ? buffer.byteLength - start : wholeOf(byteLength);
    if (length < 0 || start + length > buffer.byteLength) throw new RangeError(`Invalid DataView length ${length}`);
    this.buffer = buffer;
    this.byteOffset = start;
    this.byteLength = length;
  }

  getInt8(offset: number): number {
    return Number(loadI8(this.buffer.address + u64(this.placeFor(offset, 1))));
  }
  getUint8(offset: number): number {
    return Number(loadU8(this.buffer.address + u64(this.placeFor(offset, 1))));
  }
  getInt16(offset: number, isLittle: boolean = false): number {
    return (this.bits(offset, 2, isLittle) << 16) >> 16;
  }
  getUint16(offset: number, isLittle: boolean = false): number {
    return this.bits(offset, 2, isLittle);
  }
  getInt32(offset: number, isLittle: boolean = false): number {
    return this.bits(offset, 4, isLittle) | 0;
  }
  getUint32(offset: number, isLittle: boolean = false): number {
    return this.bits(offset, 4, isLittle);
  }
  getFloat32(offset: number, isLittle: boolean = false): number {
    return singleOfBits(this.bits(offset, 4, isLittle));
  }
  getFloat64(offset: number, isLittle: boolean = false): number {
    this.placeFor(offset, 8);
    const high: number = this.bits(isLittle ? offset + 4 : offset, 4, isLittle);
    const low: number = this.bits(isLittle ? offset : offset + 4, 4, isLittle);
    return numberOfBits((u64(high) << 32) | u64(low));
  }

  setInt8(offset: number, value: number): void {
    storeU8(this.buffer.address + u64(this.placeFor(offset, 1)), u8(value));
  }
  setUint8(offset: number, value: number): void {
    storeU8(this.buffer.address + u64(this.placeFor(offset, 1)), u8(value));
  }
  setInt16(offset: number, value: number, isLittle: boolean = false): void {
    this.setBits(offset, 2, u32(value), isLittle);
  }
  setUint16(offset: number, value: number, isLittle: boolean = false): void {
    this.setBits(offset, 2, u32(value), isLittle);
  }
  setInt32(offset: number, value: number, isLittle: boolean = false): void {
    this.setBits(offset, 4, u32(value), isLittle);
  }
  setUint32(offset: number, value: number, isLittle: boolean = false): void {
    this.setBits(offset, 4, u32(value), isLittle);
  }
  setFloat32(offset: number, value: number, isLittle: boolean = false): void {
    this.setBits(offset, 4, bitsOfSingle(value), isLittle);
  }
  setFloat64(offset: number, value: number, isLittle: boolean = false): void {
    this.placeFor(offset, 8);
    const bits: u64 = bitsOfNumber(value);
    this.setBits(isLittle ? offset + 4 : offset, 4, u32(bits >>> 32), isLittle);
    this.setBits(isLittle ? offset : offset + 4, 4, u32(bits), isLittle);
  }

  /** Where in the buffer. The address is taken from the buffer at each use: a number that a call gave would not keep the buffer alive. */
  private placeFor(offset: number, size: number): number {
    const place: number = wholeOf(offset);
    if (place < 0 || place + size > this.byteLength) throw new RangeError("Offset is outside the bounds of the DataView");
    return this.byteOffset + place;
  }

  /** Up to four bytes as an unsigned number. */
  private bits(offset: number, size: number, isLittle: boolean): number {
    const place: number = this.placeFor(offset, size);
    let result: number = 0;
    for (let i = 0; i < size; i++) result = result * 256 + Number(loadU8(this.buffer.address + u64(place + (isLittle ? size - 1 - i : i))));
    return result;
  }

  private setBits(offset: number, size: number, value: u32, isLittle: boolean): void {
    const place: number = this.placeFor(offset, size);
    for (let i = 0; i < size; i++) storeU8(this.buffer.address + u64(place + (isLittle ? i : size - 1 - i)), u8(value >>> u32(8 * i)));
  }
}

/** The number of a single's bits: sign, 8 bits of exponent, 23 of fraction. */
function singleOfBits(bits: number): number {
  const sign: number = bits >= 2147483648 ? -1 : 1;
  const exponent: number = (bits >>> 23) & 0xff;
  const fraction: number = bits & 0x7f_ffff;
  if (exponent === 0xff) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -149;
  return sign * (fraction + 0x80_0000) * 2 ** (exponent - 150);
}

/** The bits of the nearest single. */
function bitsOfSingle(value: number): u32 {
  const single: number = Math.fround(value);
  if (single !== single) return 0x7fc0_0000;
  const wide: u64 = bitsOfNumber(single);
  const sign: u32 = u32(wide >>> 32) & 0x8000_0000;
  const size: number = Math.abs(single);
  if (size === Infinity) return sign | 0x7f80_0000;
  if (size < 2 ** -126) return sign | u32(size * 2 ** 149);
  const exponent: u32 = (u32(wide >>> 52) & 0x7ff) - 896;
  return sign | (exponent << 23) | (u32(wide >>> 29) & 0x7f_ffff);
}
