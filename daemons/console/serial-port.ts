// SerialPort: COM1, a 16550, driven by its interrupt: the console's second screen and keyboard.
// Owns:       the UART's registers, through a port handle; the bytes that it has not taken yet.
// Invariants: (1) nothing waits for the UART: what it does not take at once follows when it interrupts
//             (2) its interrupt for room to send is on exactly while bytes wait; a reader who stops for good costs text, not time
//             (3) a machine without a UART is left alone
// Manual:     National Semiconductor PC16550D data sheet, "Registers"

import { Key } from "../../runtime/user/stream.ts";
import { readPort, writePort } from "../../runtime/user/system.ts";
import { ByteQueue } from "./byte-queue.ts";

const BASE: u32 = 0x3f8;

const enum Register {
  Data = 0,
  InterruptEnable = 1,
  FifoControl = 2,
  LineControl = 3,
  ModemControl = 4,
  LineStatus = 5,
  Scratch = 7,
}

/** What is read where FifoControl is written. */
const INTERRUPT_IDENTIFICATION: u32 = Register.FifoControl;

const LINE_STATUS_DATA_READY: u32 = 0x01;
const LINE_STATUS_TRANSMIT_EMPTY: u32 = 0x20;
const INTERRUPT_ON_DATA: u32 = 0x01;
const INTERRUPT_ON_ROOM: u32 = 0x02;
const NO_INTERRUPT_PENDING: u32 = 0x01;
const EIGHT_BITS_NO_PARITY: u32 = 0x03;
const DIVISOR_ACCESS: u32 = 0x80;
const DIVISOR_115200: u32 = 1;
/** What the kernel has written and is still in the transmitter stays. */
const FIFO_ENABLE_AND_CLEAR_INPUT: u32 = 0x03;
/** DTR, RTS, and OUT2, which lets the interrupt through on a PC. */
const MODEM_READY: u32 = 0x0b;
const SCRATCH_PATTERN: u32 = 0x5a;
/** What the UART takes at once when its transmitter is empty. */
const TRANSMIT_FIFO_SIZE_BYTES: u32 = 16;

const enum Escape {
  None = 0,
  /** After ESC. */
  Started = 1,
  /** After ESC [ or ESC O. */
  Bracket = 2,
  /** After ESC [ and a digit: until the ~. */
  Number = 3,
}

export class SerialPort {
  private ports: u32 = 0;
  private isPresent: boolean = false;
  private escape: Escape = Escape.None;
  private number: u32 = 0;
  private readonly waiting: ByteQueue = new ByteQueue();
  /** Bytes that the UART takes without being asked. */
  private room: u32 = 0;
  private awaitsRoom: boolean = false;

  /** Finds the UART and sets it to 115200 8N1 with the receive interrupt on. Answers whether there is one. */
  start(ports: u32): boolean {
    this.ports = ports;
    writePort(ports, BASE + Register.Scratch, SCRATCH_PATTERN);
    this.isPresent = readPort(ports, BASE + Register.Scratch) === SCRATCH_PATTERN;
    if (!this.isPresent) return false;
    writePort(ports, BASE + Register.LineControl, DIVISOR_ACCESS);
    writePort(ports, BASE + Register.Data, DIVISOR_115200);
    writePort(ports, BASE + Register.InterruptEnable, 0);
    writePort(ports, BASE + Register.LineControl, EIGHT_BITS_NO_PARITY);
    writePort(ports, BASE + Register.FifoControl, FIFO_ENABLE_AND_CLEAR_INPUT);
    writePort(ports, BASE + Register.ModemControl, MODEM_READY);
    writePort(ports, BASE + Register.InterruptEnable, INTERRUPT_ON_DATA);
    return true;
  }

  /** Sends a byte, at the latest with the next flush(); a newline is sent as carriage return and line feed. */
  write(byte: u32): void {
    if (!this.isPresent) return;
    if (byte === 0x0a) this.enqueue(0x0d);
    this.enqueue(byte);
  }

  /** Gives the UART what it takes now; the rest follows when it interrupts. */
  flush(): void {
    while (!this.waiting.isEmpty()) {
      if (this.room === 0 && !this.hasRoom()) {
        this.awaitRoom(true);
        return;
      }
      this.room--;
      writePort(this.ports, BASE + Register.Data, this.waiting.dequeue());
    }
    this.awaitRoom(false);
  }

  /** Whether the UART still asks for something: bytes to take or to give. */
  isInterrupting(): boolean {
    if (!this.isPresent) return false;
    return (readPort(this.ports, BASE + INTERRUPT_IDENTIFICATION) & NO_INTERRUPT_PENDING) === 0;
  }

  /** Lets the line of a UART that still asks for something fall and rise again: edge-triggered, it would not interrupt otherwise. */
  raiseAgain(): void {
    writePort(this.ports, BASE + Register.InterruptEnable, 0);
    writePort(this.ports, BASE + Register.InterruptEnable, this.awaitsRoom ? INTERRUPT_ON_DATA | INTERRUPT_ON_ROOM : INTERRUPT_ON_DATA);
  }

  /** Takes a received byte out of the UART: a key, or 0 where none is complete; -1 when nothing more is there. */
  readKey(): i32 {
    if (!this.isPresent) return -1;
    if ((readPort(this.ports, BASE + Register.LineStatus) & LINE_STATUS_DATA_READY) === 0) return -1;
    return i32(this.translate(readPort(this.ports, BASE + Register.Data)));
  }

  private enqueue(byte: u32): void {
    if (this.waiting.isFull()) this.flush();
    this.waiting.enqueue(byte);
  }

  private hasRoom(): boolean {
    if ((readPort(this.ports, BASE + Register.LineStatus) & LINE_STATUS_TRANSMIT_EMPTY) === 0) return false;
    this.room = TRANSMIT_FIFO_SIZE_BYTES;
    return true;
  }

  private awaitRoom(isWanted: boolean): void {
    if (this.awaitsRoom === isWanted) return;
    this.awaitsRoom = isWanted;
    writePort(this.ports, BASE + Register.InterruptEnable, isWanted ? INTERRUPT_ON_DATA | INTERRUPT_ON_ROOM : INTERRUPT_ON_DATA);
  }

  /** A terminal sends one byte a key, or an escape sequence. Answers 0 inside one. Manual: ECMA-48 "Control sequences". */
  private translate(byte: u32): u32 {
    switch (this.escape) {
      case Escape.Started:
        this.escape = byte === 0x5b || byte === 0x4f ? Escape.Bracket : Escape.None;
        return 0;
      case Escape.Bracket:
        return this.afterBracket(byte);
      case Escape.Number:
        return this.afterNumber(byte);
      default:
        return this.plain(byte);
    }
  }

  private plain(byte: u32): u32 {
    if (byte === 0x1b) {
      this.escape = Escape.Started;
      return 0;
    }
    if (byte === 0x0d) return Key.Enter;
    if (byte === 0x7f) return Key.Backspace;
    return byte;
  }

  private afterBracket(byte: u32): u32 {
    this.escape = Escape.None;
    switch (byte) {
      case 0x41:
        return Key.Up;
      case 0x42:
        return Key.Down;
      case 0x43:
        return Key.Right;
      case 0x44:
        return Key.Left;
      case 0x46:
        return Key.End;
      case 0x48:
        return Key.Home;
      default:
        if (byte < 0x30 || byte > 0x39) return 0;
        this.escape = Escape.Number;
        this.number = byte - 0x30;
        return 0;
    }
  }

  private afterNumber(byte: u32): u32 {
    if (byte >= 0x30 && byte <= 0x3b) {
      this.number = this.number * 10 + (byte & 15);
      return 0;
    }
    this.escape = Escape.None;
    switch (this.number) {
      case 1:
      case 7:
        return Key.Home;
      case 3:
        return Key.Delete;
      case 4:
      case 8:
        return Key.End;
      case 5:
        return Key.PageUp;
      case 6:
        return Key.PageDown;
      default:
        return 0;
    }
  }
}

/** Bytes taken out of the UART for one interrupt at most, so that a stuck line cannot hold the console. */
export const SERIAL_BURST_MAX: u32 = 64;
