// Words: a command line split at spaces, each word ended by a zero byte: the form in which programs get their arguments.
// Invariants: (1) sizeBytes counts all words with their zeros; count words start at the offsets kept

import { elementsAddress, loadU8, storeU8 } from "tsmetal/unsafe";
import { isText, textLength } from "../../runtime/user/process.ts";

const SPACE: u8 = 0x20;
const AMPERSAND: u8 = 0x26;
const WORDS_MAX: u32 = 64;

export class Words {
  private readonly bytes: Uint8Array = new Uint8Array(512);
  private readonly starts: Uint32Array = new Uint32Array(64);
  count: u32 = 0;
  sizeBytes: u32 = 0;
  /** The line ended with `&`: run it in the background. */
  isBackground: boolean = false;

  /** Splits a line of at most 255 characters. */
  split(address: u64, length: u32): void {
    this.count = 0;
    this.sizeBytes = 0;
    this.isBackground = false;
    let position: u32 = 0;
    while (position < length && this.count < WORDS_MAX) {
      while (position < length && loadU8(address + u64(position)) === SPACE) position++;
      const start: u32 = position;
      while (position < length && loadU8(address + u64(position)) !== SPACE) position++;
      if (position !== start) this.add(address + u64(start), position - start);
    }
  }

  isWord(index: u32, text: string): boolean {
    return index < this.count && isText(this.address(index), textLength(this.address(index)), text);
  }

  /** Address of a word, ended by zero. Requires: index < count. */
  address(index: u32): u64 {
    return elementsAddress(this.bytes) + u64(this.starts[index]);
  }

  length(index: u32): u64 {
    return textLength(this.address(index));
  }

  /** The word as a decimal number, or -1 if it is none. Requires: index < count. */
  number(index: u32): i64 {
    let value: i64 = 0;
    const address: u64 = this.address(index);
    const length: u64 = this.length(index);
    if (length > 15) return -1;
    for (let i: u64 = 0; i < length; i++) {
      const digit: u8 = loadU8(address + i);
      if (digit < 0x30 || digit > 0x39) return -1;
      value = value * 10 + i64(digit - 0x30);
    }
    return value;
  }

  private add(address: u64, length: u32): void {
    if (length === 1 && loadU8(address) === AMPERSAND) {
      this.isBackground = true;
      return;
    }
    this.starts[this.count] = this.sizeBytes;
    for (let i: u32 = 0; i < length; i++) this.append(loadU8(address + u64(i)));
    this.append(0);
    this.count++;
  }

  private append(byte: u8): void {
    storeU8(elementsAddress(this.bytes) + u64(this.sizeBytes), byte);
    this.sizeBytes++;
  }
}
