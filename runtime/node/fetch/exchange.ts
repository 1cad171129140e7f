// Exchange: one request to a server of HTTP, and its answer.
// Owns:       the connection until the answer's body has ended.
// Manual:     RFC 9112 "HTTP/1.1", Message Format.

import { MessageParser, type MessageTaker } from "../http/message-parser.ts";
import { Socket } from "../socket.ts";
import { codedError, SocketError } from "../socket-errors.ts";
import type { Headers } from "./headers.ts";
import { Response } from "./response.ts";

export interface Question {
  url: URL;
  method: string;
  readonly headers: Headers;
  body: Uint8Array | null;
}

const DEFAULT_PORT = 80;
const FIRST_FINAL = 200;
const NO_CONTENT = 204;
const NOT_MODIFIED = 304;

type Answered = (response: Response) => void;
type Failed = (reason: unknown) => void;

/** A promise of the answer, settled when its head is there. */
export function ask(question: Question, signal: AbortSignal | null): Promise<Response> {
  return new Promise<Response>((answered, failed) => {
    new Exchange(question, signal, answered, failed).begin();
  });
}

class Exchange implements MessageTaker {
  private readonly question: Question;
  private readonly signal: AbortSignal | null;
  private answered: Answered | null;
  private failed: Failed | null;
  private parser = new MessageParser(true);
  private response: Response | null = null;
  private readonly socket = new Socket();
  private isInterim = false;

  constructor(question: Question, signal: AbortSignal | null, answered: Answered, failed: Failed) {
    this.question = question;
    this.signal = signal;
    this.answered = answered;
    this.failed = failed;
  }

  begin(): void {
    const { socket, signal, question } = this;
    const { hostname, port } = question.url;
    const abort = (): void => this.fail(signal?.reason);
    signal?.addEventListener("abort", abort);
    socket.on("data", (chunk) => this.feed(chunk));
    socket.on("end", () => this.finish());
    socket.on("error", (error) => this.fail(failure(error)));
    socket.on("close", () => {
      signal?.removeEventListener("abort", abort);
      if (this.failed !== null) this.fail(failure(codedError("UND_ERR_SOCKET", "other side closed")));
      this.response = null;
    });
    const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
    socket.connect({ host, port: port === "" ? DEFAULT_PORT : Number(port) });
    socket.write(headOf(question));
    if (question.body !== null) socket.write(question.body);
  }

  takeHead(line: string, headers: readonly string[]): boolean {
    const [version, code, ...words] = line.split(" ");
    const status = Number(code);
    if (!version.startsWith("HTTP/1.") || !(status >= 100 && status <= 999))
      throw codedError("HPE_INVALID_CONSTANT", "Parse Error: Expected HTTP/");
    this.isInterim = status < FIRST_FINAL;
    if (this.isInterim) return false;
    const hasBody = this.question.method !== "HEAD" && status !== NO_CONTENT && status !== NOT_MODIFIED;
    const response = new Response(null, { status, statusText: words.join(" ") });
    for (let i = 0; i < headers.length; i += 2) response.headers.append(headers[i], headers[i + 1]);
    response.url = this.question.url.href.split("#")[0];
    if (hasBody) response.openBody().comeFrom(this.socket);
    this.response = response;
    this.answered?.(response);
    this.answered = null;
    this.failed = null;
    return hasBody;
  }

  takeBody(bytes: Buffer): void {
    this.response?.body?.takeBody(bytes);
  }

  takeEnd(): void {
    if (this.isInterim) return;
    this.response?.body?.takeEnd();
    this.response = null;
    this.socket.destroy();
  }

  private feed(chunk: string | Buffer): void {
    let bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    try {
      while (bytes.length > 0 && !this.socket.destroyed) {
        const taken = this.parser.feed(bytes, this);
        bytes = bytes.subarray(taken);
        if (this.parser.isDone) this.parser = new MessageParser(true);
      }
    } catch (error) {
      if (!(error instanceof SocketError) && !(error instanceof TypeError)) throw error;
      this.fail(failure(error));
    }
  }

  private finish(): void {
    if (this.socket.destroyed || this.parser.finish(this)) return;
    this.fail(failure(codedError("UND_ERR_SOCKET", "other side closed")));
  }

  /** Before the answer the promise is rejected, afterwards the body fails. */
  private fail(reason: unknown): void {
    const { failed, response } = this;
    this.answered = null;
    this.failed = null;
    this.response = null;
    failed?.(reason);
    response?.body?.failWith(reason instanceof TypeError ? new TypeError("terminated", { cause: reason.cause }) : reason);
    this.socket.destroy();
  }
}

function failure(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

function headOf({ url, method, headers, body }: Question): Buffer {
  let head = `${method} ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\n`;
  if (!headers.has("accept")) head += "accept: */*\r\n";
  if (!headers.has("accept-language")) head += "accept-language: *\r\n";
  if (!headers.has("user-agent")) head += "user-agent: node\r\n";
  for (const [name, value] of headers) if (!OWN.includes(name)) head += `${name}: ${value}\r\n`;
  if (body !== null) head += `content-length: ${body.length}\r\n`;
  else if (method === "POST" || method === "PUT") head += "content-length: 0\r\n";
  return Buffer.from(`${head}\r\n`, "latin1");
}

/** Headers that are not the program's. */
const OWN = ["connection", "content-length", "host", "keep-alive", "transfer-encoding"];
