// Sockets: the service `tsmetal/sockets`, by Linux: TCP and UDP between addresses of the Internet. No call waits. Answers below zero are
// numbers of errors.
// Manual:     Linux man-pages, section 2: socket, connect, accept4, bind, listen, getsockname, getsockopt; section 7: ip, ipv6, tcp.

import { elementsAddress, loadI32, loadU8, loadU16, storeI32, storeU16, systemCall } from "tsmetal/unsafe";
import { IPV4_SIZE, IPV6_SIZE, SocketAddress } from "../../core/system/socket-address.ts";
import { copyBytes } from "./memory.ts";

const enum SocketCall {
  Read = 0,
  Close = 3,
  Socket = 41,
  Connect = 42,
  Send = 44,
  Shutdown = 48,
  Bind = 49,
  Listen = 50,
  OwnAddress = 51,
  PeerAddress = 52,
  SetOption = 54,
  GetOption = 55,
  Accept = 288,
}

const INTERRUPTED: i64 = -4;
const FAMILY_IPV4: u16 = 2;
const FAMILY_IPV6: u16 = 10;
const KIND_STREAM: u64 = 1;
const KIND_DATAGRAM: u64 = 2;
/** SOCK_NONBLOCK, SOCK_CLOEXEC. */
const SOCKET_FLAGS: u64 = 0x8_0800;
const NO_SIGNAL: u64 = 0x4000;
const SHUTDOWN_WRITING: u64 = 1;
const LEVEL_SOCKET: u64 = 1;
const LEVEL_TCP: u64 = 6;
const OPTION_REUSE: u64 = 2;
const OPTION_ERROR: u64 = 4;
const OPTION_KEEP_ALIVE: u64 = 9;
const OPTION_NO_DELAY: u64 = 1;
/** struct sockaddr_in: family, port, address, zeros. */
const IPV4_RECORD_SIZE = 16;
const IPV4_ADDRESS_OFFSET: u64 = 4;
/** struct sockaddr_in6: family, port, flow, address, scope. */
const IPV6_RECORD_SIZE = 28;
const IPV6_ADDRESS_OFFSET: u64 = 8;
const PORT_OFFSET: u64 = 2;
const OPTION_SIZE = 4;

/** A stream's socket for addresses of that size. */
export function openStream(addressSize: number): number {
  return openSocket(addressSize, KIND_STREAM);
}

/** A socket for datagrams to addresses of that size. */
export function openDatagrams(addressSize: number): number {
  return openSocket(addressSize, KIND_DATAGRAM);
}

function openSocket(addressSize: number, kind: u64): number {
  const family: u16 = addressSize === IPV6_SIZE ? FAMILY_IPV6 : FAMILY_IPV4;
  return Number(systemCall(SocketCall.Socket, u64(family), kind | SOCKET_FLAGS, 0, 0, 0, 0));
}

export function closeSocket(descriptor: number): void {
  systemCall(SocketCall.Close, u64(descriptor), 0, 0, 0, 0, 0);
}

/** Also where the sockets of an earlier server wait for their end. */
export function bindSocket(descriptor: number, address: SocketAddress): number {
  setOption(descriptor, LEVEL_SOCKET, OPTION_REUSE, true);
  return callWithAddress(SocketCall.Bind, descriptor, address);
}

export function listenOn(descriptor: number, waitingMax: number): number {
  return Number(systemCall(SocketCall.Listen, u64(descriptor), u64(waitingMax), 0, 0, 0, 0));
}

/** The socket of the next connection that waits. */
export function acceptConnection(descriptor: number): number {
  let result: i64 = INTERRUPTED;
  while (result === INTERRUPTED) result = systemCall(SocketCall.Accept, u64(descriptor), 0, 0, SOCKET_FLAGS, 0, 0);
  return Number(result);
}

/** Begins to connect: the socket can be written to when that is done, and `takeError` tells how it went. */
export function connectTo(descriptor: number, address: SocketAddress): number {
  return callWithAddress(SocketCall.Connect, descriptor, address);
}

/** The number of the error that happened to the socket meanwhile, 0 if none did. */
export function takeError(descriptor: number): number {
  const buffer: Uint8Array = new Uint8Array(OPTION_SIZE * 2);
  const value: u64 = elementsAddress(buffer);
  storeI32(value + u64(OPTION_SIZE), OPTION_SIZE);
  const result: i64 = systemCall(SocketCall.GetOption, u64(descriptor), LEVEL_SOCKET, OPTION_ERROR, value, value + u64(OPTION_SIZE), 0);
  const error = result < 0 ? Number(result) : -Number(loadI32(value));
  return buffer.length === 0 ? 0 : error;
}

export function setNoDelay(descriptor: number, isOn: boolean): number {
  return setOption(descriptor, LEVEL_TCP, OPTION_NO_DELAY, isOn);
}

export function setKeepAlive(descriptor: number, isOn: boolean): number {
  return setOption(descriptor, LEVEL_SOCKET, OPTION_KEEP_ALIVE, isOn);
}

function setOption(descriptor: number, level: u64, option: u64, isOn: boolean): number {
  const buffer: Uint8Array = new Uint8Array(OPTION_SIZE);
  buffer[0] = isOn ? 1 : 0;
  const result: i64 = systemCall(SocketCall.SetOption, u64(descriptor), level, option, elementsAddress(buffer), u64(OPTION_SIZE), 0);
  return buffer.length === 0 ? 0 : Number(result);
}

/** Nothing more is written; the other side sees the end. */
export function endWriting(descriptor: number): number {
  return Number(systemCall(SocketCall.Shutdown, u64(descriptor), SHUTDOWN_WRITING, 0, 0, 0, 0));
}

/** Reads what is there into part of the array: 0 at the end. */
export function receiveBytes(descriptor: number, into: Uint8Array, start: number, length: number): number {
  return transfer(SocketCall.Read, descriptor, into, start, length, 0);
}

/** Writes what there is room for. */
export function sendBytes(descriptor: number, from: Uint8Array, start: number, length: number): number {
  return transfer(SocketCall.Send, descriptor, from, start, length, NO_SIGNAL);
}

function transfer(call: SocketCall, descriptor: number, bytes: Uint8Array, start: number, length: number, flags: u64): number {
  if (start < 0 || length < 0 || start + length > bytes.length) throw new RangeError('The value of "length" is out of range');
  let result: i64 = INTERRUPTED;
  while (result === INTERRUPTED)
    result = systemCall(u64(call), u64(descriptor), elementsAddress(bytes) + u64(start), u64(length), flags, 0, 0);
  return bytes.length < 0 ? 0 : Number(result);
}

/** Where the socket is itself; undefined if it is nowhere. */
export function ownAddress(descriptor: number): SocketAddress | undefined {
  return askAddress(SocketCall.OwnAddress, descriptor);
}

/** Where the socket is connected to; undefined if it is not. */
export function peerAddress(descriptor: number): SocketAddress | undefined {
  return askAddress(SocketCall.PeerAddress, descriptor);
}

function askAddress(call: SocketCall, descriptor: number): SocketAddress | undefined {
  const buffer: Uint8Array = new Uint8Array(IPV6_RECORD_SIZE + OPTION_SIZE);
  const record: u64 = elementsAddress(buffer);
  const size: u64 = record + u64(IPV6_RECORD_SIZE);
  storeI32(size, IPV6_RECORD_SIZE);
  const result: i64 = systemCall(u64(call), u64(descriptor), record, size, 0, 0, 0);
  const found = result < 0 ? undefined : addressIn(record);
  return buffer.length === 0 ? undefined : found;
}

function addressIn(record: u64): SocketAddress | undefined {
  const family: u16 = loadU16(record);
  if (family !== FAMILY_IPV4 && family !== FAMILY_IPV6) return undefined;
  const isLong = family === FAMILY_IPV6;
  const bytes: Uint8Array = new Uint8Array(isLong ? IPV6_SIZE : IPV4_SIZE);
  copyBytes(bytes, record + (isLong ? IPV6_ADDRESS_OFFSET : IPV4_ADDRESS_OFFSET));
  return new SocketAddress(bytes, (Number(loadU8(record + PORT_OFFSET)) << 8) | Number(loadU8(record + PORT_OFFSET + 1)));
}

function callWithAddress(call: SocketCall, descriptor: number, address: SocketAddress): number {
  const isLong = address.bytes.length === IPV6_SIZE;
  const buffer: Uint8Array = new Uint8Array(isLong ? IPV6_RECORD_SIZE : IPV4_RECORD_SIZE);
  const record: u64 = elementsAddress(buffer);
  storeU16(record, isLong ? FAMILY_IPV6 : FAMILY_IPV4);
  buffer[2] = address.port >> 8;
  buffer[3] = address.port & 0xff;
  buffer.set(address.bytes, isLong ? Number(IPV6_ADDRESS_OFFSET) : Number(IPV4_ADDRESS_OFFSET));
  let result: i64 = INTERRUPTED;
  while (result === INTERRUPTED) result = systemCall(u64(call), u64(descriptor), record, u64(buffer.length), 0, 0, 0);
  return buffer.length === 0 ? 0 : Number(result);
}
