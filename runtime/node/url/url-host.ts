// URL host: names, and addresses of the Internet Protocol, as they are written in an address.
// Manual:     WHATWG "URL", Host parsing; Host serializing.

import { CONTROL_SET, hexDigit, percentDecode, percentEncode } from "./percent-encoding.ts";

const FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";
const PIECES_COUNT = 8;

/** The host that a text stands for, as it is written; null where it is none. */
export function parseHost(text: string, isSpecial: boolean): string | null {
  if (text.startsWith("[")) {
    const pieces = text.endsWith("]") ? parseSixth(text.slice(1, -1)) : null;
    return pieces === null ? null : `[${sixthText(pieces)}]`;
  }
  if (!isSpecial) return hasForbidden(text, false) ? null : percentEncode(text, CONTROL_SET);
  const name = percentDecode(text).toLowerCase();
  // Names of other letters would have to be written in ASCII, by tables that are not here.
  if (name === "" || hasForbidden(name, true) || hasEncodedLabel(name)) return null;
  return endsInNumber(name) ? parseFourth(name) : name;
}

function hasForbidden(text: string, isDomain: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (FORBIDDEN.includes(text.charAt(i))) return true;
    if (isDomain && (unit <= 0x1f || unit >= 0x7f || unit === 0x25)) return true;
  }
  return false;
}

/** Labels that claim to be other letters in ASCII, and have nothing behind that. */
function hasEncodedLabel(name: string): boolean {
  return name.split(".").some((label) => label === "xn--" || (label.startsWith("xn--") && label.endsWith("-")));
}

// Version 4

function endsInNumber(name: string): boolean {
  const parts = name.split(".");
  if (parts[parts.length - 1] === "") {
    if (parts.length === 1) return false;
    parts.pop();
  }
  const last = parts[parts.length - 1];
  return (last !== "" && digitsIn(last, 10) === last.length) || fourthNumber(last) >= 0;
}

/** How many units at the start are digits of the base. */
function digitsIn(text: string, base: number): number {
  let count = 0;
  while (count < text.length) {
    const digit = hexDigit(text.charCodeAt(count));
    if (digit < 0 || digit >= base) break;
    count++;
  }
  return count;
}

/** Decimal, hexadecimal behind `0x`, octal behind `0`; -1 where it is no number. */
function fourthNumber(text: string): number {
  if (text === "") return -1;
  const isHex = text.startsWith("0x");
  const base = isHex ? 16 : text.length > 1 && text.startsWith("0") ? 8 : 10;
  const digits = isHex ? text.slice(2) : base === 8 ? text.slice(1) : text;
  if (digits === "") return 0;
  return digitsIn(digits, base) === digits.length ? Number.parseInt(digits, base) : -1;
}

function parseFourth(name: string): string | null {
  const parts = name.split(".");
  if (parts[parts.length - 1] === "" && parts.length > 1) parts.pop();
  if (parts.length > 4) return null;
  const numbers = parts.map((part) => fourthNumber(part));
  const last = numbers.pop() ?? 0;
  if (last < 0 || numbers.some((number) => number < 0 || number > 255) || last >= 256 ** (4 - numbers.length)) return null;
  let address = last;
  numbers.forEach((number, index) => {
    address += number * 256 ** (3 - index);
  });
  const bytes: number[] = [];
  for (let i = 0; i < 4; i++) {
    bytes.unshift(address % 256);
    address = Math.floor(address / 256);
  }
  return bytes.join(".");
}

// Version 6

/** The eight pieces; null where the text is no address. */
function parseSixth(text: string): number[] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const head = piecesOf(halves[0], halves.length === 1);
  if (halves.length === 1) return head !== null && head.length === PIECES_COUNT ? head : null;
  const tail = piecesOf(halves[1], true);
  if (head === null || tail === null || head.length + tail.length >= PIECES_COUNT) return null;
  const zeros: number[] = new Array<number>(PIECES_COUNT - head.length - tail.length).fill(0);
  return [...head, ...zeros, ...tail];
}

/** Pieces between colons; the last two may be written as an address of version 4. */
function piecesOf(text: string, isEnd: boolean): number[] | null {
  const pieces: number[] = [];
  if (text === "") return pieces;
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (isEnd && index === parts.length - 1 && part.includes(".")) {
      const bytes = bytesOf(part);
      if (bytes === null) return null;
      pieces.push(256 * bytes[0] + bytes[1], 256 * bytes[2] + bytes[3]);
    } else {
      if (part === "" || part.length > 4 || digitsIn(part, 16) !== part.length) return null;
      pieces.push(Number.parseInt(part, 16));
    }
  }
  return pieces;
}

/** Four decimal numbers without zeros in front. */
function bytesOf(text: string): number[] | null {
  const parts = text.split(".");
  const isByte = (part: string): boolean =>
    part !== "" && part.length <= 3 && digitsIn(part, 10) === part.length && (part === "0" || !part.startsWith("0")) && Number(part) <= 255;
  return parts.length === 4 && parts.every(isByte) ? parts.map((part) => Number(part)) : null;
}

/** The longest row of at least two zeros is left out. */
function sixthText(pieces: readonly number[]): string {
  let [start, count] = [-1, 1];
  for (let i = 0; i < pieces.length; i++) {
    let end = i;
    while (end < pieces.length && pieces[end] === 0) end++;
    if (end - i > count) [start, count] = [i, end - i];
    if (end > i) i = end;
  }
  const texts = pieces.map((piece) => piece.toString(16));
  if (start < 0) return texts.join(":");
  return `${texts.slice(0, start).join(":")}::${texts.slice(start + count).join(":")}`;
}
