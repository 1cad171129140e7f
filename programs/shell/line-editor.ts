// LineEditor: a line typed and edited at the prompt, with a history of earlier ones.
// Owns:       the characters of the line, the cursor in it, the history.
// Invariants: (1) 0 <= cursor <= length <= LINE_SIZE_MAX
//             (2) the terminal's cursor stands at the editor's: it moves with backspaces and by writing again, so any terminal will do

import { copyMemory, elementsAddress, loadU8, storeU8 } from "tsmetal/unsafe";
import { Key, readKey } from "../../runtime/user/stream.ts";
import type { TextWriter } from "../../runtime/user/text-writer.ts";
import { History } from "./history.ts";

export const LINE_SIZE_MAX: u32 = 240;
const BACKSPACE: u8 = 0x08;
const SPACE: u8 = 0x20;
const CONTROL_A: u32 = 0x01;
const CONTROL_C: u32 = 0x03;
const CONTROL_E: u32 = 0x05;
const CONTROL_K: u32 = 0x0b;
const CONTROL_U: u32 = 0x15;
const LAST_PRINTABLE: u32 = 0x7e;

export class LineEditor {
  private readonly console: u32;
  private readonly out: TextWriter;
  private readonly bytes: Uint8Array = new Uint8Array(256);
  private readonly history: History = new History();
  private length: u32 = 0;
  private cursor: u32 = 0;

  constructor(console: u32, out: TextWriter) {
    this.console = console;
    this.out = out;
  }

  /** Reads a line up to Enter; answers its length, or a status when the console is gone. The line lies at address(). */
  readLine(): i64 {
    this.length = 0;
    this.cursor = 0;
    this.history.rewind();
    for (;;) {
      this.out.flush();
      const key: i64 = readKey(this.console);
      if (key < 0) return key;
      if (u32(key) === Key.Enter) break;
      this.takeKey(u32(key));
    }
    this.moveTo(this.length);
    this.out.newline().flush();
    this.history.add(this.address(), this.length);
    return i64(this.length);
  }

  address(): u64 {
    return elementsAddress(this.bytes);
  }

  private takeKey(key: u32): void {
    if (key >= 0x20 && key <= LAST_PRINTABLE) {
      this.insert(u8(key));
      return;
    }
    switch (key) {
      case Key.Backspace:
        if (this.cursor !== 0) this.removeAt(this.cursor - 1);
        break;
      case Key.Delete:
        if (this.cursor < this.length) this.removeAt(this.cursor);
        break;
      case Key.Left:
        if (this.cursor !== 0) this.moveTo(this.cursor - 1);
        break;
      case Key.Right:
        if (this.cursor < this.length) this.moveTo(this.cursor + 1);
        break;
      default:
        this.takeLineKey(key);
    }
  }

  private takeLineKey(key: u32): void {
    switch (key) {
      case Key.Home:
      case CONTROL_A:
        this.moveTo(0);
        break;
      case Key.End:
      case CONTROL_E:
        this.moveTo(this.length);
        break;
      case CONTROL_K:
        this.truncate(this.cursor);
        break;
      case CONTROL_C:
      case CONTROL_U:
        this.moveTo(0);
        this.truncate(0);
        break;
      case Key.Up:
        if (this.history.older()) this.replaceLine();
        break;
      case Key.Down:
        if (this.history.newer()) this.replaceLine();
        break;
      default:
        break;
    }
  }

  private insert(byte: u8): void {
    if (this.length === LINE_SIZE_MAX) return;
    for (let i: u32 = this.length; i > this.cursor; i--) this.store(i, this.load(i - 1));
    this.store(this.cursor, byte);
    this.length++;
    this.writeFrom(this.cursor);
    this.cursor++;
    this.stepBack(this.length - this.cursor);
  }

  private removeAt(position: u32): void {
    this.moveTo(position);
    for (let i: u32 = position; i + 1 < this.length; i++) this.store(i, this.load(i + 1));
    this.length--;
    this.writeFrom(position);
    this.out.byte(SPACE);
    this.stepBack(this.length - position + 1);
  }

  /** Cuts the line off at a position that is not before the cursor. */
  private truncate(length: u32): void {
    const removed: u32 = this.length - length;
    for (let i: u32 = 0; i < removed; i++) this.out.byte(SPACE);
    this.stepBack(removed);
    this.length = length;
  }

  /** Shows the history's current line in place of this one. */
  private replaceLine(): void {
    this.moveTo(0);
    this.truncate(0);
    this.length = this.history.length();
    copyMemory(this.address(), this.history.address(), u64(this.length));
    this.writeFrom(0);
    this.cursor = this.length;
  }

  private moveTo(position: u32): void {
    if (position < this.cursor) this.stepBack(this.cursor - position);
    else this.out.range(this.address() + u64(this.cursor), u64(position - this.cursor));
    this.cursor = position;
  }

  private writeFrom(position: u32): void {
    this.out.range(this.address() + u64(position), u64(this.length - position));
  }

  private stepBack(count: u32): void {
    for (let i: u32 = 0; i < count; i++) this.out.byte(BACKSPACE);
  }

  private load(index: u32): u8 {
    return loadU8(this.address() + u64(index));
  }

  private store(index: u32, byte: u8): void {
    storeU8(this.address() + u64(index), byte);
  }
}
