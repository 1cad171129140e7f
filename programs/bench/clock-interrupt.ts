// ClockInterrupt: the real-time clock as a source of interrupts at known distance: what an interrupt costs until its driver runs.
// Owns:       the clock's periodic interrupt; it is off before start() and after stop().
// Manual:     Motorola MC146818A data sheet, "Registers A, B, C"

import { readPort, writePort } from "../../runtime/user/system.ts";

const INDEX: u32 = 0x70;
const DATA: u32 = 0x71;

const REGISTER_B: u32 = 0x0b;
const REGISTER_C: u32 = 0x0c;
/** In register B. */
const PERIODIC_INTERRUPT: u32 = 0x40;

export class ClockInterrupt {
  private readonly ports: u32;

  constructor(ports: u32) {
    this.ports = ports;
  }

  /** 1024 interrupts a second, the rate that firmware leaves in register A. */
  start(): void {
    this.write(REGISTER_B, this.read(REGISTER_B) | PERIODIC_INTERRUPT);
    this.acknowledge();
  }

  stop(): void {
    this.write(REGISTER_B, this.read(REGISTER_B) & ~PERIODIC_INTERRUPT);
    this.acknowledge();
  }

  /** The clock interrupts again only after its register C was read. */
  acknowledge(): void {
    this.read(REGISTER_C);
  }

  private read(register: u32): u32 {
    writePort(this.ports, INDEX, register);
    return readPort(this.ports, DATA);
  }

  private write(register: u32, value: u32): void {
    writePort(this.ports, INDEX, register);
    writePort(this.ports, DATA, value);
  }
}
