// Power: turning the machine off and starting it anew.
// Owns:       PM1 control registers of ACPI
// Invariants: (1) powerOff returns only if the machine cannot; reboot never returns
// Called:     from syscall/system-calls.ts and panic paths, interrupts off
// Manual:     ACPI 6.5 "PM1 Control Registers", "Reset Register"

import { halt, inputByte, inputWord, outputByte, outputWord, storeU16, storeU64, symbolAddress } from "tsmetal/unsafe";
import { acpi } from "./acpi.ts";
import { loadInterruptTableAndFault } from "./instructions.ts";

const PM1_SLEEP_TYPE_SHIFT: u16 = 10;
const PM1_SLEEP_TYPE_MASK: u16 = 0x1c00;
const PM1_SLEEP_ENABLE: u16 = 0x2000;
const PM1_SCI_ENABLE: u16 = 0x0001;
const KEYBOARD_COMMAND_PORT: u16 = 0x64;
const KEYBOARD_STATUS_INPUT_FULL: u8 = 0x02;
const KEYBOARD_COMMAND_RESET: u8 = 0xfe;
const SPINS_MAX: u32 = 100_000;

function writeSleep(port: u16, sleepType: u16): void {
  if (port === 0) return;
  const kept: u16 = inputWord(port) & ~PM1_SLEEP_TYPE_MASK;
  outputWord(port, kept | PM1_SCI_ENABLE | (sleepType << PM1_SLEEP_TYPE_SHIFT) | PM1_SLEEP_ENABLE);
}

/** Enters S5 by the static tables. */
export function powerOff(): void {
  if (!acpi.hasSleepType || acpi.pm1aControlPort === 0) return;
  writeSleep(acpi.pm1aControlPort, acpi.sleepTypeA);
  writeSleep(acpi.pm1bControlPort, acpi.sleepTypeB);
}

/** ACPI's reset register, then the keyboard controller's reset line, then a triple fault: one of them works everywhere. */
export function reboot(): never {
  if (acpi.resetPort !== 0) outputByte(acpi.resetPort, acpi.resetValue);
  for (let spins: u32 = 0; spins < SPINS_MAX; spins++) {
    if ((inputByte(KEYBOARD_COMMAND_PORT) & KEYBOARD_STATUS_INPUT_FULL) === 0) break;
  }
  outputByte(KEYBOARD_COMMAND_PORT, KEYBOARD_COMMAND_RESET);
  const emptyTable: u64 = symbolAddress("cpuid_result");
  storeU64(emptyTable, 0);
  storeU16(emptyTable + 8, 0);
  loadInterruptTableAndFault(emptyTable);
  while (true) halt();
}
