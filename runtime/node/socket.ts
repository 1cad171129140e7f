// Socket: a connection to another program.
// Invariants: (1) of several addresses of a host, each is tried until one answers
//             (2) what is written before the connection is there waits for it
// Manual:     Node "Net", Class net.Socket.

import { closeSocket, connectTo, openStream, ownAddress, peerAddress, setKeepAlive, setNoDelay, takeError } from "tsmetal/sockets";
import { clearTimeout, setTimeout, type Timeout } from "../core/async/timers.ts";
import { IPV6_SIZE, SocketAddress } from "../core/system/socket-address.ts";
import { Duplex } from "./duplex.ts";
import { findAddresses } from "./host-names.ts";
import { addressText } from "./ip-addresses.ts";
import { connectionError, errorOfAll, type SocketError } from "./socket-errors.ts";
import { Ready, watch } from "./watches.ts";

export interface AddressInfo {
  address: string;
  family: string;
  port: number;
}

export interface TcpSocketConnectOpts {
  port: number;
  host?: string;
}

const CONNECTING = -115;

/** What a socket belongs to that a server has accepted. */
export interface SocketOwner {
  socketClosed(socket: Socket): void;
}

export class Socket extends Duplex {
  connecting = false;
  private owner: SocketOwner | null = null;
  private addresses: readonly Uint8Array[] = [];
  private port = 0;
  private readonly failures: SocketError[] = [];
  private timer: Timeout | null = null;
  private timeLimit = 0;
  private peer: SocketAddress | undefined = undefined;

  constructor(descriptor: number = -1) {
    super(descriptor);
    if (descriptor >= 0) this.peer = peerAddress(descriptor);
  }

  get pending(): boolean {
    return !this.isOpen;
  }

  get remoteAddress(): string | undefined {
    return this.peer === undefined ? undefined : addressText(this.peer.bytes);
  }

  get remotePort(): number | undefined {
    return this.peer?.port;
  }

  get remoteFamily(): string | undefined {
    return this.peer === undefined ? undefined : familyOf(this.peer);
  }

  get localAddress(): string | undefined {
    const own = this.own();
    return own === undefined ? undefined : addressText(own.bytes);
  }

  get localPort(): number | undefined {
    return this.own()?.port;
  }

  get timeout(): number | undefined {
    return this.timeLimit === 0 ? undefined : this.timeLimit;
  }

  address(): Partial<AddressInfo> {
    const own = this.own();
    return own === undefined ? {} : infoOf(own);
  }

  connect(options: TcpSocketConnectOpts, listener?: () => void): this;
  connect(port: number, listener?: () => void): this;
  connect(port: number, host: string, listener?: () => void): this;
  connect(target: number | TcpSocketConnectOpts, host?: string | (() => void), listener?: () => void): this {
    const heard = typeof host === "function" ? host : listener;
    if (heard !== undefined) this.once("connect", heard);
    this.port = typeof target === "number" ? target : target.port;
    if (!(Number.isInteger(this.port) && this.port >= 0 && this.port <= 0xffff)) throw portError(this.port);
    const named = typeof target === "number" ? (typeof host === "string" ? host : undefined) : target.host;
    this.connecting = true;
    findAddresses(named ?? "localhost", (error, addresses) => {
      if (this.destroyed) return;
      this.addresses = addresses;
      if (error !== null) this.destroy(error);
      else this.tryNext();
    });
    return this;
  }

  setNoDelay(isOn: boolean = true): this {
    if (this.isOpen) setNoDelay(this.descriptor, isOn);
    return this;
  }

  setKeepAlive(isOn: boolean = true, _delay?: number): this {
    if (this.isOpen) setKeepAlive(this.descriptor, isOn);
    return this;
  }

  /** Tells when nothing has come or gone for that many milliseconds; 0 for never. */
  setTimeout(milliseconds: number, listener?: () => void): this {
    this.timeLimit = milliseconds;
    if (listener !== undefined) this.once("timeout", listener);
    this.touch();
    return this;
  }

  destroySoon(): void {
    this.end();
  }

  /** For servers. */
  ownBy(owner: SocketOwner): void {
    this.owner = owner;
    this.open();
  }

  override ready(found: number): void {
    if (this.connecting) this.finishConnecting();
    else super.ready(found);
  }

  protected override touch(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.timeLimit > 0 && !this.destroyed) this.timer = setTimeout(() => this.emit("timeout"), this.timeLimit);
  }

  protected override release(): void {
    this.connecting = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    super.release();
    const { owner } = this;
    this.owner = null;
    owner?.socketClosed(this);
  }

  private own(): SocketAddress | undefined {
    return this.isOpen ? ownAddress(this.descriptor) : undefined;
  }

  private tryNext(): void {
    const bytes = this.addresses[this.failures.length];
    if (bytes === undefined) {
      this.destroy(errorOfAll(this.failures));
      return;
    }
    const address = new SocketAddress(bytes, this.port);
    const opened = openStream(bytes.length);
    this.descriptor = opened;
    const answer = opened < 0 ? opened : connectTo(opened, address);
    if (answer === 0) this.connected();
    else if (answer === CONNECTING) watch(this, Ready.Write);
    else this.failed(answer);
  }

  private finishConnecting(): void {
    const answer = takeError(this.descriptor);
    if (answer === 0) this.connected();
    else this.failed(answer);
  }

  private failed(answer: number): void {
    const address = this.addresses[this.failures.length];
    this.failures.push(connectionError(answer, addressText(address), this.port));
    if (this.descriptor >= 0) {
      watch(this, Ready.None);
      closeSocket(this.descriptor);
    }
    this.descriptor = -1;
    this.tryNext();
  }

  private connected(): void {
    this.connecting = false;
    this.wanted = Ready.None;
    this.peer = peerAddress(this.descriptor);
    this.open();
    this.touch();
    this.emit("connect");
    this.emit("ready");
  }
}

export function infoOf(address: SocketAddress): AddressInfo {
  return { address: addressText(address.bytes), family: familyOf(address), port: address.port };
}

function familyOf({ bytes }: SocketAddress): string {
  return bytes.length === IPV6_SIZE ? "IPv6" : "IPv4";
}

export function portError(port: number): RangeError {
  return new RangeError(`Port should be >= 0 and < 65536. Received type number (${port}).`);
}
