// Screen: what a guest shows, as pixels by a screendump or as characters out of the VGA text buffer.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import type { Guest } from "./guest.ts";

const VGA_TEXT_ADDRESS = 0xb8000;
const VGA_COLUMNS = 80;
const VGA_ROWS = 25;
const BYTES_PER_CELL = 2;
const BYTES_PER_PIXEL = 4;

export interface Screenshot {
  width: number;
  height: number;
  /** Red, green, blue, alpha, from the top left. */
  pixels: Uint8Array;
  /** The PNG file as QEMU wrote it. */
  file: Uint8Array;
}

/** Reads a PNG file. */
export function readPng(file: Uint8Array): Screenshot {
  const png = PNG.sync.read(Buffer.from(file));
  return { width: png.width, height: png.height, pixels: png.data, file };
}

/** The screen now. */
export async function takeScreenshot(guest: Guest): Promise<Screenshot> {
  const path = join(guest.folder, "screen.png");
  await guest.control.screendump(path);
  return readPng(readFileSync(path));
}

/** The pixel's colour as 0xRRGGBB. */
export function pixelAt(screen: Screenshot, x: number, y: number): number {
  const offset = (y * screen.width + x) * BYTES_PER_PIXEL;
  const [red = 0, green = 0, blue = 0] = screen.pixels.subarray(offset, offset + 3);
  return (red << 16) | (green << 8) | blue;
}

/** Where two screens differ, in words, or undefined when every pixel is the same. */
export function screenDifference(actual: Screenshot, kept: Screenshot): string | undefined {
  if (actual.width !== kept.width || actual.height !== kept.height) {
    return `size ${actual.width} x ${actual.height} in place of ${kept.width} x ${kept.height}`;
  }
  let differing = 0;
  let first = "";
  for (let y = 0; y < actual.height; y++) {
    for (let x = 0; x < actual.width; x++) {
      if (pixelAt(actual, x, y) === pixelAt(kept, x, y)) continue;
      if (differing++ === 0) first = `first at column ${x}, row ${y}`;
    }
  }
  return differing === 0 ? undefined : `${differing} pixels differ, ${first}`;
}

/**
 * Compares with a kept PNG. `UPDATE=1` in the environment writes the kept file anew. A missing or different one leaves
 * what was seen beside the build products, and the answer says where.
 */
export function compareWithKept(actual: Screenshot, keptPath: string, seenPath: string): string | undefined {
  if (process.env.UPDATE === "1") {
    mkdirSync(dirname(keptPath), { recursive: true });
    writeFileSync(keptPath, actual.file);
    return undefined;
  }
  const difference = existsSync(keptPath) ? screenDifference(actual, readPng(readFileSync(keptPath))) : "no kept picture";
  if (difference === undefined) return undefined;
  mkdirSync(dirname(seenPath), { recursive: true });
  writeFileSync(seenPath, actual.file);
  return `${difference}; kept: ${keptPath}, seen: ${seenPath}`;
}

/** The 25 lines of the VGA text screen, trailing blanks cut. Only meaningful in text mode. */
export async function readVgaText(guest: Guest): Promise<string[]> {
  const path = join(guest.folder, "vga-text");
  await guest.control.savePhysicalMemory(VGA_TEXT_ADDRESS, VGA_ROWS * VGA_COLUMNS * BYTES_PER_CELL, path);
  return vgaTextLines(readFileSync(path));
}

/** Lines of a copy of the text buffer: a character byte and an attribute byte a cell. */
export function vgaTextLines(cells: Uint8Array): string[] {
  const lines: string[] = [];
  for (let row = 0; row < VGA_ROWS; row++) {
    let line = "";
    for (let column = 0; column < VGA_COLUMNS; column++) {
      const character = cells[(row * VGA_COLUMNS + column) * BYTES_PER_CELL] ?? 0;
      line += character === 0 ? " " : String.fromCharCode(character);
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
