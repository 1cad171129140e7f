// Inspection of text: strings in quotes, as the console shows them inside of arrays and objects.

import { hexadecimal, shortEscape, UPPER_DIGITS } from "../text/escapes.ts";

const QUOTE: number = 0x27;

/** In single quotes, or in others where that saves escapes; what cannot be seen is escaped. */
export function quote(text: string): string {
  const mark: string = markFor(text);
  let result: string = mark;
  let start: number = 0;
  for (let i = 0; i < text.length; i++) {
    const unit: number = text.charCodeAt(i);
    const escape: string = escapeOf(text, i, unit, mark);
    if (escape === "") continue;
    result += text.slice(start, i) + escape;
    start = i + 1;
  }
  return result + text.slice(start) + mark;
}

function markFor(text: string): string {
  if (!text.includes("'")) return "'";
  if (!text.includes('"')) return '"';
  return text.includes("`") || text.includes("${") ? "'" : "`";
}

/** Empty where the unit stands for itself. */
function escapeOf(text: string, index: number, unit: number, mark: string): string {
  if (unit === QUOTE) return mark === "'" ? "\\'" : "";
  const short: string = shortEscape(unit);
  if (short !== "") return short;
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return `\\x${hexadecimal(unit, UPPER_DIGITS, 2)}`;
  if (unit < 0xd800 || unit > 0xdfff) return "";
  const hasLow: boolean = isBetween(text.charCodeAt(index + 1), 0xdc00, 0xdfff);
  const hasHigh: boolean = index > 0 && isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff);
  const isPaired: boolean = unit < 0xdc00 ? hasLow : hasHigh;
  return isPaired ? "" : `\\u${hexadecimal(unit, UPPER_DIGITS, 4)}`;
}

function isBetween(unit: number, low: number, high: number): boolean {
  return unit >= low && unit <= high;
}

/** How many columns of a terminal the text takes: wide characters two, combining ones none. */
export function columnsOf(text: string): number {
  let columns: number = 0;
  for (let i = 0; i < text.length; i++) {
    const point: number = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    columns += isInvisible(point) ? 0 : isWide(point) ? 2 : 1;
  }
  return columns;
}

function isInvisible(point: number): boolean {
  return (
    point <= 0x1f ||
    isBetween(point, 0x7f, 0x9f) ||
    isBetween(point, 0x300, 0x36f) ||
    isBetween(point, 0x200b, 0x200f) ||
    isBetween(point, 0x20d0, 0x20ff) ||
    isBetween(point, 0xfe00, 0xfe0f) ||
    isBetween(point, 0xfe20, 0xfe2f)
  );
}

function isWide(point: number): boolean {
  if (point < 0x1100) return false;
  return (
    point <= 0x115f ||
    (isBetween(point, 0x2e80, 0x3247) && point !== 0x303f) ||
    isBetween(point, 0x3250, 0x4dbf) ||
    isBetween(point, 0x4e00, 0xa4c6) ||
    isBetween(point, 0xa960, 0xa97c) ||
    isBetween(point, 0xac00, 0xd7a3) ||
    isBetween(point, 0xf900, 0xfaff) ||
    isBetween(point, 0xfe30, 0xfe6b) ||
    isBetween(point, 0xff01, 0xff60) ||
    isBetween(point, 0xffe0, 0xffe6) ||
    isBetween(point, 0x1f300, 0x1f64f) ||
    isBetween(point, 0x1f900, 0x1f9ff) ||
    isBetween(point, 0x20000, 0x3fffd)
  );
}

/** Whether the console shows the name of a property without quotes. */
export function isIdentifier(name: string): boolean {
  if (name === "" || isBetween(name.charCodeAt(0), 0x30, 0x39)) return false;
  for (let i = 0; i < name.length; i++) {
    const unit: number = name.charCodeAt(i);
    const isLetter: boolean = isBetween(unit | 0x20, 0x61, 0x7a) || unit === 0x5f;
    if (!isLetter && !isBetween(unit, 0x30, 0x39)) return false;
  }
  return true;
}
