// Byte texts: bytes as hexadecimal digits and as base 64, and back.
// Manual:     ECMA-262 "Uint8Array.prototype.toBase64" and what stands beside it, "FromBase64", "FromHex".

const HEX_DIGITS: string = "0123456789abcdef";
const SHARED_LETTERS: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const WHITE_SPACE: string = " \t\n\f\r";

/** What was made of a text, up to where it went wrong if it did. */
class Decoded {
  readonly bytes: number[] = [];
  /** Units of the text that these bytes were made of. */
  read: number = 0;
  isWrong: boolean = false;

  fail(): Decoded {
    this.isWrong = true;
    return this;
  }
}

// Hexadecimal

export function toHex(self: Uint8Array): string {
  let result: string = "";
  for (const byte of self) result += HEX_DIGITS.charAt(byte >> 4) + HEX_DIGITS.charAt(byte & 15);
  return result;
}

export function fromHex(text: string): Uint8Array {
  return wholeOf(decodeHex(text, Infinity));
}

export function setFromHex(self: Uint8Array, text: string): ByteTextResult {
  return storeIn(self, decodeHex(text, self.length));
}

function decodeHex(text: string, bytesMax: number): Decoded {
  const result: Decoded = new Decoded();
  if (text.length % 2 === 1) return result.fail();
  while (result.read < text.length && result.bytes.length < bytesMax) {
    const high: number = hexDigit(text, result.read);
    const low: number = hexDigit(text, result.read + 1);
    if (high < 0 || low < 0) return result.fail();
    result.bytes.push(16 * high + low);
    result.read += 2;
  }
  return result;
}

function hexDigit(text: string, index: number): number {
  return HEX_DIGITS.indexOf(text.charAt(index).toLowerCase());
}

// Base 64

export function toBase64(self: Uint8Array, options: Base64EncodingOptions | undefined = undefined): string {
  const letters: string = lettersOf(options?.alphabet);
  const isPadded: boolean = options?.omitPadding !== true;
  let result: string = "";
  for (let i = 0; i < self.length; i += 3) {
    const count: number = Math.min(self.length - i, 3);
    const bits: number = (self[i] << 16) | ((count > 1 ? self[i + 1] : 0) << 8) | (count > 2 ? self[i + 2] : 0);
    for (let digit = 0; digit <= count; digit++) result += letters.charAt((bits >> (18 - 6 * digit)) & 63);
    if (isPadded) result += "=".repeat(3 - count);
  }
  return result;
}

export function fromBase64(text: string, options: Base64DecodingOptions | undefined = undefined): Uint8Array {
  return wholeOf(decodeBase64(text, options, Infinity));
}

export function setFromBase64(self: Uint8Array, text: string, options: Base64DecodingOptions | undefined = undefined): ByteTextResult {
  return storeIn(self, decodeBase64(text, options, self.length));
}

function lettersOf(alphabet: "base64" | "base64url" | undefined): string {
  return SHARED_LETTERS + (alphabet === "base64url" ? "-_" : "+/");
}

function decodeBase64(text: string, options: Base64DecodingOptions | undefined, bytesMax: number): Decoded {
  const letters: string = lettersOf(options?.alphabet);
  const ending: string = options?.lastChunkHandling ?? "loose";
  const result: Decoded = new Decoded();
  if (bytesMax === 0) return result;
  let chunk: number[] = [];
  let index: number = 0;
  for (;;) {
    index = skipSpace(text, index);
    if (index === text.length) return endWithout(result, chunk, ending, text.length);
    const letter: string = text.charAt(index);
    index++;
    if (letter === "=") return endWithPadding(result, chunk, ending, text, index);
    const digit: number = letters.indexOf(letter);
    if (digit < 0) return result.fail();
    const room: number = bytesMax - result.bytes.length;
    if (room < 3 && chunk.length === room + 1) return result;
    chunk.push(digit);
    if (chunk.length < 4) continue;
    addChunk(result, chunk);
    chunk = [];
    result.read = index;
    if (result.bytes.length === bytesMax) return result;
  }
}

function skipSpace(text: string, index: number): number {
  let end: number = index;
  while (end < text.length && WHITE_SPACE.includes(text.charAt(end))) end++;
  return end;
}

/** The end of the text, where the last group of four may lack letters. */
function endWithout(result: Decoded, chunk: number[], ending: string, length: number): Decoded {
  if (chunk.length > 0) {
    if (ending === "stop-before-partial") return result;
    if (ending === "strict" || chunk.length === 1) return result.fail();
    addChunk(result, chunk);
  }
  result.read = length;
  return result;
}

/** Behind the first `=`: a second one where the group has two letters, and nothing else. */
function endWithPadding(result: Decoded, chunk: number[], ending: string, text: string, start: number): Decoded {
  if (chunk.length < 2) return result.fail();
  let index: number = skipSpace(text, start);
  if (chunk.length === 2) {
    if (index === text.length) return ending === "stop-before-partial" ? result : result.fail();
    if (text.charAt(index) === "=") index = skipSpace(text, index + 1);
    else return result.fail();
  }
  if (index < text.length) return result.fail();
  const rest: number = chunk[chunk.length - 1] & (chunk.length === 2 ? 15 : 3);
  if (ending === "strict" && rest !== 0) return result.fail();
  addChunk(result, chunk);
  result.read = text.length;
  return result;
}

/** Two to four letters are one to three bytes. */
function addChunk(result: Decoded, chunk: number[]): void {
  let bits: number = 0;
  for (let digit = 0; digit < 4; digit++) bits = (bits << 6) | (digit < chunk.length ? chunk[digit] : 0);
  for (let byte = 0; byte < chunk.length - 1; byte++) result.bytes.push((bits >> (16 - 8 * byte)) & 255);
}

function wholeOf(decoded: Decoded): Uint8Array {
  if (decoded.isWrong) throw wrongText();
  return new Uint8Array(decoded.bytes);
}

/** What was read before a mistake is stored, too. */
function storeIn(target: Uint8Array, decoded: Decoded): ByteTextResult {
  target.set(decoded.bytes);
  if (decoded.isWrong) throw wrongText();
  return { read: decoded.read, written: decoded.bytes.length };
}

function wrongText(): SyntaxError {
  return new SyntaxError("The text holds what is no part of such bytes");
}
