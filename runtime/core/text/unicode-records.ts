// Unicode records: tables of records in hexadecimal digits, sorted by their first number.
// Called:     by string-case.ts and normalization.ts, with the tables that scripts/generate-unicode-*.ts write.

import { loadU8, stringUnitsAddress } from "tsmetal/unsafe";
import { unitCount } from "./string-units.ts";

export const POINT_DIGITS: u32 = 5;
export const NO_RECORD: u32 = 0xffff_ffff;

/** Index of the last record that begins with the point or less, or NO_RECORD. */
export function findRecord(table: string, recordSize: u32, digits: u32, point: u32): u32 {
  let low: u32 = 0;
  let high: u32 = unitCount(table) / recordSize;
  while (low < high) {
    const middle: u32 = low + (high - low) / 2;
    if (number(table, middle * recordSize, digits) <= point) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? NO_RECORD : (low - 1) * recordSize;
}

/** The number that the hexadecimal digits at the index say. */
export function number(table: string, index: u32, digits: u32): u32 {
  const address: u64 = stringUnitsAddress(table) + u64(index);
  let value: u32 = 0;
  for (let i: u32 = 0; i < digits; i++) {
    const unit: u32 = u32(loadU8(address + u64(i)));
    value = value * 16 + (unit <= 0x39 ? unit - 0x30 : unit - 0x57);
  }
  return value;
}
