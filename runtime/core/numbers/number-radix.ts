// Number radix: the text of a double in a radix other than ten.
// Fraction digits end as soon as they tell the value from its neighbours: ECMAScript leaves it open, and V8 does it so.

import { bitsOfNumber, numberOfBits } from "tsmetal/unsafe";
import { allocateString, setUnit, sliceUnits, unitAt } from "../text/string-units.ts";
import { digitUnit } from "./integer-text.ts";

/** 1,024 digits before the point in radix 2, at most 1,075 behind it. */
const WHOLE_DIGITS_MAX: u32 = 1024;
const FRACTION_DIGITS_MAX: u32 = 1100;
const POINT: u32 = 0x2e;
const DIGIT_ZERO: u32 = 0x30;
const DIGIT_NINE: u32 = 0x39;
const LETTER_A: u32 = 0x61;
/** Whole numbers from here on are not told apart by their last digits. */
const EXACT_LIMIT: number = 9007199254740992;
const SMALLEST: number = 5e-324;

/** Requires: value is positive and finite, 2 <= radix <= 36. */
export function textInRadix(value: number, radix: u32): string {
  const text: string = allocateString(WHOLE_DIGITS_MAX + FRACTION_DIGITS_MAX, false);
  const whole: number = Math.floor(value);
  const end: u32 = writeFraction(text, value, radix);
  const carried: boolean = end === WHOLE_DIGITS_MAX && value - whole >= halfGap(value);
  const start: u32 = writeWhole(text, carried ? whole + 1 : whole, radix);
  return sliceUnits(text, start, end);
}

/** Half the distance to the next double. */
function halfGap(value: number): number {
  const half: number = 0.5 * (numberOfBits(bitsOfNumber(value) + 1) - value);
  return half > SMALLEST ? half : SMALLEST;
}

/** Writes point and digits behind the place of the whole part, and gives their end. No digits, no point. */
function writeFraction(text: string, value: number, radix: u32): u32 {
  let fraction: number = value - Math.floor(value);
  let distance: number = halfGap(value);
  if (fraction < distance) return WHOLE_DIGITS_MAX;
  setUnit(text, WHOLE_DIGITS_MAX, POINT);
  let end: u32 = WHOLE_DIGITS_MAX + 1;
  while (fraction >= distance) {
    fraction *= radix;
    distance *= radix;
    const digit: u32 = u32(fraction);
    setUnit(text, end, digitUnit(digit));
    end++;
    fraction -= digit;
    const roundsUp: boolean = fraction > 0.5 || (fraction === 0.5 && (digit & 1) === 1);
    if (roundsUp && fraction + distance > 1) return carryFraction(text, end, radix);
  }
  return end;
}

/** Adds one to the last digit; digits that overflow go away. Gives the new end. */
function carryFraction(text: string, end: u32, radix: u32): u32 {
  let last: u32 = end - 1;
  while (last > WHOLE_DIGITS_MAX) {
    const unit: u32 = unitAt(text, last);
    const digit: u32 = unit <= DIGIT_NINE ? unit - DIGIT_ZERO : unit - LETTER_A + 10;
    if (digit + 1 < radix) {
      setUnit(text, last, digitUnit(digit + 1));
      return last + 1;
    }
    last--;
  }
  return WHOLE_DIGITS_MAX;
}

/** Writes the digits before the place of the point, and gives where they start. */
function writeWhole(text: string, value: number, radix: u32): u32 {
  let whole: number = value;
  let start: u32 = WHOLE_DIGITS_MAX;
  while (whole / radix >= EXACT_LIMIT) {
    whole /= radix;
    start--;
    setUnit(text, start, DIGIT_ZERO);
  }
  while (true) {
    const digit: number = whole % radix;
    start--;
    setUnit(text, start, digitUnit(u32(digit)));
    whole = (whole - digit) / radix;
    if (!(whole > 0)) return start;
  }
}
