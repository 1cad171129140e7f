// Message parser: messages of HTTP/1.1 out of the bytes of a connection, whatever pieces they come in.
// Invariants: (1) whoever takes a message gets its head, then parts of its body, then its end
//             (2) what is no message is refused before anything is made of it; the connection is of no more use then
// Manual:     RFC 9112 "HTTP/1.1".

import { codedError, type SocketError } from "../socket-errors.ts";

/** Whom the parts of a message are given to. */
export interface MessageTaker {
  /** The first line, and names and values of the headers in turn; whether a body may follow, whatever they say. */
  takeHead(line: string, headers: readonly string[]): boolean;
  takeBody(bytes: Buffer): void;
  takeEnd(): void;
}

const enum Part {
  Head = 0,
  Sized = 1,
  ChunkSize = 2,
  Chunk = 3,
  ChunkEnd = 4,
  Trailer = 5,
  /** The body ends with the connection. */
  ToEnd = 6,
  Done = 7,
}

const LINE_END = 10;
const HEAD_SIZE_MAX = 16384;
const TOKEN_MARKS = "!#$%&'*+-.^_`|~";
const CHUNK_DIGITS_MAX = 13;

export class MessageParser {
  /** Whether a message without a size ends with the connection, as answers do. */
  private readonly endsWithConnection: boolean;
  private part: Part = Part.Head;
  private line = "";
  private firstLine = "";
  private headers: string[] = [];
  private headSize = 0;
  private rest = 0;

  constructor(endsWithConnection: boolean) {
    this.endsWithConnection = endsWithConnection;
  }

  get isDone(): boolean {
    return this.part === Part.Done;
  }

  /** How many of the bytes are the message's. Throws where they are none. */
  feed(bytes: Buffer, taker: MessageTaker): number {
    let start = 0;
    while (start < bytes.length && this.part !== Part.Done) {
      if (this.part === Part.Sized || this.part === Part.Chunk || this.part === Part.ToEnd) start = this.feedBody(bytes, start, taker);
      else start = this.feedLine(bytes, start, taker);
    }
    return start;
  }

  /** The connection has ended: whether the message was whole. */
  finish(taker: MessageTaker): boolean {
    if (this.part === Part.ToEnd) this.end(taker);
    return this.part === Part.Done;
  }

  private feedBody(bytes: Buffer, start: number, taker: MessageTaker): number {
    const count = this.part === Part.ToEnd ? bytes.length - start : Math.min(this.rest, bytes.length - start);
    taker.takeBody(bytes.subarray(start, start + count));
    if (this.part === Part.ToEnd) return start + count;
    this.rest -= count;
    if (this.rest > 0) return start + count;
    if (this.part === Part.Sized) this.end(taker);
    else this.part = Part.ChunkEnd;
    return start + count;
  }

  private feedLine(bytes: Buffer, start: number, taker: MessageTaker): number {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found + 1;
    this.line += bytes.toString("latin1", start, end);
    this.headSize += end - start;
    if (this.headSize > HEAD_SIZE_MAX) throw parseError("HPE_HEADER_OVERFLOW", "Header overflow");
    if (found < 0) return end;
    const { line } = this;
    this.line = "";
    this.takeLine(line.slice(0, line.endsWith("\r\n") ? -2 : -1), taker);
    return end;
  }

  private takeLine(line: string, taker: MessageTaker): void {
    switch (this.part) {
      case Part.Head:
        this.takeHeadLine(line, taker);
        return;
      case Part.ChunkSize:
        this.headSize = 0;
        this.rest = chunkSize(line);
        this.part = this.rest === 0 ? Part.Trailer : Part.Chunk;
        return;
      case Part.ChunkEnd:
        if (line !== "") throw parseError("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
        this.part = Part.ChunkSize;
        return;
      default:
        if (line === "") this.end(taker);
    }
  }

  private takeHeadLine(line: string, taker: MessageTaker): void {
    if (line !== "" && this.firstLine === "") this.firstLine = line;
    else if (line !== "") this.headers.push(...headerOf(line));
    else if (this.firstLine !== "") this.takeWholeHead(taker);
  }

  private takeWholeHead(taker: MessageTaker): void {
    const { firstLine, headers } = this;
    const size = bodySize(headers);
    const isChunked = hasChunks(headers);
    if (isChunked && size >= 0) throw parseError("HPE_INVALID_TRANSFER_ENCODING", "Content-Length can't be present with chunked encoding");
    this.headSize = 0;
    const mayHaveBody = taker.takeHead(firstLine, headers);
    if (!mayHaveBody || size === 0) this.end(taker);
    else if (isChunked) this.part = Part.ChunkSize;
    else if (size > 0) this.begin(Part.Sized, size);
    else if (this.endsWithConnection) this.part = Part.ToEnd;
    else this.end(taker);
  }

  private begin(part: Part, size: number): void {
    this.part = part;
    this.rest = size;
  }

  private end(taker: MessageTaker): void {
    this.part = Part.Done;
    taker.takeEnd();
  }
}

/** The value of the header; where it stands several times, the first. */
export function headerValue(headers: readonly string[], name: string): string | undefined {
  for (let i = 0; i < headers.length; i += 2) if (headers[i].toLowerCase() === name) return headers[i + 1];
  return undefined;
}

export function isToken(text: string): boolean {
  for (const letter of text) if (!isTokenLetter(letter)) return false;
  return text !== "";
}

/** Whether a text may stand as a header's value. */
export function isHeaderValue(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 0x20 && unit !== 9) || unit === 0x7f || unit > 0xff) return false;
  }
  return true;
}

function isTokenLetter(letter: string): boolean {
  const isLetter = (letter >= "a" && letter <= "z") || (letter >= "A" && letter <= "Z");
  return isLetter || (letter >= "0" && letter <= "9") || TOKEN_MARKS.includes(letter);
}

function headerOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(":");
  const name = colon < 0 ? "" : line.slice(0, colon);
  const value = line.slice(colon + 1).trim();
  if (!isToken(name)) throw parseError("HPE_INVALID_HEADER_TOKEN", "Invalid header token");
  if (!isHeaderValue(value)) throw parseError("HPE_INVALID_HEADER_TOKEN", "Invalid header value char");
  return [name, value];
}

/** Below zero where nothing says it. */
function bodySize(headers: readonly string[]): number {
  const text = headerValue(headers, "content-length");
  if (text === undefined) return -1;
  for (const digit of text)
    if (digit < "0" || digit > "9") throw parseError("HPE_INVALID_CONTENT_LENGTH", "Invalid character in Content-Length");
  const size = text === "" ? Number.NaN : Number(text);
  if (!Number.isSafeInteger(size)) throw parseError("HPE_INVALID_CONTENT_LENGTH", "Content-Length overflow");
  for (let i = 0; i < headers.length; i += 2) {
    const isOther = headers[i].toLowerCase() === "content-length" && headers[i + 1] !== text;
    if (isOther) throw parseError("HPE_UNEXPECTED_CONTENT_LENGTH", "Content-Length can't be present twice");
  }
  return size;
}

function hasChunks(headers: readonly string[]): boolean {
  const coding = headerValue(headers, "transfer-encoding")?.toLowerCase();
  if (coding === undefined) return false;
  if (coding !== "chunked") throw parseError("HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`");
  return true;
}

function chunkSize(line: string): number {
  const [digits] = line.split(";");
  const text = digits.trim();
  for (const digit of text.toLowerCase()) if (!"0123456789abcdef".includes(digit)) throw chunkError();
  if (text === "" || text.length > CHUNK_DIGITS_MAX) throw chunkError();
  return parseInt(text, 16);
}

function chunkError(): SocketError {
  return parseError("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
}

function parseError(code: string, reason: string): SocketError {
  return codedError(code, `Parse Error: ${reason}`);
}
