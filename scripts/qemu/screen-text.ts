// Screen text: reads the characters off a picture of the frame buffer, by the very glyphs that the system draws with.
// Invariant: a cell that shows no glyph exactly is read as U+FFFD, never guessed. A cursor under a glyph does not hide it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Guest } from "./guest.ts";
import { pixelAt, readVgaText, type Screenshot, takeScreenshot } from "./screen.ts";

const FONT_SOURCE = join(REPOSITORY_ROOT, "runtime", "core", "text", "font.ts");
const GLYPH_WIDTH = 8;
const GLYPH_HEIGHT = 16;
const FIRST_CODE = 32;
/** Rows at the foot of a cell that the cursor may fill. */
const CURSOR_ROWS = 2;
const UNKNOWN = "\ufffd";
const LOOK_AGAIN_MS = 50;

/** A cell's pixels as text, a character a pixel: the form the font has in its source. */
type Picture = string;

/** The glyphs out of the font's source, where they stand as pictures, several side by side. */
export function readGlyphs(source: string): Map<Picture, string> {
  const drawing = /`([.#\s]+)`/.exec(source)?.[1];
  if (drawing === undefined) throw new Error("the font's source holds no pictures of glyphs");
  const rows = drawing.trim().split("\n");
  const glyphs = new Map<Picture, string>();
  let code = FIRST_CODE;
  for (let top = 0; top < rows.length; top += GLYPH_HEIGHT) {
    const strip = rows.slice(top, top + GLYPH_HEIGHT).map((row) => row.trim().split(" "));
    for (let index = 0; index < (strip[0]?.length ?? 0); index++, code++) {
      glyphs.set(strip.map((row) => row[index]).join(""), String.fromCharCode(code));
    }
  }
  return glyphs;
}

/** What is not the cell's most frequent colour is ink. */
function cellPicture(screen: Screenshot, left: number, top: number): Picture {
  const colours: number[] = [];
  for (let y = 0; y < GLYPH_HEIGHT; y++) {
    for (let x = 0; x < GLYPH_WIDTH; x++) colours.push(pixelAt(screen, left + x, top + y));
  }
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const background = [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
  return colours.map((colour) => (colour === background ? "." : "#")).join("");
}

/** The picture with the rows at the foot wiped, where the cursor may stand. */
function withoutFoot(picture: Picture): Picture {
  return picture.slice(0, (GLYPH_HEIGHT - CURSOR_ROWS) * GLYPH_WIDTH);
}

/** The lines of a picture of the screen, trailing blanks cut. */
export function screenText(screen: Screenshot, glyphs = readGlyphs(readFileSync(FONT_SOURCE, "utf8"))): string[] {
  // Reversed, so that of two glyphs that differ at the foot alone the first one stays: a cursor on a blank is no underscore.
  const footless = new Map([...glyphs].reverse().map(([picture, character]) => [withoutFoot(picture), character]));
  const lines: string[] = [];
  for (let top = 0; top + GLYPH_HEIGHT <= screen.height; top += GLYPH_HEIGHT) {
    let line = "";
    for (let left = 0; left + GLYPH_WIDTH <= screen.width; left += GLYPH_WIDTH) {
      const picture = cellPicture(screen, left, top);
      line += glyphs.get(picture) ?? footless.get(withoutFoot(picture)) ?? UNKNOWN;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Looks at the screen until a line matches, and gives the lines; fails with what it saw last when the time is over. */
async function waitForLines(guest: Guest, look: () => Promise<string[]>, pattern: string | RegExp, timeoutMs: number): Promise<string[]> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lines = await look();
    if (lines.some((line) => (typeof pattern === "string" ? line.includes(pattern) : pattern.test(line)))) return lines;
    if (Date.now() > deadline) throw guest.failure(`the screen did not show ${String(pattern)}; it shows\n${lines.join("\n").trimEnd()}\n`);
    await delay(LOOK_AGAIN_MS);
  }
}

/** Waits for a line on the frame buffer's screen. */
export function waitForScreenText(guest: Guest, pattern: string | RegExp, timeoutMs = 10_000): Promise<string[]> {
  return waitForLines(guest, async () => screenText(await takeScreenshot(guest)), pattern, timeoutMs);
}

/** Waits for a line on the VGA text screen. */
export function waitForVgaText(guest: Guest, pattern: string | RegExp, timeoutMs = 10_000): Promise<string[]> {
  return waitForLines(guest, () => readVgaText(guest), pattern, timeoutMs);
}
