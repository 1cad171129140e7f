// Response: what a server answers a request with.
// Invariants: (1) the head is sent once, in front of everything else; what is written afterwards is framed as it says
//             (2) each connection carries one answer, and ends with it
// Manual:     Node "HTTP", Class http.ServerResponse.

import { EventEmitter } from "../events.ts";
import type { PipeTarget, StreamEvents } from "../readable.ts";
import type { Socket } from "../socket.ts";
import { codedError } from "../socket-errors.ts";
import { isHeaderValue, isToken } from "./message-parser.ts";
import { statusText } from "./status-codes.ts";

export type HeaderValue = string | number | readonly string[];
type Done = () => void;

class Header {
  readonly name: string;
  readonly value: HeaderValue;

  constructor(name: string, value: HeaderValue) {
    this.name = name;
    this.value = value;
  }
}

const NO_CONTENT = 204;
const NOT_MODIFIED = 304;
const FIRST_FINAL = 200;

export class ServerResponse extends EventEmitter<StreamEvents> implements PipeTarget {
  statusCode = FIRST_FINAL;
  statusMessage = "";
  sendDate = true;
  headersSent = false;
  writableEnded = false;
  writableFinished = false;
  /** By their names in small letters. */
  private readonly headers = new Map<string, Header>();
  private isChunked = false;
  private isWhole = false;
  private readonly hasBody: boolean;
  private readonly takesChunks: boolean;
  private connection: Socket | null;

  constructor(connection: Socket, method: string, version: string) {
    super();
    this.connection = connection;
    this.hasBody = method !== "HEAD";
    this.takesChunks = version === "1.1";
  }

  get socket(): Socket | null {
    return this.connection;
  }

  get destroyed(): boolean {
    return this.connection === null;
  }

  setHeader(name: string, value: HeaderValue): this {
    if (this.headersSent) throw headersError("set");
    checkHeader(name, value);
    this.headers.set(name.toLowerCase(), new Header(name, value));
    return this;
  }

  appendHeader(name: string, value: string | readonly string[]): this {
    const before = this.getHeader(name);
    if (before === undefined) return this.setHeader(name, value);
    const first = typeof before === "object" ? before : [String(before)];
    return this.setHeader(name, [...first, ...(typeof value === "string" ? [value] : value)]);
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.headers.get(name.toLowerCase())?.value;
  }

  getHeaderNames(): string[] {
    return [...this.headers.keys()];
  }

  hasHeader(name: string): boolean {
    return this.headers.has(name.toLowerCase());
  }

  removeHeader(name: string): void {
    if (this.headersSent) throw headersError("remove");
    this.headers.delete(name.toLowerCase());
  }

  writeHead(code: number, headers?: object): this;
  writeHead(code: number, message: string, headers?: object): this;
  writeHead(code: number, message?: string | object, headers?: object): this {
    if (this.headersSent) throw headersError("write");
    this.statusCode = code;
    if (typeof message === "string") this.statusMessage = message;
    const given = typeof message === "object" ? message : headers;
    if (given !== undefined) for (const [name, value] of headerEntries(given)) this.setHeader(name, value);
    this.sendHead();
    return this;
  }

  flushHeaders(): void {
    if (!this.headersSent) this.sendHead();
  }

  write(chunk: string | Uint8Array, encoding?: "utf8" | Done, callback?: Done): boolean {
    const done = typeof encoding === "function" ? encoding : callback;
    if (this.writableEnded) throw codedError("ERR_STREAM_WRITE_AFTER_END", "write after end");
    if (!this.headersSent) this.sendHead();
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    return this.sendBody(bytes, done);
  }

  end(): this;
  end(done: Done): this;
  end(chunk: string | Uint8Array, done?: Done): this;
  end(chunk?: string | Uint8Array | Done, done?: Done): this {
    if (this.writableEnded) return this;
    const callback = typeof chunk === "function" ? chunk : done;
    if (callback !== undefined) this.once("finish", callback);
    const bytes = chunk === undefined || typeof chunk === "function" ? undefined : bytesOf(chunk);
    if (!this.headersSent) {
      const isSized = this.headers.has("content-length") || this.headers.has("transfer-encoding") || !this.hasBody || !this.mayHaveBody();
      if (!isSized) this.setHeader("Content-Length", bytes?.length ?? 0);
      this.sendHead();
    }
    if (bytes !== undefined) this.sendBody(bytes, undefined);
    if (this.isChunked && this.hasBody) this.connection?.write("0\r\n\r\n");
    this.writableEnded = true;
    const { connection } = this;
    if (connection !== null) connection.end(() => this.finish());
    return this;
  }

  endOfPipe(): void {
    this.end();
  }

  whenDrained(go: () => void): void {
    this.connection?.once("drain", go);
  }

  destroy(): this {
    this.connection?.destroy();
    return this;
  }

  // For the server

  /** The connection is gone. */
  close(): void {
    if (this.connection === null) return;
    this.connection = null;
    this.emit("close", false);
    this.removeAllListeners();
  }

  private finish(): void {
    this.writableFinished = true;
    this.emit("finish");
  }

  private mayHaveBody(): boolean {
    return this.statusCode >= FIRST_FINAL && this.statusCode !== NO_CONTENT && this.statusCode !== NOT_MODIFIED;
  }

  private sendHead(): void {
    this.headersSent = true;
    const message = this.statusMessage === "" ? statusText(this.statusCode) : this.statusMessage;
    this.statusMessage = message;
    this.isWhole = this.mayHaveBody();
    if (this.isWhole && this.hasBody && !this.headers.has("content-length") && this.takesChunks) {
      this.isChunked = true;
      this.headers.set("transfer-encoding", new Header("Transfer-Encoding", "chunked"));
    }
    let head = `HTTP/1.1 ${this.statusCode} ${message}\r\n`;
    for (const { name, value } of this.headers.values()) {
      if (typeof value === "object") for (const one of value) head += `${name}: ${one}\r\n`;
      else head += `${name}: ${value}\r\n`;
    }
    if (this.sendDate && !this.headers.has("date")) head += `Date: ${new Date().toUTCString()}\r\n`;
    this.connection?.write(Buffer.from(`${head}Connection: close\r\n\r\n`, "latin1"));
  }

  private sendBody(bytes: Uint8Array, done: Done | undefined): boolean {
    const { connection } = this;
    if (connection === null || !this.hasBody || !this.isWhole || bytes.length === 0) {
      done?.();
      return true;
    }
    if (!this.isChunked) return connection.write(bytes, done);
    connection.write(`${bytes.length.toString(16)}\r\n`);
    connection.write(bytes);
    return connection.write("\r\n", done);
  }
}

function bytesOf(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}

/** The properties of an object, or a list of names and values in turn. */
function headerEntries(headers: object): [name: string, value: HeaderValue][] {
  return Object.entries(headers).flatMap(([name, value]): [string, HeaderValue][] => {
    if (value === undefined) return [];
    return [[name, typeof value === "number" ? value : Array.isArray(value) ? value.map((one) => String(one)) : String(value)]];
  });
}

function checkHeader(name: string, value: HeaderValue): void {
  if (!isToken(name)) throw typeError("ERR_INVALID_HTTP_TOKEN", `Header name must be a valid HTTP token ["${name}"]`);
  for (const one of typeof value === "object" ? value : [String(value)])
    if (!isHeaderValue(one)) throw typeError("ERR_INVALID_CHAR", `Invalid character in header content ["${name}"]`);
}

class CodedTypeError extends TypeError {
  code?: string;
}

function typeError(code: string, message: string): CodedTypeError {
  const error = new CodedTypeError(message);
  error.code = code;
  return error;
}

function headersError(action: string): Error {
  return codedError("ERR_HTTP_HEADERS_SENT", `Cannot ${action} headers after they are sent to the client`);
}
