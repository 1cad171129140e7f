// Serial line: the kernel's voice on COM1 until the console daemon owns it, and again in a panic. 115200 baud, 8N1.
// Owns:       COM1 until init runs
// Invariants: (1) no wait is without a bound: a PC without COM1 reads 0xff, a floating port can read 0
// Called:     from log.ts, interrupts off
// Manual:     National Semiconductor PC16550D

import { inputByte, outputByte, pause } from "tsmetal/unsafe";

const COM1_PORT: u16 = 0x3f8;
/** The first two are the low and high half of the divisor while LINE_CONTROL_DIVISOR is set. */
const enum Uart {
  Transmit = 0,
  InterruptEnable = 1,
  FifoControl = 2,
  LineControl = 3,
  ModemControl = 4,
  LineStatus = 5,
  Scratch = 7,
}
const LINE_CONTROL_DIVISOR: u8 = 0x80;
const LINE_CONTROL_8N1: u8 = 0x03;
const FIFO_ENABLE_CLEAR: u8 = 0x07;
const MODEM_DTR_RTS: u8 = 0x03;
const LINE_STATUS_TRANSMIT_EMPTY: u8 = 0x20;
const SCRATCH_PATTERN: u8 = 0x5a;
/** A few seconds: the other end may be an emulator whose reader is slow. Passed once, the line counts as dead. */
const TRANSMIT_SPINS_MAX: u32 = 2_000_000;

let isPresent: boolean = false;

function writeRegister(register: u16, value: u8): void {
  outputByte(COM1_PORT + register, value);
}

/** Sets the line up, if there is a UART that keeps what is written to its scratch register. */
export function initialiseSerial(): void {
  writeRegister(Uart.Scratch, SCRATCH_PATTERN);
  isPresent = inputByte(COM1_PORT + Uart.Scratch) === SCRATCH_PATTERN;
  if (!isPresent) return;
  writeRegister(Uart.InterruptEnable, 0);
  writeRegister(Uart.LineControl, LINE_CONTROL_DIVISOR);
  writeRegister(Uart.Transmit, 1);
  writeRegister(Uart.InterruptEnable, 0);
  writeRegister(Uart.LineControl, LINE_CONTROL_8N1);
  writeRegister(Uart.FifoControl, FIFO_ENABLE_CLEAR);
  writeRegister(Uart.ModemControl, MODEM_DTR_RTS);
}

function sendByte(byte: u8): void {
  for (let spins: u32 = 0; spins < TRANSMIT_SPINS_MAX; spins++) {
    if ((inputByte(COM1_PORT + Uart.LineStatus) & LINE_STATUS_TRANSMIT_EMPTY) !== 0) {
      outputByte(COM1_PORT + Uart.Transmit, byte);
      return;
    }
    // Lets an emulator's own loop run, which must take the byte: polling ports alone starves it.
    pause();
  }
  isPresent = false;
}

/** Sends one byte, with a carriage return before a line feed. A line that stays busy is taken to be dead. */
export function writeSerial(byte: u8): void {
  if (!isPresent) return;
  if (byte === 0x0a) sendByte(0x0d);
  sendByte(byte);
}
