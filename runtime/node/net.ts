// Net: Node's module `net`: servers that others connect to, and connections to them.
// Manual:     Node "Net".

import { acceptConnection, bindSocket, closeSocket, listenOn, openStream, ownAddress } from "tsmetal/sockets";
import { SocketAddress } from "../core/system/socket-address.ts";
import { EventEmitter } from "./events.ts";
import { findAddresses } from "./host-names.ts";
import { addressText } from "./ip-addresses.ts";
import { type AddressInfo, infoOf, portError, Socket, type SocketOwner, type TcpSocketConnectOpts } from "./socket.ts";
import { codedError, listenError, type SocketError } from "./socket-errors.ts";
import { queueTick } from "./ticks.ts";
import { forget, Ready, watch } from "./watches.ts";

export { isIP, isIPv4, isIPv6 } from "./ip-addresses.ts";
export { type AddressInfo, Socket, type TcpSocketConnectOpts } from "./socket.ts";

export interface ListenOptions {
  port?: number;
  host?: string;
  backlog?: number;
}

export interface ServerEvents {
  close: [];
  connection: [socket: Socket];
  error: [error: SocketError];
  listening: [];
}

const WAITING_MAX = 511;
const ANY_SHORT = new Uint8Array(4);
const ANY_LONG = new Uint8Array(16);

type Callback = () => void;

export class Server extends EventEmitter<ServerEvents> implements SocketOwner {
  descriptor = -1;
  wanted: number = Ready.None;
  isReferenced = true;
  private isClosing = false;
  /** How often it began or ceased to listen: what was looked up for an earlier time counts no more. */
  private turn = 0;
  private readonly sockets = new Set<Socket>();

  constructor(listener?: (socket: Socket) => void) {
    super();
    if (listener !== undefined) this.on("connection", listener);
  }

  get listening(): boolean {
    return this.descriptor >= 0;
  }

  listen(port?: number, host?: string, backlog?: number, listener?: Callback): this;
  listen(port: number, host: string, listener?: Callback): this;
  listen(port: number, listener?: Callback): this;
  listen(options: ListenOptions, listener?: Callback): this;
  listen(listener: Callback): this;
  listen(target: number | ListenOptions | Callback = 0, second?: string | Callback, third?: number | Callback, fourth?: Callback): this {
    for (const heard of [target, second, third, fourth]) if (typeof heard === "function") this.once("listening", heard);
    const options = typeof target === "object" ? target : undefined;
    const port = typeof target === "number" ? target : (options?.port ?? 0);
    if (!(Number.isInteger(port) && port >= 0 && port <= 0xffff)) throw portError(port);
    const backlog = typeof third === "number" ? third : (options?.backlog ?? WAITING_MAX);
    const host = typeof second === "string" ? second : options?.host;
    if (host === undefined) this.listenAnywhere(port, backlog);
    else this.listenAt(host, port, backlog);
    return this;
  }

  address(): AddressInfo | string | null {
    const own = this.descriptor < 0 ? undefined : ownAddress(this.descriptor);
    return own === undefined ? null : infoOf(own);
  }

  /** Takes no more connections; the callback hears of the end of the last one. */
  close(listener?: (error?: Error) => void): this {
    const wasListening = this.listening;
    if (listener !== undefined) {
      const error = wasListening ? undefined : codedError("ERR_SERVER_NOT_RUNNING", "Server is not running.");
      this.once("close", () => listener(error));
    }
    if (wasListening) {
      forget(this);
      closeSocket(this.descriptor);
      this.descriptor = -1;
    }
    this.isClosing = true;
    this.turn++;
    this.closeIfDone();
    return this;
  }

  getConnections(callback: (error: Error | null, count: number) => void): this {
    const count = this.sockets.size;
    queueTick(() => callback(null, count));
    return this;
  }

  ref(): this {
    this.isReferenced = true;
    return this;
  }

  unref(): this {
    this.isReferenced = false;
    return this;
  }

  /** Ends the connections that are there. */
  closeSockets(): void {
    for (const socket of [...this.sockets]) socket.destroy();
  }

  // For the event loop, and for the sockets

  ready(_found: number): void {
    while (this.descriptor >= 0) {
      const accepted = acceptConnection(this.descriptor);
      if (accepted < 0) return;
      const socket = new Socket(accepted);
      this.sockets.add(socket);
      socket.ownBy(this);
      this.emit("connection", socket);
    }
  }

  socketClosed(socket: Socket): void {
    this.sockets.delete(socket);
    this.closeIfDone();
  }

  private closeIfDone(): void {
    if (!this.isClosing || this.sockets.size > 0) return;
    this.isClosing = false;
    queueTick(() => {
      this.emit("close");
      if (!this.listening) this.removeAllListeners();
    });
  }

  private listenAt(host: string, port: number, backlog: number): void {
    const turn = ++this.turn;
    findAddresses(host, (error, addresses) => {
      if (this.turn !== turn) return;
      if (error !== null) this.emit("error", error);
      else this.bind(addresses[0], port, backlog);
    });
  }

  private listenAnywhere(port: number, backlog: number): void {
    const probe = openStream(ANY_LONG.length);
    if (probe >= 0) closeSocket(probe);
    this.bind(probe >= 0 ? ANY_LONG : ANY_SHORT, port, backlog);
  }

  private bind(bytes: Uint8Array, port: number, backlog: number): void {
    const opened = openStream(bytes.length);
    let answer = opened < 0 ? opened : bindSocket(opened, new SocketAddress(bytes, port));
    if (answer >= 0) answer = listenOn(opened, backlog);
    if (answer < 0) {
      if (opened >= 0) closeSocket(opened);
      const error = listenError(answer, addressText(bytes), port);
      queueTick(() => this.emit("error", error));
      return;
    }
    this.descriptor = opened;
    watch(this, Ready.Read);
    queueTick(() => {
      if (this.listening) this.emit("listening");
    });
  }
}

export interface ServerOpts {
  allowHalfOpen?: false;
  noDelay?: boolean;
}

export function createServer(listener?: (socket: Socket) => void): Server;
export function createServer(options: ServerOpts, listener?: (socket: Socket) => void): Server;
export function createServer(options?: ServerOpts | ((socket: Socket) => void), listener?: (socket: Socket) => void): Server {
  return new Server(typeof options === "function" ? options : listener);
}

export function connect(options: TcpSocketConnectOpts, listener?: Callback): Socket;
export function connect(port: number, listener?: Callback): Socket;
export function connect(port: number, host: string, listener?: Callback): Socket;
export function connect(target: number | TcpSocketConnectOpts, host?: string | Callback, listener?: Callback): Socket {
  const socket = new Socket();
  if (typeof target !== "number") return socket.connect(target, typeof host === "function" ? host : listener);
  return typeof host === "string" ? socket.connect(target, host, listener) : socket.connect(target, host);
}

export function createConnection(options: TcpSocketConnectOpts, listener?: Callback): Socket;
export function createConnection(port: number, listener?: Callback): Socket;
export function createConnection(port: number, host: string, listener?: Callback): Socket;
export function createConnection(target: number | TcpSocketConnectOpts, host?: string | Callback, listener?: Callback): Socket {
  if (typeof target !== "number") return connect(target, typeof host === "function" ? host : listener);
  return typeof host === "string" ? connect(target, host, listener) : connect(target, host);
}
