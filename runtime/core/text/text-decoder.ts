// Text decoder: bytes in UTF-8 to text, in one piece or in parts.
// Invariants: (1) what waits for more is the beginning of one sequence, at most three bytes
// Manual:     WHATWG "Encoding Standard", Interface TextDecoder.

import { copyMemory, elementsAddress } from "tsmetal/unsafe";
import { ArrayBuffer } from "../collections/array-buffer.ts";
import type { DataView } from "../collections/buffer-view.ts";
import { decodeUtf8, isWellFormedUtf8, startsWithByteOrderMark, unfinishedSize } from "./utf8.ts";

const BYTE_ORDER_MARK_SIZE: u64 = 3;

export class TextDecoder {
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  /** The beginning of a sequence, from the parts before. */
  private unfinished: Uint8Array = new Uint8Array(0);
  private isContinued: boolean = false;
  /** Whether the text's first bytes have been seen. */
  private hasBegun: boolean = false;

  constructor(label: string = "utf-8", options: TextDecoderOptions | undefined = undefined) {
    if (!isUtf8(label.trim().toLowerCase())) throw new RangeError(`The "${label}" encoding is not supported`);
    this.fatal = options?.fatal ?? false;
    this.ignoreBOM = options?.ignoreBOM ?? false;
  }

  get encoding(): string {
    return "utf-8";
  }

  decode(input: Uint8Array | ArrayBuffer | DataView | undefined = undefined, options: TextDecodeOptions | undefined = undefined): string {
    if (!this.isContinued) {
      this.hasBegun = false;
      this.unfinished = new Uint8Array(0);
    }
    this.isContinued = options?.stream ?? false;
    if (input === undefined) return this.decodePart(this.unfinished);
    const given: Uint8Array = bytesOf(input);
    if (this.unfinished.length === 0) return this.decodePart(given);
    const joined: Uint8Array = new Uint8Array(this.unfinished.length + given.length);
    joined.set(this.unfinished);
    joined.set(given, this.unfinished.length);
    return this.decodePart(joined);
  }

  private decodePart(bytes: Uint8Array): string {
    const start: u64 = elementsAddress(bytes);
    const length: u64 = u64(bytes.length);
    const waiting: u64 = this.isContinued ? unfinishedSize(start, length) : 0;
    const size: u64 = length - waiting;
    this.unfinished = bytes.slice(Number(size));
    if (this.fatal && !isWellFormedUtf8(start, size)) {
      this.isContinued = false;
      throw new TypeError("The encoded data was not valid for encoding utf-8");
    }
    const skipped: u64 = !this.hasBegun && !this.ignoreBOM && startsWithByteOrderMark(start, size) ? BYTE_ORDER_MARK_SIZE : 0;
    if (size > 0) this.hasBegun = true;
    const text: string = decodeUtf8(start + skipped, size - skipped);
    // The bytes at the address live until here.
    return bytes.length === 0 ? "" : text;
  }
}

/** The bytes themselves, where they are an array of bytes; a copy of all in the buffer or seen through the view. */
function bytesOf(input: Uint8Array | ArrayBuffer | DataView): Uint8Array {
  if (input instanceof Uint8Array) return input;
  const bytes: Uint8Array = new Uint8Array(input.byteLength);
  const start: u64 = input instanceof ArrayBuffer ? input.address : input.buffer.address + u64(input.byteOffset);
  copyMemory(elementsAddress(bytes), start, u64(bytes.length));
  return bytes;
}

/** Whether the encoding's label is one of those of UTF-8. */
function isUtf8(label: string): boolean {
  switch (label) {
    case "utf-8":
    case "utf8":
    case "unicode-1-1-utf-8":
    case "unicode11utf8":
    case "unicode20utf8":
    case "x-unicode20utf8":
      return true;
    default:
      return false;
  }
}
