// Numbers as people in the United States write them: digits in groups of three, and up to three behind the point.
// Manual:     ECMA-402 "FormatNumericToString". Halves are rounded away from zero, of the digits that the number is shown with.

import { RangeError } from "../errors/error.ts";
import { toExponential } from "./number-precision.ts";

const GROUP: number = 3;
const FRACTION_DIGITS: number = 3;
const FRACTION_DIGITS_MAX: number = 100;

export function localeText(value: number, options: NumberFormatOptions): string {
  const least: number | undefined = options.minimumFractionDigits;
  const most: number | undefined = options.maximumFractionDigits;
  const min: number = least === undefined ? Math.min(0, most ?? 0) : least;
  const max: number = most === undefined ? Math.max(FRACTION_DIGITS, min) : most;
  if (least !== undefined && !isCount(least)) throw new RangeError("minimumFractionDigits value is out of range.");
  if (!isCount(max) || max < min) throw new RangeError("maximumFractionDigits value is out of range.");
  if (value !== value) return "NaN";
  const sign: string = value < 0 || Object.is(value, -0) ? "-" : "";
  const size: number = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  const digits: string = roundedDigits(size, max);
  const point: number = digits.length - max;
  let end: number = digits.length;
  while (end > point + min && digits.charAt(end - 1) === "0") end--;
  const whole: string = options.useGrouping === false ? digits.slice(0, point) : grouped(digits.slice(0, point));
  return `${sign}${whole}${end > point ? "." : ""}${digits.slice(point, end)}`;
}

function isCount(value: number): boolean {
  return value >= 0 && value <= FRACTION_DIGITS_MAX;
}

/** The digits of the number, with so many behind the point, and one before it at least. */
function roundedDigits(size: number, fractionDigits: number): string {
  const text: string = toExponential(size, undefined);
  const mark: number = text.indexOf("e");
  const digits: string = text.slice(0, mark).replace(".", "");
  const exponent: number = Number(text.slice(mark + 1));
  const kept: number = exponent + 1 + fractionDigits;
  let result: string = kept <= 0 ? "" : digits.slice(0, kept).padEnd(kept, "0");
  const isUp: boolean = kept >= 0 && kept < digits.length && digits.charAt(kept) >= "5";
  if (isUp) result = increased(result);
  return result.padStart(fractionDigits + 1, "0");
}

function increased(digits: string): string {
  let nines: number = 0;
  while (nines < digits.length && digits.charAt(digits.length - 1 - nines) === "9") nines++;
  const zeros: string = "0".repeat(nines);
  if (nines === digits.length) return `1${zeros}`;
  const at: number = digits.length - 1 - nines;
  return `${digits.slice(0, at)}${Number(digits.charAt(at)) + 1}${zeros}`;
}

function grouped(digits: string): string {
  let result: string = digits.slice(0, digits.length % GROUP);
  for (let at = digits.length % GROUP; at < digits.length; at += GROUP) {
    if (result !== "") result += ",";
    result += digits.slice(at, at + GROUP);
  }
  return result;
}
