// Interpreted Linux, sockets: connections of a program with itself, in the interpreter's own memory. No other program is there.
// Owns: the sockets, by their descriptors, which are none of the host's.

import type { InterpreterMemory } from "./interpret-memory.ts";
import { MemoryKind } from "./types.ts";

const EBADF = 9n;
const EAGAIN = 11n;
const EINVAL = 22n;
const EPIPE = 32n;
const EADDRINUSE = 98n;
const ECONNRESET = 104n;
const ENOTCONN = 107n;
const ECONNREFUSED = 111;
const EINPROGRESS = 115n;

const enum SocketCall {
  Read = 0,
  Write = 1,
  Close = 3,
  Poll = 7,
  Socket = 41,
  Connect = 42,
  Send = 44,
  Shutdown = 48,
  Bind = 49,
  Listen = 50,
  OwnAddress = 51,
  PeerAddress = 52,
  SocketPair = 53,
  SetOption = 54,
  GetOption = 55,
  Accept = 288,
}

const enum Ready {
  Read = 0x1,
  Write = 0x4,
  HangUp = 0x10,
}

const FIRST_DESCRIPTOR = 1_000;
const FIRST_PORT = 40_000;
const FAMILY_IPV4 = 2;
const FAMILY_IPV6 = 10;
/** What a socket keeps for a reader who does not read. */
const KEPT_MAX = 65_536;
const POLL_RECORD_SIZE = 8;
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

interface Address {
  readonly bytes: readonly number[];
  readonly port: number;
}

export class Socket {
  readonly family: number;
  own: Address | null = null;
  /** The other end. Null before the connection, and after the other one was closed. */
  peer: Socket | null = null;
  peerAddress: Address | null = null;
  /** Of a server: those that wait to be accepted. */
  waiting: Socket[] | null = null;
  received: Uint8Array[] = [];
  hasEnd = false;
  isReset = false;
  error = 0;
  /** Whether a child has it, too. */
  isHeld = false;

  constructor(family: number) {
    this.family = family;
  }

  get keptSize(): number {
    return this.received.reduce((sum, part) => sum + part.length, 0);
  }
}

type Words = readonly bigint[];

export class LinuxSockets {
  private readonly sockets = new Map<number, Socket>();
  private nextDescriptor = FIRST_DESCRIPTOR;
  private nextPort = FIRST_PORT;

  /**
   * The answer of a call on sockets; undefined where it is none. `wait` hears of a wait in which nothing happens here, in
   * milliseconds; below zero it has no end.
   */
  call(number: SocketCall, words: Words, memory: InterpreterMemory, wait: (milliseconds: number) => void): bigint | undefined {
    const [first, second, third] = words.map((word) => Number(BigInt.asIntN(64, word)));
    if (number === SocketCall.Socket) return BigInt(this.add(new Socket(first)));
    if (number === SocketCall.Poll) return this.poll(first, second, Number(BigInt.asIntN(32, words[2])), memory, wait);
    if (number === SocketCall.SocketPair) return this.pair(Number(words[3]), memory);
    const socket = this.sockets.get(first);
    if (socket === undefined) return isOfSockets(number) ? -EBADF : undefined;
    switch (number) {
      case SocketCall.Read:
        return receive(socket, second, third, memory);
      case SocketCall.Write:
      case SocketCall.Send:
        return send(socket, memory.bytes.slice(second, second + third));
      case SocketCall.Close:
        return this.close(first, socket);
      case SocketCall.Shutdown:
        if (socket.peer !== null) socket.peer.hasEnd = true;
        return socket.peer === null ? -ENOTCONN : 0n;
      case SocketCall.Bind:
        return this.bind(socket, addressAt(second, memory));
      case SocketCall.Listen:
        if (socket.own === null) return -EINVAL;
        socket.waiting = [];
        return 0n;
      case SocketCall.Connect:
        return this.connect(socket, addressAt(second, memory));
      case SocketCall.Accept:
        return this.accept(socket);
      case SocketCall.OwnAddress:
        return storeAddress(socket, socket.own, second, third, memory);
      case SocketCall.PeerAddress:
        return storeAddress(socket, socket.peerAddress, second, third, memory);
      case SocketCall.GetOption:
        memory.store(MemoryKind.I32, Number(words[3]), socket.error);
        socket.error = 0;
        return 0n;
      case SocketCall.SetOption:
        return 0n;
      default:
        return undefined;
    }
  }

  /** The socket of the descriptor, which stays open for a child. */
  hold(descriptor: number): Socket | undefined {
    const socket = this.sockets.get(descriptor);
    if (socket !== undefined) socket.isHeld = true;
    return socket;
  }

  /** The child that had it has ended. */
  letGo(socket: Socket): void {
    if (socket.peer === null) return;
    socket.peer.hasEnd = true;
    socket.peer.peer = null;
  }

  /** A descriptor that can be read when the socket has its end. */
  watched(): { readonly descriptor: number; readonly socket: Socket } {
    const socket = new Socket(0);
    return { descriptor: this.add(socket), socket };
  }

  private add(socket: Socket): number {
    const descriptor = this.nextDescriptor++;
    this.sockets.set(descriptor, socket);
    return descriptor;
  }

  private pair(address: number, memory: InterpreterMemory): bigint {
    const [left, right] = [new Socket(0), new Socket(0)];
    [left.peer, right.peer] = [right, left];
    memory.store(MemoryKind.I32, address, this.add(left));
    memory.store(MemoryKind.I32, address + 4, this.add(right));
    return 0n;
  }

  private bind(socket: Socket, { bytes, port }: Address): bigint {
    const isTaken = [...this.sockets.values()].some(({ waiting, own }) => waiting !== null && own?.port === port);
    if (port !== 0 && isTaken) return -EADDRINUSE;
    socket.own = { bytes, port: port === 0 ? this.nextPort++ : port };
    return 0n;
  }

  private connect(socket: Socket, address: Address): bigint {
    socket.own ??= { bytes: address.bytes, port: this.nextPort++ };
    const server = [...this.sockets.values()].find(({ waiting, own }) => waiting !== null && own !== null && reaches(own, address));
    if (server === undefined || server.waiting === null) {
      socket.error = ECONNREFUSED;
      return -EINPROGRESS;
    }
    const other = new Socket(server.family);
    [socket.peer, other.peer] = [other, socket];
    [socket.peerAddress, other.peerAddress] = [address, seenBy(server.family, socket.own)];
    other.own = seenBy(server.family, address);
    server.waiting.push(other);
    return -EINPROGRESS;
  }

  private accept({ waiting }: Socket): bigint {
    const next = waiting?.shift();
    return next === undefined ? -EAGAIN : BigInt(this.add(next));
  }

  private close(descriptor: number, socket: Socket): bigint {
    this.sockets.delete(descriptor);
    if (socket.isHeld) return 0n;
    for (const other of [...(socket.waiting ?? []), socket]) {
      if (other.peer === null) continue;
      other.peer.hasEnd = true;
      other.peer.isReset = other !== socket || other.received.length > 0;
      other.peer.peer = null;
    }
    return 0n;
  }

  private poll(records: number, count: number, milliseconds: number, memory: InterpreterMemory, wait: (time: number) => void): bigint {
    let found = 0n;
    for (let record = records; record < records + count * POLL_RECORD_SIZE; record += POLL_RECORD_SIZE) {
      const socket = this.sockets.get(Number(memory.load(MemoryKind.I32, record)));
      const wanted = Number(memory.load(MemoryKind.U16, record + 4));
      // What is no socket, as the standard input, can always be read.
      const there = socket === undefined ? wanted : readiness(socket) & (wanted | Ready.HangUp);
      memory.store(MemoryKind.U16, record + 6, there);
      if (there !== 0) found++;
    }
    if (found === 0n && milliseconds !== 0) wait(milliseconds);
    return found;
  }
}

/** Whether files do not have the call, too. */
function isOfSockets(number: SocketCall): boolean {
  return number >= SocketCall.Socket && number <= SocketCall.GetOption ? true : number === SocketCall.Accept;
}

function readiness(socket: Socket): number {
  if (socket.waiting !== null) return socket.waiting.length > 0 ? Ready.Read : 0;
  if (socket.error !== 0) return Ready.Write | Ready.HangUp;
  const isGone = socket.peer === null && socket.hasEnd;
  const canRead = socket.received.length > 0 || socket.hasEnd;
  const canWrite = isGone || (socket.peer !== null && socket.peer.keptSize < KEPT_MAX);
  return (canRead ? Ready.Read : 0) | (canWrite ? Ready.Write : 0) | (isGone ? Ready.HangUp : 0);
}

function receive(socket: Socket, address: number, size: number, memory: InterpreterMemory): bigint {
  if (socket.isReset) {
    socket.isReset = false;
    return -ECONNRESET;
  }
  const [part] = socket.received;
  if (part === undefined) return socket.hasEnd ? 0n : -EAGAIN;
  const taken = part.subarray(0, size);
  memory.bytes.set(taken, address);
  if (taken.length === part.length) socket.received.shift();
  else socket.received[0] = part.subarray(taken.length);
  return BigInt(taken.length);
}

function send({ peer, peerAddress }: Socket, bytes: Uint8Array): bigint {
  if (peer === null) return peerAddress === null ? -ENOTCONN : -EPIPE;
  const room = KEPT_MAX - peer.keptSize;
  if (room <= 0) return -EAGAIN;
  peer.received.push(bytes.subarray(0, room));
  return BigInt(Math.min(bytes.length, room));
}

const isAnywhere = ({ bytes }: Address): boolean => bytes.every((byte) => byte === 0);

function reaches(own: Address, address: Address): boolean {
  return own.port === address.port && (isAnywhere(own) || own.bytes.join() === address.bytes.join());
}

/** Sockets with long addresses see short ones as long. */
function seenBy(family: number, { bytes, port }: Address): Address {
  return { bytes: family === FAMILY_IPV6 && bytes.length === 4 ? [...MAPPED, ...bytes] : bytes, port };
}

/** struct sockaddr_in or sockaddr_in6. */
function addressAt(record: number, memory: InterpreterMemory): Address {
  const isLong = memory.load(MemoryKind.U16, record) === FAMILY_IPV6;
  const bytes = isLong ? memory.bytes.slice(record + 8, record + 24) : memory.bytes.slice(record + 4, record + 8);
  return { bytes: [...bytes], port: memory.bytes[record + 2] * 256 + memory.bytes[record + 3] };
}

function storeAddress({ family }: Socket, address: Address | null, record: number, size: number, memory: InterpreterMemory): bigint {
  if (address === null) return -ENOTCONN;
  const isLong = address.bytes.length > 4;
  memory.store(MemoryKind.U16, record, family === FAMILY_IPV6 || isLong ? FAMILY_IPV6 : FAMILY_IPV4);
  memory.bytes.set([address.port >> 8, address.port & 0xff], record + 2);
  memory.bytes.set(address.bytes, record + (isLong ? 8 : 4));
  memory.store(MemoryKind.I32, size, isLong ? 28 : 16);
  return 0n;
}
