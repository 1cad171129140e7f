// Base64: bytes, as texts of units below 256, in letters and back.
// Manual:     WHATWG "Infra", "Forgiving base64".

import { Error } from "../errors/error.ts";

const LETTERS: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const WHITE_SPACE: string = " \t\n\f\r";

export function btoa(text: string): string {
  const parts: string[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const [first, second, third] = [byteAt(text, i), byteAt(text, i + 1), byteAt(text, i + 2)];
    const bits: number = (first << 16) | (second << 8) | third;
    const count: number = Math.min(text.length - i, 3) + 1;
    let part: string = "";
    for (let digit = 0; digit < count; digit++) part += LETTERS.charAt((bits >> (18 - 6 * digit)) & 63);
    parts.push(part.padEnd(4, "="));
  }
  return parts.join("");
}

/** Zero behind the end. */
function byteAt(text: string, index: number): number {
  if (index >= text.length) return 0;
  const unit: number = text.charCodeAt(index);
  if (unit > 255) throw invalidCharacter("Invalid character");
  return unit;
}

export function atob(text: string): string {
  const digits: number[] = [];
  for (const letter of withoutPadding(withoutSpace(text))) {
    const digit: number = LETTERS.indexOf(letter);
    if (digit < 0) throw invalidCharacter("Invalid character");
    digits.push(digit);
  }
  if (digits.length % 4 === 1) throw invalidCharacter("The string to be decoded is not correctly encoded.");
  const parts: string[] = [];
  for (let i = 0; i < digits.length; i += 4) {
    let bits: number = 0;
    for (let digit = 0; digit < 4; digit++) bits = (bits << 6) | (i + digit < digits.length ? digits[i + digit] : 0);
    const count: number = Math.min(digits.length - i, 4) - 1;
    for (let byte = 0; byte < count; byte++) parts.push(String.fromCharCode((bits >> (16 - 8 * byte)) & 255));
  }
  return parts.join("");
}

function withoutSpace(text: string): string {
  const parts: string[] = [];
  for (const letter of text) if (!WHITE_SPACE.includes(letter)) parts.push(letter);
  return parts.join("");
}

/** Padding stands only behind a whole number of groups of four. */
function withoutPadding(text: string): string {
  if (text.length % 4 !== 0) return text;
  return text.endsWith("==") ? text.slice(0, -2) : text.endsWith("=") ? text.slice(0, -1) : text;
}

function invalidCharacter(message: string): Error {
  const error: Error = new Error(message);
  error.name = "InvalidCharacterError";
  return error;
}
