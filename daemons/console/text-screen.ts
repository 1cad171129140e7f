// TextScreen: the VGA text mode that BIOS machines start in: 80 by 25 cells of character and attribute.
// Owns:       the text memory at 0xb8000, and the cursor registers of the CRT controller.
// Manual:     IBM VGA technical reference, "CRT Controller Registers": cursor location high (0x0e) and low (0x0f)

import { copyMemory, storeVolatileU16 } from "tsmetal/unsafe";
import { writePort } from "../../runtime/user/system.ts";
import type { Screen } from "./screen.ts";

const COLUMNS: u32 = 80;
const ROWS: u32 = 25;
const BYTES_PER_CELL: u32 = 2;
/** Light grey on black. */
const ATTRIBUTE: u32 = 0x0700;
const SPACE: u32 = 0x20;

const CRT_INDEX: u32 = 0x3d4;
const CRT_DATA: u32 = 0x3d5;
const CURSOR_HIGH: u32 = 0x0e;
const CURSOR_LOW: u32 = 0x0f;

export class TextScreen implements Screen {
  readonly columns: u32 = COLUMNS;
  readonly rows: u32 = ROWS;
  private memory: u64 = 0;
  private ports: u32 = 0;

  /** Clears the screen. Requires: `memory` is the text memory mapped for writing, `ports` covers the CRT controller. */
  start(memory: u64, ports: u32): void {
    this.memory = memory;
    this.ports = ports;
    for (let row: u32 = 0; row < ROWS; row++) this.clearRow(row);
  }

  drawCell(column: u32, row: u32, code: u32): void {
    storeVolatileU16(this.cellAddress(column, row), u16(ATTRIBUTE | (code & 0xff)));
  }

  scrollUp(): void {
    copyMemory(this.memory, this.cellAddress(0, 1), u64((ROWS - 1) * COLUMNS * BYTES_PER_CELL));
    this.clearRow(ROWS - 1);
  }

  placeCursor(column: u32, row: u32): void {
    const cell: u32 = row * COLUMNS + column;
    writePort(this.ports, CRT_INDEX, CURSOR_HIGH);
    writePort(this.ports, CRT_DATA, cell >>> 8);
    writePort(this.ports, CRT_INDEX, CURSOR_LOW);
    writePort(this.ports, CRT_DATA, cell & 0xff);
  }

  private clearRow(row: u32): void {
    for (let column: u32 = 0; column < COLUMNS; column++) this.drawCell(column, row, SPACE);
  }

  private cellAddress(column: u32, row: u32): u64 {
    return this.memory + u64((row * COLUMNS + column) * BYTES_PER_CELL);
  }
}
