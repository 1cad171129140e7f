// Environment: the settings that a Linux program is started with.
// Manual:     System V psABI, "Initial Stack and Register State".

import { loadU8, loadU64, stringUnitsAddress } from "tsmetal/unsafe";
import { unitCount } from "../core/text/string-units.ts";

const WORD: u64 = 8;
const EQUALS: u8 = 0x3d;

/**
 * Address of the value of NAME=value, ended by zero, or 0. The stack is the initial one: argument count, their addresses, 0, the addresses
 * of the settings, 0. Requires: the name is ASCII.
 */
export function environmentValue(stack: u64, name: string): u64 {
  let entry: u64 = stack + WORD * (loadU64(stack) + 2);
  while (loadU64(entry) !== 0) {
    const value: u64 = valueIfNamed(loadU64(entry), name);
    if (value !== 0) return value;
    entry += WORD;
  }
  return 0;
}

function valueIfNamed(setting: u64, name: string): u64 {
  const end: u64 = beginsWith(setting, name) ? setting + u64(unitCount(name)) : 0;
  return end !== 0 && loadU8(end) === EQUALS ? end + 1 : 0;
}

/** Whether the bytes begin with the text. Requires: the text is ASCII. */
export function beginsWith(bytes: u64, text: string): boolean {
  const units: u64 = stringUnitsAddress(text);
  for (let i: u64 = 0; i < u64(unitCount(text)); i++) {
    if (loadU8(bytes + i) !== loadU8(units + i)) return false;
  }
  return true;
}
