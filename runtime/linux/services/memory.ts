// Memory that system calls read and write: texts ended by zero, and bytes.

import { copyMemory, elementsAddress, loadU8 } from "tsmetal/unsafe";
import { decodeUtf8, encodeUtf8, utf8SizeMax } from "../../core/text/utf8.ts";

/** The text as UTF-8, ended by zero. */
export function zeroEnded(text: string): Uint8Array {
  const bytes: Uint8Array = new Uint8Array(Number(utf8SizeMax(text) + 1));
  encodeUtf8(text, 0, u32(text.length), elementsAddress(bytes));
  return bytes;
}

/** The text that lies at an address, ended by zero. */
export function textAt(address: u64): string {
  let size: u64 = 0;
  while (loadU8(address + size) !== 0) size++;
  return decodeUtf8(address, size);
}

/** The first bytes of an array as text. */
export function textOf(bytes: Uint8Array, size: number): string {
  const text: string = decodeUtf8(elementsAddress(bytes), u64(size));
  return bytes.length < size ? "" : text;
}

export function copyBytes(target: Uint8Array, source: u64): void {
  copyMemory(elementsAddress(target), source, u64(target.length));
}
