// TextWriter: text put together piece by piece without allocating, then written to a stream at once.
// Invariants: (1) what does not fit is written out first, so nothing is lost

import { elementsAddress, loadU8, storeU8, stringUnitsAddress } from "tsmetal/unsafe";
import { writeProcessOutput } from "./output.ts";

const CAPACITY: u32 = 2048;
const NEWLINE: u8 = 0x0a;
const SPACE: u8 = 0x20;
const DIGIT_ZERO: u64 = 0x30;
const LETTER_A: u64 = 0x61;

export class TextWriter {
  private bytes: Uint8Array = new Uint8Array(2048);
  private length: u32 = 0;
  /** Characters since the last newline. */
  private column: u32 = 0;

  byte(value: u8): TextWriter {
    if (this.length === CAPACITY) this.flush();
    storeU8(elementsAddress(this.bytes) + u64(this.length), value);
    this.length++;
    this.column = value === NEWLINE ? 0 : this.column + 1;
    return this;
  }

  /** Requires: the text is ASCII. */
  text(text: string): TextWriter {
    return this.range(stringUnitsAddress(text), u64(text.length));
  }

  /** Text in memory. */
  range(address: u64, length: u64): TextWriter {
    for (let i: u64 = 0; i < length; i++) this.byte(loadU8(address + i));
    return this;
  }

  line(text: string): TextWriter {
    return this.text(text).newline();
  }

  newline(): TextWriter {
    return this.byte(NEWLINE);
  }

  decimal(value: u64): TextWriter {
    let divisor: u64 = 1;
    while (value / divisor >= 10) divisor *= 10;
    while (divisor !== 0) {
      this.byte(u8(DIGIT_ZERO + ((value / divisor) % 10)));
      divisor /= 10;
    }
    return this;
  }

  /** Right-aligned in so many characters. */
  decimalIn(value: u64, width: u32): TextWriter {
    let digits: u32 = 1;
    for (let rest: u64 = value / 10; rest !== 0; rest /= 10) digits++;
    for (let i: u32 = digits; i < width; i++) this.byte(SPACE);
    return this.decimal(value);
  }

  /** With 0x in front, without leading zeros. */
  hex(value: u64): TextWriter {
    this.text("0x");
    let shift: u64 = 0;
    while (shift < 60 && value >>> (shift + 4) !== 0) shift += 4;
    for (;;) {
      const digit: u64 = (value >>> shift) & 15;
      this.byte(u8(digit < 10 ? DIGIT_ZERO + digit : LETTER_A + digit - 10));
      if (shift === 0) return this;
      shift -= 4;
    }
  }

  /** Spaces up to this column, at least one if the line is not at its start. */
  padTo(column: u32): TextWriter {
    if (this.column >= column && this.column !== 0) this.byte(SPACE);
    while (this.column < column) this.byte(SPACE);
    return this;
  }

  /** Writes what was collected to the process's output. */
  flush(): void {
    const length: u32 = this.length;
    this.length = 0;
    if (length !== 0) writeProcessOutput(elementsAddress(this.bytes), u64(length));
  }
}
