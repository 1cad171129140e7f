// Console daemon: one session of text, shown on the screen and on COM1, typed into from keyboard and COM1.
// Owns:       the screen, COM1, the keys that nobody read yet, and the one caller who waits for a key.
// Invariants: (1) a caller waits for a key only while no key waits
//             (2) it never polls: it sleeps in receive until a client calls or COM1 interrupts

import { loadU8, sizeOf, viewAt } from "tsmetal/unsafe";
import { PAGE_SIZE_BYTES } from "../../abi/archive.ts";
import { FramebufferInfo } from "../../abi/boot-info.ts";
import { HANDLE_CALLER, HANDLE_NONE } from "../../abi/handle.ts";
import { LABEL_BYTE_COUNT_MASK, LABEL_BYTE_COUNT_SHIFT, LABEL_SIGNAL, MESSAGE_BYTES_MAX, type Message } from "../../abi/message.ts";
import { QueryKind } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { answer, message, secondMessage } from "../../runtime/user/message.ts";
import { messageBuffer, requiredHandle, startHandle } from "../../runtime/user/process.ts";
import { StreamLabel } from "../../runtime/user/stream.ts";
import {
  acknowledge,
  bindNotification,
  close,
  keepCaller,
  map,
  query,
  receive,
  reply,
  replyAndReceive,
} from "../../runtime/user/system.ts";
import { FramebufferScreen } from "./framebuffer-screen.ts";
import { KeyQueue } from "./key-queue.ts";
import { ConsoleLabel } from "./protocol.ts";
import { SERIAL_BURST_MAX, SerialPort } from "./serial-port.ts";
import { Terminal } from "./terminal.ts";
import { TextScreen } from "./text-screen.ts";

const VGA_TEXT_SIZE_BYTES: u64 = 0x8000;
/** Requests of the UART served for one interrupt at most, so that a broken one cannot hold the console. */
const SERIAL_ROUNDS_MAX: u32 = 8;

const service: u32 = requiredHandle("service");
const system: u32 = requiredHandle("system");
const serialInterrupt: u32 = requiredHandle("com1.irq");

const serial: SerialPort = new SerialPort();
const terminal: Terminal = new Terminal(serial);
const keys: KeyQueue = new KeyQueue();
/** Reply handle of the client that waits for a key. */
let reader: u32 = HANDLE_NONE;

attachScreen();
if (serial.start(requiredHandle("com1"))) {
  assert(bindNotification(requiredHandle("signals")) === 0, "the console cannot listen to COM1");
}
serve();

/** Frame buffer where the firmware made one, VGA text where it did not, nothing on a machine without a screen. */
function attachScreen(): void {
  const framebuffer: u32 = startHandle("framebuffer");
  if (framebuffer !== HANDLE_NONE) attachFramebuffer(framebuffer);
  else attachText(requiredHandle("vga.text"));
}

function attachFramebuffer(memory: u32): void {
  const info: FramebufferInfo = viewAt(FramebufferInfo, messageBuffer());
  if (query(system, QueryKind.Framebuffer, 0, messageBuffer(), sizeOf(FramebufferInfo)) < 0) return;
  const pixels: u64 = mapDevice(memory, u64(info.pitchBytes) * u64(info.height));
  if (pixels === 0) return;
  const screen: FramebufferScreen = new FramebufferScreen();
  screen.start(pixels, info);
  terminal.attach(screen);
}

function attachText(memory: u32): void {
  const cells: u64 = mapDevice(memory, VGA_TEXT_SIZE_BYTES);
  if (cells === 0) return;
  const screen: TextScreen = new TextScreen();
  screen.start(cells, requiredHandle("vga"));
  terminal.attach(screen);
}

/** Address of device memory in this process, or 0. */
function mapDevice(memory: u32, sizeBytes: u64): u64 {
  const wholePages: u64 = (sizeBytes + PAGE_SIZE_BYTES - 1) & ~(PAGE_SIZE_BYTES - 1);
  const address: i64 = map(memory, wholePages, PageAccess.Read | PageAccess.Write);
  return address < 0 ? 0 : u64(address);
}

function serve(): void {
  const request: Message = message();
  let status: i64 = receive(service, request);
  for (;;) {
    assert(status >= 0, "the console cannot receive");
    if (handle(request)) status = replyAndReceive(service, request);
    else status = receive(service, request);
  }
}

/** Serves a request; answers whether `request` now holds the answer to send. */
function handle(request: Message): boolean {
  const label: u32 = u32(request.label);
  switch (label) {
    case LABEL_SIGNAL:
      serveSerial();
      return false;
    case StreamLabel.Write:
      return answer(request, write(u32(request.label >>> u64(LABEL_BYTE_COUNT_SHIFT)) & LABEL_BYTE_COUNT_MASK), 0, 0);
    case StreamLabel.ReadKey:
      return serveReader(request);
    case StreamLabel.Size:
      return answer(request, Status.Ok, u64(terminal.columns()), u64(terminal.rows()));
    case ConsoleLabel.KeyPressed:
      takeKey(u32(request.word0));
      return answer(request, Status.Ok, 0, 0);
    default:
      return answer(request, Status.BadSyscall, 0, 0);
  }
}

/** Shows the bytes in the message buffer. */
function write(byteCount: u32): i64 {
  if (byteCount > MESSAGE_BYTES_MAX) return Status.BadArgument;
  for (let i: u32 = 0; i < byteCount; i++) terminal.write(u32(loadU8(messageBuffer() + u64(i))));
  terminal.finish();
  return Status.Ok;
}

/** Answers at once if a key waits, otherwise keeps the caller until there is one. */
function serveReader(request: Message): boolean {
  if (!keys.isEmpty()) return answer(request, Status.Ok, u64(keys.dequeue()), 0);
  if (reader !== HANDLE_NONE) return answer(request, Status.Busy, 0, 0);
  const kept: i64 = keepCaller(HANDLE_CALLER, Rights.All);
  if (kept < 0) return answer(request, kept, 0, 0);
  reader = u32(kept);
  return false;
}

/** Leaves the UART without a request, or with one that is raised again: only a rising line interrupts. */
function serveSerial(): void {
  let isInterrupting: boolean = true;
  for (let rounds: u32 = 0; rounds < SERIAL_ROUNDS_MAX && isInterrupting; rounds++) {
    takeSerialKeys();
    serial.flush();
    isInterrupting = serial.isInterrupting();
  }
  if (isInterrupting) serial.raiseAgain();
  acknowledge(serialInterrupt);
}

function takeSerialKeys(): void {
  for (let taken: u32 = 0; taken < SERIAL_BURST_MAX; taken++) {
    const key: i32 = serial.readKey();
    if (key < 0) break;
    if (key !== 0) takeKey(u32(key));
  }
}

/** Gives the key to the waiting reader, or keeps it. */
function takeKey(key: u32): void {
  if (reader === HANDLE_NONE) {
    keys.enqueue(key);
    return;
  }
  const toReader: Message = secondMessage();
  answer(toReader, Status.Ok, u64(key), 0);
  const waiting: u32 = reader;
  reader = HANDLE_NONE;
  // A reader that died in between leaves a dead reply handle: the key then waits for the next.
  if (reply(waiting, toReader) < 0) {
    close(waiting);
    keys.enqueue(key);
  }
}
