// Response: what fetch was answered, or a program answers itself.
// Invariants: (1) a body is read once
// Manual:     WHATWG "Fetch", Response class, Body mixin.

import { Readable } from "../readable.ts";
import { SocketError } from "../socket-errors.ts";
import { URLSearchParams } from "../url/url-search-params.ts";
import { Headers, type HeadersInit } from "./headers.ts";

export type BodyInit = string | Uint8Array | ArrayBuffer | URLSearchParams;

export interface ResponseInit {
  status?: number;
  statusText?: string;
  headers?: HeadersInit;
}

const FIRST_OK = 200;
const LAST_OK = 299;

/** The bytes of a body, as they come. */
export class BodyStream extends Readable {
  /** What reading is to do beyond that: give up the connection. */
  private connection: { destroy(): unknown } | null = null;
  private reason: unknown = undefined;

  constructor() {
    super();
    // Who reads hears of it from the walk.
    this.on("error", () => {});
  }

  get whyBroken(): unknown {
    return this.reason;
  }

  takeBody(bytes: Buffer): void {
    this.push(bytes);
  }

  takeEnd(): void {
    this.connection = null;
    this.pushEnd();
  }

  /** Who reads learns why there is no more. */
  failWith(reason: unknown): void {
    this.reason = reason;
    this.destroy(new SocketError("terminated"));
  }

  comeFrom(connection: { destroy(): unknown }): void {
    this.connection = connection;
  }

  protected override hasEnded(): void {
    this.destroy();
  }

  protected override release(): void {
    const { connection } = this;
    this.connection = null;
    connection?.destroy();
  }
}

/** The bytes that are sent for what a program gives as a body. */
export function bytesOfBody(body: BodyInit): Uint8Array {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return new TextEncoder().encode(body.toString());
}

export function typeOfBody(body: BodyInit): string | undefined {
  if (typeof body === "string") return "text/plain;charset=UTF-8";
  return body instanceof URLSearchParams ? "application/x-www-form-urlencoded;charset=UTF-8" : undefined;
}

export class Response {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  url = "";
  redirected = false;
  private stream: BodyStream | null;
  private isUsed = false;

  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    this.status = init.status ?? FIRST_OK;
    this.statusText = init.statusText ?? "";
    this.headers = new Headers(init.headers);
    this.stream = body === undefined || body === null ? null : new BodyStream();
    if (body === undefined || body === null || this.stream === null) return;
    const type = typeOfBody(body);
    if (type !== undefined && !this.headers.has("content-type")) this.headers.set("content-type", type);
    const bytes = bytesOfBody(body);
    this.stream.takeBody(Buffer.from(bytes));
    this.stream.takeEnd();
  }

  /** For fetch: the bytes are to come. */
  openBody(): BodyStream {
    const stream = new BodyStream();
    this.stream = stream;
    return stream;
  }

  get ok(): boolean {
    return this.status >= FIRST_OK && this.status <= LAST_OK;
  }

  get bodyUsed(): boolean {
    return this.isUsed;
  }

  /** To be walked over. */
  get body(): BodyStream | null {
    return this.stream;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async json<T = unknown>(): Promise<T> {
    return JSON.parse<T>(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  async bytes(): Promise<Uint8Array> {
    if (this.isUsed) throw new TypeError("Body is unusable: Body has already been read");
    this.isUsed = true;
    const chunks = this.stream === null ? [] : await chunksOf(this.stream);
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let place = 0;
    for (const chunk of chunks) {
      whole.set(chunk, place);
      place += chunk.length;
    }
    return whole;
  }

  static json(value: unknown, init: ResponseInit = {}): Response {
    const response = new Response(JSON.stringify(value), init);
    response.headers.set("content-type", "application/json");
    return response;
  }
}

async function chunksOf(stream: BodyStream): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) if (typeof chunk !== "string") chunks.push(chunk);
  } catch (error) {
    throw stream.whyBroken ?? error;
  }
  return chunks;
}
