// Date: a moment, as milliseconds since 1970 in UTC.
// Invariants: (1) the time is whole and in range, or NaN
// Manual:     ECMA-262 "Date Objects".

import { type CalendarDay, calendarDay, clippedTime, daysOf, fullYear, MS_PER_DAY, momentOf, timeOfDay } from "./calendar.ts";
import { americanClockText, americanDayText, dayText, isoText, localClockText, partOf, readDate, utcText, weekdayOf } from "./date-text.ts";
import { readDateWords } from "./date-words.ts";

/**
 * Milliseconds since 1970.
 * @exportName tsm_wall_clock
 */
declare function wallClock(): u64;

export class Date {
  private time: number;

  constructor(value: number | string | Date) {
    if (typeof value === "number") this.time = clippedTime(value);
    else this.time = typeof value === "string" ? parse(value) : value.time;
  }

  getTime(): number {
    return this.time;
  }
  valueOf(): number {
    return this.time;
  }
  setTime(time: number): number {
    this.time = clippedTime(time);
    return this.time;
  }

  // Parts of a time that is none are NaN

  private get days(): number {
    return Math.floor(this.time / MS_PER_DAY);
  }
  private get day(): CalendarDay {
    return calendarDay(this.days);
  }
  getUTCFullYear(): number {
    return this.day.year;
  }
  getUTCMonth(): number {
    return this.day.month;
  }
  getUTCDate(): number {
    return this.day.day;
  }
  getUTCDay(): number {
    return weekdayOf(this.days);
  }
  getUTCHours(): number {
    return partOf(this.time, 3_600_000, 24);
  }
  getUTCMinutes(): number {
    return partOf(this.time, 60_000, 60);
  }
  getUTCSeconds(): number {
    return partOf(this.time, 1000, 60);
  }
  getUTCMilliseconds(): number {
    return partOf(this.time, 1, 1000);
  }

  /** What was no moment becomes one with its year. */
  setUTCFullYear(year: number, month: number | undefined = undefined, day: number | undefined = undefined): number {
    if (this.time !== this.time) this.time = 0;
    const old: CalendarDay = this.day;
    return this.setDay(year, month ?? old.month, day ?? old.day);
  }
  setUTCMonth(month: number, day: number | undefined = undefined): number {
    const old: CalendarDay = this.day;
    return this.setDay(old.year, month, day ?? old.day);
  }
  setUTCDate(day: number): number {
    const old: CalendarDay = this.day;
    return this.setDay(old.year, old.month, day);
  }
  private setDay(year: number, month: number, day: number): number {
    this.time = momentOf(daysOf(year, month, day), this.time - this.days * MS_PER_DAY);
    return this.time;
  }

  setUTCHours(
    hours: number,
    minutes: number | undefined = undefined,
    seconds: number | undefined = undefined,
    milliseconds: number | undefined = undefined,
  ): number {
    const second: number = seconds ?? this.getUTCSeconds();
    return this.setClock(hours, minutes ?? this.getUTCMinutes(), second, milliseconds ?? this.getUTCMilliseconds());
  }
  setUTCMinutes(minutes: number, seconds: number | undefined = undefined, milliseconds: number | undefined = undefined): number {
    return this.setClock(this.getUTCHours(), minutes, seconds ?? this.getUTCSeconds(), milliseconds ?? this.getUTCMilliseconds());
  }
  setUTCSeconds(seconds: number, milliseconds: number | undefined = undefined): number {
    return this.setClock(this.getUTCHours(), this.getUTCMinutes(), seconds, milliseconds ?? this.getUTCMilliseconds());
  }
  setUTCMilliseconds(milliseconds: number): number {
    return this.setClock(this.getUTCHours(), this.getUTCMinutes(), this.getUTCSeconds(), milliseconds);
  }
  private setClock(hours: number, minutes: number, seconds: number, milliseconds: number): number {
    this.time = momentOf(this.days, timeOfDay(hours, minutes, seconds, milliseconds));
    return this.time;
  }

  // Local time is UTC

  getTimezoneOffset(): number {
    return this.time === this.time ? 0 : NaN;
  }
  getFullYear(): number {
    return this.getUTCFullYear();
  }
  getMonth(): number {
    return this.getUTCMonth();
  }
  getDate(): number {
    return this.getUTCDate();
  }
  getDay(): number {
    return this.getUTCDay();
  }
  getHours(): number {
    return this.getUTCHours();
  }
  getMinutes(): number {
    return this.getUTCMinutes();
  }
  getSeconds(): number {
    return this.getUTCSeconds();
  }
  getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }
  setFullYear(year: number, month: number | undefined = undefined, day: number | undefined = undefined): number {
    return this.setUTCFullYear(year, month, day);
  }
  setMonth(month: number, day: number | undefined = undefined): number {
    return this.setUTCMonth(month, day);
  }
  setDate(day: number): number {
    return this.setUTCDate(day);
  }
  setHours(
    hours: number,
    minutes: number | undefined = undefined,
    seconds: number | undefined = undefined,
    milliseconds: number | undefined = undefined,
  ): number {
    return this.setUTCHours(hours, minutes, seconds, milliseconds);
  }
  setMinutes(minutes: number, seconds: number | undefined = undefined, milliseconds: number | undefined = undefined): number {
    return this.setUTCMinutes(minutes, seconds, milliseconds);
  }
  setSeconds(seconds: number, milliseconds: number | undefined = undefined): number {
    return this.setUTCSeconds(seconds, milliseconds);
  }
  setMilliseconds(milliseconds: number): number {
    return this.setUTCMilliseconds(milliseconds);
  }
  toDateString(): string {
    return this.time === this.time ? dayText(this.time) : "Invalid Date";
  }
  toTimeString(): string {
    return this.time === this.time ? localClockText(this.time) : "Invalid Date";
  }
  toLocaleDateString(): string {
    return this.time === this.time ? americanDayText(this.time) : "Invalid Date";
  }
  toLocaleTimeString(): string {
    return this.time === this.time ? americanClockText(this.time) : "Invalid Date";
  }
  toLocaleString(): string {
    return this.time === this.time ? `${americanDayText(this.time)}, ${americanClockText(this.time)}` : "Invalid Date";
  }
  toString(): string {
    return this.time === this.time ? `${dayText(this.time)} ${localClockText(this.time)}` : "Invalid Date";
  }

  toISOString(): string {
    if (this.time !== this.time) throw new RangeError("Invalid time value");
    return isoText(this.time);
  }
  toJSON(): string | null {
    return this.time === this.time ? isoText(this.time) : null;
  }
  toUTCString(): string {
    return this.time === this.time ? utcText(this.time) : "Invalid Date";
  }
}

/** `Date.now()`. */
export function now(): number {
  return Number(wallClock());
}

/** `Date.parse(text)`. */
export function parse(text: string): number {
  const time: number = readDate(text);
  return time === time ? time : readDateWords(text);
}

/** `Date.UTC(...)`. */
export function timeOfParts(
  year: number,
  month: number = 0,
  day: number = 1,
  hours: number = 0,
  minutes: number = 0,
  seconds: number = 0,
  milliseconds: number = 0,
): number {
  return momentOf(daysOf(fullYear(year), month, day), timeOfDay(hours, minutes, seconds, milliseconds));
}

/** What the console shows. */
export function shownDate(date: Date): string {
  return date.toJSON() ?? "Invalid Date";
}
