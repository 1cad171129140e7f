// Buffer: how Node's arrays of bytes are made. They are typed arrays of a kind of their own, which is one of Uint8Array.
// Called:     by what `Buffer.from` and its like are compiled to; the members of a buffer are in buffer-members.ts.
// Manual:     Node "Buffer".

import { compareBytes, decodedBytes } from "./buffer-encodings.ts";
import "./buffer-members.ts";

export interface BufferConstructor {
  new (size: number): Buffer;
  new (bytes: ArrayBuffer, byteOffset?: number, length?: number): Buffer;
  from(text: string, encoding?: BufferEncoding): Buffer;
  from(bytes: ArrayLike<number> | Iterable<number>): Buffer;
  from(bytes: ArrayBuffer, byteOffset?: number, length?: number): Buffer;
  alloc(size: number, fill?: string | number): Buffer;
  allocUnsafe(size: number): Buffer;
  byteLength(text: string | Uint8Array, encoding?: BufferEncoding): number;
  compare(a: Uint8Array, b: Uint8Array): number;
  concat(parts: readonly Uint8Array[], size?: number): Buffer;
  isBuffer(value: unknown): boolean;
}

export function fromText(text: string, encoding: BufferEncoding = "utf8"): Buffer {
  const bytes = decodedBytes(text, encoding);
  return new Buffer(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** A copy. */
export function fromBytes(bytes: Uint8Array): Buffer {
  const made = new Buffer(bytes.length);
  made.set(bytes);
  return made;
}

export function fromNumbers(values: readonly number[]): Buffer {
  const made = new Buffer(values.length);
  values.forEach((value, index) => {
    made[index] = value;
  });
  return made;
}

export function fromArrayBuffer(bytes: ArrayBuffer, byteOffset?: number, length?: number): Buffer {
  return new Buffer(bytes, byteOffset, length);
}

export function alloc(size: number, fill: string | number = 0): Buffer {
  const made = new Buffer(size);
  if (typeof fill === "number") return fill === 0 ? made : filled(made, Uint8Array.of(fill));
  return filled(made, new TextEncoder().encode(fill));
}

function filled(made: Buffer, pattern: Uint8Array): Buffer {
  for (let i = 0; i < made.length && pattern.length > 0; i++) made[i] = pattern[i % pattern.length];
  return made;
}

export function allocUnsafe(size: number): Buffer {
  return new Buffer(size);
}

export function byteLength(text: string | Uint8Array, encoding: BufferEncoding = "utf8"): number {
  return typeof text === "string" ? decodedBytes(text, encoding).length : text.length;
}

export function compare(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, b);
}

export function concat(parts: readonly Uint8Array[], size?: number): Buffer {
  const made = new Buffer(size ?? parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    const room = made.length - place;
    if (room <= 0) break;
    made.set(part.length > room ? part.subarray(0, room) : part, place);
    place += part.length;
  }
  return made;
}
