// SerialPort: COM1, a 16550, driven by its interrupt: the console's second screen and keyboard.
// Owns:       the UART's registers, through a port handle.
// Invariants: (1) no wait is without a bound: a machine without a UART answers all ones, and is then left alone
// Manual:     National Semiconductor PC16550D data sheet, "Registers"

import { readPort, writePort } from "../../runtime/user/system.ts";
import { Key } from "../../runtime/user/stream.ts";

const BASE: u32 = 0x3f8;

const enum Register {
  Data = 0,
  InterruptEnable = 1,
  FifoControl = 2,
  InterruptIdentification = 2,
  LineControl = 3,
  ModemControl = 4,
  LineStatus = 5,
  Scratch = 7,
}

const LINE_STATUS_DATA_READY: u32 = 0x01;
const LINE_STATUS_TRANSMIT_EMPTY: u32 = 0x20;
const INTERRUPT_ON_DATA: u32 = 0x01;
const EIGHT_BITS_NO_PARITY: u32 = 0x03;
const DIVISOR_ACCESS: u32 = 0x80;
const DIVISOR_115200: u32 = 1;
const FIFO_ENABLE_AND_CLEAR: u32 = 0x07;
/** DTR, RTS, and OUT2, which lets the interrupt through on a PC. */
const MODEM_READY: u32 = 0x0b;
const SCRATCH_PATTERN: u32 = 0x5a;
const TRANSMIT_SPINS_MAX: u32 = 100_000;

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
    writePort(ports, BASE + Register.FifoControl, FIFO_ENABLE_AND_CLEAR);
    writePort(ports, BASE + Register.ModemControl, MODEM_READY);
    writePort(ports, BASE + Register.InterruptEnable, INTERRUPT_ON_DATA);
    return true;
  }

  /** Sends a byte; a newline is sent as carriage return and line feed. */
  write(byte: u32): void {
    if (!this.isPresent) return;
    if (byte === 0x0a) this.send(0x0d);
    this.send(byte);
  }

  /** Takes a received byte out of the UART: a key, or 0 where none is complete; -1 when nothing more is there. */
  readKey(): i32 {
    if (!this.isPresent) return -1;
    if ((readPort(this.ports, BASE + Register.LineStatus) & LINE_STATUS_DATA_READY) === 0) return -1;
    return i32(this.translate(readPort(this.ports, BASE + Register.Data)));
  }

  private send(byte: u32): void {
    for (let spins: u32 = 0; spins < TRANSMIT_SPINS_MAX; spins++) {
      if ((readPort(this.ports, BASE + Register.LineStatus) & LINE_STATUS_TRANSMIT_EMPTY) === 0) continue;
      writePort(this.ports, BASE + Register.Data, byte);
      return;
    }
    this.isPresent = false;
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
