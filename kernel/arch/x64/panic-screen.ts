// Panic screen: the kernel's last words on whatever screen there is: a linear frame buffer, or VGA text.
// Owns:       the screen, from the first line of a panic on
// Invariants: (1) a machine without a screen is fine; nothing here waits for a device
//             (2) text that does not fit is dropped: the cause stands at the top
// Called:     from panic.ts only, interrupts off
// Manual:     UEFI 2.10 "Graphics Output Protocol"; IBM VGA text mode: a cell is character, then attribute

import { storeU8, storeU16, storeU32 } from "tsmetal/unsafe";
import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphRow } from "../../../runtime/core/text/font.ts";

const VGA_COLUMNS: u32 = 80;
const VGA_ROWS: u32 = 25;
/** White on red. */
const VGA_ATTRIBUTE: u16 = 0x4f00;
const VGA_BLANK: u16 = 0x4f20;
const LINE_FEED: u8 = 0x0a;

let textCells: u64 = 0;
let pixels: u64 = 0;
let pitchBytes: u32 = 0;
let bytesPerPixel: u32 = 0;
let foreground: u32 = 0;
let background: u32 = 0;
let columns: u32 = 0;
let rows: u32 = 0;
let column: u32 = 0;
let row: u32 = 0;
let isCleared: boolean = false;

/** Text mode, its cells mapped at this address. */
export function usePanicText(cells: u64): void {
  textCells = cells;
  columns = VGA_COLUMNS;
  rows = VGA_ROWS;
}

/** A frame buffer of 16, 24 or 32 bits a pixel. The colours are pixels as its format wants them. */
export function usePanicPixels(
  address: u64,
  width: u32,
  height: u32,
  pitch: u32,
  bitsPerPixel: u32,
  foregroundPixel: u32,
  backgroundPixel: u32,
): void {
  pixels = address;
  pitchBytes = pitch;
  bytesPerPixel = (bitsPerPixel + 7) / 8;
  foreground = foregroundPixel;
  background = backgroundPixel;
  columns = width / GLYPH_WIDTH;
  rows = height / GLYPH_HEIGHT;
}

function putPixel(address: u64, value: u32): void {
  switch (bytesPerPixel) {
    case 4:
      storeU32(address, value);
      break;
    case 3:
      storeU16(address, u16(value));
      storeU8(address + 2, u8(value >> 16));
      break;
    case 2:
      storeU16(address, u16(value));
      break;
    default:
      break;
  }
}

function drawGlyph(code: u8): void {
  for (let y: u32 = 0; y < GLYPH_HEIGHT; y++) {
    const bits: u32 = glyphRow(u32(code), y);
    const line: u64 = pixels + u64(row * GLYPH_HEIGHT + y) * u64(pitchBytes);
    for (let x: u32 = 0; x < GLYPH_WIDTH; x++) {
      const isSet: boolean = ((bits >> (GLYPH_WIDTH - 1 - x)) & 1) !== 0;
      putPixel(line + u64((column * GLYPH_WIDTH + x) * bytesPerPixel), isSet ? foreground : background);
    }
  }
}

function clearOnce(): void {
  if (isCleared) return;
  isCleared = true;
  if (textCells === 0) return;
  for (let cell: u32 = 0; cell < VGA_COLUMNS * VGA_ROWS; cell++) storeU16(textCells + u64(cell) * 2, VGA_BLANK);
}

function drawCell(code: u8): void {
  if (pixels !== 0) drawGlyph(code);
  else if (textCells !== 0) storeU16(textCells + u64(row * columns + column) * 2, VGA_ATTRIBUTE | u16(code));
}

/** One character of the report; wraps at the right border, stops at the lower one. */
export function writePanicScreen(code: u8): void {
  clearOnce();
  if (row >= rows) return;
  if (code !== LINE_FEED) {
    drawCell(code);
    column += 1;
  }
  if (code === LINE_FEED || column === columns) {
    column = 0;
    row += 1;
  }
}
