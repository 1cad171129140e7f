// FramebufferScreen: text drawn as pixels, for machines that start in a graphics mode.
// Owns:       the frame buffer's pixels; a shadow of the cells, so that scrolling never reads the slow frame buffer.
// Invariants: (1) shadow[row * columns + column] is the code that the cell shows

import { storeVolatileU8, storeVolatileU16, storeVolatileU32, storeVolatileU64 } from "tsmetal/unsafe";
import type { FramebufferInfo } from "../../abi/boot-info.ts";
import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphRow } from "../../runtime/core/text/font.ts";
import type { Screen } from "./screen.ts";

/** A screen wider or higher than this many cells is used in its upper left part. */
const COLUMNS_MAX: u32 = 240;
const ROWS_MAX: u32 = 90;
const SPACE: u32 = 0x20;

/** Colour components out of 255. */
const INK: u32 = 0xd0;
const PAPER: u32 = 0x10;
const CURSOR_ROWS: u32 = 2;
/** What fillRuns stores in one turn. */
const RUN_SIZE_BYTES: u64 = 64;

export class FramebufferScreen implements Screen {
  columns: u32 = 0;
  rows: u32 = 0;
  private readonly shadow: Uint8Array = new Uint8Array(240 * 90);
  private pixels: u64 = 0;
  private pitchBytes: u32 = 0;
  private bytesPerPixel: u32 = 0;
  private ink: u32 = 0;
  private paper: u32 = 0;
  private cursorColumn: u32 = 0;
  private cursorRow: u32 = 0;

  /** Clears the screen. Requires: `pixels` is the frame buffer of `info`, mapped for writing. */
  start(pixels: u64, info: FramebufferInfo): void {
    this.pixels = pixels;
    this.pitchBytes = info.pitchBytes;
    this.bytesPerPixel = info.bitsPerPixel / 8;
    this.columns = smaller(info.width / GLYPH_WIDTH, COLUMNS_MAX);
    this.rows = smaller(info.height / GLYPH_HEIGHT, ROWS_MAX);
    this.ink = gray(INK, info);
    this.paper = gray(PAPER, info);
    for (let y: u32 = 0; y < info.height; y++) this.fillLine(y, info.width);
    this.shadow.fill(SPACE);
  }

  drawCell(column: u32, row: u32, code: u32): void {
    this.shadow[row * this.columns + column] = code & 0xff;
    this.paintCell(column, row, code & 0xff);
  }

  scrollUp(): void {
    for (let row: u32 = 0; row + 1 < this.rows; row++) this.moveRowUp(row);
    for (let column: u32 = 0; column < this.columns; column++) this.changeCell(column, this.rows - 1, SPACE);
    this.paintCursor(this.ink);
  }

  placeCursor(column: u32, row: u32): void {
    this.paintCell(this.cursorColumn, this.cursorRow, u32(this.shadow[this.cursorRow * this.columns + this.cursorColumn]));
    this.cursorColumn = column;
    this.cursorRow = row;
    this.paintCursor(this.ink);
  }

  private moveRowUp(row: u32): void {
    for (let column: u32 = 0; column < this.columns; column++) {
      this.changeCell(column, row, u32(this.shadow[(row + 1) * this.columns + column]));
    }
  }

  /** Paints only where the code differs: most of a scrolled screen is blank. */
  private changeCell(column: u32, row: u32, code: u32): void {
    const index: u32 = row * this.columns + column;
    const hasCursor: boolean = column === this.cursorColumn && row === this.cursorRow;
    if (u32(this.shadow[index]) === code && !hasCursor) return;
    this.drawCell(column, row, code);
  }

  private paintCell(column: u32, row: u32, code: u32): void {
    for (let y: u32 = 0; y < GLYPH_HEIGHT; y++) {
      const bits: u32 = glyphRow(code, y);
      let address: u64 = this.pixelAddress(column * GLYPH_WIDTH, row * GLYPH_HEIGHT + y);
      for (let mask: u32 = 0x80; mask !== 0; mask >>>= 1) {
        this.storePixel(address, (bits & mask) !== 0 ? this.ink : this.paper);
        address += u64(this.bytesPerPixel);
      }
    }
  }

  private paintCursor(colour: u32): void {
    for (let y: u32 = GLYPH_HEIGHT - CURSOR_ROWS; y < GLYPH_HEIGHT; y++) {
      let address: u64 = this.pixelAddress(this.cursorColumn * GLYPH_WIDTH, this.cursorRow * GLYPH_HEIGHT + y);
      for (let x: u32 = 0; x < GLYPH_WIDTH; x++) {
        this.storePixel(address, colour);
        address += u64(this.bytesPerPixel);
      }
    }
  }

  /** Clears a line of pixels: in long runs of eight-byte stores, since a whole screen is a million pixels. */
  private fillLine(y: u32, width: u32): void {
    let address: u64 = this.pixelAddress(0, y);
    const end: u64 = this.pixelAddress(width, y);
    if (this.bytesPerPixel === 4) address = fillRuns(address, end, u64(this.paper) | (u64(this.paper) << 32));
    while (address < end) {
      this.storePixel(address, this.paper);
      address += u64(this.bytesPerPixel);
    }
  }

  private storePixel(address: u64, colour: u32): void {
    switch (this.bytesPerPixel) {
      case 4:
        storeVolatileU32(address, colour);
        break;
      case 3:
        storeVolatileU16(address, u16(colour));
        storeVolatileU8(address + 2, u8(colour >>> 16));
        break;
      default:
        storeVolatileU16(address, u16(colour));
        break;
    }
  }

  private pixelAddress(x: u32, y: u32): u64 {
    return this.pixels + u64(y) * u64(this.pitchBytes) + u64(x * this.bytesPerPixel);
  }
}

/** Fills whole runs of RUN_SIZE_BYTES; answers where the rest begins. */
function fillRuns(start: u64, end: u64, pattern: u64): u64 {
  let address: u64 = start;
  while (end - address >= RUN_SIZE_BYTES) {
    storeVolatileU64(address, pattern);
    storeVolatileU64(address + 8, pattern);
    storeVolatileU64(address + 16, pattern);
    storeVolatileU64(address + 24, pattern);
    storeVolatileU64(address + 32, pattern);
    storeVolatileU64(address + 40, pattern);
    storeVolatileU64(address + 48, pattern);
    storeVolatileU64(address + 56, pattern);
    address += RUN_SIZE_BYTES;
  }
  return address;
}

function smaller(a: u32, b: u32): u32 {
  return a < b ? a : b;
}

/** The pixel whose three components are all `level` of 255. */
function gray(level: u32, info: FramebufferInfo): u32 {
  return (
    component(level, u32(info.redShift), u32(info.redSizeBits)) |
    component(level, u32(info.greenShift), u32(info.greenSizeBits)) |
    component(level, u32(info.blueShift), u32(info.blueSizeBits))
  );
}

function component(level: u32, shift: u32, sizeBits: u32): u32 {
  return sizeBits >= 8 ? level << shift : (level >>> (8 - sizeBits)) << shift;
}
