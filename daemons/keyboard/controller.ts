// Controller: the 8042 that a PS/2 keyboard hangs on: ports 0x60 and 0x64.
// Owns:       the controller's command byte and both ports.
// Invariants: (1) every wait is bounded: a machine without the controller answers all ones
//             (2) after start() scan codes arrive translated to set 1, and interrupt line 1 is on
// Manual:     IBM PS/2 Hardware Interface Technical Reference, "Keyboard and Auxiliary Device Controller"

import { readPort, writePort } from "../../runtime/user/system.ts";

const DATA: u32 = 0x60;
const STATUS: u32 = 0x64;
const COMMAND: u32 = 0x64;

const STATUS_OUTPUT_FULL: u32 = 0x01;
const STATUS_INPUT_FULL: u32 = 0x02;
const STATUS_FROM_AUXILIARY: u32 = 0x20;
const NO_CONTROLLER: u32 = 0xff;

const enum ControllerCommand {
  ReadCommandByte = 0x20,
  WriteCommandByte = 0x60,
  DisableAuxiliary = 0xa7,
  DisableKeyboard = 0xad,
  EnableKeyboard = 0xae,
}

const COMMAND_KEYBOARD_INTERRUPT: u32 = 0x01;
const COMMAND_AUXILIARY_INTERRUPT: u32 = 0x02;
const COMMAND_KEYBOARD_DISABLED: u32 = 0x10;
const COMMAND_TRANSLATE: u32 = 0x40;

const KEYBOARD_ENABLE_SCANNING: u32 = 0xf4;
const KEYBOARD_ACKNOWLEDGE: u32 = 0xfa;

const SPINS_MAX: u32 = 100_000;
const DRAIN_MAX: u32 = 32;

export class Controller {
  private readonly ports: u32;

  constructor(ports: u32) {
    this.ports = ports;
  }

  /** Answers whether a controller is there and does as it is told. */
  start(): boolean {
    if (readPort(this.ports, STATUS) === NO_CONTROLLER) return false;
    if (!this.command(ControllerCommand.DisableKeyboard)) return false;
    this.command(ControllerCommand.DisableAuxiliary);
    this.drain();
    if (!this.command(ControllerCommand.ReadCommandByte) || !this.waitOutput()) return false;
    const commandByte: u32 = readPort(this.ports, DATA);
    const wanted: u32 =
      (commandByte | COMMAND_KEYBOARD_INTERRUPT | COMMAND_TRANSLATE) & ~(COMMAND_AUXILIARY_INTERRUPT | COMMAND_KEYBOARD_DISABLED);
    if (!this.command(ControllerCommand.WriteCommandByte) || !this.write(wanted)) return false;
    if (!this.command(ControllerCommand.EnableKeyboard)) return false;
    return this.enableScanning();
  }

  /** A scan code that waits, or -1. Bytes of a mouse are dropped. */
  read(): i32 {
    const status: u32 = readPort(this.ports, STATUS);
    if (status === NO_CONTROLLER || (status & STATUS_OUTPUT_FULL) === 0) return -1;
    const byte: u32 = readPort(this.ports, DATA);
    return (status & STATUS_FROM_AUXILIARY) === 0 ? i32(byte) : 0;
  }

  /** A key that is pressed meanwhile may answer first: its code is lost, once, at start. */
  private enableScanning(): boolean {
    if (!this.write(KEYBOARD_ENABLE_SCANNING)) return false;
    for (let answers: u32 = 0; answers < DRAIN_MAX && this.waitOutput(); answers++) {
      if (readPort(this.ports, DATA) === KEYBOARD_ACKNOWLEDGE) return true;
    }
    return false;
  }

  private drain(): void {
    for (let bytes: u32 = 0; bytes < DRAIN_MAX; bytes++) {
      if ((readPort(this.ports, STATUS) & STATUS_OUTPUT_FULL) === 0) return;
      readPort(this.ports, DATA);
    }
  }

  private command(command: u32): boolean {
    if (!this.waitInput()) return false;
    writePort(this.ports, COMMAND, command);
    return true;
  }

  private write(byte: u32): boolean {
    if (!this.waitInput()) return false;
    writePort(this.ports, DATA, byte);
    return true;
  }

  private waitInput(): boolean {
    for (let spins: u32 = 0; spins < SPINS_MAX; spins++) {
      if ((readPort(this.ports, STATUS) & STATUS_INPUT_FULL) === 0) return true;
    }
    return false;
  }

  private waitOutput(): boolean {
    for (let spins: u32 = 0; spins < SPINS_MAX; spins++) {
      if ((readPort(this.ports, STATUS) & STATUS_OUTPUT_FULL) !== 0) return true;
    }
    return false;
  }
}
