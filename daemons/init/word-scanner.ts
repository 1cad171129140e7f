// WordScanner: words of a text, line by line: how init reads its manifest.
// Invariants: (1) start <= position <= end; nothing outside is read

import { loadU8 } from "tsmetal/unsafe";
import { isText } from "../../runtime/user/process.ts";

const NEWLINE: u32 = 0x0a;
const SPACE: u32 = 0x20;
const LETTER_X: u32 = 0x78;

export class WordScanner {
  private position: u64;
  private readonly end: u64;
  /** Of the word read last. */
  wordAddress: u64 = 0;
  wordLength: u64 = 0;

  constructor(start: u64, end: u64) {
    this.position = start;
    this.end = end;
  }

  /** Goes to the start of a line. Requires: it lies in the text. */
  restart(start: u64): void {
    this.position = start;
  }

  /** Reads the next word of the line; answers whether there is one. */
  nextWord(): boolean {
    while (this.position < this.end && this.current() === SPACE) this.position++;
    this.wordAddress = this.position;
    while (this.position < this.end && this.current() !== SPACE && this.current() !== NEWLINE) this.position++;
    this.wordLength = this.position - this.wordAddress;
    return this.wordLength !== 0;
  }

  /** Goes to the start of the next line; answers whether there is one. */
  nextLine(): boolean {
    while (this.position < this.end && this.current() !== NEWLINE) this.position++;
    if (this.position < this.end) this.position++;
    return this.position < this.end;
  }

  /** Whether the word read last is this text. */
  isWord(text: string): boolean {
    return isText(this.wordAddress, this.wordLength, text);
  }

  /** Reads the next word as a number, decimal or with 0x; 0 where there is none. */
  nextNumber(): u64 {
    if (!this.nextWord()) return 0;
    const isHex: boolean = this.wordLength > 2 && u32(loadU8(this.wordAddress + 1)) === LETTER_X;
    let value: u64 = 0;
    for (let i: u64 = isHex ? 2 : 0; i < this.wordLength; i++) {
      value = value * (isHex ? u64(16) : u64(10)) + digitValue(u32(loadU8(this.wordAddress + i)));
    }
    return value;
  }

  private current(): u32 {
    return u32(loadU8(this.position));
  }
}

function digitValue(character: u32): u64 {
  return character >= 0x61 ? u64(character - 0x61 + 10) : u64(character & 15);
}
