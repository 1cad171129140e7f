// Buffer encodings: bytes as texts and back, in the ways that Node has names for.
// Manual:     Node "Buffer", Buffers and character encodings.

const HEX_DIGITS = "0123456789abcdef";
const ASCII_MASK = 0x7f;

/** The bytes that the text stands for; of what is no text of the encoding, those in front of the fault. */
export function decodedBytes(text: string, encoding: BufferEncoding): Uint8Array {
  switch (encoding) {
    case "hex":
      return hexBytes(text);
    case "base64":
    case "base64url":
      return base64Bytes(text);
    case "latin1":
    case "binary":
    case "ascii":
      return unitBytes(text);
    default:
      return new TextEncoder().encode(text);
  }
}

/** The bytes as a text. */
export function encodedText(bytes: Uint8Array, encoding: BufferEncoding): string {
  switch (encoding) {
    case "hex":
      return hexText(bytes);
    case "base64":
      return btoa(unitText(bytes, 0xff));
    case "base64url":
      return btoa(unitText(bytes, 0xff)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    case "latin1":
    case "binary":
      return unitText(bytes, 0xff);
    case "ascii":
      return unitText(bytes, ASCII_MASK);
    default:
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
}

function hexText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(HEX_DIGITS[byte >> 4] + HEX_DIGITS[byte & 15]);
  return parts.join("");
}

function hexBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    const high = HEX_DIGITS.indexOf(text.charAt(i * 2).toLowerCase());
    const low = HEX_DIGITS.indexOf(text.charAt(i * 2 + 1).toLowerCase());
    if (high < 0 || low < 0) return bytes.slice(0, i);
    bytes[i] = high * 16 + low;
  }
  return bytes;
}

/** Both alphabets; what is no letter of them is passed over, and padding is the end. */
function base64Bytes(text: string): Uint8Array {
  const letters: string[] = [];
  for (const letter of text) {
    if (letter === "=") break;
    const plain = letter === "-" ? "+" : letter === "_" ? "/" : letter;
    if (isBase64(plain)) letters.push(plain);
  }
  if (letters.length % 4 === 1) letters.pop();
  return unitBytes(atob(letters.join("")));
}

function isBase64(letter: string): boolean {
  const isLetter = (letter >= "A" && letter <= "Z") || (letter >= "a" && letter <= "z");
  return isLetter || (letter >= "0" && letter <= "9") || letter === "+" || letter === "/";
}

function unitText(bytes: Uint8Array, mask: number): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(String.fromCharCode(byte & mask));
  return parts.join("");
}

function unitBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Below zero where the first comes first, in the order of the bytes. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return Math.sign(a.length - b.length);
}
