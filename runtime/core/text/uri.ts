// URI components: text in percent signs and back.
// Manual:     ECMA-262 "URI Handling Functions".

const UNRESERVED: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
const RESERVED: string = ";/?:@&=+$,#";
const HEX: string = "0123456789ABCDEF";
const PERCENT: number = 0x25;

export function encodeURIComponent(text: string): string {
  return encode(text, UNRESERVED);
}

export function encodeURI(text: string): string {
  return encode(text, UNRESERVED + RESERVED);
}

export function decodeURIComponent(text: string): string {
  return decode(text, "");
}

export function decodeURI(text: string): string {
  return decode(text, RESERVED);
}

function encode(text: string, kept: string): string {
  let result: string = "";
  for (const character of text) {
    if (kept.includes(character)) {
      result += character;
      continue;
    }
    const point: number = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) throw new URIError("URI malformed");
    result += encodedPoint(point);
  }
  return result;
}

/** The bytes of UTF-8, each behind a percent sign. */
function encodedPoint(point: number): string {
  if (point < 0x80) return encodedByte(point);
  const last: string = encodedByte(0x80 | (point & 0x3f));
  if (point < 0x800) return encodedByte(0xc0 | (point >> 6)) + last;
  const third: string = encodedByte(0x80 | ((point >> 6) & 0x3f)) + last;
  if (point < 0x1_0000) return encodedByte(0xe0 | (point >> 12)) + third;
  return encodedByte(0xf0 | (point >> 18)) + encodedByte(0x80 | ((point >> 12) & 0x3f)) + third;
}

function encodedByte(byte: number): string {
  return `%${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
}

function decode(text: string, kept: string): string {
  let result: string = "";
  let i: number = 0;
  while (i < text.length) {
    if (text.charCodeAt(i) !== PERCENT) {
      result += text.charAt(i);
      i++;
      continue;
    }
    const length: number = sequenceLength(byteAt(text, i));
    const decoded: string = String.fromCodePoint(pointAt(text, i, length));
    const end: number = i + 3 * length;
    result += kept.includes(decoded) ? text.slice(i, end) : decoded;
    i = end;
  }
  return result;
}

/** The byte that a percent sign and two digits stand for. */
function byteAt(text: string, index: number): number {
  const high: number = text.charCodeAt(index) === PERCENT ? digitAt(text, index + 1) : -1;
  const low: number = digitAt(text, index + 2);
  if (high < 0 || low < 0) throw new URIError("URI malformed");
  return 16 * high + low;
}

function digitAt(text: string, index: number): number {
  const digit: string = text.charAt(index).toUpperCase();
  return digit === "" ? -1 : HEX.indexOf(digit);
}

/** How many bytes a sequence of UTF-8 has, by its first. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  if (first >= 0xf0 && first < 0xf5) return 4;
  throw new URIError("URI malformed");
}

function pointAt(text: string, index: number, length: number): number {
  const first: number = byteAt(text, index);
  if (length === 1) return first;
  let point: number = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte: number = byteAt(text, index + 3 * i);
    if ((byte & 0xc0) !== 0x80) throw new URIError("URI malformed");
    point = point * 64 + (byte & 0x3f);
  }
  const smallest: number = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x1_0000;
  if (point < smallest || point > 0x10_ffff || (point >= 0xd800 && point <= 0xdfff)) throw new URIError("URI malformed");
  return point;
}
