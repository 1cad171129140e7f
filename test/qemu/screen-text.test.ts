// Screen text: what is painted with the system's own glyphs is read back, and nothing else is taken for a character.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import type { Screenshot } from "../../scripts/qemu/screen.ts";
import { readGlyphs, screenText } from "../../scripts/qemu/screen-text.ts";

const glyphs = readGlyphs(readFileSync(join(REPOSITORY_ROOT, "runtime", "core", "text", "font.ts"), "utf8"));
const pictures = new Map([...glyphs].map(([picture, character]) => [character, picture]));

const WIDTH = 320;
const HEIGHT = 48;

function paint(lines: readonly string[], ink: number, paper: number): Screenshot {
  const screen: Screenshot = { width: WIDTH, height: HEIGHT, pixels: new Uint8Array(WIDTH * HEIGHT * 4), file: new Uint8Array() };
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const character = lines[Math.floor(y / 16)]?.[Math.floor(x / 8)] ?? " ";
      setPixel(screen, x, y, pictures.get(character)?.[(y % 16) * 8 + (x % 8)] === "#" ? ink : paper);
    }
  }
  return screen;
}

function setPixel(screen: Screenshot, x: number, y: number, colour: number): void {
  screen.pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], (y * WIDTH + x) * 4);
}

test("the font has all of printable ASCII, each glyph once", (t) => {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  t.deepEqual(
    printable.filter((character) => pictures.get(character)?.length !== 128),
    [],
  );
});

test("all characters are read back, in any two colours", (t) => {
  const lines = ["! \"#$%&'()*+,-./0123456789:;<=>?@", "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`", "abcdefghijklmnopqrstuvwxyz{|}~ $"];
  t.deepEqual(screenText(paint(lines, 0xffffff, 0x000000)), lines);
  t.deepEqual(screenText(paint(lines, 0x102030, 0xcc0000)), lines);
});

test("a cursor under a character does not hide it, a stray pixel makes it unknown", (t) => {
  const screen = paint(["a$ b"], 0xaaaaaa, 0);
  for (let x = 16; x < 24; x++) for (let y = 14; y < 16; y++) setPixel(screen, x, y, 0xaaaaaa);
  t.is(screenText(screen)[0], "a$ b");
  t.is(screenText(paint(["a_b"], 0xaaaaaa, 0))[0], "a_b");
  setPixel(screen, 1, 1, 0xaaaaaa);
  t.is(screenText(screen)[0], "\ufffd$ b");
});
