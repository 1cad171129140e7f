// Server: Node's module `http`, the side that answers.
// Manual:     Node "HTTP", Class http.Server; RFC 9112 "HTTP/1.1".

import { EventEmitter } from "../events.ts";
import { type ListenOptions, Server as NetServer } from "../net.ts";
import type { AddressInfo, Socket } from "../socket.ts";
import { codedError, SocketError } from "../socket-errors.ts";
import type { SystemError } from "../system-error.ts";
import { headerValue, isToken, MessageParser, type MessageTaker } from "./message-parser.ts";
import { IncomingMessage } from "./request.ts";
import { ServerResponse } from "./response.ts";

export interface HttpServerEvents {
  clientError: [error: SystemError, socket: Socket];
  close: [];
  connection: [socket: Socket];
  error: [error: SocketError];
  listening: [];
  request: [request: IncomingMessage, response: ServerResponse];
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;
type Callback = () => void;

/** One connection: a request and its answer. */
class Exchange implements MessageTaker {
  private readonly socket: Socket;
  private readonly server: Server;
  private readonly parser = new MessageParser(false);
  private request: IncomingMessage | null = null;
  private response: ServerResponse | null = null;

  constructor(server: Server, socket: Socket) {
    this.server = server;
    this.socket = socket;
    socket.on("data", (chunk) => this.feed(chunk));
    socket.on("error", (error) => this.fail(error));
    socket.on("close", () => this.close());
  }

  takeHead(line: string, headers: readonly string[]): boolean {
    const [method, target, version, ...more] = line.split(" ");
    if (target === undefined || version === undefined || more.length > 0 || !isToken(method))
      throw codedError("HPE_INVALID_METHOD", "Parse Error: Invalid method encountered");
    if (version !== "HTTP/1.1" && version !== "HTTP/1.0") throw codedError("HPE_INVALID_VERSION", "Parse Error: Invalid HTTP version");
    const request = new IncomingMessage(this.socket, method, target, version.slice("HTTP/".length), headers);
    const response = new ServerResponse(this.socket, method, request.httpVersion);
    this.request = request;
    this.response = response;
    if (request.httpVersion === "1.1" && headerValue(headers, "host") === undefined) {
      response.writeHead(400).end();
      return false;
    }
    if (headerValue(headers, "expect")?.toLowerCase() === "100-continue") this.socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    this.server.emit("request", request, response);
    return true;
  }

  takeBody(bytes: Buffer): void {
    this.request?.takeBody(bytes);
  }

  takeEnd(): void {
    this.request?.takeEnd();
  }

  private feed(chunk: string | Buffer): void {
    try {
      this.parser.feed(typeof chunk === "string" ? Buffer.from(chunk) : chunk, this);
    } catch (error) {
      if (!(error instanceof SocketError) || !(error.code ?? "").startsWith("HPE_")) throw error;
      this.fail(error);
    }
  }

  /** What came is no request: who listens to that answers it. */
  private fail(error: SystemError): void {
    if (this.server.emit("clientError", error, this.socket)) return;
    const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
    const isUnanswered = this.response === null || !this.response.headersSent;
    if (isUnanswered && !this.socket.destroyed) this.socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    else this.socket.destroy();
  }

  private close(): void {
    this.response?.close();
    this.request?.destroy();
    this.request = null;
    this.response = null;
  }
}

export class Server extends EventEmitter<HttpServerEvents> {
  private readonly connections = new NetServer();

  constructor(listener?: RequestListener) {
    super();
    if (listener !== undefined) this.on("request", listener);
  }

  get listening(): boolean {
    return this.connections.listening;
  }

  listen(port?: number, host?: string, backlog?: number, listener?: Callback): this;
  listen(port: number, host: string, listener?: Callback): this;
  listen(port: number, listener?: Callback): this;
  listen(options: ListenOptions, listener?: Callback): this;
  listen(listener: Callback): this;
  listen(target: number | ListenOptions | Callback = 0, second?: string | Callback, third?: number | Callback, fourth?: Callback): this {
    for (const heard of [target, second, third, fourth]) if (typeof heard === "function") this.once("listening", heard);
    const options = typeof target === "object" ? target : { port: typeof target === "number" ? target : 0 };
    const host = typeof second === "string" ? second : options.host;
    const backlog = typeof third === "number" ? third : options.backlog;
    this.connections.on("connection", (socket) => {
      this.emit("connection", socket);
      new Exchange(this, socket);
    });
    this.connections.on("error", (error) => {
      if (!this.listening) this.connections.removeAllListeners();
      this.emit("error", error);
    });
    this.connections.on("listening", () => this.emit("listening"));
    this.connections.listen({ port: options.port, host, backlog });
    return this;
  }

  address(): AddressInfo | string | null {
    return this.connections.address();
  }

  close(listener?: (error?: Error) => void): this {
    this.connections.close((error) => {
      if (listener !== undefined) listener(error);
      this.emit("close");
      if (!this.listening) this.removeAllListeners();
    });
    return this;
  }

  closeAllConnections(): void {
    this.connections.closeSockets();
  }

  closeIdleConnections(): void {}

  ref(): this {
    this.connections.ref();
    return this;
  }

  unref(): this {
    this.connections.unref();
    return this;
  }
}
