// Percent encoding: characters of an address as the bytes of UTF-8, each behind a percent sign, and back.
// Manual:     WHATWG "URL", Percent-encoded bytes.

const HEX = "0123456789ABCDEF";
const PERCENT = 0x25;

/** Characters of ASCII that are encoded in a part of an address, beside controls. */
export const FRAGMENT_SET = ' "<>`';
export const QUERY_SET = ' "#<>';
export const SPECIAL_QUERY_SET = `${QUERY_SET}'`;
export const PATH_SET = `${QUERY_SET}?\`{}`;
export const USER_SET = `${PATH_SET}/:;=@[\\]^|`;
export const COMPONENT_SET = `${USER_SET}$%&+,`;
/** Of forms: a space is a plus there. */
export const FORM_SET = `${COMPONENT_SET}!'()~`;
export const CONTROL_SET = "";

export function percentEncode(text: string, set: string): string {
  if (isPlain(text, set)) return text;
  let result = "";
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isKept = point > 0x1f && point < 0x7f && !set.includes(character);
    result += isKept ? character : encodedPoint(point);
  }
  return result;
}

function isPlain(text: string, set: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x1f || unit >= 0x7f || set.includes(text.charAt(i))) return false;
  }
  return true;
}

function encodedPoint(point: number): string {
  if (point < 0x80) return encodedByte(point);
  const last = encodedByte(0x80 | (point & 0x3f));
  if (point < 0x800) return encodedByte(0xc0 | (point >> 6)) + last;
  const third = encodedByte(0x80 | ((point >> 6) & 0x3f)) + last;
  if (point < 0x1_0000) return encodedByte(0xe0 | (point >> 12)) + third;
  return encodedByte(0xf0 | (point >> 18)) + encodedByte(0x80 | ((point >> 12) & 0x3f)) + third;
}

function encodedByte(byte: number): string {
  return `%${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
}

/** What is no percent sign with two digits behind it stays as it is; bytes that are no UTF-8 become the replacement character. */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  const encoded = new TextEncoder().encode(text);
  const decoded = new Uint8Array(encoded.length);
  let size = 0;
  for (let i = 0; i < encoded.length; i++) {
    const byte = encoded[i];
    const high = byte === PERCENT && i + 2 < encoded.length ? hexDigit(encoded[i + 1]) : -1;
    const low = high >= 0 ? hexDigit(encoded[i + 2]) : -1;
    decoded[size++] = low >= 0 ? 16 * high + low : byte;
    if (low >= 0) i += 2;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(decoded.subarray(0, size));
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
