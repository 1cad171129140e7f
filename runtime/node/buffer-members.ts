// Buffer members: what buffers have beyond typed arrays, as functions of the receiver.
// Called:     by what `buffer.toString()` and its like are compiled to.
// Manual:     Node "Buffer", Class Buffer.

import { compareBytes, decodedBytes, encodedText } from "./buffer-encodings.ts";

/** What the console shows of a buffer. */
const SHOWN_MAX = 50;

export function textOf(self: Buffer, encoding: BufferEncoding = "utf8", start: number = 0, end: number = Infinity): string {
  const isWhole = start <= 0 && end >= self.length;
  return encodedText(isWhole ? self : self.subarray(Math.max(start, 0), Math.max(end, 0)), encoding);
}

/** The text of an array of bytes that may be a buffer. */
export function textOfBytes(self: Uint8Array): string {
  return self instanceof Buffer ? encodedText(self, "utf8") : self.join(",");
}

export function equals(self: Buffer, other: Uint8Array): boolean {
  return compareBytes(self, other) === 0;
}

export function compare(self: Buffer, other: Uint8Array): number {
  return compareBytes(self, other);
}

/** The same bytes. */
export function slice(self: Buffer, start?: number, end?: number): Buffer {
  return self.subarray(start, end);
}

/** The count of bytes that were copied. */
export function copy(self: Buffer, target: Uint8Array, targetStart: number = 0, start: number = 0, end: number = self.length): number {
  const count = Math.min(target.length - targetStart, Math.min(end, self.length) - start);
  if (count <= 0) return 0;
  target.set(self.subarray(start, start + count), targetStart);
  return count;
}

/** The count of bytes that were written. */
export function write(
  self: Buffer,
  text: string,
  offset: number = 0,
  length: number = Infinity,
  encoding: BufferEncoding = "utf8",
): number {
  const bytes = decodedBytes(text, encoding);
  let count = Math.min(bytes.length, length, self.length - offset);
  // Never part of a character.
  while (encoding.startsWith("utf") && count > 0 && count < bytes.length && (bytes[count] & 0xc0) === 0x80) count--;
  self.set(bytes.subarray(0, count), offset);
  return count;
}

export function inspect(self: Buffer): string {
  const parts: string[] = [];
  for (let i = 0; i < self.length && i < SHOWN_MAX; i++) parts.push(` ${self[i].toString(16).padStart(2, "0")}`);
  const more = self.length - SHOWN_MAX;
  const rest = more > 0 ? ` ... ${more} more byte${more === 1 ? "" : "s"}` : "";
  return `<Buffer${parts.join("")}${rest}>`;
}

// Numbers

export function readUInt8(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 1).getUint8(offset);
}

export function readInt8(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 1).getInt8(offset);
}

export function readUInt16LE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 2).getUint16(offset, true);
}

export function readUInt16BE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 2).getUint16(offset);
}

export function readInt16LE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 2).getInt16(offset, true);
}

export function readInt16BE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 2).getInt16(offset);
}

export function readUInt32LE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 4).getUint32(offset, true);
}

export function readUInt32BE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 4).getUint32(offset);
}

export function readInt32LE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 4).getInt32(offset, true);
}

export function readInt32BE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 4).getInt32(offset);
}

export function readDoubleLE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 8).getFloat64(offset, true);
}

export function readDoubleBE(self: Buffer, offset: number = 0): number {
  return viewAt(self, offset, 8).getFloat64(offset);
}

export function writeUInt8(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 1, value, 0, 0xff).setUint8(offset, value);
  return offset + 1;
}

export function writeInt8(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 1, value, -0x80, 0x7f).setInt8(offset, value);
  return offset + 1;
}

export function writeUInt16LE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 2, value, 0, 0xffff).setUint16(offset, value, true);
  return offset + 2;
}

export function writeUInt16BE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 2, value, 0, 0xffff).setUint16(offset, value);
  return offset + 2;
}

export function writeUInt32LE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 4, value, 0, 0xffff_ffff).setUint32(offset, value, true);
  return offset + 4;
}

export function writeUInt32BE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 4, value, 0, 0xffff_ffff).setUint32(offset, value);
  return offset + 4;
}

export function writeInt32LE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 4, value, -0x8000_0000, 0x7fff_ffff).setInt32(offset, value, true);
  return offset + 4;
}

export function writeInt32BE(self: Buffer, value: number, offset: number = 0): number {
  viewFor(self, offset, 4, value, -0x8000_0000, 0x7fff_ffff).setInt32(offset, value);
  return offset + 4;
}

export function writeDoubleLE(self: Buffer, value: number, offset: number = 0): number {
  viewAt(self, offset, 8).setFloat64(offset, value, true);
  return offset + 8;
}

export function writeDoubleBE(self: Buffer, value: number, offset: number = 0): number {
  viewAt(self, offset, 8).setFloat64(offset, value);
  return offset + 8;
}

/** A view of the buffer's bytes. Requires of the program: the place is in it. */
function viewAt(self: Buffer, offset: number, size: number): DataView {
  if (self.length < size) throw new RangeError("Attempt to access memory outside buffer bounds");
  const last = self.length - size;
  if (!Number.isInteger(offset)) throw new RangeError(`The value of "offset" is out of range. It must be an integer. Received ${offset}`);
  if (offset < 0 || offset > last)
    throw new RangeError(`The value of "offset" is out of range. It must be >= 0 and <= ${last}. Received ${offset}`);
  return new DataView(self.buffer, self.byteOffset, self.length);
}

function viewFor(self: Buffer, offset: number, size: number, value: number, min: number, max: number): DataView {
  if (value < min || value > max)
    throw new RangeError(`The value of "value" is out of range. It must be >= ${min} and <= ${max}. Received ${value}`);
  return viewAt(self, offset, size);
}
