// Message checks: calls, replies, buffers, moved handles and signals between two threads of this program.
// Called:     by test/kernel/checks.test.ts

import { elementsAddress, functionAddress, loadU8, loadU64, storeU8, storeU64, viewAt } from "tsmetal/unsafe";
import { HANDLE_CALLER, HANDLE_NONE } from "../../../abi/handle.ts";
import {
  LABEL_HANDLE_COUNT_SHIFT,
  LABEL_KERNEL_FIRST,
  LABEL_SIGNAL,
  MESSAGE_BYTES_MAX,
  MESSAGE_HANDLES_OFFSET,
  Message,
} from "../../../abi/message.ts";
import { Rights } from "../../../abi/rights.ts";
import { MESSAGE_BUFFER_STRIDE, MESSAGE_BUFFERS_BASE } from "../../../abi/start.ts";
import { Status } from "../../../abi/status.ts";
import { message } from "../../../runtime/user/message.ts";
import {
  bindNotification,
  call,
  close,
  copyHandle,
  createEndpoint,
  createNotification,
  keepCaller,
  labelWithBytes,
  receive,
  reply,
  replyAndReceive,
  signal,
  wait,
} from "../../../runtime/user/system.ts";
import { endThread, expect, expectTrue, startFunction } from "./checks.ts";

const enum Request {
  /** Answers the words, each one more. */
  Count = 1,
  /** Adds one to each byte in the buffer and sends them back. */
  Bytes = 2,
  /** Receives again without an answer. */
  Drop = 3,
  /** Signals the notification in the buffer and closes it. */
  Handle = 4,
  /** Keeps the caller; answers it from the kept handle, then again. */
  Keep = 5,
  /** Answers with a label that is not allowed first; then properly. */
  BadReply = 6,
  /** Ends the thread. */
  End = 7,
}
const BADGE: u64 = 77;
const BYTE_COUNT: u32 = 1000;
const SERVER_BUFFER: u64 = MESSAGE_BUFFERS_BASE + MESSAGE_BUFFER_STRIDE;

const stack: Uint8Array = new Uint8Array(16_384);
const serverSpace: Uint8Array = new Uint8Array(48);
const endpoint: u32 = u32(createEndpoint());
/** What the server saw or was answered last. */
let serverBadge: u64 = 0;
let serverStatus: i64 = 0;
/** What the last message brought, out of the way of the messages that write lines. */
let badge: u64 = 0;
let label: u64 = 0;
let word0: u64 = 0;
let word1: u64 = 0;
let word2: u64 = 0;
let word3: u64 = 0;

checkCalls();
checkSignals();

function serverMessage(): Message {
  return viewAt(Message, elementsAddress(serverSpace));
}

function serve(): void {
  const request: Message = serverMessage();
  let status: i64 = receive(endpoint, request);
  while (status === 0 && u32(request.label) !== Request.End) {
    serverBadge = request.badge;
    status = handle(request) ? replyAndReceive(endpoint, request) : receive(endpoint, request);
  }
  endThread();
}

/** Answers whether `request` holds an answer that is to be sent. */
function handle(request: Message): boolean {
  switch (u32(request.label)) {
    case Request.Count:
      request.word0 += 1;
      request.word1 += 1;
      request.word2 += 1;
      request.word3 += 1;
      return true;
    case Request.Bytes:
      for (let i: u64 = 0; i < u64(BYTE_COUNT); i++) storeU8(SERVER_BUFFER + i, loadU8(SERVER_BUFFER + i) + 1);
      return true;
    case Request.Handle: {
      const moved: u32 = u32(loadU64(SERVER_BUFFER + u64(MESSAGE_HANDLES_OFFSET)));
      request.label = 0;
      request.word0 = u64(signal(moved, 4));
      close(moved);
      return true;
    }
    case Request.Keep: {
      const kept: u32 = u32(keepCaller(HANDLE_CALLER, Rights.All));
      request.word0 = 9;
      reply(kept, request);
      serverStatus = reply(kept, request);
      return false;
    }
    case Request.BadReply:
      request.label = u64(LABEL_KERNEL_FIRST);
      serverStatus = reply(HANDLE_CALLER, request);
      request.label = 0;
      return true;
    default:
      return false;
  }
}

function fill(labelWord: u64): Message {
  const request: Message = message();
  request.label = labelWord;
  request.word0 = 10;
  request.word1 = 20;
  request.word2 = 30;
  request.word3 = 0x8000_0000_0000_0000;
  return request;
}

function keep(status: i64): i64 {
  const arrived: Message = message();
  badge = arrived.badge;
  label = arrived.label;
  word0 = arrived.word0;
  word1 = arrived.word1;
  word2 = arrived.word2;
  word3 = arrived.word3;
  return status;
}

function checkCalls(): void {
  const toServer: u32 = u32(copyHandle(endpoint, Rights.Call, BADGE, HANDLE_NONE));
  startFunction(functionAddress(serve), stack);
  expect("a call is answered", keep(call(toServer, fill(Request.Count))), Status.Ok);
  expectTrue("all four words travel both ways", word0 === 11 && word1 === 21 && word2 === 31);
  expectTrue("a word keeps its 64 bits", word3 - 1 === 0x8000_0000_0000_0000);
  expect("the badge tells who calls", i64(serverBadge), i64(BADGE));
  checkBuffer(toServer);
  checkHandles(toServer);
  checkRefusals(toServer);
  expect("a dropped caller is told", call(toServer, fill(Request.Drop)), Status.PeerDied);
  expect("a kept caller is answered later", keep(call(toServer, fill(Request.Keep))), Status.Ok);
  expect("the answer came from the kept handle", i64(word0), 9);
  call(toServer, fill(Request.Count));
  expect("a kept caller is answered once", serverStatus, Status.BadHandle);
  expect("the server goes on after a bad reply", call(toServer, fill(Request.BadReply)), Status.Ok);
  expect("a reply cannot have the kernel's labels", serverStatus, Status.BadArgument);
  expect("the end of a server is told", call(toServer, fill(Request.End)), Status.PeerDied);
  close(endpoint);
  expect("an endpoint that nobody receives on is dead", call(toServer, fill(Request.Count)), Status.PeerDied);
}

function checkBuffer(toServer: u32): void {
  for (let i: u64 = 0; i <= u64(BYTE_COUNT); i++) storeU8(MESSAGE_BUFFERS_BASE + i, u8(i));
  storeU8(SERVER_BUFFER + u64(BYTE_COUNT), 0xee);
  const status: i64 = call(toServer, fill(labelWithBytes(Request.Bytes, BYTE_COUNT)));
  let wrong: i64 = 0;
  for (let i: u64 = 0; i < u64(BYTE_COUNT); i++) if (loadU8(MESSAGE_BUFFERS_BASE + i) !== u8(i) + 1) wrong += 1;
  expect("bytes travel", status, Status.Ok);
  expect("every byte arrives and comes back", wrong, 0);
  expect("no byte more is copied", i64(loadU8(SERVER_BUFFER + u64(BYTE_COUNT))), 0xee);
  expect("too many bytes", call(toServer, fill(labelWithBytes(Request.Bytes, MESSAGE_BYTES_MAX + 1))), Status.BadArgument);
}

function checkHandles(toServer: u32): void {
  const notification: u32 = u32(createNotification());
  const moved: u32 = u32(copyHandle(notification, Rights.Signal | Rights.Grant, 0, HANDLE_NONE));
  const withHandle: u64 = Request.Handle | (u64(1) << u64(LABEL_HANDLE_COUNT_SHIFT));
  storeU64(MESSAGE_BUFFERS_BASE + u64(MESSAGE_HANDLES_OFFSET), u64(moved));
  expect("a handle travels", keep(call(toServer, fill(withHandle))), Status.Ok);
  expect("the receiver can use it", i64(word0), Status.Ok);
  expect("the signal arrives", wait(notification), 4);
  expect("the sender has it no more", signal(moved, 1), Status.BadHandle);
  storeU64(MESSAGE_BUFFERS_BASE + u64(MESSAGE_HANDLES_OFFSET), u64(moved));
  expect("a handle cannot be moved twice", call(toServer, fill(withHandle)), Status.BadHandle);
  const kept: u32 = u32(copyHandle(notification, Rights.Signal, 0, HANDLE_NONE));
  storeU64(MESSAGE_BUFFERS_BASE + u64(MESSAGE_HANDLES_OFFSET), u64(kept));
  expect("without Grant a handle stays", call(toServer, fill(withHandle)), Status.NoRights);
  expect("and is still valid", signal(kept, 8), Status.Ok);
}

function checkRefusals(toServer: u32): void {
  expect("receive needs its right", receive(toServer, message()), Status.NoRights);
  expect("a badge cannot be changed", copyHandle(toServer, Rights.All, 1, HANDLE_NONE), Status.BadArgument);
  expect("the kernel's labels are its own", call(toServer, fill(u64(LABEL_SIGNAL))), Status.BadArgument);
  expect("unknown bits in a label", call(toServer, fill(u64(1) << 63)), Status.BadArgument);
  expect("no caller to answer", reply(HANDLE_CALLER, message()), Status.BadHandle);
  expect("no caller to keep", keepCaller(HANDLE_CALLER, Rights.All), Status.BadHandle);
}

function checkSignals(): void {
  const service: u32 = u32(createEndpoint());
  const notification: u32 = u32(createNotification());
  expect("bind", bindNotification(notification), Status.Ok);
  expect("bind again", bindNotification(notification), Status.Busy);
  signal(notification, 2);
  signal(notification, 1);
  expect("a receive hears the bound notification", keep(receive(service, message())), Status.Ok);
  expect("as a message of the kernel's", i64(label), i64(u64(LABEL_SIGNAL)));
  expect("with the bits of both signals", i64(word0), 3);
  expect("and no badge", i64(badge), 0);
  expect("bit 63 is no signal", signal(notification, u64(1) << 63), Status.BadArgument);
}
