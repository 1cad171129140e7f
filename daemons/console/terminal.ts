// Terminal: a stream of bytes turned into cells: lines, wrapping, backspace, tabs, scrolling. One session, on screen and serial line.
// Invariants: (1) the cursor is on the screen; (2) nothing is drawn twice: a newline moves, only the last line scrolls

import type { Screen } from "./screen.ts";
import type { SerialPort } from "./serial-port.ts";

const BACKSPACE: u32 = 0x08;
const TAB: u32 = 0x09;
const NEWLINE: u32 = 0x0a;
const CARRIAGE_RETURN: u32 = 0x0d;
const FIRST_PRINTABLE: u32 = 0x20;
const FIRST_CONTINUATION: u32 = 0x80;
const FIRST_LEADING: u32 = 0xc0;
/** Shown for a character outside ASCII: a box. */
const REPLACEMENT: u32 = 0x7f;
const TAB_WIDTH: u32 = 8;

export class Terminal {
  private screen: Screen | null = null;
  private readonly serial: SerialPort;
  private column: u32 = 0;
  private row: u32 = 0;

  constructor(serial: SerialPort) {
    this.serial = serial;
  }

  /** From now on the session is also drawn there. Without a screen the serial line is all there is. */
  attach(screen: Screen): void {
    this.screen = screen;
    screen.placeCursor(0, 0);
  }

  /** One byte of UTF-8 text. Shown at the latest by finish(). */
  write(byte: u32): void {
    this.serial.write(byte);
    const screen: Screen | null = this.screen;
    if (screen !== null) this.draw(screen, byte);
  }

  /** Completes what was written, with the cursor where the text ended. */
  finish(): void {
    this.serial.flush();
    const screen: Screen | null = this.screen;
    if (screen !== null) screen.placeCursor(this.column, this.row);
  }

  columns(): u32 {
    const screen: Screen | null = this.screen;
    return screen === null ? 80 : screen.columns;
  }

  rows(): u32 {
    const screen: Screen | null = this.screen;
    return screen === null ? 25 : screen.rows;
  }

  private draw(screen: Screen, byte: u32): void {
    switch (byte) {
      case NEWLINE:
        this.column = 0;
        this.nextRow(screen);
        return;
      case CARRIAGE_RETURN:
        this.column = 0;
        return;
      case BACKSPACE:
        this.stepBack(screen);
        return;
      case TAB:
        this.drawCharacter(screen, 0x20);
        while (this.column % TAB_WIDTH !== 0) this.drawCharacter(screen, 0x20);
        return;
      default:
        if (byte < FIRST_PRINTABLE) return;
        if (byte < FIRST_CONTINUATION) this.drawCharacter(screen, byte);
        else if (byte >= FIRST_LEADING) this.drawCharacter(screen, REPLACEMENT);
    }
  }

  private drawCharacter(screen: Screen, code: u32): void {
    screen.drawCell(this.column, this.row, code);
    this.column++;
    if (this.column === screen.columns) {
      this.column = 0;
      this.nextRow(screen);
    }
  }

  private nextRow(screen: Screen): void {
    if (this.row + 1 < screen.rows) this.row++;
    else screen.scrollUp();
  }

  private stepBack(screen: Screen): void {
    if (this.column !== 0) {
      this.column--;
    } else if (this.row !== 0) {
      this.row--;
      this.column = screen.columns - 1;
    }
  }
}
