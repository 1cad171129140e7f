// Date text: moments read from and written as texts in ISO form.
// Manual:     ECMA-262 "Date Time String Format".

import { type CalendarDay, calendarDay, daysOf, MS_PER_DAY, momentOf, timeOfDay } from "./calendar.ts";

const DAY_NAMES: string = "SunMonTueWedThuFriSat";
const MONTH_NAMES: string = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Reads the parts of a text one after the other; once something is not there, `isWrong` stays. */
class DateScanner {
  private readonly text: string;
  private at: number = 0;
  isWrong: boolean = false;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  /** Past the sign, if it is next. */
  takes(sign: string): boolean {
    if (this.text.charAt(this.at) !== sign || this.isAtEnd) return false;
    this.at++;
    return true;
  }

  /** A number of exactly so many digits. */
  digits(count: number): number {
    let value: number = 0;
    for (let i = 0; i < count; i++) {
      const digit: number = this.digit();
      if (digit < 0) {
        this.isWrong = true;
        return NaN;
      }
      value = value * 10 + digit;
      this.at++;
    }
    return value;
  }

  /** Digits behind a decimal point, as thousandths; what is smaller is dropped. */
  thousandths(): number {
    let value: number = 0;
    let count: number = 0;
    for (let digit = this.digit(); digit >= 0; digit = this.digit()) {
      if (count < 3) value = value * 10 + digit;
      count++;
      this.at++;
    }
    if (count === 0) this.isWrong = true;
    return value * (count === 1 ? 100 : count === 2 ? 10 : 1);
  }

  private digit(): number {
    if (this.isAtEnd) return -1;
    const digit: number = this.text.charCodeAt(this.at) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : -1;
  }
}

/** The moment that the text says, NaN for none. */
export function readDate(text: string): number {
  const scanner: DateScanner = new DateScanner(text);
  const year: number = readYear(scanner);
  const month: number = scanner.takes("-") ? scanner.digits(2) : 1;
  const day: number = scanner.takes("-") ? scanner.digits(2) : 1;
  if (scanner.isWrong || !isBetween(month, 1, 12) || !isBetween(day, 1, 31)) return NaN;
  const days: number = daysOf(year, month - 1, day);
  if (scanner.isAtEnd) return momentOf(days, 0);
  if (!scanner.takes("T") && !scanner.takes("t") && !scanner.takes(" ")) return NaN;
  const time: number = readTime(scanner);
  const zone: number = readZone(scanner);
  return scanner.isWrong || !scanner.isAtEnd ? NaN : momentOf(days, time - zone);
}

function readYear(scanner: DateScanner): number {
  const isNegative: boolean = scanner.takes("-");
  if (!isNegative && !scanner.takes("+")) return scanner.digits(4);
  const year: number = scanner.digits(6);
  if (isNegative && year === 0) scanner.isWrong = true;
  return isNegative ? -year : year;
}

function readTime(scanner: DateScanner): number {
  const hours: number = scanner.digits(2);
  if (!scanner.takes(":")) scanner.isWrong = true;
  const minutes: number = scanner.digits(2);
  const seconds: number = scanner.takes(":") ? scanner.digits(2) : 0;
  const milliseconds: number = scanner.takes(".") ? scanner.thousandths() : 0;
  const isMidnight: boolean = hours === 24 && minutes === 0 && seconds === 0 && milliseconds === 0;
  if (!isMidnight && !isBetween(hours, 0, 23)) scanner.isWrong = true;
  if (!isBetween(minutes, 0, 59) || !isBetween(seconds, 0, 59)) scanner.isWrong = true;
  return timeOfDay(hours, minutes, seconds, milliseconds);
}

function readZone(scanner: DateScanner): number {
  if (scanner.isAtEnd || scanner.takes("Z") || scanner.takes("z")) return 0;
  const isNegative: boolean = scanner.takes("-");
  if (!isNegative && !scanner.takes("+")) return NaN;
  const hours: number = scanner.digits(2);
  scanner.takes(":");
  const minutes: number = scanner.digits(2);
  if (!isBetween(hours, 0, 23) || !isBetween(minutes, 0, 59)) scanner.isWrong = true;
  const offset: number = timeOfDay(hours, minutes, 0, 0);
  return isNegative ? -offset : offset;
}

function isBetween(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

/** `2024-02-29T12:30:00.000Z`. Requires: the time is none but a moment. */
export function isoText(time: number): string {
  const date: CalendarDay = calendarDay(Math.floor(time / MS_PER_DAY));
  const { year } = date;
  const years: string = isBetween(year, 0, 9999) ? padded(year, 4) : `${year < 0 ? "-" : "+"}${padded(Math.abs(year), 6)}`;
  return `${years}-${padded(date.month + 1, 2)}-${padded(date.day, 2)}T${clockText(time)}.${padded(partOf(time, 1, 1000), 3)}Z`;
}

/** `Thu, 29 Feb 2024 12:30:00 GMT`. Requires: the time is none but a moment. */
export function utcText(time: number): string {
  const days: number = Math.floor(time / MS_PER_DAY);
  const date: CalendarDay = calendarDay(days);
  return `${weekdayName(days)}, ${padded(date.day, 2)} ${monthName(date)} ${yearText(date)} ${clockText(time)} GMT`;
}

/** `Thu Feb 29 2024`. Requires: the time is none but a moment. */
export function dayText(time: number): string {
  const days: number = Math.floor(time / MS_PER_DAY);
  const date: CalendarDay = calendarDay(days);
  return `${weekdayName(days)} ${monthName(date)} ${padded(date.day, 2)} ${yearText(date)}`;
}

/** `12:30:00 GMT+0000 (Coordinated Universal Time)`. Requires: the time is none but a moment. */
export function localClockText(time: number): string {
  return `${clockText(time)} GMT+0000 (Coordinated Universal Time)`;
}

/** `2/29/2024`; years before the first one count on, as those before Christ. Requires: the time is none but a moment. */
export function americanDayText(time: number): string {
  const { year, month, day } = calendarDay(Math.floor(time / MS_PER_DAY));
  return `${month + 1}/${day}/${year > 0 ? year : 1 - year}`;
}

/** `12:30:00 PM`. Requires: the time is none but a moment. */
export function americanClockText(time: number): string {
  const hours: number = partOf(time, 3_600_000, 24);
  return `${hours % 12 === 0 ? 12 : hours % 12}${clockText(time).slice(2)} ${hours < 12 ? "AM" : "PM"}`;
}

function weekdayName(days: number): string {
  const start: number = 3 * weekdayOf(days);
  return DAY_NAMES.slice(start, start + 3);
}

/** The number of the month whose name begins with these three small letters, -1 if there is none. */
export function monthOfName(letters: string): number {
  const place: number = letters.length === 3 ? MONTH_NAMES.toLowerCase().indexOf(letters) : -1;
  return place % 3 === 0 ? place / 3 : -1;
}

function monthName({ month }: CalendarDay): string {
  return MONTH_NAMES.slice(3 * month, 3 * month + 3);
}

function yearText({ year }: CalendarDay): string {
  return `${year < 0 ? "-" : ""}${padded(Math.abs(year), 4)}`;
}

/** 0 is Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

function clockText(time: number): string {
  return `${padded(partOf(time, 3_600_000, 24), 2)}:${padded(partOf(time, 60_000, 60), 2)}:${padded(partOf(time, 1000, 60), 2)}`;
}

/** How many units of so many milliseconds the time has, beyond whole rounds of them. */
export function partOf(time: number, unit: number, round: number): number {
  const units: number = Math.floor(time / unit);
  return units - round * Math.floor(units / round);
}

function padded(value: number, digits: number): string {
  return `${value}`.padStart(digits, "0");
}
