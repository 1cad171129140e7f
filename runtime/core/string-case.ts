// Upper and lower case of strings: ASCII and Latin-1, with the results of Unicode's default case conversion.
// Other letters are not done yet: the program ends rather than getting a wrong text.

import { panic } from "./panic.ts";
import { allocateString, copyUnits, isWide, setUnit, unitAt, unitCount } from "./string-units.ts";

const CASE_DISTANCE: u32 = 0x20;
const MICRO_SIGN: u32 = 0xb5;
const GREEK_CAPITAL_MU: u32 = 0x39c;
const SHARP_S: u32 = 0xdf;
const LATIN_Y_DIAERESIS: u32 = 0xff;
const LATIN_CAPITAL_Y_DIAERESIS: u32 = 0x178;
const LATIN_CAPITAL_S: u32 = 0x53;

export function upperCase(text: string): string {
  const length: u32 = unitCount(text);
  let sharpCount: u32 = 0;
  let needsWide: boolean = isWide(text);
  let changes: boolean = false;
  for (let i: u32 = 0; i < length; i++) {
    const unit: u32 = unitAt(text, i);
    if (unit === SHARP_S) sharpCount++;
    if (unit === MICRO_SIGN || unit === LATIN_Y_DIAERESIS) needsWide = true;
    if (unit === SHARP_S || upperUnit(unit) !== unit) changes = true;
  }
  if (!changes) return text;
  const result: string = allocateString(length + sharpCount, needsWide);
  let at: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const unit: u32 = unitAt(text, i);
    if (unit === SHARP_S) {
      setUnit(result, at, LATIN_CAPITAL_S);
      at++;
    }
    setUnit(result, at, unit === SHARP_S ? LATIN_CAPITAL_S : upperUnit(unit));
    at++;
  }
  return result;
}

export function lowerCase(text: string): string {
  const length: u32 = unitCount(text);
  let first: u32 = 0;
  while (first < length && lowerUnit(unitAt(text, first)) === unitAt(text, first)) first++;
  if (first === length) return text;
  const result: string = allocateString(length, isWide(text));
  copyUnits(result, 0, text, 0, first);
  for (let i: u32 = first; i < length; i++) setUnit(result, i, lowerUnit(unitAt(text, i)));
  return result;
}

function upperUnit(unit: u32): u32 {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a ? unit - CASE_DISTANCE : unit;
  refuseBeyondLatin1(unit);
  if (unit === MICRO_SIGN) return GREEK_CAPITAL_MU;
  if (unit === LATIN_Y_DIAERESIS) return LATIN_CAPITAL_Y_DIAERESIS;
  return unit >= 0xe0 && unit !== 0xf7 ? unit - CASE_DISTANCE : unit;
}

function lowerUnit(unit: u32): u32 {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + CASE_DISTANCE : unit;
  refuseBeyondLatin1(unit);
  return unit >= 0xc0 && unit <= 0xde && unit !== 0xd7 ? unit + CASE_DISTANCE : unit;
}

function refuseBeyondLatin1(unit: u32): void {
  if (unit > 0xff) panic("upper and lower case of letters beyond Latin-1 are not supported yet");
}
